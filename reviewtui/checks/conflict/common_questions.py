"""Questions that policies of all kinds settle, and the words in which each is put: two answers may share no other word.

"Letters without a name are set aside" and "complaints may be submitted anonymously" share hardly a word. Each question
names an act in the words that policies have for it; whether a clause allows or forbids the act is its answer.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewtui.checks.conflict.duties import duties_of
from reviewtui.checks.conflict.statements import is_rule
from reviewtui.checks.material.material import PlacedSentence
from reviewtui.checks.material.tuning import ANSWERS

_DEVICES = r"(?:phones?|devices?|laptops?|computers?|tablets?)"
_QUESTIONS: tuple[tuple[str, str, str], ...] = (
    (
        "work for others",
        (
            r"moonlight\w*|freelanc\w*|(?:second|side) jobs?|(?:outside|secondary) (?:employment|work"
            r"|jobs?)|work for (?:another|other) (?:employer|compan)\w*"
        ),
        r"",
    ),
    (
        "alcohol at work",
        r"alcohol\w*|beers?|glass(?:es)? of wine",
        r"work\w*|office|premises|duty|calls?|shifts?|desks?",
    ),
    (
        "smoking indoors",
        r"smok(?:e|es|ing)|vap(?:e|es|ing)",
        r"indoors?|inside|office|premises|buildings?|rooms?",
    ),
    (
        "text messages",
        r"SMS|text messag\w+|texting|WhatsApp",
        r"",
    ),
    (
        "leave carried over",
        (
            r"carr(?:y|ied|ying) (?:\w+ ){0,3}(?:over|forward)|roll(?:s|ed|ing)? over|(?:stay"
            r"|remain)s? on (?:your|their) balance"
        ),
        r"leave|holidays?|vacation|days",
    ),
    (
        "anonymous reports",
        r"anonym\w+|without (?:a |their |any |giving )*names?",
        r"complain\w*|reports?|concerns?|letters?|emails?|feedback",
    ),
    (
        "money in advance",
        (
            r"cash advances?|(?:money|paid|funds?|costs?) (?:\w+ ){0,2}(?:in advance|up front|beforehand"
            r"|before they (?:set off|travel|leave))"
        ),
        r"",
    ),
    (
        "saved passwords",
        (
            r"remember(?:ed)? passwords?|(?:fill|sav|remember)\w* (?:in )?(?:\w+ ){0,2}(?:logins?"
            r"|passwords?)"
        ),
        r"browsers?|applications?",
    ),
    (
        "shared passwords",
        (
            r"shar(?:e|es|ed|ing) (?:\w+ ){0,3}(?:passwords?|logins?|credentials)|(?:passwords?|logins?"
            r"|credentials) (?:\w+ ){0,3}shared"
        ),
        r"",
    ),
    (
        "data on own devices",
        rf"(?:own|private) {_DEVICES}|personal(?:ly[- ]owned)? {_DEVICES}",
        r"data|information|PII|customers?|records?|e-?mails?",
    ),
    (
        "published budgets",
        (
            r"(?:budgets?|planned costs|accounts)\b.*\b(?:public\w*|website|publish\w*)|(?:public\w*"
            r"|publish\w*)\b.*\b(?:budgets?|planned costs)"
        ),
        r"",
    ),
    (
        "managers on call",
        r"pagers?|normal rotation|(?:be|are|is|goes?) on[- ]call",
        r"managers?|leads?|leaders?|supervisors?",
    ),
    (
        "pets at work",
        r"dogs?|pets?",
        r"work|office|premises|buildings?",
    ),
    (
        "guests by themselves",
        r"unescorted|unaccompanied|by themselves",
        r"visitors?|guests?",
    ),
    (
        "private use",
        r"(?:personal|private) use",
        r"equipment|computers?|phones?|laptops?|e-?mail|vehicles?|cars?|internet",
    ),
    (
        "voting by proxy",
        r"prox(?:y|ies)",
        r"vot\w+|meetings?",
    ),
    (
        "talking to the press",
        r"(?:speak|talk|answer|comment)\w* (?:\w+ ){0,3}(?:press|journalists?|reporters?|media)",
        r"",
    ),
    (
        "public networks",
        r"public (?:wi-?fi|networks?)|(?:cafe|hotel|airport) wi-?fi",
        r"",
    ),
    (
        "removable media",
        r"usb (?:sticks?|drives?|keys?)|memory sticks?|thumb drives?|removable media",
        r"",
    ),
    (
        "children at work",
        r"(?:bring|take) (?:\w+ ){0,2}(?:children|kids)",
        r"",
    ),
)
_DENIES = re.compile(
    r"(?<!who )(?<!that )(?<!which )\b(?:not|never|nobody|no\s+one|none|no|nor|cannot|prohibit\w*|forbid\w*|avoid"
    r"|refrain\w*|refus\w*|stays?\s+off)\b|n['\u2019]t\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:(?:must|shall|should|may|is|are)\s+not|cannot|never|prohibited|forbidden|banned|off\s+the\s+table|unread|set\s+aside"
    r"|refused|declined|disregarded|ignored)\b",
    re.IGNORECASE,
)
"""Behind an act: what becomes of it."""
_BEFORE = 5
"""Words before an act in which a denial is one of it."""
_ALLOWS = re.compile(
    r"\b(?:may|can|must|should|shall|will|welcome|fine|acceptable|allowed|permitted|free\s+to|quickest|receives?|stays?)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:unless|except\w*|only|whether|where\s+possible|excessive\w*|minimi[sz]e\w*|abuse|without\s+(?:\w+\s+){0,3}"
    r"(?:approval|permission|consent|authori[sz]ation))\b",
    re.IGNORECASE,
)
"""Makes an exception, or forbids too much of what is allowed."""
_CLAUSES = re.compile(r"[;:]\s+|,\s+(?:and|but|so|provided|which|even)\b|\s+(?:but|provided)\s+")


@dataclass(frozen=True, slots=True)
class _Question:
    """A question: the act that it is about, and the words that say of which of its kind."""

    name: str
    act: "re.Pattern[str]"
    scope: "re.Pattern[str]"

    def answer(self, place: PlacedSentence) -> int:
        """Return 1 where a sentence allows or asks for the act, -1 where it forbids it, 0 where it says neither."""
        plain = place.sentence.plain
        if not self.scope.search(plain):
            return 0
        clause = next((clause for clause in _CLAUSES.split(plain) if self.act.search(clause)), "")
        if not clause or _TURNS.search(plain):
            return 0
        act = self.act.search(clause)
        before = " ".join(clause[: act.start()].split()[-_BEFORE:]) if act else ""
        if act and (_DENIES.search(f"{before} {act[0]}") or _REFUSED.search(clause, act.end())):
            return -1
        return 1 if _ALLOWS.search(clause) or duties_of(clause) else 0


_ALL = tuple(
    _Question(name, *(re.compile(rf"\b(?:{words})\b" if words else "", re.IGNORECASE) for words in (act, scope)))
    for name, act, scope in _QUESTIONS
)
_ANY = re.compile("|".join(question.act.pattern for question in _ALL), re.IGNORECASE)


def opposed_answers(places: Iterable[PlacedSentence]) -> Iterator[tuple[PlacedSentence, PlacedSentence, str]]:
    """Yield the first two sentences that answer one question in opposite ways, with the question.

    A question that many sentences speak of is one of the subjects of the policy, which has cases and exceptions.
    """
    answers: dict[str, list[tuple[PlacedSentence, int]]] = defaultdict(list)
    for place in places:
        if _ANY.search(place.sentence.plain):
            for question in _ALL:
                if answer := question.answer(place):
                    answers[question.name].append((place, answer))
    for name, given in answers.items():
        if len(given) <= ANSWERS:
            yes, no = ([place for place, answer in given if answer == way] for way in (1, -1))
            pairs = ((a, b) for a in yes for b in no if _are_apart(a, b) and is_rule(a) and is_rule(b))
            first = next(pairs, None)
            if first is not None:
                yield *first, name


def _are_apart(first: PlacedSentence, second: PlacedSentence) -> bool:
    return (first.path, first.sentence.block) != (second.path, second.sentence.block)
