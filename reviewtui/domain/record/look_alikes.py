"""People whose names or addresses a reader takes for another's (UTS #39): told, and always shown with the address.

An address decides who somebody is. Somebody with two addresses is such a case too, so this says what is seen and
accuses nobody.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from reviewtui.domain.person import Person
from reviewtui.domain.record.record import Problem

_DRAWN_AS = (
    ("\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421", "ABESIJKMHOPC"),
    ("\u0422\u0423\u0425\u050c\u051a\u051c\u0430\u0435\u0455\u0456\u0458\u04bb", "TYXGQWaesijh"),
    ("\u043e\u0440\u0441\u0443\u0445\u0501\u051b\u051d\u04ae\u04af", "opcyxdqwYy"),
    ("\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4", "ABEZHIKMNOPT"),
    ("\u03a5\u03a7\u03b1\u03b3\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7", "YXayikvoptux"),
    ("\u054f\u0555\u054d\u0585\u057d\u0578\u0570\u0581\u0566", "SOUounhgq"),
    ("\u13aa\u13ac\u13b3\u13c3\u13de\u13da\u13df\u13bb\u13b7\u13e2\u13a1\u13a2", "AEWZLSCHMPRT"),
    ("\u13d9\u13f4", "VB"),
    ("0I1|", "olll"),
)
"""Cyrillic, Greek, Armenian and Cherokee letters, and the Latin ones that they are drawn as."""
_LIKE = {ord(letter): latin for letters, latins in _DRAWN_AS for letter, latin in zip(letters, latins, strict=True)}
_SCRIPTS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"})
_MOST = 5
"""So many groups are named; the addresses of all are shown."""


def look_alikes(people: Iterable[Person]) -> tuple[tuple[Person, ...], ...]:
    """Return groups of people with different addresses that look alike, and single ones whose names mix alphabets."""
    groups: dict[tuple[str, str], dict[str, Person]] = defaultdict(dict)
    for person in sorted(set(people), key=str):
        for kind, words in (("name", person.name), ("address", person.address)):
            for look in {_plain(words), _drawn(words)} - {""}:
                groups[kind, look].setdefault(person.key, person)
        if _mixes_alphabets(str(person)):
            groups["mixed", person.key].setdefault(person.key, person)
    told = {tuple(group.values()): None for (kind, _), group in groups.items() if len(group) > 1 or kind == "mixed"}
    together = {person.key for group in told if len(group) > 1 for person in group}
    return tuple(group for group in told if len(group) > 1 or group[0].key not in together)


def look_alike_problems(groups: Iterable[tuple[Person, ...]]) -> Iterator[Problem]:
    """Yield what is to be known of people who look alike; it stands in nobody's way."""
    for group in [*groups][:_MOST]:
        names = " and ".join(f"“{person}”" for person in group[:3])
        letters = "; ".join(dict.fromkeys(name for person in group for name in _foreign_letters(person)))
        why = f" ({letters})" if letters else ""
        if len(group) == 1:
            reason = f"the name {names} mixes letters of several alphabets{why}"
        else:
            reason = f"{names} look alike, and are {len(group)} addresses, so {len(group)} people{why}"
        yield Problem("advice", "", reason, repair="ask them, by telephone if in doubt, whether it is one person")


def _plain(words: str) -> str:
    """Letters and digits without accents and case: what a quick reader tells apart."""
    return "".join(char for char in unicodedata.normalize("NFKD", words) if char.isalnum()).casefold()


def _drawn(words: str) -> str:
    """The same for an eye that takes letters by their shape."""
    return _plain(words.translate(_LIKE)).replace("rn", "m").replace("vv", "w")


def _mixes_alphabets(words: str) -> bool:
    """Say whether letters of two alphabets stand in one word."""
    alphabets: set[str] = set()
    for char in words:
        if not char.isalpha():
            alphabets.clear()
            continue
        alphabets |= {unicodedata.name(char, "").partition(" ")[0]} & _SCRIPTS
        if len(alphabets) > 1:
            return True
    return False


def _foreign_letters(person: Person) -> Iterator[str]:
    foreign = (char for char in str(person) if not char.isascii() and ord(char) in _LIKE)
    for char in [*dict.fromkeys(foreign)][:3]:
        yield f"“{char}” is U+{ord(char):04X} {unicodedata.name(char, 'unnamed')}"
