"""What a sentence binds to: for each duty in it, how much it binds and the concept that it is about first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reviewtui.checks.input.concepts import concepts_of
from reviewtui.text.meaning.signals import signals_of

_CLAUSE = re.compile(r"[.;:!?]|,\s+(?:and|but|or)\b|\b(?:but|because|unless|so that)\b", re.IGNORECASE)
_FORBIDS = re.compile(
    r"(?:^|,\s+|;\s+|:\s+|\band\s+|\b(?:we|you|they|staff|officers|editors|moderators)\s+)"
    r"(?:please\s+)?(?:do\s+not|don't|never)\b(?!\s+(?:need|have|know|mind|want|worry|just|only|simply|merely|forget|hesitate|be\s+afraid))",
    re.IGNORECASE,
)
_AVOIDS = re.compile(
    r"\s*(?:avoid|(?:refrain|abstain)\s+from|exceed|be\s+(?:unable|not\s+able)\s+to|be\s+(?:more|longer|later|less|fewer|older)\s+than)\b",
    re.IGNORECASE,
)
"""Behind a word of duty: what is to be avoided is forbidden, and what must not be exceeded is a limit."""
_DEMANDS = re.compile(r"\b(?:all|every|each)\s+(?:[\w-]+\s+){1,3}?needs?\b(?!\s+to\b)", re.IGNORECASE)
_OF_A_CASE = re.compile(
    r"(?:\b(?:may|might|could)\s+(?:\w+ly\s+)?|\b(?:that|which|who|a|an|the|any|no|is|are|this|in)\s+"
    r"|\bensur(?:e|es|ing)\s+(?:that\s+)?\w+\s+)\Z",
    re.IGNORECASE,
)
"""Before a duty that may come up, narrows what is spoken of, or is a noun: "may need to", "that cannot fit"."""
_NO_DUTY = re.compile(
    r"\s+(?:(?:to\s+)?(?:know|understand|be\s+aware)\b|be\s+the\s+only\b)"
    r"|(?:(?<=may|can)|(?<=may not))\s+(?:also\s+)?(?:be\s+(?:able|possible|available|clear|sure|required|asked|needed"
    r"|necessary)|have|become|want|feel|need|vary|occur|happen|seem|differ|contain|affect)\b",
    re.IGNORECASE,
)
"""Behind a word of duty that binds to nothing: "what you need to know"; "not the only" forbids nothing."""
_IN_A_CASE = re.compile(r"\b(?:if|when|where|whenever|unless|because|that|who)\s+\Z", re.IGNORECASE)
"""Before what is no order but a case: "if you do not have one"."""
_ASKS_CONSENT = re.compile(
    r"\b(?:get|obtain|seek|request|ask\s+for|gets|obtains|seeks)\s+(?=(?:[\w-]+\s+){0,3}?"
    r"(?:approval|permission|consent|authori[sz]ation|sign-?off)\b)",
    re.IGNORECASE,
)
"""Asks for what another sentence may not need: "get written approval"."""
_FREE = re.compile(
    r"(?:\b(?:is|are)|\bit['\u2019]?s)\s+(?:(?:\w+\s+){0,2}(?:but|and|entirely|purely|completely)\s+)?(?:optional|voluntary|discretionary|up\s+to\s+(?:you|them|the)|a\s+matter\s+of\s+choice|(?:not|n['\u2019]t)\s+(?:needed|required|necessary|mandatory"
    r"|compulsory))\b(?!\s+to\b)",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:is|are|will\s+be)\s+(?:unacceptable|ineligible|void|invalid|(?:not|n['\u2019]t|never|no\s+longer)\s+(?:acceptable|tolerated|accepted"
    r"|appropriate|available|offered|covered|eligible|valid|reimburs(?:ed|able)|refund(?:ed|able)|refunded|payable|claimable"
    r"|transferable|recorded|supported))\b(?!\s+to\b)",
    re.IGNORECASE,
)
_GRANTED = re.compile(
    r"\b(?:is|are|will\s+be)\s+(?:acceptable|tolerated|accepted|available|offered|covered|eligible|valid|reimburs(?:ed|able)"
    r"|refund(?:ed|able)|payable|claimable|transferable|supported)\b(?!\s+to\b)",
    re.IGNORECASE,
)
"""Says of a thing that it is had, or that it is not."""
_EXCLUDED = re.compile(
    r"\b(?:is|are)\s+(?:excluded|barred|disqualified|precluded|prevented)\s+from\b"
    r"|\b(?:abstains?|refrains?)\s+from\b",
    re.IGNORECASE,
)
_EXEMPT = re.compile(r"\b(?:is|are)\s+(?:exempt(?:ed)?|excused|released)\s+from\b", re.IGNORECASE)
_NEEDED = re.compile(r"\b(?:is|are)\s+(?:required|mandatory|compulsory|obligatory)\b(?!\s+to\b)", re.IGNORECASE)
_NEEDS_NO = re.compile(
    r"\b(?:needs?|requires?)\s+no\s+(?=\w)|"
    r"\b(?:(?:do|does)\s+not|don't|doesn't)\s+(?:need|require)\s+(?:(?:any|an?)\s+)?(?!to\b)(?=\w)|"
    r"\bno\s+(?=(?:[\w-]+\s+){1,3}?(?:is|are)\s+(?:needed|required|necessary)\b)|"
    r"\bwithout\s+(?:(?:asking|getting|seeking|obtaining|needing)\s+(?:(?:anyone|anybody|someone)\s+for\s+)?)?(?:(?:any|prior|previous|written|further|a|the|formal)\s+)*(?=(?:approval|permission|consent"
    r"|authori[sz]ation|review|notice|training|supervision|testing|sign-?off|agreement)\b)|\bwithout\s+any\s+(?=\w)",
    re.IGNORECASE,
)
"""Says that something does not have to be: "need no approval"."""
_REQUIRES = re.compile(
    r"(?<!not )(?<!n't )\brequires?\s+(?:an?\s+|the\s+)?(?!no\b|to\b|that\b|them\b|us\b)(?=\w)", re.IGNORECASE
)
"""Says that something has to be: "requires certification"."""
_NOT_ENTITLED = re.compile(
    r"\b(?:is|are)\s+(?:not|never|no\s+longer)\s+(?:entitled|eligible)\b(?:\s+(?:to|for)\b)?", re.IGNORECASE
)
_THERE_IS_NONE = re.compile(r"\s+be\s+no\s+", re.IGNORECASE)
"""Behind a word of duty: "there shall be no voting by proxy"."""
_IS_NONE = re.compile(
    r"(?:^|[.;:,]\s*)there\s+(?:is|are)\s+no\s+(?!(?:need|limit|maximum|minimum|cost|charge|reason|longer)\b)",
    re.IGNORECASE,
)
"""Says that something is not had: "there is no appeal"."""
_HAS_NONE = re.compile(
    r"(?<!may )(?<!should )\b(?:has|have|holds?|receives?|gets?)\s+no\s+(?!need\b|reason\b|longer\b|idea\b|more\b)",
    re.IGNORECASE,
)
"""Says that somebody does not have something: "has no casting vote"."""
_ADVISED = re.compile(
    r"\b(?:is|are)\s+(?:strongly\s+)?(?:recommended|advisable|encouraged)\b(?!\s+to\b)", re.IGNORECASE
)
_STATES_LEAVE = re.compile(r"(?:is|are)\b.*\b(?:allowed|permitted|forbidden|prohibited|banned)\Z", re.IGNORECASE)
"""Leave that is given for what stands before it, where no act follows: "smoking is not allowed"."""
_WITHOUT_DENIED = re.compile(
    r"\b(?:not|never|nobody|no\s+one|none|no|nor|cannot|neither)\b|n['\u2019]t\b", re.IGNORECASE
)
"""Before "without approval" in its clause: what has none is forbidden, not free."""
_CHOOSES = re.compile(
    r"\b(?:may|can|could)\s+(?:freely\s+)?(?:choose|decide)\s+(?:for\s+themselves\s+)?(?:whether|if)\b(?:\s+or\s+not)?|\bif\s+(?:you|they)\s+(?:wish|like|prefer|choose)\b",
    re.IGNORECASE,
)
"""Leaves to whoever acts whether to."""
_ALLOWS = re.compile(
    r"\b(?:you|they|we|officers|staff|editors|everyone|anyone)\s+(?:can|are\s+(?:free|welcome)\s+to)\b|\bfeel\s+free\s+to\b"
    r"|\bit\s+is\s+(?:fine|ok|okay|common|usual|alright|all\s+right|acceptable)\s+(?:for\s+[\w\s]{2,40}?\s)?to\b",
    re.IGNORECASE,
)
_NONE_MUST = re.compile(
    r"\b(?:nobody|no\s+one|none\s+of\s+\w+)\s+(?:is|are|has|have|needs?)\s+"
    r"(?:expected\s+to|required\s+to|obliged\s+to|asked\s+to|to)\b|\b(?:is|are|there\s+is)\s+no\s+need\s+to\b",
    re.IGNORECASE,
)
_NONE_DOES = re.compile(
    r"(?:^|[,;]\s+)(?:nobody|no\s+one)\s+(?!else\b|is\b|has\b|have\b|needs?\b|can\b|may\b|must\b|should\b|will\b"
    r"|would\b|knows?\b|likes?\b|wants?\b|could\b)(?=\w+s\b)",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?:^|[.;:]\s*)(?:nobody\b|none\s+of\b|no\s+(?!later|less|more|longer|matter))[^.;:]*\Z", re.IGNORECASE
)
"""Before a duty that nobody of a kind has: "No editor may …", "Nobody may …"."""
_NOT_BEFORE = re.compile(r"(?:\bnot|n't|\bnor)\s+\Z", re.IGNORECASE)
"""Before a duty that is denied: "are not able to", "do not require"."""
_PASSIVE = re.compile(
    r"\s*(?:(?:not|never|only)\s+)?be\s+\w+(?:ed|en|wn|pt|nt|ld|st|ut|ead|ade|one|ught)\b", re.IGNORECASE
)
_NEAREST = 6
"""Concepts after a word of duty that say what it is about."""
_STATED: tuple[tuple["re.Pattern[str]", int], ...] = (
    (_FORBIDS, -3), (_CHOOSES, 0), (_NONE_DOES, -3), (_NONE_MUST, 0), (_NEEDS_NO, 0), (_NOT_ENTITLED, -3),
    (_IS_NONE, -3),
    (_REQUIRES, 3), (_HAS_NONE, -3), (_ALLOWS, 1), (_DEMANDS, 3), (_ASKS_CONSENT, 3), (_EXCLUDED, -3), (_EXEMPT, 0),
)  # fmt: skip
"""Other ways to say a duty, with how much each binds."""
_OF_SUBJECT: tuple[tuple["re.Pattern[str]", int], ...] = (
    (_FREE, 0),
    (_ADVISED, 2),
    (_NEEDED, 3),
    (_REFUSED, -3),
    (_GRANTED, 1),
)
"""The same of what stands before."""
_POSSIBLE = frozenset({"might", "could"})
"""What may come up, and binds nobody."""
_LEVELS = {"must": 3, "should": 2, "may": 1, "will": 2, "need not": 0, "will not": -2, "should not": -2, "must not": -3}


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty: `level` from 3 (must) over 0 (need not) to -3 (must not), what it is about, and the words that say it.

    `explicit` is False for a bare order, which nobody can weigh against another duty.
    """

    level: int
    acts: tuple[str, ...]
    words: str
    explicit: bool = True

    @property
    def act(self) -> str:
        """The concept that the duty is about first."""
        return self.acts[0]


