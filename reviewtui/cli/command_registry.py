"""All commands by name, in the order in which the help lists them; each module is loaded when it is needed."""

import importlib

import click

COMMANDS: dict[str, str] = {
    "demo": "reviewtui.cli.commands.demo_command",
    "init": "reviewtui.cli.commands.author_commands",
    "organisation": "reviewtui.cli.commands.author_commands",
    "status": "reviewtui.cli.commands.reading_commands",
    "comment": "reviewtui.cli.commands.remark_commands",
    "suggest": "reviewtui.cli.commands.remark_commands",
    "reply": "reviewtui.cli.commands.conversation_commands",
    "revise": "reviewtui.cli.commands.conversation_commands",
    "withdraw": "reviewtui.cli.commands.conversation_commands",
    "reopen": "reviewtui.cli.commands.conversation_commands",
    "link": "reviewtui.cli.commands.conversation_commands",
    "reattach": "reviewtui.cli.commands.conversation_commands",
    "answer": "reviewtui.cli.commands.conversation_commands",
    "redact": "reviewtui.cli.commands.conversation_commands",
    "submit": "reviewtui.cli.commands.conversation_commands",
    "sync": "reviewtui.cli.commands.sharing_commands",
    "join": "reviewtui.cli.commands.sharing_commands",
    "pack": "reviewtui.cli.commands.sharing_commands",
    "unpack": "reviewtui.cli.commands.sharing_commands",
    "serve": "reviewtui.cli.commands.serve_command",
    "export": "reviewtui.cli.commands.exchange_commands",
    "import": "reviewtui.cli.commands.exchange_commands",
    "threads": "reviewtui.cli.commands.reading_commands",
    "show": "reviewtui.cli.commands.reading_commands",
    "accept": "reviewtui.cli.commands.author_commands",
    "decline": "reviewtui.cli.commands.author_commands",
    "defer": "reviewtui.cli.commands.author_commands",
    "note": "reviewtui.cli.commands.author_commands",
    "duplicate": "reviewtui.cli.commands.author_commands",
    "done": "reviewtui.cli.commands.author_commands",
    "undo": "reviewtui.cli.commands.author_commands",
    "versions": "reviewtui.cli.commands.reading_commands",
    "diff": "reviewtui.cli.commands.reading_commands",
    "adopt": "reviewtui.cli.commands.adoption_commands",
    "trace": "reviewtui.cli.commands.trace_command",
    "check": "reviewtui.cli.commands.finding_commands",
    "dismiss": "reviewtui.cli.commands.finding_commands",
    "companion": "reviewtui.cli.commands.finding_commands",
    "ready": "reviewtui.cli.commands.readiness_commands",
    "report": "reviewtui.cli.commands.readiness_commands",
    "read": "reviewtui.cli.commands.position_commands",
    "classify": "reviewtui.cli.commands.position_commands",
    "round": "reviewtui.cli.commands.round_commands",
    "signoff": "reviewtui.cli.commands.position_commands",
    "release": "reviewtui.cli.commands.author_commands",
    "verify": "reviewtui.cli.commands.reading_commands",
    "settle": "reviewtui.cli.commands.trust_commands",
    "confirm": "reviewtui.cli.commands.trust_commands",
    "signer": "reviewtui.cli.commands.trust_commands",
    "recover": "reviewtui.cli.commands.sharing_commands",
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
