"""A part of a file stands for the whole of it: what a change comes to is the same in both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.markdown.document import document_of
from reviewtui.text.merge import fitting
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.source_part import part_around

_BLOCKS = (
    "Officers *must* think.",
    "Wraps\nover **two** lines.",
    "## Heading",
    "Under\n=====",
    "- a\n- b\n  - c",
    "1. one\n2. two\n\n   more",
    "> quoted\n> lines",
    "| A | B |\n|---|---|\n| c | d |",
    "```\ncode\n```",
    "---",
    "<div>\nhtml\n</div>",
    "See [the team][t] and [form](f.md).[^n]",
    "[t]: https://a.example",
    "[^n]: A note.\n\n    Goes on.",
    "term\n: meaning",
    "a `b` ~~c~~ \\*",
)
_WORDS = ("new", "", "*", "a\n\nb", "- x\n- y", "[^n]", "[t]", "```\n", "---", "x\n===", "1. z", "| q |", "  ", "<!--")
_TEXTS = st.lists(st.sampled_from(_BLOCKS), min_size=1, max_size=9).map("\n\n".join)


@given(_TEXTS, st.data())
def test_a_change_of_a_part_is_the_change_of_the_file(text: str, data: st.DataObject) -> None:
    """Whatever stands around, words that fit into the part fit into the file in the same way."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 25)))
    words = data.draw(st.sampled_from(_WORDS))
    whole = fitting.fitted(text, start, end, words)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(fitting, "_SHORT", 0)
        alone = fitting.fitted(text, start, end, words)
    assert alone == whole


def test_a_part_is_the_blocks_around_with_what_they_refer_to() -> None:
    """The definition of a link comes along, and so does all of a list; the rest of the file does not."""
    text = "# T\n\nFar.\n\nNear.\n\n- a\n- see [it][t]\n\nBehind.\n\nFar away.\n\n[t]: https://a.example\n"
    at = text.index("see")
    part = part_around(text, at, at + 3)
    assert part.inside == "Near.\n\n- a\n- see [it][t]\n\nBehind.\n\n"
    assert document_of(part.text).links[0].target == "https://a.example"
    change = fitting.fitted(text, at, at + 3, "ask")
    assert isinstance(change, Edit)


def test_a_definition_to_which_a_link_far_away_leads_stays() -> None:
    """Looked at by itself, the end of a file seems to define what nothing leads to."""
    text = "See [t].\n\n" + "Words.\n\n" * 900 + "[t]: https://a.example\n"
    at = text.index("[t]:")
    assert isinstance(fitting.fitted(text, at, len(text) - 1, ""), Misfit)
