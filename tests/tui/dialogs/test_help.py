"""The help explains every sign of the screen it is opened on."""

import pytest

from reviewtui.tui.dialogs.help import LEGENDS, HelpDialog, help_rows
from reviewtui.tui.keys.key_table import SCREENS
from reviewtui.tui.reader.highlight import KIND_LETTERS, STATE_SIGNS
from reviewtui.tui.state.screen_state import Focus
from reviewtui.tui.widgets.marked_list import CHOSEN_ROW
from reviewtui.views.findings.finding_marks import BARRING_FLAW, FLAW
from reviewtui.views.readiness.participation_grid import SIGNS as GRID_SIGNS
from reviewtui.views.readiness.readiness_rows import LEADS
from reviewtui.views.styled_text import words_of
from reviewtui.views.threads.deciding.queue import CHOSEN
from tests.conftest import Clone
from tests.tui.conftest import Open

_USED = {
    "read": {
        *KIND_LETTERS.values(),
        *STATE_SIGNS.values(),
        "\u2691",
        "\u25cf 3",
        FLAW,
        BARRING_FLAW,
        "\u2595",
        "\u2590",
        "\u25c7",
    },
    "decide": {CHOSEN, CHOSEN_ROW},
    "compare": {CHOSEN_ROW, "\u21b3"},
    "ready": {*(sign for sign, _, _ in GRID_SIGNS.values()), CHOSEN_ROW, LEADS},
    "history": {"\u25cf", "\u25cb"},
}


@pytest.mark.parametrize("screen", SCREENS)
def test_every_sign_has_its_meaning(screen: str) -> None:
    """What is drawn on a screen stands in the legend of its help."""
    explained = {sign for _, legend in LEGENDS[screen] for sign, _ in legend}
    assert explained >= _USED[screen]
    assert "Signs" in words_of(row for _, row in help_rows(Focus(screen)))


_ALIKE = {"\u2713", "\u2717", "\u00b7", BARRING_FLAW}
"""Signs that say the same of two things: of a gate and of an organisation, of a section and of a remark in it."""


@pytest.mark.parametrize("screen", SCREENS)
def test_a_sign_has_one_meaning_on_a_screen(screen: str) -> None:
    """What stands before a row, beside a section and in the margin is told by the same words wherever it is."""
    meanings: dict[str, set[str]] = {}
    for sign, meaning in (row for _, legend in LEGENDS[screen] for row in legend):
        for each in sign.split():
            meanings.setdefault(each.rstrip("0123456789") or each, set()).add(meaning.partition(" with ")[0])
    assert {sign for sign, several in meanings.items() if len(several) > 1} <= _ALIKE


async def test_the_help_shows_the_legend(review: Clone, play: Open) -> None:
    """On the screen itself too."""
    async with play(review, size=(120, 240)) as app:
        await app.press("?", sees="section with a blocking remark that is not decided")


@pytest.mark.quick(2)
@pytest.mark.parametrize("number", range(1, len(SCREENS) + 1))
async def test_typing_signs_shows_what_each_sign_means(review: Clone, play: Open, number: int) -> None:
    """The legend of every screen is one word away, and the line to type in says so."""
    async with play(review, size=(120, 90)) as app:
        await app.press(str(number), "?", sees="\u201csigns\u201d")
        await app.type("signs")
        meanings = [meaning for _, legend in LEGENDS[list(SCREENS)[number - 1]] for _, meaning in legend]
        assert all(meaning in app.seen() for meaning in meanings)
        assert "Find anything that can be done" not in app.seen()


async def test_typing_leaves_what_holds_the_words(review: Clone, play: Open) -> None:
    """Words are looked for in what a key does; what is not meant goes away with its heading."""
    async with play(review) as app:
        await app.press("?")
        await app.type("reason put", sees="Defer")
        assert "Withdraw" not in app.seen()
        assert "Signs in the margin" not in app.seen()
        await app.press("escape")
        assert not isinstance(app.app.screen, HelpDialog)


async def test_the_help_says_how_a_long_remark_is_scrolled(review: Clone, play: Open) -> None:
    """The text has the keys that turn a page until tab leads to the remark."""
    async with play(review) as app:
        await app.press("?")
        await app.type("scroll", sees="pagedown, j, k scroll it")


async def test_one_character_is_the_key_of_that_name(review: Clone, play: Open) -> None:
    """A letter shows what that key does, be it capital or small, and nothing that only holds the letter."""
    async with play(review) as app:
        await app.press("?", "Z", sees="Text alone")
        assert "Undo" not in app.seen()
        await app.press("backspace", "z")
        assert "Text alone" not in app.seen()
        assert "Undo" in app.seen()
        await app.type(" qqq", sees="Nothing here is called that")


async def test_the_key_that_opens_the_help_closes_it(review: Clone, play: Open) -> None:
    """Also now that it begins with a field to type in."""
    async with play(review) as app:
        await app.press("?", "?")
        assert not isinstance(app.app.screen, HelpDialog)


async def test_what_is_chosen_in_the_help_is_done(review: Clone, play: Open) -> None:
    """Enter on a line does what its key does, a click too; what cannot be done now says why once more."""
    async with play(review) as app:
        await app.press("?")
        await app.type("remark on the policy as", "enter")
        assert app.screen.composer.form is not None
        await app.press("ctrl+l", "b", tells="b does nothing here; on Compare it is")
        await app.press("?")
        await app.type("defer", "enter", tells="no remark here")


async def test_f1_is_the_help_and_no_function_key_is_silent(review: Clone, play: Open) -> None:
    """What people try first in other programs works, or says that it does nothing."""
    async with play(review) as app:
        await app.press("f1")
        assert isinstance(app.app.screen, HelpDialog)
        await app.press("escape", "f7", tells="f7 does nothing here")
