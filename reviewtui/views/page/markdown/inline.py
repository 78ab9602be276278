"""Reads the inline marks of one block: emphasis, code, links, images, HTML, entities, escapes, line ends.

Nothing is looked up outside the block: a reference in brackets alone, `[1]`, keeps its brackets.
"""

import re
from collections.abc import Callable
from html import unescape

from reviewtui.views.page.markdown.emphasis import Run, pair_off, run_at
from reviewtui.views.page.markdown.markup import Link, Markup

_SPECIAL = re.compile(r"[\\`*_~\[\]!<&\n{]|https?://")
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_TICKS = re.compile(r"`+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<[!?][^<>]*>")
_TEMPLATE_ENDS = {"{%": "%}", "{{": "}}"}
_URL = re.compile(r"https?://[^\s<>]*[^\s<>.,;:!?'\")\]}*_~]")
_LINE_END = re.compile(r"\r?\n[ \t]*")
_TARGET = re.compile(
    r"\(\s*(<[^<>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]{0,300})\]")


class _Reader:
    """One pass over a text; `markup` is what it found."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.markup = Markup(len(text))
        self._runs: list[Run] = []
        self._brackets: list[tuple[int, bool, int]] = []
        self._dead = 0  # so many of the open brackets stand around a link, so that they cannot be links themselves
        self._acts: dict[str, Callable[[int], int]] = {
            "\\": self._escape, "`": self._code, "*": self._run, "_": self._run, "~": self._run, "[": self._open,
            "!": self._image, "]": self._close, "<": self._angle, "&": self._entity, "\n": self._line_end,
            "{": self._template, "h": self._url,
        }  # fmt: skip

    def read(self) -> Markup:
        """Read to the end of the text."""
        at = 0
        while found := _SPECIAL.search(self.text, at):
            at = self._acts[found[0][0]](found.start())
        self._emphasise(0)
        return self.markup

    def _escape(self, at: int) -> int:
        following = self.text[at + 1 : at + 2]
        if following in _ESCAPABLE and following:
            self.markup.marks.append((at, at + 1))
            return at + 2
        if following in {"\n", "\r"}:
            self.markup.marks.append((at, at + 1))
            return self._end_line(at + 1, hard=True)
        return at + 1

    def _code(self, at: int) -> int:
        opened = _TICKS.match(self.text, at)
        size = len(opened[0]) if opened else 1
        for closed in _TICKS.finditer(self.text, at + size):
            if len(closed[0]) == size:
                self.markup.marks += [(at, at + size), closed.span()]
                self.markup.styles.append((at + size, closed.start(), "code"))
                self._line_ends_between(at + size, closed.start())
                return closed.end()
        return at + size

    def _run(self, at: int) -> int:
        end = at + 1
        while self.text[end : end + 1] == self.text[at]:
            end += 1
        self._runs.append(run_at(self.text, at, end))
        return end

    def _open(self, at: int) -> int:
        self._brackets.append((at, False, len(self._runs)))
        return at + 1

    def _image(self, at: int) -> int:
        if self.text[at + 1 : at + 2] != "[":
            return at + 1
        self._brackets.append((at, True, len(self._runs)))
        return at + 2

    def _close(self, at: int) -> int:
        if not self._brackets:
            return at + 1
        start, image, runs = self._brackets.pop()
        if len(self._brackets) < self._dead:
            self._dead = len(self._brackets)
            if not image:
                return at + 1
        inside = start + 1 + image
        target = _TARGET.match(self.text, at + 1)
        if target is None:
            self._reference(inside, at)
            return at + 1
        self._emphasise(runs)
        if image:
            self.markup.stand_ins.append((start, inside, "\u25a3 ", "sign"))
        else:
            self.markup.marks.append((start, inside))
            self._dead = len(self._brackets)
        self.markup.marks.append((at, target.end()))
        self.markup.styles.append((inside, at, "image" if image else "link"))
        self.markup.links.append(Link(start, target.end(), *target.span(1)))
        return target.end()

    def _reference(self, inside: int, at: int) -> None:
        """Dim the reference behind `[words]`; it stays to be seen, since nobody knows here what it refers to."""
        found = _REFERENCE.match(self.text, at + 1)
        if found is None or at == inside:
            return
        self.markup.styles += [(inside - 1, inside, "mark"), (inside, at, "link"), (at, found.end(), "mark")]
        where = found.span(1) if found[1] else (inside, at)
        self.markup.links.append(Link(inside - 1, found.end(), *where, is_reference=True))

    def _angle(self, at: int) -> int:
        if found := _AUTOLINK.match(self.text, at):
            self.markup.marks += [(at, at + 1), (found.end() - 1, found.end())]
            self.markup.styles.append((at + 1, found.end() - 1, "link"))
            self.markup.links.append(Link(at, found.end(), *found.span(1)))
        elif self.text.startswith("<!--", at) and (end := self.text.find("-->", at + 4)) >= 0:
            return self._literal(at, end + 3, "comment")
        elif found := _TAG.match(self.text, at):
            return self._literal(at, found.end(), "html")
        return found.end() if found else at + 1

    def _template(self, at: int) -> int:
        closing = _TEMPLATE_ENDS.get(self.text[at : at + 2])
        end = self.text.find(closing, at + 2) if closing else -1
        return at + 1 if end < 0 else self._literal(at, end + 2, "html")

    def _entity(self, at: int) -> int:
        found = _ENTITY.match(self.text, at)
        if found is None or (shown := unescape(found[0])) == found[0] or not shown:
            return at + 1
        self.markup.stand_ins.append((*found.span(), shown.replace("\n", " "), "entity"))
        return found.end()

    def _url(self, at: int) -> int:
        found = _URL.match(self.text, at)
        if found is None:
            return at + 4
        self.markup.styles.append((*found.span(), "link"))
        self.markup.links.append(Link(*found.span(), *found.span()))
        return found.end()

    def _line_end(self, at: int) -> int:
        start = at
        while start and self.text[start - 1] in " \t\r":
            start -= 1
        if start < at:
            self.markup.marks.append((start, at))
        return self._end_line(at, hard=self.text[start:at].rstrip("\r").endswith("  "))

    def _end_line(self, at: int, *, hard: bool) -> int:
        found = _LINE_END.match(self.text, at)
        if found is None:
            return at + 1
        newline = self.text.index("\n", at)
        if at < newline:
            self.markup.marks.append((at, newline))
        if newline + 1 < found.end():
            self.markup.marks.append((newline + 1, found.end()))
        self.markup.stand_ins.append((newline, newline + 1, "\n" if hard else " ", ""))
        return found.end()

    def _line_ends_between(self, start: int, end: int) -> None:
        while (found := self.text.find("\n", start, end)) >= 0:
            start = self._line_end(found)

    def _literal(self, start: int, end: int, style: str) -> int:
        self.markup.styles.append((start, end, style))
        self._line_ends_between(start, end)
        return end

    def _emphasise(self, first: int) -> None:
        for pair in pair_off(self._runs[first:]):
            self.markup.marks += [(pair.open_start, pair.open_end), (pair.close_start, pair.close_end)]
            self.markup.styles.append((pair.open_end, pair.close_start, pair.style))
        del self._runs[first:]


def read_inline(text: str) -> Markup:
    """Return what the inline marks of `text` say; never fails, whatever the text."""
    return _Reader(text).read()
