"""What an author asks for beside decisions: rounds, the class of a change, words of the policy that ours came from."""

from dataclasses import dataclass
from datetime import date

from reviewtui.text.change_class import ChangeClass


@dataclass(frozen=True, slots=True)
class Adopt:
    """Make suggestions of changes, by their numbers, that the policy at `remote` has had since ours came from it."""

    remote: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Classify:
    """Say as an author of what class the change of a section is, from version `first` to version `last`.

    An empty `last` is the draft; an empty `first` is the newest release, and every text that a sign-off covers.
    """

    section: str
    change_class: ChangeClass
    body: str
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class OpenRound:
    """Ask organisations (none named: all that the settings ask) to read the policy by the day `until`."""

    until: date
    asked: tuple[str, ...] = ()
    body: str = ""


@dataclass(frozen=True, slots=True)
class CloseRound:
    """End a round, by the end of its id; without one named, the one that is open."""

    round: str = ""
    body: str = ""
