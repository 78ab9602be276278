"""What a person may do with a thread now, and if not, why: the rules of the domain asked beforehand."""

from collections.abc import Callable
from datetime import UTC, datetime

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import Answer, Reopen, Reply, Revise, Withdraw
from reviewtui.domain.actions.decisions import deciding
from reviewtui.domain.actions.handling_findings import dismissible
from reviewtui.domain.actions.remarks import conversation
from reviewtui.domain.actions.remarks.pending import last_pending
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding

_ID = "0" * 26
_Rule = Callable[[Actor, Thread], object]

_RULES: dict[str, _Rule] = {
    "decide": deciding.require_decidable,
    "undo": lambda actor, thread: last_pending(thread, actor.person) or deciding.undo(actor, thread, ()),
    "revise": lambda actor, thread: conversation.revise(actor, Revise(thread.id, "words"), thread),
    "withdraw": lambda actor, thread: conversation.withdraw(actor, Withdraw(thread.id), thread),
    "reopen": lambda actor, thread: conversation.reopen(actor, Reopen(thread.id, "words"), thread),
    "answer": lambda actor, thread: conversation.answer(actor, Answer(thread.id, satisfied=True), thread),
    "reply": lambda actor, thread: conversation.reply(actor, Reply(thread.id, "words"), thread),
}


NOBODY = (
    'git does not know who you are; leave, and type: git config --global user.name "Your Name", '
    "then: git config --global user.email you@council.example"
)
"""Why nothing can be written while git has no name and no address for this person."""


def why_not_write(draft: Draft) -> str:
    """Return why this person cannot remark on the policy at all; empty when they can."""
    if draft.me is None:
        return NOBODY
    if not (draft.founded and draft.in_force):
        return draft.no_review
    return ""


def why_not(draft: Draft, thread: Thread, actor: str) -> str:
    """Return why `actor` cannot be done to `thread` now; empty when it can.

    `actor` is one of "decide", "undo", "revise", "withdraw", "reopen", "answer" and "reply".
    """
    return _asked(draft, lambda me: _RULES[actor](me, thread))


def why_not_dismiss(draft: Draft, finding: Finding) -> str:
    """Return why this person cannot dismiss a finding; empty when they can."""
    return _asked(draft, lambda me: dismissible(me, finding.id, (finding,), draft.review))


def _asked(draft: Draft, rule: Callable[[Actor], object]) -> str:
    refused = why_not_write(draft)
    if refused or draft.me is None or not draft.in_force:
        return refused
    try:
        rule(Actor(draft.me, draft.effective_settings, datetime.now(UTC), lambda: _ID))
    except Refused as reason:
        return str(reason)
    return ""
