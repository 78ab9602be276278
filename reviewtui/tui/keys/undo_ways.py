"""What takes back what a command did, where one key does not: said before it is done, and by the key of undo."""

from collections.abc import Mapping

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
    DiscardEdits,
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

_ON_RECORD = "it is committed and stays on record"
_ONE_BY_ONE = "{palette} {take_back} takes back what is pending of it, one after the other"
_PENDING: tuple[type[Command], ...] = (
    Adopt, Answer, BringIn, Comment, LinkThreads, Read, Reattach, Redact, Reopen, Reply, SignOff, Suggest,
    SuggestCopy, SuggestMove, Withdraw,
)  # fmt: skip
"""Commands that leave something pending."""
WAYS: dict[type[Command] | None, str] = {
    None: "others may have it by now, and nothing takes that back",
    AddOrganisation: "{palette} {organisations} changes it again",
    AddSigner: "{palette} {signers} takes the key away again",
    BeginReview: _ON_RECORD,
    CheckCompanion: _ON_RECORD,
    Classify: f"{_ON_RECORD}; {{palette}} {{classify}} says another class, which then counts instead",
    CloseRound: f"{_ON_RECORD}; {{palette}} {{open_round}} opens another one",
    CommitEdits: "git revert {commit} takes it back by another commit, if nobody changed its words since; "
    "{edit_paragraph} edits the text anew",
    Confirm: _ON_RECORD,
    DiscardEdits: "what was discarded is not known any more",
    Decide: "{undo_last} takes it back by another commit",
    Dismiss: f"{_ON_RECORD} until the words of the finding change",
    EditText: "its words cannot be told from others there; {palette} {discard_edits} goes back to the committed text",
    MarkDone: _ON_RECORD,
    OpenRound: f"{_ON_RECORD}; {{palette}} {{close_round}} ends it",
    Release: f"{_ON_RECORD}; a later version mends it",
    RemoveSigner: "{palette} {signers} gives the key again",
    Revise: "the words before are in the record where they were submitted, else nowhere; {revise} says it anew",
    Settle: _ON_RECORD,
    Undo: _ON_RECORD,
    Submit: f"{_ON_RECORD}; {{withdraw}} at a remark takes that back for all to see",
    **dict.fromkeys(_PENDING, _ONE_BY_ONE),
}
"""Why one key does not take back what a command did, and what does; names in braces are acts."""


def undo_way(kind: type[Command] | None, names: Mapping[str, str], commit: str = "") -> str:
    """Return what takes back what a command of this kind did, or that nothing does; `names` are the keys by act."""
    return WAYS[kind].format_map({**names, "commit": commit[:10] or "HEAD"})
