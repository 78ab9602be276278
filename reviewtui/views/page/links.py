"""Where the links of a text lead to, on demand: a link is shown by its words alone."""

from reviewtui.views.page.block_outline import Outline


def link_at(outline: Outline, offset: int) -> str | None:
    """Return where the link at `offset` leads to; None when there is no link.

    It is the words of whoever wrote the text: show it through `visible`, and follow it only when asked to.
    """
    outline.reach(offset)
    link = outline.document.link_at(offset)
    return link.target if link else None
