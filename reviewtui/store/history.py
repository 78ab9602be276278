"""Who added each file of the record, in which commit, and which settings were in force there.

One walk over the history of `reviews/`: combined diffs show what a merge itself added or changed, `--full-history`
keeps the side branches, and no content is read but that of the settings (DESIGN.md, section 4, "Provenance").
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reviewtui.domain.person import Person
from reviewtui.domain.record import Problem, Provenance
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings import Settings
from reviewtui.store.objects import read_blobs
from reviewtui.store.repository import Repository
from reviewtui.store.settings_file import PATH, decode_settings

FOLDER = "reviews"
_FIELDS = 4


@dataclass(frozen=True, slots=True)
class Touch:
    """What one commit did to one file: `status` is A, M, D or T; `blob` is the id afterwards (zeros: gone)."""

    commit: str
    status: str
    blob: str
    path: str


@dataclass(frozen=True, slots=True)
class CommitInfo:
    """A commit that touched the record; `parents` are those among the commits that did."""

    commit: str
    parents: tuple[str, ...]
    author: Person
    touches: tuple[Touch, ...] = ()


@dataclass(frozen=True, slots=True)
class History:
    """The commits that touched the record, oldest first, and what follows from them."""

    commits: tuple[CommitInfo, ...] = ()
    added: dict[str, tuple[Touch, ...]] = field(default_factory=dict)
    changed: dict[str, tuple[Touch, ...]] = field(default_factory=dict)
    provenance: dict[str, Provenance] = field(default_factory=dict)
    roles: Settings | None = None
    problems: tuple[Problem, ...] = ()


def read_history(repository: Repository, head: str) -> History:
    """Return the history of the record as `head` knows it."""
    commits = tuple(_walk(repository, head))
    in_force, problems = _roles_in_force(repository, commits)
    added: dict[str, tuple[Touch, ...]] = {}
    changed: dict[str, tuple[Touch, ...]] = {}
    for info in commits:
        for touch in info.touches:
            kind = added if touch.status == "A" else changed
            kind[touch.path] = (*kind.get(touch.path, ()), touch)
    authors = {info.commit: info for info in commits}
    provenance = {
        path: _provenance(repository, authors[touches[0].commit], in_force) for path, touches in added.items()
    }
    last = commits[-1].commit if commits else None
    roles = in_force[last] if last is not None else None
    return History(commits, added, changed, provenance, roles, tuple(problems))


def _provenance(repository: Repository, info: CommitInfo, in_force: dict[str, Settings | None]) -> Provenance:
    if info.commit in repository.shallow:
        return Provenance(commit=info.commit, author=None, known=False)
    roles = next((in_force[p] for p in info.parents if in_force.get(p) is not None), None)
    # The commit that founds a review may bring its first events along.
    return Provenance(info.commit, info.author, roles if info.parents else in_force[info.commit])


def _walk(repository: Repository, head: str) -> Iterator[CommitInfo]:
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
        head,
        "--",
        f":(top){FOLDER}",
    )
    tokens = iter(output.decode("utf-8", "surrogateescape").split("\0"))
    yield from _commits(tokens)


def _commits(tokens: Iterator[str]) -> Iterator[CommitInfo]:
    head: list[str] = []
    touches: list[Touch] = []
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


def _info(head: list[str], touches: list[Touch]) -> CommitInfo:
    commit, parents, name, address = head[:_FIELDS]
    return CommitInfo(commit, tuple(parents.split()), Person(name, address), tuple(touches))


def _touch(commit: str, row: str, path: str) -> Touch:
    parts = row.lstrip(":").split()
    letters = set(parts[-1])
    status = "A" if letters == {"A"} else "D" if letters == {"D"} else "M"
    return Touch(commit, status, parts[-2], path)


def _roles_in_force(
    repository: Repository, commits: tuple[CommitInfo, ...]
) -> tuple[dict[str, Settings | None], list[Problem]]:
    """Return the settings in force after each commit; a change counts only if an author of the parent made it."""
    blobs = {touch.blob for info in commits for touch in info.touches if touch.path == PATH}
    known = _settings_by_blob(repository, blobs)
    merged = _held_by_merges(repository, commits)
    founders = _founders(repository, commits)
    held: dict[str, str] = {}
    in_force: dict[str, Settings | None] = {}
    problems: list[Problem] = []
    for info in commits:
        own = next((touch.blob for touch in info.touches if touch.path == PATH), None)
        before = [parent for parent in info.parents if in_force.get(parent) is not None]
        if own is None:
            source = _source(before, held, merged.get(info.commit))
            held[info.commit] = held.get(source, "")
            in_force[info.commit] = in_force.get(source)
            continue
        held[info.commit] = own
        allowed = _may_change(info, before, in_force, founders)
        kept = in_force[before[0]] if before else None
        in_force[info.commit] = (known.get(own) or kept) if allowed else kept
        if not allowed:
            problems.append(_unauthorised(info))
    return in_force, problems


def _may_change(
    info: CommitInfo, before: list[str], in_force: dict[str, Settings | None], founders: frozenset[str]
) -> bool:
    if not before:
        return info.commit in founders
    return any(_author_of(in_force[parent], info.author) for parent in before)


def _source(before: list[str], held: dict[str, str], merged: str | None) -> str:
    """The parent whose settings a commit that did not touch them itself carries on."""
    same = [parent for parent in before if merged is not None and held.get(parent) == merged]
    return (same or before or [""])[0]


def _held_by_merges(repository: Repository, commits: tuple[CommitInfo, ...]) -> dict[str, str]:
    """The settings blob in each merge commit, since a merge that took one side unchanged shows no difference."""
    merges = [info.commit for info in commits if len(info.parents) > 1]
    if not merges:
        return {}
    asked = "".join(f"{commit}:{PATH}\n" for commit in merges).encode("ascii")
    answer = repository.git.run("cat-file", "--batch-check", stdin=asked).decode("utf-8", "replace").splitlines()
    return {
        commit: row.split()[0]
        for commit, row in zip(merges, answer, strict=True)
        if len(row.split()) == 3 and row.split()[1] == "blob"
    }


def _founders(repository: Repository, commits: tuple[CommitInfo, ...]) -> frozenset[str]:
    """The commits whose settings count though nothing came before them.

    Of several histories that were merged into one, only the one along the first parents founds the review; where
    history is cut off, each cut end stands for what lies before it.
    """
    by_id = {info.commit: info for info in commits}
    chain, current = set(), commits[-1].commit if commits else ""
    while current in by_id and current not in chain:
        chain.add(current)
        parents = by_id[current].parents
        current = parents[0] if parents else ""
    return frozenset(chain | repository.shallow)


def _author_of(settings: Settings | None, person: Person) -> bool:
    return settings is not None and settings.is_author(person)


def _unauthorised(info: CommitInfo) -> Problem:
    return Problem(
        "settings",
        PATH,
        "it was changed by someone who is not an author; the settings before it stay in force",
        commit=info.commit,
        by=str(info.author),
        repair="an author sets it right: git show, edit reviews/settings.toml, commit",
    )


def _settings_by_blob(repository: Repository, blobs: set[str]) -> dict[str, Settings]:
    found: dict[str, Settings] = {}
    for blob, content in read_blobs(repository.git, (b for b in blobs if set(b) != {"0"})).items():
        try:
            found[blob] = decode_settings(content)
        except Refused:
            continue
    return found
