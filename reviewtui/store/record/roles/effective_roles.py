"""Which settings were in force after each commit: a change counts only if an author of the settings before made it.

Worked out over the commits that touched the record, oldest first. A merge is a change like any other when it takes
something else than the newest settings of its parents, so that nobody brings old roles back by merging them. Under
`signatures = "required"` a change of who may do what is signed too, from the first one that is (the one that began to
ask for signatures included). What an author changed
while their role was taken away elsewhere has no effect (`disputes`). Nothing that a clone remembers has a part in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec

from reviewtui.domain.record.record import Problem
from reviewtui.domain.record.revocation import Revocation
from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.domain.settings.settings import Settings
from reviewtui.domain.settings.settings_merge import merge_settings
from reviewtui.store.git.objects import object_infos, read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.record.commit_graph import CommitInfo, CommitRelations
from reviewtui.store.record.roles.disputes import DisputeOutcome, judged
from reviewtui.store.record.roles.founding_commits import founders_of
from reviewtui.store.record.roles.settings_change import RoleChange, taken, trust_of
from reviewtui.store.record.settings_file import MAX_BYTES, decode_settings
from reviewtui.store.signing.git_signing import is_commit_signed_by

_AGAIN = "an author sets it right: git show, edit SETTINGS, commit"
_UNAUTHORISED = (
    "it was changed by someone who is not an author; the settings before it stay in force",
    _AGAIN,
)
_FOUNDED_AGAIN = (
    "a history of its own with settings of its own was merged in; they do not count",
    "find out who merged it: git log --graph; take the merge back if nobody meant it",
)
_UNPROVED = (
    "it changes who may do what and is not signed with a key of an author, as the settings ask; it does not count",
    "an author changes it in a signed commit: reviewtui signer add, or git commit -S with an SSH key",
)
_LATE = (
    "whoever made it had lost their role meanwhile, and neither change knew of the other; it does not count",
    "an author who is one still makes it anew, if it is meant",
)
_DISPUTED = (
    "two authors took each other's role, neither knowing of it; neither change counts until another author makes one",
    (
        "agree by telephone; an author who has no part in it writes and commits the settings as they are to be. Where "
        "there is none, what takes nobody's role counts of what they change: name a third author in SETTINGS"
    ),
)
_UNREADABLE = (
    "whether its commit is signed by an author cannot be checked on this machine, so it does not count here",
    "install OpenSSH (ssh-keygen)",
)
_MOST_ROUNDS = 50


@dataclass
class _Walk:
    """One walk over the commits, oldest first: what is in force after each of them, given what has no effect."""

    repository: Repository
    known: Mapping[str, Settings]
    disputed_changes: DisputeOutcome
    signed: dict[tuple[str, tuple[str, ...]], bool | None]
    effective: dict[str, Settings | None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    changes: list[RoleChange] = field(default_factory=list)
    _held: dict[str, str] = field(default_factory=dict)
    _line: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _granted: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)
    _bound: set[str] = field(default_factory=set)

    def take(self, info: CommitInfo, own: str | None, *, founds: bool) -> None:
        """Work one commit in: `own` is the settings blob that it brought or, for a merge, holds."""
        before = [parent for parent in info.parents if self.effective.get(parent) is not None]
        if not before:
            self._begin(info, own, founds=founds)
            return
        if not self._bound.isdisjoint(before):
            self._bound.add(info.commit)
        newest = max(before, key=lambda parent: (len(self._line[parent]), parent))
        if own is None:
            self._carry(info, newest, self._held[newest])
            return
        # Merging what somebody else had changed without being allowed to does not make it the merger's own change.
        current = [parent for parent in before if set(self._line[parent]) >= set(self._line[newest])]
        same = next((parent for parent in current if own == self._held[parent]), None)
        if same is not None:
            self._carry(info, same, self._held[same])
            return
        author = next((parent for parent in current if self._is_author(parent, info)), None)
        if author is not None:
            self._change(info, own, before, newest, author)
            return
        self._carry(info, newest, own)
        if all(own != self._held[parent] for parent in before) or self._goes_back(own, before, newest):
            self.problems.append(_problem(info, self.repository.home.settings, _UNAUTHORISED))

    def _begin(self, info: CommitInfo, own: str | None, *, founds: bool) -> None:
        settings = self.known.get(own) if own is not None and founds else None
        self.effective[info.commit] = settings
        self._held[info.commit] = own or ""
        self._line[info.commit] = (info.commit,) if founds else ()
        self._granted[info.commit] = dict.fromkeys(settings.author_keys(), frozenset({info.commit})) if settings else {}
        if own is not None and not founds:
            self.problems.append(_problem(info, self.repository.home.settings, _FOUNDED_AGAIN))

    def _change(self, info: CommitInfo, own: str, before: list[str], newest: str, author: str) -> None:
        """A change by an author of one of the newest settings: it counts, unless something stands against it."""
        old = self.effective[newest]
        new = self.known.get(own) or old
        if old is None or new is None:
            self._carry(info, newest, own)
            return
        change = self._role_change(info, before, old, new, self._granted[author].get(info.author.key, frozenset()))
        why = self._against(change, old)
        if why is not None:
            self._carry(info, newest, own)
            self.problems.append(_problem(info, self.repository.home.settings, why))
            return
        self.changes.append(change)
        if change.proved or self._asks_first(info, old, new):
            self._bound.add(info.commit)
        self.effective[info.commit] = new
        self._held[info.commit] = own
        self._line[info.commit] = tuple(dict.fromkeys((*(c for p in before for c in self._line[p]), info.commit)))
        known = {key: chain for parent in before for key, chain in self._granted[parent].items()}
        self._granted[info.commit] = {key: known.get(key, change.support) for key in new.author_keys()}

    def _asks_first(self, info: CommitInfo, old: Settings, new: Settings) -> bool:
        """Whether an author's key signed the very change that asks for signatures: then who may do what is proved."""
        asks = new.requires_signature and not old.requires_signature
        return asks and self._is_signed(info.commit, _author_keys(old))

    def _role_change(
        self, info: CommitInfo, before: list[str], old: Settings, new: Settings, granted: frozenset[str]
    ) -> RoleChange:
        olds = [settings for parent in before if (settings := self.effective[parent]) is not None]
        trusts = trust_of(old) != trust_of(new) and not self._joins(before, new)
        proved = trusts and old.requires_signature and self._is_signed(info.commit, _author_keys(old))
        return RoleChange(
            info.commit,
            info.author.key,
            granted | {info.commit},
            taken(info.commit, olds, new),
            proved=proved,
            trusts=trusts,
            authors=old.author_keys(),
        )

    def _against(self, change: RoleChange, old: Settings) -> tuple[str, str] | None:
        """Why a change by an author does not count; None where it does."""
        commit = change.commit
        if commit in self.disputed_changes.late:
            return _LATE
        if commit in self.disputed_changes.void - self.disputed_changes.unproved:
            return _DISPUTED
        asked = change.trusts and not change.proved and old.requires_signature and commit in self._bound
        if not asked:
            return _UNPROVED if commit in self.disputed_changes.unproved else None
        return _UNREADABLE if self.signed.get((commit, _author_keys(old)), False) is None else _UNPROVED

    def _joins(self, before: list[str], new: Settings) -> bool:
        """Whether these are nothing but the changes of both parents, put together key by key."""
        if len(before) < 2:
            return False
        first, second = before[0], before[-1]
        shared = [commit for commit in self._line[first] if commit in set(self._line[second])]
        base = self.effective.get(shared[-1]) if shared else None
        ours, theirs = self.effective[first], self.effective[second]
        if base is None or ours is None or theirs is None:
            return False
        merged = merge_settings(_table(base), _table(ours), _table(theirs))
        return not merged.conflicts and _table(new) == merged.table

    def _is_signed(self, commit: str, keys: tuple[str, ...]) -> bool:
        name = (commit, keys)
        if name not in self.signed:
            try:
                self.signed[name] = is_commit_signed_by(self.repository, commit, keys)
            except MachineFailed:
                self.signed[name] = None
        return bool(self.signed[name])

    def _carry(self, info: CommitInfo, source: str, held: str) -> None:
        self.effective[info.commit] = self.effective[source]
        self._held[info.commit] = held
        self._line[info.commit] = self._line[source]
        self._granted[info.commit] = self._granted[source]

    def _is_author(self, parent: str, info: CommitInfo) -> bool:
        settings = self.effective[parent]
        return settings is not None and settings.is_author(info.author)

    def _goes_back(self, own: str, before: list[str], newest: str) -> bool:
        """Whether a merge took settings of a parent that knows less than the newest one."""
        line = set(self._line[newest])
        return any(self._held[parent] == own and set(self._line[parent]) < line for parent in before)


