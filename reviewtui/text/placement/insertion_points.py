"""An insertion point placed: between the words that it stood between, beside one of them, or nowhere.

What stands at the end of a line belongs to the words before it, what stands at the beginning of one to those behind it;
inside a line both may keep it. Where neither is left and their sentence is gone too, the point is lost: another place
with like words is no answer.
"""

import re
from dataclasses import replace
from typing import Literal

from reviewtui.text.markdown.parsing.lines import line_start, line_stop
from reviewtui.text.placement.place_values import PlaceCandidate
from reviewtui.text.placement.projected_span import clear_location, probability_at
from reviewtui.text.placement.reworded_passage import TOLD, reworded_locations
from reviewtui.text.placement.sentence_matching.sentence_assignment import SentenceAssignment
from reviewtui.text.placement.tuning import GAP_GREW, GAP_REWORDED, GAP_WITH_ONE_SIDE
from reviewtui.text.placement.version_map.word_map import MappedRun
from reviewtui.text.words.terms import bare_word
from reviewtui.text.words.units import Unit
from reviewtui.text.words.words import is_mark

_LETTER = re.compile(r"\w")
_Bound = Literal["before", "behind", "both"]


def gap_location(assignment: SentenceAssignment, path: str, at: int) -> PlaceCandidate | None:
    """Return where the gap `at` of an old file is now; `start` equals `end`. None where it is lost."""
    location = _by_its_words(assignment, path, at)
    return (location and _in_its_sentence(assignment, path, at, location)) or _in_equal_sentence(assignment, path, at)


def _in_equal_sentence(assignment: SentenceAssignment, path: str, at: int) -> PlaceCandidate | None:
    """Return the same place in the sentence around a gap, where that stands word for word."""
    for unit in assignment.versions.old.touched(path, at - 1, at):
        clear = clear_location(assignment, path, unit.start, unit.end)
        locations = (clear,) if clear else reworded_locations(assignment, path, unit.start, unit.end)
        texts = (assignment.versions.new.texts[each.path][each.start : each.end] for each in locations)
        if [unit.text[unit.start : unit.end]] == list(texts):
            place = locations[0].start + at - unit.start
            return replace(locations[0], start=place, end=place, same=True)
    return None


def _in_its_sentence(
    assignment: SentenceAssignment, path: str, at: int, location: PlaceCandidate
) -> PlaceCandidate | None:
    """Return a place as sure as it is that a sentence beside the gap went there; None where none did.

    A word or two beside it may stand in any other sentence.
    """
    versions, place = assignment.versions, location.start
    beside = [unit for unit in versions.old.units(path) if unit.start <= at <= unit.end]
    if not beside:
        return location
    there = {unit.index for unit in versions.new.units(location.path) if unit.start <= place <= unit.end}
    stands = versions.kept_sentences(path) if versions.partner.get(path) == location.path else {}
    if any(stands.get(unit.index) in there for unit in beside):
        return location
    sure = max(probability_at(assignment, unit, location.path, (place - 1, place + 1)) for unit in beside)
    return replace(location, sure=min(location.sure, sure)) if sure >= TOLD else None


def _by_its_words(assignment: SentenceAssignment, path: str, at: int) -> PlaceCandidate | None:
    """Return where the words on both sides of a gap are, or one of them."""
    table = assignment.versions.old_table(path)
    index = table.range(at, len(table.text))[0]
    if index < len(table.words) and table.starts[index] < at:
        return _within_word(assignment, path, index, at)
    bound = _bound(table.text, at)
    before, behind = _kept(assignment, path, index - 1, -1), _kept(assignment, path, index, 1)
    together = before and behind and before.path == behind.path and 0 < behind.new - before.new <= GAP_GREW
    if before and behind and together:
        if behind.new == before.new + 1:
            place = _after_word(assignment, path, index - 1, before, at)
            if at == table.starts[index]:
                place = assignment.versions.new_table(behind.path).starts[behind.new]
            return PlaceCandidate(before.path, place, place, 1.0, same=True)
        behind, before = (behind, None) if bound == "behind" else (None, before)
    if before and bound != "behind":
        place = _after_word(assignment, path, index - 1, before, at)
        return PlaceCandidate(before.path, place, place, GAP_WITH_ONE_SIDE)
    if behind and bound != "before":
        target = assignment.versions.new_table(behind.path)
        place = _before_word(target.text, target.starts[behind.new], table.starts[index] - at)
        return PlaceCandidate(behind.path, place, place, GAP_WITH_ONE_SIDE)
    return _beside_sentence(assignment, path, at)


