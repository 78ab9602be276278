"""Signals: the words of a passage that carry its duty: how binding, for whom not, how much, by when, on what condition.

British policy English and the key words of RFC 2119 / RFC 8174 alike, and Welsh. A signal has a kind and a value;
passages that say the same in other words have equal signals ("two weeks" and "14 days", "is required to" and "must").
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple, cast

from reviewtui.text.markdown.said_passage import (
    APART,
    APART_END,
    CODE,
    HEADING,
    LISTING,
    PICTURE,
    SIGNED,
    TARGET,
    as_said,
    at_line_starts,
    with_signs,
    without_prose_signs,
)
from reviewtui.text.meaning.dates import DATE, date_value, date_words
from reviewtui.text.meaning.duty_words import DUTIES, NEGATIONS
from reviewtui.text.meaning.language.passage_language import Alarm
from reviewtui.text.meaning.limit_words import CONDITIONS, FIRST_CONDITIONS, SCOPES
from reviewtui.text.meaning.phrases import Phrases
from reviewtui.text.meaning.quantities import amount_of, amount_words, is_reference, number_words
from reviewtui.text.meaning.welsh.welsh_figures import WELSH_FIGURE_WORDS, WELSH_FIGURES, welsh_amount, welsh_date
from reviewtui.text.meaning.welsh.welsh_words import WELSH_CONDITIONS, WELSH_DUTIES, WELSH_NEGATIONS, WELSH_SCOPES
from reviewtui.text.words.memo import Memo

SignalKind = Literal["duty", "negation", "amount", "date", "condition", "scope"]


class Signal(NamedTuple):
    """One word or phrase that carries meaning: what kind, its value, and the words as they stand."""

    kind: SignalKind
    value: str
    words: str


class _Beginning(NamedTuple):
    """A word in a run of characters, in lower case, with which a phrase or a figure can begin."""

    at: int
    word: str
    phrase: bool
    figure: bool
    last: bool
    """Whether nothing stands behind it in the run."""


@dataclass(frozen=True, eq=False)
class AlarmWords:
    """What the alarm of one language listens for."""

    phrases: Phrases
    figures: re.Pattern[str]
    """A date or an amount."""
    figure_words: frozenset[str]
    """The words that one can begin with, in lower case."""
    date: Callable[[str], str]
    amount: Callable[[str], str]

    @cached_property
    def beginnings(self) -> Memo[str, tuple[_Beginning, ...]]:
        """What can begin in each run of characters without a space that was met."""
        return Memo(self._beginnings)

    def _beginnings(self, run: str) -> tuple[_Beginning, ...]:
        if run.isalpha():
            return self._beginning(run, 0, is_last=True)
        words = ((match[0], *match.span()) for match in _WORDS.finditer(run))
        return tuple(each for word, at, end in words for each in self._beginning(word, at, is_last=end == len(run)))

    def _beginning(self, word: str, at: int, *, is_last: bool) -> tuple[_Beginning, ...]:
        low = word.lower()
        phrase, figure = self.phrases.begins(low), low in self.figure_words or not low[0].isalpha()
        return (_Beginning(at, low, phrase, figure, is_last),) if phrase or figure else ()


_ENGLISH = AlarmWords(
    Phrases(
        [
            ("condition", FIRST_CONDITIONS),
            ("negation", NEGATIONS[:1]),
            ("duty", DUTIES),
            ("condition", CONDITIONS),
            ("scope", SCOPES),
            ("negation", NEGATIONS),
        ]
    ),
    re.compile(rf"(?P<date>{DATE})|(?P<amount>{number_words()})", re.IGNORECASE),
    frozenset([*amount_words(), *date_words()]),
    date_value,
    amount_of,
)
_WELSH = AlarmWords(
    Phrases(
        [
            ("duty", WELSH_DUTIES),
            ("condition", WELSH_CONDITIONS),
            ("scope", WELSH_SCOPES),
            ("negation", WELSH_NEGATIONS),
        ]
    ),
    WELSH_FIGURES,
    WELSH_FIGURE_WORDS,
    welsh_date,
    welsh_amount,
)
_ALARMS: Mapping[Alarm, AlarmWords] = {"en": _ENGLISH, "cy": _WELSH}
_VERSION = re.compile(r"\d+(?:\.\d+){2}|\d+/\d")
_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|[£$€]\s?\d[\d,.:/-]*|\d[\d,.:/-]*")
_MONEY_APART = re.compile(r"[£$€] ")
"""A sign of money that stands apart from its sum, with which it is one word."""
_SPACE = re.compile(r"(?<![£$€]) ")
_PATH = r"(?<!\S)(?=[\d./-]*[A-Za-z_])[\w.-]*/[\w.-]+/[\w./-]*(?=[\s.,)]|\Z)"
_NAMES = re.compile(
    rf"(?:https?://|www\.)\S+|\b[\w.+-]{{1,64}}@[\w.-]{{1,99}}\.\w+|{_PATH}"
    r"|\b[\w-]{1,80}\.(?:md|html|pdf|docx?|csv|xlsx?)\b|\{\{?%?[^{}\n]*\}"
)
"""Addresses, paths, names of files and templates: their numbers bind nobody."""
_MAY_BE_NAMED = re.compile(r"[@{]|://|/[\w.-]+/|www\.|\.(?:md|html|pdf|docx?|csv|xlsx?)\b")
"""Without one of these there is none."""
_NUMBERS = re.compile(
    rf"^[ \t]*(?:{HEADING}"
    r"(?:\d{1,3}(?:\.\d{1,3})*[.):]?(?:[ \t]+|(?=\u2029)|\Z))?|\d{1,3}(?:\.\d{1,3})*[.):](?:[ \t]+|\Z)"
    r"|\d{1,3}(?:\.\d{1,3})+[ \t]+|\(\d{1,3}\)[ \t]+|\(?[a-z]\)[ \t]+)(?=\S|\u2029|\Z)",
    re.MULTILINE,
)
"""Numbers of items and headings."""
_NUMBERED = (
    re.compile(rf"[@/{{{HEADING}]|\.\w"),
    re.compile(r"\A[ \t]*(?:[\d(]|[a-z]\))"),
    re.compile(r"\n[ \t]*(?:[\d(]|[a-z]\))"),
)
"""Without one of these there is neither such a number nor a name."""
_UNHEARD = (("\ue009", PICTURE), ("\ue000", TARGET), ("\ue002", CODE), ("\ue006", LISTING))
_COMMAND = re.compile(r"[/.=(){}$\d_-]")
"""What a piece of code holds that is no word of the sentence, but a name or a command."""


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return `text` on one line, with straight apostrophes and without what binds nobody.

    Left out are marks, what is struck out or hidden, tags, link targets, addresses, paths, code, front matter and the
    numbers of items and headings.
    """
    words = without_prose_signs(as_said(text))
    if SIGNED.search(words):
        for sign, pattern in _UNHEARD:
            if sign in words:
                words = pattern.sub(_FORMS.get(pattern, " "), words)
        words = words.replace(APART, "").replace(APART_END, "")
    if any(pattern.search(words) for pattern in _NUMBERED):
        words = with_signs(at_line_starts(_NUMBERS, lambda _: "", words))
        words = _NAMES.sub(" ", words) if _MAY_BE_NAMED.search(words) else words
    return " ".join(with_signs(words).replace("\u2019", "'").split())


