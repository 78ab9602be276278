"""The comparing screen follows the draft, and never calls anybody away from another one."""

import pytest

from reviewtui.tui.widgets.rows import Rows
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open
from tests.tui.holding import held


@pytest.mark.slow
async def test_a_change_outside_leaves_a_half_written_comment_alone(remarked: Clone, play: Open) -> None:
    """Compared once, then the text changes outside while somebody writes: the comment stays and takes the letters."""
    async with play(remarked, NORTHVALE) as app:
        await app.press("3", "1", "]", "c")
        await app.type("Half a thought")
        remarked.write("policy/records.md", remarked.read("policy/records.md").replace("two years", "six years"))
        app.app.loader.start_reading()
        await app.settle()
        assert app.app.current_mode == "read"
        await app.type(", then more", sees="Half a thought, then more")
        await app.press("escape", "3", sees="six years")


async def test_an_accepted_suggestion_leaves_the_queue_on_the_screen(review: Clone, run: Run, play: Open) -> None:
    """Compared once, then decided: the text changes with it, and the queue stays."""
    review.git("tag", "-a", "0.1", "-m", "0.1")
    run(review, "suggest", "principles", "--quote", "must think", "--replace", "must ask", who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    async with play(review) as app:
        await app.press("3", "2", "a", "enter")
        assert app.app.current_mode == "decide"
        await app.press("3")
        assert "must ask" in " ".join(app.seen().split()) or "ask" in app.seen()


async def test_a_release_that_arrives_is_offered_and_nothing_jumps(remarked: Clone, play: Open) -> None:
    """What is compared stays when another version is released; a line says so, and the key for it compares anew."""
    async with play(remarked, size=(100, 30)) as app:
        await app.press("3")
        assert "The newest release" not in app.seen()
        remarked.git("tag", "-a", "0.2", "-m", "0.2")
        app.app.loader.start_reading()
        await app.settle()
        assert "0.1 \u2192 draft" in app.seen()
        assert "The newest release is 0.2: b compares from it." in app.seen()
        await app.press("b", "enter", sees="0.2 \u2192 draft")
        assert "The newest release" not in app.seen()


@pytest.mark.slow
async def test_a_comparison_that_takes_long_calls_nobody_back(remarked: Clone, play: Open) -> None:
    """Who has gone on to another screen while two versions are compared stays there."""
    async with play(remarked) as app:
        with held(app.app.workspace, "compare") as gate:
            await app.pilot.press("3")
            await app.pilot.press("2")
            await app.pilot.pause()
            gate.set()
            await app.settle()
        assert app.app.current_mode == "decide"
        await app.press("3")
        assert "must ask" in " ".join(app.seen().split()) or "must" in app.seen()


async def test_history_leads_to_a_comparison(remarked: Clone, play: Open) -> None:
    """Only who asks for a comparison is taken to it."""
    async with play(remarked) as app:
        await app.press("5")
        rows = app.screen.query_one("#rows", Rows)
        while "0.1" not in str(rows.get_option_at_index(rows.highlighted or 0).prompt):
            await app.press("n")
        await app.press("b")
        assert app.app.current_mode == "compare"
        assert "0.1 → draft" in app.seen()
        await app.press("escape")
        assert app.app.current_mode == "history"
        await app.press("3", "escape")
        assert app.app.current_mode == "read"


async def test_a_change_of_history_is_told_by_who_made_it(remarked: Clone, play: Open) -> None:
    """Not by two ids; esc leads back to its entry, in sight."""
    async with play(remarked) as app:
        await app.press("5")
        rows = app.screen.query_one("#rows", Rows)
        while "Duty" not in str(rows.get_option_at_index(rows.highlighted or 0).prompt):
            await app.press("n")
        await app.press("b", sees="Policy Officer, today: Duty")
        assert "\u2192" not in app.seen().splitlines()[2]
        await app.press("escape")
        assert any("\u25b8" in row and "Duty" in row for row in app.seen().splitlines())


@pytest.mark.parametrize("size", [(160, 50), (120, 40)])
async def test_both_versions_stand_beside_each_other_where_there_is_room(
    remarked: Clone, play: Open, size: tuple[int, int]
) -> None:
    """The key for columns gives the other form, and what somebody chose stays at every width."""
    columns = size == (160, 50)

    def beside() -> bool:
        return any("should ask" in row and "must ask" in row for row in app.seen().splitlines())

    async with play(remarked, size=size) as app:
        await app.press("3")
        assert beside() is columns
        assert ("{+must+}" in app.seen()) is not columns
        if columns:
            await app.pilot.resize_terminal(120, 40)
            await app.settle()
            assert not beside()
            await app.pilot.resize_terminal(*size)
            await app.settle()
        await app.press("|")
        assert beside() is not columns
        await app.pilot.resize_terminal(170, 50)
        await app.settle()
        assert beside() is not columns


async def test_esc_leaves_a_comparison_that_is_not_there_yet(remarked: Clone, play: Open) -> None:
    """One press gives it up and goes back: there is nothing to stay for."""
    async with play(remarked) as app:
        with held(app.app.workspace, "compare") as gate:
            await app.pilot.press("3")
            await app.wait_for(lambda: app.app.current_mode == "compare" and "esc gives up" in app.seen())
            await app.pilot.press("escape")
            await app.wait_for(lambda: app.app.current_mode == "read")
            gate.set()
            await app.settle()
        await app.press("3")
        assert "must ask" in " ".join(app.seen().split()) or "must" in app.seen()


async def test_comparing_is_told_as_comparing(remarked: Clone, play: Open) -> None:
    """While two versions are compared the screen says so, and a key does not say that there is nothing."""
    async with play(remarked) as app:
        with held(app.app.workspace, "compare") as gate:
            app.send("3")
            await app.wait_for(lambda: "Comparing" in app.seen())
            assert "n Next" not in app.seen()
            app.send("n")
            await app.wait_for(lambda: "still being compared" in app.told())
            gate.set()
            await app.settle()
        assert "all changes" in app.seen()


@pytest.mark.parametrize("back", ["escape", "1"])
async def test_one_escape_goes_back_from_the_passage(remarked: Clone, play: Open, back: str) -> None:
    """What is selected there is only shown: esc is back at once; whoever stays by a number drops it as ever."""
    async with play(remarked) as app:
        await app.press("3", "enter")
        reader = app.screen.view.reader
        assert "esc goes back to Compare." in app.told()
        assert reader.selected[0] < reader.selected[1]
        await app.press(back)
        assert app.app.current_mode == ("compare" if back == "escape" else "read")
        await app.press("1", "escape")
        assert reader.selected[0] == reader.selected[1]
        assert app.app.current_mode == "read"


async def test_a_selection_of_ones_own_is_dropped_first(remarked: Clone, play: Open) -> None:
    """Whoever selects other words there loses these by the first esc, and is back with the second."""
    async with play(remarked) as app:
        await app.press("3", "enter", "left", "shift+right", "escape")
        assert app.app.current_mode == "read"
        await app.press("escape")
        assert app.app.current_mode == "compare"


async def test_a_filter_stays_and_one_key_ends_it(remarked: Clone, run: Run, play: Open) -> None:
    """As with remarks: it is told with the key that shows all, and another comparison does not drop it unseen."""
    assert run(remarked, "release", "0.2", "--override", "To be read.")[0] == 0
    remarked.commit_edit("policy/records.md", "two years", "two  years", "Space")
    remarked.commit_edit("policy/principles.md", "must think", "may think", "Loosen it")
    async with play(remarked) as app:
        await app.press("3", "f")
        await app.type("substantive", "enter", sees="only substantive (0: all)")
        await app.press("b", "enter", sees="only substantive (0: all)")
        await app.press("0", sees="all changes", tells="All changes are shown again.")
        await app.press("0", tells="All changes are shown; f shows only some.")


async def test_a_comparison_that_history_opened_ends_with_the_key_of_the_screen(remarked: Clone, play: Open) -> None:
    """It says which key goes back and which compares as usual; from elsewhere too that key opens the usual one."""
    async with play(remarked, size=(100, 30)) as app:
        for way in (("3",), ("1", "3")):
            await app.press("5")
            rows = app.screen.query_one("#rows", Rows)
            while "Duty" not in str(rows.get_option_at_index(rows.highlighted or 0).prompt):
                await app.press("n")
            await app.press("b", sees=("Duty", "esc goes back to History; 3 compares the draft with 0.1."))
            await app.press(*way, sees="0.1 \u2192 draft")
            assert "goes back to" not in app.seen()
        await app.press("escape")
        assert app.app.current_mode == "read"


async def test_the_key_of_the_screen_ends_versions_of_ones_own(remarked: Clone, play: Open) -> None:
    """Pressed where they are compared; whoever comes from another screen finds them as they were left."""
    async with play(remarked) as app:
        await app.press("3", "B", "down", "enter", sees="0.1 \u2192 0.1")
        await app.press("1", "3", sees="0.1 \u2192 0.1")
        await app.press("3", sees="0.1 \u2192 draft")


async def test_what_was_compared_before_is_told_as_that(remarked: Clone, play: Open) -> None:
    """While others are compared, and after esc; nothing goes on saying that versions are being compared."""
    async with play(remarked) as app:
        await app.press("3")
        with held(app.app.workspace, "compare") as gate:
            app.send("b", "enter")
            await app.wait_for(lambda: "Comparing \u2026 below is what was compared before." in app.seen())
            assert app.screen.query_one("#rows").has_class("-old")
            await app.wait_for(lambda: "esc gives up" in app.seen())
            app.send("escape")
            await app.wait_for(lambda: "Given up: comparing. Below is what was compared before." in app.seen())
            assert app.app.current_mode == "compare"
            assert "omparing \u2026" not in app.seen()
            assert not app.screen.query_one("#rows").has_class("-old")
            gate.set()
            await app.settle()
        await app.press("b", "enter", sees="0.1 \u2192 draft")
        assert "compared before" not in app.seen()


async def test_a_list_that_does_not_hold_what_was_done_looks_as_the_old_one(remarked: Clone, play: Open) -> None:
    """Its words are dim for as long as the first lines say that something is read, and no longer."""
    async with play(remarked) as app:
        await app.press("2")
        rows = app.screen.query_one("#rows", Rows)
        with held(app.app.workspace, "look") as gate:
            app.send("K")
            await app.pilot.pause()
            app.send(*"Noted", "ctrl+s")
            await app.wait_for(lambda: "reading \u2026" in app.seen() and rows.styles.text_opacity < 1)
            gate.set()
            await app.settle()
        assert rows.styles.text_opacity == 1
