"""The first line of every screen."""

from types import SimpleNamespace
from typing import Any

import pytest

from reviewtui.tui.widgets.masthead import Masthead, _title
from reviewtui.views.comparison.changes_since_release import Since
from reviewtui.views.styled_text import words_of


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (70, "Social media use policy  \u258f draft, 3,851 words changed since 0.9"),
        (55, "Social media use policy  \u258f draft, 3,851 words changed"),
        (40, "Social media use policy  \u258f draft"),
        (24, "Social media u\u2026  \u258f draft"),
    ],
)
def test_the_title_gives_way_and_the_draft_stays(room: int, shown: str) -> None:
    """However narrow it is, nobody has to guess what \u201cdr\u2026\u201d means."""
    settings = SimpleNamespace(title="Social media use policy")
    state: Any = SimpleNamespace(draft=SimpleNamespace(settings=settings), version="", since=Since("0.9", words=3851))
    assert words_of([_title(state, "", room)]) == shown


def test_a_header_without_its_parts_shows_nothing() -> None:
    """Work that ends while the app leaves raises nothing there."""
    Masthead("read").show_state(None, "reading \u2026")
