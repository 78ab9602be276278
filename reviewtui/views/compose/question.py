"""Something to be confirmed before it is done."""

from dataclasses import dataclass

from reviewtui.domain.actions.commands import Command
from reviewtui.views.styled_text import StyledLine


@dataclass(frozen=True, slots=True)
class Question:
    """Something to be confirmed before it is done, with what it would do."""

    title: str
    lines: tuple[StyledLine, ...]
    yes: str
    commands: tuple[Command, ...]
    form: str = ""
    """The key of the form that it was written in, which stays open until it is done; empty: none."""
    no: str = "leave it"
    """What escape does, in a word or two."""
