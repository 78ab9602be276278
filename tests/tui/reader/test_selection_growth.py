"""A selection that grows from a blank line takes the next sentence first."""

import pytest

from reviewtui.tui.reader.selection_growth import grown
from reviewtui.views.page.layout import Layout


@pytest.mark.parametrize(
    ("source", "line", "first"),
    [
        ("# H\n\nFirst one. Second two.\n", 2, "First one."),
        ("Words.\n\n| a | b |\n|---|---|\n| x | y |\n", 1, "a"),
        ("Words.\n\n- item one\n- item two\n", 1, "item one"),
        ("Words.\n\n```\ncode\n```\n\nAfter it.\n", 1, "After it."),
        ("> one.\n>\n> two.\n", 1, "two."),
        ("---\nt: x\n---\n\nFirst. Two.\n", 1, "First."),
        ("Last.\n\n\n", 1, "Last."),
    ],
)
def test_the_next_sentence_is_selected_and_no_more(source: str, line: int, first: str) -> None:
    """Whatever follows the blank line: a paragraph, one word in a cell, an item, a quote; at the end the last one."""
    layout = Layout(source, 60)
    caret = layout.nearest_place(layout.line(line).start)
    start, end = grown(layout, caret, caret, caret)
    assert source[start:end] == first
