"""What the people who wrote in a returned document ask for: each change and comment as an act at its place."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reviewtui.domain.actions.bringing_in.naming import NAMELESS
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.incoming import BroughtAct, BroughtPlace, Voice
from reviewtui.exchange.formats.unmarked_words import plain_words
from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph
from reviewtui.exchange.word.matching.change_sentences import change_sentence, gone_words
from reviewtui.exchange.word.matching.known_remarks import KnownRemarks
from reviewtui.exchange.word.matching.sent_places import SentPlaces
from reviewtui.exchange.word.matching.shape_changes import Shapes
from reviewtui.exchange.word.matching.tracked_edits import TrackedEdit
from reviewtui.exchange.word.matching.tracked_moves import TrackedMove, tracked_moves
from reviewtui.exchange.word.matching.wording import Wording, wording
from reviewtui.exchange.word.reading.original import OriginalDocument, OriginalPlace
from reviewtui.exchange.word.reading.paragraph import Run, RunPosition, WordComment, WordDocument
from reviewtui.views.excerpt import clipped

UNTRACKED = "Changed without tracking, so the file does not tell by whom."
NO_EXACT_PLACE = "It has no exact place in the text, so it comes in as a remark with its words."
_MOVED = "One end of a move: the words go in one place and come in another."
_FORMAT_LOST = "How the new words look is not kept."
_AROUND = 40


@dataclass
class Returned:
    """A returned document beside what was sent, and the acts that have been found in it."""

    document: WordDocument
    original: OriginalDocument
    places: SentPlaces
    sources: dict[str, str]
    known: KnownRemarks
    acts: list[BroughtAct] = field(default_factory=list)
    marked: list[tuple[Thread, bool]] = field(default_factory=list)
    """The remarks of ours that came back, and whether they are marked as resolved."""
    _edits: list[tuple[TrackedEdit, BroughtAct]] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)
    _threads: dict[str, str] = field(default_factory=dict)
    """By the id of a comment: the thread of the record, or the item of the file, that it is of."""

    def take_edits(self, edits: Sequence[TrackedEdit]) -> None:
        """Add an act for each change, and one for both ends of a move."""
        moves = {id(edit): move for move in tracked_moves(edits, self.places) for edit in (move.taken, move.put)}
        done: dict[int, BroughtAct] = {}
        for edit in edits:
            move = moves.get(id(edit))
            if move is not None and id(move) in done:
                self._edits.append((edit, done[id(move)]))
                continue
            act = self._change(edit) if move is None else self._move(move)
            if move is not None:
                done[id(move)] = act
            self.acts.append(act)
            self._edits.append((edit, act))

    def _move(self, move: TrackedMove) -> BroughtAct:
        before = self.sources[move.target.path][max(0, (move.target.start or 0) - _AROUND) : move.target.start]
        act = BroughtAct("move", "", Voice(move.taken.author), place=move.place, at=move.taken.at)
        thread = self.known.of_move(move.taken.author, move.ends)
        act = replace(
            act,
            target=move.target,
            behind=plain_words(before),
            quote=gone_words(move.taken, self.original, self.places),
        )
        act = replace(act, thread=thread.id if thread is not None else "")
        return self._named(act, "")

    def take_moves(self) -> None:
        """Add a remark for all that was put elsewhere without tracking, on the words as they stand."""
        for moved in self.places.alignment.moved:
            for place in self._parts(moved.first, 0, moved.last, len(self.places.document.paragraphs[moved.last].text)):
                quote = self.sources[place.path][place.start : place.end]
                body = f"Would move this to {self._behind(moved.behind)}."
                act = BroughtAct("comment", "", Voice(""), body, place, quote=quote, note=UNTRACKED)
                self.acts.append(self._named(act, body))

    def take_shapes(self, shapes: Shapes) -> None:
        """Add a remark for each change besides words, and for what stands in a text box that nobody tracked."""
        for change in shapes.changes:
            author, at = (change.change.author, change.change.at) if change.change is not None else ("", None)
            note = UNTRACKED if change.change is None else ""
            for place in self._parts(change.first.index, change.first.at, change.last.index, change.last.at):
                quote = self.places.between(change.first, change.last)
                act = BroughtAct("comment", "", Voice(author), change.body, place, at=at, quote=quote, note=note)
                self.acts.append(self._named(act, change.body))
        for path, words in shapes.boxes:
            act = BroughtAct("comment", "", Voice(""), f"In a text box: {words}", note=UNTRACKED)
            act = replace(act, place=BroughtPlace(path) if path in self.sources else None)
            self.acts.append(self._named(act, words))

    def _behind(self, index: int) -> str:
        paragraphs = self.places.document.paragraphs
        while index >= 0 and not (paragraphs[index].is_of_policy and paragraphs[index].text):
            index -= 1
        return f"behind “{clipped(paragraphs[index].text)}”" if index >= 0 else "the beginning"

    def take_comments(self) -> None:
        """Add an act for each comment, what is answered before its answers."""
        comments = {comment.identifier: comment for comment in self.document.comments}
        for comment in sorted(comments.values(), key=lambda each: each.answers in comments):
            act = self._answer(comment, comments) if comment.answers in comments else None
            # What answers nothing that came in, as a comment without words, is one by itself.
            act = act or self._comment(comment)
            if act is not None:
                self.acts.append(act)
                self._threads[comment.identifier] = act.thread or (act.to if act.act == "reply" else act.item)

    def _change(self, edit: TrackedEdit) -> BroughtAct:
        voice = Voice(edit.author)
        wording_there = None if edit.inside or edit.of_inserted else wording(edit, self.places, self.sources)
        about = self._known_place(edit)
        thread = self.known.of_change(edit.author, about, edit.words) if about is not None else None
        note = " ".join(self._notes(edit, wording_there))
        quote = gone_words(edit, self.original, self.places)
        if wording_there is None:
            act = BroughtAct(
                "comment",
                "",
                voice,
                change_sentence(edit, self.original, self.places),
                self._rough_place(edit),
                at=edit.at,
                note=note,
            )
        else:
            place = BroughtPlace(wording_there.path, wording_there.start, wording_there.end)
            body = _move_words(edit) if edit.move else ""
            act = BroughtAct("suggestion", "", voice, body, place, wording_there.words, at=edit.at, note=note)
        act = replace(act, quote=quote, thread=thread.id if thread is not None else "")
        return self._named(act, quote if act.place is None or act.place.start is None else "")

    def _known_place(self, edit: TrackedEdit) -> tuple[int, int, int] | None:
        first, last = self.places.of(edit.start), self.places.of(edit.end, opens=edit.inserts_only)
        first, last = edit.sent if edit.sent is not None else (first, last)
        if first is None or last is None or first.index != last.index:
            return None
        return first.index, first.at, last.at

    def _notes(self, edit: TrackedEdit, wording_there: Wording | None) -> Iterator[str]:
        if edit.inside:
            yield f"A collision: it stands among what {edit.inside} changed too, so it is shown and not applied."
        elif edit.of_inserted:
            yield f"A collision: it takes out words that {edit.of_inserted} put in, so it is shown and not applied."
        elif wording_there is None:
            yield NO_EXACT_PLACE
        if wording_there is not None and wording_there.plain:
            yield _FORMAT_LOST
        if not edit.tracked:
            yield UNTRACKED
        if edit.move:
            yield _MOVED

    def _rough_place(self, edit: TrackedEdit) -> BroughtPlace | None:
        if edit.sent is not None:
            path = self.places.paragraph(edit.sent[0]).path
            return BroughtPlace(path) if path else None
        return self._file_around(edit.start)

    def _file_around(self, place: OriginalPlace) -> BroughtPlace | None:
        path = self.places.nearest_path(place.paragraph)
        return BroughtPlace(path) if path in self.sources else None

    def _comment(self, comment: WordComment) -> BroughtAct | None:
        thread = self.known.of_comment(comment)
        voice = Voice(comment.author)
        if thread is not None:
            self.marked.append((thread, comment.resolved))
            return BroughtAct(
                "comment", f"known {thread.id} {comment.identifier}", voice, comment.body, thread=thread.id
            )
        if not comment.body:
            return None
        edit = self._edit_under(comment)
        if edit is not None:
            act = BroughtAct("reply", "", voice, comment.body, at=comment.at, to=edit.thread or edit.item)
            act = replace(act, quote=self.quote(comment), resolved=comment.resolved)
            return self._named(act, edit.item)
        places = self._places(comment)
        act = BroughtAct("comment", "", voice, comment.body, at=comment.at, quote=self.quote(comment))
        act = replace(act, resolved=comment.resolved)
        if places:
            act = replace(act, place=places[0], also=places[1:])
            return self._named(act, "")
        where = self.original.place(comment.about.start) if comment.about is not None else None
        body = f"About “{act.quote}”: {act.body}" if act.quote and not self._is_about_ours(comment) else act.body
        note = "" if self._is_about_ours(comment) else NO_EXACT_PLACE
        act = replace(act, body=body, place=self._file_around(where) if where is not None else None, note=note)
        return self._named(act, act.quote)

    def _answer(self, comment: WordComment, comments: dict[str, WordComment]) -> BroughtAct | None:
        to = self._threads.get(_root_of(comment, comments), "")
        if not (comment.body and to):
            return None
        thread = self.known.of_comment(comment)
        act = BroughtAct("reply", "", Voice(comment.author), comment.body, at=comment.at, to=to)
        act = replace(act, thread=thread.id if thread is not None else "", resolved=comment.resolved)
        return self._named(act, to)

    def _named(self, act: BroughtAct, beside: str) -> BroughtAct:
        """Return an act with what names it as often as the file is saved anew: whose it is, where it stands, which one.

        Where a program writes no names, several people may stand behind one, so that the words tell them apart.
        """
        nameless = " ".join(act.voice.name.split()).casefold() in NAMELESS
        key = _key(act, f"{beside} {act.digest}" if nameless else beside)
        self._counts[key] += 1
        return replace(act, item=hashlib.sha256(f"{key} {self._counts[key]}".encode()).hexdigest()[:32])

    def _is_about_ours(self, comment: WordComment) -> bool:
        """Whether a comment is about our own words around the policy, so about the whole of it."""
        place = self._of(comment.about.start, opens=True) if comment.about is not None else None
        return place is not None and not self.places.paragraph(place).is_of_policy

    def _of(self, spot: RunPosition, *, opens: bool):  # type: ignore[no-untyped-def]  # noqa: ANN202
        place = self.original.place(spot)
        return None if place is None else self.places.of(place, opens=opens)

    def _places(self, comment: WordComment) -> tuple[BroughtPlace, ...]:
        """Where a comment stands in the policy, a place in each file; none where that is not sure."""
        if comment.about is None:
            return ()
        first = self._of(comment.about.start, opens=True)
        last = self._of(comment.about.end, opens=False) if comment.about.end != comment.about.start else first
        if first is None or last is None or (last.index, last.at) < (first.index, first.at):
            return ()
        if first.index == last.index:
            paragraph = self.places.paragraph(first)
            if not paragraph.is_of_policy:
                return ()
            return (BroughtPlace(paragraph.path, *_span_of(paragraph, first.at, last.at)),)
        return tuple(self._parts(first.index, first.at, last.index, last.at))

    def _parts(self, first: int, start: int, last: int, end: int) -> Iterator[BroughtPlace]:
        paragraphs = self.places.document.paragraphs
        inside = [n for n in range(first, last + 1) if paragraphs[n].is_of_policy and paragraphs[n].text]
        inside = [
            n for n in inside if not (n == last and not end) and not (n == first and start >= len(paragraphs[n].text))
        ]
        for path in dict.fromkeys(paragraphs[n].path for n in inside):
            own = [n for n in inside if paragraphs[n].path == path]
            low = paragraphs[own[0]].source(start if own[0] == first else 0, len(paragraphs[own[0]].text))[0]
            high = paragraphs[own[-1]].source(0, end if own[-1] == last else len(paragraphs[own[-1]].text))[1]
            if low < high:
                yield BroughtPlace(path, low, high)

    def quote(self, comment: WordComment) -> str:
        """Return the words that a comment is about."""
        return "\n".join(
            text for text in ("".join(run.text for run in runs) for runs in self._runs_under(comment)) if text
        )

    def _runs_under(self, comment: WordComment) -> Iterator[Sequence[Run]]:
        """Give the runs that a comment is about, paragraph by paragraph."""
        if comment.about is None:
            return
        start, end = comment.about.start, comment.about.end
        for number in range(start.paragraph, end.paragraph + 1):
            if number < len(self.document.paragraphs):
                runs = self.document.paragraphs[number].runs
                low = start.run if number == start.paragraph else 0
                yield runs[low : end.run if number == end.paragraph else len(runs)]

    def _edit_under(self, comment: WordComment) -> BroughtAct | None:
        """Return the change of which a comment is about the new words only."""
        runs = [run for runs in self._runs_under(comment) for run in runs if run.text]
        if comment.about is None or not runs or any(run.inserted is None for run in runs):
            return None
        place = self.original.place(comment.about.start)
        author = runs[0].inserted.author if runs[0].inserted is not None else ""
        for edit, act in self._edits:
            is_theirs = edit.tracked and edit.author == author and not edit.of_inserted
            if is_theirs and place is not None and _holds(edit, place):
                return act
        return None


def _holds(edit: TrackedEdit, place: OriginalPlace) -> bool:
    start, end = (edit.start.paragraph, edit.start.at), (edit.end.paragraph, edit.end.at)
    return start <= (place.paragraph, place.at) <= end


def _span_of(paragraph: SentParagraph, start: int, end: int) -> tuple[int, int]:
    if start == end:
        return (paragraph.gap(start)[0],) * 2
    return paragraph.source(start, end)


def _move_words(edit: TrackedEdit) -> str:
    return "Moved from here." if not edit.words else "Moved to here."


def _root_of(comment: WordComment, comments: dict[str, WordComment]) -> str:
    seen = {comment.identifier}
    while comment.answers in comments and comment.answers not in seen:
        seen.add(comment.answers)
        comment = comments[comment.answers]
    return comment.identifier


def _key(act: BroughtAct, beside: str) -> str:
    """What acts have in common that are of one person at one place."""
    place = act.place
    parts = (
        act.act,
        act.voice.name,
        place.path if place else "",
        str((place.start, place.end) if place else ""),
        beside,
    )
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
