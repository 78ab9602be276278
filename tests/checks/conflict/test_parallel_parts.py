"""What only looks like a contradiction: records of one form, contacts under their own headings, sums told elsewhere."""

import pytest

RECORDS = "\n\n".join(
    f"## {town}\n\nThe library lends books for {weeks} weeks.\n\nIt is open from {hour}am."
    for town, weeks, hour in (("Northvale", 3, 8), ("Eastmere", 4, 9), ("Westbrook", 2, 10))
)


@pytest.mark.parametrize(
    "text",
    [
        f"# Libraries\n\n{RECORDS}\n",
        "# Help\n\n## Gas leak\n\nCall 0161 496 0101.\n\n## Power cut\n\nCall 0161 496 0102.\n",
        "# Rules\n\nStaff should avoid leaving visitors alone.\n\n## More\n\nVisitors should not be left alone.\n",
        "# Terms\n\n## Now\n\nThe report must be published.\n\n## Then\n\nThe report will be published.\n",
    ],
)
def test_what_differs_on_purpose_is_no_contradiction(look, text):
    """Filled-in forms, numbers of different bodies, one rule in other words and "will" for "must" are left alone."""
    assert look("conflict", a=text) == []


def test_one_sentence_is_told_once(look):
    """A sentence that contradicts two copies of another one is one finding."""
    copy = "Complaints about libraries are answered within ten days."
    texts = {
        "a": f"# A\n\n{copy}\n",
        "b": f"# B\n\n{copy}\n",
        "c": "# C\n\nComplaints about libraries are answered within three days.\n",
    }
    assert len(look("conflict", **texts)) == 1


def test_one_matter_that_goes_to_two_roles(look):
    """Who is told, asked or approves differs between two sections."""
    found = look(
        "conflict",
        a="# A\n\nLost keys must be reported to the Privacy Officer.\n",
        b="# B\n\nWorkers must report lost or stolen keys to the Security Officer.\n",
    )
    assert [message.split(" | ")[1] for message in found] == [
        "the same matter goes to different places: “Privacy Officer” and “Security Officer”"
    ]


def test_a_repetition_with_another_amount_is_none(look):
    """Fourteen days and thirty days are a contradiction, and never "the same in nearly the same words"."""
    texts = {
        "a": "# A\n\nEvery written complaint about a school gets an answer within 14 days.\n",
        "b": "# B\n\nEvery written complaint about a school gets an answer within 30 days.\n",
    }
    assert look("duplicate", **texts) == []
    assert len(look("conflict", **texts)) == 1


def test_a_sentence_in_many_sections_is_told_once(look):
    """A sentence that stands in five sections is one finding that says in how many."""
    line = "This policy applies to all staff, volunteers and elected members of the council."
    found = look("duplicate", **{name: f"# {name.upper()}\n\n{line}\n" for name in "abcde"})
    assert [message.rpartition("words")[2] for message in found] == [", and so do 3 other places"]
