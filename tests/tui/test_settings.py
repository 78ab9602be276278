"""Somebody's own settings of the app, and what it remembers of a clone."""

from pathlib import Path

import pytest

from reviewtui.tui.keys.rebinding import keymap_of
from reviewtui.workspace.session.preferences import Preferences, preferences_path, read_preferences
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run
from tests.tui.conftest import Open

pytestmark = pytest.mark.slow


def test_the_file_is_where_the_system_has_such_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """XDG_CONFIG_HOME is followed."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert preferences_path() == tmp_path / "reviewtui" / "settings.toml"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("measure = 72\n", ""),
        ("mesure = 72\n", "unknown key `mesure`"),
        ("theme = 'pink'\n", "pink"),
        ("measure = 'wide'\n", "Expected `int`"),
        ("= = =", "not understood"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_and_ends_nothing(tmp_path: Path, text: str, told: str) -> None:
    """A mistake is named with its file, and the defaults are used."""
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    found, complaint = read_preferences(path)
    assert told in complaint
    assert bool(complaint) == (found == Preferences())
    assert "\n" not in complaint


def test_keys_are_changed_where_their_names_say() -> None:
    """An act by its name everywhere, on one screen with the screen's name before it; keys as people write them."""
    keymap, refused = keymap_of({"comment": "K", "decide.accept": "ctrl+a", "text.next_word": "G", "help": "f1, !"})
    assert not refused
    assert keymap["read.comment"] == "K"
    assert keymap["decide.accept"] == "ctrl+a"
    assert "read.accept" not in keymap
    assert keymap["text.next_word"] == "G"
    assert {keymap[f"{screen}.help"] for screen in ("read", "history")} == {"f1,exclamation_mark"}


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


async def test_changed_keys_act_and_stand_in_footer_and_help(review: Clone, play: Open) -> None:
    """The key that was asked for does it, the old one does not, and both places name the new one."""
    wishes = Preferences(theme="light", measure=40, keys={"comment": "K", "suggest": "c", "fly": "F"})
    async with play(review, NORTHVALE, preferences=wishes) as app:
        assert "'fly' is nothing" in app.told()
        assert "K Comment  c Suggest" in app.seen()
        await app.press("]", "ctrl+down", "c")
        assert "Suggest other words" in app.seen()
        await app.press("escape", "K")
        assert "Comment on" in app.seen()
        await app.press("ctrl+l", "?")
        assert "K  Comment" in app.seen()


async def test_sentences_name_the_key_in_force(review: Clone, play: Open) -> None:
    """A hint inside a sentence names the key that was chosen for the act, not the one it had."""
    wishes = Preferences(keys={"next_remark": "J", "comment": "K", "tray": "X", "write.kind": "f8"})
    async with play(review, NORTHVALE, preferences=wishes) as app:
        assert "K comment on a sentence" in app.seen()
        await app.press("r", "T", "K")
        assert "J goes to the next one" in app.told()
        assert "from the tray first (X)" in app.told()
        assert "(f8)" in app.seen()


async def test_what_is_new_is_shown_until_it_was_looked_at(review: Clone, run: Run, play: Open) -> None:
    """Counted since the app was left; a remark and a text stop being new when they are shown, the rest stays."""
    async with play(review, NORTHVALE) as app:
        assert " new" not in app.seen()
        await app.press("q")
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=SOUTHMERE)
    run(review, "submit", who=SOUTHMERE)
    review.write("policy/principles.md", review.read("policy/principles.md").replace("should ask", "must ask"))
    review.commit("Duty", SOUTHMERE)
    async with play(review, NORTHVALE) as app:
        assert "2 new" in app.seen()
        await app.press("W")
        assert "Why two?" in app.seen()
        assert "1 new" in app.seen()
        await app.press("q")
    async with play(review, NORTHVALE) as app:
        assert "1 new" in app.seen()
        await app.press("W")
        assert "\u2590" in app.seen()
        assert "1 new" not in app.seen()
        await app.press("q")
    async with play(review, NORTHVALE) as app:
        assert " new" not in app.seen()


async def test_filter_and_colours_come_back(review: Clone, play: Open) -> None:
    """What was chosen is there with the next start, in this clone."""
    async with play(review, NORTHVALE) as app:
        await app.press("f")
        await app.type("open")
        await app.press("enter", "f9", "q")
    async with play(review, NORTHVALE) as app:
        assert "only open" in app.seen()
        assert app.app.theme == "light"


async def test_without_colours_everything_still_tells(
    remarked: Clone, play: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR leaves grey tones at most; selection and remarks are shown by shape."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with play(remarked, NORTHVALE) as app:
        await app.press("n", "plus")
        ground = app.app.background_colors[1]
        strips = [one.apply_filter(app.app._filters[0], ground) for one in app.app.screen._compositor.render_strips()]
        styles = [segment.style for strip in strips for segment in strip if segment.style]
        colours = [part.triplet for one in styles for part in (one.color, one.bgcolor) if part and part.triplet]
        assert colours
        assert all(len(set(found)) == 1 for found in colours)
        assert any(one.reverse for one in styles)
        assert any(one.underline for one in styles)
