"""What a failing git child leads to: exit 4, one line that names the fault, nothing changed."""

import shutil
from pathlib import Path

import pytest

from tests.acting import ask, program_at, refused, suggestion, unchanged
from tests.conftest import Clone, Run

FAULTS = {
    "a full disk": ("error: cannot stat\nfatal: sha1 file write error. Out of diskspace", 128, "the disk is full"),
    "no room": ("error: unable to write file x: No space left on device\nfatal: gone", 128, "No space left"),
    "a read-only disk": ("fatal: cannot create x: Read-only file system", 128, "cannot be written to"),
    "anything else": ("warning: x\nfatal: \033[31mout of luck", 128, "fatal: \u241b[31mout of luck"),
    "only a last line": ("progress\nsomething broke", 1, "something broke"),
    "nothing said": ("", 3, "exit 3"),
}


def _faulty(folder: Path, command: str, said: str, code: int) -> Path:
    """Make a git in `folder` that fails at `command` and is the real one for all others."""
    faulty = f"if [ \"$word\" = {command} ]; then\n    printf '{said}\\n' >&2; exit {code}\n  fi"
    program_at(folder / "git", f'for word in "$@"; do\n  {faulty}\ndone\nexec {shutil.which("git")} "$@"')
    return folder


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_git_is_one_line(
    review: Clone, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Whatever git says and in however many lines, one visible line names the fault, and the review is as it was."""
    said, code, named = FAULTS[name]
    thread = suggestion(run, review, "must think", "may think")
    with unchanged(review):
        path = _faulty(tmp_path / "bin", "unpack-objects", said.replace("\n", "\\n"), code)
        with monkeypatch.context() as patched:
            patched.setenv("PATH", f"{path}:/usr/bin:/bin")
            line = refused(run, review, "accept", thread, code=4)
        assert named in line
        assert "git unpack-objects failed" in line
    ask(run, review, "accept", thread)


@pytest.mark.parametrize("command", ["unpack-objects", "update-index", "update-ref"])
def test_a_fault_at_any_step_changes_nothing(
    review: Clone, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """A decision that fails at any of git's steps leaves HEAD, index and files as they were, and can be made again."""
    thread = suggestion(run, review, "must think", "may think")
    path = _faulty(tmp_path / "bin", command, "fatal: No space left on device", 128)
    with unchanged(review, but="index"), monkeypatch.context() as patched:
        patched.setenv("PATH", f"{path}:/usr/bin:/bin")
        assert "the disk is full" in refused(run, review, "accept", thread, code=4)
    ask(run, review, "accept", thread)
    assert review.git("status", "--porcelain") == ""
