"""Two forms of a passage compared against the list of what is editorial.

What differs is cut into the smallest runs of words. A run is editorial if it is on the list: spelling, letter case,
hyphens, contractions, words that bind nobody, synonyms, an abbreviation spelled out, a number in words or figures, a
word written twice. Everything else is in doubt, and what shows by itself that it matters (an address, a number, a
name, a word turned round) is an alarm.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

from reviewtui.text.meaning.signals import signals_of
from reviewtui.text.meaning.wording.said import Word, said_words
from reviewtui.text.meaning.wording.spelling import is_split_differently, spelled_out, spelling_form
from reviewtui.text.meaning.wording.synonyms import AGREEMENT, FREE, LENGTHS, SAME
from reviewtui.text.meaning.wording.voice import is_turned

_CASE_MATTERS = frozenset({"may", "march", "august", "us", "it", "who", "aids", "polish", "reading"})
"""Words that are another word with a capital letter."""
_OPPOSITES = ("un", "in", "im", "ir", "il", "dis", "non", "non-", "mis", "anti", "anti-", "ab")
"""What turns a word round when it is put before it."""
_SMALL = frozenset({"few", "little"})
"""Before these "a" is no mere article: "few" is fewer than "a few"."""
_JOINING = frozenset({"and", "but", "so"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "you", "this", "these"})
_RELATIVE = frozenset({"who", "whose", "which", "where"})
"""Words that begin a clause: with a comma before it it tells, without one it narrows."""
_BY_VALUE = frozenset({"amount", "date", "condition"})
_EXACT_DIGITS = 8
"""Numbers with more digits are telephones and accounts: each digit counts, their value is rounded."""
_DUTIES = frozenset({"must", "must not"})
"""Signals that are the same in other words; other duties ("expected", "encouraged") differ by their words too."""
_OPENING = frozenset({"on", "in", "at", "each", "every", "by", "during", "from", "for"})
_LINKING = frozenset({"or", "not", "only"})
_ONE_MOVE = 2
"""A phrase that moved is gone at one place and new at another."""
_PHRASE = 4
"""Words that can begin a phrase of time or place, which may stand before a sentence without a comma; its longest."""
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\Z")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_WHOLE = frozenset({"all", "both", "inside", "outside"})
"""Behind these "of" says nothing."""
_KEY_WORDS = frozenset({"MUST", "SHALL", "SHOULD", "MAY", "NOT", "REQUIRED", "RECOMMENDED", "OPTIONAL"})
"""Words of RFC 2119 in capitals, which are no names."""
_UNTOLD = frozenset({"of", "and", "the", "for", "to", "in", "on"})
"""Words of a name of which its abbreviation does not give the first letter."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """A run of words that is not on the list: before, after, why, and whether it is an alarm or a doubt only."""

    old: str
    new: str
    reason: str
    alarm: bool

    @property
    def words(self) -> str:
        """The change in words: "paid → unpaid", "“written” is gone"."""
        if self.old and self.new:
            return f"{self.old} → {self.new}"
        return f"“{self.old or self.new}” is {'gone' if self.old else 'new'}"


@dataclass(frozen=True, slots=True)
class _Key:
    """A word in the form in which it is compared, and the words as they stand that it came from."""

    form: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Some words of one side, from `first` up to `stop`."""

    keys: Sequence[_Key]
    first: int
    stop: int

    @property
    def forms(self) -> list[str]:
        """Their forms, without those that bind nobody."""
        return [self.keys[at].form for at in range(self.first, self.stop) if not self._is_free(at)]

    @property
    def words(self) -> list[Word]:
        """The words as they stand."""
        return [word for key in self.keys[self.first : self.stop] for word in key.words]

    @property
    def text(self) -> str:
        """The words as they stand, on one line."""
        return " ".join(word.text for word in self.words)

    def _is_free(self, at: int) -> bool:
        form = self.keys[at].form
        if form == "of":
            return at > 0 and self.keys[at - 1].form in _WHOLE
        after = self.keys[at + 1].form if at + 1 < len(self.keys) else ""
        return form in FREE and not (form == "a" and after in _SMALL)


def word_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """Return what changed between two forms of a passage and is not editorial, in reading order."""
    before, after = said_words(old), said_words(new)
    if before == after:
        return ()
    olds, news = _keys(old, before), _keys(new, after)
    changes: list[WordChange] = []
    if _is_reordered(olds, news) or is_turned([key.form for key in olds], [key.form for key in news]):
        return ()
    for equal, first, stop, start, end in _blocks([key.form for key in olds], [key.form for key in news]):
        if equal:
            changes += _other_words(olds[first:stop], news[start:end])
        else:
            here, there = _Run(olds, first, stop), _Run(news, start, end)
            if not _is_editorial(here, there):
                changes.append(_change(here, there))
    return tuple(changes)


