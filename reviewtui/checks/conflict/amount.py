"""One amount of a sentence: what it measures, its value in one form, and how it stands to others."""

from dataclasses import dataclass
from typing import Literal

from reviewtui.checks.input.tuning import ONE_SIZE, SAME_TIME

Measure = Literal["duration", "money", "percent", "clock", "date", "count", "often", "age"]
Bound = Literal["", "over", "under"]
"""Whether what is spoken of lies above an amount ("over £50") or below it."""
OFTEN = {"daily": "1 day", "weekly": "7 day", "monthly": "1 month", "quarterly": "3 month", "yearly": "12 month"}
"""How long it is from one time to the next."""
DAYS = {"minute": 1 / 1440, "hour": 1 / 24, "day": 1, "month": 30.4}
"""Days of a unit."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount: `value` in one form, `words` as they stand, `relation` such as "deadline", and what is counted.

    `anchor` is the word behind it that says from when it runs ("before", "after"); `case` says that it stands in a
    condition, where it says when a rule holds and not what it asks for. What an "8-week" amount describes is counted.
    `leads` says that it stands first, as in a line of a schedule; `bound` that it is the end of a range.
    """

    measure: Measure
    value: str
    words: str
    relation: str = ""
    counted: tuple[str, ...] = ()
    anchor: str = ""
    case: bool = False
    leads: bool = False
    bound: Bound = ""

    def is_same(self, other: "Amount") -> bool:
        """Return whether two amounts are equal: twelve months are 52 weeks."""
        ours, theirs = self.days, other.days
        if self.measure == "date":
            return _is_same_date(self, other)
        if self.value == other.value or not (ours and theirs):
            return self.value == other.value
        return max(ours, theirs) <= SAME_TIME * min(ours, theirs)

    def is_of_one_size(self, other: "Amount") -> bool:
        """Return whether two times may be meant for one thing: hours of a day and years of service are not."""
        ours, theirs = self.days, other.days
        if not (ours and theirs):
            return True
        return max(ours, theirs) <= ONE_SIZE * min(ours, theirs)

    @property
    def days(self) -> float:
        """A length of time in days, 0 for what is none."""
        number, _, unit = self.value.partition(" ")
        try:
            return float(number) * DAYS.get(unit.removeprefix("working "), 0)
        except ValueError:
            return 0


def _is_same_date(first: Amount, second: Amount) -> bool:
    """Whether two dates may be one: a year or day that is left out ("-05-31", "2027-05-") is any."""
    ours, theirs = first.value.split("-"), second.value.split("-")
    if len(ours) == len(theirs):
        return all(a == b or not (a and b) for a, b in zip(ours, theirs, strict=True))
    return first.value in second.words.lower() or second.value in first.words.lower()
