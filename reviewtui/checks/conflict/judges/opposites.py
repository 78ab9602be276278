"""Two sentences that say the opposite of one thing by a word each: paid and unpaid, kept and destroyed."""

import re
from functools import lru_cache

from reviewtui.checks.conflict.amounts import amounts_of
from reviewtui.checks.conflict.duties import duties_of
from reviewtui.checks.conflict.judges.conflicting_duties import give_other_amounts
from reviewtui.checks.conflict.sentence_comparison import ComparedRules, Contradiction
from reviewtui.checks.input.concepts import concepts_of
from reviewtui.checks.input.tuning import OPPOSITE_AGREES, OPPOSITE_ALIKE

_PAIRS = (
    ("paid out|carried over|roll over|rolled over|kept|reimbursed|refunded", "forfeited|lost|lapses?|written off"),
    ("paid|with pay", "unpaid|without pay"),
    ("mandatory|compulsory|obligatory|required", "optional|voluntary|discretionary"),
    (
        "public|publish|publishes|published|publicly|(?:open to|shared with) (?:all|any|every|the whole)",
        "confidential|secret|private|privately|behind closed doors",
    ),
    (
        "(?:open|available|accessible|visible|shown|shared) (?:to|with) (?:all|any|every|the whole)",
        "(?:restricted|limited|confined) to",
    ),
    ("returned|return|hand(?:ed)? (?:back|in)|give back|given back", "kept|keep|retain(?:ed)?|hold on to|held on to"),
    ("hidden|hide|hides|kept", "delete[sd]?|removed?|removes|erased?"),
    ("final|no appeal", "appeal(?:s|ed)?|challenge[ds]?"),
    ("accompanied|escorted|with an escort", "unaccompanied|on their own|alone|by themselves|freely|unescorted"),
    ("declined?|refused?|turned down|returned", "accept(?:s|ed)?|keep|kept"),
    ("open", "closed"),
    ("kept|stored|retained|preserved|archived", "destroyed|deleted|shredded|erased|thrown away"),
    ("leaves? (?:the|their|your)", "stays?|remains?"),
    ("opens|opened", "closes|shut"),
    ("accepts?", "refuses?|rejects?|turns? down"),
    ("allowed|permitted|acceptable|welcome", "forbidden|prohibited|banned|unacceptable"),
    ("included?|includes|including|inclusive|covers?", "excluded?|excludes|excluding|exclusive"),
    (
        "(?:set|turn(?:s|ed)?|switch(?:es|ed)?|left)\\s+(?:to\\s+|it\\s+|them\\s+|the\\s+[\\w-]+\\s+)?on|enabled",
        "(?:set|turn(?:s|ed)?|switch(?:es|ed)?|left)\\s+(?:to\\s+|it\\s+|them\\s+|the\\s+[\\w-]+\\s+)?off|disabled",
    ),
    ("subject to", "exempt from"),
    ("opt(?:s|ed)?[\\s-]in", "opt(?:s|ed)?[\\s-]out"),
    ("always", "never"),
    ("encouraged", "discouraged"),
    ("before|prior to|from the (?:start|outset|beginning)", "after|following|only once|not until"),
    ("ascending|rising|increas(?:e|es|ed|ing)", "descending|falling|decreas(?:e|es|ed|ing)"),
    ("internal|internally|in-house", "external|externally|outside|independent"),
    ("online|electronically|electronic|by e-?mail", "in person|on paper|by post|by hand"),
    ("in writing|written", "orally|oral|verbal|verbally|by word of mouth"),
    ("anonymous|anonymously", "named|by name"),
    ("early|earliest", "late|latest"),
    ("free|free of charge", "charged for|chargeable"),
    ("locked", "unlocked|open shel(?:f|ves)"),
    ("inside|indoors", "outdoors"),
    ("full-time", "part-time"),
    ("first", "last"),
    ("fixed", "flexible"),
    ("binding", "advisory|non-binding"),
    ("temporary|temporarily", "permanent|permanently|for good"),
    ("automatic|automatically", "manual|manually|by hand"),
    ("unanimous|unanimously", "majority"),
    ("preferred|prefer", "avoided?"),
    ("openly|in the open|in public", "in confidence|confidentially|in private|privately"),
    ("live|alive", "dead"),
    ("fully|in full|completely", "partly|partially|in part"),
    ("higher|longer|larger|greater", "lower|shorter|smaller"),
    (
        "alone|individually|on (?:your|their|his or her) own|by (?:yourself|themselves)",
        "together|jointly|in pairs|as a group",
    ),
    ("elected", "appointed"),
    ("weekdays?", "weekends?"),
    ("originals?", "cop(?:y|ies)"),
    ("gross", "net"),
    ("accepted|upheld", "rejected|refused|turned down"),
    ("valid", "invalid|void"),
    ("eligible", "ineligible"),
    ("announced", "unannounced"),
    ("supervised", "unsupervised"),
    ("accompanied", "unaccompanied"),
    ("encrypted", "unencrypted|in plain text"),
    ("limited", "unlimited"),
    ("at the (?:start|beginning)", "at the end"),
    ("arrival", "departure"),
    ("in advance", "in arrears|afterwards|retrospectively|in retrospect"),
    ("shared|sharing", "separate|separately"),
    ("refundable", "non-refundable"),
    ("formal|formally", "informal|informally"),
    ("first[\\s-]class|business[\\s-]class", "second[\\s-]class|standard[\\s-]class|economy"),
)
_OPPOSITES = tuple(
    tuple(re.compile(rf"(?<!-)\b(?:{words})\b(?!-)", re.IGNORECASE) for words in pair) for pair in _PAIRS
)
_OF_TIME = frozenset(index for index, sides in enumerate(_PAIRS) if "kept" in sides[0])
_STAYING = concepts_of("left kept stays")
"""Says no more than "is" beside what a thing is: "left open", "stays closed"."""
_PREFERS = re.compile(
    r"\b(?:(?:is|are)\s+(?:to\s+be\s+)?prefer(?:red|able)\s+(?:to|over)"
    r"|takes?\s+(?:precedence|priority)\s+over|prevails?\s+over|overrides?|outranks?)\b",
    re.IGNORECASE,
)
"""Puts what stands before it above what stands behind it."""
_TURNS = re.compile(
    r"\b(?:not(?!\s+(?:only|just|merely)\b)|no(?!\s+(?:later|less|more|longer|fewer))|nobody|none|unless|except|without|instead|rather|nor)\b|n't\b",
    re.IGNORECASE,
)
"""A word that turns a sentence round, so that its words alone say nothing."""


