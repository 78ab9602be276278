"""How commits are related, and references of our own that remember what was seen of others."""

from collections.abc import Iterable

from reviewtui.domain.person import Person
from reviewtui.store.git.lock_retry import patiently
from reviewtui.store.git.repository import Repository


def is_ancestor(repository: Repository, older: str, newer: str) -> bool:
    """Say whether `newer` builds on `older`; False also where this clone does not hold one of them."""
    answer = repository.git.text("rev-list", "--count", "--max-count=1", f"{newer}..{older}", accept=(0, 128))
    return answer == "0"


def common_base(repository: Repository, one: str, other: str) -> str | None:
    """Return the newest commit from which both come, or None."""
    found = repository.git.text("merge-base", one, other, accept=(0, 1, 128))
    return found.partition("\n")[0] or None


def people_between(repository: Repository, old: str | None, new: str) -> tuple[tuple[Person, ...], int]:
    """Return who made the commits that `new` has and `old` lacks, most first, and their number without merges."""
    span = f"{old}..{new}" if old else new
    output = repository.git.run("log", "-z", "--no-merges", "--format=%an%x00%ae", span).decode("utf-8", "replace")
    fields = output.split("\0")
    people = [Person(name, address) for name, address in zip(fields[::2], fields[1::2], strict=False)]
    counts = {person: people.count(person) for person in dict.fromkeys(people)}
    return tuple(sorted(counts, key=lambda person: -counts[person])), len(people)


def set_references(repository: Repository, rows: Iterable[tuple[str, str]]) -> None:
    """Let each reference (full name) lead to an object; an empty one takes the reference away."""
    orders = "".join(f"update {name} {target}\n" if target else f"delete {name}\n" for name, target in rows)
    if orders:
        patiently(repository, lambda: repository.git.run("update-ref", "--stdin", stdin=orders.encode("utf-8")))


def references(repository: Repository, *folders: str) -> dict[str, str]:
    """Return the references below the full names `folders`, with the objects that they name."""
    output = repository.git.text("for-each-ref", "--format=%(refname)%00%(objectname)", *folders)
    rows = (line.split("\0") for line in output.splitlines() if line)
    return {row[0]: row[1] for row in rows}


def tags_below(repository: Repository, folder: str, commit: str = "") -> dict[str, str]:
    """Return the tags below the full name `folder`, their short names and objects; with `commit` those it can reach."""
    reachable = (f"--merged={commit}",) if commit else ()
    output = repository.git.text("for-each-ref", *reachable, "--format=%(refname)%00%(objectname)", folder)
    rows = (line.split("\0") for line in output.splitlines() if line)
    return {name.removeprefix(f"{folder}/"): target for name, target in rows}