@lru_cache(maxsize=16384)
def duties_of(plain: str) -> tuple[Duty, ...]:
    """Return the duties of a plain sentence; "do not" forbids, and a bare order is as good as "should"."""
    duties = [*_signalled(plain)]
    for pattern, level in _STATED:
        matches = [match for match in pattern.finditer(plain) if not _is_turned(match)]
        duties.extend(Duty(level, _acts(plain[match.end() :]), match[0].strip(" ,;:")) for match in matches)
    for pattern, level in _OF_SUBJECT:
        duties.extend(Duty(level, _subject(plain[: match.start()]), match[0]) for match in pattern.finditer(plain))
    if not duties and (act := _order(plain)):
        duties.append(Duty(2, (act, *_acts(plain)[1:]), plain.split(maxsplit=1)[0], explicit=False))
    return tuple(duty for duty in duties if duty.acts)


def _signalled(plain: str) -> Iterator[Duty]:
    """Yield the duties that a word of duty says."""
    at = 0
    freed = [match.span() for match in _NONE_MUST.finditer(plain)]
    for signal in signals_of(plain):
        if signal.kind != "duty" or signal.value not in _LEVELS or signal.words.lower() in _POSSIBLE:
            continue
        start = place_of(plain, signal.words, at)
        if start < 0:
            continue
        at = start + len(signal.words)
        is_freed = any(first <= start < last for first, last in freed)
        if not (is_freed or _OF_A_CASE.search(plain[:start]) or _NO_DUTY.match(plain, at)):
            level, after = _LEVELS[signal.value], plain[at:]
            denied = _NONE.search(plain[:start]) or _NOT_BEFORE.search(plain[:start]) or _THERE_IS_NONE.match(after)
            level = -3 if level > 0 and denied else level
            if avoided := _AVOIDS.match(after):
                level, after = -level, after[avoided.end() :]
            yield Duty(level, _acts_of(signal.words, after, plain[:start]), signal.words)


