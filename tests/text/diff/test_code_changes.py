"""Signs in code are said: a change of them is never without a word, as one of marks in prose may be."""

import pytest

from reviewtui.text.diff.policy_diff import ClassedChange, compare_policies

OTHER = {
    "a star in a name": ("Use `*.council.example` only.", "Use `council.example` only."),
    "a star that is all": ("Write `**` here.", "Write `*` here."),
    "struck words in a block": ("    - never post", "    - ~~never post~~"),
    "a hash in a fence": ("```\n# public\n```", "```\n## public\n```"),
    "a bar in a fence": ("```\na | b\n```", "```\na || b\n```"),
    "beside another change": ("Use `ls *a*` on Monday.", "Use `ls a` on Friday."),
}
SAME = {
    "other fences": ("```\na *b*\n```", "~~~\na *b*\n~~~"),
    "an indented block": ("- a\n\n      b *c*", "- a\n\n        b *c*"),
    "a wrapped line": ("Write `a *b* c` here.", "Write `a *b*\nc` here."),
    "emphasis in prose": ("Write `a` *here*.", "Write `a` **here**."),
}


def _changes(old: str, new: str) -> list[ClassedChange]:
    old, new = (f"# Town\n\nThe gate is old.\n\n{text}\n\nVisitors like it.\n" for text in (old, new))
    return [change for file in compare_policies({"p": old}, {"p": new}).files for change in file.changes]


@pytest.mark.parametrize(("old", "new"), OTHER.values(), ids=OTHER)
def test_other_signs_in_code_are_a_change_of_substance(old: str, new: str) -> None:
    """A reader sees them as they stand."""
    assert any(change.change_class == "substantive" for change in _changes(old, new))


@pytest.mark.parametrize(("old", "new"), SAME.values(), ids=SAME)
def test_code_that_reads_the_same_is_none(old: str, new: str) -> None:
    """However it is laid out."""
    assert all(change.change_class == "editorial" for change in _changes(old, new))


@pytest.mark.parametrize("sign", "*_`[]<>&\\~|#{")
def test_a_sign_is_told_as_it_stands(sign: str) -> None:
    """Reasons have no signs of our own in them."""
    words = f"``{sign}.a.example``" if sign == "`" else f"`{sign}.a.example`"
    reasons = [change.reason for change in _changes(f"See {words} today.", "See `.b.example` today.")]
    assert reasons
    assert not any("\ue000" <= letter <= "\uf8ff" for reason in reasons for letter in reason)
