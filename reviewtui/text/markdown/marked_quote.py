"""A quote as a reader sees it, found in Markdown source in which marks stand between its words."""

import re

LONGEST = 4_000
_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")
# Emphasis, code, the brackets of a link and its target; possessive, so that a long source is searched in one pass.
_MARKS = r"(?:[*_`\[\]]|\([^()\s]*\))*+"
_MARK_CHARACTERS = frozenset("*_`[]")
_LINK_END = re.compile(r"\]\([^()\s]*\)")


def seen_spans(source: str, quote: str) -> list[tuple[int, int]]:
    """Return the spans of `source` (code points) that read as `quote` when Markdown's marks are not seen.

    A span that begins inside a link's words and ends with them takes the link's end along, so that a replacement does
    not leave half a link behind.
    """
    tokens = [token for token in _TOKEN.findall(quote[: LONGEST + 1].strip()) if token not in _MARK_CHARACTERS]
    if not tokens or len(quote) > LONGEST:
        return []
    pattern = _MARKS.join(r"\s+" + _MARKS if token.isspace() else re.escape(token) for token in tokens)
    return [_with_link_end(source, *match.span()) for match in re.finditer(pattern, source)]


def _with_link_end(source: str, start: int, end: int) -> tuple[int, int]:
    inside = source[start:end]
    if inside.count("[") > inside.count("]"):
        closing = _LINK_END.match(source, end)
        return (start, closing.end()) if closing else (start, end)
    return start, end