def _is_turned(match: "re.Match[str]") -> bool:
    """Whether what stands before makes a case of an order, or forbids what is done without approval."""
    before = match.string[: match.start()]
    without = match[0].lower().startswith("without")
    return bool(_IN_A_CASE.search(before) or (without and _WITHOUT_DENIED.search(_CLAUSE.split(before)[-1])))


def _subject(before: str) -> tuple[str, ...]:
    """Return what is said of to be needed or not, the concepts next to the verb first."""
    return concepts_of(_CLAUSE.split(before)[-1])[::-1][:_NEAREST] or concepts_of(before)[::-1][:_NEAREST]


def _acts_of(words: str, after: str, before: str) -> tuple[str, ...]:
    """Return what a duty in `words` is about, where it may give leave for what stands before it."""
    if _STATES_LEAVE.match(words) and not after.lstrip().lower().startswith("to "):
        return (*concepts_of(_CLAUSE.split(before)[-1])[-2:], *_acts(after))[:_NEAREST]
    return _acts(after, before)


def _acts(after: str, before: str = "") -> tuple[str, ...]:
    """Return what a duty is about: the concepts after its word and, in the passive, what it is done to."""
    acts = concepts_of(_CLAUSE.split(after, maxsplit=1)[0])[:_NEAREST]
    if not _PASSIVE.match(after):
        return acts
    return (*acts[:1], *concepts_of(_CLAUSE.split(before)[-1])[-2:], *acts[1:])[:_NEAREST]


