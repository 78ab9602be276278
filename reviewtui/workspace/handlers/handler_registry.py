"""Which handler carries out which command; its module is loaded when it is needed, with all that it needs."""

import importlib
from collections.abc import Callable
from typing import Any

from reviewtui.domain.actions.commands import (
    AddOrganisation,
    AddSigner,
    Adopt,
    Answer,
    BeginReview,
    BringIn,
    CheckCompanion,
    Classify,
    CloseRound,
    Command,
    Comment,
    CommitEdits,
    Confirm,
    Decide,
    Dismiss,
    EditText,
    LinkThreads,
    MarkDone,
    OpenRound,
    Read,
    Reattach,
    Redact,
    Release,
    RemoveSigner,
    Reopen,
    Reply,
    Revise,
    Settle,
    SignOff,
    Submit,
    Suggest,
    SuggestCopy,
    SuggestMove,
    Undo,
    Withdraw,
)
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome

Handler = Callable[[CommandContext, Any], Outcome]
# The registry: a new command is one handler and one line here.
HANDLERS: dict[type[Command], str] = {
    EditText: "reviewtui.workspace.handlers.authoring.text_editing_handler.edit_text",
    CommitEdits: "reviewtui.workspace.handlers.authoring.text_editing_handler.commit_edits",
    Comment: "reviewtui.workspace.handlers.reviewing.remark_handlers.comment",
    Suggest: "reviewtui.workspace.handlers.reviewing.remark_handlers.suggest",
    SuggestCopy: "reviewtui.workspace.handlers.reviewing.remark_handlers.suggest_copied",
    SuggestMove: "reviewtui.workspace.handlers.reviewing.remark_handlers.suggest_move",
    Reply: "reviewtui.workspace.handlers.reviewing.remark_handlers.reply",
    Revise: "reviewtui.workspace.handlers.reviewing.remark_handlers.revise",
    Withdraw: "reviewtui.workspace.handlers.reviewing.remark_handlers.withdraw",
    Reopen: "reviewtui.workspace.handlers.reviewing.remark_handlers.reopen",
    LinkThreads: "reviewtui.workspace.handlers.reviewing.remark_handlers.link",
    Reattach: "reviewtui.workspace.handlers.reviewing.remark_handlers.reattach",
    Answer: "reviewtui.workspace.handlers.reviewing.remark_handlers.answer",
    Redact: "reviewtui.workspace.handlers.reviewing.remark_handlers.redact",
    SignOff: "reviewtui.workspace.handlers.reviewing.remark_handlers.sign_off",
    Read: "reviewtui.workspace.handlers.reviewing.remark_handlers.read",
    Adopt: "reviewtui.workspace.handlers.authoring.adoption_handler.adopt",
    Classify: "reviewtui.workspace.handlers.authoring.classification_handler.classify",
    OpenRound: "reviewtui.workspace.handlers.administering.round_handlers.open_round",
    CloseRound: "reviewtui.workspace.handlers.administering.round_handlers.close_round",
    BringIn: "reviewtui.workspace.handlers.reviewing.bringing_in_handler.bring_in",
    Decide: "reviewtui.workspace.handlers.authoring.decision_handlers.decide",
    MarkDone: "reviewtui.workspace.handlers.authoring.decision_handlers.mark_done",
    Undo: "reviewtui.workspace.handlers.authoring.undo_handler.undo",
    Submit: "reviewtui.workspace.handlers.reviewing.submission_handler.submit",
    Dismiss: "reviewtui.workspace.handlers.reviewing.finding_handlers.dismiss",
    CheckCompanion: "reviewtui.workspace.handlers.reviewing.finding_handlers.check_companion",
    Settle: "reviewtui.workspace.handlers.administering.trust_handlers.settle",
    Confirm: "reviewtui.workspace.handlers.administering.trust_handlers.confirm",
    AddSigner: "reviewtui.workspace.handlers.administering.trust_handlers.add_signer",
    RemoveSigner: "reviewtui.workspace.handlers.administering.trust_handlers.remove_signer",
    Release: "reviewtui.workspace.release.releasing.release",
    BeginReview: "reviewtui.workspace.handlers.administering.settings_handlers.begin_review",
    AddOrganisation: "reviewtui.workspace.handlers.administering.settings_handlers.add_organisation",
}


def find_handler(command: type[Command]) -> Handler:
    """Return what carries out commands of a type."""
    module, _, name = HANDLERS[command].rpartition(".")
    handler: Handler = vars(importlib.import_module(module))[name]
    return handler
