"""Ids of events and threads: ULIDs in lower case, typed by people as any unique end."""

import re
from collections import Counter
from collections.abc import Iterable

from reviewtui.domain.refusal import Refused

ULID = re.compile(r"[0-7][0-9a-hjkmnp-tv-z]{25}\Z")
_SHORTEST = 4
"""Characters of an id that people see and type: of a hundred remarks hardly two end alike."""


def short(identifier: str, others: Iterable[str] = ()) -> str:
    """Return the last four characters of `identifier`, or as many more as tell it from `others`."""
    rest = [other for other in others if other != identifier]
    for size in range(_SHORTEST, len(identifier)):
        end = identifier[-size:]
        if not any(other.endswith(end) for other in rest):
            return end
    return identifier


def short_names(identifiers: Iterable[str]) -> dict[str, str]:
    """Return for each id its last four characters, or as many more as tell it from all others."""
    waiting = list(identifiers)
    names: dict[str, str] = {}
    for size in range(_SHORTEST, 27):
        counts = Counter(identifier[-size:] for identifier in waiting)
        names |= {identifier: identifier[-size:] for identifier in waiting if counts[identifier[-size:]] == 1}
        waiting = [identifier for identifier in waiting if identifier not in names]
    return names | {identifier: identifier for identifier in waiting}


def is_end_of(typed: str, identifier: str) -> bool:
    """Say whether somebody typed the end of an id, at least as much of it as people see."""
    return len(typed) >= _SHORTEST and identifier.endswith(typed)


def resolve(end: str, known: Iterable[str], what: str = "thread") -> str:
    """Return the one id of `known` that ends with `end`.

    Raises:
        Refused: none or several end so; the sentence names them.
    """
    wanted = end.strip().lower()
    matches = sorted({identifier for identifier in known if wanted and identifier.endswith(wanted)})
    if len(matches) == 1:
        return matches[0]
    if not matches:
        raise Refused(f"There is no {what} '{end}'; 'reviewtui threads' lists them.")
    ends = ", ".join(short(match, matches) for match in matches[:6])
    raise Refused(f"'{end}' is the end of {len(matches)} {what}s: {ends}. Type more of it.")
