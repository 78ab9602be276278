"""Fixtures that every part of the tests shares: a sealed environment, real repositories, the Standard's history."""

import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import platformdirs
import pytest
from hypothesis import HealthCheck, settings

from tests.hostile.table import is_in_table, table_lines

# Compiled modules are kept, whatever the shell says: else each worker and each program started compiles them anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
# What a law is tried on follows from its text, so that a run says the same twice; `make fuzz` tries other inputs.
settings.register_profile("quick", max_examples=25, derandomize=True, **PATIENT)
settings.register_profile("thorough", max_examples=100, derandomize=True, **PATIENT)
settings.register_profile("fuzz", max_examples=3000, print_blob=True, **PATIENT)
settings.load_profile("fuzz" if os.environ.get("FUZZ") else "thorough" if os.environ.get("CI") == "true" else "quick")

STANDARD = Path(__file__).parents[2] / "shared" / "data" / "standard.bundle"
OFFICER = ("Policy Officer", "officer@council.example")
NORTHVALE = ("J. Reviewer", "reviewer@northvale.example")
SOUTHMERE = ("S. Reader", "reader@southmere.example")


@pytest.fixture(autouse=True, scope="session")
def unhurried() -> Iterator[None]:
    """Let no test wait for the disk: a killed process leaves what it wrote to the system, only a power cut does not.

    Programs that tests start do sync; where they do is tested by killing them there.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", lambda _descriptor: None)
        yield


@pytest.fixture(autouse=True, scope="session")
def heard() -> None:
    """Let children of the tests hear signals also where the shell that began them has them ignored (`&`, nohup)."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture(scope="session")
def sealed_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return new folders, one after the other; `mktemp` would look through all that were made before at each."""
    root = tmp_path_factory.mktemp("sealed")
    return (root / str(number) for number in count())


@pytest.fixture(scope="session")
def git_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What git begins repositories with: its usual folders, without a dozen samples of hooks to copy each time."""
    folder = tmp_path_factory.mktemp("git")
    for name in ("hooks", "info", "branches"):
        (folder / name).mkdir()
    (folder / "info" / "exclude").write_text("", "utf-8")
    return folder


@pytest.fixture(autouse=True)
def sealed(sealed_folders: Iterator[Path], git_template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the developer's git configuration or stands in this checkout, and none can ask for a password."""
    folder = next(sealed_folders)
    here, home = folder / "here", folder / "home"
    here.mkdir(parents=True)
    home.mkdir()
    monkeypatch.chdir(here)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_TERMINAL_PROMPT", "0")
    monkeypatch.setenv("GIT_TEMPLATE_DIR", str(git_template))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)


class Clone:
    """A real repository with a work tree, driven by git itself and by the program, as one person or another."""

    def __init__(self, path: Path) -> None:
        """Work in `path`, which need not be a repository yet."""
        self.path = path

    def git(self, *arguments: str, who: tuple[str, str] = OFFICER, check: bool = True) -> str:
        """Run git as a person at a shell would, and return what it printed."""
        done = subprocess.run(
            ["git", *arguments], cwd=self.path, env=environment_of(who), capture_output=True, check=False
        )
        if check and done.returncode:
            raise AssertionError(done.stderr.decode("utf-8", "replace"))
        return done.stdout.decode("utf-8", "replace").rstrip("\n")

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file of the work tree."""
        target = self.path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))

    def read(self, path: str) -> str:
        """Return a file of the work tree, its line ends as they are."""
        return (self.path / path).read_bytes().decode("utf-8")

    def commit(self, message: str = "Edit", who: tuple[str, str] = OFFICER) -> str:
        """Commit everything that lies in the work tree and return the commit."""
        self.git("add", "-A", who=who)
        self.git("commit", "-q", "-m", message, who=who)
        return self.git("rev-parse", "HEAD")

    def commit_file(self, path: str, text: str | bytes, message: str = "Edit", who: tuple[str, str] = OFFICER) -> str:
        """Write a file of the work tree and commit it, with all else that lies there; return the commit."""
        self.write(path, text)
        return self.commit(message, who)

    def commit_edit(self, path: str, old: str, new: str, *more: str, who: tuple[str, str] = OFFICER) -> str:
        """Put other words into a file and commit it, under the message that may follow; return the commit."""
        return self.commit_file(path, self.read(path).replace(old, new), *more, who=who)


def environment_of(who: tuple[str, str]) -> dict[str, str]:
    """Return the variables of a shell in which a person works."""
    return os.environ | {
        "GIT_AUTHOR_NAME": who[0],
        "GIT_AUTHOR_EMAIL": who[1],
        "GIT_COMMITTER_NAME": who[0],
        "GIT_COMMITTER_EMAIL": who[1],
    }


PRINCIPLES = """# Principles

Officers must think before they post anything. Officers should ask the communications team if in doubt.

## Tone

* Be kind.
* Be brief, and answer within two working days.
"""
RECORDS = """# Records

Posts are records. They are kept for two years.
"""


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program in this process in a folder, as a person; returns exit code, output and errors."""
    from reviewtui.cli.program import run as run_program

    def call(where: Clone | Path, *arguments: str, who: tuple[str, str] = OFFICER) -> tuple[int, str, str]:
        path = where.path if isinstance(where, Clone) else where
        with monkeypatch.context() as patched:
            for name, value in zip(("NAME", "EMAIL"), who, strict=True):
                patched.setenv(f"GIT_AUTHOR_{name}", value)
                patched.setenv(f"GIT_COMMITTER_{name}", value)
            capsys.readouterr()
            code = run_program(["-C", str(path), *arguments])
            out, err = capsys.readouterr()
        return code, out, err

    return call


