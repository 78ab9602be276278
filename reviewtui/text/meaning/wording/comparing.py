"""Two forms of a passage compared against the list of what is editorial.

What differs is cut into the smallest runs of words. A run is editorial if it is on the list: spelling, letter case,
hyphens, contractions, words that bind nobody, synonyms, an abbreviation spelled out, a number in words or figures, a
word written twice. Everything else is in doubt, and what shows by itself that it matters (an address, a number, a
name, a word turned round) is an alarm.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reviewtui.text.meaning.wording.said import Word, end_of_address, said_words
from reviewtui.text.meaning.wording.spelling import is_split_differently
from reviewtui.text.meaning.wording.synonyms import AGREEMENT, ENGLISH, FREE, agree
from reviewtui.text.meaning.wording.voice import is_turned
from reviewtui.text.meaning.wording.word_change import ANOTHER_SIGN, WordChange
from reviewtui.text.meaning.wording.word_keys import WordKey, word_keys
from reviewtui.text.meaning.wording.word_order import JOINING, is_reordered, stretches

_CASE_MATTERS = frozenset({"may", "march", "august", "aids", "polish", "reading"})
"""Words that are another word with a capital letter."""
_CAPITALS_MATTER = frozenset({"us", "it", "who", "aids"})
"""Words that are another word in capitals."""
_ANY_CASE = frozenset("kg km cm ml am pm hr hrs min mins st nd rd th mph".split())  # noqa: SIM905
"""Measures that are the same in any letter case; of others each letter counts: mg and Mg, Gb and GB."""
_MEASURE = re.compile(r"\d[\d,.:/]*\s?([^\W\d]{1,3})\Z")
_NOUN_ENDINGS = ("tion", "sion", "ness", "ity", "ship", "ism", "hood", "acy", "ology")
"""Endings of nouns that are no verbs."""
_VERBS_BEHIND = frozenset("is are was were must may shall should will can has have had".split())  # noqa: SIM905
"""Verbs that cannot stand behind another verb: what stands before them is a noun."""
_OPPOSITES = ("un", "in", "im", "ir", "il", "dis", "non", "non-", "mis", "anti", "anti-", "ab")
"""What turns a word round when it is put before it."""
_SMALL = frozenset({"few", "little", "number", "majority", "minority", "fraction"})
"""Before these "a" is no mere article: "few" is fewer than "a few", "a number of" them are some."""
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "you", "this", "these"})
_REACHING_ON = frozenset({"may", "should", "can", "could", "would", "might", "not", "never", "no", "must", "shall"})
"""Words that reach over an "and"."""
_FINITE = frozenset({"is", "are", "was", "were", "will", "can", "may", "should", "must", "has", "have", "does", "do"})
"""Words by which a part of a sentence has a verb of its own."""
_SUBJECT_PRONOUNS = frozenset({"it", "they", "he", "she", "we"})
"""Words that want a verb behind them."""
_SAID_AGAIN = frozenset({"in", "on", "at", "to", "for", "will", "is", "are", "was", "were", "has", "have"})
"""Words that may be left out behind "and" where they stood before: "in spring and in autumn"."""
_SUBJECT_WORDS = 5
"""Words of a subject for which a pronoun stands in the next sentence, at the most."""
_RELATIVE = frozenset({"who", "whose", "which", "where"})
"""Words that begin a clause: with a comma before it it tells, without one it narrows."""
_ASKING = frozenset({"who", "what", "when", "where", "why", "how", "which"})
"""A line that one of these begins asks, with a question mark or without."""
_WHOLE = frozenset({"all", "both", "inside", "outside"})
"""Behind these "of" says nothing."""
_KEY_WORDS = frozenset({"MUST", "SHALL", "SHOULD", "MAY", "NOT", "REQUIRED", "RECOMMENDED", "OPTIONAL"})
"""Words of RFC 2119 in capitals, which are no names."""
_RESTRICTING = frozenset("also simply just merely only solely purely even always necessarily directly".split())  # noqa: SIM905
"""Behind a "not" these say what of the act is forbidden: "do not simply delete" forbids no deletion."""
_NEGATING = frozenset("not never cannot dont doesnt didnt wont cant isnt arent mustnt shouldnt no nor without".split())  # noqa: SIM905
_NOT_REACH = 4
"""How many words a "not" stands before such a word, at the most."""
_COUNTS = frozenset("two three four five six seven eight nine ten eleven twelve".split())  # noqa: SIM905
_UNTOLD = frozenset({"of", "and", "the", "for", "to", "in", "on"})
"""Words of a name of which its abbreviation does not give the first letter."""


@dataclass(frozen=True, slots=True)
class WordRun:
    """Some words of one side, from `first` up to `stop`."""

    keys: Sequence[WordKey]
    first: int
    stop: int
    english: bool = True

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
        if not self.english:
            return False
        if form == "of":
            return at > 0 and self.keys[at - 1].form in _WHOLE
        after = self.keys[at + 1].form if at + 1 < len(self.keys) else ""
        if form in _RESTRICTING and self._is_denied(at):
            return False
        if form == "the" and (after in _COUNTS or after.isdigit() or after.startswith("amount: ")):
            return False
        return form in FREE and not (form == "a" and after in _SMALL)

    def _is_denied(self, at: int) -> bool:
        """Say whether a "not" stands shortly before a word of the same sentence."""
        if self.keys[at].words and self.keys[at].words[0].first:
            return False
        for back in range(at - 1, max(-1, at - 1 - _NOT_REACH), -1):
            form = self.keys[back].form
            if form.replace("'", "") in _NEGATING or form in {"duty: must not", "duty: should not", "duty: may not"}:
                return True
            if self.keys[back].words and self.keys[back].words[0].first:
                return False
        return False


def word_changes(old: str, new: str) -> tuple[WordChange, ...]:
    """Return what changed between two forms of an English passage and is not editorial, in reading order."""
    before, after = said_words(old), said_words(new)
    if before == after:
        return ()
    olds, news = word_keys(old, before), word_keys(new, after)
    changes: list[WordChange] = []
    english = not ENGLISH.isdisjoint(key.form for key in (*olds, *news))
    if is_reordered(olds, news) or is_turned([key.form for key in olds], [key.form for key in news]):
        return ()
    for equal, first, stop, start, end in stretches([key.form for key in olds], [key.form for key in news]):
        if equal:
            changes += _other_words(olds[first:stop], news[start:end])
        else:
            here, there = WordRun(olds, first, stop, english), WordRun(news, start, end, english)
            if not _is_editorial(here, there):
                changes.append(_change(here, there))
    return tuple(changes)


def _is_editorial(here: WordRun, there: WordRun) -> bool:
    old, new = here.forms, there.forms
    if old == new and _is_any_for_one(here, there):
        return False
    if old == new or _is_agreement(here, there) or _is_tense(old, new):
        return True
    if any(is_same(*pair) for is_same in _EITHER_WAY for pair in ((here, there), (there, here))):
        return True
    texts = here.text.casefold(), there.text.casefold()
    if old and new:
        if any(word.kind != "word" for word in (*here.words, *there.words)):
            return _abbreviates(here, there)
        respelt = is_split_differently(*texts) or texts[0].replace("'", "") == texts[1].replace("'", "")
        return (respelt and texts[0] != texts[1]) or _abbreviates(here, there)
    return _explains(here if old else there)


def _is_any_for_one(here: WordRun, there: WordRun) -> bool:
    """Say whether one side names one that is known and the other any of them: "the officer" and "an officer"."""
    articles = [{key.form for key in run.keys[run.first : run.stop]} & {"the", "a", "an"} for run in (here, there)]
    return all(articles) and ("the" in articles[0]) != ("the" in articles[1])


def _is_agreement(here: WordRun, there: WordRun) -> bool:
    """Say whether two runs are forms of one verb or pronoun that follow from the words around."""
    old, new = here.forms, there.forms
    if len(old) == len(new) == 1 and agree(old[0], new[0]):
        return True
    whole = {" ".join(key.form for key in run.keys[run.first : run.stop]) for run in (here, there)}
    return any({" ".join(old), " ".join(new)} <= forms or whole <= forms for forms in AGREEMENT)


def _is_joined_anew(run: WordRun, other: WordRun) -> bool:
    """Say whether an "and" stands where the other side begins a sentence, with "it" or without."""
    if _repeats_subject(run, other):
        return True
    if other.forms and _rules_on(other):
        return False
    if not set(run.forms) <= JOINING:
        return False
    if run.forms == ["and"] and _begins_as_before(other):
        return True
    if len(other.forms) == 1 and other.forms[0] in _PRONOUNS:
        return other.words[0].first
    follows = other.keys[other.stop].words if other.stop < len(other.keys) else ()
    return not other.forms and (not follows or follows[0].first)


def _rules_on(run: WordRun) -> bool:
    """Say whether a "must" or a "not" of the sentence before a run would reach on, if both were one sentence."""
    start = _sentence_start(run.keys, run.first - 1) if run.first else 0
    before = [key.form for key in run.keys[start : run.first]]
    behind = run.keys[run.stop].form if run.stop < len(run.keys) else ""
    own = behind in _FINITE or behind.startswith("duty:")
    return not own and any(form in _REACHING_ON or form.startswith("duty:") for form in before)


def _begins_as_before(run: WordRun) -> bool:
    """Say whether a run begins a sentence as the one before began, or with a pronoun for it: "The clerk also …"."""
    if not run.forms or not run.words[0].first or run.first == 0:
        return False
    start = _sentence_start(run.keys, run.first - 1)
    before = WordRun(run.keys, start, run.first).forms
    forms = run.forms
    if before[: len(forms)] == forms:
        return True
    rest = forms[1:]
    places = range(1, min(len(before), _SUBJECT_WORDS))
    return forms[0] in _PRONOUNS and rest != [] and any(before[at : at + len(rest)] == rest for at in places)


def _is_said_again(run: WordRun, other: WordRun) -> bool:
    """Say whether a run only says again behind "and" what the sentence said before: "in spring and in autumn"."""
    if other.forms or len(run.forms) != 1 or run.first == 0 or run.keys[run.first - 1].form != "and":
        return False
    start = _sentence_start(run.keys, run.first - 1)
    before = [key.form for key in run.keys[start : run.first - 1]]
    return run.forms[0] in _SAID_AGAIN and run.forms[0] in before and "not" not in before


def _is_link(run: WordRun, other: WordRun) -> bool:
    """Say whether a run is an address to which the words before it lead on the other side: a link that was broken."""
    if other.words or len(run.words) != 1 or run.words[0].kind != "contact" or not 0 < other.first <= len(other.keys):
        return False
    before = other.keys[other.first - 1].words
    return bool(before) and before[-1].leads == end_of_address(run.words[0].text)


def _sentence_start(keys: Sequence[WordKey], at: int) -> int:
    """Return where the sentence begins that holds key `at`."""
    while at > 0 and not (keys[at].words and keys[at].words[0].first):
        at -= 1
    return at


def _repeats_subject(run: WordRun, other: WordRun) -> bool:
    """Say whether a sentence begins with the words again for which "who" or "which" stands on the other side."""
    forms = other.forms
    if not forms or run.forms not in (["who"], ["which"]) or not other.words[0].first or not run.words[0].comma:
        return False
    before = [key.form for key in run.keys[max(0, run.first - len(forms)) : run.first]]
    return before == forms


def _is_tense(old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether a rule stands in the future on one side only: "will keep" and "keeps" bind alike."""
    short, long = sorted((old, new), key=len)
    return len(short) == 1 and len(long) == 2 and long[0] == "will" and short[0] in {long[1], f"{long[1]}s"}


