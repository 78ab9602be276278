"""Sentences and paragraphs in Markdown and HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.words.sentences import paragraph_spans, sentence_spans


def sentences(text):
    return [text[a:b] for a, b in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask first. Then post.", ["Ask first.", "Then post."]),
        ("Use a network, e.g. Facebook, with care.", ["Use a network, e.g. Facebook, with care."]),
        ("Dr. Ames agreed. Mr. Bell did not.", ["Dr. Ames agreed.", "Mr. Bell did not."]),
        ("See [the guide. Part 2](a.md). Go on.", ["See [the guide. Part 2](a.md).", "Go on."]),
        ("She said “No.” He left.", ["She said “No.”", "He left."]),
        ("Notes, forms etc. The rest follows.", ["Notes, forms etc.", "The rest follows."]),
        ("It costs 3.5 pounds. Pay now!", ["It costs 3.5 pounds.", "Pay now!"]),
        ("# Title\nText here.\n", ["Title", "Text here."]),
        ("- one\n- two\n  goes on\n1. three", ["one", "two\n  goes on", "three"]),
        ("| a | b |\n|---|---|\n| c | d |\n", ["a", "b", "c", "d"]),
        ("---\norder: 1\n---\nProse.", ["Prose."]),
        ("Before.\n\n```\ncode. No prose.\n```\nAfter.", ["Before.", "After."]),
        (
            "<ul><li>You <em>must</em> ask. Always.</li><li>Or not</li></ul>",
            ["You <em>must</em> ask.", "Always.", "Or not"],
        ),
        ("[home]: https://council.example/\n\nText.", ["Text."]),
        ("Title\n=====\nText.", ["Title", "Text."]),
        ("> quoted\n> words. More.", ["quoted\n> words.", "More."]),
        ("a | b\n--|--\nc | d\n", ["a", "b", "c", "d"]),
        ("> - [x] done\n", ["done"]),
        ("See.[^1]\n\n[^1]: Not mayors. Ever.\n", ["See.[^1]", "Not mayors.", "Ever."]),
        ("Term\n: what it is\n", ["Term", "what it is"]),
        ("(a) one;\n(b) two.", ["one;", "two."]),
        ("<!-- no -->\n\nYes. <!-- no. No. --> So.", ["Yes.", "So."]),
    ],
)
def test_text_splits_into_sentences(text, expected):
    """Abbreviations, links, lists, tables, headings and tags neither split nor join wrongly."""
    assert sentences(text) == expected


@given(st.text(alphabet="aB.!? \n\r-*#|>`<p/1)[]():é", max_size=80))
def test_spans_are_in_order_trimmed_and_do_not_overlap(text):
    """Every span holds something, and sentences lie inside paragraphs."""
    done = 0
    for start, end in sentence_spans(text):
        assert done <= start < end <= len(text)
        assert not text[start].isspace()
        done = end
    paragraphs = paragraph_spans(text)
    assert list(paragraphs) == sorted(paragraphs)
