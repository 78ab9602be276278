"""The words of what people submitted and decided, as the history tells them."""

import pytest

from reviewtui.domain.record.thread import in_words
from reviewtui.views.timeline.event_moments import _amount


@pytest.mark.parametrize(
    ("count", "kind", "told"),
    [
        (1, "done", "1 change made by hand"),
        (4, "done", "4 changes made by hand"),
        (2, "reattach", "2 remarks put to their places"),
        (2, "reply", "2 replies"),
        (1, "read", "1 section read"),
        (3, "comment", "3 comments"),
    ],
)
def test_amounts_read_as_people_write_them(count: int, kind: str, told: str) -> None:
    """The noun has the plural, not the last word of what is told of it."""
    assert _amount(count, kind) == told


def test_a_verdict_is_read_without_hyphens() -> None:
    """JSON keeps the name of a state; people read words."""
    assert in_words("accepted-with-changes") == "accepted with changes"
