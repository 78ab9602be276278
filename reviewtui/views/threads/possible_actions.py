"""What a person may do with a thread now, and if not, why: the rules of the domain asked beforehand."""

from collections.abc import Callable
from datetime import UTC, datetime

from reviewtui.domain.actions import conversation, deciding
from reviewtui.domain.actions.act import Act
from reviewtui.domain.actions.commands import Answer, Dismiss, Reopen, Revise, Withdraw
from reviewtui.domain.actions.dismissing import dismiss
from reviewtui.domain.actions.pending import last_pending
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.finding import Finding

_ID = "0" * 26
_Rule = Callable[[Act, Thread], object]

_RULES: dict[str, _Rule] = {
    "decide": deciding.require_decidable,
    "undo": lambda act, thread: last_pending(thread, act.person) or deciding.undo(act, thread, None),
    "revise": lambda act, thread: conversation.revise(act, Revise(thread.id, "words"), thread),
    "withdraw": lambda act, thread: conversation.withdraw(act, Withdraw(thread.id), thread),
    "reopen": lambda act, thread: conversation.reopen(act, Reopen(thread.id, "words"), thread),
    "answer": lambda act, thread: conversation.answer(act, Answer(thread.id, satisfied=True), thread),
    "reply": lambda _act, _thread: None,
}


def why_not_write(draft: Draft) -> str:
    """Return why this person cannot remark on the policy at all; empty when they can."""
    if not draft.founded or draft.roles is None:
        return f"This repository has no review yet; begin one with: reviewtui init --policy {draft.policy.folder}"
    if draft.me is None:
        return 'git does not know who you are: git config --global user.name "Your Name", and user.email'
    return ""


def why_not(draft: Draft, thread: Thread, act: str) -> str:
    """Return why `act` cannot be done to `thread` now; empty when it can.

    `act` is one of "decide", "undo", "revise", "withdraw", "reopen", "answer" and "reply".
    """
    return _asked(draft, lambda me: _RULES[act](me, thread))


def why_not_dismiss(draft: Draft, finding: Finding) -> str:
    """Return why this person cannot dismiss a finding; empty when they can."""
    return _asked(draft, lambda me: dismiss(me, Dismiss(finding.id, "words"), (finding,), draft.review))


def _asked(draft: Draft, rule: Callable[[Act], object]) -> str:
    refused = why_not_write(draft)
    if refused or draft.me is None or draft.roles is None:
        return refused
    try:
        rule(Act(draft.me, draft.roles, datetime.now(UTC), lambda: _ID))
    except Refused as reason:
        return str(reason)
    return ""