def _bound(text: str, at: int) -> _Bound:
    """Return to which side a gap belongs: to the line that it ends, to the one that it begins, or to both.

    At the end of a file it belongs to the last words.
    """
    if not text[at:].strip():
        return "before"
    if _LETTER.search(text, line_start(text, at), at) is None:
        return "behind"
    return "both" if text[at : line_stop(text, at)].strip() else "before"


def _kept(assignment: SentenceAssignment, path: str, index: int, step: int) -> MappedRun | None:
    """Return where the word beside a gap is; a mere mark stands where the word is whose mark it is."""
    table = assignment.versions.old_table(path)
    word = index
    while 0 <= word < len(table.words) and is_mark(table.words[word]):
        word += step
    if not 0 <= word < len(table.words):
        return None
    there = assignment.words.mapped_runs(path, index, index + 1)
    voucher = assignment.words.mapped_runs(path, word, word + 1)
    if not there or not voucher or there[0].path != voucher[0].path:
        return None
    return there[0] if there[0].new - index == voucher[0].new - word else None


def _after_word(assignment: SentenceAssignment, path: str, index: int, piece: MappedRun, at: int) -> int:
    """Return the place behind a kept word, as far into the white space as the gap stood behind the old word."""
    target = assignment.versions.new_table(piece.path)
    end = target.end(piece.new)
    room = len(target.text[end:]) - len(target.text[end:].lstrip())
    return end + min(max(at - assignment.versions.old_table(path).end(index), 0), room)


def _before_word(text: str, start: int, blanks: int) -> int:
    """Return the place up to `blanks` characters of white space before the word at `start`."""
    room = start - len(text[:start].rstrip())
    return start - min(blanks, room)


def _within_word(assignment: SentenceAssignment, path: str, index: int, at: int) -> PlaceCandidate | None:
    """Return the same place in a word that is kept, or in the word that took its place with other signs around it."""
    table = assignment.versions.old_table(path)
    into = at - table.starts[index]
    pieces = assignment.words.mapped_runs(path, index, index + 1)
    if pieces:
        target = assignment.versions.new_table(pieces[0].path)
        place = target.starts[pieces[0].new] + min(into, len(target.words[pieces[0].new]))
        return PlaceCandidate(pieces[0].path, place, place, 1.0, same=True)
    there = _same_core(assignment, path, index)
    if there is None:
        return _beside_sentence(assignment, path, at)
    partner, number = there
    target = assignment.versions.new_table(partner)
    letters = bare_word(table.words[index])
    head, new_head = (word.lower().find(letters) for word in (table.words[index], target.words[number]))
    place = target.starts[number] + new_head + max(0, min(into - head, len(letters)))
    return PlaceCandidate(partner, place, place, GAP_WITH_ONE_SIDE)


def _same_core(assignment: SentenceAssignment, path: str, index: int) -> tuple[str, int] | None:
    """Return the new word right beside a kept neighbour that differs from an old one in its signs alone."""
    table = assignment.versions.old_table(path)
    letters = bare_word(table.words[index])
    for step in (-1, 1):
        pieces = assignment.words.mapped_runs(path, index + step, index + step + 1) if index + step >= 0 else []
        if pieces and letters:
            target, number = assignment.versions.new_table(pieces[0].path), pieces[0].new - step
            if 0 <= number < len(target.words) and bare_word(target.words[number]) == letters:
                return pieces[0].path, number
    return None


def _beside_sentence(assignment: SentenceAssignment, path: str, at: int) -> PlaceCandidate | None:
    """Return the end or the beginning of the sentence that ended or began at a gap, where that is found reworded.

    A gap inside of a sentence lives between its words alone.
    """
    table = assignment.versions.old_table(path)
    bound = _bound(table.text, at)
    units = assignment.versions.old.units(path)
    if any(unit.start < at < unit.end for unit in assignment.versions.old.touched(path, at, at)):
        return None
    ahead = [unit for unit in units if unit.end <= at][-1:] if bound != "behind" else []
    behind = [unit for unit in units if unit.start >= at][:1] if bound != "before" else []
    for unit in (*ahead, *behind):
        if _LETTER.search(table.text, min(at, unit.end), max(at, unit.start)):
            continue
        locations = reworded_locations(assignment, path, unit.start, unit.end)
        if len(locations) == 1:
            place = _edge(assignment, locations[0], unit, at)
            return PlaceCandidate(locations[0].path, place, place, min(GAP_REWORDED, locations[0].sure))
    return None


def _edge(assignment: SentenceAssignment, location: PlaceCandidate, unit: Unit, at: int) -> int:
    """Return the end of a sentence for a gap behind it; for one before it its beginning, or that of its line."""
    if unit.end <= at:
        return location.end
    text = assignment.versions.new.texts[location.path]
    line = line_start(text, location.start)
    marks = text[line : location.start]
    return line if len(marks) <= unit.start - at and _LETTER.search(marks) is None else location.start
