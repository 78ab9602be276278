"""HEAD, the index and the work tree go from one commit to the next as one.

The order is objects, journal, index, HEAD (compare and swap), work tree, so that a kill at any moment leaves a state
that the journal can finish or take back. The index and the work tree learn only the paths of the steps.
"""

import contextlib
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reviewtui.domain.refusal import Conflict, MachineFailed, ReviewError
from reviewtui.store.file_names import demand_usable_names
from reviewtui.store.git import GitError
from reviewtui.store.index import write_index
from reviewtui.store.journal import Journal, Step, work_tree_id
from reviewtui.store.repository import Repository

LOCK_PATIENCE = 5.0
"""Seconds for which a lock of another program's git is waited for."""


class HeadMoved(MachineFailed):
    """HEAD moved between planning a commit and making it; planning it again is safe."""


@dataclass(frozen=True, slots=True)
class Advance:
    """HEAD goes from `old` to `new`, the files as `steps` say; `references` (full name, object) are made with it."""

    old: str
    new: str
    subject: str
    steps: tuple[Step, ...]
    references: tuple[tuple[str, str], ...] = ()


def advance(repository: Repository, wanted: Advance) -> tuple[str, ...]:
    """Go on to the next commit; return the paths that another program changed while their files were written.

    Raises:
        Conflict: a file is not as the steps take it to be; nothing was changed.
        HeadMoved: HEAD is elsewhere; nothing was changed.
        Refused: a file would lie outside of the repository or in `.git`; nothing was changed.
        MachineFailed: git or the disk failed; nothing was lost.

    """
    demand_usable_names(step.path for step in wanted.steps)
    _demand_unchanged(repository, wanted.steps)
    journal = Journal.begin(repository, wanted.old, wanted.new, wanted.steps)
    rows = [(step.index_after, step.path) for step in wanted.steps if step.index_after is not None]
    try:
        patiently(repository, lambda: write_index(repository, rows))
        move_head(repository, wanted)
    except ReviewError:
        # git may have been cut off after it had moved HEAD; from then on there is only the way forward.
        if wanted.old == wanted.new or repository.resolve_ref("HEAD") != wanted.new:
            journal.take_back()
            raise
    return journal.finish()


def move_head(repository: Repository, wanted: Advance) -> None:
    """Move HEAD and make the references that go with it: all or none (git-update-ref(1), transactions)."""
    lines = ["start"]
    if wanted.old != wanted.new:
        lines.append(f"update HEAD {wanted.new} {wanted.old}")
    lines += [f"create {name} {target}" for name, target in wanted.references]
    orders = "".join(f"{line}\n" for line in (*lines, "prepare", "commit")).encode("utf-8")
    arguments = ("update-ref", "-m", f"reviewtui: {wanted.subject[:80]}", "--stdin")
    try:
        patiently(repository, lambda: repository.git.run(*arguments, stdin=orders))
    except GitError as error:
        if "but expected" in error.stderr:
            raise HeadMoved("Another program committed at the same moment; try again. Nothing was lost.") from error
        raise


def patiently(repository: Repository, act: Callable[[], object]) -> None:
    """Run `act`, again for some seconds while another program holds a lock of git's."""
    give_up = time.monotonic() + LOCK_PATIENCE
    while True:
        try:
            act()
        except GitError as error:
            if ".lock" not in error.stderr:
                raise
            if time.monotonic() > give_up:
                raise _locked(repository, error) from error
            time.sleep(random.uniform(0.02, 0.2))  # noqa: S311 - jitter, no secret
        else:
            return


def _demand_unchanged(repository: Repository, steps: Sequence[Step]) -> None:
    for step in steps:
        if step.after is not None and work_tree_id(repository, step.path) != step.before:
            raise Conflict(f"'{step.path}' was changed just now by another program; try again. Nothing was changed.")


def _locked(repository: Repository, error: GitError) -> MachineFailed:
    for lock in (repository.git.git_dir / "index.lock", repository.git.git_dir / "HEAD.lock"):
        with contextlib.suppress(OSError):
            age = time.time() - lock.stat().st_mtime
            return MachineFailed(
                f"git's lock '{lock}' has been there for {age:.0f} seconds; if no git runs in this repository, "
                f"remove it: rm '{lock}'. Nothing was lost."
            )
    return MachineFailed(f"{error} Try again. Nothing was lost.")
