"""The exact view shows what is no change of words."""

from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.views.comparison.plain_styles import exact_lines


class Compared:
    """A comparison of two strings, by hand."""

    section = ""

    def __init__(self, old, new):
        self._texts = old, new
        self.diff = diff_policies({"a.md": old}, {"a.md": new})
        self.old = self.new = self
        self.version = self
        self.name = "v"

    def texts(self, _):
        return self._texts

    def heading(self, _):
        return "a"


def test_wrapping_and_marks_are_shown():
    """A line end that became a space, and emphasis, though no word changed."""
    lines = list(exact_lines(Compared("You must\nreply.\n", "You **must** reply.\n")))
    assert lines[0] == "v → v: 0 words deleted, 0 inserted, 0 moved"
    assert lines[3] == "   You [-must¶-]{+**must** +}reply.¶"


def test_line_ends_of_another_system_are_shown():
    """A carriage return is a change of characters."""
    assert list(exact_lines(Compared("One.\n", "One.\r\n")))[3] == "   One.[-¶-]{+␍¶+}"


def test_equal_files_are_not_named():
    """Only the totals are left."""
    assert len(list(exact_lines(Compared("One.\n", "One.\n")))) == 1
