"""Where a run of words landed, told from pieces of the word map."""

from reviewtui.text.placement.projected_span import project_quickly, project_span, widened_span
from reviewtui.text.placement.version_map.word_map import MappedRun
from reviewtui.text.words.terms import bare_word


def test_a_passage_inside_one_piece_lands_whole():
    """It keeps its distance from where the piece begins."""
    span = project_span([MappedRun(10, 110, 20, "a.md")], 15, 20)
    assert span is not None
    assert (span.path, span.first, span.stop, span.kept, span.sure) == ("a.md", 115, 120, 5, True)


def test_no_piece_inside_means_no_landing():
    """What stands around alone does not place a passage."""
    assert project_span([MappedRun(0, 0, 5, "a.md"), MappedRun(9, 9, 5, "a.md")], 5, 9) is None


def test_pieces_that_lie_together_outweigh_one_far_away():
    """The place that holds most of the passage is where it landed."""
    around = [MappedRun(0, 500, 2, "b.md"), MappedRun(2, 20, 4, "a.md"), MappedRun(7, 25, 4, "a.md")]
    span = project_span(around, 0, 11)
    assert span is not None
    assert (span.path, span.first, span.stop, span.kept) == ("a.md", 20, 29, 8)


def test_a_changed_first_word_is_taken_along():
    """The same word in other dress belongs to the span."""
    span = project_span([MappedRun(0, 0, 4, "a.md"), MappedRun(5, 5, 6, "a.md")], 4, 11)
    assert span is not None
    old, new = ["Officers", *["w"] * 6], [*["x"] * 4, "officers,", *["w"] * 6]
    assert widened_span(span, old, new) == (4, 11)


def test_a_rough_landing_is_where_most_words_lie_together():
    """Pieces far apart, or of other files, are not added up."""
    pieces = [MappedRun(0, 0, 3, "a.md"), MappedRun(3, 200, 2, "a.md"), MappedRun(5, 203, 4, "a.md")]
    assert project_quickly(pieces) == ("a.md", 200, 207, 6)
    assert project_quickly([]) is None


def test_the_core_of_a_word_is_without_its_dress():
    """Case, marks, punctuation and the end of a link fall away."""
    assert bare_word("**Officers**,") == bare_word("officers](x.md)") == "officers"
