"""People as git writes them: a name and an address."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reviewtui.text.words.spacing import single_spaced

_FORM = re.compile(r"\s*(?P<name>[^<>\r\n]*?)\s*<(?P<address>[^<>\s]*)>\s*\Z")


@dataclass(frozen=True, slots=True)
class Person:
    """A name and an e-mail address; the address says who it is, the name is for show."""

    name: str
    address: str

    @property
    def key(self) -> str:
        """The address in the form in which two spellings of it are equal."""
        return self.address.strip().casefold()

    @property
    def domain(self) -> str:
        """What stands behind the @ of the address."""
        return self.key.rpartition("@")[2]

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>"


@lru_cache(maxsize=4096)
def parse_person(text: str) -> Person:
    """Read "Name <address>"; a text of another form is a name with the text itself as its address."""
    match = _FORM.match(text)
    if match is None:
        flat = single_spaced(text)
        return Person(name=flat, address=flat)
    return Person(name=match["name"] or match["address"], address=match["address"])


def is_address(text: str) -> bool:
    """Say whether `text` can be somebody's address."""
    return "@" in text.strip("@") and len(text.split()) == 1 and not {"<", ">"} & set(text)


def is_person(text: str) -> bool:
    """Say whether `text` has the form "Name <address>" with an address that holds an @."""
    match = _FORM.match(text)
    return match is not None and "@" in match["address"] and bool(match["name"])
