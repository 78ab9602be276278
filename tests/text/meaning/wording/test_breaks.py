"""Signs between words: where they change how far a "not" or an "if" reaches, and where they are style."""

import pytest

from reviewtui.text.meaning.classing import change_class

REACH = [
    ("Do not post, like, or share.", "Do not post. Like, or share."),
    ("You must not share passwords, tell others.", "You must not share passwords. Tell others."),
    ("You must not delete posts and block people.", "You must not delete posts; and block people."),
    ("Never: reply in anger.", "Never. Reply in anger."),
    ("No photos of children are allowed.", "No. Photos of children are allowed."),
    ("No photos without consent.", "No, photos without consent."),
    ("Not all posts need approval.", "Not. All posts need approval."),
    ("Do not stop posting.", "Do not. Stop posting."),
    ("If it is abusive, delete it.", "If it is abusive. Delete it."),
    ("Only managers approve; staff post.", "Only managers approve staff post."),
    ("Officers who are trained may post.", "Officers, who are trained, may post."),
    ("Staff don't reply, delete it.", "Staff don't reply. Delete it."),
    ("Unless asked, reply.", "Unless asked. Reply."),
]
STYLE = [
    ("Staff post, like and share.", "Staff post, like, and share."),
    ("Ask first; then post.", "Ask first. Then post."),
    ("In an emergency call us.", "In an emergency, call us."),
    ("Don't post it, it isn't yours.", "Don't post it; it isn't yours."),
    ("Do not post it; ask first.", "Do not post it. Ask first."),
    ("Do not post it", "Do not post it."),
    ("If it is late call us.", "If it is late, call us."),
    ("Because it is public, it should be: open, legible.", "Because it is public, it should be open, legible."),
    ("It does not apply to: wardens, clerks.", "It does not apply to wardens, clerks."),
]


@pytest.mark.parametrize(("old", "new"), REACH, ids=[new for _, new in REACH])
def test_a_sign_that_changes_what_is_forbidden_is_in_doubt(old: str, new: str) -> None:
    """The words are the same, and what they bind to may not be: in both directions."""
    assert change_class(old, new).change_class != "editorial"
    assert change_class(new, old).change_class != "editorial"


@pytest.mark.parametrize(("old", "new"), STYLE, ids=[new for _, new in STYLE])
def test_other_signs_are_style(old: str, new: str) -> None:
    """Serial commas, semicolons for sentence ends, and a last full stop bind nobody: in both directions."""
    assert change_class(old, new).change_class == "editorial"
    assert change_class(new, old).change_class == "editorial"