def _word_in_code(match: "re.Match[str]") -> str:
    return " " if _COMMAND.search(with_signs(match[1])) else match[1]


_FORMS: dict["re.Pattern[str]", str | Callable[["re.Match[str]"], str]] = {TARGET: "", CODE: _word_in_code}


@lru_cache(maxsize=16384)
def signals_of(text: str, alarm: Alarm = "en") -> tuple[Signal, ...]:
    """Return the signals of a passage, in reading order, as the alarm of one language hears them."""
    line, known = plain(text), _ALARMS[alarm]
    signals: list[Signal] = []
    beginnings, at, done = known.beginnings, 0, 0
    runs = _SPACE.split(line) if _MONEY_APART.search(line) else line.split(" ")
    for number, run in enumerate(runs):
        for begin, word, phrase_begins, figure_begins, is_last in beginnings[run]:
            if (start := at + begin) < done:
                continue
            if figure_begins:
                end, signal = _figure(known, line, start)
                done = max(done, end)
                if signal is not None:
                    signals.append(signal)
                if end > start:
                    continue
            behind = runs[number + 1] if is_last and number + 1 < len(runs) else ""
            if phrase_begins and (phrase := known.phrases.at(line, start, word, behind)):
                done = phrase.end
                if phrase.value:
                    signals.append(Signal(cast(SignalKind, phrase.kind), phrase.value, line[start : phrase.end]))
        at += len(run) + 1
    return tuple(signals)


def _figure(known: AlarmWords, line: str, start: int) -> tuple[int, Signal | None]:
    """Return where a date or an amount that stands at `start` ends, and what it tells."""
    match = known.figures.match(line, start)
    if match is None:
        return start, None
    words = match[0].rstrip(" -")
    if match.lastgroup == "date":
        return match.end(), Signal("date", known.date(words), words)
    if line[start].isdigit() and (is_reference(line[max(0, start - 60) : start]) or _VERSION.match(line, start)):
        return match.end(), None
    return match.end(), Signal("amount", known.amount(words), words)
