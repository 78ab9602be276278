"""Remarks as lists: what became of mine, filters that combine, and where one is among them."""

from contextlib import AbstractContextManager
from typing import Any

import pytest
from textual.widgets import OptionList

from tests.acting import ask, remark
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run
from tests.tui.conftest import Listening, Open
from tests.tui.holding import held


@pytest.fixture
def answered(review: Clone, run: Run) -> Clone:
    """Three remarks of two people, one of them declined with a reason."""
    first = remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why two?", "--blocking")
    remark(run, review, "comment", "principles", "--quote", "Be kind", "-m", "Good", "--kind", "praise")
    remark(
        run, review, "comment", "principles", "--quote", "Be brief", "-m", "How?", "--kind", "question", who=SOUTHMERE
    )
    assert run(review, "decline", first, "-m", "The law says two.")[0] == 0
    return review


async def test_my_remarks_and_what_became_of_them(answered: Clone, play: Open) -> None:
    """A reviewer sees their own remarks with the author's answer, and enter goes to one."""
    async with play(answered, NORTHVALE) as app:
        await app.press("L")
        seen = app.seen()
        assert "My remarks: 1 open \u00b7 1 declined" in seen
        assert "\u21b3 declined: The law says two." in seen
        assert "How?" not in seen
        assert "Records" in seen
        assert "J. Reviewer" not in seen.partition("My remarks")[2].partition("choose")[0]
        await app.type("why", "enter")
        assert app.screen.view.section.name == "records.md"
        assert app.screen.current_focus.subject.thread.body == "Why two?"


async def test_a_list_says_of_each_remark_whose_it_is_and_how_old(answered: Clone, run: Run, play: Open) -> None:
    """On two lines where there is room; the title counts all, in fewer words where it would be cut."""
    async with play(answered, OFFICER, size=(160, 50)) as app:
        await app.press("l", sees="All remarks: 2 open \u00b7 1 declined")
        row = next(row for row in app.seen().splitlines() if "question \u00b7 open" in row)
        assert "S. Reader, Southmere Council \u00b7 today \u00b7 Principles" in row
        await app.press("escape", "2", sees="today: How?")
    for words in ("accept", "note", "defer"):
        name = remark(run, answered, "comment", "records", "-m", words)
        assert run(answered, words, name, *(("-m", "Later.") if words == "defer" else ()))[0] == 0
    name = remark(run, answered, "comment", "records", "-m", "Gone")
    assert run(answered, "withdraw", name, who=NORTHVALE)[0] == 0
    async with play(answered, OFFICER, size=(80, 24)) as app:
        await app.press("l", sees="All remarks: 4 decided \u00b7 2 open \u00b7 1 withdrawn")


async def test_a_wide_screen_lists_the_remarks_of_the_section_beside_it(answered: Clone, play: Open) -> None:
    """Open ones first, as long as no remark is looked at."""
    async with play(answered, OFFICER, size=(160, 50)) as app:
        await app.press("]", sees=("praise \u00b7 open", "question \u00b7 open", "How?"))
        await app.press("]", sees=("general \u00b7 declined", "Why two?"))


async def test_what_stands_around_a_passage_is_read_beside_the_queue(answered: Clone, play: Open) -> None:
    """The paragraphs before and behind that of a comment."""
    async with play(answered, OFFICER, size=(160, 50)) as app:
        await app.press("2", sees="In the text")
        card = app.seen().partition("In the text")[2]
        assert "Tone" in card
        assert "Be brief, and answer" in card


async def test_a_list_before_places_are_known_says_of_none_that_it_is_gone(answered: Clone, play: Open) -> None:
    """It says in which file each was made."""

    def unplaced(app: Listening) -> AbstractContextManager[Any]:
        return held(app.workspace, "look", lambda *_, placed=True: placed)

    async with play(answered, before=unplaced) as app:
        await app.wait_for(lambda: app.app.screens.state is not None)
        app.send("l")
        await app.wait_for(lambda: "made in policy/records.md" in app.seen())
        assert "was in" not in app.seen()
        app.release()
        await app.settle()


