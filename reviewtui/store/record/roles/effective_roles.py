"""Which settings were in force after each commit: a change counts only if an author of the settings before made it.

Worked out over the commits that touched the record, oldest first. A merge is a change like any other when it takes
something else than the newest settings of its parents, so that nobody brings old roles back by merging them; a role or
key that was taken on one side is gone in it, unless an author says otherwise. Under `signatures = "required"` a change
of who may do what is signed too, from the first one that is (the one that began to ask for signatures included). What
an author changed while their role was taken away elsewhere has no effect (`disputes`). Nothing that a clone remembers
has a part in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import msgspec

from reviewtui.domain.record.record import Problem
from reviewtui.domain.record.revocation import Revocation
from reviewtui.domain.refusal import MachineFailed
from reviewtui.domain.settings.settings import Settings
from reviewtui.domain.settings.settings_merge import merge_settings
from reviewtui.store.git.repository import Repository
from reviewtui.store.record.commit_graph import CommitInfo, CommitRelations
from reviewtui.store.record.roles.disputes import DisputeOutcome, judged
from reviewtui.store.record.roles.founding_commits import founders_of
from reviewtui.store.record.roles.settings_change import (
    DISPUTED,
    FOUNDED_AGAIN,
    LATE,
    STAYS_TAKEN,
    UNAUTHORISED,
    UNPROVED,
    UNREADABLE,
    Fault,
    RoleChange,
    author_signing_keys,
    held_settings,
    settings_problem,
    taken,
    trust_of,
    without,
)
from reviewtui.store.signing.git_signing import is_commit_signed_by

_MOST_ROUNDS = 50
"""Walks until the same changes fall; each round some more do, so that only a crafted history needs many."""


@dataclass(frozen=True, slots=True)
class _Before:
    """What a commit builds on: its parents with settings, and the one of them whose settings are the newest.

    `in_force` are the settings at each of them, without what the other parents' changes took that were unknown there.
    """

    parents: list[str]
    newest: str
    in_force: Mapping[str, Settings | None]


@dataclass
class _Walk:
    """One walk over the commits, oldest first: what is in force after each of them, given what has no effect."""

    repository: Repository
    known: Mapping[str, Settings]
    disputed_changes: DisputeOutcome
    signed: dict[tuple[str, tuple[str, ...]], bool | None]
    effective: dict[str, Settings | None] = field(default_factory=dict)
    judging: dict[str, Settings | None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    changes: list[RoleChange] = field(default_factory=list)
    _taken: dict[str, tuple[Revocation, ...]] = field(default_factory=dict)
    _known: dict[str, frozenset[str]] = field(default_factory=dict)
    _held: dict[str, str] = field(default_factory=dict)
    _line: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _granted: dict[str, dict[str, frozenset[str]]] = field(default_factory=dict)
    _bound: set[str] = field(default_factory=set)
    _trusting: set[str] = field(default_factory=set)

    def take(self, info: CommitInfo, own: str | None, *, founds: bool) -> None:
        """Work one commit in: `own` is the settings blob that it brought or, for a merge, holds."""
        parents = [parent for parent in info.parents if self.effective.get(parent) is not None]
        if not parents:
            self._begin(info, own, founds=founds)
            return
        if not self._bound.isdisjoint(parents):
            self._bound.add(info.commit)
        newest = max(parents, key=self._age) if len(parents) > 1 else parents[0]
        before = _Before(parents, newest, {parent: self._in_force(parent, parents) for parent in parents})
        self._known[info.commit] = _together([self._known[parent] for parent in parents])
        self.judging[info.commit] = before.in_force[newest]
        if own is None:
            self._carry(info, newest, self._held[newest], before)
            return
        # Merging what somebody else had changed without being allowed to does not make it the merger's own change.
        current = [parent for parent in parents if set(self._line[parent]) >= set(self._line[newest])]
        same = next((parent for parent in current if own == self._held[parent]), None)
        if same is not None:
            self._carry(info, same, self._held[same], before)
            return
        judges = ((parent, before.in_force[parent]) for parent in current)
        author = next((parent for parent, settings in judges if settings and settings.is_author(info.author)), None)
        if author is not None:
            self._change(info, own, before, author)
            return
        self._carry(info, newest, own, before)
        self.problems.append(settings_problem(info, self.repository.home.settings, UNAUTHORISED))

    def _age(self, parent: str) -> tuple[bool, int, int, str]:
        """By what one parent's settings are newer than another's: changes of who may do what come first.

        So nobody outdoes them, least of all signed ones, with many changes of a title beside them.
        """
        line = self._line[parent]
        return parent in self._bound, sum(commit in self._trusting for commit in line), len(line), parent

    def _begin(self, info: CommitInfo, own: str | None, *, founds: bool) -> None:
        settings = self.known.get(own) if own is not None and founds else None
        self.effective[info.commit] = self.judging[info.commit] = settings
        self._known[info.commit] = frozenset()
        self._held[info.commit] = own or ""
        self._line[info.commit] = (info.commit,) if founds else ()
        self._granted[info.commit] = dict.fromkeys(settings.author_keys(), frozenset({info.commit})) if settings else {}
        if own is not None and not founds:
            self.problems.append(settings_problem(info, self.repository.home.settings, FOUNDED_AGAIN))

    def _in_force(self, parent: str, parents: list[str]) -> Settings | None:
        settings = self.effective[parent]
        for other in parents:
            theirs = self.effective[other]
            gone = [revoked for commit in self._known[other] - self._known[parent] for revoked in self._taken[commit]]
            if gone and settings is not None and theirs is not None:
                settings = without(settings, gone, theirs)
        return settings

    def _change(self, info: CommitInfo, own: str, before: _Before, author: str) -> None:
        """A change by an author of one of the newest settings: it counts, unless something stands against it."""
        old = before.in_force[before.newest]
        # To take one side's settings as they are is no word on what the other side took.
        taken_over = next((parent for parent in before.parents if self._held[parent] == own), None)
        new = (before.in_force[taken_over] if taken_over else self.known.get(own)) or old
        if old is None or new is None:
            self._carry(info, before.newest, own, before)
            return
        granted = self._granted[author].get(info.author.key, frozenset())
        change = self._role_change(info, before.parents, old, new, granted)
        why = self._against(change, old)
        if why is not None:
            self._carry(info, before.newest, own, before)
            self.problems.append(settings_problem(info, self.repository.home.settings, why))
            return
        self.changes.append(change)
        self._taken[info.commit] = change.taken
        if change.trusts:
            self._trusting.add(info.commit)
        self._known[info.commit] |= {info.commit}
        if change.proved or self._asks_first(info, old, new):
            self._bound.add(info.commit)
        self.effective[info.commit] = new
        if taken_over:
            self._tell_taken(info, taken_over, before)
        self._held[info.commit] = own
        lines = (commit for parent in before.parents for commit in self._line[parent])
        self._line[info.commit] = tuple(dict.fromkeys((*lines, info.commit)))
        known = {key: chain for parent in before.parents for key, chain in self._granted[parent].items()}
        self._granted[info.commit] = {key: known.get(key, change.support) for key in new.author_keys()}

    def _asks_first(self, info: CommitInfo, old: Settings, new: Settings) -> bool:
        """Whether an author's key signed the very change that asks for signatures: then who may do what is proved."""
        asks = new.requires_signature and not old.requires_signature
        return asks and self._is_signed(info.commit, author_signing_keys(old))

    def _role_change(
        self, info: CommitInfo, parents: list[str], old: Settings, new: Settings, granted: frozenset[str]
    ) -> RoleChange:
        olds = [settings for parent in parents if (settings := self.effective[parent]) is not None]
        trusts = trust_of(old) != trust_of(new) and not self._joins(parents, new)
        proved = trusts and old.requires_signature and self._is_signed(info.commit, author_signing_keys(old))
        return RoleChange(
            info.commit,
            info.author.key,
            granted | {info.commit},
            taken(info.commit, olds, new),
            proved=proved,
            trusts=trusts,
            authors=old.author_keys(),
        )

    def _against(self, change: RoleChange, old: Settings) -> Fault | None:
        """Why a change by an author does not count; None where it does."""
        commit = change.commit
        if commit in self.disputed_changes.late:
            return LATE
        if commit in self.disputed_changes.void - self.disputed_changes.unproved:
            return DISPUTED
        asked = change.trusts and not change.proved and old.requires_signature and commit in self._bound
        if not asked:
            return UNPROVED if commit in self.disputed_changes.unproved else None
        return UNREADABLE if self.signed.get((commit, author_signing_keys(old)), False) is None else UNPROVED

    def _joins(self, parents: list[str], new: Settings) -> bool:
        """Whether these are nothing but the changes of both parents, put together key by key."""
        if len(parents) < 2:
            return False
        first, second = parents[0], parents[-1]
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

    def _tell_taken(self, info: CommitInfo, source: str, before: _Before) -> None:
        if before.in_force[source] is not self.effective[source]:
            self.problems.append(settings_problem(info, self.repository.home.settings, STAYS_TAKEN))

    def _carry(self, info: CommitInfo, source: str, held: str, before: _Before) -> None:
        self.effective[info.commit] = before.in_force[source]
        self._tell_taken(info, source, before)
        self._held[info.commit] = held
        self._line[info.commit] = self._line[source]
        self._granted[info.commit] = self._granted[source]


@dataclass(frozen=True)
class Roles:
    """The settings in force after each commit, what was changed by people who may not, and who lost a role.

    `judging` are the settings by which is judged what each commit brings: those in force before it.
    """

    effective: Mapping[str, Settings | None]
    judging: Mapping[str, Settings | None]
    problems: tuple[Problem, ...] = ()
    revocations: tuple[Revocation, ...] = ()
    certain: bool = True
    """Whether all that had to be checked for it could be checked on this machine."""


def roles_of(repository: Repository, commits: tuple[CommitInfo, ...]) -> Roles:
    """Return the settings in force after each of `commits`, which are the record's, oldest first."""
    brought, known = held_settings(repository, commits)
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
    return Roles(walk.effective, walk.judging, tuple(walk.problems), revocations, None not in signed.values())


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


def _together(known: Sequence[frozenset[str]]) -> frozenset[str]:
    """All of several sets; the first one itself where it has all, since most commits add nothing."""
    return known[0] if all(more <= known[0] for more in known) else known[0].union(*known)


def _table(settings: Settings) -> dict[str, Any]:
    """The settings as a table by key, whatever their format."""
    table: dict[str, Any] = msgspec.to_builtins(msgspec.structs.replace(settings, format=1), builtin_types=(date,))
    return table
