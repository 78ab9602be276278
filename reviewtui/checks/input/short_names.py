"""The short names that a policy explains, "Executive Council (EC)", and its sentences with the long ones instead."""

import re
from collections.abc import Iterable

_EXPLAINED = re.compile(r"\s+\((?P<short>[A-Z]{2,6})s?\)")
_SMALL = frozenset("a an and for in of on or the to".split())
_MOST_BETWEEN = 2
"""Small words for each letter that may stand in a long name."""


class ShortNames:
    """The short names of a policy by the long ones; one that stands for two things is left as it is."""

    def __init__(self, sentences: Iterable[str]) -> None:
        found: dict[str, str] = {}
        twofold: set[str] = set()
        for plain in sentences:
            for match in _EXPLAINED.finditer(plain):
                short, name = match["short"], _long_name(plain[: match.start()], match["short"])
                if name and found.setdefault(short, name).casefold() != name.casefold():
                    twofold.add(short)
        self._names = {short: name for short, name in found.items() if short not in twofold}
        shorts = "|".join(sorted(self._names, key=len, reverse=True))
        self._pattern = (
            re.compile(rf"\s+\((?P<again>{shorts})s?\)|\b(?P<short>{shorts})(?P<many>s)?\b") if shorts else None
        )

    def spelt_out(self, plain: str) -> str:
        """Return a sentence with the long names."""
        if self._pattern is None:
            return plain
        return self._pattern.sub(self._name, plain)

    def _name(self, match: "re.Match[str]") -> str:
        return "" if match["again"] else f"{self._names[match['short']]}{match['many'] or ''}"


def _long_name(before: str, short: str) -> str:
    """The words right before a short name whose first letters it is made of, empty where they are none."""
    words = before.split()
    for count in range(2, (_MOST_BETWEEN + 1) * len(short) + 1):
        name = words[-count:]
        if len(name) < count:
            return ""
        letters = "".join(word[0] for word in name if word not in _SMALL)
        if letters.upper() == short and name[0] not in _SMALL:
            return " ".join(name).strip("\"'\u201c\u201d")
    return ""
