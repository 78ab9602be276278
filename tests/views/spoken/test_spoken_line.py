"""Lines that are made for the eye are heard in words."""

import pytest

from reviewtui.views.spoken.spoken_line import spoken, spoken_lines
from reviewtui.views.styled_text import Styled, line


@pytest.mark.parametrize(
    ("pieces", "heard"),
    [
        (
            line("answer ", Styled("in one day", "gone"), Styled(" "), Styled("at once", "come"), "."),
            "answer (deleted: in one day) (inserted: at once).",
        ),
        (line(Styled("✗ ", "bad"), Styled("2 gates · 1 left", "muted")), "2 gates, 1 left"),
        (line(Styled("1 ", "strong"), Styled("\u2260 substantive", "alarm")), "1 substantive"),
        (line(Styled("must \u2192 may", "muted")), "must becomes may"),
        (line("\u2022 an item of a list"), "an item of a list"),
        (line("an arrow → in words · of others"), "an arrow → in words · of others"),
    ],
)
def test_signs_and_colours_become_words(pieces: tuple[Styled, ...], heard: str) -> None:
    """What goes and comes is said, signs before a line are left out, and words of others stay as they are."""
    assert spoken(pieces) == heard


def test_lines_that_only_make_room_are_not_heard() -> None:
    """An empty line says nothing."""
    assert list(spoken_lines([line("one"), (), line("two")])) == ["one", "two"]