def _keys(text: str, words: Sequence[Word]) -> list[_Key]:
    """Return the words of a passage as they are compared: signals by their value, synonyms as one."""
    spans = _signal_spans(text, words)
    keys: list[_Key] = []
    done = 0
    for at, word in enumerate(words):
        if at in spans:
            done, form = spans[at]
            keys.append(_Key(form, tuple(words[at:done])))
        if at < done:
            continue
        forms = _forms(word)
        keys.append(_Key(forms[0], (word,)))
        keys += [_Key(form, ()) for form in forms[1:]]
    return _with_synonyms(keys)


def _signal_spans(text: str, words: Sequence[Word]) -> dict[int, tuple[int, str]]:
    """Return where the words of each signal stand, as first and stop index with its kind and value."""
    folded = [word.text.casefold() for word in words]
    spans: dict[int, tuple[int, str]] = {}
    at = 0
    for signal in signals_of(text):
        exact = sum(map(str.isdigit, signal.words)) <= _EXACT_DIGITS
        if not exact or (signal.kind not in _BY_VALUE and signal.value not in _DUTIES):
            continue
        own = [word.text.casefold() for word in said_words(signal.words)]
        starts = (start for start in range(at, len(folded) - len(own) + 1) if folded[start : start + len(own)] == own)
        start = next(starts, None) if own else None
        if start is not None:
            at = start + len(own)
            spans[start] = (at, f"{signal.kind}: {signal.value}")
    return spans


def _forms(word: Word) -> tuple[str, ...]:
    return _forms_of(word.kind, word.text.casefold())


@lru_cache(maxsize=16384)
def _forms_of(kind: str, text: str) -> tuple[str, ...]:
    if kind == "contact":
        return (text.removeprefix("mailto:").removeprefix("tel:"),)
    if kind == "figure":
        return (_ORDINAL.sub("", _THOUSANDS.sub("", text)),)
    parts = spelled_out(text)
    return tuple("-".join(spelling_form(piece) for piece in part.replace("'", "").split("-")) for part in parts)


def _with_synonyms(keys: list[_Key]) -> list[_Key]:
    """Return the words with each phrase that has a synonym as the phrase that stands for all of them."""
    result: list[_Key] = []
    at = 0
    while at < len(keys):
        for length in LENGTHS.get(keys[at].form, ()):
            same = SAME.get(tuple(key.form for key in keys[at : at + length]))
            if same is not None:
                words = tuple(word for key in keys[at : at + length] for word in key.words)
                result += [_Key(form, words if index == 0 else ()) for index, form in enumerate(same)]
                at += length
                break
        else:
            result.append(keys[at])
            at += 1
    return result


