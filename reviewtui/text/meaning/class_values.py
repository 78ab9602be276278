"""How much a change of words is: the classes, the least first, and what of a passage was found to have changed."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

ChangeClass = Literal["editorial", "substantive", "new-rule"]
CHANGE_CLASSES: tuple[ChangeClass, ...] = get_args(ChangeClass)


class ClassByWords(NamedTuple):
    """The class of a change and why.

    `alarm` says that something known to matter changed: a duty, a number, a name. A substantive change without an
    alarm is a doubt: nothing shows that it is editorial.
    """

    change_class: ChangeClass
    reason: str
    alarm: bool = False


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
