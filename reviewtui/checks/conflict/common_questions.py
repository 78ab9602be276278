"""Questions that policies of all kinds settle, and the words in which each is put: two answers may share no other word.

"Letters without a name are set aside" and "complaints may be submitted anonymously" share hardly a word. Each question
names an act in the words that policies have for it; whether a clause allows or forbids the act is its answer.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewtui.checks.conflict.duties import duties_of
from reviewtui.checks.conflict.question_table import QUESTIONS
from reviewtui.checks.conflict.statements import is_rule
from reviewtui.checks.material.material import PlacedSentence
from reviewtui.checks.material.tuning import ANSWERS

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
    """A question as patterns: the act, the words beside it, and the words that answer "no" by themselves."""

    name: str
    act: "re.Pattern[str]"
    scope: "re.Pattern[str]"
    contrary: "re.Pattern[str] | None"

    def answer(self, place: PlacedSentence) -> int:
        """Return 1 where a sentence allows or asks for the act, -1 where it forbids it, 0 where it says neither."""
        plain = place.sentence.plain
        if not self.scope.search(plain) or _TURNS.search(plain):
            return 0
        clauses = _CLAUSES.split(plain)
        clause = next((clause for clause in clauses if self.act.search(clause)), "")
        if clause and (answer := self._of_act(clause)):
            return answer
        if self.contrary and (instead := self.contrary.search(plain)):
            return 1 if _DENIES.search(" ".join(plain[: instead.start()].split()[-_BEFORE:])) else -1
        return 0

    def _of_act(self, clause: str) -> int:
        act = self.act.search(clause)
        if act is None or (self.contrary and self.contrary.search(clause)):
            return 0
        before = " ".join(clause[: act.start()].split()[-_BEFORE:])
        if _DENIES.search(f"{before} {act[0]}") or _REFUSED.search(clause, act.end()):
            return -1
        return 1 if _ALLOWS.search(clause) or duties_of(clause) else 0


def _pattern(words: str) -> "re.Pattern[str]":
    return re.compile(rf"\b(?:{words})\b" if words else "", re.IGNORECASE)


_ALL = tuple(
    _Question(each.name, _pattern(each.act), _pattern(each.scope), _pattern(each.contrary) if each.contrary else None)
    for each in QUESTIONS
)
_ANY = re.compile(
    "|".join(pattern.pattern for question in _ALL for pattern in (question.act, question.contrary) if pattern),
    re.IGNORECASE,
)


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
