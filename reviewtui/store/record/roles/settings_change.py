"""A change of the settings with what it gave and took, and what of the settings decides whose word counts."""

from dataclasses import dataclass

from reviewtui.domain.record.revocation import Revocation
from reviewtui.domain.record.signing_key import bare
from reviewtui.domain.settings.settings import Settings


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A change of the settings that may count: `by` is the address of its author.

    `support` are the changes by which that author became one, itself included; `taken` what it took from whom.
    `trusts` says that it is one of who may do what, `proved` that it is signed as the settings ask. `authors` are the
    addresses of the authors before it.
    """

    commit: str
    by: str
    support: frozenset[str]
    taken: tuple[Revocation, ...] = ()
    proved: bool = False
    trusts: bool = False
    authors: frozenset[str] = frozenset()


def trust_of(settings: Settings) -> tuple[object, ...]:
    """Return what of the settings decides whose word counts."""
    signers = frozenset((signer.address.strip().casefold(), signer.key) for signer in settings.signers)
    return (
        settings.policy_id,
        settings.author_keys(),
        frozenset(settings.carriers),
        settings.signatures,
        signers,
        settings.organisations,
    )


def taken(commit: str, before: list[Settings], after: Settings) -> tuple[Revocation, ...]:
    """Return whose role, or which keys, all the settings `before` had and those `after` have not."""
    authors = frozenset.intersection(*(settings.author_keys() for settings in before)) - after.author_keys()
    keys = frozenset.intersection(*(_keys(settings) for settings in before)) - _keys(after)
    left = {address for address, _ in _keys(after)}
    whole = authors | {address for address, _ in keys if address not in left}
    parts = {address for address, _ in keys} - whole
    return (
        *(Revocation(commit, person) for person in sorted(whole)),
        *(Revocation(commit, person, _of(person, keys)) for person in sorted(parts)),
    )


def _of(person: str, keys: frozenset[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(sorted(key for address, key in keys if address == person))


def _keys(settings: Settings) -> frozenset[tuple[str, str]]:
    return frozenset((signer.address.strip().casefold(), bare(signer.key)) for signer in settings.signers)
