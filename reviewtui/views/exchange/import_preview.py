"""What bringing in a file would do, and what a review was begun with from one: for a person, and as JSON."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reviewtui.domain.actions.bringing_in.import_plan import PlannedAct
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record.events import TYPE_NAMES, Suggested, WasRead
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import BegunReview, BroughtAct, Incoming
from reviewtui.text.merge.joined_changes import turns_negation
from reviewtui.views.excerpt import after_words, clipped, with_breaks_shown

_SURELY_SHOWN = 60
"""So many characters of both sides of a suggestion are always seen."""
_BEFORE_CHANGE = 5
_FATES = {"new": "+", "revised": "~", "refused": "!"}


def preview_lines(incoming: Incoming, planned: Sequence[PlannedAct], reads: Sequence[WasRead] = ()) -> Iterator[str]:
    """Give the lines of a preview: what was read, each act with what becomes of it, and what was left out.

    `reads` are the texts that the file counts as reading of.
    """
    for file in incoming.each():
        yield from file.read
    known = sum(act.fate == "known" for act in planned)
    if known:
        yield f"{known} of what it holds {'is' if known == 1 else 'are'} in the record already."
    for act in planned:
        if act.fate != "known":
            yield from _lines(act)
    yield from read_sentences(reads)
    left_out = [sentence for file in incoming.each() for sentence in file.left_out]
    if left_out:
        yield "Not taken in:"
        yield from (f"  {sentence}" for sentence in left_out)


def read_sentences(reads: Sequence[WasRead]) -> Iterator[str]:
    """Give a sentence for each person whose returned file counts as reading, with the organisation it counts for."""
    counts = Counter((event.by, event.organisation) for event in reads)
    for (by, organisation), count in counts.items():
        yield f"It counts as reading of {counted(count, 'text')} by {by} for {organisation}."


def _lines(planned: PlannedAct) -> Iterator[str]:
    act = planned.act
    who = f"{planned.person}" if planned.person else f"{act.voice.name or '(no name)'} (unknown)"
    is_grave = any(isinstance(event, Suggested) and event.kind == "substance" for event in planned.events)
    yield f"{_FATES[planned.fate]} {act.act} by {who}  [{_where(act)}]{'  substance' if is_grave else ''}"
    old, new = _from_first_change(act.quote, with_breaks_shown(act.replacement or ""))
    if act.quote:
        yield f"      “{clipped(old)}”"
    elif before := _words_before(planned):
        yield f"      {before}"
    if act.replacement is not None:
        yield f"      → {clipped(new) or '(delete)'}"
        if turns_negation(act.quote, act.replacement):
            yield "      note: a “not” comes or goes; read the whole sentence"
    if act.act == "move":
        yield f"      → behind “…{clipped(act.behind)}”"
    if act.body:
        yield f"      {clipped(act.body)}"
    for why in dict.fromkeys((planned.why, act.note)):
        if why:
            yield f"      note: {why}"


def _from_first_change(old: str, new: str) -> tuple[str, str]:
    """Return both sides from a little before they differ on, where the line would end before that."""
    words, others = old.split(), new.split()
    same = next((n for n, pair in enumerate(zip(words, others, strict=False)) if pair[0] != pair[1]), None)
    same = min(len(words), len(others)) if same is None else same
    if not new or len(" ".join(words[: same + 1])) <= _SURELY_SHOWN:
        return old, new
    first = max(0, same - _BEFORE_CHANGE)
    return f"…{' '.join(words[first:])}", f"…{' '.join(others[first:])}"


def _words_before(planned: PlannedAct) -> str:
    """Return after which words something is put in; empty for what is no insertion or has no place."""
    anchors = (a for event in planned.events if isinstance(event, Suggested) for a in event.anchors if a.is_gap)
    return next((after_words(anchor.prefix) for anchor in anchors), "")


def _where(act: BroughtAct) -> str:
    if act.act == "reply":
        return "answer"
    return act.place.path if act.place is not None else "whole policy"


def preview_data(
    draft: Draft, incoming: Incoming, planned: Sequence[PlannedAct], reads: Sequence[WasRead] = ()
) -> dict[str, object]:
    """Return a preview as `import --json` documents it (docs/record.md)."""
    return {
        "format": incoming.format,
        "export": incoming.export or None,
        "version": incoming.version or None,
        "acts": [_act_data(draft, act) for act in planned],
        "reads": [{"by": event.by, "path": event.path, "blob": event.blob} for event in reads],
        "read": [sentence for file in incoming.each() for sentence in file.read],
        "left_out": [sentence for file in incoming.each() for sentence in file.left_out],
        **incoming.details,
    }


def _act_data(draft: Draft, planned: PlannedAct) -> dict[str, object]:
    act = planned.act
    return {
        "act": TYPE_NAMES[type(planned.events[0])] if planned.events else act.act,
        "fate": planned.fate,
        "thread": planned.thread or None,
        "item": act.item,
        "name": act.voice.name,
        "by": str(planned.person) if planned.person else None,
        "organisation": draft.effective_settings.organisation_of(planned.person) if planned.person else None,
        "path": act.place.path if act.place else None,
        "start": act.place.start if act.place else None,
        "end": act.place.end if act.place else None,
        "quote": act.quote,
        "body": act.body,
        "replacement": act.replacement,
        "behind": act.behind or None,
        "at": act.at.isoformat() if act.at else None,
        "to": act.to or None,
        "resolved": act.resolved,
        "note": act.note or None,
        "why": planned.why or None,
    }


def begun_lines(begun: BegunReview) -> Iterator[str]:
    """Give the lines about a review that was begun with a document."""
    yield begun.message
    for name in begun.sections:
        yield f"  {name}"
    if begun.told:
        yield "Not kept as it was:"
        yield from (f"  {sentence}" for sentence in begun.told)
    if begun.threads:
        count = len(begun.threads)
        what = counted(count, "remark")
        yield f"Its comments and changes are {what} now; pending until you submit."
    yield "Next: read the sections, then name your partners: reviewtui organisation add ID --name N --domain D --asked"


def begun_data(begun: BegunReview) -> dict[str, object]:
    """Return the same as JSON."""
    return {
        "commit": begun.commit,
        "sections": list(begun.sections),
        "told": list(begun.told),
        "threads": list(begun.threads),
    }
