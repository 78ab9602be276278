"""A quote as a reader sees it, found in the source in which marks stand between its words."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from reviewtui.text.markdown.block import Span
from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.inline_run import Enclosure
from reviewtui.text.markdown.seen_text import seen_text

LONGEST = 4_000
"""Characters of the longest quote that is looked for."""
_TOKEN = re.compile(r"\w+|\.{3}|[^\w\s]|\s+")
_SOFT = "\u00ad\u200b"
"""Characters that nobody sees: a soft hyphen, a place where a word may be broken."""
_BETWEEN = rf"(?:\[\^[^\]\s]+\]|[*_`\[\]{_SOFT}])*+"
"""What may stand between two words or signs of a quote and is not typed: marks, a footnote's mark."""
_SIGNS = {
    sign: f"[{alike}]"
    for alike in (
        "'\u2018\u2019\u201b\u2032",
        '"\u201c\u201d\u201e\u201f\u2033',
        "-\u2010\u2011\u2012\u2013\u2014\u2212",
    )
    for sign in alike
}
"""Signs that people type one for another: straight and curly quotes, dashes."""
_ELLIPSIS = r"(?:\.{3}|\u2026)"
_ALIKE = 70.0
"""Words that are alike by so much, of 100, are shown for a quote that is not found."""
_MARKS = frozenset("*_`[]")


def seen_spans(source: str, quote: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the spans of `source` (code points) between `start` and `end` that a reader sees as `quote`.

    White space is any white space; marks of emphasis, code and links in the quote itself do not count, and signs that
    are typed one for another are one. Case counts, unless nothing fits otherwise. A span that takes in all words of a
    link or of emphasis and goes on beside them takes the marks along, so that a replacement leaves no half of them.
    """
    pattern = typed_pattern(quote) if len(quote) <= LONGEST else ""
    if not pattern:
        return []
    document = document_of(source)
    seen = seen_text(document, start, end)
    for flags in (0, re.IGNORECASE):
        spans = [seen.span(*match.span()) for match in re.finditer(pattern, seen.text, flags)]
        if spans:
            return [whole_marks(span, document.enclosures) for span in spans]
    return []


def typed_pattern(quote: str) -> str:
    """Return the pattern for what a person typed; empty where that is marks alone."""
    typed = quote.strip().translate(dict.fromkeys(map(ord, _SOFT)))
    return _BETWEEN.join(_looked_for(token) for token in _TOKEN.findall(typed) if token not in _MARKS)


def _looked_for(token: str) -> str:
    """Return the pattern for a word, a sign or white space of a quote."""
    if token.isspace():
        return r"\s+"
    if token in {"...", "\u2026"}:
        return _ELLIPSIS
    return _SIGNS.get(token) or f"[{_SOFT}]*+".join(map(re.escape, token))


def nearest_words(source: str, quote: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the seen words most like a quote that stands nowhere, and the first letter of the quote that differs.

    None where nothing is much like it.
    """
    seen = " ".join(seen_text(document_of(source), start, end).text.split())
    typed = " ".join(quote[:LONGEST].split())
    place = fuzz.partial_ratio_alignment(typed.casefold(), seen.casefold(), score_cutoff=_ALIKE)
    if place is None or not typed or len(seen.casefold()) != len(seen):
        return None
    low, high = seen.rfind(" ", 0, place.dest_start + 1) + 1, seen.find(" ", max(place.dest_end - 1, 0))
    words = seen[low : high if high >= 0 else len(seen)]
    same = zip(typed.casefold(), words.casefold(), strict=False)
    return words, next((at for at, (one, other) in enumerate(same) if one != other), min(len(typed), len(words)))


def whole_marks(span: Span, enclosures: Iterable[Enclosure]) -> Span:
    """Return `span` with the marks of what it takes in wholly, where it goes beyond them on one side."""
    start, end = span
    for enclosure in enclosures:
        inside = enclosure.start < start and end < enclosure.end
        if (
            start <= enclosure.inner_start
            and enclosure.inner_end <= end
            and not inside
            and enclosure.inner_start < enclosure.inner_end
        ):
            start, end = min(start, enclosure.start), max(end, enclosure.end)
    return start, end
