"""Two sentences that say the opposite of one thing by a word each: paid and unpaid, kept and destroyed."""

import re

from reviewtui.checks.conflict.duties import duties_of
from reviewtui.checks.conflict.sentence_comparison import ComparedRules
from reviewtui.checks.material.concepts import concepts_of
from reviewtui.checks.material.tuning import OPPOSITE_NEAR

_PAIRS = (
    ("paid out|carried over|roll over|rolled over|kept|reimbursed|refunded", "forfeited|lost|lapses?|written off"),
    ("paid|with pay", "unpaid|without pay"),
    ("mandatory|compulsory|obligatory|required", "optional|voluntary|discretionary"),
    ("public|published|publicly|open", "confidential|secret|private|privately|closed"),
    ("kept|stored|retained|preserved", "destroyed|deleted|shredded|erased"),
    ("allowed|permitted|acceptable|welcome", "forbidden|prohibited|banned|unacceptable"),
    ("included|including|inclusive", "excluded|excluding|exclusive"),
    (
        "(?:set|turned|switched|left)\\s+(?:to\\s+)?on|enabled",
        "(?:set|turned|switched|left)\\s+(?:to\\s+)?off|disabled",
    ),
    ("subject to", "exempt from"),
    ("opt(?:s|ed)?[\\s-]in", "opt(?:s|ed)?[\\s-]out"),
    ("always", "never"),
    ("encouraged", "discouraged"),
    ("before|prior to", "after|following"),
    ("ascending|rising|increas(?:e|es|ed|ing)", "descending|falling|decreas(?:e|es|ed|ing)"),
    ("internal|internally|in-house", "external|externally|outside|independent"),
    ("online|electronically|electronic", "in person|on paper|by post|by hand"),
    ("in writing|written", "orally|oral|verbal|verbally|by word of mouth"),
    ("anonymous|anonymously", "named|by name"),
    ("temporary|temporarily", "permanent|permanently|for good"),
    ("automatic|automatically", "manual|manually|by hand"),
    ("unanimous|unanimously", "majority"),
)
_OPPOSITES = tuple(
    tuple(re.compile(rf"(?<!-)\b(?:{words})\b(?!-)", re.IGNORECASE) for words in pair) for pair in _PAIRS
)
_TURNS = re.compile(r"\b(?:not|nobody|none|unless|except|without|instead|rather|nor)\b|n't\b", re.IGNORECASE)
"""A word that turns a sentence round, so that its words alone say nothing."""


def opposite_words(comparison: ComparedRules) -> str:
    """Return that what one sentence says of a thing is the opposite of what the other says, empty where it is not."""
    here, there = comparison.plains
    if _TURNS.search(here) or _TURNS.search(there):
        return ""
    for sides in _OPPOSITES:
        for one_way, other_way in (sides, sides[::-1]):
            ours, theirs = one_way.search(here), other_way.search(there)
            alone = not other_way.search(here) and not one_way.search(there)
            if not (ours and theirs and alone and _are_of_one_act(here, there)):
                continue
            if comparison.nearness((*concepts_of(ours[0]), *concepts_of(theirs[0]))) >= OPPOSITE_NEAR:
                return f"one says “{ours[0]}”, the other “{theirs[0]}” of the same thing"
    return ""


def _are_of_one_act(here: str, there: str) -> bool:
    """Whether two sentences ask for one act, as far as they ask for any: locking a door is not checking it."""
    ours, theirs = duties_of(here), duties_of(there)
    return not (ours and theirs) or any(
        one.act in other.acts or other.act in one.acts for one in ours for other in theirs
    )
