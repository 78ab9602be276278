"""Settings of one's own: where they lie, what is wrong with them, and no colours at all."""

from pathlib import Path

import pytest

from reviewtui.workspace.session.preferences import Preferences, preferences_path, read_preferences
from tests.conftest import NORTHVALE, Clone
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
