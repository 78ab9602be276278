"""Finding one's way: sections, remarks, search, filters, and the other screens."""

import pytest

from reviewtui.tui.dialogs.answer_dialog import ConfirmDialog
from reviewtui.tui.dialogs.palette import PaletteDialog
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.widgets.message_line import MessageLine
from tests.acting import ask
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open


async def test_next_and_previous_remark(remarked: Clone, play: Open) -> None:
    """N and p walk through the remarks in reading order and go round."""
    async with play(remarked) as app:
        said = []
        for key in ("n", "n", "n", "n", "p"):
            await app.press(key)
            assert app.screen.current_focus.subject.thread is not None
            said.append(app.screen.current_focus.subject.thread.body)
        assert said == ["TBC?", "Good", "Why two?", "TBC?", "Why two?"]
        assert "Round again" in app.told()


async def test_the_header_says_who_and_what_changed(remarked: Clone, play: Open) -> None:
    """Title, words changed since the release, and who reads."""
    async with play(remarked, NORTHVALE) as app:
        assert "2 words changed since 0.1" in app.seen()
        assert "J. Reviewer, Northvale Council" in app.seen()


async def test_search_goes_on_into_other_sections(remarked: Clone, play: Open) -> None:
    """/ finds words that stand in a later section only."""
    async with play(remarked) as app:
        await app.press("/")
        await app.type("kept for two", "enter")
        assert app.screen.view.section.name == "records.md"
        assert "Records" in app.seen()
        await app.press("/")
        await app.type("unicorn", "enter", sees="nowhere in the policy or its remarks")


@pytest.mark.slow
async def test_searching_again_goes_on_through_the_sections_and_round(remarked: Clone, play: Open) -> None:
    """F3, and enter on the same words, lead on: here, in the other sections, and to the first again."""
    remarked.write("policy/records.md", "# Records\n\nPosts are records. Officers keep them for two years.\n")
    remarked.commit("Say who keeps them")
    async with play(remarked) as app:
        await app.press("/")
        await app.type("officers", "enter")
        ways = []
        for again in (("f3",), ("f3",), ("f3",), ("/", "enter"), ("/", "enter")):
            section = app.screen.view.section
            assert section is not None
            ways.append((section.name, app.screen.view.reader.selected[0]))
            await app.press(*again)
        assert [name for name, _ in ways] == ["principles.md", "principles.md", "records.md", *["principles.md"] * 2]
        assert ways[0] == ways[3] != ways[1] == ways[4]


async def test_turning_to_another_section_leaves_the_thread_behind(remarked: Clone, play: Open) -> None:
    """The pane is about the section that is shown: no key there acts on a remark that stands elsewhere."""
    async with play(remarked) as app:
        await app.press("n", "n")
        assert app.screen.current_focus.subject.thread is not None
        await app.press("[")
        assert app.screen.current_focus.subject.thread is None
        assert "Section" in app.seen()
        await app.press("]", "n")
        assert app.screen.current_focus.subject.thread is not None


async def test_filter_shows_some_remarks_only(remarked: Clone, play: Open) -> None:
    """F narrows n and p to what was chosen, and says so in the title."""
    async with play(remarked) as app:
        await app.press("f")
        await app.type("praise", "enter", "escape", "n")
        assert app.screen.current_focus.subject.thread is not None
        assert app.screen.current_focus.subject.thread.body == "Good"
        assert "only praise" in app.seen()
        await app.press("f", "enter", "escape")
        assert "only praise" not in app.seen()


async def test_go_to_a_section_by_name(remarked: Clone, play: Open) -> None:
    """G and some letters of a name."""
    async with play(remarked) as app:
        await app.press("g")
        await app.type("reco", "enter", sees="Posts are records")


async def test_ready_leads_to_the_passage(remarked: Clone, play: Open) -> None:
    """Gates stand with their evidence, and enter on it goes to the passage."""
    async with play(remarked) as app:
        await app.press("4", sees="1.0 is not ready")
        assert "Why two?" not in app.seen()
        await app.press("enter", "n", "enter")
        assert app.app.current_mode == "read"
        assert app.screen.current_focus.subject.thread is not None
        assert app.screen.current_focus.subject.thread.body == "Why two?"


