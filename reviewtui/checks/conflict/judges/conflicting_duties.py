"""Two sentences about one act of which one forbids or leaves free what the other demands, allows or shows."""

import re
from collections.abc import Iterator

from reviewtui.checks.conflict.amounts import amounts_of
from reviewtui.checks.conflict.clauses import about, clauses_of
from reviewtui.checks.conflict.duties import Duty, duties_of
from reviewtui.checks.conflict.sentence_comparison import ComparedRules, Contradiction
from reviewtui.checks.conflict.statements import is_example, is_rule
from reviewtui.checks.input.concepts import concepts_of
from reviewtui.checks.input.tuning import (
    ACT_HELD,
    DUTY_NEAR,
    EXAMPLE_HELD,
    EXAMPLE_TELLS,
    FEW_COSTS,
    FEW_SHARED,
    FREED_NEAR,
    LOOSENED_NEAR,
    WEAKENED_NEAR,
)

_OWN_CASE = re.compile(
    r"\b(?:(?:if|when|where|unless|once|because)\s+([^,;:.]+)"
    r"|(?:that|which|who)\s+((?:(?:is|are|has|have|must|should|may|can|will)\s+)?[^,;:.]+?)"
    r"(?=\s+(?:is|are|do|does|must|shall|should|may|can|cannot|will|needs?\s+to|ha(?:s|ve)\s+to)\b|[,;:.]|\Z))",
    re.IGNORECASE,
)
_FORETELLS = frozenset({"will", "will not", "won't", "can", "cannot", "'ll"})
"""May say what will be or is possible, and no duty."""
_WEAK = frozenset({"will", "is to", "are to", "get", "gets", "obtain", "obtains", "seek", "seeks", "request"})
"""Demands that are as good as what is advised."""
DENIED = re.compile(
    r"(?<!whether or )(?<!than )\b(?:(?:not|never|no|nobody|no\s+one|none|neither|nor|cannot|unable|refrain)\b"
    r"|avoid(?:s|ing)?\b|\w+n't\b)"
    r"(?!\s+(?:just|only|merely|simply|necessarily|always|later|more|less|longer|matter|all|every|both|limited)\b)",
    re.IGNORECASE,
)
_IS_NOT = re.compile(
    r"\b(?:(?:is|are|do|does|will|has|have|can)\s+(?:not|neither)|never|cannot|\w+n't)\b"
    r"(?!\s+(?:just|only|merely|simply|necessarily|always|all|every|both|more|less|limited)\b)",
    re.IGNORECASE,
)
"""Says that something is not so."""
_WHO_DOES = re.compile(r"(?:who|which)\b", re.IGNORECASE)
"""Begins a clause that may go on with what those do of whom it tells."""
_ONLY = re.compile(r"\bonly\b", re.IGNORECASE)
"""Says itself where the other rule does not hold."""
_EXCEPTION = re.compile(r"\b(?:unless|except(?:\s+(?:that|for|where|when|if|in))?)\b([^,;:.]+)", re.IGNORECASE)
_WHO = re.compile(r"\W*(?:(?:[\w']+\s+){0,2}(?P<we>we|our)\b|(?:[\w']+\s+){0,2}(?P<you>you|your)\b)", re.IGNORECASE)
"""Who a sentence is about: those who wrote it, or those who read it."""
_LIABLE = re.compile(r"\b(?:responsible|liable|accountable)\b")
"""Who answers for a thing: that one of two does not is no rule about the other."""
_NARROWS = re.compile(
    r"\b(?:stops?|ceases?|prevents?|avoids?|lacks?|refuses?|declines?|unless|until|except|only|without|rather|instead|other\s+than|otherwise|whether)\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"\bwithout\b", re.IGNORECASE)
"""In what is denied: a rule of what has to be there first, which the other sentence may ask for."""
_OF = re.compile(r"\s(?:of|by)\s", re.IGNORECASE)
"""Behind what is done, before what it is done with or by whom: "lending of keys", "votes by directors"."""
_LEFT_OPEN = "the same is demanded here and left open there"


def duty_conflict(comparison: ComparedRules) -> Contradiction | None:
    """Return that what two sentences bind to contradicts each other, None where it does not."""
    if hold_in_two_cases(comparison.plains):
        return None
    here, there = (duties_of(plain) or _stated(plain) for plain in comparison.plains)
    for ours in _beyond(here, there):
        for theirs in _beyond(there, here):
            why, least = _clash(ours, theirs) if _of_one_act(comparison.plains, (ours, theirs)) else ("", 1.0)
            if why and not _are_apart(comparison.plains, (ours, theirs)):
                agreement = _agreement(comparison, ours, theirs)
                if agreement >= least + FEW_COSTS * (len(comparison.shared) < FEW_SHARED):
                    return Contradiction(f"{why}: “{ours.words}” and “{theirs.words}”", agreement)
    return None


def example_conflict(comparison: ComparedRules) -> Contradiction | None:
    """Return that an example shows what the other sentence forbids, None where it does not."""
    first, second = comparison.first, comparison.second
    shown, rule = (first, second) if is_example(first) else (second, first)
    if (shown.path, shown.sentence.block) == (rule.path, rule.sentence.block) or not is_rule(rule):
        return None
    has = frozenset(concepts_of(shown.sentence.said))
    for duty in duties_of(rule.sentence.said):
        forbidden = about(rule.sentence.said, duty.words)
        if duty.level < 0 and not forbidden.isdisjoint(duty.acts):
            share, weight = comparison.share(forbidden, has)
            if share >= EXAMPLE_HELD and weight >= EXAMPLE_TELLS:
                return Contradiction(f"an example of what is forbidden: “{duty.words}”", 1 + share)
    return None


def _stated(plain: str) -> tuple[Duty, ...]:
    """Return what a sentence that has no word of duty says to be so, or not to be so, clause by clause."""
    return tuple(_stated_duties(plain))


def _stated_duties(plain: str) -> Iterator[Duty]:
    for clause in clauses_of(plain):
        is_case = clause.is_case and not _WHO_DOES.match(clause.words)
        if is_case or _NARROWS.search(clause.words):
            continue
        denied = _IS_NOT.search(clause.words)
        if denied is None and DENIED.search(clause.words):
            continue
        acts = concepts_of(clause.words[denied.end() :] if denied else clause.words)
        if acts:
            yield Duty(-3 if denied else 2, acts, clause.words.strip(" ,;"), explicit=False)


def _agreement(comparison: ComparedRules, ours: Duty, theirs: Duty) -> float:
    """Return how much the clauses of two duties agree."""
    clauses = (about(plain, duty.words) for plain, duty in zip(comparison.plains, (ours, theirs), strict=True))
    return comparison.agreement(*clauses) - comparison.distance()


def hold_in_two_cases(plains: tuple[str, str]) -> bool:
    """Say whether each sentence holds for a case or a reason of its own."""
    here, there = (_cases(plain) for plain in plains)
    return bool(here and there) and not {c for case in here for c in case} & {c for case in there for c in case}


def _cases(plain: str) -> list[tuple[str, ...]]:
    return [case for match in _OWN_CASE.finditer(plain) if (case := concepts_of(match[1] or match[2]))]


def _are_apart(plains: tuple[str, str], duties: tuple[Duty, Duty]) -> bool:
    """Whether one of two duties is an exception that is said to be one, or is somebody else's."""
    if any(map(_ONLY.search, plains)) or _are_excepted(plains):
        return True
    if (
        (all(duty.level for duty in duties) and give_other_amounts(plains))
        or _is_narrower(plains, duties)
        or _asks_first(plains, duties)
    ):
        return True
    forbids = 0 if duties[0].level <= duties[1].level else 1
    rule = _EXCEPTION.sub(" ", plains[forbids])
    if any(DENIED.search(match[0]) for match in _OWN_CASE.finditer(rule)):
        return True
    case = _cases(rule)
    if case and duties[forbids].level < 0 and not {*case[0]} <= {*concepts_of(plains[1 - forbids])}:
        return True
    who = [_WHO.match(plain) for plain in plains]
    return bool(who[0] and who[1]) and len({match.lastgroup for match in who if match}) > 1


def _is_narrower(plains: tuple[str, str], duties: tuple[Duty, Duty]) -> bool:
    """Whether one of two rules is for some of those that the other is for: "dogs", "assistance dogs"."""
    before = [_EXCEPTION.sub(" ", plain[: plain.find(duty.words)]) for plain, duty in zip(plains, duties, strict=True)]
    *cases, subjects = zip(*(words.rpartition(",") for words in before), strict=True)
    for case, other in zip(cases[0], plains[::-1], strict=True):
        if (concepts := concepts_of(case)) and not {*concepts} & {*concepts_of(other)}:
            return True
    short, long = sorted(map(concepts_of, subjects), key=len)
    # "Lending of keys" is what is done with keys, and no kind of them.
    return _ends_with(long, short) and not any(_OF.search(words) for words in subjects)


def _ends_with(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    return 0 < len(short) < len(long) and long[-len(short) :] == short


def _are_excepted(plains: tuple[str, str]) -> bool:
    """Whether one sentence has an exception, or each one of its own."""
    excepted = [{c for match in _EXCEPTION.finditer(plain) for c in concepts_of(match[1])} for plain in plains]
    if all(excepted):
        return not excepted[0] & excepted[1]
    # What is excepted by one may be just what the other does without.
    done_without = [{*concepts_of("".join(_WITHOUT.split(plain)[1:]))} for plain in plains]
    return any(excepted) and not (excepted[0] & done_without[1] or excepted[1] & done_without[0])


def _asks_first(plains: tuple[str, str], duties: tuple[Duty, Duty]) -> bool:
    """Whether just one sentence speaks of what is done without something, and forbids just that."""
    without = [bool(_WITHOUT.search(plain)) for plain in plains]
    return without[0] != without[1] and duties[without.index(True)].level < 0


def _clash(ours: Duty, theirs: Duty) -> tuple[str, float]:
    """Return why two duties contradict each other, if they do, and how near their sentences have to be."""
    levels = sorted((ours.level, theirs.level))
    both = ours.explicit and theirs.explicit
    words = {ours.words.lower(), theirs.words.lower()}
    if all(map(_LIABLE.search, words)):
        return "", 1.0
    why, least = "", 1.0
    if levels[0] < 0 < levels[1]:
        why = "one demands or allows what the other forbids"
        least = DUTY_NEAR if both and not words & _FORETELLS else WEAKENED_NEAR
    elif levels[0] == 0 and levels[1] >= 2:
        why, least = (
            "one asks for what the other leaves free",
            FREED_NEAR if both and not words & _FORETELLS else WEAKENED_NEAR,
        )
    elif levels == [2, 3] and both and not words & _WEAK:
        why, least = _LEFT_OPEN, WEAKENED_NEAR
    elif levels == [1, 3] and "may" in words and ours.act == theirs.act:
        why, least = _LEFT_OPEN, LOOSENED_NEAR
    return why, least


def _of_one_act(plains: tuple[str, str], duties: tuple[Duty, Duty]) -> bool:
    """Whether two duties are about one act; what is left free may stand anywhere in the clause that demands it."""
    ours, theirs = duties
    if ours.act in theirs.acts or theirs.act in ours.acts:
        return True
    both = {*ours.acts} & {*theirs.acts}
    if ours.explicit and theirs.explicit and ACT_HELD * min(len({*ours.acts}), len({*theirs.acts})) <= len(both):
        return True
    sides = ((ours, theirs, plains[1]), (theirs, ours, plains[0]))
    return any(not free.level and free.act in about(plain, other.words) for free, other, plain in sides)


def _beyond(ours: tuple[Duty, ...], theirs: tuple[Duty, ...]) -> list[Duty]:
    """The duties of one sentence that the other does not have as well."""
    both = {(duty.level, duty.act) for duty in theirs}
    return [duty for duty in ours if (duty.level, duty.act) not in both]


def give_other_amounts(plains: tuple[str, str]) -> bool:
    """Whether each sentence gives an amount of one kind that the other does not have: both may hold."""
    here, there = ({(amount.measure, amount.value) for amount in amounts_of(plain)} for plain in plains)
    return not {kind for kind, _ in here - there}.isdisjoint(kind for kind, _ in there - here)
