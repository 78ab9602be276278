"""Sentences of a Markdown or HTML-like text, with offsets.

They stand in the pieces of prose that the grammar gives (`text/markdown/prose.py`): a paragraph, a heading, one list
item, one table cell. Front matter, fenced code and comments are no prose.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from reviewtui.text.markdown.block import Block
from reviewtui.text.markdown.document import document_of, parted_text
from reviewtui.text.markdown.prose import block_prose, prose_spans
from reviewtui.text.span import Span

_CLOSING = r"""["'\u201d\u2019\u00bb)\]*_`]|</\w{1,20}>|\]\([^)\s]{0,2000}\)|\{[^}\s]{0,200}\}"""
_PATTERN = rf"[.!?\u2026](?<![.!?\u2026]{{2}})[.!?\u2026]*+(?:{_CLOSING})*(?=\s+(?P<next>\S+))"
_STOP = re.compile(_PATTERN)
_SURE_STOPS = "\u0589\u061f\u06d4\u0964\u0965\u0f0d\u104b\u1362\u1367\u17d4\u17d5\u3002\uff01\uff1f\uff61"
"""Marks of other scripts that end a sentence whatever follows, with a space behind them or without."""
_SURE = re.compile(f"[{_SURE_STOPS}]")
_STOP_OF_ANY_SCRIPT = re.compile(rf"{_PATTERN}|[{_SURE_STOPS}]++(?:{_CLOSING}|[\u300b\u300d\u300f\u3011\uff09])*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.?g|i\.?e|cf|vs|approx|ca|mr|mrs|ms|dr|prof|st|al|ed|eds|inc|ltd|dept|est|gen|hon|jr|sr)|(?<![^\W\d])[A-Z]"
    r"|(?<![.\w])(?-i:Cllr|Gov|Sgt|Cpl|Capt|Col|Lt|Maj|Adm|Sen|Messrs|Revd|Supt|Insp))\.\Z",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b(?:nos?|arts?|paras?|sect?|ch|pp?|vol|figs?|rev|regs?|sch|ss?)\.\Z", re.IGNORECASE)
_LINK_END = re.compile(r"[^\[\]\n]{0,200}\]\(")
_OPENING = re.compile(r"""["'“\u2018«(\[*_`¿¡]*(?:<[^<>]*>)*["'“\u2018(\[*_`]*(?P<first>.)""", re.DOTALL)


@lru_cache(maxsize=512)
def paragraph_spans(text: str) -> tuple[Span, ...]:
    """Return where each piece of prose stands: paragraphs, headings, list items, table cells."""
    return tuple(prose_spans(document_of(text)))


@lru_cache(maxsize=512)
def sentence_spans(text: str) -> tuple[Span, ...]:
    """Return where each sentence stands; headings, list items and table cells are sentences of their own."""
    spans: list[Span] = []
    for start, end in paragraph_spans(text):
        spans += sentences_within(text, start, end)
    return tuple(spans)


def sentences_from(text: str, start: int, stop: int | None = None) -> Iterator[Span]:
    """Give the sentences that end behind `start` and begin before `stop`, in reading order.

    Only those parts of the text are read that hold one, and blocks are looked at as far as somebody asks.
    """
    for document, base in parted_text(text).around(start, stop):
        for block in document.blocks_from(start - base):
            for low, high in _block_sentences(document.source, block):
                if stop is not None and low + base >= stop:
                    return
                if high + base > start:
                    yield low + base, high + base


@lru_cache(maxsize=8192)
def _block_sentences(text: str, block: Block) -> tuple[Span, ...]:
    return tuple(span for piece in block_prose(text, block) for span in sentences_within(text, *piece))


def sentences_within(text: str, start: int, end: int) -> list[Span]:
    """Return the sentences of one paragraph that stands at `start` to `end`."""
    spans: list[Span] = []
    begin = start
    others = not text.isascii() and _SURE.search(text, start, end) is not None
    for match in (_STOP_OF_ANY_SCRIPT if others else _STOP).finditer(text, start, end):
        if match.end() >= end or not _ends_sentence(text, begin, match):
            continue
        spans.append((begin, match.end()))
        begin = match.end()
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        spans.append((begin, end))
    return spans


def _ends_sentence(text: str, begin: int, stop: "re.Match[str]") -> bool:
    following = stop["next"]
    if following is None:
        return True
    opening = _OPENING.match(following)
    first = opening["first"] if opening else following[0]
    if first.islower() or first in ",;:)":
        return False
    in_link = text.rfind("[", begin, stop.start()) > text.rfind("]", begin, stop.start())
    if in_link and _LINK_END.match(text, stop.end()):
        return False
    return text[stop.start()] != "." or not _abbreviated(text[max(begin, stop.start() - 12) : stop.start() + 1], first)


def _abbreviated(before: str, following: str) -> bool:
    """Say whether the full stop that ends `before` belongs to an abbreviation: "No." does before a number only."""
    if before.endswith("etc."):
        return False
    return bool(_ABBREVIATION.search(before) or (following.isdigit() and _NUMBERED.search(before)))
