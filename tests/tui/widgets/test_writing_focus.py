"""As long as something is written, what is typed is words: no key leaves the form, and nothing else begins."""

from tests.acting import ask
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open


async def test_tab_behind_a_reason_leaves_no_letter_to_the_list(remarked: Clone, run: Run, play: Open) -> None:
    """A decline with tab between its words is a decline, with all of them."""
    async with play(remarked) as app:
        await app.press("2", "x")
        await app.burst(*"No, since ", "tab", *"a bad idea", "shift+tab", *"!", "ctrl+s")
    (declined,) = [each for each in ask(run, remarked, "threads")["threads"] if each["state"] == "declined"]
    assert declined["decision_body"] == "No, since a bad idea!"


async def test_tab_goes_round_between_the_fields_of_a_form(remarked: Clone, run: Run, play: Open) -> None:
    """In a suggestion tab goes from the words to the reason and back; no key of the text acts."""
    async with play(remarked, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "s")
        await app.burst(*" One.", "tab", *"Why", "tab", *" Two.", "shift+tab", *" so", "ctrl+s")
    (mine,) = [each for each in ask(run, remarked, "threads")["threads"] if each["root"] == "suggestion"]
    assert mine["replacement"].endswith(" One. Two.")
    assert mine["body"] == "Why so"


async def test_a_release_is_left_by_no_digit(remarked: Clone, play: Open) -> None:
    """Shift+tab from the version goes to its reason, where 1 is a letter; esc closes the form and stays."""
    async with play(remarked) as app:
        await app.press("4", "!", "shift+tab", "1")
        assert app.screen.NAME == "ready"
        assert app.screen.composer.content.body == "1"
        await app.press("escape")
        assert app.screen.composer.form is None
        assert app.screen.NAME == "ready"


async def test_a_click_beside_the_form_takes_no_words_from_it(remarked: Clone, play: Open) -> None:
    """Somebody clicks into the list to look there, and types on: the words go on, and esc closes the form."""
    async with play(remarked) as app:
        await app.press("2", "x")
        await app.type("No, ")
        await app.pilot.click("#rows", offset=(5, 4))
        await app.type("a bad idea")
        assert app.screen.composer.content.body == "No, a bad idea"
        await app.press("escape")
        assert app.screen.composer.form is None


async def test_nothing_else_begins_while_something_is_written(remarked: Clone, play: Open) -> None:
    """The palette says why not; an act that is asked for in spite of it leaves the words as they are."""
    async with play(remarked) as app:
        await app.press("2", "x")
        await app.type("No", "ctrl+p")
        await app.type("accept", sees="not now: You are writing")
        await app.press("enter")
        assert app.screen.composer.form.act == "declined"
        assert "esc leaves them for later" in app.told()
        await app.type("!")
        assert app.screen.composer.content.body == "No!"


async def test_tab_in_a_search_leaves_no_letter_to_the_screen(remarked: Clone, play: Open) -> None:
    """What is typed behind tab is searched for as well."""
    async with play(remarked) as app:
        await app.press("/")
        await app.burst(*"two", "tab", *" years")
        assert app.find("#search").value == "two years"
