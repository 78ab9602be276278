"""One entry of the history: when, what, and where it leads."""

from dataclasses import dataclass
from datetime import datetime

from reviewtui.views.styled_text import StyledLine


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened; one of `version`, `thread`, `compared` and `act` says where it leads.

    `version` is a text to read, `compared` are two versions to be compared, `act` is what a key would do.
    """

    at: datetime
    line: StyledLine
    version: str = ""
    thread: str = ""
    compared: tuple[str, str] = ("", "")
    act: str = ""


def dated(at: datetime) -> str:
    """Return the day of something, as the history writes it."""
    return f"{at:%Y-%m-%d}"
