"""Two sentences about one thing of which one binds to what the other forbids, or leaves free what the other demands."""

import re

from reviewtui.checks.conflict.duties import Duty, duties_of
from reviewtui.checks.conflict.opposites import opposite_fates
from reviewtui.checks.conflict.subject import is_statement, parted, speaks_of_others
from reviewtui.checks.material.concepts import concepts_of
from reviewtui.checks.material.material import ConceptPair, PlacedSentence
from reviewtui.checks.material.tuning import (
    CONDITION_ALIKE,
    DENIED_ALIKE,
    DENIED_HELD,
    DUTY_ALIKE,
    DUTY_HELD,
    HELD_DUTY,
    HELD_DUTY_ALIKE,
    ONE_ACT,
    ORDER_ALIKE,
    WEAKENED_ALIKE,
    WEAKENED_HELD,
)

_LEAST_HELD = min(DUTY_HELD, WEAKENED_HELD, DENIED_HELD)
"""What every rule below asks for."""
_LEAVES_FREE = "one asks for what the other leaves free"
_PROVIDED = re.compile(r"\b(?:provided|as long as|on condition|so long as)\b", re.IGNORECASE)
_CASE = re.compile(r"\b(?:because|that|which|who|if|when|where|once)\s+([^,.;]+)", re.IGNORECASE)
_SUCH = re.compile(r"\bsuch\b|\byet\b|\bin\s+(?:this|that|these|those)\s+cases?\b", re.IGNORECASE)
"""Narrows what is spoken of down to some of it, which the rest of the text names."""
_DENIES = re.compile(r"\b(?:is|are|does)\s+(?:not|never)\s+(?!need|have|know|mean)(\w+)", re.IGNORECASE)
_REFERS = re.compile(r"\b(?:this|these|those|the above|such)\b", re.IGNORECASE)
"""Takes up what stands before it, which is not what a sentence elsewhere in the section speaks of."""
_NEGATIVE = re.compile(
    r"\b(?:not|never|no|nobody|nothing|none|without|except|unless|only|instead|rather|if|when|other)\b|n't\b",
    re.IGNORECASE,
)
_MUST_ONLY = re.compile(
    r"\b(?:must|may|can|should|shall|will)\s+only\b|\bonly\b[^,;.]*\b(?:may|can|must|should)\b", re.IGNORECASE
)
_MAY_ANY = re.compile(
    r"\b(?:may|can|are\s+free\s+to|are\s+allowed\s+to)\s+(?:\w+\s+){1,2}?(?:any|all|whatever|whichever)\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"\bwithout\s+(?:(?:any|prior|previous|written|further|a|the|your|formal)\s+)*"
    r"(approval|permission|consent|authori[sz]ation|review|notice|training|supervision|testing|sign-?off|agreement)\b",
    re.IGNORECASE,
)
_NEGATIVE_BEFORE = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|cannot|unless|prohibited|forbidden)\b|n't\b", re.IGNORECASE
)
_CONDITION = re.compile(r"\b(?:if|when|where|unless|until|once|whenever|in case|except)\b", re.IGNORECASE)
_ONLY = re.compile(r"\bonly\b", re.IGNORECASE)
"""What is allowed only so is not allowed otherwise, which is what the other sentence says."""
_ADVISING = frozenset({"should", "ought to", "may", "are encouraged to", "is recommended", "recommended"})
_ORDER = re.compile(r"\b(before|after)\b([^,.;]*)", re.IGNORECASE)


def duty_conflict(pair: ConceptPair, *, overview: bool) -> str:
    """Return why the duties of two sentences contradict each other, empty when they do not.

    With `overview` one of them is there to restate the other, so that a duty it weakens is told sooner.
    """
    if why := opposite_fates(pair):
        return why
    if len(pair.shared) < 2 or pair.held < _LEAST_HELD:
        return ""
    here, there = duties_of(pair.first.sentence.plain), duties_of(pair.second.sentence.plain)
    if parted(pair):
        return next((why for a in here for b in there if (why := _unrestricted(a, b, pair))), "")
    for here_duty in _beyond(here, there):
        for there_duty in _beyond(there, here):
            why = (
                _opposed(here_duty, there_duty, pair)
                or _weakened(here_duty, there_duty, pair, overview=overview)
                or _freed(here_duty, there_duty, pair)
                or _unrestricted(here_duty, there_duty, pair)
            )
            if why:
                return f"{why}: “{here_duty.words}” and “{there_duty.words}”"
    return (_order(pair) if here and there else "") or _denied(pair) or _without(pair)


