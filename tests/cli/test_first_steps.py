"""Where there is no repository: the example or a beginning is offered, and without a terminal named."""

import io
import sys
from pathlib import Path

import pytest

from reviewtui.cli.first_steps import LeftAlone, first_steps
from reviewtui.workspace.workspace import Workspace
from tests.conftest import OFFICER, Clone, Run
from tests.tui.terminal import Terminal


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with some Markdown that is in no repository, for the officer."""
    monkeypatch.setenv("GIT_AUTHOR_NAME", OFFICER[0])
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", OFFICER[1])
    (tmp_path / "rules" / "more").mkdir(parents=True)
    (tmp_path / "rules" / "a.md").write_text("# A\n\nWords.\n", encoding="utf-8")
    (tmp_path / "rules" / "more" / "b.md").write_text("# B\n\nMore words.\n", encoding="utf-8")
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    return tmp_path


@pytest.mark.parametrize("arguments", [(), ("--plain",), ("status",), ("comment", "-m", "x")])
def test_without_a_terminal_one_line_names_both_ways(outside: Path, run: Run, arguments: tuple[str, ...]) -> None:
    """Exit 2; what to type for the example and for a beginning, and nothing was made."""
    code, out, err = run(outside, *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "reviewtui demo" in err
    assert "reviewtui init" in err
    assert not (outside / ".git").exists()


def _steps(folder: Path, typed: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, list[str]]:
    built: list[str] = []
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    return first_steps(folder, lambda: built.append("demo")), built


def test_the_example_is_built_once(outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """1 builds it, and opens it where it lies already."""
    assert _steps(outside, "1\n", monkeypatch) == (outside / "reviewtui-demo", ["demo"])
    (outside / "reviewtui-demo" / ".git").mkdir(parents=True)
    assert _steps(outside, "1\n", monkeypatch) == (outside / "reviewtui-demo", [])


@pytest.mark.parametrize("typed", ["2\n1\n", "2\nrules\n", "2\nrules/\n"])
def test_a_review_is_begun_with_the_markdown_that_lies_there(
    outside: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """The texts are committed as they are, the person is the author, and nothing else is in the commit."""
    assert _steps(outside, typed, monkeypatch) == (outside, [])
    draft = Workspace.open(outside).load()
    assert [section.title for section in draft.policy.sections] == ["A", "B"]
    assert draft.is_author
    assert Clone(outside).git("status", "--porcelain") == "?? photo.png"


@pytest.mark.parametrize("typed", ["", "\n", "3\n", "2\n", "2\n\n", "2\nnowhere\n", "2\n../x\n", "2\n7\n"])
def test_who_chooses_nothing_leaves_no_repository(outside: Path, monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    """What is not there is asked for again; Enter and the end of the input leave, and no repository was made."""
    with pytest.raises(LeftAlone):
        _steps(outside, typed, monkeypatch)
    assert not (outside / ".git").exists()


def test_a_person_at_a_terminal_is_asked(outside: Path) -> None:
    """The app asks before it draws anything, and opens what was begun."""
    terminal = Terminal(Clone(outside))
    try:
        terminal.await_words("Type 1 or 2, Enter to leave: ")
        assert b"\x1b[?1049h" not in terminal.said
        terminal.send("2\n")
        terminal.await_words("1: rules")
        terminal.send("1\n")
        terminal.await_words("Words.")
        terminal.send("q")
        assert terminal.ended() == 0
    finally:
        terminal.clean_up()


@pytest.mark.quick(1)
@pytest.mark.parametrize("arguments", [(), ("-m", "reviewtui", "--plain")])
def test_enter_just_leaves(outside: Path, arguments: tuple[str, ...]) -> None:
    """Who chooses nothing has made no mistake: no reproach, exit 0."""
    terminal = Terminal(Clone(outside), *([arguments] if arguments else []))
    try:
        terminal.await_words("Type 1 or 2, Enter to leave: ")
        terminal.send("\n")
        assert terminal.ended() == 0
        assert b"There is no git repository" not in terminal.said
    finally:
        terminal.clean_up()


def test_an_empty_folder_offers_no_number_and_waits_for_a_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is to be done is said, and it is asked again."""
    with pytest.raises(LeftAlone):
        _steps(tmp_path, "2\n.\n1\n", monkeypatch)
    said = "".join(capsys.readouterr())
    assert "Neither Markdown (.md) nor a Word document lies in" in said
    assert said.count("Type its name, Enter to leave:") == 3
    assert "Type a number" not in said
    assert "There is no number 1 here." in said


def test_a_single_text_is_begun_with_who_one_is_and_what_comes_next(
    outside: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The author reads which name and address git puts under it all."""
    _steps(outside, "2\n1\n", monkeypatch)
    said = "".join(capsys.readouterr())
    assert f"To git you are {OFFICER[0]} <{OFFICER[1]}>" in said
    assert "Next: " in said


@pytest.mark.parametrize("typed", ["2\nrules\n", "2\nnowhere\n", "\n"])
def test_a_repository_without_a_commit_is_begun_too(outside: Path, monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    """What is staged there stays so; where nothing is chosen, or cannot be begun, there still is no commit."""
    clone = Clone(outside)
    clone.git("init", "-q")
    clone.git("add", "photo.png")
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    if "rules" in typed:
        assert first_steps(outside, lambda: None, is_repository=True) == outside
        assert [section.title for section in Workspace.open(outside).load().policy.sections] == ["A", "B"]
        assert clone.git("status", "--porcelain") == "A  photo.png"
    else:
        with pytest.raises(LeftAlone):
            first_steps(outside, lambda: None, is_repository=True)
        assert clone.git("status", "--porcelain").splitlines() == ["A  photo.png", "?? rules/"]
        assert not (outside / ".git" / "refs" / "heads" / "main").exists()


def test_the_app_and_plain_offer_a_beginning_where_nothing_was_committed(outside: Path) -> None:
    """They ask as where there is no repository, in a folder below it too."""
    Clone(outside).git("init", "-q")
    for arguments in ((), ("-m", "reviewtui", "--plain")):
        terminal = Terminal(Clone(outside / "rules"), *([arguments] if arguments else []))
        try:
            terminal.await_words("nothing was committed there.")
            terminal.send("\n")
            assert terminal.ended() == 0
        finally:
            terminal.clean_up()
