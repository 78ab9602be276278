"""Which handler carries out which command."""

from collections.abc import Callable
from typing import Any

from reviewtui.domain.commands import (
    AddOrganisation,
    Answer,
    CheckCompanion,
    Command,
    Comment,
    Decide,
    Dismiss,
    Found,
    Link,
    MarkDone,
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
from reviewtui.domain.review_commands import Adopt, Classify, CloseRound, OpenRound
from reviewtui.workspace import (
    adopting,
    classifying,
    decisions,
    founding,
    inspecting,
    releasing,
    remarks,
    rounds,
    submitting,
    undoing,
)
from reviewtui.workspace.desk import Desk
from reviewtui.workspace.outcome import Outcome

# The registry: a new command is one handler and one line here.
HANDLERS: dict[type[Command], Callable[[Desk, Any], Outcome]] = {
    Comment: remarks.comment,
    Suggest: remarks.suggest,
    Reply: remarks.reply,
    Revise: remarks.revise,
    Withdraw: remarks.withdraw,
    Reopen: remarks.reopen,
    Link: remarks.link,
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
    Dismiss: inspecting.dismiss,
    CheckCompanion: inspecting.check_companion,
    Release: releasing.release,
    Found: founding.found,
    AddOrganisation: founding.add_organisation,
}
