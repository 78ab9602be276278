"""The looks of a reader: from the names of a run's styles and marks to one style of the terminal."""

from rich.style import Style
from textual.widget import Widget

from reviewtui.tui.reader.highlight import FINDING, KINDS

PROSE = (
    "heading", "heading-1", "heading-2", "heading-3", "heading-4", "heading-5", "heading-6", "emphasis", "strong",
    "strike", "code", "link", "image", "entity", "quote", "marker", "mark", "sign", "html", "comment", "front-matter",
    "definition", "table-head", "table-line", "rule", "quote-bar", "code-bar",
)  # fmt: skip
MARKS = (
    *KINDS, FINDING, "remark", "decided", "overlap", "active", "gap", "selection", "caret", "waiting", "changed", "new",
    "gutter", "label", "hint",
)  # fmt: skip
NAMES = frozenset({*PROSE, *MARKS})

CSS = """
Page {
    background: $background;
    color: $foreground;
    scrollbar-size-vertical: 1;
    overflow-x: hidden;
    overflow-y: scroll;
}
Page > .page--heading { text-style: bold; }
Page > .page--heading-1 { color: $primary; }
Page > .page--heading-2 { color: $primary; }
Page > .page--heading-4, Page > .page--heading-5, Page > .page--heading-6 { text-style: bold italic; }
Page > .page--emphasis { text-style: italic; }
Page > .page--strong { text-style: bold; }
Page > .page--strike { text-style: strike; }
Page > .page--code { color: $secondary; }
Page > .page--link, Page > .page--image { color: $accent; }
Page > .page--entity { color: $secondary; }
Page > .page--quote { text-style: italic; }
Page > .page--marker { color: $primary; text-style: bold; }
Page > .page--table-head { text-style: bold; }
Page > .page--mark, Page > .page--html, Page > .page--comment, Page > .page--front-matter,
Page > .page--definition, Page > .page--sign { color: $text-muted; text-style: dim; }
Page > .page--rule, Page > .page--table-line, Page > .page--quote-bar, Page > .page--code-bar,
Page > .page--gutter, Page > .page--label, Page > .page--hint { color: $text-muted; text-style: dim; }
Page > .page--remark { text-style: underline; }
Page > .page--overlap { text-style: uu; }
Page > .page--decided { color: $text-muted; text-style: underline; }
Page > .page--general { background: $primary 25%; }
Page > .page--substance { background: $warning 25%; }
Page > .page--wording { background: $secondary 25%; }
Page > .page--question { background: $accent 25%; }
Page > .page--missing { background: $primary 40%; }
Page > .page--conflict { background: $error 30%; }
Page > .page--praise { background: $success 25%; }
Page > .page--finding { color: $text-accent; }
Page > .page--active { text-style: bold underline; }
Page > .page--gap { color: $warning; text-style: bold; }
Page > .page--changed { color: $success; }
Page > .page--new { color: $warning; text-style: bold; }
Page > .page--waiting { text-style: bold underline; }
Page > .page--caret { text-style: reverse bold; }
"""


class Palette:
    """Styles by name, looked up in a widget's component classes once and kept."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._made: dict[tuple[tuple[str, ...], tuple[str, ...]], Style] = {}

    def style(self, looks: tuple[str, ...], marks: tuple[str, ...] = ()) -> Style:
        """Return the style of text that looks like `looks` and is marked with `marks`, the later over the earlier."""
        found = self._made.get((looks, marks))
        if found is None:
            found = self._made[looks, marks] = self.over(self._widget.rich_style, (*looks, *marks))
        return found

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
        whole = self._widget.get_component_rich_style(f"page--{name}")
        own = self._widget.get_component_rich_style(f"page--{name}", partial=True)
        colours = Style(
            color=whole.color if own.color is not None else None,
            bgcolor=whole.bgcolor if own.bgcolor is not None else None,
        )
        if name == "caret" and below.reverse:
            return below + Style(reverse=False, bold=True, underline=True)
        return below + own + colours
