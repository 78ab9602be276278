"""Dates are brought to one form, so that only another date is another date."""

import pytest

from reviewtui.text.meaning.dates import date_value
from reviewtui.text.meaning.signals import signals_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1st of May 2027", "2027-05-01"),
        ("Saturday 1 May, 2027", "2027-05-01"),
        ("May 1, 2027", "2027-05-01"),
        ("01/05/2027", "2027-05-01"),
        ("1.5.27", "2027-05-01"),
        ("May 2027", "2027-05-"),
        ("1 May", "-05-01"),
        ("5pm", "17:00"),
        ("12.30 a.m.", "00:30"),
        ("12 noon", "12:00"),
        ("midnight", "00:00"),
        ("Mondays", "monday"),
    ],
)
def test_a_date_has_one_form(words, value):
    """Year, month, day with what is known of them; times by 24 hours; days in figures come first."""
    assert date_value(words) == value


def test_may_in_small_letters_is_no_month():
    """It is a permission."""
    assert [signal.kind for signal in signals_of("Officers may 2 times ask.")] == ["duty", "amount"]
    assert [signal.kind for signal in signals_of("It ends on May 2.")] == ["date"]
