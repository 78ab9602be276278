"""The sentences of a policy's texts, read once for all checks; a text that has not changed is not read again."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from reviewtui.checks.input.concepts import concepts_of
from reviewtui.domain.policy.policy import Section
from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.markdown.headings import Heading, headings, is_outline_heading
from reviewtui.text.markdown.prose import block_prose
from reviewtui.text.markdown.said_passage import said_passage
from reviewtui.text.meaning.signals import plain
from reviewtui.text.words.sentences import sentences_within

_WHOLE = re.compile(
    r"\W*[A-Z].*\b(?:is|are|must|shall|should|may|can|cannot|will|has|have|does|do|consists?)\b.*[.!]\W*\Z"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text at `start` to `end`, without marks in `plain`.

    `paragraph` numbers its paragraph, `block` the heading that it stands under (-1 before the first); `quoted` says
    that it stands in a block quotation, `row` that it is a row of a table, `item` that it belongs to a list,
    `reference` that it is little more than a link. `addresses` are those of mail, which `plain` leaves out, and
    `lead` are the words before a list ("Not paid for are:") without which an item says nothing.
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
    addresses: frozenset[str] = frozenset()
    lead: str = ""

    @property
    def said(self) -> str:
        """What it says together with the words that lead to its list, which a whole sentence does not need."""
        if not self.lead or _WHOLE.match(self.plain):
            return self.plain
        return f"{self.lead.rstrip(': ')} {self.plain}"

    @property
    def concepts(self) -> tuple[str, ...]:
        """What it is about."""
        return concepts_of(self.plain)

    @property
    def core(self) -> tuple[str, ...]:
        """What it is about, without what it gives as a reason or as a condition of its own."""
        return core_of(self.plain)

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.plain.split())


@dataclass(frozen=True, slots=True)
class Prose:
    """The sentences of one text in its order, with its headings; `over` says of each which others stand over it."""

    sentences: tuple[Sentence, ...]
    headings: tuple[Heading, ...]
    over: tuple[frozenset[int], ...] = ()

    def paragraphs(self) -> tuple[Sentence, ...]:
        """Return each paragraph of several sentences as if it were one sentence."""
        groups: dict[int, list[Sentence]] = {}
        for sentence in self.running():
            groups.setdefault(sentence.paragraph, []).append(sentence)
        return tuple(
            replace(group[0], end=group[-1].end, plain=" ".join(sentence.plain for sentence in group))
            for group in groups.values()
            if len(group) > 1
        )

    def running(self) -> tuple[Sentence, ...]:
        """Return the sentences that are no headings."""
        return tuple(sentence for sentence in self.sentences if not sentence.heading)

    def running_in(self, section: Section) -> tuple[Sentence, ...]:
        """Return those of them that begin in a section of the text."""
        first, last = (bisect_left(self.sentences, at, key=_start) for at in (section.start, section.end))
        return tuple(sentence for sentence in self.sentences[first:last] if not sentence.heading)


def _start(sentence: Sentence) -> int:
    return sentence.start


def headings_over(outline: Iterable[Heading]) -> Iterator[frozenset[int]]:
    """Give for each heading the numbers of those that stand over it in the outline, as the title does."""
    over: list[tuple[int, int]] = []
    for number, heading in enumerate(outline):
        while over and over[-1][1] >= heading.level:
            over.pop()
        yield frozenset(index for index, _ in over)
        over.append((number, heading.level))


@lru_cache(maxsize=1024)
def prose_of(text: str) -> Prose:
    """Return the sentences of a Markdown text, code, comments and front matter left out; a table's row is one."""
    document = document_of(text)
    outline = headings(text)
    starts = [heading.start for heading in outline]
    sentences: list[Sentence] = []
    number = 0
    leads: list[str] = []
    for block in document.blocks:
        under = bisect_right(starts, block.start) - 1
        if block.kind == "table":
            rows = (_row(document, row, number + index, under) for index, row in enumerate(block.rows))
            sentences += [row for row in rows if row is not None]
            number += len(block.rows)
        elif block.kind != "code":
            for start, end in block_prose(text, block):
                depth = block.within.count("item")
                leads[depth:] = [""] * (depth - len(leads))
                lead = leads[depth - 1] if depth else ""
                made = [replace(each, lead=lead) for each in _sentences(document, block, (start, end), number, under)]
                leads.append(made[-1].plain if made and made[-1].plain.endswith(":") else "")
                sentences.extend(made)
                number += 1
    return Prose(tuple(sorted(sentences, key=_start)), outline, tuple(headings_over(outline)))


def _sentences(document: Document, block: Block, span: tuple[int, int], number: int, under: int) -> Iterator[Sentence]:
    """Yield the sentences of paragraph `number`, which stands at `span` under heading `under`."""
    text = document.source
    is_heading = is_outline_heading(block)
    spans = [span] if is_heading else sentences_within(text, *span)
    for first, last in chain.from_iterable(_pieces(text, *ends) for ends in spans):
        if words := plain(said_passage(document, first, last)):
            kind = (is_heading, block.quote > 0, False, "item" in block.within, _is_reference(text[first:last]))
            yield Sentence(first, last, words, number, under, *kind, _addresses(text[first:last]))


_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")


def _addresses(raw: str) -> frozenset[str]:
    return frozenset(found.lower() for found in _ADDRESS.findall(raw)) if "@" in raw else frozenset()


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


_BRACKETS = re.compile(r"\s+\((?=(?:[^\s()]+\s+){3})[^()]*\)")
"""Several words in brackets, which explain."""
_ASIDE = re.compile(
    r"[,;]?\s+\b(?:unless|because|so that|since|as long as|so long as|provided|in order to|as they would)\b[^.;]*",
    re.IGNORECASE,
)
"""Reasons and provisos: what a sentence adds to its rule."""


@lru_cache(maxsize=16384)
def core_of(plain: str) -> tuple[str, ...]:
    """Return the concepts of a plain sentence without reasons, provisos and what is explained in brackets."""
    return concepts_of(_ASIDE.sub("", _BRACKETS.sub("", plain)))


_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")


def _row(document: Document, cells: tuple[tuple[int, int], ...], number: int, under: int) -> Sentence | None:
    """Return a row of a table as one sentence, None where nothing stands in it."""
    filled = [(start, end) for start, end in cells if document.source[start:end].strip()]
    words = "; ".join(plain(said_passage(document, start, end)) for start, end in cells).strip("; ")
    if not words.strip("; -:"):
        return None
    addresses = _addresses(document.source[filled[0][0] : filled[-1][1]])
    return Sentence(filled[0][0], filled[-1][1], words, number, under, row=True, addresses=addresses)


def _is_reference(raw: str) -> bool:
    linked = sum(len(match[1]) for match in _LINK.finditer(raw))
    return linked > 0 and linked * 2 >= len(_LINK.sub(r"\1", raw)) - 40


def sentences_at(text: str, start: int, end: int) -> str:
    """Return the sentences of a text, as a reader sees them, in which characters from `start` to `end` stand."""
    held = prose_of(text).sentences
    return " ".join(each.plain for each in held if each.start < max(end, start + 1) and start < each.end)
