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
    await app.type(name)
    await app.press("enter")


@pytest.mark.usefixtures("answer")
async def test_a_name_is_asked_about_and_all_is_taken(review: Clone, run: Run, play: Open) -> None:
    """I opens the folder of what was downloaded; an address is typed for each name; enter brings all of it in."""
    async with play(review) as app:
        await app.press("I")
        assert "back.docx" in app.seen()
        await app.type("back")
        await app.press("enter")
        assert "Pat Adviser" in app.seen()
        await app.type("pat@southmere.example")
        assert "Southmere Council" in app.seen()
        await app.press("enter")
        assert "Kim Other" in app.seen()
        await app.type("Kim O. <kim@northvale.example>")
        await app.press("enter")
        assert "2 of 2 new ones taken" in app.seen()
        assert "[-must-]" in app.seen()
        assert "have to" in app.seen()
        await app.press("enter")
        assert "Brought in from back.docx: 2" in app.seen()
        await app.press("enter")
        assert "back.docx: Brought in 2; pending until you submit." in app.seen()
        assert "S submits." in app.told()
        assert "from a Word file (sent out as" in " ".join(app.seen().replace("\u2502", " ").split())
    rows = {row["root"]: row for row in ask(run, review, "threads")["threads"]}
    assert rows["suggestion"]["by"] == "Pat Adviser <pat@southmere.example>"
    assert (rows["comment"]["by"], rows["comment"]["organisation"]) == ("Kim O. <kim@northvale.example>", "northvale")


async def test_some_of_it_is_left_out(review: Clone, run: Run, answer: Path, play: Open) -> None:
    """Space leaves the marked one out; a leaves all out, and then enter only says so."""
    async with play(review) as app:
        await _choose_file(app, str(answer))
        for name in ("pat", "kim"):
            await app.type(f"{name}@southmere.example")
            await app.press("enter")
        await app.press("a")
        assert "0 of 2 new ones taken" in app.seen()
        await app.press("enter")
        assert "0 of 2 new ones taken" in app.seen()
        assert "Nothing is taken" in app.told()
        await app.press("a", "space")
        assert "1 of 2 new ones taken" in app.seen()
        await app.press("enter")
        assert "Brought in 1, 1 left out" in app.told()
    assert [row["root"] for row in ask(run, review, "threads")["threads"]] == ["comment"]


@pytest.mark.slow
async def test_a_name_that_was_left_open_is_left_out_and_can_be_named_later(
    review: Clone, run: Run, answer: Path, play: Open
) -> None:
    """Esc leaves a name open: what they say cannot be taken until w says who it is, and enter tells what stays out."""
    async with play(review) as app:
        await _choose_file(app, str(answer))
        await app.press("enter")
        assert "Choose who it is first" in app.told()
        await app.press("escape")
        assert "0 of 2 new ones taken" in app.seen()
        assert "who is Pat Adviser?" in app.seen()
        await app.press("space")
        assert "Say first who it is" in app.told()
        await app.press("w")
        await app.type("pat@southmere.example")
        await app.press("enter")
        assert "1 of 2 new ones taken" in app.seen()
        await app.press("enter")
        assert "1 remark stays out, since nobody is named" in app.told()
        assert "1 of 2 new ones taken" in app.seen()
        await app.press("enter")
        assert "Brought in 1, 1 left out" in app.told()
    assert [row["by"] for row in ask(run, review, "threads")["threads"]] == ["Pat Adviser <pat@southmere.example>"]


@pytest.mark.slow
async def test_leaving_brings_nothing_in(review: Clone, run: Run, answer: Path, play: Open) -> None:
    """Esc in the preview leaves the record as it was, and says so."""
    async with play(review) as app:
        await _choose_file(app, str(answer))
        await app.press("escape", "escape")
        assert "Nothing of back.docx was brought in." in app.told()
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
        await app.press("I", "ctrl+u")
        assert "Downloads/" in app.seen()
        await app.type("down")
        await app.press("enter")
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
        await app.type(str(tmp_path / "no.docx"))
        assert "there is no file" in app.seen()
        await app.press("enter")
        assert "there is no file" in app.told()
        app.app.screen.query_one(Input).value = ""
        await app.type(str(tmp_path / "back.docx"))
        assert "enter takes" in app.seen()
        await app.press("enter")
        await app.type("pat@southmere.example")
        await app.press("enter")
        assert "Who wrote this?" in app.seen()
        assert "Changed without tracking" in app.seen()
        assert "ten months" in app.seen()
        await app.type("pat adv")
        await app.press("enter")
        assert "2 of 2 new ones taken" in app.seen()
        await app.press("escape")
        await _choose_file(app, str(tmp_path / "back.docx"))
        assert "2 of 2 new ones taken" in app.seen()
        await app.press("enter", "escape", "2", "a")
        assert "is pending (you brought it in); S submits it" in app.told()
    assert {row["by"] for row in ask(run, review, "threads")["threads"]} == {"Pat Adviser <pat@southmere.example>"}


async def test_the_list_explains_its_keys_and_signs(review: Clone, answer: Path, play: Open) -> None:
    """A question mark shows what each key does and what each sign means; a box with answers names them."""
    async with play(review) as app:
        await _choose_file(app, answer.name)
        await app.type("pat@southmere.example")
        await app.press("enter")
        await app.type("Kim O. <kim@northvale.example>")
        await app.press("enter")
        assert "? help" in app.seen()
        await app.press("?")
        assert "Take the marked line, or leave it out." in app.seen()
        assert "it is left out" in app.seen()
        await app.press("?")
        assert "What can be done here: esc leave" in app.told()
        await app.press("escape")
        assert "2 of 2 new ones taken" in app.seen()
