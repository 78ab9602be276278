"""A change of words that no list calls editorial."""

from dataclasses import dataclass

ANOTHER_SIGN = "another sign"
"""Why a change counts that is told by no word: a sign, a measure, or that something is set apart."""


@dataclass(frozen=True, slots=True)
class WordChange:
    """A run of words that is not on the list: before, after, why, and whether it is an alarm or a doubt only."""

    old: str
    new: str
    reason: str
    alarm: bool

    @property
    def words(self) -> str:
        """The change in words: "paid → unpaid", "“written” is gone"."""
        if self.old and self.new:
            return f"{self.old} → {self.new}"
        return f"“{self.old or self.new}” is {'gone' if self.old else 'new'}"
