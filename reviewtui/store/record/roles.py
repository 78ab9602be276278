"""Which settings were in force after each commit: a change counts only if an author of the settings before made it.

Worked out over the commits that touched the record, oldest first. A merge is a change like any other when it takes
something else than the newest settings of its parents, so that nobody brings old roles back by merging them.
"""

import contextlib
import re
from dataclasses import dataclass, field

from reviewtui.domain.record.record import Problem
from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.domain.settings.settings import Settings
from reviewtui.store.files import durable
from reviewtui.store.git.objects import object_infos, read_blobs
from reviewtui.store.git.repository import Repository
from reviewtui.store.record.commit_info import CommitInfo
from reviewtui.store.record.settings_file import MAX_BYTES, PATH, decode_settings

_ID_BYTES = 128
_UNAUTHORISED = (
    "it was changed by someone who is not an author; the settings before it stay in force",
    "an author sets it right: git show, edit reviews/settings.toml, commit",
)
_FOUNDED_AGAIN = (
    "a history of its own with settings of its own was merged in; they do not count",
    "find out who merged it: git log --graph; take the merge back if nobody meant it",
)


@dataclass
class Roles:
    """The settings in force after each commit, and what was changed by people who may not."""

    effective: dict[str, Settings | None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _held: dict[str, str] = field(default_factory=dict)
    _line: dict[str, frozenset[str]] = field(default_factory=dict)

    def take(self, info: CommitInfo, own: str | None, known: dict[str, Settings], *, founds: bool) -> None:
        """Work one commit in: `own` is the settings blob that it brought or, for a merge, holds."""
        before = [parent for parent in info.parents if self.effective.get(parent) is not None]
        if not before:
            self._begin(info, own, known, founds=founds)
            return
        newest = max(before, key=lambda parent: (len(self._line[parent]), parent))
        if own is None:
            self._carry(info, newest, self._held[newest])
            return
        # Merging what somebody else had changed without being allowed to does not make it the merger's own change.
        current = [parent for parent in before if self._line[parent] >= self._line[newest]]
        same = next((parent for parent in current if own == self._held[parent]), None)
        if same is not None:
            self._carry(info, same, self._held[same])
            return
        if any(self._author(parent, info) for parent in current):
            self._carry(info, newest, own)
            self._line[info.commit] = frozenset().union({info.commit}, *(self._line[parent] for parent in before))
            self.effective[info.commit] = known.get(own) or self.effective[newest]
            return
        self._carry(info, newest, own)
        if all(own != self._held[parent] for parent in before) or self._goes_back(own, before, newest):
            self.problems.append(_problem(info, _UNAUTHORISED))

    def _begin(self, info: CommitInfo, own: str | None, known: dict[str, Settings], *, founds: bool) -> None:
        self.effective[info.commit] = known.get(own) if own is not None and founds else None
        self._held[info.commit] = own or ""
        self._line[info.commit] = frozenset({info.commit}) if founds else frozenset()
        if own is not None and not founds:
            self.problems.append(_problem(info, _FOUNDED_AGAIN))

    def _carry(self, info: CommitInfo, source: str, held: str) -> None:
        self.effective[info.commit] = self.effective[source]
        self._held[info.commit] = held
        self._line[info.commit] = self._line[source]

    def _author(self, parent: str, info: CommitInfo) -> bool:
        settings = self.effective[parent]
        return settings is not None and settings.is_author(info.author)

    def _goes_back(self, own: str, before: list[str], newest: str) -> bool:
        """Whether a merge took settings of a parent that knows less than the newest one."""
        return any(self._held[parent] == own and self._line[parent] < self._line[newest] for parent in before)


def roles_of(repository: Repository, commits: tuple[CommitInfo, ...]) -> Roles:
    """Return the settings in force after each of `commits`, which are the record's, oldest first."""
    brought = {info.commit: blob for info in commits if (blob := _brought(info)) is not None}
    brought |= {commit: blob for commit, blob in _held_by_merges(repository, commits).items() if commit not in brought}
    known = _settings_by_blob(repository, set(brought.values()))
    founders = _founders(repository, commits)
    roles = Roles()
    for info in commits:
        roles.take(info, brought.get(info.commit), known, founds=info.commit in founders)
    return roles


def _brought(info: CommitInfo) -> str | None:
    return next((touch.blob for touch in info.touches if touch.path == PATH), None)


def _held_by_merges(repository: Repository, commits: tuple[CommitInfo, ...]) -> dict[str, str]:
    """The settings blob in each merge commit, since a merge that took one side unchanged shows no difference."""
    merges = [info.commit for info in commits if len(info.parents) > 1]
    held = zip(merges, object_infos(repository.git, [f"{commit}:{PATH}" for commit in merges]), strict=True)
    return {commit: info.object_id for commit, info in held if info is not None and info.kind == "blob"}


def _founders(repository: Repository, commits: tuple[CommitInfo, ...]) -> frozenset[str]:
    """The commits whose settings count though nothing came before them.

    A review is founded once. Where several histories were merged, the one that this clone saw first founds it (the
    order of a merge's parents is the choice of whoever merges); where history is cut off, each cut end stands for what
    lies before it.
    """
    began = [info.commit for info in commits if not info.parents and _brought(info) is not None]
    later = [info.commit for info in commits if info.parents and _brought(info) is not None]
    if len(began) <= 1 and not repository.shallow:
        _remember(repository, began)
        return frozenset(began or later[:1])
    remembered = remembered_founder(repository)
    chosen = remembered if remembered in began else _along_first_parents(commits)
    return frozenset({chosen, *repository.shallow})


def _along_first_parents(commits: tuple[CommitInfo, ...]) -> str:
    by_id = {info.commit: info for info in commits}
    current, seen = commits[-1].commit, set()
    while by_id[current].parents and by_id[current].parents[0] in by_id and current not in seen:
        seen.add(current)
        current = by_id[current].parents[0]
    return current


def _remember(repository: Repository, began: list[str]) -> None:
    path = repository.state_dir / "founder"
    if began and durable.read_regular(path, _ID_BYTES) is None:
        with contextlib.suppress(MachineFailed):
            durable.replace(path, began[0].encode("ascii"), mode=0o600)


def remembered_founder(repository: Repository) -> str:
    """Return the commit that founded the review when this clone saw one founder only; empty where none is known."""
    content = durable.read_regular(repository.state_dir / "founder", _ID_BYTES) or b""
    text = content.decode("ascii", "replace").strip()
    return text if re.fullmatch(r"[0-9a-f]{40,64}", text) else ""


def _problem(info: CommitInfo, reason_and_repair: tuple[str, str]) -> Problem:
    reason, repair = reason_and_repair
    return Problem("settings", PATH, reason, commit=info.commit, by=str(info.author), repair=repair)


def _settings_by_blob(repository: Repository, blobs: set[str]) -> dict[str, Settings]:
    decoded: dict[str, Settings] = {}
    for blob, content in read_blobs(repository.git, (b for b in blobs if set(b) != {"0"}), MAX_BYTES).items():
        try:
            decoded[blob] = decode_settings(content)
        except Refused:
            continue
    return decoded
