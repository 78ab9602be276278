"""A section goes as a whole: what is left of the same words belongs to the section that stayed."""

import pytest

from reviewtui.text.placement.place_values import Quote
from reviewtui.text.placement.placement import Placer

DUTIES = ("Keeps a record of every decision.", "Reports to the committee each month.", "Hands over the keys.")


def policy(*roles: str) -> str:
    """Return a policy in which each role has the same duties."""
    lists = "\n\n".join(f"## {role}\n\n" + "\n".join(f"- {duty}" for duty in DUTIES) for role in roles)
    return f"# Roles\n\n{lists}\n\nTea is served in the hall.\n"


@pytest.mark.parametrize("gone", ["Steward", "Chair", "Curator"])
@pytest.mark.parametrize("duty", DUTIES)
def test_the_duties_of_a_role_that_went_are_not_those_of_another(gone: str, duty: str) -> None:
    """One word of a duty that stays changed and a line came in: the duties under the other headings stay theirs."""
    roles = ("Steward", "Chair", "Curator")
    old = policy(*roles)
    left = [role for role in roles if role != gone]
    new = policy(*left).replace("every decision.", "each decision.\n\nA new lamp stands by the door.\n", 1)
    placer = Placer({"roles.md": old}, {"roles.md": new})
    for role in roles:
        start = old.index(duty, old.index(f"## {role}"))
        placement = placer.place(Quote("roles.md", start, start + len(duty), duty))
        if role == gone:
            assert placement.path is None, (role, placement)
        else:
            head = new.rindex("## ", 0, placement.start)
            assert new[head:].startswith(f"## {role}"), (role, placement)


def test_a_cell_is_not_a_part_of_rows_that_are_no_table_any_more() -> None:
    """A paragraph came between the rows, so that those behind it have no head: the cell stands in them twice."""
    rows = ("Archive", "Appeal", "Hearing", "Payment")
    old = "# Days\n\n| Service | Days | Who |\n|---|---|---|\n" + "".join(
        f"| {row} | 5 | the clerk |\n" for row in rows
    )
    new = old.replace("| Archive | 5 | the clerk |\n", "\n\nA new lamp stands by the door.\n\n")
    start = old.index("| 5 | the clerk")
    placement = Placer({"days.md": old}, {"days.md": new}).place(
        Quote("days.md", start, start + len("| 5 | the clerk"), "| 5 | the clerk")
    )
    assert placement.path is None
