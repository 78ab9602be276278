"""The lines of an HTML mail as its reader sees them; what nobody sees is kept apart, to be told."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

from reviewtui.exchange.mail.hidden_html import HtmlLook, StyleSheet

_QUOTED = re.compile(r"((?:>[ \t]?)+)")
_SKIPPED = frozenset({"style", "script", "title", "template", "noscript", "textarea", "select", "object"})
_BREAKING = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr"}
)
_APART = frozenset({"p", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr"})
_EMPTY = frozenset({"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "wbr"})
_ENDS_ITSELF = frozenset({"p", "li", "td", "th", "tr", "dd", "dt", "option"})
_HOLDERS = frozenset({"ul", "ol", "table", "blockquote", "div", "body", "dl"})
_DEEPEST = 500


class MailLine(NamedTuple):
    """A line of a mail and how deep it is quoted."""

    depth: int
    words: str


def quoted_line(words: str, depth: int = 0) -> MailLine:
    """Return a line of which each ">" at its beginning is a level of quotation, beside `depth` that it has already."""
    match = _QUOTED.match(words)
    return MailLine(depth + match[1].count(">"), words[match.end() :]) if match else MailLine(depth, words)


class _Element(NamedTuple):
    """An element that is open: its tag, how it shows its words, and whether it is none of the text of a mail."""

    tag: str
    look: HtmlLook
    skipped: bool = False


class HtmlLines(HTMLParser):
    """Reads the lines of an HTML mail; what it would load or run is never looked at."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        super().__init__(convert_charrefs=True)
        self.lines: list[MailLine] = []
        self.hidden: list[str] = []
        """Words that no reader of the mail sees."""
        self._depth = 0
        self._open = [_Element("", HtmlLook())]
        self._styles = StyleSheet()
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        if tag == "br" and not any(word.strip() for word in self._words):
            # A line end on a line without words makes an empty line.
            self._break(apart=True)
        elif tag in _BREAKING:
            self._break(apart=tag in _APART)
        if tag == "blockquote":
            self._depth += 1
        if tag in {"td", "th"} and any(word.strip() for word in self._words):
            self._words.append(" | ")
        if tag in _EMPTY:
            return
        if tag in _ENDS_ITSELF:
            self._end_like(tag)
        attributes = {name: value or "" for name, value in attrs}
        look = self._open[-1].look.within(attributes, self._styles.values(tag, attributes))
        if len(self._open) < _DEEPEST:
            self._open.append(_Element(tag, look, tag in _SKIPPED or self._open[-1].skipped))

    def handle_endtag(self, tag: str) -> None:
        """End an element, and those in it that were not ended."""
        if tag in _BREAKING and tag != "br":
            self._break(apart=tag in _APART)
        if tag == "blockquote":
            self._depth = max(0, self._depth - 1)
        at = next((at for at in range(len(self._open) - 1, 0, -1) if self._open[at].tag == tag), 0)
        if at:
            del self._open[at:]

    def handle_data(self, data: str) -> None:
        """Take in words that are seen, and keep those apart that are not."""
        element = self._open[-1]
        if element.tag == "style":
            self._styles.add(data)
        elif element.skipped:
            return
        elif element.look.is_seen:
            self._words.append(data)
        elif words := " ".join(data.split()):
            self.hidden.append(words)

    def all_lines(self) -> list[MailLine]:
        """Return the lines, what stands behind the last element included."""
        self._break(apart=False)
        return self.lines

    def _end_like(self, tag: str) -> None:
        """End an open element of the same sort, as readers of HTML do where nothing says so."""
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
            if at >= len(self._open) or self._open[at].tag in _HOLDERS:
                return

    def _break(self, *, apart: bool) -> None:
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if words:
            self.lines.append(quoted_line(words, self._depth))
        if apart and self.lines and self.lines[-1].words:
            self.lines.append(MailLine(self._depth, ""))
