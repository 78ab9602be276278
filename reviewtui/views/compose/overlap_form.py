"""How suggestions for the same words are settled: one is taken, each of the others gets an outcome and a reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reviewtui.domain.actions.commands import Decide
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record.events import Verdict
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.views.compose.compose_form import ComposeForm, FormContent
from reviewtui.views.styled_text import Styled, line
from reviewtui.views.threads.deciding.acceptance_preview import words_now
from reviewtui.views.threads.deciding.queue import QueueItem

OUTCOMES: tuple[Verdict, ...] = ("declined", "noted", "deferred", "duplicate")
"""What can become of the suggestions that are not taken, the usual one first."""


@dataclass(frozen=True, slots=True)
class OtherOutcome:
    """What becomes of one of the other suggestions, and why; `name` is the short name of its thread."""

    name: str
    outcome: Verdict
    reason: str

    @property
    def lacks(self) -> str:
        """What still has to be said; empty where nothing has to."""
        is_said = self.outcome not in {"declined", "deferred"} or self.reason.strip()
        return "" if is_said else f"Say why {self.name} is {self.outcome}; its writer reads this."


def usual_outcomes(draft: Draft, item: QueueItem, taken: Thread) -> tuple[OtherOutcome, ...]:
    """Return what usually becomes of the others: they are declined, since the words of `taken` were taken."""
    name = draft.review.name_of
    reason = usual_reason(name(taken.id))
    return tuple(OtherOutcome(name(thread.id), "declined", reason) for thread in others_of(item, taken))


def usual_reason(taken: str) -> str:
    """Return the reason that is offered for the others, where the words of the thread named `taken` are taken."""
    return f"the words of {taken} were taken."


def others_of(item: QueueItem, taken: Thread) -> tuple[Thread, ...]:
    """Return the suggestions for the same words that are not taken."""
    return tuple(thread for thread in item.threads if thread.id != taken.id)


def overlap_form(draft: Draft, item: QueueItem, taken: Thread, others: Sequence[OtherOutcome]) -> ComposeForm:
    """Begin to settle an overlap with the words of `taken`, which can be edited; `others` stand above them."""
    notes = tuple(line(Styled(f"{each.name} {each.outcome}: {each.reason}", "muted")) for each in others)
    start = FormContent("\n".join(_as_kept(each) for each in others), taken.replacement or "")
    name = draft.review.name_of(taken.id)
    title = f"Settle {counted(len(item.threads), 'suggestion')} with the words of {name}, as they are or edited"
    usual = "\n".join(_as_kept(each) for each in usual_outcomes(draft, item, taken))
    given = replace(start, body=usual)
    passage = words_now(draft, taken)
    return ComposeForm("settle", title, "", taken.id, passage=passage, start=start, given=given, notes=notes)


def overlap_commands(form: ComposeForm, content: FormContent) -> tuple[Decide, ...]:
    """Return the decision on the words that were taken, and one on each of the others.

    Raises:
        Refused: one of the others has no reason.
    """
    others = kept_outcomes(content.body)
    besides = tuple(each.name for each in others)
    taken = Decide(form.thread, "accepted", words=content.replacement, besides=besides)
    return (taken, *(_decision(each, form.thread) for each in others))


def kept_outcomes(body: str) -> tuple[OtherOutcome, ...]:
    """Return the outcomes that a form holds where other forms hold words."""
    outcomes = []
    for kept in body.splitlines():
        name, _, rest = kept.partition(" ")
        outcome, _, reason = rest.partition(": ")
        known = next((each for each in OUTCOMES if each == outcome), None)
        if known is not None:
            outcomes.append(OtherOutcome(name, known, reason))
    return tuple(outcomes)


def _as_kept(other: OtherOutcome) -> str:
    return f"{other.name} {other.outcome}: {other.reason}"


def _decision(other: OtherOutcome, taken: str) -> Decide:
    if other.lacks:
        raise Refused(other.lacks)
    return Decide(other.name, other.outcome, other.reason, of=taken if other.outcome == "duplicate" else "")
