"""The signs of CriticMarkup: found in a text in one pass, and kept apart from a text that has such signs itself."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from reviewtui.text.markdown.document import document_of
from reviewtui.text.span import Span

MarkKind = Literal["insert", "delete", "replace", "comment", "highlight"]
_SIGNS: dict[str, tuple[MarkKind, str]] = {
    "{++": ("insert", "++}"),
    "{--": ("delete", "--}"),
    "{~~": ("replace", "~~}"),
    "{>>": ("comment", "<<}"),
    "{==": ("highlight", "==}"),
}
_OPENER = re.compile(r"\{(?:\+\+|--|~~|>>|==)")
_ESCAPES = (
    (re.compile(r"\{(\\*)(?=\+\+|--|~~|>>|==)"), r"{\1\\"),
    (re.compile(r"(\+\+|--|~~|<<|==)(\\*)\}"), r"\1\2\\}"),
    (re.compile(r"~(\\*)>"), r"~\1\\>"),
)
_UNESCAPES = (
    (re.compile(r"~\\(\\*)>"), r"~\1>"),
    (re.compile(r"(\+\+|--|~~|<<|==)\\(\\*)\}"), r"\1\2}"),
    (re.compile(r"\{\\(\\*)(?=\+\+|--|~~|>>|==)"), r"{\1"),
)


class CriticMark(NamedTuple):
    """A mark of a text: from `start` to `end`, about the words `old`, with `new` words or a comment."""

    kind: MarkKind
    start: int
    end: int
    old: str
    new: str


def escaped(words: str) -> str:
    """Return words in which nothing reads as a mark: each sign of one gets a backslash inside."""
    for pattern, replacement in _ESCAPES:
        words = pattern.sub(replacement, words)
    return words


def unescaped(words: str) -> str:
    """Return what escaped words say."""
    for pattern, replacement in _UNESCAPES:
        words = pattern.sub(replacement, words)
    return words


def code_spans(source: str) -> list[Span]:
    """Return where code stands, its back-ticks and fences included: in code nothing is a mark."""
    document = document_of(source)
    spans = [(block.start, block.content_end) for block in document.blocks if block.kind == "code"]
    spans += [(each.start, each.end) for each in document.enclosures if source[each.start : each.start + 1] == "`"]
    return sorted(spans)


def outside_code(text: str, span: Span, code: list[Span], change: Callable[[str], str]) -> str:
    """Return the characters `span` of a text, those that stand in no code changed."""
    at, end = span
    parts = []
    for first, last in code:
        if first < end and at < last:
            parts += [change(text[at : max(at, first)]), text[max(at, first) : min(end, last)]]
            at = min(end, last)
    return "".join([*parts, change(text[at:end])])


def marks(text: str, code: list[Span]) -> Iterator[CriticMark]:
    """Give the marks of a text that do not begin in code, in reading order, none inside of another."""
    closers: dict[str, int] = {}
    begins = [first for first, _ in code]
    at = 0
    while opener := _OPENER.search(text, at):
        start = opener.start()
        at = start + 1
        index = bisect_right(begins, start) - 1
        if index >= 0 and start < code[index][1]:
            continue
        kind, sign = _SIGNS[opener[0]]
        close = _next(text, sign, start + 3, closers)
        arrow = _next(text, "~>", start + 3, closers) if kind == "replace" else start
        if close < 0 or (kind == "replace" and not start < arrow < close):
            continue
        at = close + 3
        yield _mark(text, kind, (start, close), arrow)


def _mark(text: str, kind: MarkKind, span: Span, arrow: int) -> CriticMark:
    start, close = span
    inside = unescaped(text[start + 3 : close])
    if kind == "replace":
        return CriticMark(
            kind, start, close + 3, unescaped(text[start + 3 : arrow]), unescaped(text[arrow + 2 : close])
        )
    if kind in {"delete", "highlight"}:
        return CriticMark(kind, start, close + 3, inside, "")
    return CriticMark(kind, start, close + 3, "", inside)


def _next(text: str, sign: str, at: int, known: dict[str, int]) -> int:
    """Where a sign stands next from `at` on, asked once for each stretch: openers without an end are cheap."""
    next_at = known.get(sign, -2)
    if next_at == -1 or next_at >= at:
        return next_at
    known[sign] = next_at = text.find(sign, at)
    return next_at