def place_of(plain: str, words: str, at: int) -> int:
    """Return where words stand as such in a plain sentence from a place on, -1 where not: no "can" in "applicants"."""
    start = plain.find(words, at)
    while start > 0 and plain[start - 1].isalnum() and words[:1].isalnum():
        start = plain.find(words, start + 1)
    return start


_SUBJECT_LINES = (
    "the a an this that these those it we you they he she i our your their his her its each every all any no",
    "some most many there here what who when where why how if in on at for by with as after before once",
    "whenever while nobody everyone anyone somebody",
)
_SUBJECTS = frozenset(word for line in _SUBJECT_LINES for word in line.split())
"""Words with which a sentence begins that is no order."""


_OBJECTS = frozenset(
    word
    for line in (
        "a an the this that these those it them us me him her your our their his its my all any each every no some",
        "both one two three up out off on in only not people staff anyone everyone somebody what who how when",
    )
    for word in line.split()
)
"""Words behind a verb that orders; behind a noun that begins a title there is "for", "of" or another noun."""


_LEADING_CASE = re.compile(r"\A(?:if|when|where|before|after|once|whenever|please)\b(?:[^,.;:]*,)?\s*", re.IGNORECASE)
"""What stands before an order: "If you leave early, tell …"."""


def _order(plain: str) -> str:
    """The act of a sentence that begins with a bare verb, as far as its first word can tell."""
    words = _LEADING_CASE.sub("", plain).split(maxsplit=2)
    if not words:
        return ""
    first = words[0].lower().strip("\"'*\u201c\u2018")
    if len(words) < 3 or words[1].lower() not in _OBJECTS:
        return ""
    if not first.isalpha() or first in _SUBJECTS or first.endswith(("s", "ing", "ed", "ly")):
        return ""
    concepts = concepts_of(first)
    return concepts[0] if concepts else ""
