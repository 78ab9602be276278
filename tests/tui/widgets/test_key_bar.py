"""The footer keeps what matters, however narrow the screen is."""

from tests.acting import ask, remark
from tests.conftest import OFFICER, Clone, Run
from tests.sharing import bare_of
from tests.tui.conftest import Open


async def test_what_waits_has_its_key_at_eighty_columns(review: Clone, run: Run, play: Open) -> None:
    """Share, submit and unsaved words stand in the footer of every screen, before keys that can wait."""
    bare_of(review)
    remark(run, review, "suggest", "records", "--quote", "two years", "--replace", "three years")
    ask(run, review, "comment", "-m", "Mine.", who=OFFICER)
    async with play(review, size=(80, 24)) as app:
        await app.press("c")
        await app.type("Half", "escape")
        for screen in "12345":
            await app.press(screen)
            footer = app.seen().splitlines()[-1]
            assert all(words in footer for words in ("u Unsaved", "S Submit", "Y Share", "? Help")), footer
        await app.press("2")
        assert "a Accept" in app.seen().splitlines()[-1]


async def test_what_the_pane_asks_for_first_is_the_first_key(review: Clone, run: Run, play: Open) -> None:
    """Where several want the same words, settling them stands in the footer beside unsaved words, submit and share."""
    bare_of(review)
    for words in ("must ask", "must wait"):
        remark(run, review, "suggest", "principles", "--quote", "must think", "--replace", words)
    ask(run, review, "comment", "-m", "Mine.", who=OFFICER)
    async with play(review, size=(80, 24)) as app:
        await app.press("c")
        await app.type("Half", "escape", "2")
        assert app.seen().splitlines()[-1].startswith(" G Settle  a Accept")


async def test_who_selects_is_told_so(remarked: Clone, play: Open) -> None:
    """Behind `v` the line of messages and the footer say what moves do and how that ends; then the keys are back."""
    sentence = "Selecting: move, then c or s; esc ends it"
    async with play(remarked, size=(80, 24)) as app:
        before = app.seen().splitlines()[-1]
        for moves in ((), ("right", "right")):
            await app.press("v", sees=f"{sentence}.")
            await app.press(*moves)
            assert app.seen().splitlines()[-1].strip() == sentence
            await app.press("escape")
            assert app.seen().splitlines()[-1] == before
        await app.press("v", "right", "c")
        assert "ctrl+s Save" in app.seen().splitlines()[-1]


async def test_who_types_a_search_is_told_what_ends_it(remarked: Clone, play: Open) -> None:
    """While letters go into the search the footer names no key that would be one of them."""
    sentence = "down next \u00b7 enter stays there \u00b7 esc goes back to where you were"
    async with play(remarked, size=(80, 24)) as app:
        before = app.seen().splitlines()[-1]
        await app.press("/")
        await app.type("two")
        assert app.seen().splitlines()[-1].strip() == sentence
        await app.press("escape")
        assert app.seen().splitlines()[-1] == before
        await app.press("/", "enter")
        assert "c Comment" in app.seen().splitlines()[-1]


async def test_no_key_is_offered_below_a_dialog(remarked: Clone, play: Open) -> None:
    """The footer names keys that act; over a list, a question or the palette it is empty, and comes back behind it."""
    async with play(remarked) as app:
        before = app.seen().splitlines()[-1]
        assert "Comment" in before
        for key in ("f", "ctrl+p", "question_mark"):
            await app.press(key)
            assert not app.seen().splitlines()[-1].strip()
            await app.press("escape")
            assert app.seen().splitlines()[-1] == before
