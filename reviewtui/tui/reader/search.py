"""Finds words in a text, however they are wrapped, in whatever case, composed or not."""

import re
import unicodedata


def pattern_of(term: str) -> re.Pattern[str] | None:
    """Return what finds `term`; None when it holds no words."""
    words = term.split()
    if not words:
        return None
    between = r"(?:\s|^[ \t]*>)+"
    return re.compile(between.join(_either_form(word) for word in words), re.IGNORECASE | re.MULTILINE)


def next_match(text: str, term: str, start: int, direction: int = 1) -> tuple[int, int] | None:
    """Return the next place of `term` behind `start`, or the last before it, going round at the ends."""
    pattern = pattern_of(term)
    if pattern is None:
        return None
    if direction > 0:
        match = pattern.search(text, start) or pattern.search(text)
        return match.span() if match else None
    before = last = None
    for match in pattern.finditer(text):
        last = match.span()
        before = last if match.start() < start else before
    return before or last


def _either_form(word: str) -> str:
    forms = dict.fromkeys([word, unicodedata.normalize("NFC", word), unicodedata.normalize("NFD", word)])
    return "(?:" + "|".join(re.escape(form) for form in forms) + ")"