async def test_release_with_a_reason(remarked: Clone, play: Open) -> None:
    """Gates that do not pass need a reason; with one the release is committed and tagged."""
    async with play(remarked) as app:
        await app.press("4", "!", "ctrl+s", tells="1.0 is not ready: Blocking remarks")
        await app.press("enter")
        await app.type("The council meets today.", "ctrl+s", "escape")
        assert "1.0" not in remarked.git("tag").split()
        assert app.screen.composer.content.body == "The council meets today."
        assert app.screen.composer.content.replacement == "1.0"
        await app.press("ctrl+s")
        seen = app.seen()
        assert "\u2717 Blocking remarks does not pass" in seen
        assert "Released all the same: The council meets today." in seen
        await app.press("enter", tells="Released 1.0")
        assert "is not ready: Blocking remarks" not in app.find("#messages").render().plain
    assert "1.0" in remarked.git("tag")


async def test_help_says_what_can_be_done_and_why_not(remarked: Clone, play: Open) -> None:
    """? lists the keys of the screen, with the reason of those that do nothing now."""
    async with play(remarked, size=(120, 200)) as app:
        await app.press("?", sees=("Help: Read", "Not now"))
        await app.press("escape")
        assert "Help: Read" not in app.seen()


async def test_palette_finds_an_act_by_name(remarked: Clone, play: Open) -> None:
    """Ctrl+p, some letters, enter: the act is done."""
    async with play(remarked) as app:
        await app.press("ctrl+p")
        await app.type("On section", "enter")
        form = app.screen.composer.form
        assert form is not None
        assert form.act == "comment"


async def test_colours_go_round(remarked: Clone, play: Open) -> None:
    """Every theme draws the screen."""
    async with play(remarked) as app:
        seen = set()
        for _ in range(5):
            seen.add(app.app.theme)
            assert "Principles" in app.seen()
            await app.press("f9")
        assert seen == {"dark", "light", "contrast", "ansi-dark", "ansi-light"}


async def test_a_click_in_the_footer_and_on_a_tab(remarked: Clone, play: Open) -> None:
    """Keys and screens can be clicked."""
    async with play(remarked) as app:
        await app.pilot.click("Tab", offset=(1, 0))
        await app.pilot.click("KeyBar", offset=(2, 0))
        await app.settle()
        assert app.screen.composer.form is not None


async def test_the_footer_shows_only_what_can_be_done(remarked: Clone, play: Open) -> None:
    """A reviewer sees no key of an author's, however many remarks there are; at 80 columns help is still there."""
    async with play(remarked, NORTHVALE, (80, 24)) as app:
        await app.press("n")
        footer = app.seen().splitlines()[-1]
        assert "c Comment" in footer
        assert "Accept" not in footer
        assert "Decline" not in footer
        assert "? Help" in footer


@pytest.mark.parametrize(
    ("typed", "begun", "told"),
    [("release", ("ready", "release"), ""), ("accept these", ("decide", ""), "No suggestion in")],
)
async def test_the_palette_does_what_another_screen_can(
    remarked: Clone, play: Open, typed: str, begun: tuple[str, str], told: str
) -> None:
    """From the text an author finds it under its name, is led to its screen, and it is done or it is said why not."""
    async with play(remarked) as app:
        await app.press("ctrl+p")
        await app.type(typed)
        await app.pilot.pause(0.5)
        await app.press("enter")
        form = app.screen.composer.form
        assert (app.app.current_mode, form.act if form is not None else "") == begun
        assert told in app.seen()


async def test_the_palette_opens_over_no_dialog(remarked: Clone, play: Open) -> None:
    """Over a form nothing of the palette could be done, so it stays away."""
    async with play(remarked) as app:
        await app.press("ctrl+g", "ctrl+p", sees="In which form")
        await app.press("escape", "ctrl+p")
        assert "In which form" not in app.seen()


