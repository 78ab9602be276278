"""Which handler carries out which command."""

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
from reviewtui.workspace.handlers.administering import (
    round_handlers,
    settings_handlers,
    settlement_handlers,
    signer_handlers,
)
from reviewtui.workspace.handlers.authoring import (
    adoption_handler,
    classification_handler,
    decision_handlers,
    text_editing_handler,
    undo_handler,
)
from reviewtui.workspace.handlers.reviewing import (
    bringing_in_handler,
    copied_text_handler,
    finding_handlers,
    remark_handlers,
    submission_handler,
)
from reviewtui.workspace.release import releasing

# The registry: a new command is one handler and one line here.
HANDLERS: dict[type[Command], Callable[[CommandContext, Any], Outcome]] = {
    EditText: text_editing_handler.edit_text,
    Comment: remark_handlers.comment,
    Suggest: remark_handlers.suggest,
    SuggestCopy: copied_text_handler.suggest_copied,
    SuggestMove: remark_handlers.suggest_move,
    Reply: remark_handlers.reply,
    Revise: remark_handlers.revise,
    Withdraw: remark_handlers.withdraw,
    Reopen: remark_handlers.reopen,
    LinkThreads: remark_handlers.link,
    Reattach: remark_handlers.reattach,
    Answer: remark_handlers.answer,
    Redact: remark_handlers.redact,
    SignOff: remark_handlers.sign_off,
    Read: remark_handlers.read,
    Adopt: adoption_handler.adopt,
    Classify: classification_handler.classify,
    OpenRound: round_handlers.open_round,
    CloseRound: round_handlers.close_round,
    BringIn: bringing_in_handler.bring_in,
    Decide: decision_handlers.decide,
    MarkDone: decision_handlers.mark_done,
    Undo: undo_handler.undo,
    Submit: submission_handler.submit,
    Dismiss: finding_handlers.dismiss,
    CheckCompanion: finding_handlers.check_companion,
    Settle: settlement_handlers.settle,
    Confirm: settlement_handlers.confirm,
    AddSigner: signer_handlers.add_signer,
    RemoveSigner: signer_handlers.remove_signer,
    Release: releasing.release,
    BeginReview: settings_handlers.begin_review,
    AddOrganisation: settings_handlers.add_organisation,
}
