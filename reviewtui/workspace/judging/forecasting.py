"""Works out what would be if suggestions were accepted; nothing is written."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from reviewtui.checks.check_registry import run_local_checks
from reviewtui.checks.input.check_input import CheckInput
from reviewtui.domain.actions.decisions.move_acceptance import meet
from reviewtui.domain.policy.policy import Policy, Text, build_policy
from reviewtui.domain.readiness.forecast import Forecast
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.store.git.objects import blob_id
from reviewtui.text.meaning.change_class import change_class
from reviewtui.text.placement.place_values import Placement
from reviewtui.workspace.judging.inspections import inspect
from reviewtui.workspace.judging.readiness_judging import judge_draft
from reviewtui.workspace.loading.loader import Loader


def editorial(draft: Draft) -> tuple[Thread, ...]:
    """Return the open suggestions that would change no meaning."""
    return tuple(thread for thread in draft.review.open_threads() if _is_editorial(draft, thread))


def _is_editorial(draft: Draft, thread: Thread) -> bool:
    placement = draft.placement(thread.id)
    if thread.replacement is None or thread.is_pending or placement is None or not placement.is_placed:
        return False
    text = draft.policy.texts[placement.path or ""].text
    return (
        change_class(text[placement.start : placement.end], thread.replacement, draft.effective_settings.language)[0]
        == "editorial"
    )


def forecast(loader: Loader, draft: Draft, threads: Sequence[Thread], before: Readiness) -> Forecast:
    """Return what accepting `threads` would do; of two that want the same words the first is taken."""
    wishes = [(thread, draft.placement(thread.id)) for thread in threads]
    taken, skipped = _chosen(wishes)
    policy = _with(draft, taken)
    accepted = {thread.id for thread in threads} - {thread.id for thread in skipped}
    review = replace(
        draft.review,
        threads={
            key: replace(thread, state="accepted") if key in accepted else thread
            for key, thread in draft.review.threads.items()
        },
    )
    placements = loader.placing.place(tuple(review.threads.values()), policy)
    then = replace(draft, policy=policy, review=review, placements=placements)
    repository, now = loader.environment.repository, loader.environment.now()
    known = {finding.id for finding in inspect(repository, draft, now)}
    return Forecast(
        before,
        judge_draft(loader, then, before.target),
        tuple(thread for thread in threads if thread.id in accepted),
        skipped,
        tuple(thread for thread in review.open_threads() if _breaks(draft, then, thread)),
        tuple(finding for finding in inspect(repository, then, now) if finding.id not in known),
    )


def new_findings(draft: Draft, thread: Thread, today: date) -> tuple[Finding, ...]:
    """Return what the words of a suggestion would bring, as far as the file that they come into tells it at once.

    What the whole policy has to be read for, as a contradiction, is only told by `forecast`.
    """
    taken, _ = _chosen([(thread, draft.placement(thread.id))])
    if not taken:
        return ()
    path = taken[0][1].path or ""
    now, then = (
        run_local_checks(CheckInput(_file_alone(draft, policy.texts[path]), today, draft.effective_settings))
        for policy in (draft.policy, _with(draft, taken))
    )
    known = {finding.id for finding in now}
    return tuple(finding for finding in then if finding.id not in known)


def _file_alone(draft: Draft, text: Text) -> Policy:
    return build_policy(draft.policy.folder, {text.path: text}, draft.settings.section_rules)


_Wish = tuple[Thread, Placement | None]


def _chosen(wishes: Iterable[_Wish]) -> tuple[list[tuple[Thread, Placement]], tuple[Thread, ...]]:
    """The suggestions that can be put into the text together, and those that cannot."""
    taken: list[tuple[Thread, Placement]] = []
    skipped: list[Thread] = []
    for thread, placement in wishes:
        if thread.replacement is None:
            continue
        if placement is not None and _can_be_taken(placement) and not any(meet(placement, it) for _, it in taken):
            taken.append((thread, placement))
        else:
            skipped.append(thread)
    return taken, tuple(skipped)


def _can_be_taken(placement: Placement) -> bool:
    """Whether `accept` would put words there: the place is known, and what is around it says what it said."""
    return placement.is_placed and placement.context_change is None


def _with(draft: Draft, taken: Sequence[tuple[Thread, Placement]]) -> Policy:
    texts = dict(draft.policy.texts)
    for thread, placement in sorted(taken, key=lambda pair: -pair[1].start):
        old = texts[placement.path or ""]
        text = old.text[: placement.start] + (thread.replacement or "") + old.text[placement.end :]
        blob = blob_id(text.encode("utf-8", "replace"), "sha256" if len(old.blob) > 40 else "sha1")
        texts[old.path] = Text(old.path, text, blob, dirty=True)
    return build_policy(draft.policy.folder, texts, draft.settings.section_rules)


def _breaks(now: Draft, then: Draft, thread: Thread) -> bool:
    pairs = zip(now.placements.get(thread.id, ()), then.placements.get(thread.id, ()), strict=False)
    return any(
        before is not None
        and after is not None
        and ((before.is_placed and not after.is_placed) or (after.meaning_changed and not before.meaning_changed))
        for before, after in pairs
    )
