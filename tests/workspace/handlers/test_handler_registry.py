"""The registry of handlers: each command has one that takes it, though modules are named as text."""

from typing import get_type_hints

import pytest

from reviewtui.domain.actions import commands
from reviewtui.domain.actions.commands import Command
from reviewtui.workspace.handlers.handler_registry import HANDLERS, find_handler


@pytest.mark.parametrize("command", HANDLERS)
def test_a_handler_takes_the_command_that_it_is_registered_for(command: type[Command]) -> None:
    """A slip in a name would be seen only when somebody gives the command."""
    assert get_type_hints(find_handler(command))["command"] is command


def test_each_command_has_a_handler() -> None:
    """One without would end in an error of the program's own."""
    assert {each for each in vars(commands).values() if isinstance(each, type) and issubclass(each, Command)} == {
        Command,
        *HANDLERS,
    }
