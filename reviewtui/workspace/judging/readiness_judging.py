"""Readiness of a draft, with what checks find in it and its history tells, and the report that is made of both."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date

from reviewtui.checks.input.check_input import CheckInput
from reviewtui.checks.structure.topic_passage import passage_about
from reviewtui.checks.structure.topic_template import topics_of
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.readiness.gate import Evidence
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.readiness.gates.gate_registry import GATES
from reviewtui.domain.readiness.readiness import Readiness, judge_readiness
from reviewtui.domain.readiness.review_report import ReviewReport
from reviewtui.domain.readiness.stability import Stability, changed_share
from reviewtui.domain.record.events import Classified, RoundOpened
from reviewtui.domain.review.companion_texts import restatements
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.inspection import barring, dismissals, without_own_reason
from reviewtui.domain.review.milestone import Milestone
from reviewtui.domain.review.organisations.coverage import coverage, reading_evidence
from reviewtui.domain.review.organisations.participation import participations
from reviewtui.domain.settings.settings import GateSetting
from reviewtui.store.git.objects import read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy.policy_files import texts_of
from reviewtui.store.policy.text_history import blobs_at, commit_days, commits_on, text_changes
from reviewtui.store.record.settings_file import MAX_BYTES, settings_or_none
from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.text.words.spacing import single_spaced
from reviewtui.workspace.judging.inspections import inspection_of
from reviewtui.workspace.loading.loader import Loader
from reviewtui.workspace.loading.version_names import newest
from reviewtui.workspace.real_environment import Environment

_LONGEST = 90
JUDGED = 8
"""So many of the newest releases are judged anew for the trend."""


@dataclass(frozen=True, slots=True)
class _OnceInSettings:
    """The organisations that were asked at some time, with the day, and the titles of topics required, all by id.

    `gates` are those that were on while somebody was asked, `bounds` the settings that each of them had then.
    """

    asked: dict[str, date | None] = field(default_factory=dict)
    required: dict[str, str] = field(default_factory=dict)
    gates: frozenset[str] = frozenset()
    bounds: dict[str, tuple[GateSetting, ...]] = field(default_factory=dict)


def judge_draft(loader: Loader, draft: Draft, target: str = "") -> Readiness:
    """Return how ready `draft` is for `target` (empty: the target of the settings)."""
    environment = loader.environment
    repository = environment.repository
    inspection = inspection_of(repository, draft, environment.now())
    blocking = barring(draft, inspection)
    barred = frozenset(blocking)
    release = newest(repository, draft.releases, draft.version.commit)
    moment = draft.version.date or environment.now()
    once = _once_in_settings(repository, draft)
    required = {topic.id for topic in draft.effective_settings.topics if topic.required}
    given = GateInput(
        draft,
        moment.astimezone(UTC).date(),
        findings=blocking,
        advised=tuple(finding for finding in inspection.findings if finding not in barred),
        stability=_stability_of(repository, loader, draft, release),
        past_texts=texts_of(repository, tuple(blob for _, _, blob in reading_evidence(draft.review))),
        topics=tuple(topic.title for topic in topics_of(draft.effective_settings, draft.policy)),
        topic_passages=tuple(_topic_passages(draft, moment.astimezone(UTC).date())),
        companions=len(restatements(draft.policy, draft.effective_settings)),
        dismissed=len(dismissals(draft.review)),
        unreasoned=without_own_reason(dismissals(draft.review).values()),
        once_asked=tuple(once.asked),
        once_required=tuple(title for name, title in once.required.items() if name not in required),
        once_on=once.gates,
        once_bounds=once.bounds,
        asked_on={name: day for name, day in once.asked.items() if day is not None},
        idle_done=_idle_done(repository, draft),
    )
    return judge_readiness(given, target, release.name if release else "")


def _idle_done(repository: Repository, draft: Draft) -> frozenset[str]:
    """The remarks said to be done in a commit that changes no text; of one that is not here nobody can say."""
    done = {thread.id: thread.done.commit for thread in draft.review.threads.values() if thread.done is not None}
    changed = text_changes(repository, done.values(), draft.policy.folder) if done else {}
    return frozenset(thread for thread, commit in done.items() if commit in changed and not changed[commit])


def _topic_passages(draft: Draft, day: date) -> Iterator[Evidence]:
    """The heading or the sentence by which the text deals with each required topic that it deals with."""
    check_input = CheckInput(draft.policy, day, draft.effective_settings)
    for topic in topics_of(draft.effective_settings, draft.policy):
        passage = passage_about(check_input, topic)
        if passage is not None:
            text = single_spaced(draft.policy.texts[passage.path].text[passage.start : passage.end]).lstrip("# ")
            words = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}\u2026"
            where = draft.policy.title_at(passage.path, passage.start)
            shown = f"“{topic.title}”: {where}" + ("" if words == where else f": “{words}”")
            yield Evidence(shown, path=passage.path, start=passage.start, end=passage.end)


def _stability_of(repository: Repository, loader: Loader, draft: Draft, release: Version | None) -> Stability:
    """Return how steady `draft` is: against the last release, or the first draft, and against the last round."""
    first = [release.commit] if release else commits_on(repository, draft.policy.folder, draft.version.commit)[:1]
    opened = _last_round(draft)
    compared = {*first, *([opened[1]] if opened else [])}
    before = {commit: loader.policy_at(commit, draft.settings) for commit in compared}
    since = {commit: _since(draft, policy) for commit, policy in before.items()}
    return Stability(
        release.name if release else "",
        since[first[0]] if first else None,
        release is not None and before[release.commit].blobs() == draft.policy.blobs(),
        opened[0].at.date() if opened else None,
        since[opened[1]] if opened else 0.0,
    )


def _last_round(draft: Draft) -> tuple[RoundOpened, str] | None:
    """The last round, with the commit that opened it; None without one, and where history is cut off before it."""
    rounds = draft.review.rounds
    if not rounds:
        return None
    entries = (each.recorded for each in draft.review.outside if each.recorded.event.id == rounds[-1].id)
    commit = next((recorded.provenance.commit for recorded in entries if recorded.provenance.commit), None)
    return (rounds[-1].opened, commit) if commit else None


def _since(draft: Draft, before: Policy) -> float:
    diff = diff_policies(before.strings(), draft.policy.strings(), draft.effective_settings.language)
    old, new = (
        {path: (text.blob, text.text) for path, text in policy.texts.items()} for policy in (before, draft.policy)
    )
    return changed_share(diff, old, new, draft.review.submitted(Classified))


def _once_in_settings(repository: Repository, draft: Draft) -> _OnceInSettings:
    """Return what the settings named at some time; a change that somebody made who may not counts for nothing."""
    changes = [change.commit for change in draft.settings_changes if change.counts]
    if not changes:
        return _OnceInSettings()
    blobs = blobs_at(repository, [(commit, repository.home.settings) for commit in changes])
    contents = read_blobs(repository.git, tuple(dict.fromkeys(filter(None, blobs))), MAX_BYTES)
    asked: dict[str, str] = {}
    required: dict[str, str] = {}
    gates: set[str] = set()
    bounds: dict[str, dict[GateSetting, None]] = {}
    for commit, blob in zip(changes, blobs, strict=True):
        settings = settings_or_none(contents.get(blob or ""))
        if settings is not None:
            asked = dict.fromkeys(settings.asked(), commit) | asked
            required |= {topic.id: topic.title for topic in settings.topics if topic.required}
            on = [name for name in GATES if settings.asked() and settings.gate(name).on]
            gates.update(on)
            for name in on:
                bounds.setdefault(name, {})[settings.gate(name)] = None
    days = commit_days(repository, tuple(dict.fromkeys(asked.values())))
    return _OnceInSettings(
        {name: days.get(commit) for name, commit in asked.items()},
        required,
        frozenset(gates),
        {name: tuple(each) for name, each in bounds.items()},
    )


def report_on(
    environment: Environment, draft: Draft, readiness: Readiness, milestones: tuple[Milestone, ...]
) -> ReviewReport:
    """Return the report on `draft`, which was judged already, as were the versions before it."""
    today = environment.now().date()
    asked = _once_in_settings(environment.repository, draft).asked
    days = {name: day for name, day in asked.items() if day is not None}
    past = texts_of(environment.repository, tuple(blob for _, _, blob in reading_evidence(draft.review)))
    read = Counter(name for text in coverage(draft, past) for name in text.readers)
    return ReviewReport(draft, today, readiness, participations(draft, today), milestones, days, read)
