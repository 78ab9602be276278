"""A quote as a reader sees it, found in the source in which marks stand between its words."""

import re
from collections.abc import Iterable

from reviewtui.text.markdown.block import Span
from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.piece import Enclosure
from reviewtui.text.markdown.seen_text import seen_text

LONGEST = 4_000
"""Characters of the longest quote that is looked for."""
_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")
_MARKS = frozenset("*_`[]")


def seen_spans(source: str, quote: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the spans of `source` (code points) between `start` and `end` that a reader sees as `quote`.

    White space is any white space; marks of emphasis, code and links in the quote itself do not count. A span that
    takes in all words of a link or of emphasis and goes on beside them takes the marks along, so that a replacement
    leaves no half of them behind.
    """
    tokens = [token for token in _TOKEN.findall(quote[: LONGEST + 1].strip()) if token not in _MARKS]
    if not tokens or len(quote) > LONGEST:
        return []
    document = document_of(source)
    seen = seen_text(document, start, end)
    pattern = r"[*_`\[\]]*+".join(r"\s+" if token.isspace() else re.escape(token) for token in tokens)
    spans = [seen.span(*match.span()) for match in re.finditer(pattern, seen.text)]
    return [whole_marks(span, document.enclosures) for span in spans]


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
