"""The changes of a returned document as suggestions and moves, or as remarks with their words."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.import_content import BroughtAct, BroughtPlace, Voice
from reviewtui.exchange.word.acts.act_list import NO_EXACT_CHANGE, NO_EXACT_PLACE, UNTRACKED, ActList
from reviewtui.exchange.word.acts.change_sentences import AROUND, change_sentence, gone_words
from reviewtui.exchange.word.acts.known_remarks import KnownRemarks
from reviewtui.exchange.word.acts.returned_text import ReturnedText
from reviewtui.exchange.word.layout.edit_preview import preview_edit
from reviewtui.exchange.word.matching.joined_edits import joined_edits, sentences_joined
from reviewtui.exchange.word.matching.sent_places import SentPlace
from reviewtui.exchange.word.matching.structure_changes import Shapes
from reviewtui.exchange.word.matching.tracked_edits import TrackedEdit
from reviewtui.exchange.word.matching.tracked_moves import TrackedMove, tracked_moves
from reviewtui.exchange.word.reading.original_document import OriginalPlace
from reviewtui.exchange.word.rewriting.markdown_edit import MarkdownEdit, markdown_edit
from reviewtui.views.excerpt import clipped, last_words
from reviewtui.views.rendered_text import rendered_text

_MOST_PARAGRAPHS = 20
"""Over so many paragraphs changes are made one: each that is added is tried out anew with all before it."""


@dataclass(frozen=True, slots=True)
class PlacedChange:
    """One change or several made one: what it comes to in the file, None where nothing there shows the same."""

    edits: tuple[TrackedEdit, ...]
    in_file: MarkdownEdit | None = None

    @property
    def edit(self) -> TrackedEdit:
        """The change, of several the first."""
        return self.edits[0]


_ONE_END_OF_MOVE = "One end of a move: the words go in one place and come in another."
_FORMAT_LOST = "How the new words look is not kept."


class ChangeActs:
    """Makes an act of each change."""

    def __init__(self, text: ReturnedText, known: KnownRemarks, acts: ActList) -> None:
        """Take the document, what the record has of it already, and the list to add to."""
        self._text = text
        self._known = known
        self._acts = acts
        self._made: list[tuple[TrackedEdit, BroughtAct]] = []
        self._notes: dict[str, BroughtAct] = {}
        """By the name of a footnote that somebody put in: the act that says so."""
        self.present: set[str] = set()
        """The threads of ours of which a change is in the file, or was accepted in it."""
        self.accepted: dict[str, Thread] = {}
        """Those that somebody accepted in the file, all or in part."""
        self.alike: dict[str, Thread] = {}
        """Those that the file reads as if they were accepted, of which it does not tell that they were in it."""
        self.unseen: list[TrackedEdit] = []
        """Changes of which the text shows nothing, as an empty paragraph."""

    def take(self, edits: Sequence[TrackedEdit]) -> None:
        """Add an act for each change, and one for both ends of a move."""
        moves = {id(edit): move for move in tracked_moves(edits, self._text.places) for edit in (move.taken, move.put)}
        of_moves: dict[int, BroughtAct] = {}
        known = {id(edit): self._known_thread(edit) for edit in edits if id(edit) not in moves}
        free = [edit for edit in edits if id(edit) in known and not known[id(edit)]]
        joined = list(sentences_joined(edits, free, self._text.original.paragraphs))
        for edit in joined:
            if id(edit) not in moves and not known.get(id(edit)):
                known[id(edit)] = self._known_thread(edit, parts=True)
        unknown = {id(edit) for edit in joined if not known.get(id(edit))}
        for change in merged_changes(joined, moves, unknown, self._text):
            if (holder := self._note_holder(change.edit)) is not None:
                self._made.append((change.edit, holder))
                continue
            move = moves.get(id(change.edit))
            if move is None:
                made = self._change(change.edit, change.in_file, known.get(id(change.edit), ""))
                if made is None:
                    self.unseen += change.edits
                    continue
                act = made
            else:
                act = of_moves.get(id(move)) or self._move(move)
                of_moves[id(move)] = act
            self._made += [(edit, act) for edit in change.edits]
            if act.act == "comment":
                self._notes |= dict.fromkeys(_new_notes(change.edit), act)

    def _note_holder(self, edit: TrackedEdit) -> BroughtAct | None:
        """Return the act that says the words of a footnote already, which its author put in with its mark."""
        holder = self._notes.get(self._text.original.paragraphs[edit.start.paragraph].first.part)
        return holder if holder is not None and edit.author in {holder.voice.name, ""} else None

    def holding(self, author: str, place: OriginalPlace) -> BroughtAct | None:
        """Return the act of the tracked change by `author` within which a place stands."""
        for edit, act in self._made:
            start, end = (edit.start.paragraph, edit.start.at), (edit.end.paragraph, edit.end.at)
            is_theirs = edit.tracked and edit.author == author and not edit.of_inserted
            if is_theirs and start <= (place.paragraph, place.at) <= end:
                return act
        return None

    def _move(self, move: TrackedMove) -> BroughtAct:
        text, gap = self._text.sources[move.target.path], move.target.start or 0
        thread = self._known.of_move(move.taken.author, move.ends)
        self.present |= {thread.id} if thread is not None else set()
        act = BroughtAct(
            "move",
            "",
            Voice(move.taken.author),
            place=move.place,
            at=move.taken.at,
            thread=thread.id if thread is not None else "",
            quote=gone_words(move.taken, self._text.original, self._text.places),
            target=move.target,
            behind=last_words(rendered_text(text[text.rfind("\n", 0, gap) + 1 : gap]), AROUND).removeprefix("…"),
        )
        return self._acts.add(act)

    def _change(self, edit: TrackedEdit, in_file: MarkdownEdit | None, thread: str) -> BroughtAct | None:
        """Add a change; None where the text shows nothing of it."""
        original, places = self._text.original, self._text.places
        if in_file is not None and not in_file.seen and not thread:
            return None
        if in_file is None:
            body = change_sentence(edit, original, places)
            place, *also = self._text.changed(edit) or (self._file_of(edit),)
            act = BroughtAct("comment", "", Voice(edit.author), body, place, also=tuple(filter(None, also)))
        else:
            body = _half_of_move(edit) if edit.move else ""
            place = BroughtPlace(in_file.path, in_file.start, in_file.end)
            act = BroughtAct("suggestion", "", Voice(edit.author), body, place, in_file.words)
        quote = gone_words(edit, original, places)
        if in_file is not None and in_file.wider:
            quote = rendered_text(self._text.sources[in_file.path][in_file.start : in_file.end])
        is_placed = act.place is not None and act.place.start is not None
        note = " ".join(_notes(edit, in_file, is_placed=is_placed))
        # The end of a paragraph alone is no words that a reader would know the place by.
        is_seen = in_file is not None or bool(quote.strip())
        act = replace(act, at=edit.at, note=note, quote=quote if is_seen else "", thread=thread)
        return self._acts.add(act, quote if act.place is None or act.place.start is None else "")

    def _known_thread(self, edit: TrackedEdit, *, parts: bool = False) -> str:
        """Return the id of the thread in which the record has a change already, with `parts` also a part of one."""
        places = self._text.places
        first, last = edit.sent or (places.of(edit.start), places.of(edit.end, opens=edit.inserts_only))
        if first is None or last is None or first.index != last.index:
            return ""
        about = (first.index, first.at, last.at)
        thread = self._known.of_change(edit.author, about, edit.words)
        if thread is None and not edit.tracked:
            thread = self._known.of_accepted_part(about, edit.words, self.present)
        if thread is None and parts and edit.author and edit.at is not None and not edit.of_inserted:
            thread = self._known.of_part(edit.author, about, edit.words, edit.at)
        if thread is None:
            return ""
        if not edit.tracked and thread.is_open:
            told = self.accepted if self._known.was_held(thread, self.present) else self.alike
            told[thread.id] = thread
        self.present.add(thread.id)
        return thread.id

    def _file_of(self, edit: TrackedEdit) -> BroughtPlace | None:
        if edit.sent is not None:
            path = self._text.places.paragraph(edit.sent[0]).path
            return BroughtPlace(path) if path else None
        return self._text.file_around(edit.start)


def _notes(edit: TrackedEdit, in_file: MarkdownEdit | None, *, is_placed: bool) -> Iterator[str]:
    """Say what the author should know about a change."""
    if edit.inside:
        yield f"A collision: it stands among what {edit.inside} changed too, so it is shown and not applied."
    elif edit.of_inserted:
        yield f"A collision: it takes out words that {edit.of_inserted} put in, so it is shown and not applied."
    elif in_file is None:
        yield NO_EXACT_CHANGE if is_placed else NO_EXACT_PLACE
    if in_file is not None and in_file.plain:
        yield _FORMAT_LOST
    if not edit.tracked:
        yield UNTRACKED
    if edit.move:
        yield _ONE_END_OF_MOVE


def _new_notes(edit: TrackedEdit) -> Iterator[str]:
    """Give the names of the footnotes that an edit puts in."""
    yield from (piece.run.note for piece in edit.pieces if piece.run is not None and piece.run.note)


def _half_of_move(edit: TrackedEdit) -> str:
    return "Moved from here." if not edit.words else "Moved to here."


def add_untracked_moves(text: ReturnedText, acts: ActList) -> None:
    """Add a remark for all that was put elsewhere without tracking, on the words as they stand."""
    paragraphs = text.places.document.paragraphs
    for moved in text.places.alignment.moved:
        body = f"Would move this to {_behind(text, moved.behind)}."
        end = SentPlace(moved.last, len(paragraphs[moved.last].text))
        for place in text.passages(SentPlace(moved.first, 0), end):
            quote = text.sources[place.path][place.start : place.end]
            acts.add(BroughtAct("comment", "", Voice(""), body, place, quote=quote, note=UNTRACKED), body)


def add_shapes(text: ReturnedText, acts: ActList, shapes: Shapes) -> None:
    """Add a remark for each change besides words, and for what stands in a text box that nobody tracked."""
    for shape in shapes.changes:
        author, at = (shape.change.author, shape.change.at) if shape.change is not None else ("", None)
        note = UNTRACKED if shape.change is None else ""
        quote = text.places.between(shape.first, shape.last)
        for place in text.passages(shape.first, shape.last):
            act = BroughtAct("comment", "", Voice(author), shape.body, place, at=at, quote=quote, note=note)
            acts.add(act, shape.body)
    for path, words in shapes.boxes:
        place_of_box = BroughtPlace(path) if path in text.sources else None
        acts.add(BroughtAct("comment", "", Voice(""), f"In a text box: {words}", place_of_box, note=UNTRACKED), words)


def _behind(text: ReturnedText, index: int) -> str:
    """Say behind which words of the policy something was put."""
    before = reversed(text.places.document.paragraphs[: index + 1])
    words = next((paragraph.text for paragraph in before if paragraph.is_of_policy and paragraph.text), "")
    return f"behind “{clipped(words)}”" if words else "the beginning"


def merged_changes(
    edits: Sequence[TrackedEdit], moved: Container[int], free: Container[int], text: ReturnedText
) -> list[PlacedChange]:
    """Return the changes; those of `free` that meet another by the same person are one with it.

    `moved` and `free` are ids; what is moved is told by both its ends, and not looked at here.
    """
    changes: list[PlacedChange] = []
    last_of: dict[str, int] = {}
    for edit in edits:
        is_told = bool(edit.inside or edit.of_inserted) or id(edit) in moved
        change = PlacedChange((edit,), None if is_told else markdown_edit(edit, text.places, text.sources))
        may_join = id(edit) in free and edit.tracked and not edit.move and change.in_file is not None
        before = last_of.get(edit.author) if may_join else None
        together = _together(changes[before], change, text) if before is not None else None
        if together is not None and before is not None:
            changes[before] = together
            continue
        if may_join:
            last_of[edit.author] = len(changes)
        changes.append(change)
    return changes


def _together(one: PlacedChange, other: PlacedChange, text: ReturnedText) -> PlacedChange | None:
    """Two changes as one where they meet, else None."""
    first, second = one.in_file, other.in_file
    if first is None or second is None or first.path != second.path:
        return None
    if first.start == first.end == second.start == second.end:
        return _one_behind_other(one, other, text.sources[first.path])
    are_many = other.edit.end.paragraph - one.edit.start.paragraph > _MOST_PARAGRAPHS
    if are_many or first.end <= second.start or second.end <= first.start:
        return None
    edit = joined_edits((*one.edits, *other.edits), text.original.paragraphs)
    in_file = markdown_edit(edit, text.places, text.sources) if edit is not None else None
    return PlacedChange((edit,), in_file) if edit is not None and in_file is not None else None


def _one_behind_other(one: PlacedChange, other: PlacedChange, source: str) -> PlacedChange | None:
    """Two insertions of paragraphs at one place: taken by themselves, either could come to stand before the other."""
    if one.in_file is None or other.in_file is None:
        return None
    both = replace(one.in_file, words=one.in_file.words + other.in_file.words)
    shown = [_paragraphs(source, each) for each in (one.in_file, other.in_file, both)]
    if None in shown:
        return None
    (before, first), (_, second), (_, together) = (each for each in shown if each is not None)
    new = [each for each in first if each not in before], [each for each in second if each not in before]
    is_exact = len(together) == len(before) + sum(map(len, new)) and _follow(together, [*new[0], *new[1]])
    return PlacedChange((*one.edits, *other.edits), both) if is_exact else None


def _paragraphs(source: str, edit: MarkdownEdit) -> tuple[list[object], list[object]] | None:
    """What is seen around an edit without it and with it."""
    preview = preview_edit(source, (edit.start, edit.end), edit.words)
    if preview is None:
        return None
    return [each.seen for each in preview.before], [each.seen for each in preview.after]


def _follow(all_of_them: Sequence[object], some: Sequence[object]) -> bool:
    """Whether some things stand one behind the other among all."""
    reach = range(len(all_of_them) - len(some) + 1)
    return any(list(all_of_them[at : at + len(some)]) == list(some) for at in reach)
