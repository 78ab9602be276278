"""A span begins and ends with the marks that its passage had."""

import pytest

from reviewtui.text.placement.passage_edges import without_outer_marks
from reviewtui.text.placement.place_values import Quote
from reviewtui.text.placement.placement import Placer


@pytest.mark.parametrize(
    ("text", "passage", "left"),
    [
        ("see [our terms](/new/terms.md) first", "our terms", "our terms"),
        ("see [our terms](/new/terms.md) first", "[our terms](/terms)", "[our terms](/new/terms.md)"),
        ('the <a href="/new/site">web site</a>.', "website", "web site"),
        ("**must** reply.", "must reply", "must** reply"),
        ("must reply.", "must reply.", "must reply."),
        ("([=Chair=])", "Chair", "Chair"),
        ("§ 4", "§ 4", "§ 4"),
        ("--", "a", "--"),
    ],
)
def test_marks_at_an_edge_are_cut_where_the_passage_had_a_letter(text, passage, left):
    """The bracket, target and tag of a link, emphasis, full stops; nothing is cut that the passage itself had."""
    span = (text.index("[our"), text.index(" first")) if "first" in text else (0, len(text))
    if "<a" in text:
        span = (text.index("href"), len(text) - 1)
    assert text[slice(*without_outer_marks(text, *span, passage))] == left


def test_the_words_of_a_link_are_found_without_their_new_target():
    """The target of a link changed; what was marked were its words."""
    old = {
        "a.md": "# Security\n\nFor more about this, please read our [security overview](/old/security). Thank you.\n"
    }
    new = {"a.md": "# Security\n\nFor more about this, please read our [security overview](/security/all.md). Bye.\n"}
    start = old["a.md"].index("security overview")
    placement = Placer(old, new).place(Quote("a.md", start, start + 17, "security overview"))
    assert new["a.md"][placement.start : placement.end] == "security overview"


@pytest.mark.parametrize("words", ["http://printers.example", "contains"])
def test_an_address_or_a_single_word_is_found_in_its_sentence(words):
    """What is no sentence of its own is found by its very characters in the sentence that holds it."""
    old = {
        "a.md": "* the union of printers ( [http://printers.example](http://printers.example/)), [contains](x) all\n"
    }
    new = {"a.md": "1. the union of printers ([http://printers.example](http://printers.example/)), contains all\n"}
    start = old["a.md"].index(words)
    placement = Placer(old, new).place(Quote("a.md", start, start + len(words), words))
    assert placement.path == "a.md"
    assert new["a.md"][placement.start : placement.end] == words
