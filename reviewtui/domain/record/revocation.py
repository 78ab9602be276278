"""Somebody's role taken away: what they did meanwhile, without either side knowing of the other, is late."""

from dataclasses import dataclass

from reviewtui.domain.record.events import Event
from reviewtui.domain.record.signing_key import key_of


@dataclass(frozen=True, slots=True)
class Revocation:
    """A commit that took the role of an author or signer, or some of their keys.

    `person` is an address; `keys` are what was taken (bare), empty where the person's whole role went.
    """

    commit: str
    person: str
    keys: tuple[str, ...] = ()

    def concerns(self, event: Event, maker: str) -> bool:
        """Say whether an event that `maker` brought in is one of the person, signed with a key that was taken."""
        if self.person != maker:
            return False
        return not self.keys or (event.signature is not None and key_of(event.signature.value) in self.keys)
