"""Raw HTML taken apart: which of it a reader of the page sees, where its lines break, what is hidden."""

import re
from collections.abc import Iterator
from typing import Literal

HtmlKind = Literal["text", "comment", "tag", "break"]
BLOCK_TAGS = (
    "address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer"
    "|form|h[1-6]|head|header|hr|html|li|main|nav|ol|option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|title"
    "|tr|ul"
)
LINE_TAG = re.compile(rf"</?(?:{BLOCK_TAGS})\b", re.IGNORECASE)
"""A tag that ends a line."""
_TOKEN = re.compile(
    r"<(?:(?P<comment>!--.*?(?:-->|\Z)|!\[CDATA\[.*?(?:\]\]>|\Z)|\?.*?(?:\?>|\Z)"
    r"|(?P<raw>script|style|template)\b.*?(?:</(?P=raw)\s*>|\Z)|[!?][^<>]*>)"
    rf"|(?P<break>/?(?:{BLOCK_TAGS})\b[^<>]*>)|(?P<tag>/?[A-Za-z][^<>]*>))",
    re.DOTALL | re.IGNORECASE,
)


def html_parts(text: str) -> Iterator[tuple[HtmlKind, int, int]]:
    """Give the parts of `text` in reading order: text, hidden parts, tags, and tags that break a line."""
    at = 0
    for match in _TOKEN.finditer(text):
        if at < match.start():
            yield "text", at, match.start()
        yield "comment" if match["comment"] else "break" if match["break"] else "tag", *match.span()
        at = match.end()
    if at < len(text):
        yield "text", at, len(text)


def is_only_comment(text: str) -> bool:
    """Say whether `text` is one comment, or several, and nothing else."""
    return all(kind == "comment" or not text[start:end].strip(" \t\r\n>") for kind, start, end in html_parts(text))
