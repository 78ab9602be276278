"""A quote found again in one text by its exact words and what stands around it."""

import re

from rapidfuzz.distance import Levenshtein

from reviewtui.text.words.spacing import single_spaced

Hit = tuple[int, int]


def locate(text: str, exact: str, prefix: str = "", suffix: str = "", near: int = 0) -> Hit | None:
    """Return where `exact` stands in `text`: with the likest surroundings, then nearest to `near`; None if nowhere."""
    if not exact:
        return _gap(text, prefix, suffix, near)
    hits = occurrences(text, exact)
    if not hits:
        return None
    return min(hits, key=lambda hit: (round(-surroundings(text, hit, prefix, suffix), 3), abs(hit[0] - near)))


def occurrences(text: str, exact: str) -> list[Hit]:
    """Return every place of `exact`, first character by character, else with any white space between its words."""
    hits: list[Hit] = []
    at = text.find(exact)
    while at >= 0:
        hits.append((at, at + len(exact)))
        at = text.find(exact, at + 1)
    words = exact.split()
    if not hits and words:
        pattern = r"\s+".join(map(re.escape, words))
        hits = [match.span() for match in re.finditer(pattern, text)]
    return hits


def surroundings(text: str, hit: Hit, prefix: str, suffix: str) -> float:
    """Return from 0 to 1 how much the text around `hit` is like the remembered surroundings."""
    if not prefix and not suffix:
        return 0.0
    before = single_spaced(text[max(0, hit[0] - len(prefix)) : hit[0]]) if prefix else ""
    after = single_spaced(text[hit[1] : hit[1] + len(suffix)])
    prefix, suffix = single_spaced(prefix), single_spaced(suffix)
    size = max(1, len(prefix) + len(suffix))
    return (
        len(prefix) * Levenshtein.normalized_similarity(prefix, before)
        + len(suffix) * Levenshtein.normalized_similarity(suffix, after)
    ) / size


def _gap(text: str, prefix: str, suffix: str, near: int) -> Hit | None:
    both = prefix + suffix
    if both:
        hits = occurrences(text, both)
        if hits:
            start = min(hits, key=lambda hit: abs(hit[0] + len(prefix) - near))[0] + len(prefix)
            return start, start
    for piece, offset in ((prefix[-24:], len(prefix[-24:])), (suffix[:24], 0)):
        if piece.strip():
            hits = occurrences(text, piece)
            if hits:
                start = min(hits, key=lambda hit: abs(hit[0] + offset - near))[0] + offset
                return start, start
    return None
