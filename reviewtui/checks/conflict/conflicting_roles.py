"""Two sentences that give one task to different roles, or send one matter to different places."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reviewtui.checks.conflict.subject import contrasts
from reviewtui.checks.material.concepts import concepts_of
from reviewtui.checks.material.material import ConceptPair
from reviewtui.checks.material.tuning import ROLE_HELD

_TASKS = (
    r"approv(?:e|es|ed|ing)|authori[sz](?:e|es|ed)|sign(?:s|ed)?\s+off|decid(?:e|es|ed)|grant(?:s|ed)?|clear(?:s|ed)?"
    r"|chair(?:s|ed)?|appoint(?:s|ed)?|own(?:s|ed)?|maintain(?:s|ed)?|keep(?:s)?|kept|lead(?:s)?|led|manag(?:e|es|ed)"
    r"|monitor(?:s|ed)?|investigat(?:e|es|ed)|review(?:s|ed)?|publish(?:es|ed)?|run(?:s)?|handl(?:e|es|ed)|look(?:s)?\s+after"
    r"|(?:is|are)\s+responsible\s+for|give(?:s|n)?\s+permission\s+for"
)
_VERB = r"(?:(?:must|will|shall|should|may|can)\s+)?(?:also\s+|then\s+|always\s+)?"
_W = r"[\w\u2019'-]"
_ROLE = (
    r"officers?|managers?|heads?|teams?|directors?|council|editors?|owners?|leads?|desk|board|cabinet|service|services"
    r"|committee|executives?|coordinators?|administrators?|department|unit|leader|mayor|office|panel|group|supervisors?"
    r"|staff|moderators?|secretary|clerk|champions?|partners?|trainers?|treasurers?|caretakers?|guardians?|wardens?|mentors?|\w{3,}(?:ist|rian|keeper)s?"
)
_NAMED = (
    rf"(?:the\s+|an?\s+|your\s+|their\s+|each\s+)?(?:{_W}+\s+){{0,4}}?(?:{_ROLE})"
    rf"(?:\s+of\s+(?:the\s+)?{_W}+(?:\s+{_W}+)?)?"
)
_ACTIVE = re.compile(
    rf"(?:^|[,;]\s*(?:and\s+)?|\band\s+)(?P<who>{_NAMED})\s+{_VERB}(?P<task>{_TASKS})\s+(?P<what>[^.;:]+)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"(?P<what>[^.;:]+?)\s+(?:(?:must|will|shall|should|may|can)\s+)?(?:be|is|are|being)\s+(?P<task>{_TASKS})"
    rf"(?:\s+in\s+writing)?\s+by\s+(?P<who>{_NAMED})",
    re.IGNORECASE,
)
_MORE = re.compile(rf"\band\s+(?:also\s+|then\s+)?(?P<task>{_TASKS})\s+(?P<what>[^.;:]+)", re.IGNORECASE)
"""What else one role does, said in the same sentence without naming it again."""
_BESIDE = re.compile(r"\b(?:before|after|when|if|unless|and|on\s+(?:his|her|its|their)|within)\b", re.IGNORECASE)
_HANDLES = re.compile(
    r"\b(?:to|by|from|tell|tells|ask|asks|inform|informs|notify|notifies|contact|contacts)\s+"
    rf"(?P<who>(?:the|your|their|our|an?)\s+(?:{_W}+\s+){{0,4}}?(?:{_ROLE})(?:\s+of\s+(?:the\s+)?{_W}+)?)",
    re.IGNORECASE,
)


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
    tasks = []
    for pattern in (_ACTIVE, _PASSIVE):
        for match in pattern.finditer(plain):
            tasks.append(_task(match["who"], match["task"], match["what"]))
            more = _MORE.finditer(match["what"]) if pattern is _ACTIVE else ()
            tasks.extend(_task(match["who"], other["task"], other["what"]) for other in more)
    return tuple(task for task in tasks if task is not None)


def _task(named: str, done: str, to: str) -> Task | None:
    who, task = frozenset(concepts_of(named)), concepts_of(done)
    what = frozenset(concepts_of(_BESIDE.split(to)[0])) - who
    if not who or not what:
        return None
    return Task(who, task[0] if task else "responsible", what, " ".join(named.split()))


def role_conflict(pair: ConceptPair) -> str:
    """Return why two sentences give one task to different roles, empty when they do not."""
    for here_task in tasks_of(pair.first.sentence.plain):
        for there_task in tasks_of(pair.second.sentence.plain):
            if (
                here_task.task == there_task.task
                and not _meet(here_task.who, there_task.who)
                and _same(here_task.what, there_task.what)
            ):
                return f"different roles for the same task: “{here_task.words}” and “{there_task.words}”"
    return _sent_elsewhere(pair)


def _meet(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two roles are, or may be, the same one: the words of the shorter name are in the longer."""
    return first <= second or second <= first


def _same(first: frozenset[str], second: frozenset[str]) -> bool:
    smaller = min(len(first), len(second))
    return len(first & second) == smaller and (smaller > 1 or len(first | second) <= 2)


def _sent_elsewhere(pair: ConceptPair) -> str:
    """Return why one matter is handled by two roles: all that the shorter sentence says beside its role is in both."""
    first, second = (list(_HANDLES.finditer(place.sentence.plain)) for place in (pair.first, pair.second))
    if len(first) != 1 or len(second) != 1:
        return ""
    here, there = frozenset(concepts_of(first[0]["who"])), frozenset(concepts_of(second[0]["who"]))
    rest = [tuple(c for c in place.sentence.concepts if c not in here | there) for place in (pair.first, pair.second)]
    beside = set(rest[0]) & set(rest[1])
    smaller = min(len(set(rest[0])), len(set(rest[1])))
    if _meet(here, there) or len(beside) < 3 or len(beside) < ROLE_HELD * smaller:
        return ""
    if any(a not in rest[1] and b not in rest[0] for a, b in contrasts(*rest)):
        return ""
    return f"the same matter goes to different places: “{first[0]['who']}” and “{second[0]['who']}”"
