"""How much a change of words is: the classes, the least first, and what a change was found to be."""

from typing import Literal, NamedTuple, get_args

ChangeClass = Literal["editorial", "substantive", "new-rule"]
CHANGE_CLASSES: tuple[ChangeClass, ...] = get_args(ChangeClass)


class Classed(NamedTuple):
    """The class of a change and why.

    `alarm` says that something known to matter changed: a duty, a number, a name. A substantive change without an
    alarm is a doubt: nothing shows that it is editorial.
    """

    change_class: ChangeClass
    reason: str
    alarm: bool = False
