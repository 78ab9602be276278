"""What two rules of one act can differ in: how many, from when, until when, at which times, and who pays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reviewtui.checks.conflict.amounts import amounts_of
from reviewtui.checks.input.concepts import concepts_of
from reviewtui.text.meaning.holders import people_in
from reviewtui.text.words.terms import stem

SlotKind = Literal["quantity", "start", "end", "hours", "payer", "place"]

_W = r"[\w'\u2019-]+"
_ONE = (
    r"(?:only|just|exactly|at\s+most|(?:no|not|never)\s+more\s+than)\s+one|a\s+single|one\s+single"
    r"|(?<!no )(?<!every )(?<!any )(?<!each )one(?=\s+\w)(?!(?:\s+\w+){1,2}\s+at\s+a\s+time\b)"
    r"(?!\s+(?:another|or|and|by|thing|day|way)\b)"
)
_HOW_MANY = (
    ("one", _ONE),
    (
        "several",
        r"several|multiple|two\s+or\s+more|(?<!no )(?<!not )(?<!never )more\s+than\s+one|as\s+many|any\s+number\s+of",
    ),
    ("half", r"half\s+of|half(?=\s+(?:the|our|their|its)\b)"),
    ("all", r"all|every\s+one\s+of|every|each|both"),
)
_QUANTITY = re.compile("|".join(rf"(?P<{name}>(?<!-)\b(?:{words})\b(?!-))" for name, words in _HOW_MANY), re.IGNORECASE)
_OF = re.compile(r"\s+(?:of\s+)?(?:the\s+|our\s+|their\s+|its\s+|your\s+|these\s+|those\s+|two\s+|three\s+)*")
_COUNTED = re.compile(
    r"[,;:.()]|\b(?:and|or|in|on|at|for|to|with|who|that|before|after|as|must|may|can|shall|is|are)\b"
)
_APART = frozenset(
    {frozenset({"one", "several"}), frozenset({"one", "all"}), frozenset({"half", "all"}), frozenset({"one", "half"})}
)
"""Which of them cannot both be meant of one thing."""

_TIME = (
    r"(?:\w+days?|days?|dates?|weeks?|months?|years?|terms?|seasons?|hours?|moments?|start|beginning|end|outset|first|meetings?"
    r"|birthday|morning|noon|midnight|evening)\b"
)
"""What a "from" has behind it where it tells a time."""
_START = re.compile(
    rf"\b(?:(?:from|as\s+of)(?=(?:\s+{_W}){{0,3}}?\s+{_TIME})|once|as\s+soon\s+as|not\s+(?:until|before)|only\s+after|after)"
    r"\s+(?P<when>[^,;:.()]{3,70})",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?<!not )\b(?:until|till|up\s+to\s+the\s+(?=end|start|beginning|day))\s*(?P<when>[^,;:.()]{3,70})", re.IGNORECASE
)
_STOPS = re.compile(
    r"\b(?:must|may|shall|should|can|cannot|will|is|are|by|with|at\s+(?:your|their|the|its)|only|until|unless|if|provided|so|and"
    r"|but|to|once|for|because|as|when|where|who|that)\b",
    re.IGNORECASE,
)
"""Ends the words that say when, …"""
_HAPPENS = re.compile(
    r"(?:once|until|till|as\s+soon\s+as|not\s+(?:until|before))\s+(?:[\w'-]+\s+){1,4}?(?:is|are)\s+", re.IGNORECASE
)
"""… where they tell nothing that happens: "until it is dry"."""
_SAME_HOURS = re.compile(
    rf"\b(?:only\s+(?:\w+\s+)?(?:during|outside|within|before|after|while|until)|only\s+(?:in|at|on)(?=(?:\s+{_W}){{0,3}}?\s+{_TIME}))\s+[^,;:.()]{{3,50}}"
    rf"|\b(?:during|outside)\s+(?:{_W}\s+){{1,4}}only\b|\bonly\s+(?:{_W}\s+)?(?:during)\s+[^,;:.()]{{3,50}}",
    re.IGNORECASE,
)
_ALL_HOURS = re.compile(
    r"\bat\s+(?:any|all)\s+(?:times?|hours?)\b(?:\s+during\s+(?:the|an?|your|their|our)\s+\w+)?(?:\s+of\s+(?:the\s+)?(?:day|night)(?:\s+(?:or|and)\s+(?:the\s+)?night)?)?|\b(?:day\s+(?:or|and)\s+night|round\s+the\s+clock|whenever\s+\w+\s+(?:like|want|wish)s?)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\bat\s+(?:your|their|his|her|his\s+or\s+her|its|our|my)\s+own\s+(?:expense|cost|charge)\b|\bout\s+of\s+(?:your|their)\s+own\s+pockets?\b",
    re.IGNORECASE,
)
_PAYER = re.compile(
    rf"\bat\s+the\s+(?:expense|cost)\s+of\s+(?P<of>(?:{_W}\s+){{0,4}}?{_W})(?=\s*(?:[,;:.()]|\Z|\b(?:if|when|where|unless|and|but|for|on|in)\b))"
    rf"|\bat\s+(?P<whose>(?:{_W}\s+){{1,4}}?)(?:expense|cost)\b"
    rf"|\b(?:is|are|be)\s+(?:paid(?:\s+for)?|borne|covered|met|funded|reimbursed)\s+by\s+(?P<by>(?:those|whoever|people|anyone)\s+(?:who\s+)?[^,;:.()]+|(?:{_W}\s+){{0,4}}?{_W})(?=\s*(?:[,;:.()]|\Z|\b(?:if|when|where|unless|and|but|for|on|in|who)\b))"
    rf"|(?:\A|[,;:]\s+(?:and\s+|but\s+)?)\W*(?P<does>(?:{_W}\s+){{0,5}}?{_W})\s+(?:(?:must|shall|will|should|has\s+to|have\s+to)\s+)?"
    r"(?:pays?(?=\s+(?:for|the|all|any|half|their|your|its|\w+\s+(?:fees?|costs?|fares?)))|(?:bears?|covers?|meets?|funds?)\s+(?=(?:the|all|any|half|their|your|its|these|this)\s+(?:\w+\s+){0,3}?(?:costs?|bills?|fees?|fares?|price|expenses?)\b))",
    re.IGNORECASE,
)
_PLACE = re.compile(
    rf"\b(?:in|at|inside|outside)\s+(?:the|an?|our|your|their)\s+(?!(?:event|case|end|start|beginning|same|time|first|last|next|course"
    rf"|interests?|way|form|absence|presence|light|context|number|sense|least|most|expense|cost)\b)(?P<where>{_W}(?:\s+{_W})?)",
    re.IGNORECASE,
)
_SELF = frozenset({"you"})
_YOU = re.compile(r"\W*(?:your?|yourself)\b", re.IGNORECASE)
_WE = re.compile(r"\W*(?:we|us|our)\b", re.IGNORECASE)
_PLAIN = frozenset(
    "a an the your their his her its our my this that these those of in on at for to by with has have had been is are"
    " was were be you they he she it we day days date time who which".split()
)
_EDGES = (frozenset({"start", "begin", "first"}), frozenset({"end", "last", "complet"}))


@dataclass(frozen=True, slots=True)
class RuleSlot:
    """One place of a rule that another rule may fill with something else.

    `value` is what stands in it in one form, `words` as it stands, `counted` what a quantity is of. `leads` says
    that a time opens its sentence, as the steps of a procedure do.
    """

    kind: SlotKind
    value: frozenset[str]
    words: str
    counted: frozenset[str] = frozenset()
    leads: bool = False

    def excludes(self, other: "RuleSlot") -> bool:
        """Return whether a rule cannot have both in one place."""
        if self.kind != other.kind or self.value == other.value:
            return False
        if self.kind == "quantity":
            return self.value | other.value in _APART and bool(self.counted & other.counted)
        if self.kind in {"start", "end"}:
            return _are_other_times(self.value, other.value)
        return self.value.isdisjoint(other.value)


@lru_cache(maxsize=16384)
def slots_of(plain: str) -> tuple[RuleSlot, ...]:
    """Return what a plain sentence says of how many, when and at whose expense."""
    return (*_quantities(plain), *_times(plain), *_hours(plain), *_payers(plain), *_places(plain))


def opposed_slots(here: str, there: str) -> list[tuple[RuleSlot, RuleSlot]]:
    """Return what two sentences give that cannot be both, but for what one has of the other as well."""
    ours, theirs = slots_of(here), slots_of(there)
    filled = [{(slot.kind, slot.value) for slot in side} for side in (ours, theirs)]
    return [
        (one, other)
        for one in ours
        for other in theirs
        if one.excludes(other) and (one.kind, one.value) not in filled[1] and (other.kind, other.value) not in filled[0]
    ]


def _quantities(plain: str) -> Iterator[RuleSlot]:
    for match in _QUANTITY.finditer(plain):
        of = _OF.match(plain, match.end())
        after = plain[of.end() if of else match.end() :]
        counted = frozenset(concepts_of(_COUNTED.split(after, maxsplit=1)[0])[:3])
        yield RuleSlot("quantity", frozenset({str(match.lastgroup)}), match[0], counted)


def _times(plain: str) -> Iterator[RuleSlot]:
    kinds: tuple[tuple[SlotKind, re.Pattern[str]], ...] = (("start", _START), ("end", _END))
    for kind, pattern in kinds:
        for match in pattern.finditer(plain):
            happens = _HAPPENS.match(match[0])
            at = happens.end() if happens else match.start("when") - match.start()
            stop = _STOPS.search(match[0], at)
            when = match[0][match.start("when") - match.start() : stop.start() if stop else None].strip()
            value = frozenset(stem(word) for word in re.findall(_W, when.lower()) if word not in _PLAIN)
            words = plain[match.start() : match.start("when")] + when
            if value and not amounts_of(words):
                yield RuleSlot(kind, value, words, leads=not plain[: match.start()].strip(' "*-'))


def _hours(plain: str) -> Iterator[RuleSlot]:
    for value, pattern in (("some", _SAME_HOURS), ("all", _ALL_HOURS)):
        match = pattern.search(plain)
        if match:
            yield RuleSlot("hours", frozenset({value}), match[0].strip())
            return


def _payers(plain: str) -> Iterator[RuleSlot]:
    own = _OWN.search(plain)
    if own:
        before = concepts_of(plain[: own.start()])
        yield RuleSlot(
            "payer",
            frozenset(("you",) if re.search(r"\byour\b", own[0], re.IGNORECASE) else ("you", *before[:2])),
            own[0],
        )
        return
    match = _PAYER.search(plain)
    if match is None:
        return
    who = next(filter(None, (match["of"], match["whose"], match["by"], match["does"])))
    value = _SELF if _YOU.match(who) else frozenset({"we"}) if _WE.match(who) else frozenset(concepts_of(who))
    if value:
        yield RuleSlot("payer", value, match[0].strip(" ,;:"))


def _places(plain: str) -> Iterator[RuleSlot]:
    for match in _PLACE.finditer(plain):
        where = _STOPS.split(match["where"], maxsplit=1)[0].strip()
        if (value := frozenset(concepts_of(where))) and not amounts_of(match[0]):
            yield RuleSlot("place", value, plain[match.start() : match.start("where")] + where)


def _are_other_times(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    if ours <= theirs or theirs <= ours:
        return False
    first, last = _EDGES
    edges = (ours & first and theirs & last) or (ours & last and theirs & first)
    return ours.isdisjoint(theirs) or bool(edges)


_ONLY = re.compile(
    r"\b(?:only|solely|exclusively|alone|except|nobody|no\s+one|none|other\s+than|unless|not|never|neither|nor|cannot|\w+n['\u2019]t)\b",
    re.IGNORECASE,
)
"""Keeps a rule to some, in whichever way."""
_LEAST = re.compile(r"\b(?:at\s+least|a\s+minimum\s+of|or\s+more)\b", re.IGNORECASE)
_MOST = re.compile(
    r"\b(?:at\s+most|a\s+maximum\s+of|up\s+to|(?:no|not)\s+more\s+than|or\s+(?:less|fewer))\b", re.IGNORECASE
)
_FEW = frozenset({"one", "several", "half"})


def fill_otherwise(here: str, there: str) -> bool:
    """Return whether two sentences differ in an amount in words, a time, a payer, a person or a place: not the same."""
    ours, theirs = slots_of(here), slots_of(there)
    if opposed_slots(here, there):
        return True
    few = [{name for slot in side if slot.kind == "quantity" for name in slot.value & _FEW} for side in (ours, theirs)]
    if few[0] != few[1] or any(bool(word.search(here)) != bool(word.search(there)) for word in (_ONLY, _LEAST, _MOST)):
        return True
    spoken_of = [frozenset(concepts_of(plain)) for plain in (here, there)]
    people = [
        {concept for word in re.findall(_W, plain) if people_in(word) for concept in concepts_of(word)} & own
        for plain, own in zip((here, there), spoken_of, strict=True)
    ]
    return bool(people[0] - spoken_of[1] and people[1] - spoken_of[0])
