"""Which module carries out which command; it is loaded when it is needed, with all that it needs."""

import importlib
import re
from collections.abc import Callable
from typing import Any

from reviewtui.domain.actions import commands
from reviewtui.domain.actions.commands import Command
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome

Handler = Callable[[CommandContext, Any], Outcome]
_FOLDER = "reviewtui.workspace"
_CARRIED_OUT: dict[str, tuple[type[Command], ...]] = {
    "handlers.reviewing.remark_handlers": (
        *(commands.Comment, commands.Suggest, commands.SuggestCopy, commands.SuggestMove, commands.Reply),
        *(commands.Revise, commands.Withdraw, commands.Reopen, commands.LinkThreads, commands.Reattach),
        *(commands.Answer, commands.Redact, commands.SignOff, commands.Read),
    ),
    "handlers.reviewing.bringing_in_handler": (commands.BringIn,),
    "handlers.reviewing.submission_handler": (commands.Submit,),
    "handlers.reviewing.finding_handlers": (commands.Dismiss, commands.CheckCompanion),
    "handlers.authoring.text_editing_handler": (commands.EditText, commands.CommitEdits, commands.DiscardEdits),
    "handlers.authoring.adoption_handler": (commands.Adopt,),
    "handlers.authoring.classification_handler": (commands.Classify,),
    "handlers.authoring.decision_handlers": (commands.Decide, commands.MarkDone),
    "handlers.authoring.undo_handler": (commands.Undo,),
    "handlers.administering.round_handlers": (commands.OpenRound, commands.CloseRound),
    "handlers.administering.trust_handlers": (
        *(commands.Settle, commands.Confirm, commands.AddSigner, commands.RemoveSigner),
    ),
    "handlers.administering.settings_handlers": (commands.BeginReview, commands.AddOrganisation),
    "release.releasing": (commands.Release,),
}
"""By module: the commands that its functions of the same names carry out; a new command is one of each."""
HANDLERS = {command: module for module, own in _CARRIED_OUT.items() for command in own}
"""By command: the module that carries it out."""


def find_handler(command: type[Command]) -> Handler:
    """Return what carries out commands of a type: a function of its name."""
    name = re.sub(r"(?<!^)(?=[A-Z])", "_", command.__name__).lower()
    handler: Handler = vars(importlib.import_module(f"{_FOLDER}.{HANDLERS[command]}"))[name]
    return handler
