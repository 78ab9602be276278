"""Words on one line: a break that is all that a suggestion adds can be seen."""

import pytest

from reviewtui.views.excerpt import after_words, clipped, excerpt, with_breaks_shown


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


def test_a_long_text_is_cut_behind_a_word() -> None:
    """Without the sign that would follow; a word that takes most of the room is cut itself."""
    assert clipped("Ask the press office, then post it.", 24) == "Ask the press office…"
    assert clipped("Ask the press office", 20) == "Ask the press office"
    assert clipped("see https://example.org/a/very/long/address", 20) == "see https://example…"


def test_an_insertion_is_told_by_the_words_before_it() -> None:
    """The last words, whole ones; without any it is the beginning."""
    assert after_words("# Hours\n\nAnswer within two days. ") == "after “Hours Answer within two days.”"
    assert after_words("word " * 30).startswith("after “…word word")
    assert after_words(" \n") == "at the beginning"


def test_a_passage_reads_as_in_the_text() -> None:
    """Marks, tags of looks and bars of tables are no words; what could hide something stays in sight."""
    assert excerpt("Officers **must** <i>think</i> before `posting`.") == "Officers must think before posting."
    assert excerpt("| Private messages | one year |") == "Private messages │ one year"
    assert excerpt("seen <!-- and not -->") == "seen <!-- and not -->"


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("o will be glad to have read this", "after “…will be glad to have read this”"),
        ("ar | the service that answered |", "after “the service that answered”"),
        ("Short.\n\nOne ", "after “Short. One”"),
        ("", "at the beginning"),
    ],
)
def test_a_place_is_told_by_whole_words_as_they_are_seen(before: str, told: str) -> None:
    """Context ends somewhere in a word, or in a cell of a table; neither is shown."""
    assert after_words(before) == told
