"""What bringing in a file would do, and what a review was begun with from one: for a person, and as JSON."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import wrap

from reviewtui.domain.actions.bringing_in.import_plan import PlannedAct, chosen
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record.events import TYPE_NAMES, Suggested, ThreadEvent, WasRead
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import UNMARKED, BegunReview, BroughtAct, Incoming
from reviewtui.text.merge.joined_changes import turns_negation
from reviewtui.text.placement.place_values import Placement
from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.excerpt import after_words, clipped, gist, with_breaks_shown

_SURELY_SHOWN = 60
"""So many characters of both sides of a suggestion are always seen."""
_BEFORE_CHANGE = 5
_WIDTH = 100
_LONGEST = 4_000
_FEW = 60
_ENDS = (".", "!", "?")
_FATES = {"new": "+", "revised": "~", "refused": "!"}


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What bringing a file in would do; nothing has been written yet."""

    draft: Draft
    incoming: Incoming
    planned: tuple[PlannedAct, ...]
    places: Mapping[Anchor, Placement] = field(default_factory=dict)
    """Where the passages of new acts stand in the draft."""
    reads: tuple[WasRead, ...] = ()
    """The texts that it counts as reading of, by whoever wrote in it."""
    without: frozenset[int] = frozenset()
    """The acts that are left out, counted from 0."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was read of the file, and what becomes of it: each item is counted once."""
        return (*(sentence for file in self.incoming.each() for sentence in file.read), *_fates_told(self))

    @property
    def left_out(self) -> tuple[str, ...]:
        """What of the file is nothing that could be brought in, and why."""
        return tuple(sentence for file in self.incoming.each() for sentence in file.left_out)

    def answered(self, planned: PlannedAct) -> str:
        """Return what a reply answers: the name of a remark, or its number in the file, and the first of its words."""
        thread = self.draft.review.threads.get(planned.thread)
        if thread is not None:
            return f"{self.draft.review.name_of(thread.id)} “{gist(thread, _FEW)}”"
        roots = ((number, each) for number, each in enumerate(self.planned, 1) if each.act.act != "reply")
        number, root = next(((number, each) for number, each in roots if each.act.item == planned.act.to), (0, None))
        return f"{number} “{clipped(root.act.body or root.act.quote, _FEW)}”" if root is not None else "nothing known"


def preview_lines(preview: ImportPreview) -> Iterator[str]:
    """Give the lines of a preview: what was read, each act by its number with what becomes of it, what was left out."""
    planned = preview.planned
    yield from preview.sentences
    taken = {id(each) for each in chosen(planned, preview.without)}
    for number, each in enumerate(planned, 1):
        if each.fate != "known":
            yield from _lines(preview, number, each, is_taken=id(each) in taken)
    yield from read_sentences(preview.reads)
    if preview.left_out:
        yield "Not taken in:"
        yield from (line for sentence in preview.left_out for line in _folded("", sentence, "  "))


def _fates_told(preview: ImportPreview) -> Iterator[str]:
    """Say how much is new, by whom, and how much the record has: sent from here, or come with another copy."""
    fates = Counter(each.fate for each in preview.planned)
    fresh = fates["new"] + fates["revised"]
    if fresh:
        names = Counter(each.act.voice.name for each in preview.planned if each.fate in {"new", "revised"})
        by = ", ".join(f"{name or 'nobody named'} ({count})" for name, count in names.items())
        yield f"{fresh} {'is' if fresh == 1 else 'are'} new, by {by}."
    known = fates["known"]
    if known:
        came = sum(each.fate == "known" and _came_before(preview, each) for each in preview.planned)
        parts = ((known - came, "sent from here"), (came, "from another copy"))
        whence = ", ".join(f"{count} {words}" for count, words in parts if count)
        yield f"{known} {'is' if known == 1 else 'are'} in the record already: {whence}."
    if fates["refused"]:
        yield f"{fates['refused']} cannot be taken in."


def _came_before(preview: ImportPreview, planned: PlannedAct) -> bool:
    """Whether the record has an act from another copy of the file, and not because it was sent out."""
    thread = preview.draft.review.threads.get(planned.thread)
    if thread is None:
        # What another file of the same mail holds too.
        return True
    events: list[ThreadEvent] = [thread.root]
    if planned.act.act in {"reply", "comment"}:
        events = [e.event for e in thread.entries if single_spaced(e.event.words) == single_spaced(planned.act.body)]
    exports = {file.export or UNMARKED for file in preview.incoming.each()}
    return any(event.source is not None and event.source.export in exports for event in events)


