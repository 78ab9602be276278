"""The text has room, the panes give way, and what is marked needs no colour."""

import json
import re

import pytest

from tests.acting import remark
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open

LONG = "word " * 60


@pytest.fixture
def wordy(review: Clone, run: Run) -> Clone:
    """A section with long lines and a remark on it, decided or not."""
    review.write(
        "policy/principles.md",
        f"---\norder: 2\nowner: nobody\n---\n# Principles\n\nOfficers think. {LONG}\n\nBe kind.\n",
    )
    review.commit("Say much")
    remark(run, review, "suggest", "principles", "--quote", "Officers think", "--replace", "Officers must think")
    return review


@pytest.mark.quick(2)
@pytest.mark.parametrize("size", [(120, 40), (147, 40), (150, 40), (160, 50), (170, 50)])
async def test_the_text_has_seventy_columns(wordy: Clone, play: Open, size: tuple[int, int]) -> None:
    """From 120 columns on a thread beside or below leaves the text at least 70."""
    async with play(wordy, size=size) as app:
        await app.press("n")
        assert app.screen.view.reader.prose.width >= 70
        assert "Officers think" in app.seen()


async def test_panes_give_way_and_can_be_sized(wordy: Clone, play: Open) -> None:
    """Z shows the text alone and brings the panes back; < and > move the room between text and remark."""
    async with play(wordy, size=(120, 40)) as app:
        await app.press("n")
        usual = app.screen.view.reader.page.rows
        await app.press("<")
        assert app.screen.view.reader.page.rows > usual
        await app.press(">", ">")
        assert app.screen.view.reader.page.rows < usual
        await app.press("Z")
        assert not app.find("#outline").display
        assert not app.find("#thread").display
        await app.press("Z", "<")
        assert app.find("#thread").display
        assert app.screen.view.reader.page.rows == usual


@pytest.mark.parametrize(("width", "outline"), [(100, 33), (120, 36), (150, 30), (160, 36), (180, 38), (200, 48)])
async def test_the_sections_take_what_the_text_can_spare(wordy: Clone, play: Open, width: int, outline: int) -> None:
    """Long titles are read whole where there is room; without them the remark still gets more room or less."""
    async with play(wordy, size=(width, 40)) as app:
        await app.press("n")
        assert app.find("#outline").outer_size.width == outline
        await app.press("o", ">")
        assert app.screen.view.reader.prose.width >= 70
        await app.press("<", "<")
        assert app.screen.view.reader.prose.width >= 70


@pytest.mark.quick(2)
@pytest.mark.parametrize("width", [80, 120, 160, 180])
async def test_the_text_alone_takes_the_whole_width(wordy: Clone, play: Open, width: int) -> None:
    """Z gives the text all columns, with a remark beside it and with none, the sections shown or hidden."""
    async with play(wordy, size=(width, 40)) as app:
        await app.press("Z")
        assert app.find("#reader").outer_size.width == width
        assert app.find("#reader").outer_size.height > 30
        await app.press("n")
        assert app.find("#reader").outer_size.width == width
        await app.press("o")
        assert app.find("#reader").outer_size.width == width


async def test_a_low_pane_leaves_out_what_is_marked_above(wordy: Clone, play: Open) -> None:
    """At 80 by 24 the words stand once, marked in the text, and the remark fits below."""
    async with play(wordy, size=(80, 24)) as app:
        await app.press("n")
        seen = app.seen()
        assert "\u2590Officers think" in seen
        assert "\u201cOfficers think\u201d" not in seen
        assert "Officers {+must+} think" in seen


async def test_front_matter_is_one_line(wordy: Clone, play: Open) -> None:
    """What only programs read is no prose; with the marks shown it stands as it is."""
    async with play(wordy) as app:
        await app.press("g", *"princ", "enter", "ctrl+home", sees="\u22ef 4 lines for programs")
        assert "owner: nobody" not in app.seen()
        await app.press("ctrl+t", sees="owner: nobody")


@pytest.mark.slow
async def test_a_remark_on_the_line_of_settings_is_one_on_the_heading(wordy: Clone, run: Run, play: Open) -> None:
    """Nobody remarks on what only programs read; in a comment at the end it is said that there are no words."""
    wordy.write("policy/principles.md", f"{wordy.read('policy/principles.md')}\n<!-- not yet -->\n")
    wordy.commit("Keep a note")
    async with play(wordy, NORTHVALE) as app:
        await app.press("g", *"princ", "enter", "ctrl+home", "s", sees="\u201cPrinciples\u201d")
        await app.press("escape", "ctrl+home", "c", sees="Comment on \u201cPrinciples\u201d")
        await app.type("Whose?", "ctrl+s", "escape", "ctrl+end", "home", "c", sees="Readers of the page do not see")
    threads = json.loads(run(wordy, "threads", "--json")[1])["threads"]
    assert "Principles" in {each["quote"] for each in threads}


async def test_plus_on_a_blank_line_takes_the_next_sentence(wordy: Clone, play: Open) -> None:
    """Where no word stands, it is what follows that is meant."""
    async with play(wordy) as app:
        await app.press("g", *"princ", "enter", "}", "}", "up", "+")
        reader = app.screen.view.reader
        assert reader.prose.source[slice(*reader.selected)].strip() == "Be kind."


async def test_no_colour_sends_none(wordy: Clone, play: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR no cell of any screen has a colour, and the marked row is reversed."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with play(wordy, NORTHVALE) as app:
        for key in ("n", "2", "3", "4", "5", "1", "c"):
            await app.press(key)
            styles = [segment.style for strip in app.app.screen._compositor.render_strips() for segment in strip]
            colours = {colour for style in styles if style for colour in (style.color, style.bgcolor) if colour}
            assert all(colour.is_default for colour in colours)
            assert any(style.reverse for style in styles if style)


async def test_a_table_whose_cells_wrap_keeps_its_rows_apart(review: Clone, play: Open) -> None:
    """Between rows of several lines stands a rule."""
    rows = "\n".join(f"| row {number} | {LONG} |" for number in range(3))
    review.commit_file("policy/principles.md", f"# T\n\n| a | b |\n|---|---|\n{rows}\n", "A table")
    async with play(review, size=(120, 50)) as app:
        await app.press("]")
        assert len(re.findall("\u2508\u253c\u2508", app.seen())) == 2


async def test_a_short_remark_takes_few_lines_from_the_text(review: Clone, run: Run, play: Open) -> None:
    """Below the text a remark has the lines that it needs, a long one at most a share; the passage stays in sight."""
    remark(run, review, "comment", "principles", "--quote", "Be kind", "-m", "Good.")
    remark(run, review, "comment", "records", "--quote", "two years", "-m", LONG * 6)
    async with play(review, size=(120, 40)) as app:
        await app.press("n")
        assert app.find("#thread").outer_size.height < 9
        await app.press("n")
        assert app.find("#thread").outer_size.height == 14
        assert "\u2590two years" in app.seen()
        await app.press("n")
        assert app.find("#thread").outer_size.height < 9
