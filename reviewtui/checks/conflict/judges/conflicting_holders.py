"""Two sentences that give one task to different people, or send one matter to different places."""

import re

from reviewtui.checks.conflict.clauses import about
from reviewtui.checks.conflict.sentence_comparison import ComparedRules, Contradiction
from reviewtui.checks.conflict.statements import DENIES
from reviewtui.checks.conflict.task_holders import TaskHolder, holders_of
from reviewtui.checks.input.concepts import concepts_of
from reviewtui.checks.input.tuning import CONTACT_AGREES, FEW_COSTS, FEW_SHARED, HOLDER_AGREES

SAME_TASK = "different roles for the same task"
"""How it is told that two sentences give one task to two people."""
_ALTERNATIVES = re.compile(r"\s+(?:or|and)\s+|\s*/\s*", re.IGNORECASE)
_GENERAL = frozenset(
    concepts_of("question information concern help contact detail discuss support problem matter this")
)
"""What is said of any matter that somebody is told."""
_NUMBER = re.compile(
    r"(?<![\w/-])(?:\+\d{1,3}[ -]?)?(?:\(?0\d{2,4}\)?[ -]?)\d{3}[ -]?\d{3,4}\b|\bext(?:ension|\.)?\s*\d{3,6}\b",
    re.IGNORECASE,
)


def holder_conflict(comparison: ComparedRules) -> Contradiction | None:
    """Return that the same is done by, or told to, somebody else in each, None where it is not."""
    here, there = (holders_of(plain) for plain in comparison.plains)
    one_denies = len({bool(DENIES.search(plain)) for plain in comparison.plains}) > 1
    for ours in here:
        for theirs in there:
            if one_denies and ours.part == "is told":
                continue
            if ours.part != theirs.part or not ours.act & theirs.act or _may_be_one(ours, theirs, comparison):
                continue
            agreement = _agreement(comparison, (ours, theirs))
            if agreement >= HOLDER_AGREES + FEW_COSTS * (len(comparison.shared) < FEW_SHARED):
                what = SAME_TASK if ours.part == "acts" else "the same matter goes to different places"
                return Contradiction(f"{what}: “{ours.words}” and “{theirs.words}”", agreement)
    return None


def _agreement(comparison: ComparedRules, holders: tuple[TaskHolder, TaskHolder]) -> float:
    """Return how much the clauses agree that name two people, but for these."""
    named = (holders[0].concepts | holders[1].concepts) - comparison.shared
    general = frozenset() if holders[0].part == "acts" else _GENERAL
    ours, theirs = (
        about(plain, holder.words) - named - general for plain, holder in zip(comparison.plains, holders, strict=True)
    )
    return comparison.agreement(ours, theirs) - comparison.distance(named)


def _may_be_one(ours: TaskHolder, theirs: TaskHolder, comparison: ComparedRules) -> bool:
    """Whether two names may be of one person, or one of them is named in the other sentence too."""
    first, second = (frozenset(place.sentence.concepts) for place in (comparison.first, comparison.second))
    for name, others in ((ours, second), (theirs, first)):
        if any(set(concepts_of(each)) <= others for each in _ALTERNATIVES.split(name.words)):
            return True
    if 2 * len(ours.concepts & theirs.concepts) > min(len(ours.concepts), len(theirs.concepts)):
        return True
    return any(
        short.words.isupper() and short.words.lower() in "".join(word[0] for word in name.words.split()).lower()
        for short, name in ((ours, theirs), (theirs, ours))
    )


def contact_conflict(comparison: ComparedRules) -> Contradiction | None:
    """Return that two sentences give other addresses or numbers for one contact, None where they do not."""
    places = (comparison.first, comparison.second)
    addresses = [place.sentence.addresses for place in places]
    numbers = [frozenset(_NUMBER.findall(plain)) for plain in comparison.plains]
    for names, (here, there) in (("addresses", addresses), ("numbers", numbers)):
        if here and there and not here & there and comparison.accord() >= CONTACT_AGREES:
            return Contradiction(
                f"different {names} for the same contact: “{min(here)}” and “{min(there)}”", comparison.accord()
            )
    return None