def read_sentences(reads: Sequence[WasRead]) -> Iterator[str]:
    """Give a sentence for each person whose returned file counts as reading, with the organisation it counts for."""
    counts = Counter((event.by, event.organisation) for event in reads)
    for (by, organisation), count in counts.items():
        yield f"It counts as reading of {counted(count, 'text')} by {by} for {organisation}."


def _lines(preview: ImportPreview, number: int, planned: PlannedAct, *, is_taken: bool) -> Iterator[str]:
    act = planned.act
    who = f"{planned.person}" if planned.person else f"{act.voice.name or '(no name)'} (unknown)"
    is_grave = any(isinstance(event, Suggested) and event.kind == "substance" for event in planned.events)
    marks = ("  substance" if is_grave else "") + ("" if is_taken else "  left out")
    about = f"to {preview.answered(planned)} by" if act.act == "reply" else "by"
    where = f"  [{_where(act)}]" if act.act != "reply" else ""
    yield f"{number:>3} {_FATES[planned.fate] if is_taken else '-'} {act.act} {about} {who}{where}{marks}"
    old, new = _from_first_change(act.quote, with_breaks_shown(act.replacement or ""))
    if act.quote:
        yield from _folded("", f"“{old}”")
    elif before := _words_before(planned):
        yield from _folded("", before)
    if act.replacement is not None:
        yield from _folded("→ ", new or "(delete)")
        if turns_negation(act.quote, act.replacement) and not _takes_sentences(act):
            yield "      note: a denial (as “not” or “without”) comes or goes; read the whole sentence"
    if act.act == "move":
        yield from _folded("→ ", f"behind “…{act.behind}”")
    yield from _folded("", act.body)
    for why in dict.fromkeys((planned.why, act.note)):
        yield from _folded("note: ", why)
    for answer in planned.events[1:]:
        yield from _folded("and an answer: ", answer.words)


def _folded(label: str, words: str, margin: str = "      ") -> Iterator[str]:
    """Give words as lines that end with a word, each paragraph beginning anew; nothing for none."""
    rest = f"{margin}{' ' * len(label)}"
    for number, paragraph in enumerate(filter(str.strip, words[:_LONGEST].splitlines())):
        first = rest if number else f"{margin}{label}"
        yield from wrap(single_spaced(paragraph), _WIDTH, initial_indent=first, subsequent_indent=rest)
    if len(words) > _LONGEST:
        yield f"{rest}… ({len(words) - _LONGEST:,} more characters)"


def _from_first_change(old: str, new: str) -> tuple[str, str]:
    """Return both sides from a little before they differ on, where the line would end before that."""
    words, others = old.split(), new.split()
    same = next((n for n, pair in enumerate(zip(words, others, strict=False)) if pair[0] != pair[1]), None)
    same = min(len(words), len(others)) if same is None else same
    if not new or len(" ".join(words[: same + 1])) <= _SURELY_SHOWN:
        return old, new
    first = max(0, same - _BEFORE_CHANGE)
    return f"…{' '.join(words[first:])}", f"…{' '.join(others[first:])}"


def _takes_sentences(act: BroughtAct) -> bool:
    """Whether whole sentences go: what they deny goes with them, and nothing is left to be read the other way."""
    words = act.quote.strip()
    return not act.replacement and words[:1].isupper() and words.endswith(_ENDS)


def _words_before(planned: PlannedAct) -> str:
    """Return after which words something is put in; empty for what is no insertion or has no place."""
    anchors = (a for event in planned.events if isinstance(event, Suggested) for a in event.anchors if a.is_gap)
    return next((after_words(anchor.prefix) for anchor in anchors), "")


def _where(act: BroughtAct) -> str:
    return act.place.path if act.place is not None else "whole policy"


def preview_data(preview: ImportPreview) -> dict[str, object]:
    """Return a preview as `import --json` documents it (docs/record.md)."""
    taken = {id(each) for each in chosen(preview.planned, preview.without)}
    return {
        "format": preview.incoming.format,
        "export": preview.incoming.export or None,
        "version": preview.incoming.version or None,
        "acts": [
            {"number": number, "taken": bool(act.events) and id(act) in taken} | _act_data(preview.draft, act)
            for number, act in enumerate(preview.planned, 1)
        ],
        "reads": [{"by": event.by, "path": event.path, "blob": event.blob} for event in preview.reads],
        "read": list(preview.sentences),
        "left_out": list(preview.left_out),
        **preview.incoming.details,
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
