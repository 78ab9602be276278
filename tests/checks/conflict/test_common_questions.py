"""Which answers to one question of policies are opposed, though they share hardly a word."""

import pytest

OPPOSED = [
    ("All elections must be by secret ballot.", "Raise your hands for the candidate whom you want to be elected."),
    ("Tools must stay in the workshop.", "Regulars may borrow a drill for the weekend."),
    ("A ferry ticket in first class may be claimed for long journeys.", "Travel is booked at the cheapest fare."),
    ("All guests must be escorted by a warden.", "Visitors may look round by themselves."),
    ("Directors serve without compensation.", "Each director shall receive a stipend."),
    ("Nobody on the payroll moonlights for a rival.", "Pilots may take outside employment in the winter."),
    ("Bottles of beer are welcome in the office on Fridays.", "No alcohol is served on the premises."),
    ("What you have left at the end of July may be carried over, up to five days.", "Leave cannot roll over."),
    ("A letter without a name is set aside.", "You can raise a concern anonymously."),
    ("The treasurer will not pay a cash advance.", "Crews should have the money before they leave."),
    ("Dogs are welcome in the building.", "No pets may come to work."),
    ("Visitors must not walk about the yard unescorted.", "Guests may look round by themselves."),
    ("Members may vote by proxy.", "Votes are cast in the hall, and no proxies will be counted at meetings."),
]
SETTLED = [
    ("Nobody moonlights without the consent of the board.", "Pilots may take outside employment in the winter."),
    ("Alcohol may be kept in the office.", "Do not drive a crane after a beer."),
    ("Leave may be carried over.", "Days may be carried over unless the year was cut short, when none roll over."),
    ("Those who cannot travel receive the money before they leave.", "Crews should have the money before they leave."),
    ("You can raise a concern anonymously.", "We do not know who sends an email."),
]


@pytest.mark.parametrize(("one", "two"), OPPOSED)
def test_opposed_answers_are_found_from_both_sides(look, one, two):
    """One sentence allows what another one rules out, in words of its own; the question is named."""
    for first, second in ((one, two), (two, one)):
        found = look("conflict", a=f"# One\n\n{first}\n", b=f"# Two\n\n{second}\n")
        assert len(found) == 1
        assert "rules out" in found[0]


@pytest.mark.parametrize(("one", "two"), SETTLED)
def test_exceptions_and_other_denials_are_no_answers(look, one, two):
    """What needs consent, has its exception, or denies something else in the sentence answers nothing."""
    assert look("conflict", a=f"# One\n\n{one}\n", b=f"# Two\n\n{two}\n") == []


def test_a_question_of_which_much_is_said_has_cases(look):
    """Where many sentences answer a question, the policy is about it, and its cases differ on purpose."""
    rules = "".join(
        f"Dogs may come into the {room} at work.\n\n" for room in ("hall", "yard", "shop", "lobby", "kitchen", "loft")
    )
    assert look("conflict", a=f"# One\n\n{rules}", b="# Two\n\nNo pets may come to work.\n") == []
