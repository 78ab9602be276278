"""Where the words of a passage went, told from the word map: without doubt, or roughly for very many quotes."""

from dataclasses import dataclass, replace

from reviewtui.text.placement.passage_edges import closes_sentence, opens_sentence
from reviewtui.text.placement.place_values import PlaceCandidate
from reviewtui.text.placement.reworded_passage import TOLD
from reviewtui.text.placement.sentence_matching.sentence_assignment import SentenceAssignment
from reviewtui.text.placement.tuning import (
    AROUND_WORDS,
    CLEARLY_KEPT,
    HELD_BY,
    HELD_NEAR,
    ROUGH_REACH,
    ROUGHLY_KEPT,
    SPAN_DENSE,
    SPAN_HELD,
    SPAN_KEPT,
    SPAN_SUPPORT,
    SURE_WORDS,
)
from reviewtui.text.placement.version_map.word_map import MappedRun
from reviewtui.text.span import Span
from reviewtui.text.words.terms import bare_word
from reviewtui.text.words.units import Unit
from reviewtui.text.words.words import WordTable


@dataclass(frozen=True, slots=True)
class ProjectedSpan:
    """The new words `first` to `stop` of `path` stand for the passage; how many of its words were kept there.

    Where the first or last word of the passage changed, `head` and `tail` say how far the change reaches: the new
    word behind what stays before, and the first one of what stays after.
    """

    path: str
    first: int
    stop: int
    kept: int
    support: int
    sure: bool
    head: int | None = None
    tail: int | None = None
    shares: tuple[int, int] = (0, 0)


def project_span(around: list[MappedRun], first: int, stop: int) -> ProjectedSpan | None:
    """Judge the pieces of the words `first` to `stop` and of a few words around them; None without any inside."""
    if len(around) == 1 and around[0].old <= first and around[0].old + around[0].size >= stop:
        i, j, n, path = around[0]
        low = j + first - i
        return ProjectedSpan(path, low, low + stop - first, stop - first, n, sure=True)
    group = _densest(around, first, stop)
    if not group:
        return None
    inside = [piece for piece in group if piece.old < stop and piece.old + piece.size > first]
    head, tail = inside[0], inside[-1]
    low = head.new + max(0, first - head.old)
    high = tail.new + min(tail.size, stop - tail.old)
    kept = sum(min(piece.old + piece.size, stop) - max(piece.old, first) for piece in inside)
    support = sum(piece.size for piece in group)
    size = stop - first
    sure = kept >= SPAN_KEPT * size and kept >= SPAN_DENSE * (high - low) and support >= SPAN_SUPPORT
    before = next((piece for piece in reversed(group) if piece.old + piece.size <= first), None)
    after = next((piece for piece in group if piece.old >= stop), None)
    far_low = far_high = None
    last = tail.old + tail.size
    missing = (max(0, head.old - first), max(0, stop - last))
    if missing[0]:
        far_low = max(0, low - 2 * missing[0] - 6) if before is None else far_of(before)
    if missing[1]:
        far_high = high + 2 * missing[1] + 6 if after is None else after.new
    shares = (
        0
        if before is None or not missing[0]
        else _share(missing[0], head.old - before.old - before.size, low - far_of(before)),
        0 if after is None or not missing[1] else _share(missing[1], after.old - last, after.new - high),
    )
    if not sure and before is not None and after is not None:
        sure = (
            kept >= SPAN_HELD * size and support - kept >= SPAN_SUPPORT and after.new - far_of(before) <= 2 * size + 4
        )
    return ProjectedSpan(head.path, low, high, kept, support, sure, far_low, far_high, shares)


def far_of(piece: MappedRun) -> int:
    """Return the new word behind `piece`."""
    return piece.new + piece.size


def project_quickly(pieces: list[MappedRun]) -> tuple[str, int, int, int] | None:
    """Return where most of the pieces lie together: file, first and stop word, and how many words they hold."""
    best: tuple[str, int, int, int] | None = None
    path, first, stop, kept = "", 0, -1, 0
    for _, new, size, there in pieces:
        if there == path and stop <= new <= stop + ROUGH_REACH:
            stop, kept = new + size, kept + size
        else:
            path, first, stop, kept = there, new, new + size, size
        if best is None or kept > best[3]:
            best = (path, first, stop, kept)
    return best


def widened_span(span: ProjectedSpan, old: list[str], new: list[str]) -> tuple[int, int]:
    """Return the span with changed words at its edges: the same word with other marks, else its share of the gap."""
    low, high = span.first, span.stop
    if span.head is not None and low and span.shares[0]:
        low -= 1 if bare_word(old[0]) == bare_word(new[low - 1]) else span.shares[0]
    if span.tail is not None and high < len(new):
        high += 1 if bare_word(old[-1]) == bare_word(new[high]) else span.shares[1]
    return low, high


def _share(missing: int, old_gap: int, new_gap: int) -> int:
    """Return how many words of a changed gap stand for the `missing` ones at the edge of a passage."""
    return min(round(new_gap * missing / old_gap), 2 * missing + 2)


def _densest(around: list[MappedRun], first: int, stop: int) -> list[MappedRun]:
    """Return the pieces that lie together on the new side and hold most of the passage."""
    groups: list[list[MappedRun]] = []
    reach = stop - first + 12
    for piece in around:
        for group in groups:
            last = group[-1]
            if last.path == piece.path and last.new + last.size <= piece.new <= last.new + last.size + reach:
                group.append(piece)
                break
        else:
            groups.append([piece])
    held = [
        (sum(max(0, min(p.old + p.size, stop) - max(p.old, first)) for p in group), -index)
        for index, group in enumerate(groups)
    ]
    if not held or max(held)[0] == 0:
        return []
    return groups[-max(held)[1]]


