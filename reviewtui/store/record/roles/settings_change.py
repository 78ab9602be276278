"""A change of the settings with what it gave and took, and what of the settings decides whose word counts."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from reviewtui.domain.person import parse_person
from reviewtui.domain.record.revocation import Revocation
from reviewtui.domain.record.signing_key import bare
from reviewtui.domain.settings.settings import Settings, Signer

_Named = TypeVar("_Named")


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


def author_signing_keys(settings: Settings) -> tuple[str, ...]:
    """Return the public keys of the authors."""
    return tuple(sorted({key for person in settings.author_people() for key in settings.keys_of(person)}))


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
        *(Revocation(commit, person, role="carrier") for person in sorted(_all(_carriers, before) - _carriers(after))),
        *(
            Revocation(commit, person, role="consolidator", organisation=name)
            for name, person in sorted(_all(_consolidators, before) - _consolidators(after))
        ),
    )


def without(settings: Settings, gone: Iterable[Revocation], after: Settings) -> Settings:
    """Return `settings` less the roles and keys that `gone` took and that the settings `after` it have not either.

    Where that would leave no author, nobody could settle it, and the authors stay.
    """
    taken_away = tuple(gone)
    settings = _without_helpers(settings, taken_away, after)
    gone = [revoked for revoked in taken_away if not revoked.role]
    people = {revoked.person for revoked in gone if not revoked.keys}
    keys = {(revoked.person, key) for revoked in gone for key in revoked.keys}
    left, still = after.author_keys(), _keys(after)
    authors = tuple(a for a in settings.authors if (who := parse_person(a).key) not in people or who in left)
    signers = tuple(
        signer
        for signer in settings.signers
        if (name := _name(signer)) in still or (name[0] not in people and name not in keys)
    )
    if (authors or settings.authors, signers) == (settings.authors, settings.signers):
        return settings
    return msgspec.structs.replace(settings, authors=authors or settings.authors, signers=signers)


def _of(person: str, keys: frozenset[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(sorted(key for address, key in keys if address == person))


def _keys(settings: Settings) -> frozenset[tuple[str, str]]:
    return frozenset(map(_name, settings.signers))


def _name(signer: Signer) -> tuple[str, str]:
    return signer.address.strip().casefold(), bare(signer.key)


def _all(kind: Callable[[Settings], frozenset[_Named]], before: Sequence[Settings]) -> frozenset[_Named]:
    """What all the settings `before` say."""
    return frozenset.intersection(*(kind(settings) for settings in before))


def _carriers(settings: Settings) -> frozenset[str]:
    return frozenset(parse_person(entry).key for entry in settings.carriers)


def _consolidators(settings: Settings) -> frozenset[tuple[str, str]]:
    return frozenset(
        (name, parse_person(entry).key)
        for name, organisation in settings.organisations.items()
        for entry in organisation.consolidators
    )


def _without_helpers(settings: Settings, gone: Iterable[Revocation], after: Settings) -> Settings:
    """`settings` less the carriers and consolidators that `gone` took and that the settings `after` it have not."""
    carriers = {revoked.person for revoked in gone if revoked.role == "carrier"} - _carriers(after)
    people = {(r.organisation, r.person) for r in gone if r.role == "consolidator"} - _consolidators(after)
    if carriers.isdisjoint(_carriers(settings)) and people.isdisjoint(_consolidators(settings)):
        return settings
    left = tuple(entry for entry in settings.carriers if parse_person(entry).key not in carriers)
    return msgspec.structs.replace(settings.without_consolidators(people), carriers=left)
