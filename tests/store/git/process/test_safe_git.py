"""GitPython is the door to git, and nothing of the environment or of its wider interface comes through it."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import reviewtui
from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.git.process.git import run_program
from reviewtui.store.git.process.git_error import GitError
from reviewtui.store.git.process.safe_git import GitCommandError, SafeGit
from reviewtui.store.git.repository import open_repository
from tests.acting import program_at
from tests.conftest import Clone

PACKAGE = Path(reviewtui.__file__).parent
DOOR = PACKAGE / "store" / "git" / "process"
IMPORTED = {"git.cmd": {"Git"}, "git.exc": {"CommandError", "GitCommandError"}, "git.util": {"RemoteProgress"}}
IMPORTS_GIT = re.compile(r"^\s*(?:import|from)\s+(?:git|gitdb)\b|\bimport\b.*\b(?:git|gitdb)\b", re.MULTILINE)
FORBIDDEN = {
    *("IndexFile", "Repo", "Head", "Tag", "Commit", "Remote", "GitConfigParser", "Submodule", "Actor", "RefLog"),
    *("is_dirty", "untracked_files", "iter_commits", "blame", "active_branch", "custom_environment"),
    *("update_environment", "refresh", "USE_SHELL", "GIT_PYTHON_GIT_EXECUTABLE", "stream_object_data"),
}


def _program(source: str, *arguments: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", source, *arguments]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)


@pytest.fixture
def marker(tmp_path: Path) -> Path:
    """A program that leaves a file beside itself when it is run."""
    return program_at(tmp_path / "marker", f"touch {tmp_path}/ran\nexit 1")


def _ran(marker: Path) -> bool:
    return marker.with_name("ran").exists()


def test_what_the_environment_names_as_git_is_not_run(review: Clone, marker: Path) -> None:
    """Importing GitPython runs no program at all, and its children are git, whatever GIT_PYTHON_* says."""
    environment = {"GIT_PYTHON_GIT_EXECUTABLE": str(marker), "GIT_PYTHON_REFRESH": "silent", "GIT_PYTHON_TRACE": "full"}
    source = "import sys; from reviewtui.cli.program import run; sys.exit(run(sys.argv[1:]))"
    done = _program(source, "-C", str(review.path), "status", environment=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert not _ran(marker)


@pytest.mark.parametrize(
    "inherited",
    [
        {"GIT_DIR": "/nowhere", "GIT_OBJECT_DIRECTORY": "/nowhere", "GIT_INDEX_FILE": "/nowhere"},
        {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.fsmonitor", "GIT_CONFIG_VALUE_0": "{marker}"},
        {"GIT_CONFIG_PARAMETERS": "'core.fsmonitor={marker}'"},
        {"GIT_SSH_COMMAND": "{marker}", "GIT_EXTERNAL_DIFF": "{marker}", "GIT_ASKPASS": "{marker}"},
    ],
    ids=["another repository", "counted configuration", "handed-down configuration", "programs"],
)
def test_inherited_variables_reach_neither_gitpython_nor_its_children(
    review: Clone, marker: Path, inherited: dict[str, str]
) -> None:
    """From the moment of the import on, the objects read are this repository's, and nothing named there is run."""
    environment = {name: value.format(marker=marker) for name, value in inherited.items()}
    source = """if True:
        import sys
        from pathlib import Path
        from reviewtui.store.git.objects import read_blobs
        from reviewtui.store.git.repository import open_repository
        repository = open_repository(Path(sys.argv[1]))
        assert repository.fresh_head() == sys.argv[2]
        assert b"two years" in read_blobs(repository.git, [sys.argv[3]], 10**6)[sys.argv[3]]
        repository.git.run("ls-files")
    """
    head, blob = review.git("rev-parse", "HEAD"), review.git("rev-parse", "HEAD:policy/records.md")
    done = _program(source, str(review.path), head, blob, environment=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert not _ran(marker)


def test_a_child_sees_nothing_but_what_is_meant_for_it(
    policy: Clone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every other variable of this process is empty there, GitPython's own children included."""
    seen = tmp_path / "seen"
    program = program_at(tmp_path / "bin" / "git", f'env >> {seen}\nexec {shutil.which("git")} "$@"')
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    for name in ("SECRET_TOKEN", "GIT_DIR", "GIT_TRACE", "SSH_ASKPASS", "LD_LIBRARY_PATH", "GIT_CONFIG_PARAMETERS"):
        monkeypatch.setenv(name, "leaked")
    repository = open_repository(policy.path)
    assert repository.fresh_head()
    repository.git.run("for-each-ref")
    rows = seen.read_text("utf-8").splitlines()
    assert "GIT_TERMINAL_PROMPT=0" in rows
    assert not [row for row in rows if "leaked" in row]
    assert os.environ["GIT_DIR"] == "leaked"


def test_no_shell_is_ever_started(policy: Clone, tmp_path: Path) -> None:
    """Whoever asks for a shell gets none: the words of a command stay words."""
    planted = tmp_path / "planted"
    git = SafeGit(policy.path, policy.path)
    with pytest.raises(GitCommandError):
        git.execute(["git", "rev-parse", f"; touch {planted}"], shell=True)  # noqa: S604 - what is asked for here is not done
    assert not planted.exists()


def test_a_folder_that_is_gone_is_not_replaced_by_the_current_one(policy: Clone, tmp_path: Path) -> None:
    """GitPython would run in the current folder, and so in another repository."""
    os.chdir(policy.path)
    with pytest.raises(MachineFailed, match="could not be started"):
        run_program(["git", "rev-parse", "HEAD"], ("rev-parse",), tmp_path / "gone")


def test_a_folder_whose_name_looks_like_a_variable_is_itself(tmp_path: Path) -> None:
    """GitPython replaces `$HOME` and `~` in a string; a folder's name is taken as it is."""
    clone = Clone(tmp_path / "$HOME ~x")
    clone.path.mkdir()
    clone.git("init", "-q")
    head = clone.commit_file("policy/a.md", "# A\n")
    assert open_repository(clone.path).fresh_head() == head


def test_the_cause_of_a_failure_is_gitpythons_error(policy: Clone) -> None:
    """Who looks into a failure finds the command and its code there."""
    with pytest.raises(GitError) as caught:
        open_repository(policy.path).git.run("cat-file", "blob", "0" * 40)
    assert isinstance(caught.value.__cause__, GitCommandError)
    assert caught.value.__cause__.status == caught.value.returncode == 128


def test_the_first_page_needs_no_gitpython(review: Clone) -> None:
    """What is shown before the app is there does not wait for the import."""
    source = """if True:
        import sys
        from pathlib import Path
        import reviewtui.tui.start.run_app
        from reviewtui.workspace.loading.first_page import first_page
        assert first_page(Path(sys.argv[1])).policy is not None
        print([name for name in sys.modules if name.split(".")[0] in {"git", "gitdb", "smmap"}])
    """
    done = _program(source, str(review.path), environment={})
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_the_whole_of_gitpython_can_be_imported_after_us() -> None:
    """QuitReminder its start out spoils it for nobody else in the process."""
    source = "import reviewtui.store.git.process.safe_git, git; from git import cmd; print(git.Repo.__name__)"
    done = _program(source, environment={})
    assert (done.stdout, done.stderr) == ("Repo\n", "")


def test_only_the_door_imports_gitpython_and_only_what_is_safe() -> None:
    """Its index, its dirty check, its remotes and its history run programs or read wrongly, so they stay outside."""
    for path in PACKAGE.rglob("*.py"):
        source = path.read_text("utf-8")
        if path.parent != DOOR and not IMPORTS_GIT.search(source):
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Import):
                assert not any(alias.name.split(".")[0] in {"git", "gitdb"} for alias in node.names), path
            elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in {"git", "gitdb"}:
                assert path.parent == DOOR, path
                assert {alias.name for alias in node.names} <= IMPORTED[node.module or ""], path
            elif path.parent == DOOR and isinstance(node, ast.Attribute):
                assert node.attr not in FORBIDDEN, (path, node.attr)
            elif path.parent == DOOR and isinstance(node, ast.Name):
                assert node.id not in FORBIDDEN, (path, node.id)
