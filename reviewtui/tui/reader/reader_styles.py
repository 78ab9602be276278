"""The looks of a reader: from the names of a run's styles and marks to one style of the terminal."""

from rich.style import Style
from textual.widget import Widget

from reviewtui.tui.reader.highlight import FINDING, KINDS

PROSE = (
    "heading", "heading-1", "heading-2", "heading-3", "heading-4", "heading-5", "heading-6", "emphasis", "strong",
    "strike", "code", "link", "image", "footnote", "entity", "quote", "marker", "mark", "sign", "html", "comment",
    "front-matter", "definition", "table-head", "table-line", "rule", "quote-bar", "code-bar",
)  # fmt: skip
MARKS = (
    *KINDS, FINDING, "remark", "decided", "overlap", "active", "gap", "selection", "caret", "waiting", "changed", "new",
    "gutter", "label", "hint",
)  # fmt: skip
NAMES = frozenset({*PROSE, *MARKS})

CSS = """
Reader {
    background: $background;
    color: $foreground;
    scrollbar-size-vertical: 1;
    overflow-x: hidden;
    overflow-y: scroll;
}
Reader > .reader--heading { text-style: bold; }
Reader > .reader--heading-1 { color: $primary; }
Reader > .reader--heading-2 { color: $primary; }
Reader > .reader--heading-4, Reader > .reader--heading-5, Reader > .reader--heading-6 { text-style: bold italic; }
Reader > .reader--emphasis { text-style: italic; }
Reader > .reader--strong { text-style: bold; }
Reader > .reader--strike { text-style: strike; }
Reader > .reader--code { color: $secondary; }
Reader > .reader--link, Reader > .reader--image, Reader > .reader--footnote { color: $accent; }
Reader > .reader--entity { color: $secondary; }
Reader > .reader--quote { text-style: italic; }
Reader > .reader--marker { color: $primary; text-style: bold; }
Reader > .reader--table-head { text-style: bold; }
Reader > .reader--mark, Reader > .reader--html, Reader > .reader--comment, Reader > .reader--front-matter,
Reader > .reader--definition, Reader > .reader--sign { color: $text-muted; text-style: dim; }
Reader > .reader--rule, Reader > .reader--table-line, Reader > .reader--quote-bar, Reader > .reader--code-bar,
Reader > .reader--gutter, Reader > .reader--label, Reader > .reader--hint { color: $text-muted; text-style: dim; }
Reader > .reader--remark { text-style: underline; }
Reader > .reader--overlap { text-style: uu; }
Reader > .reader--decided { color: $text-muted; text-style: underline; }
Reader > .reader--general { background: $primary 25%; }
Reader > .reader--substance { background: $warning 25%; }
Reader > .reader--wording { background: $secondary 25%; }
Reader > .reader--question { background: $accent 25%; }
Reader > .reader--missing { background: $primary 40%; }
Reader > .reader--conflict { background: $error 30%; }
Reader > .reader--praise { background: $success 25%; }
Reader > .reader--finding { color: $text-accent; }
Reader > .reader--active { text-style: bold underline; }
Reader > .reader--gap { color: $warning; text-style: bold; }
Reader > .reader--changed { color: $success; }
Reader > .reader--new { color: $warning; text-style: bold; }
Reader > .reader--waiting { text-style: bold underline; }
Reader > .reader--caret { text-style: reverse bold; }
"""


class Palette:
    """Styles by name, looked up in a widget's component classes once and kept."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._made: dict[tuple[tuple[str, ...], tuple[str, ...]], Style] = {}

    def style(self, looks: tuple[str, ...], marks: tuple[str, ...] = ()) -> Style:
        """Return the style of text that looks like `looks` and is marked with `marks`, the later over the earlier."""
        style = self._made.get((looks, marks))
        if style is None:
            style = self._made[looks, marks] = self.over(self._widget.rich_style, (*looks, *marks))
        return style

    def over(self, below: Style, names: tuple[str, ...]) -> Style:
        """Return the style `below` with the named ones over it."""
        for name in names:
            below = self._laid_over(below, name)
        return below

    def _laid_over(self, below: Style, name: str) -> Style:
        if name not in NAMES:
            return below
        if name == "selection":
            base = self._widget.rich_style
            return below + Style(color=base.color, bgcolor=base.bgcolor, dim=False, reverse=True)
        whole = self._widget.get_component_rich_style(f"reader--{name}")
        own = self._widget.get_component_rich_style(f"reader--{name}", partial=True)
        colours = Style(
            color=whole.color if own.color is not None else None,
            bgcolor=whole.bgcolor if own.bgcolor is not None else None,
        )
        if name == "caret" and below.reverse:
            return below + Style(reverse=False, bold=True, underline=True)
        return below + own + colours