def _is_repeated(run: WordRun, other: WordRun) -> bool:
    """Say whether a run only repeats the words before or behind it."""
    forms, length = run.forms, run.stop - run.first
    beside = (run.keys[max(0, run.first - length) : run.first], run.keys[run.stop : run.stop + length])
    return not other.forms and bool(forms) and any([key.form for key in keys] == forms for keys in beside)


def _is_forgotten(run: WordRun, other: WordRun) -> bool:
    """Say whether a run is the verb that was forgotten behind a pronoun: "it reasonable" is "it is reasonable"."""
    if other.forms or run.forms not in (["is"], ["are"], ["am"]) or run.first == 0 or run.stop >= len(run.keys):
        return False
    behind = run.keys[run.stop].form
    return run.keys[run.first - 1].form in _SUBJECT_PRONOUNS and behind not in FREE and not behind.startswith("duty:")


_EITHER_WAY = (_is_forgotten, _is_joined_anew, _is_said_again, _is_link, _is_repeated)
"""What says that the first of two runs is the second one in other words."""


def _abbreviates(here: WordRun, there: WordRun) -> bool:
    """Say whether one side is the abbreviation of the other, or gives it in brackets."""
    pairs = ((here.words, there.words), (there.words, here.words))
    return any(len(short) == 1 and short[0].text in _initials(long) for short, long in pairs)


