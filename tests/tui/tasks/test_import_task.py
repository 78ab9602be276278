"""An answer is brought in by keys: chosen, named, looked at beside the draft, taken in part or in whole."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.acting import ask
from tests.conftest import Clone, Run
from tests.exchange.word.editing import WordFile, answered
from tests.tui.conftest import Open, Play

NAMED = ("--as", "Pat Adviser <pat@southmere.example>", "--as", "Kim Other=Kim Other <kim@southmere.example>")


@pytest.fixture
def answer(review: Clone, run: Run, tmp_path: Path) -> Path:
    """The file that came back from a partner, with a change and two comments of two people in it."""
    ask(run, review, "export", "docx", str(tmp_path / "out.docx"))
    folder = Path.home() / "Downloads"
    folder.mkdir()
    (folder / "back.docx").write_bytes(answered((tmp_path / "out.docx").read_bytes()))
    return folder / "back.docx"


async def _choose_file(app: Play, name: str) -> None:
    await app.press("I")
    await app.type(name, "enter")


@pytest.mark.usefixtures("answer")
async def test_a_name_is_asked_about_and_all_is_taken(review: Clone, run: Run, play: Open) -> None:
    """I opens the folder of what was downloaded; an address is typed for each name; enter brings all of it in."""
    async with play(review) as app:
        await app.press("I", sees="back.docx")
        await app.type("back", "enter", sees="Pat Adviser")
        await app.type("pat@southmere.example", sees="Southmere Council")
        await app.press("enter", sees="Kim Other")
        await app.type("Kim O. <kim@northvale.example>", "enter", sees=("2 of 2 new ones taken", "[-must-]"))
        assert "have to" in app.seen()
        await app.press("enter", sees="Brought in from back.docx: 2")
        await app.press("enter", sees="back.docx: Brought in 2; pending until you submit.", tells="S submits.")
        assert "from a Word file (sent out as" in " ".join(app.seen().replace("\u2502", " ").split())
    rows = {row["root"]: row for row in ask(run, review, "threads")["threads"]}
    assert rows["suggestion"]["by"] == "Pat Adviser <pat@southmere.example>"
    assert (rows["comment"]["by"], rows["comment"]["organisation"]) == ("Kim O. <kim@northvale.example>", "northvale")


async def test_some_of_it_is_left_out(review: Clone, run: Run, answer: Path, play: Open) -> None:
    """Space leaves the marked one out; a leaves all out, and then enter only says so."""
    async with play(review) as app:
        await _choose_file(app, str(answer))
        for name in ("pat", "kim"):
            await app.type(f"{name}@southmere.example", "enter")
        await app.press("a", sees="0 of 2 new ones taken")
        await app.press("enter", sees="0 of 2 new ones taken", tells="Nothing is taken")
        await app.press("a", "space", sees="1 of 2 new ones taken")
        await app.press("enter", tells="Brought in 1, 1 left out")
    assert [row["root"] for row in ask(run, review, "threads")["threads"]] == ["comment"]


@pytest.mark.slow
async def test_a_name_that_was_left_open_is_left_out_and_can_be_named_later(
    review: Clone, run: Run, answer: Path, play: Open
) -> None:
    """Esc leaves a name open: what they say cannot be taken until w says who it is, and enter tells what stays out."""
    async with play(review) as app:
        await _choose_file(app, str(answer))
        await app.press("enter", tells="Choose who it is first")
        await app.press("escape", sees=("0 of 2 new ones taken", "who is Pat Adviser?"))
        await app.press("space", tells="Say first who it is")
        await app.press("w")
        await app.type("pat@southmere.example", "enter", sees="1 of 2 new ones taken")
        await app.press("enter", sees="1 of 2 new ones taken", tells="1 remark stays out, since nobody is named")
        await app.press("enter", tells="Brought in 1, 1 left out")
    assert [row["by"] for row in ask(run, review, "threads")["threads"]] == ["Pat Adviser <pat@southmere.example>"]


@pytest.mark.slow
async def test_leaving_brings_nothing_in(review: Clone, run: Run, answer: Path, play: Open) -> None:
    """Esc in the preview leaves the record as it was, and says so."""
    async with play(review) as app:
        await _choose_file(app, str(answer))
        await app.press("escape", "escape", tells="Nothing of back.docx was brought in.")
    assert ask(run, review, "threads")["threads"] == []


@pytest.mark.slow
async def test_the_same_file_again_holds_nothing_new(review: Clone, run: Run, answer: Path, play: Open) -> None:
    """What the record has already is counted, and not asked about."""
    ask(run, review, "import", str(answer), *NAMED, "--yes")
    async with play(review) as app:
        await _choose_file(app, str(answer))
        assert "There is nothing new in this file." in app.seen()
        assert "2 in the record already" in app.seen()


async def test_a_file_of_no_known_format_is_refused_with_a_sentence(review: Clone, tmp_path: Path, play: Open) -> None:
    """A typed path is taken as it is, and the reason stands on the message line."""
    (tmp_path / "notes.odp").write_bytes(b"x")
    async with play(review) as app:
        await _choose_file(app, str(tmp_path / "notes.odp"))
        assert "is of no format that can be imported" in app.told()


async def test_folders_are_gone_through(review: Clone, answer: Path, play: Open) -> None:
    """Enter goes into a folder, ctrl+u goes up; a folder that is not there is told."""
    async with play(review) as app:
        await app.press("I", "ctrl+u", sees="Downloads/")
        await app.type("down", "enter")
        assert answer.name in app.seen()


async def test_it_is_said_why_somebody_is_asked_about_and_answers_are_kept(
    review: Clone, run: Run, tmp_path: Path, play: Open
) -> None:
    """Changes that the file names nobody for: why, their words, and whoever was named a moment before; esc keeps it."""
    ask(run, review, "export", "docx", str(tmp_path / "out.docx"))
    file = WordFile.of((tmp_path / "out.docx").read_bytes())
    file.replace("must", "have to", "Pat Adviser")
    file.type_untracked("two years", "ten months")
    (tmp_path / "back.docx").write_bytes(file.saved())
    async with play(review) as app:
        await app.press("I")
        await app.type(str(tmp_path / "no.docx"), sees="there is no file")
        await app.press("enter", tells="there is no file")
        app.app.screen.query_one(Input).value = ""
        await app.type(str(tmp_path / "back.docx"), sees="enter takes")
        await app.press("enter")
        await app.type("pat@southmere.example", "enter", sees=("Who wrote this?", "Changed without tracking"))
        assert "ten months" in app.seen()
        await app.type("pat adv", "enter", sees="2 of 2 new ones taken")
        await app.press("escape")
        await _choose_file(app, str(tmp_path / "back.docx"))
        assert "2 of 2 new ones taken" in app.seen()
        await app.press("enter", "escape", "2", "a", tells="is pending (you brought it in); S submits it")
    assert {row["by"] for row in ask(run, review, "threads")["threads"]} == {"Pat Adviser <pat@southmere.example>"}


async def test_the_list_explains_its_keys_and_signs(review: Clone, answer: Path, play: Open) -> None:
    """A question mark shows what each key does and what each sign means; a box with answers names them."""
    async with play(review) as app:
        await _choose_file(app, answer.name)
        await app.type("pat@southmere.example", "enter")
        await app.type("Kim O. <kim@northvale.example>", "enter", sees="? help")
        await app.press("?", sees=("Take the marked line, or leave it out.", "it is left out"))
        await app.press("?", tells="What can be done here: esc leave")
        await app.press("escape", sees="2 of 2 new ones taken")
