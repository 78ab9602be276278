"""A git repository: where it lies, what its HEAD is, which shape it has."""

import os
import re
import shlex
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from reviewtui.domain.refusal import NoCommit, NoRepository, Refused
from reviewtui.domain.settings.review_home import FIRST, ReviewHome
from reviewtui.store.files import durable
from reviewtui.store.git.configuration import Configuration
from reviewtui.store.git.objects import object_infos
from reviewtui.store.git.plain_files import require_own_files, require_plain_files, require_unborn
from reviewtui.store.git.process.git import Git, ask_git
from reviewtui.store.git.process.git_error import GitError
from reviewtui.store.git.process.object_reader import ObjectReader

_MAX_GITFILE = 8192
_MAX_SHALLOW = 64 * 1024 * 1024
_ON_BRANCH = re.compile(rb"ref: (refs/heads(?:/(?!\.)(?:(?!\.\.)[^\0-\x20~^:?*\[\\\x7f/])+)+)\n?\Z")
"""HEAD at a branch; references that are kept in another form than files have it say `.invalid`."""
_HEX = re.compile(r"[0-9a-f]{4,64}\Z")
_BUSY = (
    ("MERGE_HEAD", "a merge", "git merge --continue (or --abort)"),
    ("rebase-merge", "a rebase", "git rebase --continue (or --abort)"),
    ("rebase-apply", "a rebase", "git rebase --continue (or --abort)"),
    ("CHERRY_PICK_HEAD", "a cherry-pick", "git cherry-pick --continue (or --abort)"),
    ("REVERT_HEAD", "a revert", "git revert --continue (or --abort)"),
    ("BISECT_LOG", "a bisect", "git bisect reset"),
)


@dataclass(frozen=True)
class Repository:
    """One repository with a work tree, seen from one of its reviews; `work_tree` is absolute and resolved.

    Its folders for our own state raise Refused where a link lies there: what is written and swept would be elsewhere.
    """

    git: Git
    work_tree: Path
    common_dir: Path
    configuration: Configuration = field(compare=False, repr=False)
    object_format: str = "sha1"
    home: ReviewHome = FIRST

    @property
    def null_id(self) -> str:
        """The id that stands for no object."""
        return "0" * (64 if self.object_format == "sha256" else 40)

    def at(self, home: ReviewHome) -> "Repository":
        """Return the same repository, seen from another of its reviews."""
        return self if home == self.home else replace(self, home=home)

    @property
    def state_dir(self) -> Path:
        """The folder for our own state: outside the work tree, shared by linked work trees."""
        return _own_folder(self.common_dir / "reviewtui")

    @property
    def work_tree_state_dir(self) -> Path:
        """The folder for what is this work tree's alone."""
        return _own_folder(self.git.git_dir / "reviewtui")

    @property
    def review_state_dir(self) -> Path:
        """The folder for our own state of this one review."""
        return self._of_review(self.state_dir)

    @property
    def review_work_tree_state_dir(self) -> Path:
        """The folder for what is this work tree's alone, of this one review."""
        return self._of_review(self.work_tree_state_dir)

    @property
    def typed_dir(self) -> Path:
        """The folder for words that are being typed."""
        return _own_folder(self.review_work_tree_state_dir / "typed")

    def _of_review(self, folder: Path) -> Path:
        return _own_folder(_own_folder(folder / "policies") / self.home.name) if self.home.name else folder

    def fresh_head(self) -> str:
        """Return the commit of HEAD as it is now.

        Raises:
            NoCommit: there is no commit yet.
            MachineFailed: the branch had one, and leads to none that is here.
        """
        commit = self.resolve_ref("HEAD")
        if commit is None:
            require_unborn(self.git.git_dir, self.common_dir)
            raise NoCommit(self.work_tree)
        return commit

    def branch(self) -> str | None:
        """Return the full name of the branch of HEAD; None when HEAD is detached."""
        match = _ON_BRANCH.match(durable.read_head(self.git.git_dir / "HEAD", _MAX_GITFILE))
        name = os.fsdecode(match[1]) if match else ""
        # A branch that leads to another one is git's own matter.
        if name and not durable.read_head(self.common_dir / name, 4).startswith(b"ref:"):
            return name
        name = self.git.text("symbolic-ref", "--quiet", "HEAD", accept=(0, 1))
        return name or None

    def resolve_ref(self, name: str) -> str | None:
        """Return the commit that the full reference name `name` leads to now, or None."""
        (info,) = object_infos(self.git, [f"{name}^{{commit}}"])
        return info.object_id if info is not None and info.kind == "commit" else None

    def resolve_commit(self, digits: str) -> str | None:
        """Return the commit whose id begins with the hexadecimal `digits` (at least four), or None."""
        return self.resolve_ref(digits) if _HEX.match(digits) else None

    @cached_property
    def shallow(self) -> frozenset[str]:
        """The commits at which a shallow clone's history is cut off."""
        path = self.common_dir / "shallow"
        try:
            return frozenset((durable.read_regular(path, _MAX_SHALLOW) or b"").decode("ascii").split())
        except UnicodeDecodeError:
            return frozenset()

    @property
    def holds_a_part(self) -> bool:
        """Whether the work tree was told to leave files out (git-sparse-checkout(1))."""
        if not (self.git.git_dir / "info" / "sparse-checkout").exists():
            return False
        return self.git.text("config", "--bool", "--get", "core.sparseCheckout", accept=(0, 1)) == "true"

    def in_progress(self) -> tuple[str, str] | None:
        """Return what git is in the middle of and how to end it, or None."""
        for name, what, remedy in _BUSY:
            if (self.git.git_dir / name).exists():
                return what, remedy
        return None

    def require_own_files(self) -> None:
        """Refuse where git would write through a link that somebody put into its folder."""
        require_own_files(self.git.git_dir, self.common_dir)

    def require_quiet(self) -> None:
        """Refuse when a merge, a rebase or the like has been begun and not ended."""
        busy = self.in_progress()
        if busy is not None:
            raise Refused(
                f"{busy[0].capitalize()} is in progress in this repository; end it first: {busy[1]}. Nothing was lost."
            )


