"""Words that are struck out are told from others on every terminal."""

from reviewtui.views.page.layout import Layout


def test_what_is_struck_out_keeps_its_signs() -> None:
    """Without strike-through on the screen the signs tell it; the caret stands on words alone."""
    source = "You ~~must~~ **~~never~~** may ask.\n"
    line = Layout(source, 60).line(0)
    assert line.text == "You ~~must~~ ~~never~~ may ask."
    assert {source[at] for at in line.places()}.isdisjoint("~*")
    assert line.cell_of(source.index("may")) == line.text.index("may")


def test_other_marks_stay_away() -> None:
    """Emphasis and links are shown by their look alone."""
    assert Layout("A **bold** word and [a link](x.md) ~ 5.\n", 60).line(0).text == "A bold word and a link ~ 5."
