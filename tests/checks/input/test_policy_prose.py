"""What the sentences of a text are read with."""

from reviewtui.checks.input.policy_prose import prose_of


def test_each_heading_knows_which_stand_over_it():
    """Of those before it the nearest of a higher level, and what stands over that, whatever levels are left out."""
    levels = (2, 3, 3, 5, 4, 1, 4, 2, 2)
    prose = prose_of("".join(f"{'#' * level} Heading\n\nStaff sign.\n\n" for level in levels))
    expected = [(), (0,), (0,), (0, 2), (0, 2), (), (5,), (5,), (5,)]
    assert [tuple(sorted(over)) for over in prose.over] == expected