def clear_location(assignment: SentenceAssignment, path: str, start: int, end: int) -> PlaceCandidate | None:
    """Return the place of a passage whose words were mostly kept, close together, in their surroundings.

    A whole sentence whose first or last word changed is left to the comparison of sentences. What is told of a part of
    a sentence is as sure as where the sentence is.
    """
    versions = assignment.versions
    table = versions.old_table(path)
    first, stop = table.range(start, end)
    around = assignment.words.mapped_runs(path, max(0, first - AROUND_WORDS), stop + AROUND_WORDS)
    span = project_span(around, first, stop)
    if span is None:
        return None
    target = versions.new_table(span.path)
    same = span.kept == stop - first == span.stop - span.first
    words: tuple[int, int] | None = (span.first, span.stop)
    if not same:
        words = _edited_words(span, table, target, (start, end), whole=_is_whole(assignment, path, start, end))
    if words is None or (same and span.support < min(SURE_WORDS, len(table.words))):
        return None
    there = target.span(*words)
    sure = span.kept / (stop - first)
    units = versions.old.touched(path, start, end)
    if len(units) > 1 and not assignment.words.mapped_runs(path, *table.range(units[0].start, units[0].end)):
        return None  # what it begins with, a heading or a label, is gone: the rest may be that of another one
    if len(units) == 1 and not (same and span.path == versions.partner.get(path)):
        sure = min(sure, probability_at(assignment, units[0], span.path, there))
        if sure < TOLD:
            return None
    if same:
        return replace(_same_location(table, target, (start, end), (first, stop), (span.path, span.first)), sure=sure)
    return PlaceCandidate(span.path, *there, sure=sure)


def probability_at(assignment: SentenceAssignment, unit: Unit, path: str, there: Span) -> float:
    """Return how likely a sentence is at characters of a new file, where the word map has a passage of it."""
    claims = (claim for claim in assignment.claims(unit) if claim.place.path == path)
    within = (claim for claim in claims if claim.place.span[0] < there[1] and there[0] < claim.place.span[1])
    return max((claim.probability for claim in within), default=0.0)


def quick_location(assignment: SentenceAssignment, path: str, start: int, end: int) -> PlaceCandidate | None:
    """Return where most of a passage's words are, None when too few are left or they lie apart."""
    table = assignment.versions.old_table(path)
    first, stop = table.range(start, end)
    size = stop - first
    projected = project_quickly(assignment.words.mapped_runs(path, first, stop))
    if projected is None or projected[3] < ROUGHLY_KEPT * size:
        return None
    there, low, high, kept = projected
    if kept * 2 < size and not _held_in_place(assignment, path, (first, stop), projected):
        return None
    target = assignment.versions.new_table(there)
    if kept == size == high - low:
        return _same_location(table, target, (start, end), (first, stop), (there, low))
    return PlaceCandidate(there, target.starts[low], target.starts[high - 1] + len(target.words[high - 1]), kept / size)


def _same_location(
    table: WordTable, target: WordTable, span: tuple[int, int], words: tuple[int, int], place: tuple[str, int]
) -> PlaceCandidate:
    """Return the place of a passage whose words were all kept, cut inside its first and last word as it was."""
    first, stop = words
    path, low = place
    last = low + stop - first - 1
    begin = target.starts[low] + _into(table, target, first, low, span[0])
    close = target.starts[last] + _into(table, target, stop - 1, last, span[1])
    return PlaceCandidate(path, begin, max(begin, close), 1.0, same=True)


def _into(table: WordTable, target: WordTable, old: int, new: int, at: int) -> int:
    """Return how far into the new word `at` lies; marks may stand on one side only."""
    offset = at - table.starts[old]
    old_word, new_word = table.words[old], target.words[new]
    if offset <= 0:
        return 0
    if offset >= len(old_word):
        return len(new_word)
    return (
        min(len(new_word), offset)
        if old_word == new_word
        else max(0, min(len(new_word), offset + new_word.find(old_word.strip("*_`~["))))
    )


def _is_whole(assignment: SentenceAssignment, path: str, start: int, end: int) -> bool:
    """Say whether a passage is one whole sentence or several, as far as words and signs at its ends tell."""
    text = assignment.versions.old.texts[path]
    if opens_sentence(text, start) and closes_sentence(text, end):
        return True
    units = assignment.versions.old.touched(path, start, end)
    return bool(units) and units[0].start >= start and units[-1].end <= end


def _edited_words(
    projected: ProjectedSpan, table: WordTable, target: WordTable, span: tuple[int, int], *, whole: bool
) -> tuple[int, int] | None:
    first, stop = table.range(*span)
    edges_kept = projected.head is None and projected.tail is None
    if not projected.sure:
        return None
    if whole:
        clear = edges_kept and projected.kept >= CLEARLY_KEPT * (stop - first)
        return (projected.first, projected.stop) if clear else None
    if edges_kept:
        return projected.first, projected.stop
    return widened_span(projected, table.words[first:stop], target.words)


def _held_in_place(
    assignment: SentenceAssignment, path: str, words: tuple[int, int], span: tuple[str, int, int, int]
) -> bool:
    """Say whether a passage that lost most words still stands among the words that stood around it."""
    there, low, high, kept = span
    around = assignment.words.mapped_runs(path, max(0, words[0] - AROUND_WORDS), words[1] + AROUND_WORDS)
    near = [run.size for run in around if run.path == there and low - HELD_NEAR <= run.new <= high + HELD_NEAR]
    return sum(near) - kept >= HELD_BY
