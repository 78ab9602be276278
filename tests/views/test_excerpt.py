"""Words on one line: a break that is all that a suggestion adds can be seen."""

import pytest

from reviewtui.views.excerpt import with_breaks_shown


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("one. Two", "one. Two"),
        ("one.\n\nTwo", "one. ¶ Two"),
        ("one.\r\n \r\n\r\n  Two", "one. ¶ Two"),
        ("a list:\n\n- one\n- two", "a list: ¶ - one ↵ - two"),
    ],
)
def test_the_end_of_a_paragraph_or_line_has_a_sign(words: str, line: str) -> None:
    """However wide the break is, it is one sign."""
    assert with_breaks_shown(words) == line
