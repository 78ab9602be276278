"""A quote as a reader sees it, in a source with marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.markdown.quotes import nearest_words, seen_spans

SOURCE = "* All [contributions](../glossary.md#c) MUST pass **automated [tests](x)** before\nthey are _admitted_.\n"


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("All contributions MUST", "All [contributions](../glossary.md#c) MUST"),
        ("automated tests", "automated [tests](x)"),
        ("before they are admitted", "before\nthey are _admitted_"),
        ("tests before", "[tests](x)** before"),
    ],
)
def test_marks_and_line_ends_between_words_are_not_seen(quote, found):
    """What stands between two words of a source does not keep a quote from being found."""
    assert [SOURCE[start:end] for start, end in seen_spans(SOURCE, quote)] == [found]


def test_a_link_is_not_cut_in_half():
    """A span that opens a link takes its end along."""
    assert [SOURCE[a:b] for a, b in seen_spans(SOURCE, "All contributions")] == [
        "All [contributions](../glossary.md#c)"
    ]


@pytest.mark.parametrize(
    ("source", "quote", "found"),
    [
        ("Staff must **ask** first.", "ask", "ask"),
        ("Staff must **ask** first.", "must ask", "must **ask**"),
        ("> Staff must\n> ask &amp; wait.\n", "must ask & wait", "must\n> ask &amp; wait"),
        ("See [the rules][r] of <b>old</b>.\n\n[r]: /x\n", "the rules of old", "[the rules][r] of <b>old"),
        ("a <!-- no --> b", "a b", "a <!-- no --> b"),
        ("| a | `b\\|c` |\n|---|---|\n", "b|c", "b\\|c"),
    ],
)
def test_words_are_found_as_they_are_seen(source, quote, found):
    """Quote marks, entities, references, tags and comments are in the file and not in the quote."""
    assert [source[start:end] for start, end in seen_spans(source, quote)] == [found]


def test_other_words_are_not_found():
    """Marks are forgiven, words are not."""
    assert seen_spans(SOURCE, "All contributions SHOULD") == []


@given(st.text("ab [](*_`.\n", max_size=60), st.text("ab .[]*", max_size=12))
def test_what_is_found_holds_the_words_of_the_quote(source, quote):
    """Every span holds the letters of the quote in their order."""
    for start, end in seen_spans(source, quote):
        letters = [c for c in quote if c.isalnum()]
        assert [c for c in source[start:end] if c.isalnum()][: len(letters)] == letters


TYPED = (
    ("We don\u2019t reply at once.", "We don't reply", "We don\u2019t reply"),
    ('Call it "urgent" now.', "it \u201curgent\u201d now", 'it "urgent" now'),
    ("Open 9\u20135 on weekdays.", "9-5 on", "9\u20135 on"),
    ("Ask first \u2014 always.", "first - always", "first \u2014 always"),
    ("Wait \u2026 then call.", "Wait ... then", "Wait \u2026 then"),
    ("And so on...", "so on\u2026", "so on..."),
    ("The Press Office answers.", "the press office", "The Press Office"),
    ("The communi\u00adcations team", "communications team", "communi\u00adcations team"),
    ("The communications team", "communi\u00adcations", "communications"),
    ("Reply at once[^1] please.\n\n[^1]: By mail.", "at once please", "at once[^1] please"),
    ("> - Don\u2019t\n>   **wait**\u2026", "don't wait...", "Don\u2019t\n>   **wait**\u2026"),
)


@pytest.mark.parametrize(("source", "quote", "found"), TYPED)
def test_signs_are_found_as_they_are_typed(source, quote, found):
    """Quotes straight or curly, dashes, ellipses, soft hyphens, footnote marks; case where nothing else fits."""
    assert [source[start:end] for start, end in seen_spans(source, quote)] == [found]


def test_case_counts_where_something_fits_it():
    """Of two spellings the one that was typed is meant."""
    source = "The Office is here. An office is a room."
    assert [source[start:end] for start, end in seen_spans(source, "office is")] == ["office is"]


def test_the_nearest_words_and_the_first_letter_that_differs():
    """What is most like a quote that stands nowhere, as it is seen; nothing where nothing is like it."""
    source = "# Replies\n\nStaff **must ask** the press office first. Others wait.\n"
    assert nearest_words(source, "Staff must ask the press team", 0, len(source)) == (
        "Staff must ask the press office",
        25,
    )
    assert nearest_words(source, "Kettles are emptied", 0, len(source)) is None
