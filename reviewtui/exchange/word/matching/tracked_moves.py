"""Tracked moves: the words that go in one place and come in another, as one wish that a passage stands elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reviewtui.domain.review.import_content import BroughtPlace
from reviewtui.exchange.word.matching.sent_places import SentPlace, SentPlaces
from reviewtui.exchange.word.matching.tracked_edits import TrackedEdit
from reviewtui.exchange.word.reading.original_document import Original


@dataclass(frozen=True, slots=True)
class TrackedMove:
    """Both ends of a move by one person, the passage that goes and the gap in which it is to stand."""

    taken: TrackedEdit
    put: TrackedEdit
    place: BroughtPlace
    target: BroughtPlace
    ends: tuple[int, ...]
    """Both ends in the text that was sent, by which a move that we sent is known again."""


def moves_named(edits: Sequence[TrackedEdit], places: SentPlaces) -> list[TrackedEdit]:
    """Return the changes, of whole paragraphs that go and come in again elsewhere each as one end of a move.

    Some programs do not say that both belong together, or not of both; whose words stand at several places stay as
    they are.
    """
    named = Counter((edit.author, edit.move) for edit in edits)
    ends: dict[tuple[str, str], list[TrackedEdit]] = defaultdict(list)
    for edit in edits:
        is_one_of_two = edit.move and named[edit.author, edit.move] > 1
        special = is_one_of_two or edit.row or edit.inside or edit.of_inserted or not edit.tracked
        words = "" if special else edit.words if edit.inserts_only else _taken_words(edit, places.originals)
        if words.strip():
            ends[edit.author, "".join(words.split())].append(edit)
    pairs = [pair for pair in ends.values() if len(pair) == 2 and pair[0].inserts_only != pair[1].inserts_only]
    names = {id(edit): f"same words {number}" for number, pair in enumerate(pairs, 1) for edit in pair}
    renamed = [replace(edit, move=names[id(edit)]) if id(edit) in names else edit for edit in edits]
    # Words that come within another paragraph are no move: they stay what the file calls them.
    moved = {id(end) for move in tracked_moves(renamed, places) for end in (move.taken, move.put)}
    return [new if id(new) in moved else edit for edit, new in zip(edits, renamed, strict=True)]


def _taken_words(edit: TrackedEdit, originals: Sequence[Original]) -> str:
    """The words of the whole paragraphs that an edit takes out; nothing where it does anything else."""
    start, end = edit.start, edit.end
    last = end.paragraph if end.at else end.paragraph - 1
    if edit.pieces or start.at or last < start.paragraph or end.at not in {0, len(originals[last].text)}:
        return ""
    return " ".join(original.text for original in originals[start.paragraph : last + 1])


def tracked_moves(edits: Sequence[TrackedEdit], places: SentPlaces) -> Iterator[TrackedMove]:
    """Give the moves of which both ends are whole, have a sure place, and hold the same words.

    What was changed on the way is no move alone, and stays the two changes that it is.
    """
    ends: dict[tuple[str, str], list[TrackedEdit]] = defaultdict(list)
    for edit in edits:
        if edit.move and edit.tracked:
            ends[edit.author, edit.move].append(edit)
    new_ends = {(edit.author, edit.start) for edit in edits if any(piece.run is None for piece in edit.pieces)}
    for pair in ends.values():
        if len(pair) != 2 or any(edit.inside or edit.of_inserted or edit.row for edit in pair):
            continue
        taken, put = sorted(pair, key=lambda edit: edit.inserts_only)
        if taken.pieces or not put.inserts_only:
            continue
        first, last = places.of(taken.start), places.of(taken.end)
        place = _passage(places, first, last)
        gap = places.of(put.start, opens=True)
        target = _gap(places, gap)
        if place is None or target is None or first is None or last is None or gap is None:
            continue
        # Whole paragraphs come between paragraphs, or words behind words: only that is what a move says.
        is_whole = _is_whole(places, first, last)
        is_between = gap.at in {0, len(places.paragraph(gap).text)} if is_whole else gap.at > 0
        # What is named of a table is a row of it, so words of cells go and come.
        is_in_cell = any(places.originals[each.paragraph].first.cell is not None for each in (taken.start, put.start))
        if not is_between or is_in_cell or is_whole != ((put.author, put.start) in new_ends):
            continue
        if "".join(places.between(first, last).split()) == "".join(put.words.split()):
            yield TrackedMove(taken, put, place, target, _ends(places, first, last, gap))


def _is_whole(places: SentPlaces, first: SentPlace, last: SentPlace) -> bool:
    """Whether the words between two places are all of their paragraphs."""
    return not first.at and last.at in {0, len(places.paragraph(last).text)}


def _ends(places: SentPlaces, first: SentPlace, last: SentPlace, gap: SentPlace) -> tuple[int, ...]:
    """Both ends as numbers: the beginning of a paragraph is the end of the one before it."""
    end = last if last.at else _end_before(places, last)
    behind = gap if gap.at else _end_before(places, gap)
    if end is None or behind is None:
        return ()
    return (first.index, first.at, end.index, end.at, behind.index, behind.at)


def _passage(places: SentPlaces, first: SentPlace | None, last: SentPlace | None) -> BroughtPlace | None:
    """The characters of a file between two places of one file."""
    if first is None or last is None or (first.index, first.at) >= (last.index, last.at):
        return None
    paragraphs = places.document.paragraphs
    end = last if last.at else _end_before(places, last)
    if end is None or end.index < first.index:
        return None
    here, there = paragraphs[first.index], paragraphs[end.index]
    if not here.is_of_policy or here.path != there.path:
        return None
    if first.index == end.index:
        words = here.text[first.at : end.at]
        # The space that goes along with words may stand behind a mark that does not.
        low = first.at + len(words) - len(words.lstrip())
        return BroughtPlace(here.path, *here.source(low, low + len(words.strip()))) if words.strip() else None
    return BroughtPlace(here.path, here.source(first.at, len(here.text))[0], there.source(0, end.at)[1])


def _gap(places: SentPlaces, place: SentPlace | None) -> BroughtPlace | None:
    """The gap of a file in which new words stand; before a paragraph that is behind the one before it."""
    if place is None:
        return None
    paragraph = places.paragraph(place)
    behind = place if place.at else _end_before(places, place)
    before = places.paragraph(behind) if behind is not None else paragraph
    # What stands before the heading with which a file begins ends the file before it.
    opens = paragraph.kind == "heading" and not place.at
    if behind is None or not before.is_of_policy or not (before.path == paragraph.path or opens):
        return None
    at = before.end if behind.at >= len(before.text) else before.gap(behind.at)[0]
    return BroughtPlace(before.path, at, at)


def _end_before(places: SentPlaces, place: SentPlace) -> SentPlace | None:
    """The end of the last paragraph with words before the one in which a place stands."""
    for index in range(place.index - 1, -1, -1):
        if places.document.paragraphs[index].text:
            return SentPlace(index, len(places.document.paragraphs[index].text))
    return None