@dataclass(frozen=True)
class Roles:
    """The settings in force after each commit, what was changed by people who may not, and who lost a role."""

    effective: Mapping[str, Settings | None]
    problems: tuple[Problem, ...] = ()
    revocations: tuple[Revocation, ...] = ()
    certain: bool = True
    """Whether all that had to be checked for it could be checked on this machine."""


def roles_of(repository: Repository, commits: tuple[CommitInfo, ...]) -> Roles:
    """Return the settings in force after each of `commits`, which are the record's, oldest first."""
    brought = {info.commit: blob for info in commits if (blob := _brought(info, repository.home.settings)) is not None}
    brought |= {commit: blob for commit, blob in _held_by_merges(repository, commits).items() if commit not in brought}
    known = _settings_by_blob(repository, set(brought.values()))
    founders = founders_of(repository, commits)
    signed: dict[tuple[str, tuple[str, ...]], bool | None] = {}
    disputed_changes = DisputeOutcome()
    for _ in range(_MOST_ROUNDS):
        walk = _Walk(repository, known, disputed_changes, signed)
        for info in commits:
            walk.take(info, brought.get(info.commit), founds=info.commit in founders)
        more = judged(commits, walk.changes, disputed_changes)
        if more.void == disputed_changes.void:
            break
        disputed_changes = more
    disputed = [more.kept[commit] for dispute in disputed_changes.disputes for commit in dispute.commits]
    revocations = tuple(revoked for change in (*walk.changes, *disputed) for revoked in change.taken)
    return Roles(walk.effective, tuple(walk.problems), revocations, None not in signed.values())


