"""A passage placed by the word map: when that leaves no doubt, or roughly, for very many quotes at once."""

from reviewtui.text.placement.edges import closes_sentence, opens_sentence
from reviewtui.text.placement.matching import Matcher
from reviewtui.text.placement.projected_span import Landing, landing_of, rough_landing, stretched
from reviewtui.text.placement.spots import Spot
from reviewtui.text.placement.tuning import (
    AROUND_WORDS,
    CLEARLY_KEPT,
    FAR_KEPT,
    HELD_BY,
    HELD_NEAR,
    ROUGHLY_KEPT,
    SURE_WORDS,
)
from reviewtui.text.words.words import WordTable


def clear_spot(matcher: Matcher, path: str, start: int, end: int) -> Spot | None:
    """Return the place of a passage whose words were mostly kept, close together, in their surroundings.

    A whole sentence whose first or last word changed is left to the comparison of sentences.
    """
    table = matcher.versions.old_table(path)
    first, stop = table.range(start, end)
    around = matcher.words.pieces(path, max(0, first - AROUND_WORDS), stop + AROUND_WORDS)
    landing = landing_of(around, first, stop)
    if landing is None:
        return None
    target = matcher.versions.new_table(landing.path)
    if landing.kept == stop - first == landing.stop - landing.first:
        if landing.support < min(SURE_WORDS, len(table.words)):
            return None
        return _same_spot(table, target, (start, end), (first, stop), (landing.path, landing.first))
    if landing.path != matcher.versions.partner.get(path) and landing.kept < FAR_KEPT:
        return None
    words = _edited_words(landing, table, target, (start, end))
    if words is None or _on_parallel(matcher, path, (start, end), (landing.path, target.span(*words))):
        return None
    return Spot(landing.path, *target.span(*words), sure=landing.kept / (stop - first))


def _on_parallel(matcher: Matcher, path: str, old: tuple[int, int], there: tuple[str, tuple[int, int]]) -> bool:
    """Say whether the sentence of a passage landed on one that is put alike and is about something else."""
    units = matcher.versions.old.touched(path, *old)
    places = matcher.versions.new.touched(there[0], *there[1])
    if len(units) != 1 or len(places) != 1:
        return False
    return matcher.is_parallel(units[0], places[0].keys, places[0].index, places[0].index + 1)


def rough_spot(matcher: Matcher, path: str, start: int, end: int) -> Spot | None:
    """Return where most of a passage's words are, None when too few are left or they lie apart."""
    table = matcher.versions.old_table(path)
    first, stop = table.range(start, end)
    size = stop - first
    found = rough_landing(matcher.words.pieces(path, first, stop))
    if found is None or found[3] < ROUGHLY_KEPT * size:
        return None
    there, low, high, kept = found
    if kept * 2 < size and not _held_in_place(matcher, path, (first, stop), found):
        return None
    target = matcher.versions.new_table(there)
    if kept == size == high - low:
        return _same_spot(table, target, (start, end), (first, stop), (there, low))
    return Spot(there, target.starts[low], target.starts[high - 1] + len(target.words[high - 1]), kept / size)


def _same_spot(
    table: WordTable, target: WordTable, span: tuple[int, int], words: tuple[int, int], place: tuple[str, int]
) -> Spot:
    """Return the place of a passage whose words were all kept, cut inside its first and last word as it was."""
    first, stop = words
    path, low = place
    last = low + stop - first - 1
    begin = target.starts[low] + _into(table, target, first, low, span[0])
    close = target.starts[last] + _into(table, target, stop - 1, last, span[1])
    return Spot(path, begin, max(begin, close), 1.0, same=True)


def _into(table: WordTable, target: WordTable, old: int, new: int, at: int) -> int:
    """Return how far into the new word `at` lies; marks may stand on one side only."""
    offset = at - table.starts[old]
    one, two = table.words[old], target.words[new]
    if offset <= 0:
        return 0
    if offset >= len(one):
        return len(two)
    return min(len(two), offset) if one == two else max(0, min(len(two), offset + two.find(one.strip("*_`~["))))


def _edited_words(
    landing: Landing, table: WordTable, target: WordTable, span: tuple[int, int]
) -> tuple[int, int] | None:
    first, stop = table.range(*span)
    edges_kept = landing.head is None and landing.tail is None
    if not landing.sure:
        return None
    if opens_sentence(table.text, span[0]) and closes_sentence(table.text, span[1]):
        clear = edges_kept and landing.kept >= CLEARLY_KEPT * (stop - first)
        return (landing.first, landing.stop) if clear else None
    if edges_kept:
        return landing.first, landing.stop
    return stretched(landing, table.words[first:stop], target.words)


def _held_in_place(matcher: Matcher, path: str, words: tuple[int, int], landing: tuple[str, int, int, int]) -> bool:
    """Say whether a passage that lost most words still stands among the words that stood around it."""
    there, low, high, kept = landing
    around = matcher.words.pieces(path, max(0, words[0] - AROUND_WORDS), words[1] + AROUND_WORDS)
    near = [one.size for one in around if one.path == there and low - HELD_NEAR <= one.new <= high + HELD_NEAR]
    return sum(near) - kept >= HELD_BY
