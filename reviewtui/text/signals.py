"""Signals: the words of a passage that carry its duty: how binding, for whom not, how much, by when, on what condition.

British policy English and the key words of RFC 2119 / RFC 8174 alike. A signal has a kind and a value; passages that
say the same in other words have equal signals ("two weeks" and "14 days", "is required to" and "must").
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reviewtui.text.quantities import MONTHS, amount_of, amount_words, number_words
from reviewtui.text.vocabulary import BE, CONDITIONS, DUTIES, FIRST_CONDITIONS, NEGATIONS, SCOPES, TRIGGERS, Row

Kind = Literal["duty", "negation", "amount", "date", "condition", "scope"]


@dataclass(frozen=True, slots=True)
class Signal:
    """One word or phrase that carries meaning: what kind, its value, and the words as they stand."""

    kind: Kind
    value: str
    words: str


_TABLES: tuple[tuple[Kind, tuple[Row, ...]], ...] = (
    ("condition", FIRST_CONDITIONS),
    ("duty", DUTIES),
    ("condition", CONDITIONS),
    ("scope", SCOPES),
    ("negation", NEGATIONS),
)


def _alternatives() -> tuple[str, dict[str, tuple[Kind, str]]]:
    """Return one pattern for all tables, and what each of its groups means."""
    rows = [(kind, *row) for kind, table in _TABLES for row in table]
    meaning = {f"g{number}": (kind, value) for number, (kind, value, _) in enumerate(rows)}
    patterns = ["|".join(phrases).replace("{BE}", BE) for _, _, phrases in rows]
    groups = [rf"(?P<g{number}>\b(?:{pattern}))" for number, pattern in enumerate(patterns)]
    return "|".join(groups), meaning


_CONTRACTIONS: dict[str, tuple[Kind, str]] = {"nt": ("negation", "not"), "ll": ("duty", "will")}
_PATTERN, _MEANING = _alternatives()
_DATE = (
    rf"(?P<date>\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTHS})\b(?:,?\s+\d{{4}})?"
    rf"|(?:{MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?|(?:{MONTHS})\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}(?:[:.]\d{2})?\s*[ap]\.?m\b\.?|\d{1,2}:\d{2}))"
)
_SIGNALS = re.compile(f"{_DATE}|(?P<amount>{number_words()})|{_PATTERN}", re.IGNORECASE)
_TAILS = re.compile(r"(?P<nt>n't)\b|(?P<ll>'ll)\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)|<!--.*?-->|</?[A-Za-z][^<>]*>|[*`\[\]]+|(?<!\w)_+|_+(?!\w)",
    re.DOTALL,
)
_LIST_NUMBER = re.compile(r"^\s*(?:\d{1,3}[.)]|\(\d{1,3}\))\s+", re.MULTILINE)


def plain(text: str) -> str:
    """Return `text` without marks, tags and link targets, on one line, with straight apostrophes."""
    return " ".join(_MARKUP.sub("", _LIST_NUMBER.sub("", text)).replace("\u2019", "'").replace("&rsquo;", "'").split())


_SCAN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[£$€]\s?\d[\d,.:/-]*|\d[\d,.:/-]*")
_AMOUNTS = frozenset(amount_words())
_CONTRACTED = re.compile(r"(?:n't|'ll)\Z")


def carries(word: str) -> bool:
    """Say whether `word` (lower case) can be part of what carries a duty."""
    return word in TRIGGERS or word in _AMOUNTS


@lru_cache(maxsize=16384)
def signals_of(text: str) -> tuple[Signal, ...]:
    """Return the signals of a passage, in reading order."""
    line = plain(text)
    found: list[Signal] = []
    done = 0
    for token in _SCAN.finditer(line):
        start = token.start()
        if start < done:
            continue
        word = token[0].lower()
        if not (word[-1].isalpha() and not carries(word.partition("'")[0]) and "'" not in word):
            match = _SIGNALS.match(line, start)
            if match is None and "'" in word and (tail := _CONTRACTED.search(word)):
                match = _TAILS.match(line, start + tail.start())
            if match is not None:
                found.append(_signal(match))
                done = match.end()
    return tuple(found)


def _signal(match: "re.Match[str]") -> Signal:
    name = match.lastgroup or ""
    words = match[0]
    if name == "amount":
        return Signal("amount", amount_of(words), words)
    if name == "date":
        return Signal("date", date_value(words), words)
    kind, value = _CONTRACTIONS.get(name) or _MEANING[name]
    return Signal(kind, value, words)


def date_value(words: str) -> str:
    """Return a date or time of day in one form, so that "1st of May" equals "May 1"."""
    low = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b|,", " ", words.lower())
    clock = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?m\.?", low.strip())
    if clock:
        hour = int(clock[1]) % 12 + (12 if clock[3] == "p" else 0)
        return f"{hour:02}:{clock[2] or '00'}"
    parts = [part[:3] if part[0].isalpha() else part.lstrip("0") or "0" for part in low.split()]
    return " ".join(sorted(parts))
