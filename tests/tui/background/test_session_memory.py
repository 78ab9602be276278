"""What the app remembers of a clone from one run to the next."""

import pytest

from tests.acting import remark
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run
from tests.tui.conftest import Open
from tests.tui.holding import held

pytestmark = pytest.mark.slow


def _is_placed(*_: object, **named: object) -> bool:
    """Whether a look at the repository is the one that finds the remarks."""
    return bool(named.get("placed", True))


async def test_what_is_new_is_shown_until_it_was_looked_at(review: Clone, run: Run, play: Open) -> None:
    """Counted since the app was left; a remark and a text stop being new when they are shown, the rest stays."""
    async with play(review, NORTHVALE) as app:
        assert " new" not in app.seen()
        app.send("q")
        await app.left()
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=SOUTHMERE)
    run(review, "submit", who=SOUTHMERE)
    review.commit_edit("policy/principles.md", "should ask", "must ask", "Duty", who=SOUTHMERE)
    async with play(review, NORTHVALE) as app:
        assert "2 new" in app.seen()
        await app.press("W", sees=("Why two?", "1 new"))
        await app.press("q")  # what is not shared yet is told first
        app.send("enter")
        await app.left()
    async with play(review, NORTHVALE) as app:
        assert "1 new" in app.seen()
        await app.press("W", sees="\u2590")
        assert "1 new" not in app.seen()
        await app.press("q")  # what is not shared yet is told first
        app.send("enter")
        await app.left()
    async with play(review, NORTHVALE) as app:
        assert " new" not in app.seen()


async def test_what_one_person_saw_is_still_new_to_another(review: Clone, run: Run, play: Open) -> None:
    """Two people at one clone: filter and what was looked at are each one's own, the colours are there for both."""
    for who in (NORTHVALE, OFFICER):
        async with play(review, who) as app:
            await app.press("f9", "q") if who == NORTHVALE else await app.press("q")
    remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=SOUTHMERE)
    async with play(review, NORTHVALE) as app:
        assert "1 new" in app.seen()
        await app.press("W", "f")
        await app.type("open", "enter", "escape", "q")
    async with play(review) as app:
        assert app.app.theme == "light"
        assert "only open" not in app.seen()
        assert "1 new" in app.seen()


async def test_what_one_does_oneself_is_not_new(review: Clone, run: Run, play: Open) -> None:
    """New is what others did: neither a decision and its words in the text, nor an edit in one's own work tree."""
    place = ("suggest", "principles", "--quote", "must think", "--replace", "must ask", "-m", "Law")
    run(review, *place, who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    async with play(review) as app:
        await app.press("q")  # what is not shared yet is told first
        app.send("enter")
        await app.left()
    async with play(review) as app:
        await app.press("2", "a", "enter")
        assert "must ask" in review.read("policy/principles.md")
        await app.press("1")
        assert " new" not in app.seen()


async def test_filter_and_colours_come_back(review: Clone, run: Run, play: Open) -> None:
    """What was chosen is there with the next start, in this clone."""
    remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why two?")
    async with play(review, NORTHVALE) as app:
        await app.press("f")
        await app.type("open", "enter", "escape", "f9", "q")  # what is not shared yet is told first
        app.send("enter")
        await app.left()
    async with play(review, NORTHVALE) as app:
        assert "only open" in app.seen()
        assert app.app.theme == "light"


async def test_the_app_opens_where_one_stopped(review: Clone, play: Open) -> None:
    """And says so; whoever has pressed a key by then is moved by nothing: ctrl+o goes there."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "]", "down")
        place = app.screen.view.reader.caret
        app.send("q")
        await app.left()
    async with play(review, NORTHVALE) as app:
        assert "This is where you stopped reading, in \u201cRecords\u201d." in app.told()
        assert (app.screen.view.number, app.screen.view.reader.caret) == (2, place)
        app.send("q")
        await app.left()
    async with play(review, NORTHVALE, before=lambda app: held(app.workspace, "look", _is_placed)) as app:
        await app.wait_for(lambda: app.app.screens.state is not None)
        app.send("f8", "escape")
        await app.wait_for(lambda: app.app.inputs.count == 2)
        app.release()
        await app.settle()
        assert "You stopped reading in \u201cRecords\u201d; ctrl+o goes back there." in app.told()
        assert app.screen.view.number == 0
        await app.press("ctrl+o")
        assert (app.screen.view.number, app.screen.view.reader.caret) == (2, place)


async def test_a_problem_of_the_record_is_named(review: Clone, play: Open) -> None:
    """The header counts problems; what the first one is, and where all are listed, is said once."""
    review.write("reviews/rounds/broken.toml", "what = [")
    async with play(review, NORTHVALE) as app:
        assert "1 problem" in app.seen()
        assert app.told().count("reviews/rounds/broken.toml: ") == 1
        assert "ctrl+p \u201cStatus\u201d lists all." in app.told()
        await app.press("ctrl+r")
        assert app.told().count("reviews/rounds/broken.toml: ") == 1


async def test_ones_own_decision_is_not_told_as_news(review: Clone, run: Run, play: Open) -> None:
    """A remark that is new to the author, decided before it was looked at in the text: the decision is told once."""
    async with play(review) as app:
        await app.press("ctrl+q")
    name = remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    async with play(review) as app:
        assert "1 new" in app.seen()
        await app.press("2", "x")
        await app.type("The law says two.", "ctrl+s")
        assert f"Declined {name[-4:]}" in app.told()
        assert "goes there" not in app.told()
