"""In each set of colours a dialog leaves in sight what it asks about, and frames can be seen."""

import pytest
from textual.color import Color

from reviewtui.tui.appearance.colours import LIGHT, ORDER
from tests.conftest import Clone
from tests.tui.conftest import Open


@pytest.mark.parametrize("theme", ORDER)
async def test_a_dialog_leaves_in_sight_what_is_behind_it(review: Clone, play: Open, theme: str) -> None:
    """With the terminal's own colours, too: these know no half transparent background."""
    async with play(review) as app:
        app.app.theme = theme
        await app.press("g", sees="It is half policy, half guidance.")
        assert app.app.screen.is_modal


async def test_frames_are_seen_in_the_light(review: Clone, play: Open) -> None:
    """Non-text needs a contrast of 3 to 1 (WCAG 2.2, 1.4.11)."""
    async with play(review) as app:
        app.app.theme = "light"
        await app.settle()
        frame = Color.parse(app.app.theme_variables["panel-lighten-2"])
        lights = sorted((_luminance(each) for each in (frame, Color.parse(LIGHT.background))), reverse=True)
        assert (lights[0] + 0.05) / (lights[1] + 0.05) >= 3


async def test_without_colours_there_are_none_to_choose(
    review: Clone, play: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under NO_COLOR the key says so, and changes nothing unseen."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with play(review) as app:
        before = app.app.theme
        await app.press("f9", tells="NO_COLOR is set, so no colours are sent to this terminal")
        assert app.app.theme == before
        assert "Colours:" not in app.told()


def _luminance(colour: Color) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.2)."""
    parts = (part / 255 for part in colour.rgb)
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
