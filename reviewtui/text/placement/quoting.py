"""A quote found again in one text by its exact words and what stands around it."""

from rapidfuzz.distance import Levenshtein

from reviewtui.text.markdown.quotes import occurrences
from reviewtui.text.span import Span
from reviewtui.text.words.spacing import single_spaced


def locate(text: str, exact: str, prefix: str = "", suffix: str = "", near: int = 0) -> Span | None:
    """Return where `exact` stands in `text`: with the likest surroundings, then nearest to `near`; None if nowhere."""
    if not exact:
        return _gap(text, prefix, suffix, near)
    hits = occurrences(text, exact)
    if not hits:
        return None
    return min(hits, key=lambda hit: (round(-surroundings(text, hit, prefix, suffix), 3), abs(hit[0] - near)))


def surroundings(text: str, hit: Span, prefix: str, suffix: str) -> float:
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


def _gap(text: str, prefix: str, suffix: str, near: int) -> Span | None:
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
