"""What it comes to when words are put into a Markdown text, and why they cannot be put there."""

from dataclasses import dataclass
from difflib import SequenceMatcher

MOST_RECORDED = 20_000
"""Characters of a text that one decision may record."""


@dataclass(frozen=True, slots=True)
class FittedChange:
    """The characters `start` to `end` of a text become `words`; all in code points."""

    start: int
    end: int
    words: str

    def applied(self, text: str) -> str:
        """Return the text with the change made."""
        return text[: self.start] + self.words + text[self.end :]

    def lines(self, text: str) -> str:
        """Return the lines of `text` that the change makes others, as they read when it is made."""
        first = line_start(text, self.start)
        last = line_end(text, self.end) if not self.end or text[self.end - 1] != "\n" else self.end
        made = f"{text[first : self.start]}{self.words}{text[self.end : last]}"
        old, new = (lines.replace("\r\n", "\n").split("\n") for lines in (text[first:last], made))
        steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        changed = (line for step, *_, low, high in steps if step != "equal" for line in new[low:high])
        return "\n".join(changed).strip("\n")


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why words do not fit where they are to stand, as the end of a sentence."""

    reason: str


def usual_line_end(text: str) -> str:
    """Return the line end that most lines of a text have: CRLF or LF."""
    return "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"


def with_line_ends_of(text: str, words: str) -> str:
    """Return words with the line ends that the text has, so that one file does not get two kinds."""
    return words.replace("\r\n", "\n").replace("\n", usual_line_end(text))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the white space at its ends."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), max(start, end - len(words) + len(words.rstrip()))


def line_start(text: str, at: int) -> int:
    """Return where the line that holds `at` begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Return the offset behind the line end of the line that holds `at`."""
    newline = text.find("\n", at)
    return len(text) if newline < 0 else newline + 1