async def test_filters_combine_and_the_list_stays(answered: Clone, play: Open) -> None:
    """Each choice says how many remarks it would leave beside those in force; esc keeps what was switched."""
    async with play(answered, NORTHVALE) as app:
        await app.press("f")
        await app.type("mine", "enter", sees="2 of 3 remarks")
        await app.press("ctrl+u")
        await app.type("decided", "enter", sees="1 of 3 remarks")
        await app.press("escape")
        assert app.state.remark_filter.mine
        assert app.state.remark_filter.decided_only
        await app.press("l", sees="Remarks, only decided, mine: 1 declined")


async def test_a_filter_is_told_while_the_text_is_read(answered: Clone, play: Open) -> None:
    """Remarks that are not shown are not taken for remarks that nobody made; a filter without a remark stays off."""
    async with play(answered, NORTHVALE, size=(80, 24)) as app:
        await app.press("f")
        await app.type("decided", "enter")
        await app.press("ctrl+u")
        await app.type("kind question", "enter", sees="no remark is decided, question")
        await app.press("escape")
        assert app.seen().startswith(" only decided (0: all)")
        await app.press("0")
        assert "only decided" not in app.seen()


async def test_counts_beside_a_filter_are_the_rows_that_it_lists(answered: Clone, play: Open) -> None:
    """On Decide, which lists what waits, a choice counts only that, says what waits no more, and where that is."""
    async with play(answered, size=(100, 40)) as app:
        await app.press("2", "f")
        rows = [str(row.prompt) for row in app.app.screen.query_one(OptionList).options]
        for choice in ("all remarks  2", "kind general  0", "blocking  0", "from Northvale Council  1"):
            assert any(row.endswith(f"{choice} waiting, 1 done with") for row in rows), rows
        assert any(row.endswith("kind praise  1") for row in rows)
        await app.type("general")
        await app.press("enter", "escape")
        # What stands in the place of rows is wrapped where rows are cut.
        rows = [row for row in app.seen().splitlines() if "\u2503" in row]
        told = " ".join(" ".join(row.split("\u2503")[1] for row in rows).split())
        assert "1 remark of the filter, but nothing waits." in told
        assert "l lists what is decided too; f changes it." in told
        assert "0 shows all remarks." in app.seen()
        await app.press("l")
        assert "Why two?" in app.seen()


async def test_a_click_switches_a_filter_and_moves_nothing(answered: Clone, play: Open) -> None:
    """A click on a choice looks as enter does: no row moves, no frame comes, and typing still filters."""
    async with play(answered, NORTHVALE) as app:
        await app.press("f")
        rows = app.app.screen.query_one(OptionList)
        before, place = rows.option_count, rows.region
        for number in (2, 3, 5, 2, 3, before - 1):
            await app.pilot.click(rows, offset=(6, number))
            await app.settle()
            assert (rows.option_count, rows.region, rows.highlighted) == (before, place, number)
        assert "\u2594" not in app.seen()
        await app.type("mine")
        assert rows.option_count == 1


async def test_decide_lists_decided_ones_when_asked(answered: Clone, play: Open) -> None:
    """With a filter for decided remarks the queue shows them, so that a decision can be taken back there."""
    async with play(answered) as app:
        await app.press("L", sees="You have not remarked yet; c in the text")
        await app.press("escape", "2")
        assert "Why two?" not in app.seen()
        await app.press("f")
        await app.type("declined", "enter", "escape", sees="Why two?")


async def test_no_key_acts_on_a_remark_that_a_filter_hides(answered: Clone, play: Open) -> None:
    """The pane beside the text lets go of it as its passage loses its mark; one that the filter takes stays."""
    async with play(answered) as app:
        await app.press("n")
        thread = app.screen.current_focus.subject.thread
        assert thread is not None
        await app.press("f")
        await app.type("decided only" if thread.is_open else "open only", "enter", "escape")
        assert app.screen.current_focus.subject.thread is None
        await app.press("0", "n")
        await app.press("f")
        await app.type("open only" if thread.is_open else "decided only", "enter", "escape")
        assert app.screen.current_focus.subject.thread is not None


