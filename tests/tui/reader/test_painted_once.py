"""What a key does not change is not painted anew: a screen of text over a slow line is much."""

from textual.geometry import Region

from tests.conftest import Clone
from tests.tui.conftest import Open


async def test_another_pane_takes_the_focus_and_the_rest_stays(remarked: Clone, play: Open) -> None:
    """Tab paints the two panes, and not the whole screen."""
    async with play(remarked) as app:
        painted: list[Region] = []
        refresh = type(app.screen).refresh

        def note(*regions: Region, **options: bool) -> object:
            painted.extend(regions or (app.screen.region,))
            return refresh(app.screen, *regions, **options)

        app.screen.refresh = note
        await app.press("tab")
        assert not app.screen.query_one("#reader").has_focus
        await app.press("tab", "tab")
        assert painted == []
