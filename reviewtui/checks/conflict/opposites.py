"""Two sentences that say the opposite of one thing by their words alone: paid and unpaid, kept and destroyed."""

import re

from reviewtui.checks.material.material import ConceptPair
from reviewtui.checks.material.tuning import DENIED_ALIKE, OPPOSITE_HELD

_PAIRS = (
    ("paid out|carried over|roll over|rolled over|kept|reimbursed|refunded", "forfeited|lost|lapses?|written off"),
    ("paid|with pay", "unpaid|without pay"),
    ("mandatory|compulsory|obligatory|required", "optional|voluntary|discretionary"),
    ("published", "confidential|secret"),
    ("kept|stored|retained|preserved", "destroyed|deleted|shredded|erased"),
    ("allowed|permitted|acceptable|welcome", "forbidden|prohibited|banned|unacceptable"),
    ("included", "excluded"),
    (
        "(?:set|turned|switched|left)\\s+(?:to\\s+)?on|to\\s+(?-i:On)|enabled",
        "(?:set|turned|switched|left)\\s+(?:to\\s+)?off|disabled",
    ),
    ("subject to", "exempt from"),
    ("opt(?:s|ed)?[\\s-]in", "opt(?:s|ed)?[\\s-]out"),
    ("always", "never"),
    ("encouraged", "discouraged"),
)
_OPPOSITES = tuple(
    tuple(re.compile(rf"(?<!-)\b(?:{words})\b(?!-)", re.IGNORECASE) for words in pair) for pair in _PAIRS
)
_TURNS = re.compile(
    r"\b(?:not|never|no|nobody|none|unless|except|only|without|instead|rather|nor)\b|n't\b", re.IGNORECASE
)
"""A word that turns a sentence round, so that its words alone say nothing."""


def opposite_fates(pair: ConceptPair) -> str:
    """Return why what one sentence says of a thing is the opposite of what the other says, empty when it is not."""
    if pair.held < OPPOSITE_HELD or pair.score < DENIED_ALIKE or len(pair.shared) < 3:
        return ""
    if pair.first.section == pair.second.section:
        return ""
    plains = (pair.first.sentence.plain, pair.second.sentence.plain)
    if any(map(_TURNS.search, plains)):
        return ""
    for one_way, other_way in _OPPOSITES:
        for here, there in (plains, plains[::-1]):
            ours, theirs = one_way.search(here), other_way.search(there)
            if ours and theirs and not other_way.search(here) and not one_way.search(there):
                return f"one says “{ours[0]}”, the other “{theirs[0]}” of the same thing"
    return ""
