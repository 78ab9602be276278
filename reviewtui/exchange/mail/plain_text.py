"""The words of a mail as lines, each with how deep it is quoted, whether the mail is plain text or HTML."""

import re
from collections.abc import Iterator
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import NamedTuple

from reviewtui.domain.refusal import Refused

_QUOTED = re.compile(r"((?:>[ \t]?)+)")
_MOST_CHARACTERS = 5_000_000
_MOST_TAGS = 50_000
_SKIPPED = frozenset({"style", "script", "head", "title", "template"})
_BREAKING = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "hr"}
)
_APART = frozenset({"p", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr"})


class MailLine(NamedTuple):
    """A line of a mail and how deep it is quoted."""

    depth: int
    words: str


def decoded(part: EmailMessage) -> str:
    """Return the text of a part; what its encoding does not explain shows as a sign."""
    content = part.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    charset = part.get_content_charset("utf-8")
    for encoding in (charset, "utf-8", "cp1252"):
        try:
            return raw.decode(encoding)[:_MOST_CHARACTERS]
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return raw.decode("utf-8", "replace")[:_MOST_CHARACTERS]


def lines_of(part: EmailMessage) -> list[MailLine]:
    """Return the lines of a text part."""
    text = decoded(part)
    if part.get_content_type() == "text/html":
        if text.count("<") > _MOST_TAGS:
            raise Refused("The HTML of this mail is too large to be an answer; ask for it as plain text.")
        reader = _HtmlLines()
        reader.feed(text)
        reader.close()
        return reader.all_lines()
    lines = [_plain_line(line) for line in text.splitlines()]
    flowed = part.get_param("format", "") == "flowed"
    return list(_joined(lines, drop=part.get_param("delsp", "") == "yes")) if flowed else lines


def _plain_line(line: str) -> MailLine:
    match = _QUOTED.match(line)
    return MailLine(match[1].count(">"), line[match.end() :]) if match else MailLine(0, line)


def _joined(lines: list[MailLine], *, drop: bool) -> Iterator[MailLine]:
    """Lines that a program broke only to fit the page, put together (RFC 3676)."""
    held = ""
    for at, line in enumerate(lines):
        words = line.words.removeprefix(" ")
        goes_on = words.endswith(" ") and words != "-- " and at + 1 < len(lines) and lines[at + 1].depth == line.depth
        if goes_on:
            held += words[:-1] if drop else words
            continue
        yield MailLine(line.depth, held + words)
        held = ""


class _HtmlLines(HTMLParser):
    """Reads the lines of an HTML mail; what it would load or run is never looked at."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[MailLine] = []
        self._depth = 0
        self._skipping = ""
        self._words: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        if tag in _SKIPPED and not self._skipping:
            self._skipping = tag
        if tag in _BREAKING:
            self._break(apart=tag in _APART)
        if tag == "blockquote":
            self._depth += 1
        if tag in {"td", "th"} and any(word.strip() for word in self._words):
            self._words.append(" | ")

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if tag == self._skipping:
            self._skipping = ""
        if tag in _BREAKING and tag != "br":
            self._break(apart=tag in _APART)
        if tag == "blockquote":
            self._depth = max(0, self._depth - 1)

    def handle_data(self, data: str) -> None:
        """Take in words."""
        if not self._skipping:
            self._words.append(data)

    def all_lines(self) -> list[MailLine]:
        """Return the lines, what stands behind the last element included."""
        self._break(apart=False)
        return self.lines

    def _break(self, *, apart: bool) -> None:
        words = " ".join("".join(self._words).split())
        self._words.clear()
        if words:
            match = _QUOTED.match(words)
            extra = match[1].count(">") if match else 0
            self.lines.append(MailLine(self._depth + extra, words[match.end() :] if match else words))
        if apart and self.lines and self.lines[-1].words:
            self.lines.append(MailLine(self._depth, ""))