def _blocks(old: list[str], new: list[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Yield equal and changed stretches in turn: whether equal, then first and stop on both sides."""
    first = start = 0
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            if (first, start) != (op.src_start, op.dest_start):
                yield False, first, op.src_start, start, op.dest_start
            yield True, op.src_start, op.src_end, op.dest_start, op.dest_end
            first, start = op.src_end, op.dest_end
    if (first, start) != (len(old), len(new)):
        yield False, first, len(old), start, len(new)


def _is_editorial(here: _Run, there: _Run) -> bool:
    old, new = here.forms, there.forms
    if old == new or _is_joined_anew(here, there) or _is_joined_anew(there, here):
        return True
    whole = {" ".join(key.form for key in run.keys[run.first : run.stop]) for run in (here, there)}
    if any({" ".join(old), " ".join(new)} <= forms or whole <= forms for forms in AGREEMENT):
        return True
    if _is_repeated(here, new) or _is_repeated(there, old):
        return True
    texts = here.text.casefold(), there.text.casefold()
    if old and new:
        if any(word.kind != "word" for word in (*here.words, *there.words)):
            return _abbreviates(here, there)
        respelt = is_split_differently(*texts) or texts[0].replace("'", "") == texts[1].replace("'", "")
        return respelt or _abbreviates(here, there)
    return _explains(here if old else there)


def _is_joined_anew(run: _Run, other: _Run) -> bool:
    """Say whether an "and" stands where the other side begins a sentence, with "it" or without."""
    if not set(run.forms) <= _JOINING:
        return False
    if len(other.forms) == 1 and other.forms[0] in _PRONOUNS:
        return other.words[0].first
    follows = other.keys[other.stop].words if other.stop < len(other.keys) else ()
    return not other.forms and (not follows or follows[0].first)


def _is_reordered(olds: Sequence[_Key], news: Sequence[_Key]) -> bool:
    """Say whether all that changed is where a phrase stands: before a comma at the beginning, or one of time or place.

    Where another part could be meant by it then (an "and", an "only") that is for a reader to say.
    """
    if len(olds) != len(news) or any(key.form in _JOINING | _LINKING for key in olds):
        return False
    return _is_turned_at_comma(olds, news) or _is_turned_at_comma(news, olds) or _has_moved_phrase(olds, news)


def _is_turned_at_comma(here: Sequence[_Key], there: Sequence[_Key]) -> bool:
    commas = [at for at, key in enumerate(here) if key.words and key.words[0].comma]
    if len(commas) != 1 or sum(key.words[0].first for key in here if key.words) != 1:
        return False
    return [key.form for key in (*here[commas[0] :], *here[: commas[0]])] == [key.form for key in there]


def _has_moved_phrase(olds: Sequence[_Key], news: Sequence[_Key]) -> bool:
    blocks = _blocks([key.form for key in olds], [key.form for key in news])
    changed = [block[1:] for block in blocks if not block[0]]
    if len(changed) != _ONE_MOVE:
        return False
    moved = [[*olds[first:stop], *news[start:end]] for first, stop, start, end in changed]
    first = moved[0][0].words[:1]
    leads = bool(first) and first[0].text.casefold() in _OPENING
    return leads and len(moved[0]) <= _PHRASE and [key.form for key in moved[0]] == [key.form for key in moved[1]]


def _is_repeated(run: _Run, others: Sequence[str]) -> bool:
    """Say whether a run only repeats the words before or behind it."""
    forms, length = run.forms, run.stop - run.first
    beside = (run.keys[max(0, run.first - length) : run.first], run.keys[run.stop : run.stop + length])
    return not others and bool(forms) and any([key.form for key in keys] == forms for keys in beside)


def _abbreviates(here: _Run, there: _Run) -> bool:
    """Say whether one side is the abbreviation of the other, or gives it in brackets."""
    pairs = ((here.words, there.words), (there.words, here.words))
    return any(len(short) == 1 and short[0].text in _initials(long) for short, long in pairs)


def _explains(run: _Run) -> bool:
    """Say whether a run is a name beside its abbreviation, or an abbreviation behind its name."""
    words = run.words
    before = [word for key in run.keys[max(0, run.first - 8) : run.first] for word in key.words]
    behind = [word for key in run.keys[run.stop : run.stop + 1] for word in key.words]
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 1:
        return any(words[0].text in _initials(before[-length:]) for length in range(2, len(before) + 1))
    return len(words) > 1 and not _initials(words).isdisjoint(word.text for word in (*before[-1:], *behind))


def _initials(words: Sequence[Word]) -> frozenset[str]:
    """Return the abbreviations that words can have, with the small words among them and without."""
    told = [word for word in words if word.text.casefold() not in _UNTOLD]
    names = ("".join(word.text[0] for word in chosen).upper() for chosen in (words, told))
    return frozenset(name for name in names if len(name) > 1 and name.isalpha())


def _change(here: _Run, there: _Run) -> WordChange:
    words = [*here.words, *there.words]
    reason, alarm = "other words", True
    if any(word.kind == "contact" for word in words):
        reason = "another address"
    elif any(word.kind == "figure" for word in words):
        reason = "another number"
    elif _turned_round(here.forms, there.forms):
        reason = "turned round"
    elif any(word.text[0].isupper() and not word.first and word.text not in _KEY_WORDS for word in words):
        reason = "another name"
    else:
        alarm = False
    return WordChange(here.text, there.text, reason, alarm)


def _turned_round(old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether a word of one side is the opposite of one of the other: "un" before it, "less" for "ful" behind."""
    return _holds_opposite(old, frozenset(new)) or _holds_opposite(new, frozenset(old))


def _holds_opposite(words: Sequence[str], others: frozenset[str]) -> bool:
    for word in words:
        if len(word) > 2 and any(prefix + word in others for prefix in _OPPOSITES):
            return True
        if word.endswith("ful") and word.removesuffix("ful") + "less" in others:
            return True
    return False


def _same_page(old: str, new: str) -> bool:
    """Say whether two addresses can be of one page, which was renamed: they share a word."""
    if [*filter(str.isdigit, old)] != [*filter(str.isdigit, new)]:
        return False
    return old == new or bool({*_LONG_WORD.findall(old)} & {*_LONG_WORD.findall(new)})


def _other_words(olds: Sequence[_Key], news: Sequence[_Key]) -> list[WordChange]:
    """Return where words of one form are yet two words: "may" and "May", or a question that was none."""
    changes: list[WordChange] = []
    both = zip(olds, news, strict=True)
    pairs = [(old.words[0], new.words[0]) for old, new in both if len(old.words) == len(new.words) == 1]
    last = ("", "")
    for here, there in pairs:
        word = here.text.casefold()
        if here.text != there.text and word in _CASE_MATTERS and not (here.first or there.first):
            changes.append(WordChange(here.text, there.text, "another word", alarm=True))
        if here.comma != there.comma and word in _RELATIVE:
            was, now = f"{last[0]}{',' * here.comma} {here.text}", f"{last[1]}{',' * there.comma} {there.text}"
            changes.append(WordChange(was, now, "a clause that narrows, or only tells", alarm=False))
        if here.leads and there.leads and not _same_page(here.leads, there.leads):
            was, now = f"{here.text} ({here.leads})", f"{there.text} ({there.leads})"
            changes.append(WordChange(was, now, "a link that leads elsewhere", alarm=False))
        if here.asks != there.asks:
            was, now = f"{here.text}{'?' * here.asks}", f"{there.text}{'?' * there.asks}"
            changes.append(WordChange(was, now, "a question, or none", alarm=False))
        last = (here.text, there.text)
    return changes
