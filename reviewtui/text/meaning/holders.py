"""Who is bound: the subject before a word of duty, or the one "by" whom it must be done.

A subject that is only moved about is the same ("officers keep records", "records are kept by officers"). A word is
taken for a person or a body by a list and by its ending.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from reviewtui.text.meaning.tuning import HOLDER_REACH, MOST_DUTIES
from reviewtui.text.words.terms import stem

_DUTY = re.compile(
    r"(?=[mswnohia])\b(?:must|shall|should|(?-i:may|MAY)|will|need\s+not|needs?\s+to|ought\s+to|(?:has|have)\s+to|(?:is|are)\s+(?:not\s+)?to"
    r"|(?:is|are)\s+(?:not\s+)?(?:\w+ly\s+)?(?:required|obliged|expected|encouraged|allowed|permitted|prohibited)"
    r"|(?:is|are)\s+responsible\s+for)\b",
    re.IGNORECASE,
)
"""The letters before are those with which one can begin, so that other places are passed over."""
_FOR_WHOM = re.compile(r"\bit\s+is\s+for\s+([^.;:,]{1,60}?)\s+to\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[.;:!?()|\n]|(?=[twbiusa])\b(?:that|which|who|but|if|when|where|unless|so|because|before|after|until|as|while|than)\b",
    re.IGNORECASE,
)
_ITEMS = re.compile(r",\s*(?:and|or)\b|,|\b(?:and|or)\b", re.IGNORECASE)
_EACH = re.compile(r"(?:all|any|each|every|both|no)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"(?:\s+(?:not|never|to|\w+ly))*\s+be\b", re.IGNORECASE)
_STATE = re.compile(
    r"(?:\s+(?:not|never|to|always|\w+ly))*\s+be\s+(?:\w+ly\s+|very\s+|as\s+)?(?:\w+(?:able|ible|ful)"
    r"|able|accurate|aware|brief|civil|clear|consistent|courteous|fair|friendly|honest|impartial|neutral|objective"
    r"|on|open|patient|polite|present|prompt|ready|sure|transparent|truthful|vigilant)\b",
    re.IGNORECASE,
)
"""What somebody is to be, which binds them, unlike what is to be done to them."""
_BY = re.compile(r"\bby\s+((?:[\w'-]+\s*){1,6})", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_NOBODY = frozenset(
    """the a an it they this these those there each every all any no one also then only of for in by to at on with
    its their your our his her new both such always normally therefore however people everyone anyone nobody not
    never he she we you i please and or under circumstances account""".split()
)
_PEOPLE = frozenset(
    """staff team council committee chair clerk employee people board department organisation organization
    authority body group public government agency company partner service unit panel cabinet assembly party
    press trustee union mayor leader head lead child student citizen resident person applicant participant
    consultant representative candidate volunteer apprentice deputy guardian guest parliament
    secretary secretariat president chairman chairwoman coach captain nurse dean attendant assistant accountant steward
    tenant landlord intern delegate ombudsman tribunal faculty community subcommunity school college university police
    charity society directorate""".split()
)
_PERSON = re.compile(r"(?:er|or|ee|ist|ian|eer)s?\Z")
_COMPARES = re.compile(
    r"(?:long|short|high|low|new|old|bett|bigg|larg|small|great|wid|broad|earli|lat|easi|clear|strict|saf|fast|clos|deep"
    r"|few|young|strong|weak|simpl|heavi|busi|clev)er"
)
_THINGS = frozenset(
    """paper letter number order matter folder register computer server chapter newsletter offer layer header
    footer transfer error factor sector colour color behaviour behavior favour labour other another either
    neither over under after never ever whether however further later earlier user-interface identifier
    parameter filter timer trigger screen degree fee tree agree free three see tier border cover power water
    corner centre center master vector floor door for or nor poor list""".split()
)


@dataclass(frozen=True, slots=True)
class _Bound:
    """Who or what is bound at one word of duty: as it stands, the words of each one named, and how it is named."""

    words: str
    named: tuple[frozenset[str], ...]
    people: bool
    passive: bool

    @property
    def universal(self) -> bool:
        return _EACH.match(self.words) is not None

    @property
    def stems(self) -> frozenset[str]:
        return frozenset().union(*self.named)


def who_is_bound(line: str) -> tuple[str, ...]:
    """Return the people and bodies whom a sentence binds, as it names them.

    Whoever something is to be done to ("the person must be told") is not bound by it.
    """
    bound = (each for each in _bound(line) if each.people and each.stems and not each.passive)
    return tuple(dict.fromkeys(each.words for each in bound))


@lru_cache(maxsize=16384)
def people_in(line: str) -> frozenset[str]:
    """Return the people and bodies that a line names, each by the stem of its word; what compares is nobody."""
    words = (word for word in _WORD.findall(line.lower()) if not _COMPARES.fullmatch(word))
    return frozenset(stem(word) for word in words if _is_person(word))


def other_holder(old: str, new: str) -> tuple[str, str] | None:
    """Return whose duty it was and whose it is, None where nobody else is bound as far as one can tell."""
    before, after = _bound(old), _bound(new)
    if len(before) != len(after):
        return None
    pairs = [each for each in zip(before, after, strict=True) if all(side.stems for side in each)]
    others = [(was, now) for was, now in pairs if was.stems != now.stems and _letters(was) != _letters(now)]
    sides = (_stems(old), _stems(new)) if others else (frozenset(), frozenset())
    return next(((was.words, now.words) for was, now in others if _differ(was, now, *sides)), None)


def _letters(bound: _Bound) -> str:
    """Return who is bound without spaces and hyphens: "time off" is "timeoff"."""
    return "".join(_WORD.findall(bound.words.lower()))


def _differ(was: _Bound, now: _Bound, old: frozenset[str], new: frozenset[str]) -> bool:
    gone = [name for name in was.named if not name & now.stems]
    come = [name for name in now.named if not name & was.stems]
    absent = not any(name & new for name in gone) and not any(name & old for name in come)
    if gone and come:
        if absent or (was.people and now.people):
            return True
        elsewhere = any(name & old for name in come)
        return was.people and not elsewhere and not now.passive
    if gone or come:
        return absent and ((was.people and now.people) or (was.universal and now.universal))
    if not was.people or not now.people:
        return False
    fewer, more = was.stems - now.stems, now.stems - was.stems
    return bool(fewer and more) and not fewer & new and not more & old


def _bound(line: str) -> list[_Bound]:
    """Return for each word of duty who is bound by it, in reading order."""
    bound: list[_Bound] = []
    for match in islice(_DUTY.finditer(line), MOST_DUTIES):
        after = line[match.end() : match.end() + HOLDER_REACH]
        passive = _PASSIVE.match(after) is not None and _STATE.match(after) is None
        agent = _agent(re.split(r"[.;]", after)[0]) if passive else None
        bound.append(agent or _subject(line[max(0, match.start() - HOLDER_REACH) : match.start()], passive=passive))
    return bound + [_subject(match[1], passive=False) for match in _FOR_WHOM.finditer(line)]


def _subject(before: str, *, passive: bool) -> _Bound:
    clause = _CLAUSE.split(before)[-1].strip()
    *others, last = _ITEMS.split(clause)
    people = any(_is_person(word) for word in _WORD.findall(last.lower())[-2:])
    kept = [last.strip()]
    for other in reversed(others if people or _EACH.match(clause) else []):
        words = _WORD.findall(other.lower())
        if not words or len(words) > 4 or (people and not _is_person(words[-1])):
            break
        kept.insert(0, other.strip())
    named = tuple(stems for name in kept if (stems := _stems(name)))
    return _Bound(_listed(kept), named, people, passive)


def _agent(after: str) -> _Bound | None:
    for match in _BY.finditer(after):
        words = _WORD.findall(match[1])
        last = next((at for at, word in enumerate(words) if _is_person(word.lower())), None)
        if last is not None:
            while last + 1 < len(words) and _is_person(words[last + 1].lower()):
                last += 1
            words = words[: last + 1]
            return _Bound(" ".join(words), (_stems(" ".join(words)),), people=True, passive=False)
    return None


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _is_person(word: str) -> bool:
    without_s = word.removesuffix("s")
    if {word, without_s} & _THINGS:
        return False
    singular = f"{word[:-3]}y" if word.endswith("ies") else without_s
    return bool({word, singular} & _PEOPLE) or (len(word) > 4 and _PERSON.search(word) is not None)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(text.lower()) if word not in _NOBODY)
