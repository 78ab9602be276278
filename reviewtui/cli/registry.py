"""All commands by name, in the order in which the help lists them; each module is loaded when it is needed."""

import importlib

import click

COMMANDS: dict[str, str] = {
    "demo": "reviewtui.cli.commands.starting",
    "init": "reviewtui.cli.commands.deciding",
    "organisation": "reviewtui.cli.commands.deciding",
    "status": "reviewtui.cli.commands.reading",
    "comment": "reviewtui.cli.commands.remarking",
    "suggest": "reviewtui.cli.commands.remarking",
    "reply": "reviewtui.cli.commands.reviewing",
    "revise": "reviewtui.cli.commands.reviewing",
    "withdraw": "reviewtui.cli.commands.reviewing",
    "reopen": "reviewtui.cli.commands.reviewing",
    "link": "reviewtui.cli.commands.reviewing",
    "reattach": "reviewtui.cli.commands.reviewing",
    "answer": "reviewtui.cli.commands.reviewing",
    "redact": "reviewtui.cli.commands.reviewing",
    "submit": "reviewtui.cli.commands.reviewing",
    "sync": "reviewtui.cli.commands.sharing",
    "pack": "reviewtui.cli.commands.sharing",
    "unpack": "reviewtui.cli.commands.sharing",
    "threads": "reviewtui.cli.commands.reading",
    "show": "reviewtui.cli.commands.reading",
    "accept": "reviewtui.cli.commands.deciding",
    "decline": "reviewtui.cli.commands.deciding",
    "defer": "reviewtui.cli.commands.deciding",
    "note": "reviewtui.cli.commands.deciding",
    "duplicate": "reviewtui.cli.commands.deciding",
    "done": "reviewtui.cli.commands.deciding",
    "undo": "reviewtui.cli.commands.deciding",
    "versions": "reviewtui.cli.commands.reading",
    "diff": "reviewtui.cli.commands.reading",
    "adopt": "reviewtui.cli.commands.adopting",
    "trace": "reviewtui.cli.commands.tracing",
    "check": "reviewtui.cli.commands.checking",
    "dismiss": "reviewtui.cli.commands.checking",
    "companion": "reviewtui.cli.commands.checking",
    "ready": "reviewtui.cli.commands.judging",
    "read": "reviewtui.cli.commands.positions",
    "classify": "reviewtui.cli.commands.positions",
    "round": "reviewtui.cli.commands.rounds",
    "signoff": "reviewtui.cli.commands.positions",
    "release": "reviewtui.cli.commands.deciding",
    "verify": "reviewtui.cli.commands.reading",
}


def find_command(name: str) -> click.Command | None:
    """Return the command called `name`, or None when there is none.

    One whose name means something else in Python has an underscore behind it there.
    """
    module = COMMANDS.get(name)
    if module is None:
        return None
    known = vars(importlib.import_module(module))
    command = known.get(name, known.get(f"{name}_"))
    return command if isinstance(command, click.Command) else None
