"""Other keys, as somebody's own settings name them."""

import pytest
from textual.keys import _character_to_key

from reviewtui.tui.keys.rebinding import _key_of, keymap_of
from reviewtui.workspace.session.preferences import Preferences
from tests.conftest import NORTHVALE, Clone
from tests.tui.conftest import Open


def test_keys_are_changed_where_their_names_say() -> None:
    """An act by its name everywhere, on one screen with the screen's name before it; keys as people write them."""
    keymap, refused = keymap_of({"comment": "k", "decide.accept": "ctrl+a", "text.next_word": "J", "help": "f1, $"})
    assert not refused
    assert keymap["read.comment"] == "k"
    assert keymap["decide.accept"] == "ctrl+a"
    assert "read.accept" not in keymap
    assert keymap["text.next_word"] == "J"
    assert {keymap[f"{screen}.help"] for screen in ("read", "history")} == {"f1,dollar_sign"}


def test_a_second_key_is_given_away_and_the_first_one_stays() -> None:
    """J and k go down and up as well, until somebody wants them for something else."""
    keymap, refused = keymap_of({"comment": "k", "decide.note": "j"})
    assert not refused
    assert (keymap["read.comment"], keymap["text.previous_line"]) == ("k", "up")
    assert (keymap["decide.note"], keymap["decide.next_item"]) == ("j", "n")
    assert "ready.next_item" not in keymap


def test_every_sign_of_a_keyboard_is_a_key() -> None:
    """Signs are taken as Textual names them, whether people write the sign or its name."""
    signs = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    assert {sign: _key_of(sign) for sign in signs} == {sign: _character_to_key(sign) for sign in signs}
    assert _key_of("semicolon") == "semicolon"


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"comment": "s"}, "'read.comment' and 'read.suggest' both want the key 's'"),
        ({"comment": "v"}, "both want the key 'v'"),
        ({"write.save": "ctrl+t"}, "both want the key 'ctrl+t'"),
        ({"fly": "F"}, "'fly' is nothing that the app does"),
        ({"comment": "banana split"}, "is no key"),
        ({"comment": "ctrl+q"}, "is no key"),
    ],
)
def test_wishes_that_cannot_be_followed_are_named(wanted: dict[str, str], told: str) -> None:
    """Both acts of a conflict keep their own keys."""
    keymap, refused = keymap_of(wanted)
    assert told in " ".join(refused)
    assert not keymap


@pytest.mark.slow
async def test_changed_keys_act_and_stand_in_footer_and_help(review: Clone, play: Open) -> None:
    """The key that was asked for does it, the old one does not, and both places name the new one."""
    wishes = Preferences(theme="light", measure=40, keys={"comment": "k", "suggest": "c", "fly": "F"})
    async with play(review, NORTHVALE, preferences=wishes) as app:
        assert "'fly' is nothing" in app.told()
        assert "k Comment  c Suggest" in app.seen()
        await app.press("]", "ctrl+down", "c", sees="Suggest other words")
        await app.press("escape", "k", sees="Comment on")
        await app.press("ctrl+l", "?", sees="k  Comment")


@pytest.mark.slow
async def test_sentences_name_the_key_in_force(review: Clone, play: Open) -> None:
    """A hint inside a sentence names the key that was chosen for the act, not the one it had."""
    wishes = Preferences(keys={"next_remark": "J", "comment": "k", "tray": "Q", "write.kind": "f8"})
    async with play(review, NORTHVALE, (150, 40), preferences=wishes) as app:
        assert "k comment on a sentence" in app.seen()
        await app.press("r", "T", "k", sees="(f8)", tells=("J goes to the next one", "from the tray first (Q)"))
