"""Dates that cannot be: days that no calendar has, wrong days of the week, periods that end before they start."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("The last review was completed on 31 June 2020.", "“31 June 2020”: June has 30 days"),
        ("The term runs from January 1st to April 31st of the year.", "“April 31st”: April has 30 days"),
        ("The vote will take place on 31 February 2027.", "“31 February 2027”: February has 28 days in 2027"),
        ("Returns are due on 31 April.", "“31 April”: April has 30 days"),
        ("We meet on Monday, 2 March 2027.", "“Monday, 2 March 2027”: that day is a Tuesday"),
        ("It ends on 30 February.", "“30 February”: February has 29 days"),
        ("It ends on 29 February 2023.", "“29 February 2023”: February has 28 days in 2023"),
        ("On 31st of September all cards end.", "“31st of September”: September has 30 days"),
        ("It is valid to 2027-02-30.", "“2027-02-30”: February has 28 days in 2027"),
        ("It is valid to 2027-13-05.", "“2027-13-05”: there is no such month"),
        ("We meet on Friday 12 May 2026.", "“Friday 12 May 2026”: that day is a Tuesday"),
        ("It runs from 5 May 2027 to 3 April 2027.", "“5 May 2027 to 3 April 2027”: it ends before it starts"),
    ],
)
def test_dates_that_cannot_be(look, sentence, message):
    """Each is found once, with what is wrong with it."""
    assert [found.partition(" | ")[2] for found in look("impossible-date", a=f"# A\n\n{sentence}\n")] == [message]


@pytest.mark.parametrize(
    "sentence",
    [
        "It ends on 29 February 2024.",
        "It ends on 29 February each leap year.",
        "We meet on Tuesday, 12 May 2026.",
        "It runs from 1 April 2027 until 31 March 2028.",
        "See clause 3.31 June reports.",
        "The 50 may vote, and section 32 may be changed; 31 september staff march.",
        "Take the 10:31 June train.",
        "In May 35 staff moved, and in June 31 officers were trained.",
        "Rule 35 May be waived.",
        "> It ended on 31 June 2020.",
    ],
)
def test_dates_that_can_be(look, sentence):
    """Days that exist, numbers before a verb and quotations are left alone."""
    assert look("impossible-date", a=f"# A\n\n{sentence}\n") == []
