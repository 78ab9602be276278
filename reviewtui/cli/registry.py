"""All commands by name, in the order in which the help lists them; each module is loaded when it is needed."""

import importlib

import click

COMMANDS: dict[str, str] = {
    "demo": "reviewtui.cli.starting",
    "init": "reviewtui.cli.deciding",
    "organisation": "reviewtui.cli.deciding",
    "status": "reviewtui.cli.reading",
    "comment": "reviewtui.cli.remarking",
    "suggest": "reviewtui.cli.remarking",
    "reply": "reviewtui.cli.reviewing",
    "revise": "reviewtui.cli.reviewing",
    "withdraw": "reviewtui.cli.reviewing",
    "reopen": "reviewtui.cli.reviewing",
    "link": "reviewtui.cli.reviewing",
    "reattach": "reviewtui.cli.reviewing",
    "answer": "reviewtui.cli.reviewing",
    "redact": "reviewtui.cli.reviewing",
    "submit": "reviewtui.cli.reviewing",
    "sync": "reviewtui.cli.sharing",
    "pack": "reviewtui.cli.sharing",
    "unpack": "reviewtui.cli.sharing",
    "threads": "reviewtui.cli.reading",
    "show": "reviewtui.cli.reading",
    "accept": "reviewtui.cli.deciding",
    "decline": "reviewtui.cli.deciding",
    "defer": "reviewtui.cli.deciding",
    "note": "reviewtui.cli.deciding",
    "duplicate": "reviewtui.cli.deciding",
    "done": "reviewtui.cli.deciding",
    "undo": "reviewtui.cli.deciding",
    "versions": "reviewtui.cli.reading",
    "diff": "reviewtui.cli.reading",
    "adopt": "reviewtui.cli.adopting",
    "trace": "reviewtui.cli.tracing",
    "check": "reviewtui.cli.checking",
    "dismiss": "reviewtui.cli.checking",
    "companion": "reviewtui.cli.checking",
    "ready": "reviewtui.cli.judging",
    "read": "reviewtui.cli.positions",
    "classify": "reviewtui.cli.positions",
    "round": "reviewtui.cli.rounds",
    "signoff": "reviewtui.cli.positions",
    "release": "reviewtui.cli.deciding",
    "verify": "reviewtui.cli.reading",
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
