"""Kinds of rewording that bind nobody, each beside the smallest change that does."""

import pytest

from reviewtui.text.diff.policy_diff import diff_policies


def classes(old: str, new: str) -> set[str]:
    """Return the classes of all changes between two texts."""
    [file] = diff_policies({"a.md": f"{old}\n"}, {"a.md": f"{new}\n"}).files
    return {change.change_class for change in file.changes}


SAME = [
    ("The panel have to decide.", "The panel has to decide."),
    ("You need not ask.", "You don't need to ask."),
    ("The chair opens the meeting. The chair also signs it.", "The chair opens the meeting and signs it."),
    ("The office is closed on Sundays. It is also closed in May.", "The office is closed on Sundays and in May."),
    ("a@x.example", "[a@x.example](mailto:a@x.example)"),
    ("Notify the clerk.", "Inform the clerk."),
    ("It takes place in May.", "It is held in May."),
    ("Keep off the kerb side.", "Keep off the kerbside."),
    ("Ask if she is ill.", "Ask if they are ill."),
    ("Trustees, staff and volunteers can claim it.", "Staff, trustees and volunteers can claim it."),
    ("It is sent to the clerk and the mayor.", "It is sent to the mayor and the clerk."),
    ("The form will be kept safely by us.", "We will keep the form safely."),
    ("The fair is hosted by the community.", "The community hosts the fair."),
    ("Keep it until such time as it is paid.", "Keep it until it is paid."),
    ("Keep in mind that passes expire.", "Passes expire."),
    ("Note that passes expire.", "Passes expire."),
    ("All staff, whether paid or unpaid, sign it.", "All staff, paid or unpaid, sign it."),
]
OTHER = [
    ("Keep it until such time as it is paid.", "Keep it if it is paid."),
    ("The clerk shall note that passes expire.", "The clerk shall renew passes that expire."),
    ("Say whether paid or unpaid staff sign it.", "Paid or unpaid staff sign it."),
    ("All staff, whether or not paid, sign it.", "All staff, if paid, sign it."),
    ("The manager reviews the pool maintainance schedule.", "The manager reviews the pool schedule."),
    ("The Council will acknowlege every complaint.", "The Council will settle every complaint."),
    ("Ask the caretaker.", "Ask the caretakers."),
    ("The plan must be signed.", "The plans must be signed."),
    ("You need not ask.", "You must not ask."),
    ("You need not ask.", "You should not ask."),
    ("Open in spring and in autumn.", "Open in spring or autumn."),
    ("Not in spring and in autumn.", "Not in spring and autumn."),
    ("The chair opens it. The clerk also signs it.", "The chair opens it and signs it."),
    ("The chair opens it. The chair also signs it.", "The chair opens it or signs it."),
    ("See [the guide] (https://a.example/one) first.", "See [the guide](https://a.example/two) first."),
    ("a@x.example", "[a@x.example](mailto:b@x.example)"),
    ("Complaints are decided by Friday.", "Friday decides complaints."),
    ("Notify the clerk.", "Consult the clerk."),
    ("Employees must ask.", "Workers must ask."),
    ("Staff work over time.", "Staff work overtime."),
    ("Ask if she is ill.", "Ask if they were ill."),
    ("He or she must ask.", "He must ask."),
    ("First ask the clerk and the mayor.", "First ask the mayor and the clerk."),
    ("Ask the clerk and the mayor in that order.", "Ask the mayor and the clerk in that order."),
    ("Ask the clerk or the mayor.", "Ask the mayor and the clerk."),
    ("New cars and vans owned by us are checked.", "New vans and cars owned by us are checked."),
    ("Trustees, staff and volunteers can claim it.", "Staff, tenants and volunteers can claim it."),
    ("Keep 2 copies and 3 notes.", "Keep 3 copies and 2 notes."),
    ("The form will be kept by us.", "They will keep the form."),
    ("They ask.", "They are asked."),
    ("You must bring a passport or a letter.", "You must bring:\n\n- a passport\n- a letter"),
    (
        "You must bring a passport, a payslip and the letter we sent you.",
        "You must bring:\n\n- a passport\n- the letter we sent you",
    ),
    ("You must bring a passport and a letter.", "You may bring:\n\n- a passport\n- a letter"),
    ("- [x] Staff asked and were told.", "- [ ] Staff asked and were told."),
]


@pytest.mark.parametrize(("old", "new"), SAME, ids=[new for _, new in SAME])
def test_the_same_in_other_words_is_editorial(old: str, new: str) -> None:
    """In both directions."""
    assert classes(old, new) <= {"editorial"}
    assert classes(new, old) <= {"editorial"}


@pytest.mark.parametrize(("old", "new"), OTHER, ids=[new for _, new in OTHER])
def test_what_is_nearly_the_same_is_not(old: str, new: str) -> None:
    """In both directions."""
    assert classes(old, new) - {"editorial"}
    assert classes(new, old) - {"editorial"}
