"""A paper as values: what is written in it, whatever the format; words by others stand in it as they are."""

from dataclasses import dataclass
from typing import Literal

PhraseLook = Literal["plain", "strong", "quote"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words of one look; a quote stands in quotation marks."""

    text: str
    look: PhraseLook = "plain"


PaperWords = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class PaperHeading:
    """A heading within the paper; the title is of level 1."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class PaperParagraph:
    """A paragraph."""

    words: PaperWords


@dataclass(frozen=True, slots=True)
class Items:
    """A list, one item a line."""

    items: tuple[PaperWords, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """How a passage read before and how it reads now; one of the two is empty where it is new or gone.

    `where` says in words where it stands, `was` where it stood before, and `why` what the words alone do not show; each
    is empty where that needs no saying.
    """

    where: str
    before: str
    after: str
    was: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table; the first cell of each row is what the row is about."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


PaperBlock = PaperHeading | PaperParagraph | Items | Compared | PaperTable


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper; `language` is a tag such as "en-GB"."""

    title: str
    blocks: tuple[PaperBlock, ...]
    language: str = "en-GB"


def words(*parts: str | Phrase) -> PaperWords:
    """Return words in which strings are plain."""
    return tuple(Phrase(part) if isinstance(part, str) else part for part in parts)


def paragraph(*parts: str | Phrase) -> PaperParagraph:
    """Return a paragraph of such words."""
    return PaperParagraph(words(*parts))


def quote(text: str) -> Phrase:
    """Return words in quotation marks."""
    return Phrase(text, "quote")


def strong(text: str) -> Phrase:
    """Return words that stand out."""
    return Phrase(text, "strong")


def as_text(told: PaperWords) -> str:
    """Return words as characters alone, for a cell or a mail; quotes in quotation marks."""
    return "".join(f"“{each.text}”" if each.look == "quote" else each.text for each in told)
