"""A change of the settings with what it gave and took, and what of the settings decides whose word counts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from reviewtui.domain.person import parse_person
from reviewtui.domain.record.record import Problem
from reviewtui.domain.record.revocation import Revocation
from reviewtui.domain.record.signing_key import bare
from reviewtui.domain.settings.settings import Settings, Signer
from reviewtui.store.git.objects import object_infos, read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.record.commit_graph import CommitInfo
from reviewtui.store.record.settings_file import MAX_BYTES, settings_or_none

Fault = tuple[str, str]
"""A reason and a repair, in which SETTINGS stands for the path of the settings."""
_AGAIN = "an author sets it right: git show, edit SETTINGS, commit"
UNAUTHORISED = ("it was changed by someone who is not an author; the settings before it stay in force", _AGAIN)
FOUNDED_AGAIN = (
    "a history of its own with settings of its own was merged in; they do not count",
    "find out who merged it: git log --graph; take the merge back if nobody meant it",
)
STAYS_TAKEN = (
    "a merge took settings that did not know of a role or key that had been taken away; that stays taken",
    _AGAIN,
)
UNPROVED = (
    "it changes who may do what and is not signed with a key of an author, as the settings ask; it does not count",
    "an author changes it in a signed commit: reviewtui signer add, or git commit -S with an SSH key",
)
LATE = (
    "whoever made it had lost their role meanwhile, and neither change knew of the other; it does not count",
    "an author who is one still makes it anew, if it is meant",
)
DISPUTED = (
    "two authors took each other's role, neither knowing of it; neither change counts until another author makes one",
    (
        "agree by telephone; an author who has no part in it writes and commits the settings as they are to be. Where "
        "there is none, what takes nobody's role counts of what they change: name a third author in SETTINGS"
    ),
)
UNREADABLE = (
    "whether its commit is signed by an author cannot be checked on this machine, so it does not count here",
    "install OpenSSH (ssh-keygen)",
)


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
    authors = _all(Settings.author_keys, before) - after.author_keys()
    keys = _all(_keys, before) - _keys(after)
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


def settings_problem(info: CommitInfo, path: str, fault: Fault) -> Problem:
    """Return that a commit changed the settings at `path` in vain, or in part."""
    reason, repair = fault
    return Problem("settings", path, reason, info.commit, str(info.author), repair.replace("SETTINGS", path))


def held_settings(
    repository: Repository, commits: tuple[CommitInfo, ...]
) -> tuple[Mapping[str, str], Mapping[str, Settings]]:
    """Return the settings blob that each of `commits` brought or, as a merge, holds, and what can be read of them."""
    brought = {info.commit: blob for info in commits if (blob := info.blob_at(repository.home.settings)) is not None}
    held = _held_by_merges(repository, commits) | brought
    return held, _settings_by_blob(repository, set(held.values()))


def _held_by_merges(repository: Repository, commits: tuple[CommitInfo, ...]) -> dict[str, str]:
    """The settings blob in each merge commit, since a merge that took one side unchanged shows no difference."""
    path = repository.home.settings
    merges = [info.commit for info in commits if len(info.parents) > 1]
    held = zip(merges, object_infos(repository.git, [f"{commit}:{path}" for commit in merges]), strict=True)
    return {commit: info.object_id for commit, info in held if info is not None and info.kind == "blob"}


def _settings_by_blob(repository: Repository, blobs: set[str]) -> dict[str, Settings]:
    contents = read_blobs(repository.git, (blob for blob in blobs if set(blob) != {"0"}), MAX_BYTES)
    decoded = ((blob, settings_or_none(content)) for blob, content in contents.items())
    return {blob: settings for blob, settings in decoded if settings is not None}
