"""HEAD, the index and the work tree go from one commit to the next as one.

The order is objects, journal, index, HEAD (compare and swap), work tree, so that a kill at any moment leaves a state
that the journal can finish or take back. The index and the work tree learn only the paths of the steps.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reviewtui.domain.refusal import Conflict, MachineFailed, ReviewError
from reviewtui.store.commit.journal import Journal, Step, work_tree_id
from reviewtui.store.files.file_names import require_usable_names
from reviewtui.store.git.index import write_index
from reviewtui.store.git.lock_retry import retried_while_locked
from reviewtui.store.git.process.git_error import GitError
from reviewtui.store.git.references import create_references
from reviewtui.store.git.repository import Repository

_FEW = 40
"""References for each of which the disk is waited for."""


class HeadMoved(MachineFailed):
    """HEAD moved between planning a commit and making it; planning it again is safe."""


@dataclass(frozen=True, slots=True)
class Advance:
    """HEAD goes from `old` to `new`, the files as `steps` say; `references` (full name, object) are made with it.

    More than a few of them are made right after it.
    """

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
    require_usable_names(step.path for step in wanted.steps)
    _require_unchanged(repository, wanted.steps)
    journal = Journal.begin(repository, wanted.old, wanted.new, wanted.steps)
    rows = [(step.index_after, step.path) for step in wanted.steps if step.index_after is not None]
    fresh = {step.path for step in wanted.steps if not step.index_before}
    try:
        retried_while_locked(repository, lambda: write_index(repository, rows, fresh))
        move_head(repository, wanted)
    except ReviewError:
        # git may have been cut off after it had moved HEAD; from then on there is only the way forward.
        if wanted.old == wanted.new or repository.resolve_ref("HEAD") != wanted.new:
            journal.take_back()
            raise
    try:
        changed = journal.finish()
    except MachineFailed as error:
        raise MachineFailed(
            f"{error} It is committed as {wanted.new[:10]}; the next command that writes brings the files there."
        ) from error
    _make_many(repository, wanted)
    return changed


def _make_many(repository: Repository, wanted: Advance) -> None:
    """Make the references that are too many for the transaction of HEAD."""
    if len(wanted.references) <= _FEW:
        return
    try:
        create_references(repository, wanted.references)
    except ReviewError as error:
        raise MachineFailed(
            f"{error} HEAD is at {wanted.new[:10]}, but {len(wanted.references)} new names are not here yet; try again."
        ) from error


def move_head(repository: Repository, wanted: Advance) -> None:
    """Move HEAD and make the few references that go with it: all or none (git-update-ref(1), transactions)."""
    lines = ["start"]
    if wanted.old != wanted.new:
        lines.append(f"update HEAD {wanted.new} {wanted.old}")
    few = len(wanted.references) <= _FEW
    lines += [f"create {name} {target}" for name, target in wanted.references if few]
    orders = "".join(f"{line}\n" for line in (*lines, "prepare", "commit")).encode("utf-8")
    arguments = ("update-ref", "-m", f"reviewtui: {wanted.subject[:80]}", "--stdin")
    try:
        retried_while_locked(repository, lambda: repository.git.run(*arguments, stdin=orders))
    except GitError as error:
        if "but expected" in error.stderr:
            raise HeadMoved("Another program committed at the same moment; try again. Nothing was lost.") from error
        raise


def _require_unchanged(repository: Repository, steps: Sequence[Step]) -> None:
    for step in steps:
        if step.after is not None and work_tree_id(repository, step.path) != step.before:
            raise Conflict(f"'{step.path}' was changed just now by another program; try again. Nothing was changed.")
