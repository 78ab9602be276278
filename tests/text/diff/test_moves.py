"""Moved passages: sentences that left one place and stand at another."""

from reviewtui.text.diff.moves import find_moves, join_moves, loose_sentences

ONE = "Posts about a candidate need the consent of the elections team."
TWO = "Drafts of such posts are kept by the archive for seven years."


def loose(path, text):
    return loose_sentences(path, text, [(0, len(text))])


def test_only_sentences_in_changed_spans_are_loose():
    """What the word diff kept has not moved."""
    text = f"{ONE}\n\n{TWO}\n"
    found = loose_sentences("a.md", text, [(len(ONE) + 2, len(text))])
    assert [text[one.start : one.end] for one in found] == [TWO]
    assert loose_sentences("a.md", text, []) == []


def test_an_equal_sentence_elsewhere_is_a_move():
    """Also in another file."""
    (move,) = find_moves(loose("a.md", ONE), loose("b.md", f"{TWO}\n\n{ONE}"))
    assert (move.old_path, move.new_path, move.new_start) == ("a.md", "b.md", len(TWO) + 2)


def test_an_edited_sentence_moves_and_each_goes_to_one_place():
    """The most alike wins, and no place is taken twice."""
    edited = ONE.replace("consent", "written consent")
    moves = find_moves(loose("a.md", f"{ONE}\n\n{TWO}"), loose("b.md", edited))
    assert [(move.old_start, move.new_start) for move in moves] == [(0, 0)]


def test_other_sentences_have_not_moved():
    """A few common words are no likeness."""
    assert find_moves(loose("a.md", ONE), loose("b.md", "The office opens at nine and closes at five each day.")) == []


def test_neighbours_that_stay_neighbours_move_as_one():
    """Two sentences that followed each other and still do are one passage."""
    old, new = {"a.md": f"{ONE} {TWO}"}, {"b.md": f"{ONE}\n\n{TWO}"}
    moves = join_moves(find_moves(loose("a.md", old["a.md"]), loose("b.md", new["b.md"])), old, new)
    assert [(m.old_start, m.old_end, m.new_start, m.new_end) for m in moves] == [
        (0, len(old["a.md"]), 0, len(new["b.md"]))
    ]
