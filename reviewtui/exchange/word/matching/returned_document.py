"""Reads a returned document into what it brings in, and tells all that was read and all that was not."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.policy import Section
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.incoming import UNMARKED, BroughtAct, Incoming
from reviewtui.exchange.formats.held_texts import held_texts
from reviewtui.exchange.formats.known_texts import KnownTexts
from reviewtui.exchange.formats.sent_paths import sent_path
from reviewtui.exchange.word.layout.sent_document import (
    EXPORT,
    POLICY,
    SECTION,
    TITLE,
    VERSION,
    SentDocument,
    sent_document,
)
from reviewtui.exchange.word.matching.change_sentences import gone_words
from reviewtui.exchange.word.matching.document_alignment import Alignment, align
from reviewtui.exchange.word.matching.known_remarks import KnownRemarks
from reviewtui.exchange.word.matching.returned_acts import Returned
from reviewtui.exchange.word.matching.sent_places import SentPlaces
from reviewtui.exchange.word.matching.shape_changes import Shapes, shapes_of, shapes_of_foreign
from reviewtui.exchange.word.matching.tracked_edits import TrackedEdit, edits_of
from reviewtui.exchange.word.matching.untracked_changes import untracked_edits
from reviewtui.exchange.word.reading.original import OriginalDocument
from reviewtui.exchange.word.reading.paragraph import NOTE_SIGN, WordDocument

_MOST_CHANGED = 0.5
"""From this share of changed paragraphs on it is another text, of which the untracked differences are not told."""


@dataclass(frozen=True, slots=True)
class _Home:
    """What a document was made from: the version, its sections, and whether the file is one that we sent."""

    draft: Draft
    document: SentDocument
    sent: bool


def returned(document: WordDocument, known: KnownTexts) -> Incoming:
    """Return what a Word document brings in.

    Raises:
        Refused: it was made from another policy.

    """
    home, notes = _home(document, known)
    original = OriginalDocument(document.paragraphs)
    ordered = list(original.in_order())
    alignment = align(home.document, ordered)
    places = SentPlaces(home.document, original.paragraphs, alignment)
    sources = {section.path: home.draft.policy.texts[section.path].text for section in home.document.sections}
    taken = Returned(document, original, places, sources, KnownRemarks(home.draft, home.document.paragraphs))
    tracked = edits_of(original.paragraphs)
    taken.take_edits(tracked)
    is_ours = home.sent and len(alignment.new) + len(alignment.gone) <= _MOST_CHANGED * len(home.document.paragraphs)
    untracked = list(untracked_edits(places, ordered)) if is_ours else []
    taken.take_edits(untracked)
    shapes = shapes_of(places, ordered) if is_ours else shapes_of_foreign(original.paragraphs)
    if is_ours:
        taken.take_moves()
    taken.take_shapes(shapes)
    taken.take_comments()
    export = document.property_of(EXPORT) if home.sent else ""
    threads = known.draft.review.threads
    brought = sum(_came_with(export or UNMARKED, threads.get(act.thread), act) for act in taken.acts)
    return Incoming(
        format="docx",
        export=export,
        version=home.draft.version.commit if home.sent else "",
        acts=tuple(taken.acts),
        texts=held_texts(home.draft.policy, home.document.sections) if home.sent else (),
        read=tuple(
            _read(
                document, len(tracked), _untracked(untracked, alignment, shapes, is_ours=is_ours), taken.acts, brought
            )
        ),
        left_out=(
            *notes,
            *_foreign(alignment, is_ours=is_ours),
            *document.left_out,
            *shapes.told,
            *_wordless(taken),
        ),
        details=_details(document, taken, tracked),
    )


def _untracked(edits: Sequence[TrackedEdit], alignment: Alignment, shapes: Shapes, *, is_ours: bool) -> int:
    """How many changes only the comparison shows."""
    shaped = sum(change.change is None for change in shapes.changes) + len(shapes.boxes)
    return len(edits) + shaped + (len(alignment.moved) if is_ours else 0)


def _home(document: WordDocument, known: KnownTexts) -> tuple[_Home, list[str]]:
    commit = document.property_of(VERSION)
    draft = known.sent_if_here(document.property_of(POLICY), commit) if document.property_of(EXPORT) else None
    if draft is None:
        notes = [f"It was made from version {commit[:10]}, which this clone does not have."] if commit else []
        now = known.draft
        own = sent_document("", "", now.policy, now.policy.sections)
        return _Home(now, own, sent=False), [*notes, "It was placed in the draft by its words alone."]
    sections = list(_sections(document, draft))
    own = sent_document(document.property_of(TITLE), commit, draft.policy, sections)
    return _Home(draft, own, sent=True), []


def _sections(document: WordDocument, draft: Draft) -> Iterator[Section]:
    """The sections that were sent, in their order; all where the file does not say."""
    # Some programs write the properties in another order.
    numbered = {
        int(name.removeprefix(SECTION)): value.partition(" ")[2]
        for name, value in document.properties
        if name.startswith(SECTION) and name.removeprefix(SECTION).isdecimal()
    }
    names = [numbered[number] for number in sorted(numbered)]
    by_name = {sent_path(section.name): section for section in draft.policy.sections}
    yield from [by_name[name] for name in names if name in by_name] or draft.policy.sections


def _read(
    document: WordDocument, tracked: int, untracked: int, acts: Sequence[BroughtAct], brought: int
) -> Iterator[str]:
    answers = sum(bool(comment.answers) for comment in document.comments)
    known = sum(bool(act.thread) for act in acts)
    yield (
        f"Read {counted(tracked, 'tracked change')}, {counted(untracked, 'untracked change')}, "
        f"{counted(len(document.comments) - answers, 'comment')} and {counted(answers, 'answer')}; "
        f"{_whence(brought, known - brought)}."
    )
    names = Counter(act.voice.name for act in acts if not act.thread)
    if names:
        yield "By " + ", ".join(f"{name or 'nobody named'} ({count})" for name, count in names.items()) + "."


def _came_with(export: str, thread: Thread | None, act: BroughtAct) -> bool:
    """Say whether the record has an act from an earlier copy of this very file, and not because it was sent out."""
    if thread is None:
        return False
    if act.act in {"reply", "comment"}:
        events = [entry.event for entry in thread.entries if entry.event.words.split() == act.body.split()]
    else:
        events = [thread.root]
    return any(event.source is not None and event.source.export == export for event in events)


def _whence(brought: int, sent: int) -> str:
    were = f"{sent} {'was' if sent == 1 else 'were'} sent from here"
    if not brought:
        return were.replace(" w", " of them w", 1)
    return f"{brought} of them {'is' if brought == 1 else 'are'} in the record already, {were}"


def _foreign(alignment: Alignment, *, is_ours: bool) -> Iterator[str]:
    if not is_ours and (alignment.new or alignment.gone):
        new, gone = (counted(len(each), "paragraph") for each in (alignment.new, alignment.gone))
        are = "is" if len(alignment.new) == 1 else "are"
        yield f"{new} of the file {are} not in the draft, and {gone} of the draft not in the file; nobody changed them."


def _wordless(taken: Returned) -> Iterator[str]:
    """Say what comments tell without words: nothing, or that remarks of ours are dealt with, but not by whom."""
    empty = sum(not comment.body for comment in taken.document.comments)
    if empty:
        yield f"{counted(empty, 'comment')} without words."
    marked = sorted(thread.id[-6:] for thread, resolved in taken.marked if resolved and thread.is_open)
    if marked:
        what = f"{counted(len(marked), 'remark')} that we sent out {'is' if len(marked) == 1 else 'are'}"
        yield f"{what} marked as resolved in the file, which does not tell by whom: {', '.join(marked)}."


def _details(document: WordDocument, taken: Returned, tracked: Sequence[TrackedEdit]) -> dict[str, object]:
    """All that was read, as it stands in the file: for whoever wants to check that nothing is missing."""
    changes = [
        {
            "name": edit.author,
            "at": edit.at.isoformat() if edit.at else None,
            "deleted": gone.replace(NOTE_SIGN, ""),
            "inserted": come.replace(NOTE_SIGN, ""),
            "notes": (gone + come).count(NOTE_SIGN),
            "move": edit.move or None,
            "part": taken.original.paragraphs[edit.start.paragraph].first.part,
        }
        for edit in tracked
        for gone in (gone_words(edit, taken.original, taken.places),)
        for come in ("" if edit.of_inserted else edit.words,)
    ]
    comments = [
        {
            "id": comment.identifier,
            "name": comment.author,
            "at": comment.at.isoformat() if comment.at else None,
            "body": comment.body,
            "answers": comment.answers or None,
            "resolved": comment.resolved,
            "quote": taken.quote(comment).replace(NOTE_SIGN, ""),
        }
        for comment in document.comments
    ]
    return {"changes": changes, "comments": comments}
