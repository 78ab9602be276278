"""Somebody's role taken away: what they did meanwhile, without either side knowing of the other, is late."""

from dataclasses import dataclass
from typing import Literal

from reviewtui.domain.person import Person, parse_person
from reviewtui.domain.record.events import Event
from reviewtui.domain.record.signing_key import key_of


@dataclass(frozen=True, slots=True)
class Revocation:
    """A commit that took the role of an author or signer, or some of their keys.

    `person` is an address; `keys` are what was taken (bare), empty where the person's whole role went. Another `role`
    than that of an author or signer is a consolidator's of one `organisation`, or a carrier's.
    """

    commit: str
    person: str
    keys: tuple[str, ...] = ()
    role: Literal["", "consolidator", "carrier"] = ""
    organisation: str = ""

    def concerns(self, event: Event, maker: str) -> bool:
        """Say whether an event that `maker` brought in is one of the person, signed with a key that was taken."""
        if self.person != maker or self.role == "carrier":
            return False
        if self.role == "consolidator":
            return self.organisation == event.organisation and parse_person(event.by).key != maker
        return not self.keys or (event.signature is not None and key_of(event.signature.value) in self.keys)

    def concerns_carrying(self, author: Person) -> bool:
        """Say whether what `author` committed for others is told by somebody whose word on that was taken away."""
        return self.person == author.key and not self.keys and self.role != "consolidator"
