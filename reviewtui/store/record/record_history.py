"""Who added each file of the record, in which commit, and which settings were in force there.

One walk over the history of `reviews/`: combined diffs show what a merge itself added or changed, `--full-history`
keeps the side branches, and no content is read but that of the settings (docs/record.md).
"""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from reviewtui.domain.person import Person
from reviewtui.domain.record.record import Problem, Provenance, SettingsChange
from reviewtui.domain.settings.review_home import NAMED
from reviewtui.domain.settings.settings import Settings
from reviewtui.store.git.process.child_limits import TooLarge
from reviewtui.store.git.repository import Repository
from reviewtui.store.git.tree_walk import oversized
from reviewtui.store.record.commit_graph import CommitInfo, FileTouch
from reviewtui.store.record.roles.effective_roles import Roles, revoked_beside, roles_of
from reviewtui.store.record.roles.founding_commits import founding_of

_FIELDS = 4


@dataclass(frozen=True, slots=True)
class History:
    """The commits that touched the record, oldest first, and what follows from them.

    `provenance` is by commit and path; `certain` says that all could be checked that it needs.
    """

    commits: tuple[CommitInfo, ...] = ()
    added: dict[str, tuple[FileTouch, ...]] = field(default_factory=dict)
    changed: dict[str, tuple[FileTouch, ...]] = field(default_factory=dict)
    provenance: dict[tuple[str, str], Provenance] = field(default_factory=dict)
    roles: Settings | None = None
    problems: tuple[Problem, ...] = ()
    settings_changes: tuple[SettingsChange, ...] = ()
    founder: str = ""
    certain: bool = True


def read_history(repository: Repository, head: str) -> History:
    """Return the history of the record as `head` knows it."""
    try:
        return _read(repository, head, "")
    except TooLarge:
        record, objects = repository.home.record, repository.git.objects
        folder = oversized(objects, head, record) if objects is not None else None
        if folder is None or folder == record:
            raise
        history = _read(repository, head, folder)
        return replace(history, problems=(*history.problems, _too_large(folder)))


def _too_large(folder: str) -> Problem:
    reason = "it holds more files than can be listed, and is left out"
    repair = f"git rm -r --cached --quiet {shlex.quote(folder)} && git commit"
    return Problem("unreadable", folder, reason, repair=repair)


def _read(repository: Repository, head: str, without: str) -> History:
    commits = tuple(_walk(repository, [head], without))
    roles = roles_of(repository, commits)
    revoked = revoked_beside(commits, roles)
    added: dict[str, tuple[FileTouch, ...]] = {}
    changed: dict[str, tuple[FileTouch, ...]] = {}
    provenance: dict[tuple[str, str], Provenance] = {}
    for info in commits:
        theirs = _provenance(repository, info, roles.judging)
        theirs = replace(theirs, revoked=revoked.get(info.commit, ()))
        for touch in info.touches:
            kind = added if touch.status == "A" else changed
            kind[touch.path] = (*kind.get(touch.path, ()), touch)
            provenance[info.commit, touch.path] = theirs
    last = roles.effective[commits[-1].commit] if commits else None
    return History(
        commits,
        added,
        changed,
        provenance,
        last,
        roles.problems,
        _settings_changes(commits, roles, repository.home.settings),
        founding_of(repository, commits) if commits else "",
        roles.certain,
    )


def settings_in_force(repository: Repository, heads: Sequence[str]) -> tuple[Settings | None, ...]:
    """Return the settings in force at each of `heads`, by what all of them together know."""
    tips = [[info.commit for info in _walk(repository, [head])][-1:] for head in heads]
    effective = roles_of(repository, tuple(_walk(repository, heads))).effective
    return tuple(effective.get(tip[0]) if tip else None for tip in tips)


def _settings_changes(commits: tuple[CommitInfo, ...], roles: Roles, path: str) -> tuple[SettingsChange, ...]:
    without_effect = {problem.commit for problem in roles.problems}
    return tuple(
        SettingsChange(info.commit, info.author, info.commit not in without_effect)
        for info in commits
        if info.blob_at(path) is not None
    )


def _provenance(repository: Repository, info: CommitInfo, judging: Mapping[str, Settings | None]) -> Provenance:
    if info.commit in repository.shallow:
        return Provenance(commit=info.commit, author=None, known=False)
    # The commit that founds a review may bring its first events along.
    return Provenance(info.commit, info.author, judging[info.commit])


def _walk(repository: Repository, heads: Sequence[str], without: str = "") -> Iterator[CommitInfo]:
    # The first review's record holds those of the others, which are not its.
    others = () if repository.home.name else (NAMED,)
    left_out = [f":(top,literal,exclude){folder}" for folder in (*others, without) if folder]
    output = repository.git.run(
        "log",
        "--full-history",
        "--parents",
        "--topo-order",
        "--reverse",
        "-c",
        "--raw",
        "--no-renames",
        "--no-abbrev",
        "-z",
        "--format=%H%x00%P%x00%an%x00%ae",
        *heads,
        "--",
        f":(top){repository.home.record}",
        *left_out,
    )
    tokens = iter(output.decode("utf-8", "surrogateescape").split("\0"))
    yield from _commits(tokens)


def _commits(tokens: Iterator[str]) -> Iterator[CommitInfo]:
    head: list[str] = []
    touches: list[FileTouch] = []
    for token in tokens:
        row = token.lstrip("\n")
        if row.startswith(":"):
            touches.append(_touch(head[0], row, next(tokens, "")))
        elif row:
            if head:
                yield _info(head, touches)
            head = [row, next(tokens, ""), next(tokens, ""), next(tokens, "")]
            touches = []
    if head:
        yield _info(head, touches)


def _info(head: list[str], touches: list[FileTouch]) -> CommitInfo:
    commit, parents, name, address = head[:_FIELDS]
    return CommitInfo(commit, tuple(parents.split()), Person(name, address), tuple(touches))


def _touch(commit: str, row: str, path: str) -> FileTouch:
    parts = row.lstrip(":").split()
    letters = set(parts[-1])
    status = "A" if letters == {"A"} else "D" if letters == {"D"} else "M"
    return FileTouch(commit, status, parts[-2], path)
