"""Where the links of a text lead to, on demand: a link is shown by its words alone."""

import re

from reviewtui.views.page.block_outline import Outline
from reviewtui.views.page.prose import links_of


def link_at(outline: Outline, offset: int) -> str | None:
    """Return where the link at `offset` leads to, as it stands in the source; None when there is no link.

    It is the words of whoever wrote the text: show it through `visible`, and follow it only when asked to.
    """
    if not outline.source:
        return None
    block = outline.block_at(offset)
    if block.kind not in {"paragraph", "heading"}:
        return None
    for link in links_of(outline.source, block):
        if link.start <= offset < link.end:
            target = outline.source[link.target_start : link.target_end]
            return _defined(outline.source, target) if link.is_reference else target.strip("<>")
    return None


def _defined(source: str, label: str) -> str | None:
    """Return what the definition of `label` leads to, wherever in the text it stands."""
    words = r"\s+".join(re.escape(word) for word in label.split())
    found = re.search(rf"^[ \t>]*\[\s*{words}\s*\]:[ \t]*<?([^\s>]+)", source, re.MULTILINE | re.IGNORECASE)
    return found[1] if found else None
