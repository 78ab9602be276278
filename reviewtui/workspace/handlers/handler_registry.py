"""Which handler carries out which command; its module is loaded when it is needed, with all that it needs."""

import importlib
from collections.abc import Callable
from typing import Any

from reviewtui.domain.actions import commands
from reviewtui.domain.actions.commands import Command
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome

Handler = Callable[[CommandContext, Any], Outcome]
# The registry: a new command is one handler and one line here.
HANDLERS: dict[type[Command], str] = {
    commands.EditText: "reviewtui.workspace.handlers.authoring.text_editing_handler.edit_text",
    commands.CommitEdits: "reviewtui.workspace.handlers.authoring.text_editing_handler.commit_edits",
    commands.Comment: "reviewtui.workspace.handlers.reviewing.remark_handlers.comment",
    commands.Suggest: "reviewtui.workspace.handlers.reviewing.remark_handlers.suggest",
    commands.SuggestCopy: "reviewtui.workspace.handlers.reviewing.remark_handlers.suggest_copied",
    commands.SuggestMove: "reviewtui.workspace.handlers.reviewing.remark_handlers.suggest_move",
    commands.Reply: "reviewtui.workspace.handlers.reviewing.remark_handlers.reply",
    commands.Revise: "reviewtui.workspace.handlers.reviewing.remark_handlers.revise",
    commands.Withdraw: "reviewtui.workspace.handlers.reviewing.remark_handlers.withdraw",
    commands.Reopen: "reviewtui.workspace.handlers.reviewing.remark_handlers.reopen",
    commands.LinkThreads: "reviewtui.workspace.handlers.reviewing.remark_handlers.link",
    commands.Reattach: "reviewtui.workspace.handlers.reviewing.remark_handlers.reattach",
    commands.Answer: "reviewtui.workspace.handlers.reviewing.remark_handlers.answer",
    commands.Redact: "reviewtui.workspace.handlers.reviewing.remark_handlers.redact",
    commands.SignOff: "reviewtui.workspace.handlers.reviewing.remark_handlers.sign_off",
    commands.Read: "reviewtui.workspace.handlers.reviewing.remark_handlers.read",
    commands.Adopt: "reviewtui.workspace.handlers.authoring.adoption_handler.adopt",
    commands.Classify: "reviewtui.workspace.handlers.authoring.classification_handler.classify",
    commands.OpenRound: "reviewtui.workspace.handlers.administering.round_handlers.open_round",
    commands.CloseRound: "reviewtui.workspace.handlers.administering.round_handlers.close_round",
    commands.BringIn: "reviewtui.workspace.handlers.reviewing.bringing_in_handler.bring_in",
    commands.Decide: "reviewtui.workspace.handlers.authoring.decision_handlers.decide",
    commands.MarkDone: "reviewtui.workspace.handlers.authoring.decision_handlers.mark_done",
    commands.Undo: "reviewtui.workspace.handlers.authoring.undo_handler.undo",
    commands.Submit: "reviewtui.workspace.handlers.reviewing.submission_handler.submit",
    commands.Dismiss: "reviewtui.workspace.handlers.reviewing.finding_handlers.dismiss",
    commands.CheckCompanion: "reviewtui.workspace.handlers.reviewing.finding_handlers.check_companion",
    commands.Settle: "reviewtui.workspace.handlers.administering.trust_handlers.settle",
    commands.Confirm: "reviewtui.workspace.handlers.administering.trust_handlers.confirm",
    commands.AddSigner: "reviewtui.workspace.handlers.administering.trust_handlers.add_signer",
    commands.RemoveSigner: "reviewtui.workspace.handlers.administering.trust_handlers.remove_signer",
    commands.Release: "reviewtui.workspace.release.releasing.release",
    commands.BeginReview: "reviewtui.workspace.handlers.administering.settings_handlers.begin_review",
    commands.AddOrganisation: "reviewtui.workspace.handlers.administering.settings_handlers.add_organisation",
}


def find_handler(command: type[Command]) -> Handler:
    """Return what carries out commands of a type."""
    module, _, name = HANDLERS[command].rpartition(".")
    handler: Handler = vars(importlib.import_module(module))[name]
    return handler
