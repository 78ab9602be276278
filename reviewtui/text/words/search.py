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


def _either_form(word: str) -> str:
    forms = dict.fromkeys([word, unicodedata.normalize("NFC", word), unicodedata.normalize("NFD", word)])
    return "(?:" + "|".join(re.escape(form) for form in forms) + ")"
