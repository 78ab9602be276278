"""One key of the app: what it does, where, and why it may do nothing just now."""

from collections.abc import Iterable
from dataclasses import dataclass

from reviewtui.tui.keys.availability import WhyNot
from reviewtui.tui.state.screen_state import Moment

NAMES = {
    "slash": "/",
    "full_stop": ".",
    "comma": ",",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "right_parenthesis": ")",
    "left_parenthesis": "(",
    "right_curly_bracket": "}",
    "left_curly_bracket": "{",
    "plus": "+",
    "equals_sign": "=",
    "minus": "-",
    "escape": "esc",
    "ctrl+question_mark": "ctrl+?",
}
Row = tuple[str, str, str, str, WhyNot]


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that can be done: `act` is its name in the app, `where` the screens that know it (empty: all)."""

    act: str
    keys: str
    label: str
    help: str
    why_not: WhyNot
    group: str
    where: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """Its keys as people know them."""
        return shown_keys(self.keys)

    @property
    def first(self) -> str:
        """The first of its keys, as people know it."""
        return shown_keys(self.keys.partition(",")[0])

    def unavailable(self, moment: Moment) -> str:
        """Return why it does nothing now; empty when it does something."""
        return self.why_not(moment)


def group(name: str, where: tuple[str, ...], rows: Iterable[Row]) -> tuple[Key, ...]:
    """Return the keys of one group, each row being act, keys, label, help and why not."""
    return tuple(Key(*row, name, where) for row in rows)


def shown_keys(keys: str) -> str:
    """Return keys as Textual writes them in the form in which people know them."""
    return " ".join(NAMES.get(key, key) for key in keys.split(","))