def _explains(run: WordRun) -> bool:
    """Say whether a run is a name beside its abbreviation, or an abbreviation behind its name."""
    words = run.words
    before = [word for key in run.keys[max(0, run.first - 8) : run.first] for word in key.words]
    behind = [word for key in run.keys[run.stop : run.stop + 1] for word in key.words]
    if len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 1:
        return any(words[0].text in _initials(before[-length:]) for length in range(2, len(before) + 1))
    return len(words) > 1 and not _initials(words).isdisjoint(word.text for word in (*before[-1:], *behind))


def _initials(words: Sequence[Word]) -> frozenset[str]:
    """Return the abbreviations that words can have, with the small words among them and without."""
    telling = [word for word in words if word.text.casefold() not in _UNTOLD]
    names = ("".join(word.text[0] for word in chosen).upper() for chosen in (words, telling))
    return frozenset(name for name in names if len(name) > 1 and name.isalpha())


def _change(here: WordRun, there: WordRun) -> WordChange:
    words = [*here.words, *there.words]
    reason, alarm = "other words", True
    if any(word.kind == "contact" for word in words):
        reason = "another address"
    elif any(word.kind == "figure" for word in words):
        reason = "another number"
    elif _turned_round(here.forms, there.forms):
        reason = "turned round"
    elif all(word.kind == "symbol" for word in words):
        reason, alarm = ANOTHER_SIGN, False
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


