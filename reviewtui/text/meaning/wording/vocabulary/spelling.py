"""Spelling: one form for the spellings of a word, contractions in full, and misspellings that are no other word.

Only what cannot be another word is brought together: "form" and "from", "public" and "pubic" stay different. British
and American spellings follow the tables of Oxford's style; the misspellings are the common ones that stand in no
dictionary.
"""

import re
from functools import lru_cache
from unicodedata import combining, normalize

from reviewtui.text.meaning.quantities import amount_of
from reviewtui.text.meaning.tuning import COMPOUND_PART
from reviewtui.text.words.dictionary import is_word
from reviewtui.text.words.spelling_variants import british

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"^(learn|burn|dream|spell|spoil|lean|leap)t$", r"\1ed"),
        (r"^whilst$", "while"),
        (r"^(among|amid)st$", r"\1"),
        (r"^(toward|afterward|forward|backward|upward|downward|inward|outward)s$", r"\1"),
        (r"^enquir(?=e$|es$|ed$|y$|ies$|ing$)", "inquir"),
        (r"^advisor(?=s?$)", "adviser"),
        (r"^spelt$", "spelled"),
        (r"^ok$", "okay"),
    )
)
"""Two British spellings of one word."""
_MAY_VARY = re.compile("|".join(pattern.pattern for pattern, _ in _RULES))
_CONTRACTIONS = {
    "can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"),
    "let's": ("let", "us"), "i'm": ("i", "am"), "it's": ("it", "is"), "that's": ("that", "is"),
    "there's": ("there", "is"), "what's": ("what", "is"), "who's": ("who", "is"), "where's": ("where", "is"),
    "here's": ("here", "is"), "he's": ("he", "is"), "she's": ("she", "is"),
}  # fmt: skip
_ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_COMPOUND_WORDS = """
email website webpage online offline wellbeing cooperate cooperation cooperative coordinate coordination coordinator
ongoing workplace workload handover takeover makeup setup startup decisionmaking
cybersecurity healthcare childcare daycare caseload casework landline voicemail username homepage smartphone payslip
paperwork database dataset timetable percent lunchtime fulltime parttime teamwork whitepaper whiteboard policymaker
policymakers stakeholder shareholder logbook
payday payroll birthday bedroom bathroom classroom notebook guidebook rulebook textbook noticeboard keyboard clipboard
dashboard newsletter toolkit toolbox checkbox inbox mailbox letterbox postbox postcode login logon signup lifecycle
lifetime firewall keyholder fieldwork homework carpark playground background roundtable livestream microsite subsection
subcommittee subgroup subcontractor wheelchair whistleblowing safeguarding bookkeeping recordkeeping timesheet
spreadsheet worksheet headcount toolbar toolbars checkout onto meetup meetups
"""
_OTHER_AS_ONE = frozenset(
    """overtime sometimes sometime everyday everybody somebody anyone everyone someone
    nobody altogether whatever whenever wherever whoever therefore
    overall extramarital underway already nowhere anywhere somewhere meantime meanwhile backup undertake overtake
    overcome""".split()
)
"""Words that are another thing in two words."""
COMPOUNDS = frozenset(_COMPOUND_WORDS.split())
"""Words that are written as one, as two or with a hyphen, with the same sense; others only with a hyphen or without."""
_RANGE = re.compile(r"[\u2010-\u2014](?<=\d.)(?=\d)")
_TELEPHONE = re.compile(r"0(?<!\w0)\d{2,4}[ -]?\d{3,4}[ -]?\d{3,4}\b")
_AUXILIARIES = "do does did is are was has have could should would must need".split()
_FORGOTTEN_APOSTROPHE = re.compile(
    "[nN][tT]\\b(?:" + "|".join(rf"(?<=\b{auxiliary}nt)" for auxiliary in _AUXILIARIES) + ")", re.IGNORECASE
)
_SAID_TWICE = re.compile(r"\b([A-Za-z]+(?:-[a-z]+)?) \((\d+)\)")
_NUMBER_IN_BRACKETS = re.compile(r"\(\d+\)")
_SPLIT_PREFIX = re.compile(
    r"\bun-ioni|\bre-(?:sign|form|cover|lease|creat|sent|plac|present|act|mark|sort|serv|count|dress|press|pair|tir|fus|treat|solv)"
)


@lru_cache(maxsize=16384)
def spelling_form(word: str) -> str:
    """Return the one form of a word (lower case, straight apostrophes) that all its spellings share."""
    if not word.isascii() and any(map(str.isalpha, word)):
        word = "".join(letter for letter in normalize("NFD", word) if not combining(letter))
    word = british(word)
    if _MAY_VARY.match(word):
        for pattern, form in _RULES:
            word = pattern.sub(form, word)
    return word


def spelled_out(word: str) -> tuple[str, ...]:
    """Return the words that a contraction stands for ("don't": "do", "not"), or the word itself."""
    if word in _CONTRACTIONS:
        return _CONTRACTIONS[word]
    for ending, second in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return word.removesuffix(ending), second
    return (word,)


@lru_cache(maxsize=4096)
def corrected(text: str) -> str:
    """Return a text with each number and each range written in one way."""
    if "nt " in text or "nt\n" in text:
        text = _FORGOTTEN_APOSTROPHE.sub("n't", text)
    if not text.isascii():
        text = _RANGE.sub("-", text)
    if not _NUMBER_IN_BRACKETS.search(text):
        return text
    return _SAID_TWICE.sub(lambda match: match[1] if amount_of(match[1]) == match[2] else match[0], text)


def without_spaces_in_telephones(text: str) -> str:
    """Return a text with its telephone numbers written without spaces."""
    return _TELEPHONE.sub(lambda match: re.sub(r"[ -]", "", match[0]), text)


def is_split_differently(old: str, new: str) -> bool:
    """Say whether two runs of words differ in hyphens and spaces only, and can be one word ("e-mail", "email").

    "re-sign" and "resign", "may be" and "maybe" are different words.
    """
    joined = re.sub(r"[\s-]", "", old)
    if joined != re.sub(r"[\s-]", "", new) or _SPLIT_PREFIX.search(old) or _SPLIT_PREFIX.search(new):
        return False
    if joined in COMPOUNDS or (" " in old) == (" " in new) or "-" in old + new:
        return True
    parts = max(old, new, key=len).split()
    if not is_word(joined) and all(map(is_word, parts)):
        return True
    long = len(parts) == 2 and min(map(len, parts)) >= COMPOUND_PART
    return long and joined not in _OTHER_AS_ONE and all(map(is_word, parts))
