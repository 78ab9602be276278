"""A proposed change in the words of a commenting form: "Replace “…” with “…”.", and how such words are read again."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.views.rendered_text import rendered_change

_OPEN, _CLOSE = "“", "”"
_QUOTES = {"“": "”", '"': '"', "«": "»", "„": "“", "\u2018": "\u2019", "'": "'"}
_END = r"[\s.]*\Z"
_VERB = re.compile(
    r"\s*(?:(?P<replace>replace|change)|(?P<delete>delete|remove|strike)|(?P<after>after)|(?P<before>before)"
    r"|(?P<insert>insert|add))\b:?\s*",
    re.IGNORECASE,
)
_MOST_READINGS = 20
_LONGEST = 40_000


class PossibleChange(NamedTuple):
    """One reading of a proposed change: `words` become `replacement`, or that is put behind or before them."""

    words: str
    replacement: str
    where: str = "instead"


def change_in_words(anchor: Anchor, replacement: str, *, plain: bool = False) -> str:
    """Return a suggestion as a form says it; `plain` as people see it, without the marks of the source."""
    about = anchor.exact if not anchor.is_gap else anchor.prefix or anchor.suffix
    if plain:
        about, replacement = rendered_change(about, replacement)
    if not anchor.is_gap:
        return f"Replace {_quoted(about)} with {_quoted(replacement)}." if replacement else f"Delete {_quoted(about)}."
    return f"{'After' if anchor.prefix else 'Before'} {_quoted(about)} insert {_quoted(replacement)}."


def _quoted(words: str) -> str:
    return f"{_OPEN}{words}{_CLOSE}"


def possible_changes(change: str) -> Iterator[PossibleChange]:
    """Give all that a proposed change can mean; with quotation marks inside of quotes that is more than one thing."""
    verb = _VERB.match(change)
    if verb is None or len(change) > _LONGEST:
        return
    rest = change[verb.end() :]
    if verb["delete"]:
        yield from (PossibleChange(words, "") for words in _one(rest))
    elif verb["replace"]:
        yield from (PossibleChange(a, b) for a, b in _two(rest, r"(?:with|by|to|→)"))
    elif verb["insert"]:
        for where in ("after", "before"):
            yield from (PossibleChange(b, a, where) for a, b in _two(rest, where))
    else:
        where = "after" if verb["after"] else "before"
        yield from (PossibleChange(a, b, where) for a, b in _two(rest, r"(?:insert|add)"))


def _one(text: str) -> Iterator[str]:
    close = _QUOTES.get(text[:1])
    match = re.fullmatch(rf"(.*){re.escape(close)}{_END}", text[1:], re.DOTALL) if close else None
    if match:
        yield match[1]


def _two(text: str, joint: str) -> Iterator[tuple[str, str]]:
    close = _QUOTES.get(text[:1])
    if close is None:
        return
    opening = "".join(re.escape(sign) for sign in _QUOTES)
    between = re.compile(rf"{re.escape(close)}\s*,?\s*{joint}:?\s*(?=[{opening}])", re.IGNORECASE)
    for count, match in enumerate(between.finditer(text, 1)):
        if count == _MOST_READINGS:
            return
        for second in _one(text[match.end() :]):
            yield text[1 : match.start()], second
