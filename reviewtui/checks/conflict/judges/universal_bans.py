"""Two sentences of which one says that nobody, nothing or never, and the other gives somebody leave for the same."""

import re
from functools import lru_cache

from reviewtui.checks.conflict.duties import duties_of
from reviewtui.checks.conflict.judges.conflicting_duties import DENIED, give_other_amounts
from reviewtui.checks.conflict.sentence_comparison import ComparedRules, Contradiction
from reviewtui.checks.input.concepts import concepts_of
from reviewtui.checks.input.tuning import BAN_HELD, BAN_TELLS
from reviewtui.text.meaning.holders import people_in

_BAN = re.compile(
    r"\A\W*(?P<none>nobody|no\s+one|none\s+of|no\s+(?!longer|later|more|less|matter|need)(?P<kind>(?:[\w'-]+\s+){1,4}?)(?=is|are|may|can|will|shall|must|should|gets?|has|have))"
    r"|\bnot\s+even\s+(?:if|when|where|for|with|by|in|on|after|before)\b|\bunder\s+no\s+circumstances\b|\b(?:in\s+no\s+case|at\s+no\s+time|on\s+no\s+account)\b",
    re.IGNORECASE,
)
"""Bars everything of a kind, whoever does it and whatever the reason."""
_LIMITS = re.compile(
    r"\b(?:without|unless|except|until|other\s+than|apart\s+from|but|more|longer|less|fewer|over|else|outside|others?|otherwise)\b",
    re.IGNORECASE,
)
"""Says itself what is not barred."""
_FREES = re.compile(
    r"\b(?:has|have|needs?|obliged|required|expected|asked|forced|made)\s+to\b|\b(?:need|required|obliged)\b",
    re.IGNORECASE,
)
"""What nobody has to do may be done."""
_IF = re.compile(
    r"\b(?:if|when|where|provided|as\s+long\s+as|so\s+long\s+as|who|that|before|after|while|during)\b[^,;:]*",
    re.IGNORECASE,
)
_AGENT = re.compile(r"\A\W*(?P<who>(?:[\w'-]+\s+){1,6}?)(?:may|can|could)\b", re.IGNORECASE)


def ban_conflict(comparison: ComparedRules) -> Contradiction | None:
    """Return that one sentence gives leave for what the other says that nobody does, None where it does not."""
    for place, other in ((comparison.first, comparison.second), (comparison.second, comparison.first)):
        ban, leave = place.sentence.said, other.sentence.said
        barred = _barred(ban)
        if not barred or not _gives_leave(leave) or give_other_amounts(comparison.plains):
            continue
        kind, has = _BAN.search(ban), frozenset(concepts_of(leave))
        if kind is None or _is_of_others(kind["kind"] or "", leave) or not _case_held(ban, has):
            continue
        act = concepts_of(_IF.sub(" ", ban[kind.end() :]))[:1]
        if not {*act} <= has and not barred - {*act} <= has:
            continue
        share, weight = comparison.share(barred, has)
        if share >= BAN_HELD and weight >= BAN_TELLS:
            words = f"“{kind[0].strip()}” here, “{_words(leave)}” there"
            return Contradiction(
                f"one allows what the other says of nobody: {words}", 1 + share - comparison.distance(), advises=True
            )
    return None


@lru_cache(maxsize=16384)
def _barred(plain: str) -> frozenset[str]:
    """Return what a sentence bars altogether, empty where it bars nothing or says itself what it does not bar."""
    if not _BAN.search(plain) or _LIMITS.search(plain) or _FREES.search(plain):
        return frozenset()
    return frozenset(concepts_of(_IF.sub(" ", plain)))


@lru_cache(maxsize=16384)
def _gives_leave(plain: str) -> bool:
    return any(duty.level == 1 and duty.explicit for duty in duties_of(plain)) and not DENIED.search(
        _IF.sub(" ", plain)
    )


def _words(leave: str) -> str:
    return next(duty.words for duty in duties_of(leave) if duty.level == 1)


def _is_of_others(kind: str, leave: str) -> bool:
    """Whether a kind of people is barred, and others have leave."""
    agent = _AGENT.match(leave)
    if not (kind and agent and people_in(kind) and people_in(agent["who"])):
        return False
    return {*concepts_of(kind)}.isdisjoint(concepts_of(agent["who"]))


def _case_held(ban: str, has: frozenset[str]) -> bool:
    """Whether a thing is barred in the case in which the other gives leave, if in one at all."""
    cases = [concepts_of(match[0]) for match in _IF.finditer(ban) if not ban[: match.start()].rstrip().endswith("even")]
    return all({*case} <= has for case in cases)
