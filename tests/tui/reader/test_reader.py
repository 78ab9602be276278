"""What keys do in the reader, told as key presses."""

import pytest

from reviewtui.tui.reader.highlight import Highlight
from tests.tui.reader.reader_app import ReaderApp

TEXT = """\
# Pre-election period

During this period officers must **think** before they post. If in doubt, ask.

* Stop [scheduled posts](https://a.example/x) early.
* Keep records.

## Records

Keep them for a year.
"""


def place(words: str) -> int:
    return TEXT.index(words)


async def test_the_caret_walks_over_what_is_shown() -> None:
    """Marks are passed over: behind “must ” comes the first letter of the strong word."""
    app = ReaderApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.reader.show(TEXT)
        app.reader.go_to(place("must"))
        await pilot.press(*["right"] * 5)
        assert app.reader.caret == place("think")
        await pilot.press("left")
        assert app.reader.caret == place(" **think")
        assert app.carets[-1] == app.reader.caret


@pytest.mark.parametrize(
    ("key", "start", "end"),
    [
        ("ctrl+right", "officers", "must"),
        ("ctrl+left", "must", "officers"),
        ("right_parenthesis", "officers", "If in doubt"),
        ("left_parenthesis", "doubt", "If in doubt"),
        ("ctrl+down", "officers", "Stop"),
        ("ctrl+up", "records", "Keep records"),
        ("home", "officers", "During"),
        ("ctrl+home", "officers", "Pre-election"),
    ],
)
async def test_the_caret_goes_by_words_sentences_and_paragraphs(key: str, start: str, end: str) -> None:
    """Each key goes to where the next word, sentence, paragraph or line begins."""
    app = ReaderApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.reader.show(TEXT)
        app.reader.go_to(place(start))
        await pilot.press(key)
        assert TEXT[app.reader.caret :].startswith(end)


async def test_a_selection_grows_and_shrinks() -> None:
    """From the word to its sentence, paragraph and section, and back to nothing at the same place."""
    app = ReaderApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.reader.show(TEXT)
        app.reader.go_to(place("think") + 2)
        seen = []
        for _ in range(4):
            await pilot.press("plus")
            seen.append(app.chosen)
        assert seen[0] == "think"
        assert seen[1] == "During this period officers must **think** before they post."
        assert seen[2] == seen[1] + " If in doubt, ask."
        assert seen[3] == TEXT.rstrip().removeprefix("# ")
        await pilot.press("minus", "minus", "minus")
        assert app.chosen == "think"
        await pilot.press("minus")
        assert app.chosen == ""
        assert app.reader.caret == place("think") + 2
        assert app.selections[-1][0] == app.selections[-1][1]


async def test_a_section_ends_at_the_next_heading_of_its_level() -> None:
    """Growing inside the second section takes that section only."""
    app = ReaderApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.reader.show(TEXT)
        app.reader.go_to(place("a year"))
        await pilot.press("plus", "plus", "plus")
        assert app.chosen == TEXT[place("Records") :].rstrip()


async def test_selecting_by_hand() -> None:
    """`v` starts, moves extend, `esc` drops; shift extends without `v`."""
    app = ReaderApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.reader.show(TEXT)
        app.reader.go_to(place("officers"))
        await pilot.press("v", "ctrl+right", "ctrl+right")
        assert app.chosen == "officers must **"
        await pilot.press("escape")
        assert app.chosen == ""
        await pilot.press("shift+right", "shift+right", "shift+right")
        assert len(app.chosen) == 3
        await pilot.press("right")
        assert app.chosen == ""


async def test_pages_turn_and_the_caret_keeps_its_row() -> None:
    """Page down moves the text by a screen less two lines, page up brings it back."""
    app = ReaderApp()
    async with app.run_test(size=(80, 12)) as pilot:
        app.reader.show("\n\n".join(f"Paragraph number {number}." for number in range(100)))
        await pilot.press("pagedown")
        assert app.reader.scroll_offset.y == 10
        assert "Paragraph number 5." in app.reader.prose.source[app.reader.caret :][:20]
        await pilot.press("pageup")
        assert app.reader.scroll_offset.y == 0
        assert app.reader.caret == 0


async def test_lines_are_counted_as_they_are_shown() -> None:
    """Down goes to the next line of the screen and comes back to the same cell behind a short one."""
    app = ReaderApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.reader.show("one two three\n\nfour\n\nfive six seven")
        app.reader.go_to(8)
        await pilot.press("down", "down")
        assert app.reader.caret == 19
        await pilot.press("down", "down")
        assert app.reader.caret == 21 + 8


async def test_enter_picks_the_remark_at_the_caret_and_goes_through_those_that_overlap() -> None:
    """The shortest first; with one of them active, the next."""
    app = ReaderApp()
    wide = Highlight(5, 30, "substance", "open", "wide")
    inner = Highlight(8, 12, "wording", "open", "inner")
    async with app.run_test(size=(100, 30)) as pilot:
        app.reader.show(TEXT, highlights=[wide, inner])
        app.reader.go_to(9)
        await pilot.press("enter")
        app.reader.show(TEXT, highlights=[wide, Highlight(8, 12, "wording", "open", "inner", active=True)])
        await pilot.press("enter")
        assert app.picked == ["inner", "wide"]


async def test_showing_the_same_text_again_keeps_caret_selection_and_place() -> None:
    """A command that adds a remark does not move what is on the screen."""
    app = ReaderApp()
    async with app.run_test(size=(60, 10)) as pilot:
        source = TEXT * 20
        app.reader.show(source)
        await pilot.press("pagedown", "pagedown", "shift+right")
        before = (app.reader.scroll_offset, app.reader.caret, app.reader.selected)
        app.reader.show(source, highlights=[Highlight(3, 9, "praise", "open", "k")])
        assert (app.reader.scroll_offset, app.reader.caret, app.reader.selected) == before


async def test_marks_and_link_targets_are_shown_on_demand() -> None:
    """One key shows the marks and where links lead to, and hides them again."""
    app = ReaderApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.reader.show(TEXT)
        assert not any("a.example" in row for row in app.rows())
        await pilot.press("ctrl+t")
        assert any("[scheduled posts](https://a.example/x)" in row for row in app.rows())
        await pilot.press("ctrl+t")
        assert not any("a.example" in row for row in app.rows())
        app.reader.go_to(place("scheduled"))
        assert app.reader.link == "https://a.example/x"


async def test_reading_begins_behind_the_front_matter() -> None:
    """The caret starts at the first words of prose; the one line for what stands above moves nothing later."""
    app = ReaderApp()
    async with app.run_test(size=(80, 8)):
        app.reader.show("---\ntitle: x\n---\n" + TEXT)
        assert app.reader.prose.source[app.reader.caret :].startswith("Pre-election")
        assert [row.strip() for row in app.rows()[:2]] == ["\u22ef 3 lines for programs", "Pre-election period"]


async def test_an_empty_text_says_so_and_takes_every_key() -> None:
    """Nothing to read is no reason to fail."""
    app = ReaderApp()
    async with app.run_test(size=(80, 20)) as pilot:
        assert any("Opening the text …" in row for row in app.rows())
        app.reader.show("")
        await pilot.press(
            "down", "up", "right", "ctrl+end", "pagedown", "plus", "minus", "v", "escape", "enter", "ctrl+t"
        )
        await pilot.press("ctrl+right", "left_parenthesis", "home", "end", "shift+down")
        assert any("Nothing is written here yet." in row for row in app.rows())
