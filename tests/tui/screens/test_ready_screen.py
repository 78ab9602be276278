"""A release from the app: what stands in its way is told, its key says what it does, and then the next one is ahead."""

import pytest

from tests.acting import ask
from tests.conftest import Clone, Run
from tests.tui.conftest import Open
from tests.tui.holding import held


async def test_a_release_tells_what_it_does_and_what_speaks_against_it(remarked: Clone, play: Open) -> None:
    """The gates that do not pass stand above the fields, with commit and tag; the key is called Release."""
    async with play(remarked) as app:
        await app.press("4", "!")
        seen = app.seen()
        assert "conditions are not met: Blocking remarks, Remarks decided" in seen
        assert "Commits the release with its documents, and tags it" in seen
        assert "ctrl+s Release" in seen
        assert "ctrl+s Save" not in seen
        await app.press("escape", "1", "c", sees="ctrl+s Save")


async def test_what_is_not_judged_anew_yet_is_told_as_of_before(remarked: Clone, play: Open) -> None:
    """After a decision the gates of before are not shown as those of now, nor in a release that is begun then."""
    async with play(remarked) as app:
        await app.press("4", sees="1.0 is not ready")
        assert "As of before" not in app.seen()
        await app.press("2", "K")
        await app.type("Noted.")
        with held(app.app.workspace, "judged") as gate:
            app.send("ctrl+s", "4")
            await app.wait_for(lambda: "As of before the last change: 1.0 is not ready" in app.seen())
            app.send("!")
            await app.wait_for(lambda: "ctrl+s Release" in app.seen())
            assert "not met" not in app.seen().partition("Release the draft")[2]
            gate.set()
            await app.settle()
        assert "As of before" not in app.seen()


@pytest.mark.slow
async def test_after_a_release_the_app_is_about_the_next_one(remarked: Clone, play: Open) -> None:
    """1.0 is out: readiness and the next release are about 1.1."""
    async with play(remarked) as app:
        await app.press("4", "!", "tab")
        await app.type("The council meets today.", "ctrl+s", "enter", sees="1.1 is not ready", tells="Released 1.0")
        await app.press("!")
        assert app.screen.composer.content.replacement == "1.1"


async def test_a_gate_is_one_line_until_it_is_unfolded(remarked: Clone, play: Open) -> None:
    """Enter shows and hides the evidence of one gate, e that of all; the mark stays."""
    async with play(remarked) as app:
        await app.press("4", sees=("Blocking remarks: decide 1", "enter Unfold"))
        await app.press("enter", sees=("enter Fold", "Why two?"))
        await app.press("n", sees="enter Read there")
        await app.press("p", "enter")
        assert "Why two?" not in app.seen()
        await app.press("*", sees="TBC?")
        await app.press("*")
        assert "TBC?" not in app.seen()


@pytest.mark.quick(1)
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 50)])
async def test_who_has_read_what_and_the_trend_are_in_sight_and_in_reach(
    remarked: Clone, play: Open, size: tuple[int, int]
) -> None:
    """Without scrolling: gates, grid and the milestones since the first release; tab goes there, enter on."""
    async with play(remarked, size=size) as app:
        await app.press("4")
        seen = app.seen()
        assert "Blocking remarks" in seen
        assert "Who has read what" in seen
        assert "northvale" in seen
        assert "since 0.1:" in seen
        await app.press("tab", "n", sees="northvale: ")
        await app.press("tab", "enter", sees="enter Fold")
        await app.press("tab", "enter")
        assert app.screen.NAME == "read"