def _state() -> Path:
    state = platformdirs.user_state_path("reviewtui", appauthor=False)
    state.mkdir(parents=True, exist_ok=True)
    return state


Step = Callable[[Clone, Run], object]
FromTemplate = Callable[..., Clone]


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Callable[[tuple[Step, ...]], Path]:
    """Where the repository that certain steps lead to is kept for this process."""
    root = tmp_path_factory.mktemp("templates")
    paths: dict[tuple[Step, ...], Path] = {}
    return lambda steps: paths.setdefault(steps, root / str(len(paths)))


@pytest.fixture
def from_template(tmp_path: Path, run: Run, templates: Callable[[tuple[Step, ...]], Path]) -> FromTemplate:
    """Make a repository by steps, each a function of this kind; what steps lead to is built once, then copied.

    The program's folder in the home folder goes along: what a clone remembers is sealed by a key that lies there.
    A step gets the repository and `run`. It may take nothing else, may not hang on the test that happens to come first,
    and may write no path of the machine into the repository: a copy lies elsewhere.
    """

    def made(*steps: Step) -> Clone:
        clone = Clone(tmp_path / "clone")
        done = next((size for size in range(len(steps), 0, -1) if templates(steps[:size]).exists()), 0)
        if done:
            shutil.copytree(templates(steps[:done]) / "state", _state(), dirs_exist_ok=True)
            shutil.copytree(templates(steps[:done]) / "clone", clone.path)
            clone.git("update-index", "-q", "--refresh")
        else:
            clone.path.mkdir()
            clone.git("init", "-q", "-b", "main")
        for size in range(done + 1, len(steps) + 1):
            steps[size - 1](clone, run)
            # A newer git looks after a repository beside what is done in it, and takes its lock away meanwhile.
            shutil.copytree(
                clone.path, templates(steps[:size]) / "clone", ignore=shutil.ignore_patterns("maintenance.lock")
            )
            shutil.copytree(_state(), templates(steps[:size]) / "state")
        return clone

    return made


def drafted(clone: Clone, _run: Run) -> None:
    """Commit a policy of two sections."""
    clone.write("policy/index.md", "# About this policy\n\nIt is half policy, half guidance.\n")
    clone.write("policy/principles.md", PRINCIPLES)
    clone.write("policy/records.md", RECORDS)
    clone.commit("Draft the policy")


def begun(clone: Clone, run: Run) -> None:
    """Begin a review by the officer, and ask two partner organisations."""
    assert run(clone, "init", "--policy", "policy", "--title", "Social media policy")[0] == 0
    for name, domain in (("northvale", "northvale.example"), ("southmere", "southmere.example")):
        arguments = ("--name", f"{name.capitalize()} Council", "--domain", domain, "--asked")
        assert run(clone, "organisation", "add", name, *arguments)[0] == 0


@pytest.fixture
def clone(from_template: FromTemplate) -> Clone:
    """An empty repository on branch main."""
    return from_template()


@pytest.fixture
def policy(from_template: FromTemplate) -> Clone:
    """A repository with a policy of two sections, committed."""
    return from_template(drafted)


@pytest.fixture
def review(from_template: FromTemplate) -> Clone:
    """A repository with a review begun by the officer, and two partner organisations that were asked."""
    return from_template(drafted, begun)


@pytest.fixture(scope="session")
def standard_source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare clone of the Standard for Public Code; skips where the bundle is not beside the project."""
    if not STANDARD.is_file():
        pytest.skip("the bundle with the Standard's history is not beside this checkout")
    target = tmp_path_factory.mktemp("standard") / "standard.git"
    environment = {"PATH": os.environ["PATH"], "HOME": str(target.parent), "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", "clone", "-q", "--bare", str(STANDARD), str(target)], check=True, env=environment)
    return target


@pytest.fixture
def standard(standard_source: Path, tmp_path: Path) -> Clone:
    """A work tree of the Standard with all its tags."""
    made = Clone(tmp_path / "standard")
    subprocess.run(
        ["git", "clone", "-q", str(standard_source), str(made.path)], check=True, env=environment_of(OFFICER)
    )
    return made


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --hostile, which prints the table of hostile inputs at the end (`make hostile`)."""
    parser.addoption("--hostile", action="store_true", help="print which hostile inputs were tried, and what passed")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the hostile table to `make hostile` and CI, and begin with what takes longest, so that no worker waits."""
    cases: Counter[str] = Counter()
    for item in items:
        test = item.nodeid.partition("[")[0]
        cases[test] += 1
        quick = item.get_closest_marker("quick")
        if is_in_table(item.nodeid) or (quick is not None and cases[test] > quick.args[0]):
            item.add_marker(pytest.mark.slow)
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the rows of hostile inputs with their cases, where that was asked for."""
    if not config.getoption("--hostile"):
        return
    outcomes = {
        report.nodeid: kind == "passed"
        for kind in ("passed", "failed", "error", "skipped")
        for report in terminalreporter.stats.get(kind, [])
        if isinstance(report, pytest.TestReport)
    }
    terminalreporter.write_sep("=", "hostile inputs: row, cases, passed")
    for line in table_lines(outcomes):
        terminalreporter.write_line(line)
