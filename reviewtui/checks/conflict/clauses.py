"""The clauses of a sentence: what a rule says stands in one of them, the others say when it holds and why."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from reviewtui.checks.input.concepts import concepts_of
from reviewtui.checks.input.vocabulary import LIGHT

_VERB = (
    r"(?:must|shall|should|may|can|cannot|will|would|is|are|was|were|has|have|had|do|does|needs?\s+to|ought\s+to|gets?"
    r"|receives?)\b"
)
_NUMBER = (
    r"(?:an?\s+|up\s+to\s+|at\s+least\s+)?(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
_CUT = re.compile(
    r"[;:.]\s+|\s[\u2013\u2014-]\s|,\s+|\s+(?=(?:but|who|which|because|while|whereas|although|so\s+that|unless|if|when|where"
    rf"|until|except|once|provided)\b|(?:and|or)\s+(?:{_NUMBER}|(?:also\s+|then\s+|never\s+)?{_VERB}))",
    re.IGNORECASE,
)
_JOINED = re.compile(rf"(?:who|which)\b|(?:and|or|but)\s+(?:also\s+|then\s+|never\s+)?{_VERB}", re.IGNORECASE)
"""Begins a clause that goes on about the subject of the sentence."""
_SUBJECT = re.compile(rf"\A[^,;:]*?(?=\s(?:{_VERB}|who\b|which\b))", re.IGNORECASE)
_CASE = re.compile(
    r"(?:if|when|where|unless|until|except|once|because|so\s+that|although|while|whereas|provided|who)\b", re.IGNORECASE
)
_LEAST = 2
"""Concepts of a clause that says something by itself."""


@dataclass(frozen=True, slots=True)
class RuleClause:
    """A clause at `start` of its sentence: its words, what they are about, and whether it says when a rule holds."""

    start: int
    words: str
    about: frozenset[str]
    is_case: bool


@lru_cache(maxsize=16384)
def clauses_of(plain: str) -> tuple[RuleClause, ...]:
    """Return the clauses of a plain sentence that say anything, in their order."""
    ends = [0, *(match.end() for match in _CUT.finditer(plain)), len(plain)]
    cut = [(start, plain[start:end]) for start, end in pairwise(ends)]
    subject = _SUBJECT.match(plain)
    return tuple(
        RuleClause(start, words, frozenset(concepts), bool(_CASE.match(words)))
        for start, words in cut
        if (concepts := concepts_of(f"{subject[0]} {words}" if subject and _JOINED.match(words) else words))
    )


def about(plain: str, words: str) -> frozenset[str]:
    """Return what the clause of a plain sentence is about in which some `words` stand, without these.

    A clause that says too little by itself is read with the first one, which names its subject.
    """
    at = plain.find(words.strip())
    clauses = clauses_of(plain)
    clause = next((each for each in clauses if each.start <= at < each.start + len(each.words)), None)
    own = frozenset(concepts_of(words)) | LIGHT
    # Where the words are all of a clause, it is about them.
    telling = (clause.about - own or clause.about - LIGHT) if clause else frozenset()
    if len(telling) < _LEAST and clauses:
        telling |= clauses[0].about - own
    return telling if len(telling) >= _LEAST else frozenset(concepts_of(plain)) - own
