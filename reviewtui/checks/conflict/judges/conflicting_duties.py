"""Two sentences about one act of which one forbids or leaves free what the other demands or allows."""

import re

from reviewtui.checks.conflict.amounts import amounts_of
from reviewtui.checks.conflict.duties import Duty, duties_of
from reviewtui.checks.conflict.sentence_comparison import ComparedRules
from reviewtui.checks.material.concepts import concepts_of
from reviewtui.checks.material.tuning import DENIED_NEAR, DUTY_NEAR, LOOSENED_NEAR, WEAKENED_NEAR

_OWN_CASE = re.compile(
    r"\b(?:(?:if|when|where|unless|once|because)\s+([^,;:.]+)"
    r"|(?:that|which|who)\s+((?:(?:is|are|has|have|must|should|may|can|will)\s+)?[^,;:.]+?)"
    r"(?=\s+(?:is|are|must|shall|should|may|can|cannot|will|needs?\s+to|ha(?:s|ve)\s+to)\b|[,;:.]|\Z))",
    re.IGNORECASE,
)
_FORETELLS = frozenset({"will", "will not", "won't", "can", "cannot", "'ll"})
"""May say what will be or is possible, and no duty."""
_WEAK = frozenset({"will", "is to", "are to", "get", "gets", "obtain", "obtains", "seek", "seeks", "request"})
"""Demands that are as good as what is advised."""
DENIED = re.compile(
    r"(?<!whether or )(?<!than )\b(?:(?:not|never|no|nobody|no\s+one|none|cannot|unable|avoid(?:s|ing)?|refrain)\b"
    r"|\w+n't\b)"
    r"(?!\s+(?:just|only|merely|simply|necessarily|always|later|more|less|longer|matter|all|every|both|limited)\b)",
    re.IGNORECASE,
)
_ONLY = re.compile(r"\bonly\b", re.IGNORECASE)
"""Says itself where the other rule does not hold."""
_EXCEPTION = re.compile(r"\b(?:unless|except(?:\s+(?:that|for|where|when|if|in))?)\b([^,;:.]+)", re.IGNORECASE)
_WHO = re.compile(r"\W*(?:(?:[\w']+\s+){0,2}(?P<we>we|our)\b|(?:[\w']+\s+){0,2}(?P<you>you|your)\b)", re.IGNORECASE)
"""Who a sentence is about: those who wrote it, or those who read it."""
_LIABLE = re.compile(r"\b(?:responsible|liable|accountable)\b")
"""Who answers for a thing: that one of two does not is no rule about the other."""
_IN_A_CASE = re.compile(r"\b(?:if|when|where|whenever|unless|who|which|that|because)\b[^,;:]*\Z", re.IGNORECASE)
_OF_THAT = re.compile(r"\b(?:if|when|where|whenever|unless|who|which|that|because)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)
"""Right before a "not" that only says which thing is meant: "an allotment that does not have …"."""
_NARROWS = re.compile(
    r"\b(?:stops?|ceases?|prevents?|avoids?|lacks?|refuses?|declines?|unless|until|except|only|without|rather|instead|other\s+than|otherwise|whether)\b",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\b(?:is|are|has|have|do|does|will|can|may|must|should|shall|we|you|they|cannot)\b", re.IGNORECASE
)
"""What a sentence says and a line of notes does not."""
_WITHOUT = re.compile(r"\bwithout\b", re.IGNORECASE)
"""In what is denied: a rule of what has to be there first, which the other sentence may ask for."""
_DENIED_SHARED = 2
"""Concepts of the part that is denied which the other sentence has too."""
_LEFT_OPEN = "the same is demanded here and left open there"
_ENDS = re.compile(r"[,;:]|\b(?:and|but|or|so|because|which|who)\b", re.IGNORECASE)


def duty_conflict(comparison: ComparedRules) -> str:
    """Return that what two sentences bind to contradicts each other, empty where it does not."""
    nearness = comparison.nearness()
    if nearness < DUTY_NEAR or _hold_in_two_cases(comparison):
        return ""
    here, there = (duties_of(plain) for plain in comparison.plains)
    for ours in _beyond(here, there):
        for theirs in _beyond(there, here):
            why, least = _clash(ours, theirs)
            if why and nearness >= least and not _are_apart(comparison.plains, (ours, theirs)):
                return f"{why}: “{ours.words}” and “{theirs.words}”"
    return _denied(comparison)


def _hold_in_two_cases(comparison: ComparedRules) -> bool:
    """Say whether each sentence holds for a case or a reason of its own."""
    here, there = (_cases(plain) for plain in comparison.plains)
    return bool(here and there) and not {c for case in here for c in case} & {c for case in there for c in case}


def _cases(plain: str) -> list[tuple[str, ...]]:
    return [case for match in _OWN_CASE.finditer(plain) if (case := concepts_of(match[1] or match[2]))]


def _are_apart(plains: tuple[str, str], duties: tuple[Duty, Duty]) -> bool:
    """Whether one of two duties is an exception that is said to be one, or is somebody else's."""
    if any(map(_ONLY.search, plains)) or _are_excepted(plains):
        return True
    if _give_other_amounts(plains) or _is_narrower(plains, duties) or _asks_first(plains, duties):
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
    return _ends_with(long, short)


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
    if not _of_one_act(ours, theirs):
        return "", 1.0
    both = ours.explicit and theirs.explicit
    words = {ours.words.lower(), theirs.words.lower()}
    if all(map(_LIABLE.search, words)):
        return "", 1.0
    why, least = "", 1.0
    if levels[0] < 0 < levels[1]:
        why = "one demands or allows what the other forbids"
        least = DUTY_NEAR if both and not words & _FORETELLS else WEAKENED_NEAR
    elif levels[0] == 0 and levels[1] >= 2:
        why, least = "one asks for what the other leaves free", DUTY_NEAR if both else WEAKENED_NEAR
    elif levels == [2, 3] and both and not words & _WEAK:
        why, least = _LEFT_OPEN, WEAKENED_NEAR
    elif levels == [1, 3] and "may" in words and ours.act == theirs.act:
        why, least = _LEFT_OPEN, LOOSENED_NEAR
    return why, least


def _of_one_act(ours: Duty, theirs: Duty) -> bool:
    return ours.act in theirs.acts or theirs.act in ours.acts


def _beyond(ours: tuple[Duty, ...], theirs: tuple[Duty, ...]) -> list[Duty]:
    """The duties of one sentence that the other does not have as well."""
    both = {(duty.level, duty.act) for duty in theirs}
    return [duty for duty in ours if (duty.level, duty.act) not in both]


def _give_other_amounts(plains: tuple[str, str]) -> bool:
    """Whether both sentences give amounts, and none that the other gives: what is denied of one holds for the other."""
    here, there = ({(amount.measure, amount.value) for amount in amounts_of(plain)} for plain in plains)
    return bool({kind for kind, _ in here} & {kind for kind, _ in there}) and not here & there


def _says_something(plain: str) -> bool:
    """Whether a text is a sentence, and no line of notes."""
    return plain.endswith(".") or _STATES.search(plain) is not None


def _denied(comparison: ComparedRules) -> str:
    """Return that one says not what the other says in nearly the same words, empty where it does not."""
    plains = comparison.plains
    narrower = _ends_with(*sorted(map(concepts_of, plains), key=len, reverse=True))
    if narrower or comparison.nearness() < DENIED_NEAR or _give_other_amounts(plains):
        return ""
    shared = comparison.shared
    counts = [len(DENIED.findall(plain)) for plain in plains]
    if min(counts) or max(counts) != 1 or any(plain.endswith("?") for plain in plains):
        return ""
    denying = plains[counts.index(1)]
    match = DENIED.search(denying)
    if (
        len(shared) < 3
        or not match
        or _OF_THAT.search(denying[: match.start()])
        or not {c for case in _cases(denying) for c in case} <= {*shared}
        or _NARROWS.search(plains[counts.index(0)])
    ):
        return ""
    after = concepts_of(_ENDS.split(denying[match.end() :], maxsplit=1)[0])
    if _WITHOUT.search(denying, match.end()):
        return ""
    clause = {*after, *concepts_of(_ENDS.split(denying[: match.start()])[-1])}
    if set(after[:1]) <= shared and len(clause & shared) >= _DENIED_SHARED and all(map(_says_something, plains)):
        return f"one says “{match[0]}”, the other the same without it"
    return ""
