"""Two sentences in nearly the same words of which one says not, and an example of what another sentence forbids."""

import re

from reviewtui.checks.conflict.duties import duties_of
from reviewtui.checks.conflict.subject import is_near, is_statement, parted, speaks_of_others
from reviewtui.checks.material.concepts import concepts_of
from reviewtui.checks.material.material import ConceptPair, PlacedSentence
from reviewtui.checks.material.tuning import EXAMPLE_ALIKE, EXAMPLE_HELD, TURNED_ALIKE, TURNED_SHARED

_NOT = re.compile(
    r"(?<!whether or )\b(?:(?:not|never|no|nobody|no\s+one|none|cannot|unable|need\s+not)\b|\w+n't\b)(?!\s*,)"
    r"(?!\s+(?:just|only|merely|simply|necessarily|always|later|more|less|longer|never|not)\b)",
    re.IGNORECASE,
)
_IN_A_CASE = re.compile(r"\b(?:if|when|where|whenever|unless|who|which|that|because)\b[^,;:]*\Z", re.IGNORECASE)
"""Before a "not" that says of which case a sentence speaks."""
_NARROWS = re.compile(
    r"\b(?:unless|until|except|only|without|rather|instead|other\s+than|otherwise|whether|if|when|where|once)\b",
    re.IGNORECASE,
)
"""Says when a rule holds, so that a rule and its opposite may both stand."""
_ENDS = re.compile(r"[,;:]|\b(?:and|but|or|so|because|which|who)\b", re.IGNORECASE)
_EXAMPLE = re.compile(
    r"\W*(?:(?:as\s+an?|one)\s+)?(?:for\s+example|e\.?g\.?|for\s+instance|examples?)\b", re.IGNORECASE
)
_UP_TO = re.compile(
    r"\b(?:more|longer|later|greater|higher|less|fewer)\s+than\b|\b(?:over|beyond|exceed)\b", re.IGNORECASE
)
"""Forbids no act, but too much of it."""
_BAD = re.compile(
    r"\b(?:not|never|no|nobody|wrong|bad|mistake|avoid|instead|rather|breach|breaks?|risk|danger|forbidden|unacceptable"
    r"|inappropriate|misconduct|disciplin\w+|harm\w*|problem|unless|cannot|without)\b|n't\b",
    re.IGNORECASE,
)
"""What an example says of what is not to be done."""


def is_example(place: PlacedSentence) -> bool:
    """Say whether a sentence tells of a case, and rules nothing."""
    return bool(_EXAMPLE.match(place.sentence.plain))


def turned_round(pair: ConceptPair) -> str:
    """Return why two sentences in nearly the same words say yes and no, empty when they do not."""
    if pair.score < TURNED_ALIKE or len(pair.shared) < TURNED_SHARED or _is_loose(pair):
        return ""
    plains = (pair.first.sentence.plain, pair.second.sentence.plain)
    if not all(map(_rules, plains)) or parted(pair) or speaks_of_others(pair):
        return ""
    counts = [len(_NOT.findall(plain)) for plain in plains]
    turning = _turning(plains[counts.index(max(counts))], set(pair.shared))
    if min(counts) or len(turning) != 1:
        return ""
    if [sorted(map(str.lower, _NARROWS.findall(plain))) for plain in plains].count([]) == 1:
        return ""
    return f"one says “{turning[0]}”, the other the same without it"


def _rules(plain: str) -> bool:
    """Whether a sentence states or orders something: it is no question, title or cell."""
    return not plain.endswith("?") and bool(is_statement(plain) or duties_of(plain))


def _is_loose(pair: ConceptPair) -> bool:
    """Whether two sentences stand in one section, or in rows: what differs there is mostly meant."""
    first, second = pair.first, pair.second
    if first.section == second.section or first.sentence.row or second.sentence.row:
        return True
    return any(place.sentence.item and not is_statement(place.sentence.plain) for place in (first, second))


def _turning(plain: str, shared: set[str]) -> list[str]:
    """Return the words that turn round what both sentences say: what follows them is in both."""
    turning = []
    for match in _NOT.finditer(plain):
        after = concepts_of(_ENDS.split(plain[match.end() :], maxsplit=1)[0])[:1]
        if _IN_A_CASE.search(plain[: match.start()]):
            continue
        if set(after or concepts_of(plain[: match.start()])[-1:]) <= shared:
            turning.append(match[0])
    return turning


def shows_forbidden(pair: ConceptPair) -> str:
    """Return why an example shows as right what the other sentence forbids, empty when it does not."""
    examples = [is_example(place) for place in (pair.first, pair.second)]
    if examples[0] == examples[1] or is_near(pair):
        return ""
    example, rule = (pair.first, pair.second) if examples[0] else (pair.second, pair.first)
    if pair.held < EXAMPLE_HELD or pair.score < EXAMPLE_ALIKE or _BAD.search(example.sentence.plain):
        return ""
    if example.sentence.plain.endswith(":"):
        return ""
    told = set(example.sentence.concepts)
    for duty in duties_of(rule.sentence.plain):
        if (
            duty.forbids
            and not _UP_TO.search(rule.sentence.plain)
            and len(told & set(duty.acts)) >= min(2, len(duty.acts))
        ):
            return f"an example shows what the other forbids: “{duty.words}”"
    return ""