def is_same_page(old: str, new: str) -> bool:
    """Say whether two ends of addresses are of one page that may stand elsewhere now: it and the place have one name.

    A place on this page may be given with the page's name or without; two pages of two sites are two.
    """
    (site, _, old), (other, _, new) = old.rpartition("|"), new.rpartition("|")
    (page, _, place), (there, _, spot) = old.partition("#"), new.partition("#")
    if site and other and site != other:
        return False
    return place == spot and (page == there or (place != "" and not (page and there)))


def _is_another_word(here: Word, there: Word) -> bool:
    """Say whether letter case makes another word of one: "may" and "May", "it" and "IT"."""
    word = here.text.casefold()
    if word in _CAPITALS_MATTER and here.text.isupper() != there.text.isupper():
        return True
    return here.text != there.text and word in _CASE_MATTERS and not (here.first or there.first)


def _is_another_measure(here: str, there: str) -> bool:
    """Say whether letter case makes another measure of the one that ends a passage: "5 mg" and "5 Mg"."""
    if here == there or here.casefold() != there.casefold():
        return False
    match = _MEASURE.search(here)
    return match is not None and match[1].casefold() not in _ANY_CASE and not there.endswith(match[1])


def _is_of_others(here: Word, there: Word) -> bool:
    """Say whether one of two words of the same letters says whose something is, and the other says it not."""
    both = {here.text.casefold(), there.text.casefold()}
    owned = [word for word in both if word.endswith("'s")]
    return len(both) == 2 and bool(owned) and owned[0].replace("'", "") in both and not here.text[:-1].isupper()


def _makes_good(follow: Sequence[tuple[Word, Word]]) -> bool:
    """Say whether an apostrophe was only forgotten: what follows is a thing that somebody has, and no verb.

    It is one if a verb stands behind it, or by its ending; and then "the boards decision" is the board's.
    """
    nexts = [pair[0].text.casefold() for pair in follow]
    if not nexts:
        return False
    return nexts[0].endswith(_NOUN_ENDINGS) or not _VERBS_BEHIND.isdisjoint(nexts[1:])


def _other_words(olds: Sequence[WordKey], news: Sequence[WordKey]) -> list[WordChange]:
    """Return where words of one form are yet two words: "may" and "May", or a question that was none."""
    changes: list[WordChange] = []
    both = zip(olds, news, strict=True)
    pairs = [(old.words[0], new.words[0]) for old, new in both if len(old.words) == len(new.words) == 1]
    last, opening = ("", ""), ""
    for at, (here, there) in enumerate(pairs):
        word = here.text.casefold()
        if _is_another_word(here, there) or _is_another_measure(f"{last[0]} {here.text}", f"{last[1]} {there.text}"):
            changes.append(WordChange(here.text, there.text, "another word", alarm=True))
        if _is_of_others(here, there) and not _makes_good(pairs[at + 1 : at + 3]):
            changes.append(WordChange(here.text, there.text, "of one, of several, or of nobody", alarm=False))
        if here.comma != there.comma and word in _RELATIVE:
            was, now = f"{last[0]}{',' * here.comma} {here.text}", f"{last[1]}{',' * there.comma} {there.text}"
            changes.append(WordChange(was, now, "a clause that narrows, or only tells", alarm=False))
        if here.leads and there.leads and not is_same_page(here.leads, there.leads):
            was, now = f"{here.text} ({here.leads.strip('|')})", f"{there.text} ({there.leads.strip('|')})"
            changes.append(WordChange(was, now, "a link that leads elsewhere", alarm=False))
        opening = word if here.first else opening
        if here.asks != there.asks and opening not in _ASKING:
            was, now = f"{here.text}{'?' * here.asks}", f"{there.text}{'?' * there.asks}"
            changes.append(WordChange(was, now, "a question, or none", alarm=False))
        last = (here.text, there.text)
    return changes
