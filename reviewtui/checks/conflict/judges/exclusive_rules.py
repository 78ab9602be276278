"""Two sentences of which one keeps a thing to one use, place or person, and the other gives it to another as well."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache

from reviewtui.checks.conflict.judges.conflicting_duties import DENIED
from reviewtui.checks.conflict.sentence_comparison import ComparedRules, Contradiction
from reviewtui.checks.input.concepts import concepts_of
from reviewtui.checks.input.tuning import EXCLUSIVE_AGREES, OTHERS_AGREES, SOME_AGREES
from reviewtui.text.meaning.holders import people_in

_ONLY = re.compile(
    r"\b(?:only|solely|exclusively)\s+(?:be\s+\w+\s+)?(?P<by>for|by|in|on|at|with|via|through|from)\s+(?P<what>[^,;:.]+)"
    r"|\b(?P<before>for|by|in|on|at|with|via|through|from)\s+(?P<kept>(?:[\w'-]+\s+){1,4})only\b",
    re.IGNORECASE,
)
_ONLY_SOME = re.compile(
    r"\A\W*(?:only|(?:none|no\s+one|nobody)\s+(?:but|except|other\s+than))\s+(?P<who>(?:[\w'-]+\s+){1,6}?)(?:may|can|must|should|will|is|are|ha(?:s|ve))\b"
    r"|(?<!not )\bonly\s+(?:[\w'-]+\s+){0,3}?(?:for|if|when|where|after|once|on|to|in|with|from|during|those|some)\b",
    re.IGNORECASE,
)
"""Keeps a thing to some people or cases: "only the clerk may", "needed only for"."""
_AGENT = re.compile(
    r"\A\W*(?P<who>(?:[\w'-]+\s+){1,6}?)(?:may|can|must|should|will|is|are|ha(?:s|ve))\b", re.IGNORECASE
)
"""Who acts, at the beginning of a sentence."""
_ALL = re.compile(
    r"\b(?:all|every|each|any|anyone|everyone|anybody|everybody|always|whatever|whoever|regardless|round\s+the\s+clock"
    r"|without\s+exception)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\bby\s+(?:the\s+|an?\s+|one\s+)?(?:[\w'-]+\s+){1,4}?(?:alone|acting\s+alone|on\s+(?:his|her|their|its)\s+own)\b"
    r"|\bby\s+(?:any\s+)?one\s+(?:person|officer|director|member|signatory)\b|\ba?\s*single\s+signatory\b",
    re.IGNORECASE,
)
_JOINTLY = re.compile(
    r"\bby\s+(?:any\s+|at\s+least\s+|all\s+)?(?:two|three|both|2|3)\b|\bjointly\b|\bby\s+(?:the\s+|an?\s+)?(?:[\w'-]+\s+){1,4}?and\s+(?:also\s+)?by\s+[^,;:.]+|\btwo\s+signatories\b",
    re.IGNORECASE,
)
_KEEPS = re.compile(r"\b(?:only|always|solely|exclusively|alone)\b", re.IGNORECASE)
_NEAREST = 2
"""Concepts behind a preposition that say to what a thing is kept."""


def exclusive_conflict(comparison: ComparedRules) -> Contradiction | None:
    """Return that one sentence keeps to one use what the other puts to another, None where it does not."""
    here, there = comparison.plains
    if why := _alone_or_jointly(comparison) or _some_or_all(comparison):
        return Contradiction(why, comparison.accord())
    ours, theirs = _kept(here), _kept(there)
    # Where both keep a thing to something, or neither does, or one of them denies, no word tells which use is meant.
    if ours is None or theirs is None or bool(ours) == bool(theirs):
        return None
    keeping, free = (here, there) if ours else (there, here)
    for words, preposition, kept in ours or theirs:
        for use, other in _uses(free, preposition):
            own = {*kept} - {*other} and {*other} - {*concepts_of(keeping)}
            places = (words, use) if ours else (use, words)
            if own and comparison.agreed_at(places, {*kept} ^ {*other}) >= EXCLUSIVE_AGREES:
                return Contradiction(f"one says “{words}”, the other “{use.strip()}”", comparison.accord())
    return None


def _some_or_all(comparison: ComparedRules) -> str:
    """Return that one sentence keeps to some what the other says of all, or gives to somebody else, empty otherwise."""
    for keeping, free in (comparison.plains, comparison.plains[::-1]):
        only = _ONLY_SOME.search(keeping)
        if only is None or DENIED.search(free) or DENIED.search(keeping, only.end()) or _KEEPS.search(free):
            continue
        kept = frozenset(concepts_of(only["who"] or ""))
        others = _others(free, kept)
        other = found[0] if (found := (None if _ALL.search(keeping) else _ALL.search(free)) or others) else ""
        places = (only[0], other) if keeping is comparison.plains[0] else (other, only[0])
        left_out = kept | frozenset(concepts_of(others["who"])) if others else kept
        least = OTHERS_AGREES if others else SOME_AGREES
        if other and comparison.agreed_at(places, left_out) >= least:
            return f"one says “{only[0]}”, the other “{other}”"
    return ""


def _others(plain: str, kept: AbstractSet[str]) -> "re.Match[str] | None":
    """Return where a sentence begins with people other than those to whom a thing is kept."""
    named = _AGENT.match(plain) if kept else None
    return named if named and people_in(named["who"]) and kept.isdisjoint(concepts_of(named["who"])) else None


def _alone_or_jointly(comparison: ComparedRules) -> str:
    """Return that one person does in one sentence what takes several in the other, empty where it does not."""
    here, there = comparison.plains
    for alone, joint in ((here, there), (there, here)):
        one, several = _ALONE.search(alone), _JOINTLY.search(joint)
        places = (one[0], several[0]) if one and several else ("", "")
        if alone != here:
            places = places[::-1]
        if one and several and comparison.agreed_at(places, concepts_of(f"{one[0]} {several[0]}")) >= EXCLUSIVE_AGREES:
            return f"one says “{one[0]}”, the other “{several[0]}”"
    return ""


@lru_cache(maxsize=16384)
def _kept(plain: str) -> tuple[tuple[str, str, tuple[str, ...]], ...] | None:
    """Return what a sentence keeps a thing to: the words, the preposition, the concepts; None where it denies."""
    if DENIED.search(plain):
        return None
    return tuple(
        (match[0].strip(), match["by"] or match["before"], concepts_of(match["what"] or match["kept"])[:_NEAREST])
        for match in _ONLY.finditer(plain)
    )


def _uses(plain: str, preposition: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what stands behind a preposition in a plain sentence: its words, and the concepts that they begin with."""
    for match in re.finditer(rf"\b{preposition}\s+([^,;:.]+)", plain, re.IGNORECASE):
        if concepts := concepts_of(match[1])[:_NEAREST]:
            yield match[0], concepts