def _without(pair: ConceptPair) -> str:
    """Return why one allows without something what the other allows only with it."""
    if pair.held < DENIED_HELD or len(pair.shared) < 3 or _other_case(pair):
        return ""
    places = (pair.first, pair.second)
    for place, other in (places, places[::-1]):
        lacking = _WITHOUT.search(place.sentence.plain)
        if lacking is None or _WITHOUT.search(other.sentence.plain) or _NEGATIVE_BEFORE.search(lacking.string):
            continue
        levels = [duty.level for duty in duties_of(other.sentence.plain)]
        if set(concepts_of(lacking[1])) & set(other.sentence.concepts) and max(levels, default=0) >= 2 > -min(levels):
            return f"one says “{lacking[0]}”, the other demands it"
    return ""


def _beyond(ours: tuple[Duty, ...], theirs: tuple[Duty, ...]) -> list[Duty]:
    """The duties of one sentence that the other does not have as well."""
    both = {(duty.level, duty.act) for duty in theirs}
    return [duty for duty in ours if (duty.level, duty.act) not in both]


def _freed(first: Duty, second: Duty, pair: ConceptPair) -> str:
    """Return why one leaves free what the other demands in so many words."""
    if 0 not in {first.level, second.level} or max(first.level, second.level) < 2 or not _same_act(first, second):
        return ""
    if not (first.explicit and second.explicit):
        return ""
    if _one_act(first, second):
        return "" if _other_case(pair, (first, second)) else _LEAVES_FREE
    if pair.held < DUTY_HELD or pair.score < (HELD_DUTY_ALIKE if pair.held >= HELD_DUTY else DUTY_ALIKE):
        return ""
    few = 3 if first.act == second.act else 2
    return "" if len(pair.shared) < few or _other_case(pair) else _LEAVES_FREE


def _unrestricted(first: Duty, second: Duty, pair: ConceptPair) -> str:
    """Return why one allows any of what the other allows only some of."""
    if first.forbids or second.forbids or not (first.explicit and second.explicit) or not _same_act(first, second):
        return ""
    if pair.held < DUTY_HELD or len(pair.shared) < 3 or speaks_of_others(pair):
        return ""
    plains = [place.sentence.plain for place in (pair.first, pair.second)]
    for limited, free in (plains, plains[::-1]):
        if _MUST_ONLY.search(limited) and _MAY_ANY.search(free) and not _NEGATIVE.search(_MAY_ANY.split(free)[0]):
            return "one leaves free what the other allows only within limits"
    return ""


def _denied(pair: ConceptPair) -> str:
    """Return why one says that something is not so which the other says is so."""
    if pair.held < DENIED_HELD or pair.score < DENIED_ALIKE or len(pair.shared) < 3 or _other_case(pair):
        return ""
    if any(_CONDITION.search(place.sentence.plain) for place in (pair.first, pair.second)):
        return ""
    if pair.first.sentence.row or pair.second.sentence.row:
        return ""
    plains = (pair.first.sentence.plain, pair.second.sentence.plain)
    for denying, stating in (plains, plains[::-1]):
        denied = _DENIES.search(denying)
        if denied is None or _NEGATIVE.search(stating) or _NEGATIVE.search(denying, denied.end()):
            continue
        if is_statement(stating) and set(concepts_of(denied[1])) & set(concepts_of(stating)):
            return f"one says “{denied[0]}”, the other says that it is so"
    return ""


def _opposed(first: Duty, second: Duty, pair: ConceptPair) -> str:
    if first.forbids == second.forbids or not (first.level and second.level) or not _same_act(first, second):
        return ""
    few = 3 if first.act == second.act else 2
    if pair.held < DUTY_HELD or len(pair.shared) < few or _may_be_possible(first, second, pair):
        return ""
    one_act = first.explicit and _one_act(first, second)
    if pair.score < _least_alike(first, second, pair) and not one_act:
        return ""
    if _other_case(pair, (first, second) if one_act else None):
        return ""
    allowing, forbidding = (pair.second, first) if first.forbids else (pair.first, second)
    if forbidding.act not in allowing.sentence.concepts:
        return ""
    return "" if _ONLY.search(allowing.sentence.plain) else "one demands or allows what the other forbids"


