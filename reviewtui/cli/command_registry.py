"""All commands by name, in the order in which the help lists them; each module is loaded when it is needed."""

import importlib

import click

_FOLDER = "reviewtui.cli.commands"
_IN_ORDER = (
    ("starting.demo_command", "demo"),
    ("authoring.author_commands", "init organisation"),
    ("reading.reading_commands", "status"),
    ("reviewing.remark_commands", "comment suggest"),
    ("reviewing.conversation_commands", "reply revise withdraw reopen link reattach answer redact submit"),
    ("exchanging.sharing_commands", "sync join pack unpack"),
    ("starting.completion_command", "completion"),
    ("starting.serve_command", "serve"),
    ("exchanging.exchange_commands", "export import"),
    ("reading.reading_commands", "threads show"),
    ("authoring.author_commands", "accept decline defer note duplicate done undo"),
    ("reading.reading_commands", "versions diff"),
    ("authoring.adoption_commands", "adopt"),
    ("reading.trace_command", "trace"),
    ("reading.finding_commands", "check dismiss companion"),
    ("reading.readiness_commands", "ready report"),
    ("reviewing.position_commands", "read classify"),
    ("authoring.round_commands", "round"),
    ("reviewing.position_commands", "signoff"),
    ("authoring.author_commands", "release"),
    ("reading.reading_commands", "verify"),
    ("authoring.trust_commands", "settle confirm signer"),
    ("exchanging.sharing_commands", "recover"),
)
"""Modules with commands of theirs."""
COMMANDS = {name: module for module, names in _IN_ORDER for name in names.split()}
"""By name: the module of a command."""


def find_command(name: str) -> click.Command | None:
    """Return the command called `name`, or None when there is none.

    One whose name means something else in Python has an underscore behind it there.
    """
    module = COMMANDS.get(name)
    if module is None:
        return None
    known = vars(importlib.import_module(f"{_FOLDER}.{module}"))
    command = known.get(name, known.get(f"{name}_"))
    return command if isinstance(command, click.Command) else None
