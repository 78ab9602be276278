"""Text with looks: what a view hands to a screen that can show more than plain lines."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

Look = Literal[
    "",
    "muted",
    "strong",
    "heading",
    "quote",
    "gone",
    "come",
    "out",
    "in",
    "moved",
    "alarm",
    "good",
    "bad",
    "key",
    "pending",
]


# Words that go and come are "gone" and "come" in running text, "out" and "in" where their column says which they are.


class Styled(NamedTuple):
    """Some words, of whoever wrote them, and what they are (a look says that; colours are the screen's business)."""

    text: str
    look: Look = ""


StyledLine = tuple[Styled, ...]


def line(*parts: Styled | str) -> StyledLine:
    """Return a line made of pieces and plain words."""
    return tuple(Styled(part) if isinstance(part, str) else part for part in parts)


def words_of(lines: Iterable[StyledLine]) -> str:
    """Return lines as plain text, without looks."""
    return "\n".join("".join(piece.text for piece in pieces) for pieces in lines)
