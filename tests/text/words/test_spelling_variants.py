"""One table of British and American spellings serves both directions."""

import pytest

from reviewtui.text.words.dictionary import is_word
from reviewtui.text.words.spelling_variants import american, british


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("organise", "organize"), ("colour", "color"), ("centre", "center"), ("catalogue", "catalog"),
        ("defence", "defense"), ("programme", "program"), ("fulfilment", "fulfillment"), ("travelled", "traveled"),
        ("judgement", "judgment"), ("paediatric", "pediatric"), ("grey", "gray"), ("analyse", "analyze"),
    ],
)  # fmt: skip
def test_both_spellings_are_one_word(ours, theirs):
    """And both are in the dictionary."""
    assert (british(theirs), american(ours)) == (ours, theirs)
    assert british(ours) == ours
    assert is_word(ours)
    assert is_word(theirs)


def test_other_words_stay():
    """A rule does not reach into words that only look like it."""
    for word in ("size", "prize", "later", "paper", "dog", "sense", "cheque"):
        assert british(word) == word