def _own_folder(path: Path) -> Path:
    if path.is_symlink():
        raise Refused(
            f"'{path}' is a link and is not followed; remove it: rm {shlex.quote(str(path))}. Nothing was changed."
        )
    return path


def open_repository(start: Path) -> Repository:
    """Return the repository around the folder `start`.

    Raises:
        Refused: `start` is no folder, or there is no repository with a work tree around it.
        MachineFailed: git is missing or too old.
    """
    folder = start.expanduser()
    if not folder.is_dir():
        raise Refused(f"There is no folder '{start}'.")
    folder = folder.resolve()
    asked = ("--absolute-git-dir", "--git-common-dir", "--is-bare-repository", "--show-object-format")
    try:
        answer = ask_git("rev-parse", *asked, "--show-toplevel", folder=folder).split("\n")
    except GitError as error:
        lines = error.output.split("\n")
        if lines[2:3] == ["true"]:
            raise Refused(
                f"'{lines[0]}' is a bare repository without a text to read; work in a clone of it."
            ) from error
        raise _explained(folder, error) from error
    if len(answer) != len(asked) + 1:
        # A folder whose name holds a line end: only answers that are asked for one by one can be told apart.
        answer = [ask_git("rev-parse", question, folder=folder) for question in (*asked, "--show-toplevel")]
    git_dir, common, _, object_format, top = answer
    work_tree = Path(top).resolve()
    common_dir = Path(common) if Path(common).is_absolute() else folder / common
    require_plain_files(Path(git_dir), common_dir, work_tree)
    _require_own_work_tree(Path(git_dir), work_tree, folder)
    # The reader takes ids of forty digits only.
    reader = ObjectReader(Path(git_dir), work_tree) if object_format == "sha1" else None
    git = Git(Path(git_dir), work_tree, objects=reader)
    return Repository(git, work_tree, common_dir.resolve(), Configuration(git), object_format)


def _require_own_work_tree(git_dir: Path, work_tree: Path, folder: Path) -> None:
    """Refuse a repository whose own configuration has its files lie elsewhere than where it was found.

    A clone that somebody handed on would else have any folder of this machine read, and written to (git-config(1),
    `core.worktree`).
    """
    for parent in (folder, *folder.parents):
        if _leads_to(parent / ".git", git_dir.resolve()):
            if parent != work_tree:
                raise Refused(
                    f"This clone's own configuration has its files lie in '{work_tree}', not in '{parent}', where it "
                    "is; nothing is read or written there. If that is not your doing: git config --unset core.worktree"
                )
            return


def _leads_to(entry: Path, git_dir: Path) -> bool:
    """Say whether `entry`, a folder or a file that names one (gitrepository-layout(5)), is the folder `git_dir`."""
    if entry.is_dir():
        return entry.resolve() == git_dir
    content = durable.read_regular(entry, _MAX_GITFILE) or b""
    named = os.fsdecode(content.removeprefix(b"gitdir:").strip())
    return content.startswith(b"gitdir:") and (entry.parent / named).resolve() == git_dir


def _explained(folder: Path, error: GitError) -> Exception:
    if "not a git repository" in error.stderr:
        held = next((top / ".git" for top in (folder, *folder.parents) if (top / ".git" / "config").exists()), None)
        if held is not None:
            return Refused(
                f"'{held}' is damaged: git does not take it for a repository. Its HEAD, objects or refs are missing or "
                "hold something else; put them back from a copy, or clone anew elsewhere. Nothing was changed."
            )
        return NoRepository(
            f"There is no git repository in or above '{folder}'. To look around: reviewtui demo. To begin here: "
            "git init, commit your text, then reviewtui init."
        )
    if "dubious ownership" in error.stderr:
        return Refused(
            f"git does not trust '{folder}', since it belongs to another user; if you do, say so once: "
            f"git config --global --add safe.directory {shlex.quote(str(folder))}"
        )
    if "bare repository" in error.stderr:
        return Refused(f"'{folder}' lies inside a bare repository, which is not opened; start in a work tree.")
    if "must be run in a work tree" in error.stderr:
        return Refused(f"'{folder}' lies inside a repository's own folder; start in its work tree.")
    return error
