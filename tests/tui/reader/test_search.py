"""Words are found however they are wrapped, in whatever case and form."""

from reviewtui.tui.reader.search import next_match

TEXT = "> must\n> Think twice\n\ncafe\u0301 and caf\u00e9, a.b"


def test_words_are_found_across_lines_and_quote_marks() -> None:
    """Any white space in the term stands for any between the words."""
    assert next_match(TEXT, "MUST  think", 0) == (2, 14)


def test_composed_and_decomposed_letters_are_the_same() -> None:
    """Both ways to write an accent are found, with their own lengths."""
    first = next_match(TEXT, "caf\u00e9", 0)
    assert first is not None
    assert TEXT[slice(*first)] == "cafe\u0301"
    second = next_match(TEXT, "caf\u00e9", first[1])
    assert second is not None
    assert TEXT[slice(*second)] == "caf\u00e9"
    assert next_match(TEXT, "cafe\u0301", second[0], -1) == first


def test_a_term_is_no_pattern() -> None:
    """A dot is a dot, and nothing is not found."""
    assert next_match("axb", "a.b", 0) is None
    assert next_match("axb", "  ", 0) is None