def opposite_words(comparison: ComparedRules) -> Contradiction | None:
    """Return that what one sentence says of a thing is the opposite of what the other says, None where it is not."""
    here, there = comparison.plains
    if bool(_TURNS.search(here)) != bool(_TURNS.search(there)) or give_other_amounts(comparison.plains):
        return None
    first, second = _preference(here), _preference(there)
    if first and second and _are_turned_round(first, second) and comparison.accord() >= OPPOSITE_AGREES:
        return Contradiction(f"one says “{first[0]} …” of what the other puts behind", comparison.accord())
    said, other = _one_sided(here), _one_sided(there)
    for (pair, side), ours in said.items():
        theirs = other.get((pair, 1 - side))
        # How long it is until a thing is deleted says how long it is kept.
        if theirs is None or (pair in _OF_TIME and all(map(_gives_time, comparison.plains))):
            continue
        opposed = (*concepts_of(ours), *concepts_of(theirs))
        agreement = comparison.agreed_at((ours, theirs), opposed)
        if agreement < OPPOSITE_AGREES and comparison.likeness() >= OPPOSITE_ALIKE:
            agreement = comparison.agreed_beside((ours, theirs), _STAYING)
        if agreement >= OPPOSITE_AGREES and _are_of_one_act(here, there, opposed):
            return Contradiction(f"one says “{ours}”, the other “{theirs}” of the same thing", agreement)
    return None


def _gives_time(plain: str) -> bool:
    return any(amount.measure == "duration" for amount in amounts_of(plain))


@lru_cache(maxsize=16384)
def _preference(plain: str) -> "re.Match[str] | None":
    return _PREFERS.search(plain)


@lru_cache(maxsize=16384)
def _one_sided(plain: str) -> dict[tuple[int, int], str]:
    """Return the words of those opposites of which a sentence has one side only, by the pair and the side."""
    said: dict[tuple[int, int], str] = {}
    for pair, sides in enumerate(_OPPOSITES):
        matches = [side.search(plain) for side in sides]
        said |= {(pair, side): match[0] for side, match in enumerate(matches) if match and not matches[1 - side]}
    return said


def _are_turned_round(ours: "re.Match[str]", theirs: "re.Match[str]") -> bool:
    """Whether what one sentence puts first the other puts behind."""
    first, other_first = ({*concepts_of(match.string[: match.start()])} for match in (ours, theirs))
    behind, other_behind = ({*concepts_of(match.string[match.end() :])} for match in (ours, theirs))
    return bool((first - behind) & (other_behind - other_first) and (behind - first) & (other_first - other_behind))


def _are_of_one_act(here: str, there: str, opposed: tuple[str, ...]) -> bool:
    """Whether two sentences ask for one act, as far as they ask for any: locking a door is not checking it."""
    ours, theirs = ([{*duty.acts} - {*opposed} for duty in duties_of(plain)] for plain in (here, there))
    return not (ours and theirs) or any(one & other for one in ours for other in theirs)
