"""Where a person has agreed that what they give may go, although the clone's own configuration leads it there.

Asked once in each clone for each place. Sealed with this person's own key, and bound to where the clone lies, so that
neither a planted file nor one that came along with another clone can answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from reviewtui.domain.review.sync_state import PlaceNotAgreed
from reviewtui.store.cache.seal import keep_sealed, read_sealed
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.untrusted_configuration import undoing
from reviewtui.store.remote.remotes import Remote, hooks_of, without_secret

_NAME = "places"
_MAX_BYTES = 256 * 1024
_MOST = 200


class _Agreed(msgspec.Struct, frozen=True):
    """The folder of the clone, and each place with what leads there."""

    clone: str
    places: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class AgreedPlaces:
    """What was agreed to in one clone."""

    repository: Repository

    def holds(self, place: tuple[str, ...]) -> bool:
        """Whether the person has agreed to just this place."""
        return place in self._read()

    def add(self, place: tuple[str, ...]) -> None:
        """Remember a place; a disk that refuses costs only another question."""
        kept = [each for each in self._read() if each != place][-_MOST:]
        keep_sealed(self.repository.state_dir / _NAME, _Agreed(self._clone, (*kept, place)))

    @property
    def _clone(self) -> str:
        return str(self.repository.state_dir.resolve())

    def _read(self) -> tuple[tuple[str, ...], ...]:
        agreed = read_sealed(self.repository.state_dir / _NAME, _MAX_BYTES, _Agreed)
        return agreed.places if agreed is not None and agreed.clone == self._clone else ()


@dataclass(frozen=True, slots=True)
class Consent:
    """Whether this person agrees to where it goes by this very command, and whether somebody can be asked."""

    given: bool = False
    can_ask: bool = False


UNASKED = Consent()
"""Nobody has agreed to anything, and nobody can be asked."""


def require_agreed(
    repository: Repository, remote: Remote, redirects: Sequence[tuple[str, str]], consent: Consent
) -> None:
    """Refuse a place that the clone's own configuration leads to, unless this person has agreed to it once.

    The programs of a folder are asked about where somebody can be asked; else they are named when it is done, since a
    folder on this machine that others keep often has some.

    Raises:
        PlaceNotAgreed: nobody has agreed yet; nothing was given.
    """
    hooks = hooks_of(remote) if consent.can_ask or consent.given else ()
    place = (remote.url, *(part for row in redirects for part in row), *hooks)
    if not (redirects or hooks):
        return
    agreed = AgreedPlaces(repository)
    if consent.given:
        agreed.add(place)
        if redirects and hooks:
            agreed.add((remote.url, *(part for row in redirects for part in row)))
    elif not agreed.holds(place):
        raise PlaceNotAgreed(_sentence(remote, redirects, hooks))


def require_agreed_fork(repository: Repository, remote: Remote, way: tuple[str, str], consent: Consent) -> None:
    """Refuse a fork that nobody has joined here; `way` is the key that names it, and its address.

    Raises:
        PlaceNotAgreed: nobody has agreed yet; nothing was given.
    """
    if consent.given:
        agree_to_fork(repository, remote, way)
    elif not AgreedPlaces(repository).holds((remote.url, *way)):
        raise PlaceNotAgreed(_sentence(remote, [way], ()))


def agree_to_fork(repository: Repository, remote: Remote, way: tuple[str, str]) -> None:
    """Remember that this person wants what is meant for `remote` to go that way."""
    AgreedPlaces(repository).add((remote.url, *way))


def _sentence(remote: Remote, redirects: Sequence[tuple[str, str]], hooks: Sequence[str]) -> str:
    reasons = [
        f"this clone's own configuration sends what is meant for {remote.name} to {without_secret(base)} (if that is "
        f"not your doing: {without_secret(undoing(key, base))})"
        for key, base in redirects
    ]
    if hooks:
        runs = ", ".join(hooks)
        reasons.append(f"{remote.name} is a folder that runs programs of its own when it is given something ({runs})")
    return f"Nothing was given: {'; '.join(reasons)}. If that is right, agree to it once: reviewtui sync --trust-place"
