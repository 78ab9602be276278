"""A piece of Markdown as its reader sees it, for people who are handed words and no source."""

import re

from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.seen_text import seen_around

_ROW = re.compile(r"\s*\|(?P<cells>.*)\|\s*\Z")
_ELSEWHERE = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]]*)\](?:\(\s*<?|\[)([^\s()<>\[\]]*)")
"""The words of a link, and where it leads or the name of that."""
_HIDING = re.compile(r"<(?=[a-z/!?])(?!/?(?:b|br|em|i|kbd|small|strong|sub|sup|u)\s*/?>)", re.IGNORECASE)
"""Tags and comments, but for those that only say how words look."""
_PLAIN = re.compile(r"(?!\s*(?:[-+=]|\d+[.)]))[^*_`\[\]<>&\\|#~\r\n]*\Z")
"""What reads as it is written, which need not be parsed to know that."""
_LONGEST = 40_000


def rendered_text(source: str) -> str:
    """Return what is seen of a piece of Markdown, its blocks on lines of their own.

    What shows nothing, and what holds comments or tags that could hide something, stays as it is, so that nothing in
    it goes unseen.
    """
    if _PLAIN.match(source) or not source.strip() or _HIDING.search(source) or len(source) > _LONGEST:
        return source
    row = _ROW.match(source) if "\n" not in source.strip() else None
    document = document_of(row["cells"].strip() if row else source.strip())
    words = seen_around(document, 0, len(document.source))[1].replace(" \u2502 ", " | ").strip()
    lead, tail = source[: len(source) - len(source.lstrip())], source[len(source.rstrip()) :]
    return f"{lead}{words}{tail}" if words else source


def rendered_change(passage: str, replacement: str) -> tuple[str, str]:
    """Return a passage and what would come in its place as they are seen.

    Both stay as they are where the difference is one of marks or of where a link leads, which would be lost.
    """
    before, after = rendered_text(passage), rendered_text(replacement)
    led = dict(_LINK.findall(passage))
    elsewhere = any(led.get(words, target) != target for words, target in _LINK.findall(replacement))
    lost = before == after or elsewhere or _ELSEWHERE.search(replacement)
    return (passage, replacement) if lost else (before, after)
