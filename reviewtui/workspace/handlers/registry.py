"""Which handler carries out which command."""

from collections.abc import Callable
from typing import Any

from reviewtui.domain.actions.commands import (
    AddOrganisation,
    Adopt,
    Answer,
    BeginReview,
    CheckCompanion,
    Classify,
    CloseRound,
    Command,
    Comment,
    Decide,
    Dismiss,
    LinkThreads,
    MarkDone,
    OpenRound,
    Read,
    Reattach,
    Redact,
    Release,
    Reopen,
    Reply,
    Revise,
    SignOff,
    Submit,
    Suggest,
    Undo,
    Withdraw,
)
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.handlers import (
    adopting,
    classifying,
    decisions,
    founding,
    remarks,
    rounds,
    submitting,
    undoing,
)
from reviewtui.workspace.handlers import findings as finding_handlers
from reviewtui.workspace.release import releasing

# The registry: a new command is one handler and one line here.
HANDLERS: dict[type[Command], Callable[[CommandContext, Any], Outcome]] = {
    Comment: remarks.comment,
    Suggest: remarks.suggest,
    Reply: remarks.reply,
    Revise: remarks.revise,
    Withdraw: remarks.withdraw,
    Reopen: remarks.reopen,
    LinkThreads: remarks.link,
    Reattach: remarks.reattach,
    Answer: remarks.answer,
    Redact: remarks.redact,
    SignOff: remarks.sign_off,
    Read: remarks.read,
    Adopt: adopting.adopt,
    Classify: classifying.classify,
    OpenRound: rounds.open_round,
    CloseRound: rounds.close_round,
    Decide: decisions.decide,
    MarkDone: decisions.mark_done,
    Undo: undoing.undo,
    Submit: submitting.submit,
    Dismiss: finding_handlers.dismiss,
    CheckCompanion: finding_handlers.check_companion,
    Release: releasing.release,
    BeginReview: founding.begin_review,
    AddOrganisation: founding.add_organisation,
}
