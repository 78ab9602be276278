"""How much a change of words is: the classes, the least first."""

from typing import Literal, get_args

ChangeClass = Literal["editorial", "substantive", "new-rule"]
CHANGE_CLASSES: tuple[ChangeClass, ...] = get_args(ChangeClass)
