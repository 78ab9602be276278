"""The registry of keys: one table for bindings, footer, help, palette and the page of the documentation."""

from pathlib import Path

import pytest

from reviewtui.tui.app.app import ReviewApp
from reviewtui.tui.background.locked_workspace import LockedWorkspace
from reviewtui.tui.keys.key_notes import unknown_key_note
from reviewtui.tui.keys.key_table import (
    FOOTER,
    KEYS,
    SCREENS,
    WRITING,
    bindings,
    footer_keys,
    keys_before_words,
    keys_of,
)
from reviewtui.tui.keys.reader_keys import ACTIONS
from reviewtui.tui.state.requests import AppRequest
from reviewtui.tui.state.screen_state import Focus
from reviewtui.tui.widgets.composer import Composer
from reviewtui.views.compose.thread_acts import THREAD_ACTS
from tests.conftest import Clone
from tests.tui.conftest import Open


@pytest.mark.parametrize("screen", SCREENS)
def test_no_two_acts_of_a_screen_share_a_key(screen: str) -> None:
    """Each key of a screen does one thing, and none takes a key from the text."""
    used = [key for row in keys_of(screen) for key in row.keys.split(",") if key]
    assert len(used) == len(set(used))
    if screen == "read":
        own = {key for row in ACTIONS for key in row.keys.split(",")} - {"escape"}
        assert not own & set(used)


def test_a_key_means_the_same_on_every_screen() -> None:
    """Nobody has to know where they are to know what a key does; what is alike in kind may share one."""
    alike = (
        {"next_remark", "next_item", "next_line"},
        {"previous_remark", "previous_item", "previous_line"},
        {"open_place", "open_version", "open_remark_here"},
        {"comment", "comment_change"},
        {"choose_old", "compare_version"},
        {"select_row", "next_page"},
        {"back", "drop_selection"},
    )
    acts: dict[str, set[str]] = {}
    for named in (*((key.keys, key.act) for key in KEYS), *((action.keys, action.name) for action in ACTIONS)):
        for key in filter(None, named[0].split(",")):
            acts.setdefault(key, set()).add(named[1])
    assert [(key, names) for key, names in acts.items() if len(names) > 1 and not any(names <= a for a in alike)] == []


@pytest.mark.parametrize("screen", SCREENS)
def test_every_act_is_done_by_somebody(screen: str) -> None:
    """A key without anybody behind it would be a key that silently does nothing."""
    app = ReviewApp(LockedWorkspace(Path()))
    known = {*app.screens.get(screen)._parts.acts, *app.requests.acts, *THREAD_ACTS}
    for key in keys_of(screen):
        assert key.act in known or key.act.startswith("screen_"), key.act


def test_every_request_and_every_act_of_writing_is_answered() -> None:
    """What a screen may ask of the app has somebody who answers it; the composer does what its own keys ask."""
    app = ReviewApp(LockedWorkspace(Path()))
    assert set(AppRequest.__subclasses__()) == set(app.requests._answers)
    assert {key.act for key in WRITING} == set(Composer().acts)


@pytest.mark.parametrize("screen", FOOTER)
def test_footers_name_keys_that_are_there(screen: str) -> None:
    """What a footer shows is in the registry."""
    assert footer_keys(screen)


def test_every_binding_has_its_own_name() -> None:
    """Keys can be changed one by one, by the binding's name."""
    names = [binding.id for screen in SCREENS for binding in bindings(screen)]
    assert len(names) == len(set(names))


def test_before_the_policy_is_there_every_key_says_so() -> None:
    """No reason fails without a state, and each explains itself."""
    for key in KEYS:
        for screen in key.where or tuple(SCREENS):
            assert isinstance(key.unavailable(Focus(screen)), str)


def test_leaving_cannot_be_taken_away() -> None:
    """Ctrl+q leaves whatever has the focus."""
    found = [binding for binding in ReviewApp.BINDINGS if getattr(binding, "key", "") == "ctrl+q"]
    assert found
    assert getattr(found[0], "priority", False)


def test_a_key_that_does_nothing_says_so() -> None:
    """Whoever knows a key from an older version, or holds shift by mistake, hears which key they mean."""
    assert unknown_key_note("decide", "k", {}) == (
        "k does nothing here; K is \u201cNote\u201d. ? shows what every key does."
    )
    assert unknown_key_note("read", "exclamation_mark", {}, "!") == (
        "! does nothing here; on Ready? it is \u201cRelease\u201d. ? shows what every key does."
    )
    assert unknown_key_note("read", "dollar_sign", {"read.help": "f1"}, "$") == (
        "$ does nothing here. f1 shows what every key does."
    )


def test_words_are_expected_behind_keys_that_write_and_behind_no_others() -> None:
    """What is typed behind a refused key is dropped where it is words, and acts where it is other keys."""
    before = {screen: keys_before_words(screen, {}) for screen in SCREENS}
    assert {"c", "r", "x", "slash", "g", "F"} <= before["read"]
    assert not before["decide"] & {"space", "J", "Q", "z", "n", "f"}
    assert not before["read"] & {"full_stop", "comma", "percent_sign", "m", "z", "n"}
    assert {"O", "exclamation_mark"} <= before["ready"]
    assert "c" in before["compare"]


async def test_j_and_k_go_down_and_up_wherever_one_reads(remarked: Clone, play: Open) -> None:
    """In the text, the outline, the remark, every list and every box they do what the arrows do."""
    async with play(remarked, size=(120, 40)) as app:
        await app.press("j", "j", "k")
        first = app.screen.view.reader.caret
        await app.press("ctrl+home", "down")
        assert app.screen.view.reader.caret == first
        app.find("#outline").focus()
        await app.press("j", "j", "k", "enter")
        assert app.screen.view.number == 1
        for screen in ("2", "3", "5"):
            await app.press(screen, "j")
            marked = app.find("#rows").highlighted
            await app.press("k", "down")
            assert app.find("#rows").highlighted == marked
        await app.press("4", "j")
        assert app.find("#rows").highlighted == 1
        await app.press("f8", "j", "k", "escape")
        assert "does nothing" not in app.told()
