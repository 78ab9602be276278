"""What a clone has known of who may do what: founder, authors, keys. It only warns of a change, and decides nothing.

Sealed with this person's own key, so that one that came along in somebody's git folder counts for nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from reviewtui.domain.record.signing_key import fingerprint
from reviewtui.domain.settings.settings import Settings
from reviewtui.store.cache.seal import keep_sealed, read_sealed
from reviewtui.store.git.repository import Repository

_NAME = "trusted"
_MAX_BYTES = 1024 * 1024


class Trusted(msgspec.Struct, frozen=True):
    """The commit that founded the review, the addresses of its authors, and the keys by address."""

    founder: str
    authors: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]


def trusted_now(founder: str, settings: Settings) -> Trusted:
    """Return what is to be remembered of a review."""
    authors = tuple(sorted(settings.author_keys()))
    keys = sorted((signer.address.strip().casefold(), " ".join(signer.key.split()[:2])) for signer in settings.signers)
    return Trusted(founder, authors, tuple(keys))


def warnings(before: Trusted, now: Trusted) -> Iterator[str]:
    """Yield what has changed, with the fingerprint of each key, to compare by telephone."""
    if now.founder != before.founder and before.founder and now.founder:
        yield f"another commit founds the review than this clone knew ({before.founder[:10]}, now {now.founder[:10]})"
    yield from (f"{person} is an author now" for person in now.authors if person not in before.authors)
    yield from (f"{person} is no author any more" for person in before.authors if person not in now.authors)
    for address, key in now.keys:
        if (address, key) not in before.keys:
            yield f"{address} has a key that this clone did not know: {fingerprint(key)}"
    for address, key in before.keys:
        if (address, key) not in now.keys:
            yield f"{address} has this key no more: {fingerprint(key)}"


@dataclass(frozen=True, slots=True)
class TrustMemory:
    """The memory of one clone."""

    repository: Repository

    def read(self) -> Trusted | None:
        """Return what this clone has known; None where it knows nothing yet."""
        return read_sealed(self.repository.review_state_dir / _NAME, _MAX_BYTES, Trusted)

    def write(self, trusted: Trusted) -> None:
        """Remember this from now on; a disk that refuses costs only a warning."""
        keep_sealed(self.repository.review_state_dir / _NAME, trusted)
