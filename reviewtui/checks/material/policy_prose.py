"""The sentences of a policy's texts, read once for all checks; a text that has not changed is not read again."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from reviewtui.checks.material.concepts import concepts_of
from reviewtui.text.markdown.headings import Heading, headings
from reviewtui.text.meaning.signals import Signal, plain, signals_of
from reviewtui.text.words.sentences import paragraph_spans, sentences_within


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text at `start` to `end`, without marks in `plain`.

    `paragraph` numbers its paragraph, `block` the heading that it stands under (-1 before the first); `quoted` says
    that it stands in a block quotation, `row` that it is a row of a table, `item` that it belongs to a list,
    `reference` that it is little more than a link.
    """

    start: int
    end: int
    plain: str
    paragraph: int
    block: int
    heading: bool = False
    quoted: bool = False
    row: bool = False
    item: bool = False
    reference: bool = False

    @property
    def concepts(self) -> tuple[str, ...]:
        """What it is about."""
        return concepts_of(self.plain)

    @property
    def core(self) -> tuple[str, ...]:
        """What it is about, without what it gives as a reason or as a condition of its own."""
        return concepts_of(_ASIDE.sub("", self.plain))

    @property
    def signals(self) -> tuple[Signal, ...]:
        """What binds in it, how much and until when."""
        return signals_of(self.plain)

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.plain.split())


@dataclass(frozen=True, slots=True)
class Prose:
    """The sentences of one text with its headings."""

    sentences: tuple[Sentence, ...]
    headings: tuple[Heading, ...]

    def paragraphs(self) -> tuple[Sentence, ...]:
        """Return each paragraph of several sentences as if it were one sentence."""
        groups: dict[int, list[Sentence]] = {}
        for one in self.running():
            groups.setdefault(one.paragraph, []).append(one)
        return tuple(
            replace(group[0], end=group[-1].end, plain=" ".join(one.plain for one in group))
            for group in groups.values()
            if len(group) > 1
        )

    def running(self) -> tuple[Sentence, ...]:
        """Return the sentences that are no headings."""
        return tuple(sentence for sentence in self.sentences if not sentence.heading)


@lru_cache(maxsize=1024)
def prose_of(text: str) -> Prose:
    """Return the sentences of a Markdown text, code, comments and front matter left out; a table's row is one."""
    outline = headings(text)
    starts = [heading.start for heading in outline]
    found: list[Sentence] = []
    row = -1
    for number, (start, end) in enumerate(paragraph_spans(text)):
        at = text.rfind("\n", 0, start) + 1
        line = text[at:start]
        block = bisect_right(starts, start) - 1
        if "|" in line or (line == "" and _ROW.match(text, at)):
            if at != row:
                found.extend(_row(text, start, number, block))
            row = at
            continue
        is_heading = block >= 0 and outline[block].start <= start < outline[block].end
        spans = [(start, end)] if is_heading else sentences_within(text, start, end)
        for first, last in chain.from_iterable(_pieces(text, *span) for span in spans):
            if words := plain(text[first:last]):
                quoted = line.lstrip().startswith(">")
                kind = (is_heading, quoted, False, _is_item(line), _is_reference(text[first:last]))
                found.append(Sentence(first, last, words, number, block, *kind))
    return Prose(tuple(found), outline)


_MOST = 3000
"""Characters of a sentence that are read at once: none is that long, and no rule may take the square of a text."""


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what is far too long for a sentence, at white space if there is some."""
    while end - start > _MOST:
        space = text.rfind(" ", start + _MOST // 2, start + _MOST)
        cut = space + 1 if space >= 0 else start + _MOST
        yield start, cut
        start = cut
    yield start, end


_ROW = re.compile(r"[^\n|]+\|[^\n]*\n[ \t]*\|?[ \t:|-]{3,}|\|")
_ASIDE = re.compile(
    r"[,;]?\s+\b(?:because|so that|since|as long as|so long as|provided|in order to|as they would)\b[^.;]*",
    re.IGNORECASE,
)
"""Reasons and provisos: what a sentence adds to its rule."""
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


def _row(text: str, start: int, number: int, block: int) -> Iterator[Sentence]:
    newline = text.find("\n", start)
    end = len(text) if newline < 0 else newline
    words = "; ".join(cell.strip() for cell in plain(text[start:end]).strip("| ").split("|"))
    if words.strip("; -:"):
        yield Sentence(start, len(text[:end].rstrip(" |\t\r")), words, number, block, row=True)


def _is_reference(raw: str) -> bool:
    linked = sum(len(match[1]) for match in _LINK.finditer(raw))
    return linked > 0 and linked * 2 >= len(_LINK.sub(r"\1", raw)) - 40


def _is_item(line: str) -> bool:
    mark = line.strip()
    return mark[:1] in {"-", "*", "+"} or (mark[:1].isdigit() and mark[-1:] in {".", ")"})
