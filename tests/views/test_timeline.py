"""The words of what people submitted and decided, as the history tells them."""

from reviewtui.domain.record.thread import in_words


def test_a_verdict_is_read_without_hyphens() -> None:
    """JSON keeps the name of a state; people read words."""
    assert in_words("accepted-with-changes") == "accepted with changes"
