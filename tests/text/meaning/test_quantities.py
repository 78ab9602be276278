"""Amounts are brought to one form, so that only another amount is another amount."""

import pytest

from reviewtui.text.meaning.quantities import amount_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("two weeks", "14 days"),
        ("a fortnight", "14 days"),
        ("one year", "twelve months"),
        ("24 hours", "1 day"),
        ("£5,000", "£5k"),
        ("ten per cent", "10%"),
        ("twenty-one days", "3 weeks"),
        ("annually", "yearly"),
        ("two thousand", "2,000"),
    ],
)
def test_one_amount_in_two_dresses_is_one(one, other):
    """Digits and words, and measures that are multiples of each other."""
    assert amount_of(one) == amount_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("two days", "two working days"), ("£50", "$50"), ("7 days", "7 hours"), ("half", "quarter"), ("5", "50")],
)
def test_other_amounts_stay_apart(one, other):
    """Another number, another measure, another currency."""
    assert amount_of(one) != amount_of(other)