def revoked_beside(commits: Sequence[CommitInfo], roles: Roles) -> dict[str, tuple[Revocation, ...]]:
    """Return for each commit whose role was taken away beside it, neither commit knowing of the other."""
    if not roles.revocations:
        return {}
    relations = CommitRelations(commits, {revoked.commit for revoked in roles.revocations})
    beside = {
        info.commit: tuple(revoked for revoked in roles.revocations if relations.is_beside(info.commit, revoked.commit))
        for info in commits
    }
    return {commit: revoked for commit, revoked in beside.items() if revoked}


def _brought(info: CommitInfo, path: str) -> str | None:
    return next((touch.blob for touch in info.touches if touch.path == path), None)


def _held_by_merges(repository: Repository, commits: tuple[CommitInfo, ...]) -> dict[str, str]:
    """The settings blob in each merge commit, since a merge that took one side unchanged shows no difference."""
    path = repository.home.settings
    merges = [info.commit for info in commits if len(info.parents) > 1]
    held = zip(merges, object_infos(repository.git, [f"{commit}:{path}" for commit in merges]), strict=True)
    return {commit: info.object_id for commit, info in held if info is not None and info.kind == "blob"}


def _table(settings: Settings) -> dict[str, Any]:
    """The settings as a table by key, whatever their format."""
    table: dict[str, Any] = msgspec.to_builtins(msgspec.structs.replace(settings, format=1), builtin_types=(date,))
    return table


def _author_keys(settings: Settings) -> tuple[str, ...]:
    """The public keys of the authors."""
    return tuple(sorted({key for person in settings.author_people() for key in settings.keys_of(person)}))


def _problem(info: CommitInfo, path: str, reason_and_repair: tuple[str, str]) -> Problem:
    reason, repair = reason_and_repair
    return Problem("settings", path, reason, info.commit, str(info.author), repair.replace("SETTINGS", path))


def _settings_by_blob(repository: Repository, blobs: set[str]) -> dict[str, Settings]:
    decoded: dict[str, Settings] = {}
    for blob, content in read_blobs(repository.git, (b for b in blobs if set(b) != {"0"}), MAX_BYTES).items():
        try:
            decoded[blob] = decode_settings(content)
        except Refused:
            continue
    return decoded