async def test_why_a_release_was_refused_stays_in_the_form(remarked: Clone, play: Open) -> None:
    """Until it is tried again, and on a low screen too; the log has it, and no line above the form says it twice."""
    async with play(remarked, size=(80, 24)) as app:
        await app.press("4", "!", "ctrl+s", tells="is not ready")
        assert app.seen().count("✗ 1.0 is not ready") == 1
        assert app.find("#messages").display is False
        await app.press("ctrl+u")
        await app.type("one", sees="✗ 1.0 is not ready")
        await app.press("ctrl+s", sees="✗ 'one' is no version number; write it like 1.0 or 1.0.1.")
        assert "is not ready; say" not in app.seen()
        await app.press("ctrl+u")
        await app.type("1.0", "tab")
        await app.type("To be read.", "ctrl+s", sees="release 1.0")
        assert "no version number" not in app.seen()
        await app.press("escape", "escape", "!")
        assert "no version number" not in app.seen()


async def test_a_release_that_will_be_refused_is_refused_before_it_is_written(remarked: Clone, play: Open) -> None:
    """Edits that are not committed are told at the key; a number that is none, or a tag's, before the last question."""
    async with play(remarked) as app:
        text = remarked.read("policy/records.md")
        remarked.write("policy/records.md", text + "\nMore.\n")
        app.app.loader.start_reading()
        await app.settle()
        await app.press("4", "!")
        assert app.screen.composer.form is None
        assert "a release is committed text" in app.told()
        remarked.write("policy/records.md", text)
        app.app.loader.start_reading()
        await app.settle()
        await app.press("!", "tab")
        await app.type("Enough.", "shift+tab")
        for version, refused in (("one", "is no version number"), ("0.1", "There is a tag 0.1 already")):
            await app.press("home", "ctrl+k")
            await app.type(version, "ctrl+s", tells=refused)
            assert app.screen.composer.form is not None


async def test_a_mark_is_no_reason_to_release(remarked: Clone, play: Open) -> None:
    """“ok” is refused in the form, which says what a reason is and stays open."""
    async with play(remarked) as app:
        await app.press("4", "!", "tab")
        await app.type("ok", "ctrl+s", sees="“ok” is no reason to release all the same")
        assert app.screen.composer.form is not None


@pytest.mark.parametrize("size", [(80, 24), (60, 15)])
async def test_the_gates_come_first_where_there_is_little_room(
    remarked: Clone, play: Open, size: tuple[int, int]
) -> None:
    """Who has read what is one line below them until it is turned to, and again afterwards."""
    async with play(remarked, size=size) as app:
        await app.press("4")
        rows, grid = app.find("#rows"), app.find("#grid")
        assert grid.size.height == 1
        assert "Who has read what" in app.seen()
        assert rows.outer_size.height > size[1] // 2
        await app.press("tab", "n")
        assert grid.outer_size.height > rows.outer_size.height
        assert "Principles" in app.seen()
        await app.press("tab")
        assert grid.size.height == 1
        assert "Who has read what" in app.seen()


async def test_a_version_before_the_newest_release_is_told(remarked: Clone, run: Run, play: Open) -> None:
    """0.2 after 0.9 may be meant; it is never offered, nor released, without a word."""
    ask(run, remarked, "release", "0.9", "--override", "To be read.")
    async with play(remarked, size=(120, 40)) as app:
        await app.press("4", "!", "ctrl+u")
        await app.type("0.2", "tab")
        await app.type("It is a correction.", "ctrl+s", sees="Release 0.2?")
        assert "0.2 comes before 0.9, which is released already and stays the newest." in app.seen()
    told = run(remarked, "release", "0.2", "--override", "It is a correction.")
    assert (told[0], "0.2 comes before 0.9" in told[2]) == (0, True)
    assert "comes before" not in run(remarked, "release", "0.10", "--override", "It has to go on.")[2]


async def test_what_is_missing_is_said_without_words_of_the_program(review: Clone, play: Open) -> None:
    """No gates, no tables of a file, and of a key of this screen not that it is on this screen."""
    async with play(review, size=(160, 50)) as app:
        await app.press("4", sees=("conditions are not met", "cannot be said yet", "“Settings…”, under “topics”"))
        assert not any(word in app.seen() for word in ("gate", "[[", "on Ready?", "question"))
        await app.press("!", sees="conditions are not met: ")
        assert "gate" not in app.seen()
