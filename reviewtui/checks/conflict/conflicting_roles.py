"""Two sentences that give one task to different roles, or send one matter to different places."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reviewtui.checks.conflict.subject import apart, contrasts, speaks_of_kinds
from reviewtui.checks.material.concepts import concepts_of
from reviewtui.checks.material.material import ConceptPair
from reviewtui.checks.material.tuning import ROLE_ALIKE, ROLE_CONCEPTS, ROLE_HELD

_TASKS = (
    r"approv(?:e|es|ed|ing)|authori[sz](?:e|es|ed)|sign(?:s|ed)?\s+off|decid(?:e|es|ed)|grant(?:s|ed)?|clear(?:s|ed)?"
    r"|chair(?:s|ed)?|appoint(?:s|ed)?|own(?:s|ed)?|maintain(?:s|ed)?|keep(?:s)?|kept|lead(?:s)?|led|manag(?:e|es|ed)"
    r"|elect(?:s|ed)?|disable(?:s|d)?|provision(?:s|ed)?|issue(?:s|d)?|assign(?:s|ed)?|process(?:es|ed)?|assess(?:es|ed)?"
    r"|monitor(?:s|ed)?|investigat(?:e|es|ed)|review(?:s|ed)?|publish(?:es|ed)?|run(?:s)?|handl(?:e|es|ed)|look(?:s)?\s+after"
    r"|(?:is|are)\s+responsible\s+for|give(?:s|n)?\s+permission\s+for"
)
_VERB = r"(?:(?:must|will|shall|should|may|can)\s+)?(?:also\s+|then\s+|always\s+)?"
_W = r"[\w\u2019'-]"
_ROLE = (
    r"officers?|managers?|heads?|teams?|directors?|council|editors?|owners?|leads?|desk|board|cabinet|service|services"
    r"|committee|executives?|coordinators?|administrators?|department|unit|leader|mayor|office|panel|group|supervisors?"
    r"|staff|moderators?|secretary|clerk|champions?|partners?|members|trainers?|treasurers?|speakers?|presidents?|chairs?|trustees?|caretakers?|guardians?|wardens?|mentors?|\w{3,}(?:ist|rian|keeper)s?"
)
_NAMED = (
    rf"(?:the\s+|an?\s+|your\s+|their\s+|each\s+)?(?:{_W}+\s+){{0,6}}?(?:{_ROLE})"
    rf"(?:\s+of\s+(?:the\s+)?{_W}+(?:\s+{_W}+)?)?"
)
_ACTIVE = re.compile(
    rf"(?:^|[,;]\s*(?:and\s+)?|\band\s+|\b(?:ensure|sure)\s+(?:that\s+)?)(?P<who>{_NAMED})\s+{_VERB}(?P<task>{_TASKS})\s+(?P<what>[^.;:]+)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"(?P<what>[^.;:]+?)\s+(?:(?:must|will|shall|should|may|can)\s+)?(?:be|is|are|being)\s+(?P<task>{_TASKS})"
    rf"(?:\s+in\s+writing)?\s+by\s+(?P<who>{_NAMED})",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:approval|permission|consent|authori[sz]ation|sign-?off|clearance)\s+(?:of|from|by)\s+"
    rf"(?P<who>{_NAMED})\s+(?P<task>before|for|to)\s+(?P<what>[^.;:]+)",
    re.IGNORECASE,
)
"""Whose approval something needs."""
_NAMES_TASK = re.compile(rf"\s(?:{_TASKS}|approval|permission|consent|authori[sz]ation)\s", re.IGNORECASE)
"""Without it none of the forms above is there, and looking for them costs the square of a sentence."""
_MORE = re.compile(rf"\band\s+(?:also\s+|then\s+)?(?P<task>{_TASKS})\s+(?P<what>[^.;:]+)", re.IGNORECASE)
"""What else one role does, said in the same sentence without naming it again."""
_BESIDE = re.compile(r"\b(?:before|after|when|if|unless|and|on\s+(?:his|her|its|their)|within)\b", re.IGNORECASE)
_DAYS_AND_MONTHS = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december easter christmas"
)
_NAME = r"(?-i:[A-Z][\w&\u2019'-]*(?:\s+(?:(?:of|and)\s+(?:the\s+)?)?[A-Z][\w&\u2019'-]*){0,4})"
"""A name: words that begin with capitals."""
_GOES_ON = (
    r"(?!(?:and|or|for|to|in|at|on|by|with|who|which|that|if|when|as|via|before|after|within|immediately|directly|first"
    r"|must|will|should|may|can|of|is|are|about|using|so|because|from|then|also|not|only|either|straight|where|once)\b)"
)
"""Before a word that goes on after a name; another noun there would make it the name of a thing: "the AWS sandbox"."""
_OTHERS = (
    rf"(?P<who>(?:the|your|their|our|an?)\s+(?:{_NAME}|(?:{_W}+\s+){{0,4}}?(?:{_ROLE})(?:\s+of\s+(?:the\s+)?{_W}+)?)"
    rf"|{_NAME})\b(?!\s+{_GOES_ON}[a-z])"
)
_HANDLES = (
    re.compile(
        rf"\b(?:to|tells?|asks?|informs?|notif(?:y|ies)|contacts?|(?:communicat|shar|discuss|agre)ed\s+with)\s+{_OTHERS}",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:by|from)\s+{_OTHERS}", re.IGNORECASE),
)
"""Who a matter goes to, and who deals with it."""
_IS_ROLE = re.compile(rf"\b(?:{_ROLE})\b", re.IGNORECASE)
_ACTS = frozenset(concepts_of("approve tell ask send sign communicate decide appeal complain escalate"))
"""What is done with a matter by whoever it goes to; without it only a role is taken for somebody."""
_NO_ONE = frozenset(("id", *_DAYS_AND_MONTHS.split()))


@dataclass(frozen=True, slots=True)
class Task:
    """Who does what: the concepts of the role, of the task and of what it is done to."""

    who: frozenset[str]
    task: str
    what: frozenset[str]
    words: str


@lru_cache(maxsize=16384)
def tasks_of(plain: str) -> tuple[Task, ...]:
    """Return the tasks that a plain sentence gives to named roles."""
    if not _NAMES_TASK.search(plain):
        return ()
    tasks = []
    for pattern in (_ACTIVE, _PASSIVE):
        for match in pattern.finditer(plain):
            tasks.append(_task(match["who"], match["task"], match["what"], passive=pattern is _PASSIVE))
            more = _MORE.finditer(match["what"]) if pattern is _ACTIVE else ()
            tasks.extend(_task(match["who"], other["task"], other["what"]) for other in more)
    tasks.extend(_task(match["who"], "approve", match["what"]) for match in _GIVEN.finditer(plain))
    return tuple(task for task in tasks if task is not None)


def _task(named: str, done: str, to: str, *, passive: bool = False) -> Task | None:
    who, task = frozenset(concepts_of(named)), concepts_of(done)
    what = frozenset(concepts_of(_BESIDE.split(to.strip().rpartition(", ")[2] if passive else to)[0]))
    if not who or not what:
        return None
    return Task(who, task[0] if task else "responsible", what, " ".join(named.split()))


def role_conflict(pair: ConceptPair, *, overview: bool) -> str:
    """Return why two sentences give one task to different roles, empty when they do not."""
    for here_task in tasks_of(pair.first.sentence.plain):
        for there_task in tasks_of(pair.second.sentence.plain):
            if (
                here_task.task == there_task.task
                and not _meet(here_task.words, there_task.words)
                and _same(here_task.what, there_task.what)
                and not speaks_of_kinds(pair, here_task.who | there_task.who)
            ):
                return f"different roles for the same task: “{here_task.words}” and “{there_task.words}”"
    return _sent_elsewhere(pair, overview=overview)


def _meet(first: str, second: str) -> bool:
    """Whether two roles are, or may be, the same one: the words of the shorter are in the longer, or its initials."""
    ours, theirs = frozenset(concepts_of(first)), frozenset(concepts_of(second))
    if ours <= theirs or theirs <= ours:
        return True
    return any(
        letters in "".join(word[0] for word in name.split() if word not in {"the", "of", "a", "an", "and"}).lower()
        for short, name in ((first, second), (second, first))
        for letters in (short.split()[-1].lower(),)
        if short.split()[-1].isupper()
    )


def _same(first: frozenset[str], second: frozenset[str]) -> bool:
    smaller = min(len(first), len(second))
    return len(first & second) == smaller and (smaller > 1 or len(first | second) <= 2)


def _sent_elsewhere(pair: ConceptPair, *, overview: bool) -> str:
    """Return why one matter is handled by two roles: what the shorter sentence says beside its role is in both."""
    plains = [place.sentence.plain for place in (pair.first, pair.second)]
    for patterns in (*((pattern,) for pattern in _HANDLES), _HANDLES):
        ours, theirs = (_named(patterns, plain) for plain in plains)
        if len(ours) == 1 and len(theirs) == 1 and _same_matter(pair, ours[0], theirs[0], overview=overview):
            return f"the same matter goes to different places: “{ours[0]}” and “{theirs[0]}”"
    return ""


@lru_cache(maxsize=16384)
def _named(patterns: tuple["re.Pattern[str]", ...], plain: str) -> tuple[str, ...]:
    """Return those whom a sentence names behind such a word; days and months are nobody."""
    names = (match["who"] for pattern in patterns for match in pattern.finditer(plain))
    return tuple(name for name in names if name.split()[0].lower() not in _NO_ONE)


def _same_matter(pair: ConceptPair, ours: str, theirs: str, *, overview: bool) -> bool:
    """Whether two sentences say the same of one matter but for the roles that they name."""
    here, there = frozenset(concepts_of(ours)), frozenset(concepts_of(theirs))
    if (
        not here
        or not there
        or here <= set(pair.second.sentence.concepts)
        or there <= set(pair.first.sentence.concepts)
    ):
        return False
    told = [place.sentence.concepts for place in (pair.first, pair.second)]
    if any(told[0].count(each) > 1 for each in here) and any(told[1].count(each) > 1 for each in there):
        return False
    if _meet(ours, theirs) or (pair.score < ROLE_ALIKE and not overview):
        return False
    rest = [tuple(c for c in place.sentence.concepts if c not in here | there) for place in (pair.first, pair.second)]
    beside = set(rest[0]) & set(rest[1])
    smaller = min(len(set(rest[0])), len(set(rest[1])))
    roles = all(_IS_ROLE.search(name) for name in (ours, theirs))
    acts = bool(beside & _ACTS)
    if len(beside) < (ROLE_CONCEPTS if acts or overview else ROLE_CONCEPTS + 1) or len(beside) < ROLE_HELD * smaller:
        return False
    if not (roles or acts) or (len(beside) <= ROLE_CONCEPTS and apart(pair)):
        return False
    return not speaks_of_kinds(pair) and not any(a not in rest[1] and b not in rest[0] for a, b in contrasts(*rest))
