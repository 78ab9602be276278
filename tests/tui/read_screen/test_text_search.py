"""A search counts while one types, goes through remarks too, and leaves one where one was."""

import pytest

from reviewtui.workspace.workspace import Workspace
from tests.acting import ask, remark
from tests.conftest import Clone, Run
from tests.tui.conftest import Open, Play


@pytest.fixture
def spoken(review: Clone, run: Run) -> Clone:
    """A policy with a remark that says a word of the text, and one without a place that says it too."""
    remark(run, review, "comment", "records", "--quote", "two years", "-m", "Do officers keep them?")
    remark(run, review, "comment", "-m", "Officers of which council?")
    return review


async def _found(app: Play, words: str) -> None:
    await app.wait_for(lambda: words in app.seen())


async def test_it_counts_as_one_types(spoken: Clone, play: Open) -> None:
    """Text and remarks are counted before enter is pressed, and the first place is shown."""
    async with play(spoken) as app:
        await app.press("/")
        await app.type("officers")
        await _found(app, "1 of 4 (2 in the text, 2 in remarks)")
        assert app.screen.view.section.name == "principles.md"
        await app.press("down")
        await _found(app, "2 of 4 (2 in the text, 2 in remarks)")
        await app.press("up")
        await app.type("xyz")
        await _found(app, "nowhere in the policy or its remarks")


async def test_esc_goes_back_to_where_it_began(spoken: Clone, play: Open) -> None:
    """Looking for words while typing moves nobody who leaves the search."""
    async with play(spoken) as app:
        await app.press("down")
        caret = app.screen.view.reader.caret
        await app.press("/")
        await app.type("officers")
        await _found(app, "1 of 4")
        await app.press("escape")
        assert (app.screen.view.section.name, app.screen.view.reader.caret) == ("index.md", caret)
        assert "1 of 4" not in app.seen()


async def test_the_line_goes_when_somebody_reads_on(spoken: Clone, play: Open) -> None:
    """One line down what was counted is of no use any more; f3 goes on and tells it again."""
    async with play(spoken) as app:
        await app.press("/")
        await app.type("officers", "enter", sees="1 of 4 · n next, esc ends (2 in the text, 2 in remarks)")
        await app.press("down")
        assert "in the text" not in app.seen()
        await app.press("f3", sees="3 of 4")


async def test_f3_goes_through_text_and_remarks(spoken: Clone, play: Open) -> None:
    """Places of the text, a remark at its place, a remark without one, and round again; shift+f3 goes back."""
    async with play(spoken) as app:
        await app.press("/")
        await app.type("officers", "enter")
        threads = []
        for key in ("f3", "f3", "f3", "f3", "shift+f3"):
            await app.press(key)
            thread = app.screen.current_focus.subject.thread
            threads.append(thread.body if thread else app.screen.view.reader.selected)
        text = app.screen.view
        assert threads[1] == "Do officers keep them?"
        assert threads[2] == threads[4] == "Officers of which council?"
        assert text.section is not None
        await app.press("escape", "escape")
        assert "in the text" not in app.seen()


async def test_esc_ends_a_search_that_was_kept_in_one_step(spoken: Clone, play: Open) -> None:
    """The line goes with the selection of what was found."""
    async with play(spoken) as app:
        await app.press("/")
        await app.type("officers", "enter", sees="1 of")
        await app.press("escape")
        start, end = app.screen.view.reader.selected
        assert start == end
        assert not app.find("#search-bar").has_class("-open")


@pytest.mark.parametrize("screen", ["2", "3", "4", "5"])
async def test_a_search_begins_from_every_screen(spoken: Clone, play: Open, screen: str) -> None:
    """The letters behind it are searched for in the text; on a list they would be keys."""
    async with play(spoken) as app:
        await app.press(screen)
        await app.burst("/", *"officers")
        await _found(app, "1 of 4")
        assert app.app.current_mode == "read"
        assert app.screen.composer.form is None


async def test_what_was_found_is_not_selected_unasked(spoken: Clone, play: Open) -> None:
    """A remark is on the sentence that holds the words; on the words alone once somebody selects them."""
    async with play(spoken) as app:
        await app.press("/")
        await app.type("must think", "enter", sees="1 of")
        assert not app.screen.current_focus.subject.selected
        await app.press("c")
        assert "Officers must think" in app.screen.composer.form.quote
        await app.press("escape", "/", "enter", "shift+left")
        await app.press("c")
        assert app.screen.composer.form.quote == "must thin"


async def test_a_remark_is_found_by_its_id(spoken: Clone, run: Run, play: Open) -> None:
    """Or by the beginning of it, also once it is decided; no word of it has to be said anywhere."""
    remarks = Workspace.open(spoken.path).load().review
    thread = next(each for each in remarks.threads.values() if each.anchors[0].is_passage)
    name = remarks.name_of(thread.id)
    ask(run, spoken, "decline", name, "-m", "They do.")
    async with play(spoken) as app:
        await app.press("/")
        await app.type(name[:3])
        await _found(app, f"1 of 1, remark {name} (1 remark of this name)")
        await app.type(name[3:], "enter")
        assert app.screen.current_focus.subject.thread.id == thread.id
        assert app.screen.view.section.name == "records.md"


async def test_n_goes_through_what_was_found_until_esc_ends_it(spoken: Clone, play: Open) -> None:
    """As in other programs; p goes back, the footer says so, and behind esc both keys are about remarks again."""
    async with play(spoken) as app:
        await app.press("/")
        await app.type("officers", "enter", sees=("1 of 4 · n next, esc ends", "n Next match"))
        await app.press("n", sees="2 of 4")
        await app.press("n", sees="3 of 4")
        assert app.screen.current_focus.subject.thread.body == "Do officers keep them?"
        await app.press("n", "n", sees="1 of 4")
        await app.press("p", "p", sees="3 of 4")
        await app.press("escape")
        assert not app.find("#search-bar").has_class("-open")
        assert "Next match" not in app.seen()
        await app.press("n", tells="Round again")
