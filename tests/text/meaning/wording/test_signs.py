"""Signs, measures and single letters that say something: none of them is punctuation."""

import pytest

from reviewtui.text.diff.policy_diff import diff_policies

OTHER = [
    ("Groups &gt; 5 people.", "Groups &lt; 5 people."),
    ("A &ge; 5 rule.", "A &le; 5 rule."),
    ("Age &#8805; 18.", "Age &#8804; 18."),
    ("A grade of A+ is needed.", "A grade of A- is needed."),
    ("A grade of B+ is needed.", "A grade of B is needed."),
    ("A grade of A* is needed.", "A grade of A is needed."),
    ("Write it in C++.", "Write it in C."),
    ("Use a & b.", "Use a | b."),
    ("Use a & b.", "Use a / b."),
    ("Staff and/or volunteers enter.", "Staff and or volunteers enter."),
    ("Take 5 mg.", "Take 5 Mg."),
    ("Take 5mW.", "Take 5MW."),
    ("It holds 5 Gb.", "It holds 5 GB."),
    ("Turn it by 5\u2032.", "Turn it by 5\u2033."),
    ("It is 5' long.", 'It is 5" long.'),
    ("It is 5 \u00b0C.", "It is 5 \u00b0F."),
    ("It costs 5\u00a2.", "It costs 5$."),
    ("A share of 5%.", "A share of 5\u2030."),
    ("Category A staff.", "Category a staff."),
    ("The A team decides.", "A team decides."),
    ("x = 5 here.", "x > 5 here."),
    ("Staff + volunteers enter.", "Staff - volunteers enter."),
]
SAME = [
    ("Staff & volunteers enter.", "Staff and volunteers enter."),
    ("A share of 5 %.", "A share of 5%."),
    ("It takes 5 KG.", "It takes 5 kg."),
    ("Open 9 AM to 5 PM.", "Open 9 am to 5 pm."),
    ("See chapter '5' first.", 'See chapter "5" first.'),
    ("\u25cf Ask first.", "- Ask first."),
    ("\u2013 Ask first.", "\u2022 Ask first."),
    ("## How To Make A Complaint", "## How to make a complaint"),
]


def classes(old: str, new: str) -> set[str]:
    """Return the classes of all changes between two texts."""
    [file] = diff_policies({"a.md": f"{old}\n"}, {"a.md": f"{new}\n"}).files
    return {change.change_class for change in file.changes}


@pytest.mark.parametrize(("old", "new"), OTHER, ids=[new for _, new in OTHER])
def test_another_sign_is_in_doubt_at_least(old: str, new: str) -> None:
    """More is no less, milligrams are no megagrams: in both directions."""
    assert classes(old, new) - {"editorial"}
    assert classes(new, old) - {"editorial"}


@pytest.mark.parametrize(("old", "new"), SAME, ids=[new for _, new in SAME])
def test_another_way_of_writing_a_sign_is_style(old: str, new: str) -> None:
    """In both directions."""
    assert classes(old, new) <= {"editorial"}
    assert classes(new, old) <= {"editorial"}
