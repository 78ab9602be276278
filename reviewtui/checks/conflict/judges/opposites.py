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
    ("public|published|publicly", "confidential|secret|private|privately"),
    ("open", "closed"),
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
    ("online|electronically|electronic|by e-?mail", "in person|on paper|by post|by hand"),
    ("in writing|written", "orally|oral|verbal|verbally|by word of mouth"),
    ("anonymous|anonymously", "named|by name"),
    ("early|earliest", "late|latest"),
    ("maximum|at most|no more than|not more than|up to", "minimum|at least|no fewer than|no less than|not less than"),
    ("free|free of charge", "charged for|chargeable"),
    ("locked", "unlocked"),
    ("inside|indoors", "outdoors"),
    ("full-time", "part-time"),
    ("above", "below"),
    ("first", "last"),
    ("fixed", "flexible"),
    ("binding", "advisory|non-binding"),
    ("temporary|temporarily", "permanent|permanently|for good"),
    ("automatic|automatically", "manual|manually|by hand"),
    ("unanimous|unanimously", "majority"),
)
_OPPOSITES = tuple(
    tuple(re.compile(rf"(?<!-)\b(?:{words})\b(?!-)", re.IGNORECASE) for words in pair) for pair in _PAIRS
)
_PREFERS = re.compile(
    r"(?P<first>[^.;:]+?)\b(?:(?:is|are)\s+(?:to\s+be\s+)?prefer(?:red|able)\s+(?:to|over)"
    r"|takes?\s+(?:precedence|priority)\s+over|prevails?\s+over|overrides?|outranks?)\b(?P<behind>[^.;:]+)",
    re.IGNORECASE,
)
"""What is put before something else."""
_TURNS = re.compile(r"\b(?:not|nobody|none|unless|except|without|instead|rather|nor)\b|n't\b", re.IGNORECASE)
"""A word that turns a sentence round, so that its words alone say nothing."""


def opposite_words(comparison: ComparedRules) -> str:
    """Return that what one sentence says of a thing is the opposite of what the other says, empty where it is not."""
    here, there = comparison.plains
    if _TURNS.search(here) or _TURNS.search(there):
        return ""
    first, second = _PREFERS.search(here), _PREFERS.search(there)
    if first and second and _are_turned_round(first, second) and comparison.nearness() >= OPPOSITE_NEAR:
        return f"one says “{first[0].strip()}”, the other “{second[0].strip()}”"
    for sides in _OPPOSITES:
        for one_way, other_way in (sides, sides[::-1]):
            ours, theirs = one_way.search(here), other_way.search(there)
            alone = not other_way.search(here) and not one_way.search(there)
            if not (ours and theirs and alone):
                continue
            opposed = (*concepts_of(ours[0]), *concepts_of(theirs[0]))
            if _are_of_one_act(here, there, opposed) and comparison.nearness(opposed) >= OPPOSITE_NEAR:
                return f"one says “{ours[0]}”, the other “{theirs[0]}” of the same thing"
    return ""


def _are_turned_round(ours: "re.Match[str]", theirs: "re.Match[str]") -> bool:
    """Whether what one sentence puts first the other puts behind."""
    first, other_first = ({*concepts_of(match["first"])} for match in (ours, theirs))
    behind, other_behind = ({*concepts_of(match["behind"])} for match in (ours, theirs))
    return bool((first - behind) & (other_behind - other_first) and (behind - first) & (other_first - other_behind))


def _are_of_one_act(here: str, there: str, opposed: tuple[str, ...]) -> bool:
    """Whether two sentences ask for one act, as far as they ask for any: locking a door is not checking it."""
    ours, theirs = ([{*duty.acts} - {*opposed} for duty in duties_of(plain)] for plain in (here, there))
    return not (ours and theirs) or any(one & other for one in ours for other in theirs)
