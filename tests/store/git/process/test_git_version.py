"""A git that is too old is refused in one line, and asked of its version no more often than needed."""

import shutil
from pathlib import Path

import pytest

from reviewtui.store.git.process.environment import STARTED
from reviewtui.store.git.process.git_version import require_git_version
from tests.acting import program_at
from tests.conftest import Clone, Run


def _git(folder: Path, version: str) -> Path:
    """Make a git of `version` in `folder` that is the real one for all else."""
    real = shutil.which("git", path="/usr/local/bin:/usr/bin:/bin")
    program_at(folder / "git", f'[ "$1" = --version ] && echo git version {version} && exit\nexec {real} "$@"')
    return folder


def test_an_old_git_is_refused(review: Clone, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 4 and one line, also the second time; put in place anew, it is asked anew."""
    folder = _git(tmp_path / "bin", "2.30.2")
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    for _ in range(2):
        code, _out, err = run(review, "status")
        assert (code, err.count("\n")) == (4, 1)
        assert "2.30.2 is too old" in err
    _git(folder, "2.50.1")
    assert run(review, "status")[0] == 0


def test_the_same_git_is_asked_once() -> None:
    """The answer holds for as long as its program is the same."""
    require_git_version()
    before = STARTED["--version"]
    require_git_version()
    assert STARTED["--version"] == before
