"""Who a sentence gives a task to, and who a matter goes to."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from reviewtui.checks.input.concepts import concepts_of
from reviewtui.text.meaning.holders import people_in
from reviewtui.text.words.spacing import single_spaced

TaskRole = Literal["acts", "is told"]
_W = r"[\w\u2019'&/-]+"
_NAME = rf"(?:(?:the|an?|your|their|our|each|every)\s+)?(?P<who>{_W}(?:\s+(?:of\s+(?:the\s+)?|and\s+)?{_W}){{0,5}}?)"
_NEXT = (
    r"(?:also\s+|then\s+|always\s+)?(?:(?:must|will|shall|should|may|can|needs?\s+to|ha(?:s|ve)\s+to|(?:is|are)"
    r"\s+(?:responsible|accountable)\s+for)\s+(?:also\s+|then\s+|always\s+)?(?P<act>[a-z]+)|(?P<does>(?-i:[a-z]{2,}s))\b(?!\s+(?:will|must|shall|should|may|can|is|are|have|has)\b))"
)
_END = (
    r"(?=\s*(?:[.,;:()]|\Z|\b(?:and|or|but|if|when|where|who|which|that|before|after|within|in|on|at|for|to|by|via|as|so"
    r"|with|unless|immediately|directly|first|using|from|about|must|will|should|may|can|is|are)\b))"
)
_ACTING = re.compile(
    rf"(?:\A|[,;:]\s+(?:and\s+|then\s+)?|\bthat\s+)\W*(?:it\s+is\s+)?\b{_NAME}\s+(?:who\s+)?{_NEXT}", re.IGNORECASE
)
_WHO_ACTS = re.compile(rf"\b(?:the|our|an?)\s+{_NAME}\s*,\s+(?:which|who)\s+{_NEXT}", re.IGNORECASE)
"""Whose task is told beside: "the panel, which is responsible for hearing appeals"."""
_WHOSE = re.compile(
    rf"\b(?P<who>(?:{_W}\s+){{0,2}}{_W})\s+(?P<act>approval|permission|consent|authori[sz]ation|sign-?off)\b",
    re.IGNORECASE,
)
"""Whose leave it takes: "for Board approval"."""
_BY = re.compile(
    rf"\b(?:(?P<act>\w+ed|\w+en|\w+t|made|done|approval|permission|consent|authori[sz]ation|sign-?off|agreement)\s+by"
    rf"|(?P<leave>approval|permission|consent|authori[sz]ation|sign-?off|agreement)\s+(?:of|from))\s+{_NAME}{_END}",
    re.IGNORECASE,
)
_FAR_BY = re.compile(
    rf"\b(?:is|are|be)\s+(?P<act>\w+(?:ed|en|nt|ld|pt|de|ne))(?:\s+[\w-]+){{1,8}}?\s+by\s+(?=(?:the|an?|your|their|our|its)\b){_NAME}{_END}",
    re.IGNORECASE,
)
"""The same with other words between: "shared in a weekly email by the lab manager"."""
_GOES_TO = re.compile(
    rf"\b(?:go(?:es)?|sent|submitted|referred|brought|taken|put)\s+to\s+{_NAME}\s+for\s+(?P<act>approval|consent|permission|decision)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?P<act>tells?|asks?|informs?|notif(?:y|ies)|contacts?|emails?|calls?|consults?"
    r"|(?:report|send|submit|appl|refer|escalat|appeal|complain|address|forward|return|relay|hand|pass|escalat|talk|speak|go|turn)\w*(?:\s+\w+){0,9}?\s+to"
    r"|(?:work(?!\w*\s+closely)|agree|arrange|discuss|check|liais|speak|talk|meet|share)\w*(?:\s+\w+){0,5}?\s+with)"
    rf"\s+{_NAME}{_END}",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"[A-Z]{1,3}O|HR|IT|desk|helpdesk|hotline")
"""Officers and offices that are called by their letters."""
_CONSENT = re.compile(
    rf"(?:\A|[,;:]\s+)\W*{_NAME}\s+(?P<act>approval|permission|consent|authori[sz]ation|sign-?off)\s+(?:is|must\s+be)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\W*(?:[Tt]he\s|(?:\w+\s+)?[A-Z]\w+s\s)")
"""Begins what several people of a kind do: "The coordinators approve"."""
_RANKS = re.compile(r"report(?:s|ing)\s+(?:directly\s+)?to", re.IGNORECASE)
"""Says who stands above whom, and nothing of what is told."""
_THEY = re.compile(
    rf"\A\W*(?:all\s+)?(?:the\s+)?(?P<who>(?:{_W}\s+){{0,2}}?[\w-]+[^\Wsu]s)\s+"
    r"(?P<act>[a-z]{2,}(?<!s)(?<!ed)(?<!ing)(?<!ly))\s+"
    r"(?=(?:the|an?|all|any|each|every|their|its|our|new|requests?|applications?|complaints?)\b)",
    re.IGNORECASE,
)
"""What several people of a kind do: "Students order the chemicals"."""
_LETTERS = re.compile(r"\bthe\s+[A-Z]{2,5}\b(?!\s+[a-z])")
"""A body that is called by its letters: "the TSC"."""
_NO_NAME = re.compile(
    r"(?:if|when|where|while|once|unless|as|always|inform|notify|tell|report|send|contact|see|both|either|with|actually|note|also|then|other|another|at\s+least|all"
    r"|persons?\Z|people\Z|any|each|every|whoever|anyone|such|some|many|most|no|non|only|one|two|or|and|to|for|from|in|on|\w+ing\s+(?:the|an?|and|or|your|our))\b",
    re.IGNORECASE,
)
"""Begins what is no name of one somebody: a case, an order, several of them."""
_OF_WHAT = re.compile(
    r"(?<!head)(?<!director)(?<!chair)(?<!chief)(?<!board)(?<!member)(?<!office)(?<!department)(?<!committee)"
    r"(?<!secretary)\s+(?:of|about|that)\s+",
    re.IGNORECASE,
)
"""Begins what somebody is told: "the agency of new pets"."""
_STATES = re.compile(r"\b(?:is|are|was|were|be|has|have|do|does|must|will|shall|should|may|can)\b", re.IGNORECASE)
"""Stands in a sentence, and in no name."""
_SERVES = re.compile(
    rf"(?:\A|[,;:]\s+)\W*{_NAME}\s+(?:(?:will|shall|must|should)\s+be|is|acts?\s+as|serves?\s+as)\s+the\s+(?P<act>\w+(?:\s+\w+)?){_END}",
    re.IGNORECASE,
)
"""Who has a part: "the clerk is the returning officer"."""
_DONE: tuple[tuple[str, ...], ...] = ((), ("do",))
"""What "made by" and "done by" say: nothing of the act but who acts."""
_FORMS: tuple[tuple[TaskRole, "re.Pattern[str]"], ...] = (
    ("acts", _ACTING), ("acts", _WHO_ACTS), ("acts", _BY), ("acts", _FAR_BY), ("acts", _CONSENT),
    ("acts", _SERVES), ("acts", _GOES_TO),
    ("acts", _THEY), ("acts", _WHOSE), ("is told", _TOLD),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TaskHolder:
    """Somebody whom a sentence names: what they have to do with it, their name, its concepts, and those of the act."""

    part: TaskRole
    words: str
    concepts: frozenset[str]
    act: frozenset[str]


@lru_cache(maxsize=16384)
def holders_of(plain: str) -> tuple[TaskHolder, ...]:
    """Return the people and bodies that a plain sentence names as acting or as being told."""
    found = {}
    for part, pattern in _FORMS:
        for match in pattern.finditer(plain):
            words = single_spaced(match["who"])
            if part == "is told" and not match["act"].endswith(("to", "with")):
                words = _OF_WHAT.split(words, maxsplit=1)[0]
            act = match["act"] or match.groupdict().get("does") or match.groupdict().get("leave") or ""
            if _RANKS.fullmatch(act):
                continue
            is_name = people_in(act.partition(" ")[0]) and pattern is not _SERVES
            if is_name or _NO_NAME.match(words) or _STATES.search(words):
                continue
            named = pattern is _CONSENT or _LETTERS.search(match[0]) or (pattern is _SERVES and words[0].isupper())
            own = frozenset(concepts_of(words)) if named else frozenset()
            if concepts := own or _concepts_of_somebody(
                words, many=pattern in {_BY, _THEY} or bool(_DEFINITE.match(match[0]))
            ):
                found[(part, concepts)] = TaskHolder(
                    part, words, concepts, frozenset(concepts_of(act.lower()) or _DONE[pattern is _BY])
                )
    return tuple(found.values())


def _concepts_of_somebody(words: str, *, many: bool) -> frozenset[str]:
    """The concepts of the name of one person or body; one that binds `many` says for whom it is, not who acts."""
    heads = {re.split(r"\s+of\s+", words)[0].split()[-1], words.rsplit(maxsplit=1)[-1]}
    return frozenset(concepts_of(words)) if any(_is_somebody(head, many=many) for head in heads) else frozenset()


def _is_somebody(head: str, *, many: bool) -> bool:
    single = not head.endswith("s") or head.endswith("ss") or head.isupper()
    return (bool(people_in(head)) and (many or single)) or bool(_OFFICE.fullmatch(head))
