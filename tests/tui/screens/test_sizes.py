"""The app at every size that a terminal has."""

import pytest

from reviewtui.tui.keys.key_table import SCREENS
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open

SIZES = ((60, 15), (80, 24), (100, 30), (120, 36), (160, 50), (300, 100), (20, 5), (500, 12))


@pytest.mark.slow
async def test_every_screen_at_every_size(review: Clone, run: Run, play: Open) -> None:
    """No size of the terminal stops a screen, a dialog or the composer, and what is typed stays."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    async with play(review) as app:
        for number, _ in enumerate(SCREENS, 1):
            await app.press(str(number))
            for width, height in SIZES:
                await app.pilot.resize_terminal(width, height)
                await app.settle()
        await app.press("1", "n", "r")
        await app.type("Half a word")
        for width, height in SIZES:
            await app.pilot.resize_terminal(width, height)
            await app.settle()
        assert app.screen.composer.content.body == "Half a word"
        await app.press("escape", "?")
        await app.pilot.resize_terminal(60, 15)
        await app.press("escape")


async def test_the_smallest_size_shows_text_remark_and_keys(review: Clone, run: Run, play: Open) -> None:
    """At 60 by 15 one reads, sees the thread at the caret, and is told the first keys."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    async with play(review, size=(60, 15)) as app:
        await app.press("n")
        seen = app.seen()
        assert "two years" in seen
        assert "Comment" in seen
        assert "Help" in seen
        await app.press("o", sees="Principles")
        await app.press("escape", "c")
        await app.type("Small", sees="Small")


@pytest.mark.parametrize("keys", [("2", "enter"), ("n",), ("]",)])
async def test_going_to_a_place_shows_the_text(remarked: Clone, play: Open, keys: tuple[str, ...]) -> None:
    """The drawer of sections covers the text of a narrow screen: whoever goes somewhere sees what stands there."""
    async with play(remarked, size=(80, 24)) as app:
        await app.press("o", sees="Sections")
        await app.press("1", *keys)
        assert "Sections" not in app.seen()
        assert app.screen.view.reader.has_focus
        await app.press("o", sees="Sections")


async def test_keys_in_the_outline_are_about_the_row_marked_there(remarked: Clone, play: Open) -> None:
    """On a narrow screen, where it covers the text; who leaves the form is in the text again."""
    async with play(remarked, size=(80, 24)) as app:
        await app.press("o", "down", "c")
        chosen = app.screen.view.section.name
        assert (app.screen.view.number, app.screen.composer.form.section) == (1, chosen)
        await app.press("escape")
        assert "Sections" not in app.seen()
        assert app.screen.view.reader.has_focus


async def test_who_writes_on_the_smallest_screen_is_told_how_to_save(review: Clone, play: Open) -> None:
    """At 60 by 15 the keys stand below the words, and each field says what it is for."""
    async with play(review, size=(60, 15)) as app:
        for key in ("c", "s"):
            await app.press("]", key)
            lines = app.seen().splitlines()
            assert "ctrl+s Save, pending  esc Later" in lines[-1]
            assert lines[-2].startswith("\u2570")
            await app.press("escape")
        await app.press("s", sees="Why, if you want to say (tab)")


async def test_a_release_fits_the_smallest_screen(review: Clone, play: Open) -> None:
    """At 60 by 15 the gates that do not pass, the version and the keys are in sight, also below a message."""
    async with play(review, size=(60, 15)) as app:
        await app.press("4", "!")
        words = " ".join(app.seen().replace("\u2502", " ").split())
        assert "Read by at least 2 organisations, Sign-offs of 2 asked organisations" in words
        assert "Version" in words
        assert "Why is it released all the same?" in words
        for keys in ((), ("ctrl+s",), ("tab",)):
            await app.press(*keys)
            lines = app.seen().splitlines()
            assert "ctrl+s Release  esc Later" in lines[-1]
            assert lines[-2].startswith("\u2570")
        await app.press("escape", "n", sees="conditions are not met")


async def test_gates_have_the_room_of_a_low_screen(review: Clone, play: Open) -> None:
    """At 80 by 24 who read what is two lines until somebody goes there."""
    async with play(review, size=(80, 24)) as app:
        await app.press("4")
        gates = app.find("#rows").size.height
        assert gates > 2 * app.find("#grid").size.height
        await app.press("tab")
        assert app.find("#grid").size.height > app.find("#rows").size.height


async def test_a_low_terminal_names_its_screen_and_leads_to_the_others(remarked: Clone, play: Open) -> None:
    """At 60 by 15 the first line holds the screens, the shown one by its name; a click on a number goes there."""
    async with play(remarked, NORTHVALE, size=(60, 15)) as app:
        for key, here in (("1", "1 Read 2 3 4 5 "), ("4", "1 2 3  4 Ready? 5 "), ("2", "1  2 Decide 3 4 5 ")):
            await app.press(key)
            assert app.seen().splitlines()[0].strip().startswith(here)
        await app.pilot.click(offset=(app.seen().splitlines()[0].index("5"), 0))
        await app.settle()
        assert app.app.current_mode == "history"
        await app.press("1", "c")
        await app.type("Why?")
        rows = app.seen().splitlines()
        assert "ctrl+l Throw away" in rows[-1]
        assert "not blocking (ctrl+b)" in rows[-3]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 50)])
async def test_who_has_read_what_keeps_its_columns(remarked: Clone, play: Open, size: tuple[int, int]) -> None:
    """Their names stay above the rows down to the last section, and no row is cut."""
    for number in range(24):
        remarked.write(f"policy/more-{number:02}.md", f"# Section of the channels, number {number:02}\n\nRead it.\n")
    remarked.commit("More")
    async with play(remarked, size=size) as app:
        await app.press("4")
        if size == (80, 24):
            # One line until it is turned to: the names of the columns, and not a row out of the middle.
            assert app.seen().splitlines()[-2].split()[:5] == ["Who", "has", "read", "what", "northvale"]
        await app.press("tab", *["n"] * 24)
        rows = app.seen().splitlines()
        head = next(number for number, row in enumerate(rows) if "Who has read what" in row)
        names = rows[head]
        sections = [row for row in rows[head:] if "Section of the channels" in row]
        assert "number 2" in sections[-1]
        for row in sections:
            where = row.index("Section of")
            assert "\u2026" not in row[where:]
            assert row.index("\u25cb", where) - 3 == names.index("northvale")