async def test_the_queue_counts_what_it_lists(answered: Clone, play: Open) -> None:
    """Under a filter that was set in the text the title counts decided remarks as decided, and names the filter."""
    async with play(answered) as app:
        await app.press("f")
        await app.type("decided only", "enter", "escape", "2", sees=" only decided (0: all) \u00b7 1 decided ")
        assert "\u2691" not in app.seen()


@pytest.mark.slow
async def test_a_decided_remark_without_a_place_is_no_work(answered: Clone, run: Run, play: Open) -> None:
    """The tray counts open remarks by what they need, and decided ones apart; those in the text are counted as such."""
    answered.write("policy/extra.md", "# Extra\n\nUnicorns graze silently behind fountains.\n\nWhales sing at noon.\n")
    answered.commit("Extra")
    remark(run, answered, "comment", "extra", "--quote", "Unicorns graze silently", "-m", "Really?")
    decided = remark(run, answered, "comment", "extra", "--quote", "Whales sing", "-m", "Where?")
    assert run(answered, "decline", decided, "-m", "At sea.")[0] == 0
    (answered.path / "policy/extra.md").unlink()
    answered.commit("No extra")
    async with play(answered, size=(120, 40)) as app:
        await app.press("n", sees=("tray 1 orphaned, 1 dec", "1 of 2 open in the text"))


async def test_the_position_is_told(answered: Clone, play: Open) -> None:
    """In the text and in the queue one sees which of how many it is."""
    async with play(answered) as app:
        await app.press("n", sees="1 of 2 open in the text")
        await app.press("n", "n", sees="1 of 1 decided in the text")
        await app.press("2", sees="1 of 2 \u00b7 by section")


async def test_the_list_of_filters_says_where_a_remark_is_found_by_its_id(answered: Clone, play: Open) -> None:
    """An id is no filter: the list of remarks finds it."""
    async with play(answered, NORTHVALE) as app:
        thread = next(iter(app.state.draft.review.threads))
        await app.press("f")
        await app.type(thread[-4:], sees="l finds a remark by its id")
        await app.press("escape", "l")
        await app.type(thread[-4:], "enter")
        assert app.screen.current_focus.subject.thread.id == thread


async def test_the_list_of_what_is_submitted_says_what_each_does(answered: Clone, run: Run, play: Open) -> None:
    """An answer by whether it is satisfied, a suggestion by its change."""
    declined = next(each["thread"] for each in ask(run, answered, "threads")["threads"] if each["state"] == "declined")
    assert run(answered, "answer", declined, "--not-satisfied", "-m", "Which law?", who=NORTHVALE)[0] == 0
    changed = ("--quote", "must think before", "--replace", "must ask before")
    assert run(answered, "suggest", "principles", *changed, who=NORTHVALE)[0] == 0
    async with play(answered, NORTHVALE, size=(120, 40)) as app:
        await app.press("S")
        seen = app.seen()
    assert "not satisfied: Which law?" in seen
    assert "must [-think-] {+ask+} before" in seen


async def test_what_goes_on_below_stands_under_its_words(answered: Clone, run: Run, play: Open) -> None:
    """Words that take several rows of a list begin below each other, also after the screen became narrower."""
    said = "This is said at such length that no list at all has room for it on one single line, however wide."
    run(answered, "comment", "principles", "-m", said, who=NORTHVALE)
    async with play(answered, NORTHVALE, size=(120, 36)) as app:
        await app.press("L")
        await app.pilot.resize_terminal(60, 24)
        await app.settle()
        rows = app.seen().splitlines()
        first = next(number for number, row in enumerate(rows) if "This is said" in row)
        begins = rows[first].index("This is said")
        assert rows[first + 1][begins - 2 : begins] == "  "
        assert rows[first + 1][begins] != " "


async def test_a_remark_is_made_on_the_passage_that_is_marked(answered: Clone, play: Open) -> None:
    """Whoever went to a remark sees its passage between bars, and comments on just that; a selection comes first."""
    async with play(answered, SOUTHMERE) as app:
        await app.press("n")
        passage = app.screen.current_focus.subject.thread.anchors[0].exact
        await app.press("c")
        assert app.screen.composer.form.quote == passage
        await app.press("escape", "escape", "ctrl+home", "ctrl+down", "c")
        assert app.screen.composer.form.quote != passage
