"""What came of sharing, for people and for scripts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reviewtui.domain.counted_nouns import counted, first_few
from reviewtui.domain.policy.versions import version_key
from reviewtui.domain.review.sync_state import (
    Additions,
    Joined,
    MergeConflict,
    Packed,
    PlaceNotAgreed,
    Progress,
    ReleaseNotAgreed,
    Shared,
)
from reviewtui.domain.settings.settings import UNAFFILIATED
from reviewtui.views.compose.question import Question
from reviewtui.views.sharing.proposal_lines import proposal_data, proposals_lines
from reviewtui.views.styled_text import Styled, line
from reviewtui.views.trust.no_effect_rows import no_effect_lines, row_data

_MOST = 12
_FEW = 3
"""Kinds of events, and texts, that are named where there is room for a line."""
_KINDS = {
    "claim": ("earlier release named as one", "earlier releases named as such"),
    "reply": ("reply", "replies"),
    "signoff": ("sign-off", "sign-offs"),
    "revise": ("revised remark", "revised remarks"),
    "done": ("done mark", "done marks"),
    "withdraw": ("withdrawal", "withdrawals"),
    "reopen": ("re-opening", "re-openings"),
    "reattach": ("re-attachment", "re-attachments"),
    "redact": ("redaction", "redactions"),
    "classify": ("change class", "change classes"),
    "dismiss": ("dismissal", "dismissals"),
    "read": ("text read", "texts read"),
    "round-closed": ("closed round", "closed rounds"),
    "settle": ("settlement", "settlements"),
    "confirm": ("confirmation", "confirmations"),
}


def shared_data(shared: Shared) -> dict[str, object]:
    """Return what came of a sync as its JSON is documented."""
    return {
        "remote": shared.source,
        "branch": shared.branch,
        "before": shared.before,
        "commit": shared.commit,
        "merged": shared.merged,
        "received": additions_data(shared.received),
        "sent": shared.given.events,
        "given": additions_data(shared.given),
        "pending": shared.pending,
        "tags_received": list(shared.tags_received),
        "tags_sent": list(shared.tags_sent),
        "tags_clashing": list(shared.tags_conflicting),
        "proposed": shared.proposed or None,
        "place": shared.place or None,
        "arrived": shared.arrived,
        "kept": shared.kept or None,
        "tries": shared.tries,
        "proposals": [proposal_data(proposal) for proposal in shared.proposals],
        "taken": list(shared.taken),
        "notes": list(shared.notes),
        "without_effect": [row_data(row) for row in (*shared.without_effect, *shared.without_effect_before)],
    }


def additions_data(additions: Additions) -> dict[str, object]:
    """Return what one side had and the other lacked."""
    return {
        "events": additions.events,
        "types": dict(sorted(additions.types.items())),
        "organisations": dict(sorted(additions.organisations.items())),
        "people": list(additions.people),
        "texts": list(additions.texts),
        "commits": additions.commits,
    }


def shared_lines(shared: Shared, key: str = "reviewtui sync --submit", *, is_brief: bool = False) -> Iterator[str]:
    """Yield what came of a sync; `key` is how pending events are shared, `is_brief` counts instead of listing much."""
    got = tuple(additions_lines(shared.received, shared.tags_received, shared.names, is_brief=is_brief))
    yield f"From {shared.source}: {'; '.join(got) or 'nothing new'}."
    if shared.taken:
        yield f"Taken: {', '.join(shared.taken)}."
    given = "; ".join(additions_lines(shared.given, shared.tags_sent, shared.names, is_brief=is_brief))
    if shared.arrived:
        yield f"All of yours has arrived at {shared.source}."
    elif shared.place:
        yield f"Your work is at {shared.place} as the branch {shared.proposed} ({given or 'nothing new'})."
        yield f"Propose it for {shared.branch} at {shared.source} there, unless its author looks there already."
    elif shared.proposed:
        yield f"{shared.branch} at {shared.source} takes no push ({shared.kept})."
        yield f"Your work is there as the branch {shared.proposed}; propose it for {shared.branch} there."
    elif shared.kept:
        yield f"Nothing was sent: {shared.kept}."
    elif given:
        yield f"To {shared.source}: {given}."
    count = len(shared.without_effect)
    yield from no_effect_lines(shared.without_effect, f"{count} of them {'have' if count > 1 else 'has'} no effect")
    yield from no_effect_lines(shared.without_effect_before)
    for tag in shared.tags_conflicting:
        yield f"! The tag {tag} leads elsewhere at {shared.source} than here; find out who is right."
    for note in shared.notes:
        yield f"! {note}"
    yield from proposals_lines(shared.proposals)
    if shared.pending:
        yield f"{counted(shared.pending, 'event')} of yours pending and not shared; to share: {key}"


def additions_lines(
    additions: Additions, tags: Sequence[str], names: Mapping[str, str], *, is_brief: bool = False
) -> Iterator[str]:
    """Yield in a few words what came."""
    if is_brief and len(additions.types) > _FEW:
        yield counted(additions.events, "event")
    elif additions.events:
        kinds = ", ".join(_of_kind(kind, count) for kind, count in _by_kind(additions))
        by = ", ".join(names.get(key, key) for key in sorted(additions.organisations) if key != UNAFFILIATED)
        yield counted(additions.events, "event") + (f" ({kinds})" if kinds else "") + (f" of {by}" if by else "")
    if additions.texts:
        yield f"text changed in {first_few(additions.texts, _FEW if is_brief else _MOST)}"
    if tags:
        yield f"version {', '.join(_by_number(tags))}"
    if additions.commits > 0 and not (additions.events or additions.texts):
        yield counted(additions.commits, "commit")


def packed_data(packed: Packed) -> dict[str, object]:
    """Return what a pack is as its JSON is documented."""
    return {
        "file": packed.file or None,
        "title": packed.title,
        "branch": packed.branch,
        "commit": packed.commit,
        "by": packed.by,
        "date": packed.at,
        "holds": additions_data(packed.holds),
        "versions": list(packed.versions),
        "builds_on": list(packed.builds_on),
        "bytes": packed.size,
        "pending": packed.pending,
    }


def packed_lines(packed: Packed) -> Iterator[str]:
    """Yield what was packed, and what to do with it."""
    if not packed.file:
        yield f"Nothing to pack: {packed.base} is nothing. To pack all there is: reviewtui pack --all FILE"
    else:
        yield f"Packed {packed.base} into {packed.file} ({_kilobytes(packed.size)})."
        yield from holding_lines(packed)
        first = "" if packed.builds_on else " (whoever has nothing yet: git clone FILE)"
        yield f"Send it; they take it over with: reviewtui unpack FILE{first}"
    if packed.pending:
        yield f"{counted(packed.pending, 'event')} of yours pending and not packed; first: reviewtui submit"


def holding_lines(packed: Packed) -> Iterator[str]:
    """Yield what a pack is and holds."""
    yield f"“{packed.title or packed.branch}”, as of {packed.at}, from {packed.by}"
    holds = "; ".join(additions_lines(packed.holds, packed.versions, packed.names))
    yield f"It holds {holds or 'nothing new'}."


def _kilobytes(size: int) -> str:
    return f"{max(1, round(size / 1000)):,} kB"


def joined_data(joined: Joined) -> dict[str, object]:
    """Return where a clone reads from and gives to, as JSON tells it."""
    return {
        "upstream": joined.upstream,
        "upstream_address": joined.upstream_address,
        "branch": joined.branch,
        "gives_to": joined.gives,
        "gives_to_address": joined.gives_address,
    }


def joined_lines(joined: Joined) -> Iterator[str]:
    """Yield where a clone reads from and gives to."""
    yield f"Reads from {joined.upstream} ({joined.upstream_address}), branch {joined.branch}."
    yield f"Gives to {joined.gives} ({joined.gives_address})."
    if joined.is_empty:
        yield "It is empty as yet: what you share first makes the branch there."
    yield "Next: reviewtui sync"


def conflict_lines(conflicts: Sequence[MergeConflict]) -> Iterator[str]:
    """Yield each dispute with its three readings."""
    for conflict in conflicts:
        where = f"{conflict.section} ({conflict.what})" if conflict.what else conflict.section
        yield f"{where}:"
        for name, words in (("base", conflict.base), ("ours", conflict.ours), ("theirs", conflict.theirs)):
            yield f"  {name:<7} {' '.join(words.split()) or '(nothing)'}"


def conflict_data(conflicts: Sequence[MergeConflict]) -> list[dict[str, str]]:
    """Return each dispute as JSON tells it."""
    return [
        {
            "section": conflict.section,
            "title": conflict.title,
            "path": conflict.path,
            "what": conflict.what,
            "base": conflict.base,
            "ours": conflict.ours,
            "theirs": conflict.theirs,
        }
        for conflict in conflicts
    ]


def _by_kind(additions: Additions) -> list[tuple[str, int]]:
    """Return how many events there are by kind; what only claims a tag of before is told apart from releases."""
    counts = Counter(additions.types)
    claims = counts.pop("release", 0) - len(additions.releases)
    return sorted((counts + Counter({"release": len(additions.releases), "claim": claims})).items())


def _of_kind(kind: str, count: int) -> str:
    singular, many = _KINDS.get(kind, (kind, f"{kind}s"))
    return f"{count} {singular if count == 1 else many}"


def _by_number(names: Sequence[str]) -> list[str]:
    return sorted(names, key=lambda name: (version_key(name) is None, version_key(name) or (), name))


def progress_words(progress: Progress) -> str:
    """Return what is being done, in a line: what is counted in our words, anything else as it was said."""
    if not progress.stage:
        return progress.line
    share = f" {100 * progress.done // progress.total} %" if progress.total else f" {progress.done}"
    objects = f" ({progress.done} of {progress.total})" if progress.total else ""
    return f"{progress.stage}{share}{objects}{f', {progress.amount}' if progress.amount else ''}"


def progress_bar(progress: Progress, width: int) -> str:
    """Return a bar of `width` cells that says how far it is; nothing where that is not known."""
    if not progress.total:
        return ""
    full = min(width, width * progress.done // progress.total)
    return "\u2588" * full + "\u2591" * (width - full)


SIDE_TITLES = {"base": "before", "ours": "here (ours)", "theirs": "there (theirs)", "own": "your words"}
"""By reading: what it is called."""


def place_question(needed: PlaceNotAgreed) -> Question:
    """Return what is asked before anything is given to a place that nobody has agreed to."""
    sentence = str(needed).partition(" If that is right, agree")[0]
    return Question("Give it there?", (line(Styled(sentence, "alarm")),), "agree, once for this clone", ())


def release_question(needed: ReleaseNotAgreed) -> Question:
    """Return what is asked before a release goes out: all that goes with it, a line each."""
    lines = (
        line(Styled("A release that is shared cannot be taken back.", "alarm")),
        line(f"To {needed.place}:"),
        *(line(f"  {words}") for words in _going(needed)),
    )
    versions = ", ".join(_by_number(tuple(dict.fromkeys((*needed.holds.releases, *needed.tags)))))
    return Question(f"Publish {versions}?", lines, "share it", ())


def _going(needed: ReleaseNotAgreed) -> Iterator[str]:
    """Yield what would go out: releases, each with its tag, other events by kind, and texts."""
    holds, tags = needed.holds, list(needed.tags)
    for version in _by_number(holds.releases):
        # In a repository of several policies the name of a policy stands before its version.
        tag = next((each for each in tags if each.rpartition("/")[2] == version), "")
        yield f"release {version}" + (f", with its tag {tag}" if tag else "")
        if tag:
            tags.remove(tag)
    yield from (f"tag {tag}" for tag in _by_number(tags))
    yield from (_of_kind(kind, count) for kind, count in _by_kind(holds) if kind != "release")
    if holds.texts:
        yield f"text changed in {first_few(holds.texts, _MOST)}"
