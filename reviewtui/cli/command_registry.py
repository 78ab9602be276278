"""All commands by name, in the order in which the help lists them; each module is loaded when it is needed."""

import importlib

import click

COMMANDS: dict[str, str] = {
    "demo": "reviewtui.cli.commands.starting.demo_command",
    "init": "reviewtui.cli.commands.authoring.author_commands",
    "organisation": "reviewtui.cli.commands.authoring.author_commands",
    "status": "reviewtui.cli.commands.reading.reading_commands",
    "comment": "reviewtui.cli.commands.reviewing.remark_commands",
    "suggest": "reviewtui.cli.commands.reviewing.remark_commands",
    "reply": "reviewtui.cli.commands.reviewing.conversation_commands",
    "revise": "reviewtui.cli.commands.reviewing.conversation_commands",
    "withdraw": "reviewtui.cli.commands.reviewing.conversation_commands",
    "reopen": "reviewtui.cli.commands.reviewing.conversation_commands",
    "link": "reviewtui.cli.commands.reviewing.conversation_commands",
    "reattach": "reviewtui.cli.commands.reviewing.conversation_commands",
    "answer": "reviewtui.cli.commands.reviewing.conversation_commands",
    "redact": "reviewtui.cli.commands.reviewing.conversation_commands",
    "submit": "reviewtui.cli.commands.reviewing.conversation_commands",
    "sync": "reviewtui.cli.commands.exchanging.sharing_commands",
    "join": "reviewtui.cli.commands.exchanging.sharing_commands",
    "pack": "reviewtui.cli.commands.exchanging.sharing_commands",
    "unpack": "reviewtui.cli.commands.exchanging.sharing_commands",
    "completion": "reviewtui.cli.commands.starting.completion_command",
    "serve": "reviewtui.cli.commands.starting.serve_command",
    "export": "reviewtui.cli.commands.exchanging.exchange_commands",
    "import": "reviewtui.cli.commands.exchanging.exchange_commands",
    "threads": "reviewtui.cli.commands.reading.reading_commands",
    "show": "reviewtui.cli.commands.reading.reading_commands",
    "accept": "reviewtui.cli.commands.authoring.author_commands",
    "decline": "reviewtui.cli.commands.authoring.author_commands",
    "defer": "reviewtui.cli.commands.authoring.author_commands",
    "note": "reviewtui.cli.commands.authoring.author_commands",
    "duplicate": "reviewtui.cli.commands.authoring.author_commands",
    "done": "reviewtui.cli.commands.authoring.author_commands",
    "undo": "reviewtui.cli.commands.authoring.author_commands",
    "versions": "reviewtui.cli.commands.reading.reading_commands",
    "diff": "reviewtui.cli.commands.reading.reading_commands",
    "adopt": "reviewtui.cli.commands.authoring.adoption_commands",
    "trace": "reviewtui.cli.commands.reading.trace_command",
    "check": "reviewtui.cli.commands.reading.finding_commands",
    "dismiss": "reviewtui.cli.commands.reading.finding_commands",
    "companion": "reviewtui.cli.commands.reading.finding_commands",
    "ready": "reviewtui.cli.commands.reading.readiness_commands",
    "report": "reviewtui.cli.commands.reading.readiness_commands",
    "read": "reviewtui.cli.commands.reviewing.position_commands",
    "classify": "reviewtui.cli.commands.reviewing.position_commands",
    "round": "reviewtui.cli.commands.authoring.round_commands",
    "signoff": "reviewtui.cli.commands.reviewing.position_commands",
    "release": "reviewtui.cli.commands.authoring.author_commands",
    "verify": "reviewtui.cli.commands.reading.reading_commands",
    "settle": "reviewtui.cli.commands.authoring.trust_commands",
    "confirm": "reviewtui.cli.commands.authoring.trust_commands",
    "signer": "reviewtui.cli.commands.authoring.trust_commands",
    "recover": "reviewtui.cli.commands.exchanging.sharing_commands",
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
