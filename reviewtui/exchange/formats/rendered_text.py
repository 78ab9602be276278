"""A piece of Markdown as its reader sees it, for people who are handed words and no source."""

import re

from reviewtui.text.markdown.block import HIDDEN
from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.seen_text import block_words

_ROW = re.compile(r"\s*\|(?P<cells>.*)\|\s*\Z")
_ELSEWHERE = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)
_LONGEST = 40_000


def rendered_text(source: str) -> str:
    """Return what is seen of a piece of Markdown, its blocks on lines of their own.

    What shows nothing, and what holds tags or comments, stays as it is, so that nothing in it goes unseen.
    """
    if not source.strip() or "<" in source or len(source) > _LONGEST:
        return source
    row = _ROW.match(source) if "\n" not in source.strip() else None
    document = document_of(row["cells"].strip() if row else source.strip())
    blocks = (block for block in document.blocks if block.kind not in HIDDEN and block.kind != "blank")
    words = "\n".join(block_words(document, block) for block in blocks).strip()
    lead, tail = source[: len(source) - len(source.lstrip())], source[len(source.rstrip()) :]
    return f"{lead}{words}{tail}" if words else source


def rendered_change(passage: str, replacement: str) -> tuple[str, str]:
    """Return a passage and what would come in its place as they are seen.

    Both stay as they are where the difference is one of marks or of where a link leads, which would be lost.
    """
    before, after = rendered_text(passage), rendered_text(replacement)
    return (passage, replacement) if before == after or _ELSEWHERE.search(replacement) else (before, after)
