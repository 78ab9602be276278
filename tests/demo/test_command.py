"""The command `demo` at its edges: folders that are taken, terminals, wheels."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reviewtui.cli import opening_app
from reviewtui.cli.commands.starting import demo_command
from reviewtui.domain.refusal import Refused
from tests.acting import program_at
from tests.conftest import Run
from tests.demo.conftest import short_story

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders on which the app was opened, where a short story is told on a terminal."""
    folders: list[Path] = []
    monkeypatch.setattr(demo_command, "read_story", short_story)
    monkeypatch.setattr(demo_command, "has_terminal", lambda: True)
    monkeypatch.setattr(opening_app, "open_app", folders.append)
    monkeypatch.setenv("TERM", "xterm-256color")
    return folders


def test_a_folder_that_holds_something_is_refused(run: Run, tmp_path: Path) -> None:
    """Exit 2, one line that names the folder and what to do, and nothing in it is touched."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / ".hidden").write_text("mine")
    code, out, err = run(tmp_path, "demo", "mine", "--no-app")
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "mine" in err
    assert "not empty" in err
    assert [path.name for path in (tmp_path / "mine").iterdir()] == [".hidden"]


@pytest.mark.parametrize("name", ["file", "file/below", "dangling"])
def test_a_name_that_cannot_be_a_folder_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    """A file, something below a file and a link to nowhere: exit 2 with one line."""
    (tmp_path / "file").write_text("mine")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    code, out, err = run(tmp_path, "demo", name)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert (tmp_path / "file").read_text() == "mine"


def test_the_app_opens_on_a_terminal(run: Run, tmp_path: Path, opened: list[Path]) -> None:
    """With a terminal the app opens in the folder that was built; its default name is reviewtui-demo."""
    assert run(tmp_path, "demo")[0] == 0
    assert opened == [tmp_path / "reviewtui-demo"]


def test_no_app_only_builds(run: Run, tmp_path: Path, opened: list[Path]) -> None:
    """With --no-app or --json the app stays closed."""
    assert run(tmp_path, "demo", "a", "--no-app")[0] == 0
    code, out, _ = run(tmp_path, "demo", "b", "--json")
    assert (code, json.loads(out)["releases"]) == (0, ["0.1"])
    assert opened == []
    assert {path.name for path in tmp_path.iterdir()} >= {"a", "b"}


@pytest.mark.usefixtures("opened")
def test_a_terminal_that_cannot_show_the_app_is_no_failure(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The example is built, standard error says why the app stays closed, and the command ends well."""

    def refuse(_: Path) -> None:
        raise Refused("This terminal cannot show the app.")

    monkeypatch.setattr(opening_app, "open_app", refuse)
    code, out, err = run(tmp_path, "demo", "a")
    assert (code, err) == (0, "This terminal cannot show the app.\n")
    assert "Built " in out


def test_progress_is_one_line_on_a_terminal(
    run: Run, tmp_path: Path, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step rewrites the line, which never grows beyond the terminal; the next line begins where it stood."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    code, out, _ = run(tmp_path, "demo", "a")
    assert code == 0
    steps = out.split("\r\x1b[K")
    assert [step[:3] for step in steps[1:4]] == ["1/3", "2/3", "3/3"]
    assert all(len(step) < 40 and "\n" not in step for step in steps[1:4])
    assert steps[4].startswith("Built ")
    assert len(opened) == 1


def test_an_interruption_leaves_nothing(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in the middle ends with 130, and the half-built folder is gone."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(demo_command, "read_story", short_story)
    monkeypatch.setattr(demo_command.ProgressLine, "show", interrupt)
    code, _, err = run(tmp_path, "demo", "a")
    assert code == 130
    assert err.strip() == "Interrupted; nothing was lost."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_it_works_from_a_wheel(tmp_path: Path) -> None:
    """The wheel carries the story; replayed from the wheel alone it ends as it does from the source."""
    pytest.importorskip("hatchling", reason="the build backend is not installed here")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / "dist")]
    subprocess.run(build, cwd=PROJECT, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    code = (
        "import sys, reviewtui; from reviewtui.cli.program import run; "
        "assert reviewtui.__file__.startswith(sys.argv[1]), reviewtui.__file__; "
        "sys.exit(run(['demo', sys.argv[2], '--json']))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "installed"), str(tmp_path / "demo")],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "installed"), "PATH": os.environ["PATH"], "HOME": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout)["releases"] == ["0.1", "0.5", "0.9"]


def test_the_lines_that_open_the_example_can_be_typed(
    run: Run, tmp_path: Path, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that is not on the path is named by where it was started from, else by its name."""
    monkeypatch.setattr(sys, "argv", [".venv/bin/reviewtui", "demo"])
    folders = os.environ["PATH"].split(os.pathsep)
    without = [folder for folder in folders if not (Path(folder) / "reviewtui").exists()]
    monkeypatch.setenv("PATH", os.pathsep.join(without))
    assert f"Open it:               .venv/bin/reviewtui -C {tmp_path / 'one'}" in run(tmp_path, "demo", "one")[1]
    program = program_at(tmp_path / "bin" / "reviewtui")
    monkeypatch.setenv("PATH", os.pathsep.join([str(program.parent), *without]))
    assert f"Open it:               reviewtui -C {tmp_path / 'two'}" in run(tmp_path, "demo", "two")[1]
    assert len(opened) == 2
