"""The headings of a Markdown text: those marked with hashes, and those underlined (CommonMark 0.31, 4.2 and 4.3).

Read line by line. What stands in code, in comments, in quotes and in lists is no heading of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_FRONT_MATTER = re.compile(
    "\\A\ufeff?---[ \t]*\r?\n(?P<inside>.*?)^(?:---|\\.\\.\\.)[ \t]*(?:\r?\n|\\Z)", re.DOTALL | re.MULTILINE
)
_ATX = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]+(?P<title>.*)\Z")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*\Z")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})\Z")
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}(?=[^`]*\Z)|~{3,})")
_CONTAINER = re.compile(r" {0,3}(?:>|[-+*](?:[ \t]|\Z)|[0-9]{1,9}[.)](?:[ \t]|\Z)|</?[A-Za-z!?])")
_MARKS = re.compile(r"[*_`]+|!?\[([^\[\]]*)\]\([^()]*\)")
_CODE = ("    ", "\t")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; offsets are those of its lines in the file."""

    level: int
    title: str
    start: int
    end: int


@dataclass
class _Reader:
    """What the lines so far amount to: the open fence, comment or container, and the paragraph that may be a title."""

    fence: str = ""
    comment: bool = False
    container: bool = False
    first: int = 0
    paragraph: list[str] = field(default_factory=list)

    def read(self, line: str, start: int, end: int) -> Heading | None:
        """Take the line from `start` to `end` in, and return the heading that it is or ends."""
        if self.fence or self.comment:
            self._inside(line)
            return None
        if self.paragraph and _UNDERLINE.match(line):
            level = 1 if "=" in line else 2
            found = Heading(level, _plain(" ".join(self.paragraph)), self.first, end)
            self.paragraph = []
            return found
        hashes = _ATX.match(line)
        if hashes is not None:
            self.paragraph, self.container = [], False
            return Heading(len(hashes["marks"]), _plain(_open(hashes["title"])), start, end)
        self._text(line, start)
        return None

    def _inside(self, line: str) -> None:
        if self.comment:
            self.comment = "-->" not in line
        elif line[:4].strip(" ") and line.strip(" \t").strip(self.fence[0]) == "" and self.fence in line:
            self.fence = ""

    def _text(self, line: str, start: int) -> None:
        fence = _FENCE.match(line)
        if fence is not None:
            self.fence, self.paragraph, self.container = fence["fence"], [], False
        elif line.lstrip(" ").startswith("<!--"):
            self.comment, self.paragraph = "-->" not in line, []
        elif not line.strip() or _RULE.match(line):
            self.paragraph, self.container = [], False
        elif _CONTAINER.match(line):
            self.paragraph, self.container = [], True
        elif not self.container and (self.paragraph or not line.startswith(_CODE)):
            self.first = self.first if self.paragraph else start
            self.paragraph.append(line.strip())


def front_matter(text: str) -> str:
    """Return what stands in the front matter of `text`; empty where there is none."""
    match = _FRONT_MATTER.match(text)
    return match["inside"] if match else ""


def front_matter_end(text: str) -> int:
    """Return the offset behind the front matter of `text`, or 0 where there is none."""
    match = _FRONT_MATTER.match(text)
    return match.end() if match else 0


def headings(text: str) -> tuple[Heading, ...]:
    """Return the headings of a Markdown text, those in code, comments and front matter left out."""
    reader = _Reader()
    found = (reader.read(line, start, end) for line, start, end in _lines(text))
    return tuple(heading for heading in found if heading is not None)


def _lines(text: str) -> Iterator[tuple[str, int, int]]:
    """Each line behind the front matter, without a byte order mark and its line end, and where it begins and ends."""
    start = front_matter_end(text)
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield text[start:end].removeprefix("\ufeff").removesuffix("\r"), start, end
        start = end + 1


def _open(title: str) -> str:
    """A title without the hashes that close it; a pattern for that would take the square of a long line."""
    bare = title.rstrip(" \t")
    closed = bare.rstrip("#")
    return closed if closed != bare and closed[-1:] in {"", " ", "\t"} else bare


def _plain(title: str) -> str:
    return _MARKS.sub(lambda match: match[1] or "", title).strip() or "(untitled)"
