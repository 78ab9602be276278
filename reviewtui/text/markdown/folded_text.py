"""A text in the form in which it is compared with what somebody typed or saw: each sign in one way, with its place."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

NOTE = "\ue0f0"
"""Stands for the marks of footnotes at one place."""
_QUOTES = "'\"`\u00b4\u2018-\u201f\u2032\u2033\u00ab\u00bb\u2039\u203a\u300c\u300d"
_DASHES = "\\-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"
_PART = re.compile(
    rf"""(?P<plain>[A-Za-z0-9,;:!?()&%/=+]+)
    |(?P<note>(?:\[\^[^\]\s]{{1,100}}\])+)
    |(?P<task>^[ \t]*\[[ xX]\][ \t]?)
    |(?P<ellipsis>(?<!\s)\s*+(?:\u2026|\.\s?\.\s?\.)\s*)
    |(?P<quote>(?<!\S)[\u00ab\u2039]\s+|(?<!\s)\s++[\u00bb\u203a](?!\w)|[{_QUOTES}]{{1,2}})
    |(?P<arrow>(?<!\s)\s*+(?:[-=]{{1,2}}>|[\u2192\u21d2])\s*)
    |(?P<fraction>(?<=\d)\s?[\u00bc-\u00be\u2150-\u215e])
    |(?P<dash>(?<!\s)\s*+[{_DASHES}]{{1,3}}\s*)
    |(?P<space>[\s|]+)
    |(?P<other>.)""",
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_ONE_FORM = {"quote": "'", "dash": "-", "space": " ", "ellipsis": "\u2026", "note": NOTE, "task": "", "arrow": "->"}
_WRITTEN = {
    "\u00d7": "x", "\u2264": "<=", "\u2265": ">=", "\u2260": "!=", "\u2190": "<-", "\u00b1": "+/-",
    "\u2122": NOTE, "\u00ae": NOTE, "\u2044": "/", "\u2215": "/", "\u0307": "", "*": "", "_": "", "[": "", "]": "",
}  # fmt: skip
"""How signs are typed where a keyboard has them not; marks of Markdown are none.

The dot of a Turkish I is left out, and the sign of a trade mark as easily as the mark of a footnote.
"""
_UNSEEN = frozenset({"Cf", "Cc"})


class FoldedText(NamedTuple):
    """A text in one form, and from where to where each of its characters stands in the text that it was made of."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    cased: bool

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters `start` to `end`, at least one, came from."""
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=32)
def folded_text(text: str, *, cased: bool) -> FoldedText:
    """Return a text with its signs in one form: quotation marks, dashes, dots, white space, ligatures.

    Without `cased` letter case is gone, too; that may change how many letters there are.
    """
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _PART.finditer(text):
        first, last = match.span()
        kind = match.lastgroup or ""
        if kind == "plain":
            parts.append(match[0] if cased else match[0].lower())
            starts += range(first, last)
            ends += range(first + 1, last + 1)
            continue
        form = _ONE_FORM[kind] if kind in _ONE_FORM else _letter(match[0][-1], cased=cased)
        form = f" {form}" if kind == "fraction" else form
        parts.append(form)
        starts += [first] * len(form)
        ends += [last] * len(form)
    return FoldedText("".join(parts), starts, ends, cased)


@lru_cache(maxsize=4096)
def _letter(letter: str, *, cased: bool) -> str:
    """Return the form of one character; empty for what nobody sees."""
    if letter in _WRITTEN:
        return _WRITTEN[letter]
    if unicodedata.category(letter) in _UNSEEN or "\ufe00" <= letter <= "\ufe0f":
        return ""
    form = unicodedata.normalize("NFKD", letter)
    form = form if cased else unicodedata.normalize("NFKD", form.casefold())
    return "".join(_WRITTEN.get(each, each) for each in form)