async def test_the_palette_offers_nothing_that_is_called_otherwise(review: Clone, play: Open) -> None:
    """Letters that merely stand somewhere in an explanation are no match; its words are."""
    async with play(review, size=(120, 40)) as app:
        await app.press("ctrl+p")
        await app.type("spelling")
        await app.wait_for(lambda: "Nothing is called" in app.seen())
        await app.press("escape", "ctrl+p")
        await app.type("as it stands")
        await app.wait_for(lambda: "Mark read" in app.seen())


@pytest.mark.quick(2)
@pytest.mark.parametrize(
    ("typed", "found"),
    [("screens", "History"), ("reject", "Decline"), ("export", "Send out"), ("screenshot", "Picture")],
)
async def test_the_palette_knows_everyday_names(review: Clone, play: Open, typed: str, found: str) -> None:
    """Who does not know yet what an act is called here finds it by what they call it, or by its command."""
    async with play(review, size=(120, 60)) as app:
        await app.press("ctrl+p")
        await app.type(typed)
        await app.wait_for(lambda: found in app.seen())


async def test_a_click_on_a_count_begins_what_it_waits_for(review: Clone, play: Open) -> None:
    """What is pending in the header asks to be submitted; who one is leads nowhere."""
    async with play(review, size=(120, 36)) as app:
        await app.press("]", "ctrl+down", "c", "w", "o", "w", "ctrl+s")
        header = app.seen().splitlines()[0]
        await app.pilot.click(offset=(header.index("Officer"), 0))
        await app.settle()
        assert isinstance(app.app.screen, BaseScreen)
        await app.pilot.click(offset=(header.index("1 pending") + 2, 0))
        await app.settle()
        assert isinstance(app.app.screen, ConfirmDialog)
        lines = app.seen().splitlines()
        row = next(number for number, line in enumerate(lines) if "esc leave it" in line)
        await app.pilot.click(offset=(lines[row].index("esc leave it") + 2, row))
        await app.settle()
        assert not isinstance(app.app.screen, ConfirmDialog)
        await app.press("S")
        await app.pilot.click(offset=(0, 20))
        await app.settle()
        assert not isinstance(app.app.screen, ConfirmDialog)
        await app.press("g")
        await app.pilot.click(offset=(0, 20))
        await app.settle()
        assert app.app.screen is app.screen


async def test_the_right_button_shows_what_can_be_done(remarked: Clone, play: Open) -> None:
    """On a row it marks that row first, and leads nowhere."""
    async with play(remarked, size=(120, 36)) as app:
        await app.press("2")
        row = next(number for number, line in enumerate(app.seen().splitlines()) if "question" in line)
        await app.pilot.click(offset=(12, row), button=3)
        await app.settle()
        assert isinstance(app.app.screen, PaletteDialog)
        assert app.screen.current_focus.subject.thread.kind == "question"
        assert app.app.current_mode == "decide"


async def test_the_footer_offers_an_answer_to_ones_own_decided_remark(remarked: Clone, run: Run, play: Open) -> None:
    """Who made it can say whether the decision satisfies; the author cannot, and is offered no such key."""
    name = next(each for each in ask(run, remarked, "threads")["threads"] if each["kind"] == "general")["thread"]
    ask(run, remarked, "decline", name, "-m", "The law says so.")
    async with play(remarked, NORTHVALE, (160, 40)) as app:
        await app.press("l", "W", "h", "y", "enter")
        footer = app.seen().splitlines()[-1]
        assert "y Satisfied" in footer
        assert "R Reopen" in footer
    async with play(remarked, size=(160, 40)) as app:
        await app.press("l", "W", "h", "y", "enter")
        footer = app.seen().splitlines()[-1]
        assert "Satisfied" not in footer
        assert "Decline" not in footer


async def test_a_message_covers_nothing_whatever_is_over_the_screen(review: Clone, play: Open) -> None:
    """What is on top has a line of its own for it, as the palette: never a corner."""
    async with play(review) as app:
        await app.press("ctrl+p")
        app.app.notify("It was done.", markup=False)
        await app.settle()
        assert not app.app._notifications
        assert app.app.screen.query_one(MessageLine).display
