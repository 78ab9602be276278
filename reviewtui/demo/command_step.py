"""A step in which somebody does something with the tool: one of its own commands, in the names of the story."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

import msgspec

from reviewtui.demo.replay_context import ReplayContext
from reviewtui.domain.actions.commands import Command
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.handlers.handler_registry import HANDLERS

_COMMANDS: dict[str, type[Command]] = {kind.__name__.lower(): kind for kind in HANDLERS}
_THREADS = ("thread", "other", "of")
"""The fields of commands that name a thread."""


@dataclass(frozen=True, slots=True)
class CommandStep:
    """A command of one person; threads and commits in it have the names that the story gives them.

    The thread that it begins is called `key` from then on.
    """

    by: str
    command: Command
    key: str = ""
    days_ago: int | None = None

    def play(self, context: ReplayContext) -> Outcome:
        """Carry the command out, with the threads and commits that the story means."""
        known = {**dict.fromkeys(_THREADS, context.threads), "commit": context.drafts}
        named = {name: names[said] for name, names in known.items() if (said := getattr(self.command, name, ""))}
        command = replace(self.command, **named)  # each has the fields that it names
        outcome = context.carry_out(self.by, command)
        if self.key:
            context.threads[self.key] = outcome.thread
        return outcome


def read_command_step(table: Mapping[str, Any]) -> CommandStep:
    """Return a step as the story writes it.

    Raises:
        msgspec.ValidationError: there is no such command, or it has no such field.

    """
    given = dict(table)
    kind = _COMMANDS.get(name := str(given.pop("do", "")))
    if kind is None:
        raise msgspec.ValidationError(f"There is no command '{name}'")
    by, key, days_ago = given.pop("by", ""), given.pop("key", ""), given.pop("days_ago", None)
    unknown = given.keys() - {field.name for field in fields(kind)}
    if unknown:
        raise msgspec.ValidationError(f"'{name}' has no field '{min(unknown)}'")
    return CommandStep(by, msgspec.convert(given, kind), key, days_ago)
