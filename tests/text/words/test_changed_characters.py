"""Characters that differ inside one small change."""

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.words.changed_characters import changed_characters


def _without(text, spans):
    kept, position = [], 0
    for start, end in spans:
        kept.append(text[position:start])
        position = end
    return "".join([*kept, text[position:]])


def test_a_typo_is_shown_as_a_typo():
    """Only the characters that differ are named."""
    old, new = changed_characters("recieve it", "receive it")
    assert ["recieve it"[a:b] for a, b in old] != ["recieve it"]
    assert all(b - a <= 3 for a, b in (*old, *new))


def test_other_words_are_not_picked_to_pieces():
    """Where little is shared, the words stand as wholes."""
    assert changed_characters("must", "could") == ((), ())


@given(st.text("ab cé😀", max_size=30), st.text("ab cé😀", max_size=30))
def test_what_is_not_named_is_the_same_on_both_sides(old, new):
    """Taking the named characters out of both leaves equal texts, or nothing was named."""
    before, after = changed_characters(old, new)
    assert (before, after) == ((), ()) or _without(old, before) == _without(new, after)
