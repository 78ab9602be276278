"""Moved passages: sentences that left one place and stand at another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.diff.moves import find_moves, join_moves, unmatched_sentences
from reviewtui.text.diff.policy_diff import compare_policies
from reviewtui.text.diff.prose.prose_diff import Hunk, diff_texts

ONE = "Posts about a candidate need the consent of the elections team."
TWO = "Drafts of such posts are kept by the archive for seven years."


def loose(path, text):
    return unmatched_sentences(path, text, [(0, len(text))])


def test_only_sentences_in_changed_spans_are_loose():
    """What the word diff kept has not moved."""
    text = f"{ONE}\n\n{TWO}\n"
    found = unmatched_sentences("a.md", text, [(len(ONE) + 2, len(text))])
    assert [text[one.start : one.end] for one in found] == [TWO]
    assert unmatched_sentences("a.md", text, []) == []


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


TABLE = "| What | How long | Who |\n|---|---|---|\n| Bids | 6 years | Buyer |\n| Visitor log | 1 year | Lodge |\n"
LIST = "* Name\n* Address\n* Photo\n* Signature\n"
CLAUSE = "Where a child is lost, the steward at the gate rings the local police.\n"


def moved(old, new):
    """Return the words that moved between two versions of a file, and all other changes."""
    changes = compare_policies({"a.md": old}, {"a.md": new}).files[0].changes
    words = [new[change.new_start : change.new_end] for change in changes if change.op == "move"]
    return words, [change for change in changes if change.op != "move"]


def test_a_table_row_moves_whole():
    """Its cells are too short to be known one by one."""
    row = "| Bids | 6 years | Buyer |\n"
    table = TABLE + "| Keys | 1 year | Lodge |\n"
    assert moved(table, table.replace(row, "") + row) == (["Bids | 6 years | Buyer"], [])


def test_rows_that_share_their_cells_stay_rows():
    """Fewest changed words would make of "Post room" and its porter a "Fire drill" with the porter of another row."""
    rows = (
        "Keys | weekly | warden",
        "Post room | monthly | porter",
        "Fire drill | monthly | warden",
        "Lost | monthly | warden",
    )
    head = "| What | When | Who |\n|---|---|---|\n"
    old, new = (head + "".join(f"| {rows[at]} |\n" for at in order) for order in ((0, 1, 2, 3), (0, 2, 3, 1)))
    assert moved(old, new) == ([rows[1]], [])


def test_a_short_item_moves_where_it_stands_once():
    """A single word is enough; one that stands twice says nothing of where it came from."""
    assert moved(LIST, "* Photo\n" + LIST.replace("* Photo\n", "")) == (["Photo"], [])
    twice = LIST + "* Photo\n"
    assert moved(twice, "* Photo\n* Photo\n" + twice.replace("* Photo\n", ""))[0] == []


def test_a_cell_alone_is_no_move():
    """The same few words in two rows are not one passage."""
    words, others = moved(TABLE, TABLE.replace("Buyer", "Lodge").replace("1 year | Lodge", "1 year | Buyer"))
    assert words == []
    assert others


def test_a_clause_that_went_to_the_end_of_its_sentence_moved():
    """Four words or more, and most of what was taken out."""
    words, _ = moved(CLAUSE, "The steward at the gate rings the local police where a child is lost.\n")
    assert words == ["where a child is lost"]


def test_a_section_moves_with_its_heading():
    """The heading is too short to be known by likeness."""
    one, two = "## Fees\n\nFees are set in March each year.\n\n", "## Refunds\n\nRefunds are paid within a month.\n\n"
    words, others = moved(f"# Rules\n\n{one}{two}", f"# Rules\n\n{two}{one}")
    assert others == []
    assert len(words) == 1


ROWS = ["Agendas", "Minutes", "Bids", "Visitors", "Keys", "Permits"]
VALUES = st.tuples(st.sampled_from(["6 years", "1 year"]), st.sampled_from(["clerk", "buyer"]))


@given(st.permutations(ROWS), st.permutations(ROWS), st.lists(VALUES, min_size=6, max_size=6))
def test_rows_in_another_order_are_the_same_words_between_changes(before, after, values):
    """A run that is shifted to where a row begins leaves equal words on both sides of it."""
    cells = dict(zip(ROWS, values, strict=True))
    old, new = (
        "| R | K | O |\n|---|---|---|\n" + "".join(f"| {row} | {' | '.join(cells[row])} |\n" for row in rows)
        for rows in (before, after)
    )
    at = to = 0
    for hunk in (*diff_texts(old, new).hunks, Hunk("replace", len(old), len(old), len(new), len(new))):
        assert at <= hunk.old_start <= hunk.old_end
        assert to <= hunk.new_start <= hunk.new_end
        one, two = old[at : hunk.old_start], new[to : hunk.new_start]
        assert one.replace("|", " ").split() == two.replace("|", " ").split()
        at, to = hunk.old_end, hunk.new_end


def test_a_row_taken_out_is_a_row_also_where_the_next_one_is_alike():
    """Not the end of the one and the beginning of the other."""
    old = "| R | K |\n|---|---|\n| Bids | 6 years |\n| Keys | 6 years |\n| Maps | 6 years |\n"
    (hunk,) = diff_texts(old, old.replace("| Keys | 6 years |\n", "")).hunks
    assert old[hunk.old_start : hunk.old_end].strip("| ") == "Keys | 6 years"


@pytest.mark.parametrize("shape", ["{}. ", "{}) ", "2.{} ", "> {}. "])
def test_a_short_item_moves_whatever_its_number_is_now(shape):
    """The number of an item is none of its words."""
    items = ["Ask the head.", "Wait for news.", "Post the text.", "File the form."]

    def text(order):
        apart = "\n\n" if shape.startswith("2") else "\n"
        return "# T\n\n" + apart.join(shape.format(n) + item for n, item in enumerate(order, 1)) + "\n"

    diff = compare_policies({"a.md": text(items)}, {"a.md": text([items[3], *items[:3]])})
    changes = [change for file in diff.files for change in file.changes]
    assert [change.op for change in changes].count("move") == 1
    assert all(change.change_class == "editorial" for change in changes)
