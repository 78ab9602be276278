"""A selection that grows from a blank line takes the next sentence first."""

import pytest

from reviewtui.tui.reader.caret_control import grown
from reviewtui.tui.reader.text_units import meant_span, seen_passage, span_at, writing_place
from reviewtui.views.page.layout import Layout
from tests.tui.reader.reader_app import ReaderApp


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


def test_nothing_that_no_reader_sees_is_meant_at_a_caret() -> None:
    """On the settings above a page it is the heading without its sign, in a comment what follows, or nothing."""
    source = "---\norder: 200\n---\n# Ready to\n\nOne.\n\n<!-- a note. -->\n\nTwo. Three.\n\n<!-- the last -->\n"
    layout = Layout(source, 60)
    meant = [meant_span(layout, source.index(words), "sentence") for words in ("order", "a note", "Three", "the last")]
    assert [each and source[slice(*each)] for each in meant] == ["Ready to", "Two.", "Three.", None]
    assert source[slice(*grown(layout, 0, 0, 0))] == "Ready to"
    assert span_at(layout, 0, "word") == (0, 0)
    start, end = seen_passage(layout, 0, source.index("One"))
    assert source[start:end].strip() == "Ready to"
    assert writing_place(layout, 0) == source.index("Ready")


async def test_a_section_without_a_heading_grows_without_the_settings_above_it() -> None:
    """The line that stands for what only programs read is selected with no unit, also where no heading parts it."""
    app = ReaderApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.reader.show("---\nid: one\n---\n\nWords stand here.\n\nMore of them.\n")
        for _ in range(4):
            await pilot.press("plus")
            assert "id: one" not in app.chosen
        assert app.chosen.strip() == "Words stand here.\n\nMore of them."