def _may_be_possible(first: Duty, second: Duty, pair: ConceptPair) -> bool:
    """Whether "can" or "cannot" may say what is possible, and not what is allowed."""
    words = {first.words.lower(), second.words.lower()}
    if _possible(first, pair.first) or _possible(second, pair.second):
        return True
    if any("can" in each.split() for each in words) and pair.score < ORDER_ALIKE:
        return True
    return not (first.explicit and second.explicit) and bool(words & {"cannot", "can't"})


def _least_alike(first: Duty, second: Duty, pair: ConceptPair) -> float:
    """How alike two sentences have to be: more where a condition is named by one alone, or "will" foretells."""
    plains = [place.sentence.plain for place in (pair.first, pair.second)]
    conditions = [bool(_CONDITION.search(plain)) for plain in plains]
    if not (first.explicit and second.explicit):
        return ORDER_ALIKE
    here, there = pair.first, pair.second
    refers = here.section == there.section and any(_REFERS.search(plain) for plain in plains)
    foretells = refers or {first.words.lower(), second.words.lower()} & {"will", "'ll", "won't"}
    return CONDITION_ALIKE if conditions[0] != conditions[1] or foretells else DUTY_ALIKE


def _weakened(first: Duty, second: Duty, pair: ConceptPair, *, overview: bool) -> str:
    """Return why one demands what the other merely advises or allows; "will" and "is to" demand as "must" does."""
    if first.forbids or second.forbids or 3 not in {first.level, second.level} or first.level == second.level:
        return ""
    if not (first.explicit and second.explicit) or _possible(first, pair.first) or _possible(second, pair.second):
        return ""
    if not {first.words.lower(), second.words.lower()} & _ADVISING or first.act != second.act:
        return ""
    held, alike = (DUTY_HELD, DUTY_ALIKE) if overview else (WEAKENED_HELD, WEAKENED_ALIKE)
    if pair.held < held or pair.score < alike or len(pair.shared) < 3:
        return ""
    return "the same is demanded here and left open there"


def _other_case(pair: ConceptPair, duties: tuple[Duty, Duty] | None = None) -> bool:
    """Whether one of two sentences speaks of "such" cases, or both of cases that have nothing in common.

    With `duties` only the clauses in which they stand are looked at.
    """
    plains = [place.sentence.plain for place in (pair.first, pair.second)]
    if duties:
        plains = [_clause(plain, duty.words) for plain, duty in zip(plains, duties, strict=True)]
    if any(_SUCH.search(plain) for plain in plains) or speaks_of_others(pair):
        return True
    cases = [match for match in map(_CASE.search, plains) if match]
    if len(cases) < 2:
        return False
    here, there = (set(concepts_of(match[1])) for match in cases)
    return bool(here and there) and not here & there


def _clause(plain: str, words: str) -> str:
    """The part of a sentence, between commas, in which some words stand."""
    return next((part for part in re.split(r"[,;:]", plain) if words in part), plain)


def _possible(duty: Duty, place: PlacedSentence) -> bool:
    """Whether "can" says what is possible; with a condition it says what is allowed."""
    return duty.words.lower() == "can" and not _PROVIDED.search(place.sentence.plain)


def _one_act(first: Duty, second: Duty) -> bool:
    """Whether what two duties are about is so much the same that nothing else in the sentences has to be."""
    return first.act == second.act and len(set(first.acts) & set(second.acts)) >= ONE_ACT


def _same_act(first: Duty, second: Duty) -> bool:
    return first.act == second.act or len(set(first.acts) & set(second.acts)) >= 2


def _order(pair: ConceptPair) -> str:
    """Return why one says "before" and the other "after" the same act."""
    if pair.held < DENIED_HELD:
        return ""
    here, there = (_orders(place.sentence.plain) for place in (pair.first, pair.second))
    if {word for word, _ in here} & {word for word, _ in there}:
        return ""
    for word, act in here:
        for other, same in there:
            if word != other and act == same:
                return f"one says “{word}”, the other “{other}” the same act"
    return ""


def _orders(plain: str) -> list[tuple[str, str]]:
    return [(match[1].lower(), concepts[0]) for match in _ORDER.finditer(plain) if (concepts := concepts_of(match[2]))]
