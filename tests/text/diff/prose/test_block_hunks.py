"""Hunks are parted where blocks are, and lose no word by that."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.text.diff.prose.block_hunks import with_parted_hunks
from reviewtui.text.diff.prose.prose_diff import diff_texts
from reviewtui.text.words.words import is_mark

lines = st.lists(
    st.sampled_from(
        ("# Rules for all", "- ask the team", "Officers must ask.", "<!-- ask -->", "| a | b |", "", "## Who")
    ),
    max_size=10,
).map("\n".join)


def hunks(old: str, new: str) -> list[tuple[str, str]]:
    """Return the changes of one file as words that went and words that came."""
    changes = diff_policies({"a.md": old}, {"a.md": new}).files[0].changes
    return [(old[each.old_start : each.old_end], new[each.new_start : each.new_end]) for each in changes]


def test_items_before_a_heading_are_no_change_of_the_heading() -> None:
    """What came in stands alone, with a reason of its own, and so does the word that was put into the heading."""
    old = "# How to test\n\n* Confirm that it works.\n\n## Policy makers: what to do\n\n* Ask.\n"
    new = old.replace("\n\n## Policy", "\n* Check that drafts do not tell.\n* Check the log.\n\n## Public policy")
    assert hunks(old, new) == [("", "Check that drafts do not tell.\n* Check the log."), ("Policy", "Public policy")]


def test_front_matter_and_comments_are_no_counterparts_of_prose() -> None:
    """A licence that goes from a comment into the settings leaves the prose alone, and no part of it is a move."""
    licence = "SPDX-License-Identifier: CC0-1.0"
    holder = "SPDX-FileCopyrightText: 2022 The Foundation for Plain Words"
    old = f"---\norder: 14\n---\n# Criteria\n\n<!-- {licence} -->\n<!-- {holder} -->\n\nAll must read this.\n"
    new = f"---\n# {licence}\n# {holder}\norder: 14\nlayout: page\n---\n# Criteria\n\nAll must read this.\n"
    changes = diff_policies({"a.md": old}, {"a.md": new}).files[0].changes
    assert {(change.op, change.reason) for change in changes} == {
        ("insert", "not in the prose"),
        ("delete", "not in the prose"),
    }
    assert all("order: 14" not in gone and "Criteria" not in gone for gone, _ in hunks(old, new))


def test_a_comment_that_is_replaced_by_prose_is_two_changes() -> None:
    """A reader saw nothing where now a rule stands: the rule is new, and the comment is no old form of it."""
    old = "# A\n\n<!-- Nobody knows yet who replies. -->\n\nThe end.\n"
    new = "# A\n\nOfficers must answer within a day.\n\nThe end.\n"
    changes = diff_policies({"a.md": old}, {"a.md": new}).files[0].changes
    assert [change.change_class for change in changes if change.new_end > change.new_start] == ["new-rule"]


@given(lines, lines)
def test_parting_loses_no_word(old: str, new: str) -> None:
    """Parted hunks hold the words of the whole ones, in order on both sides and without sharing any."""
    parted = with_parted_hunks(diff_texts(old, new), old, new).hunks
    left = []
    for first, stop, text in ((1, 2, old), (3, 4, new)):
        spans = [(hunk[first], hunk[stop]) for hunk in parted]
        assert spans == sorted(spans)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
        bounds = [0, *(at for span in spans for at in span), len(text)]
        kept = " ".join(text[low:high] for low, high in zip(bounds[::2], bounds[1::2], strict=True))
        left.append([word for word in kept.split() if not is_mark(word)])
    assert left[0] == left[1]
