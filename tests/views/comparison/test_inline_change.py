"""A passage before and after as one run of words."""

import pytest

from reviewtui.views.comparison.inline_change import word_change


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("are obscene or in bad taste", "are obscene", "are obscene [-or in bad taste-]"),
        ("or in short, we say", "we say", "[-or in short,-] we say"),
        ("a or b c", "a c", "a [-or b-] c"),
        ("a\n\nx y", "a\n\ny", "a\n\n[-x-] y"),
        ("one two three", "one four three", "one [-two-] {+four+} three"),
        ("are obscene", "are obscene or rude", "are obscene {+or rude+}"),
    ],
)
def test_words_that_go_stand_apart_from_those_that_stay(old: str, new: str, shown: str) -> None:
    """The space between them went too, and is shown all the same."""
    signs = {"": "{}", "gone": "[-{}-]", "come": "{{+{}+}}"}
    assert "".join(signs[piece.look].format(piece.text) for piece in word_change(old, new)) == shown
