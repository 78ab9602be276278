"""What was said and done in a thread, event by event, in words that every front end sets in its own way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewtui.domain.identifier import short
from reviewtui.domain.record import events
from reviewtui.domain.record.causality import ancestors
from reviewtui.domain.record.event_kinds import EVENT_KINDS
from reviewtui.domain.record.record import SignatureState
from reviewtui.domain.record.thread import Entry, Thread, in_words
from reviewtui.domain.record.validity.authorship import identity_of
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import UNMARKED
from reviewtui.views.excerpt import excerpt

_TAKEN_BACK = ", taken back since"
_SINCE = {events.Reopened: ", opened again since", events.Decided: ", decided anew since"}
"""What is said of a decision that another act has taken the place of."""
_SIGNED: dict[SignatureState, str] = {
    "none": "",
    "valid": ", signed",
    "foreign": ", signed with a key that is not known",
    "unbound": ", signed, which may have been for another thread",
    "broken": ", with a signature that does not fit",
    "unchecked": ", signed, which cannot be checked here",
}


_FILES = {
    "docx": "a Word file",
    "html": "a page",
    "xlsx": "a workbook",
    "csv": "a table",
    "criticmarkup": "marked Markdown",
    "mail": "a mail",
}


_DIGITS = 10
"""Digits of a commit that are shown."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event: who did what, for which organisation, and where it stands in git.

    `words` are what it says; `replacement` are the words that it suggests, None where it suggests none; empty words are
    a deletion. Neither is said again where a revision left it as it was. `taken_back` is a decision whose words were
    taken out of the text again.
    """

    entry: Entry
    who: str
    organisation: str
    does: str
    status: str
    commit: str
    """The digits of the commit with which the status begins; empty where none is known."""
    replacement: str | None = None
    words: str = ""
    taken_back: bool = False

    @property
    def doubts(self) -> str:
        """What is to be said of where it stands beside its commit: that it is pending, by whom, how it is signed."""
        return self.status.removeprefix(self.commit).lstrip(", ")

    @property
    def is_decision(self) -> bool:
        """Whether it answers the remark."""
        return isinstance(self.entry.event, events.Decided)


def event_rows(draft: Draft, entries: Sequence[Entry]) -> Iterator[EventRow]:
    """Yield what each of `entries` did, in their order; of replies that were brought in twice the first."""
    for entry in (each for each in entries if not each.same_as):
        event = entry.event
        same_words, same_wish = _left_as_it_was(draft, entry)
        organisation = draft.settings.organisation_name(event.organisation)
        after = _followed_by(draft, entry)
        taken_back = isinstance(after, events.Reopened) and bool(after.edit or after.edits)
        since = "" if after is None else _TAKEN_BACK if taken_back else _SINCE[type(after)]
        does = f"{_does(entry, same_words, same_wish)}{_detail(entry)}{since}"
        carried = f", carried by {entry.carried_by.name}" if entry.carried_by else ""
        yield EventRow(
            entry,
            f"{draft.called(entry.by)}{carried}",
            organisation,
            does,
            _git_status(entry),
            (entry.recorded.provenance.commit or "")[:_DIGITS],
            None if same_wish else suggested_in(entry),
            "" if same_words else entry.words,
            taken_back,
        )


def _followed_by(draft: Draft, entry: Entry) -> events.Decided | events.Reopened | None:
    """Return what took the place of a decision: the first decision or re-opening whose writer had seen it."""
    thread = draft.review.threads.get(entry.recorded.thread)
    if thread is None or entry.refusal or not isinstance(entry.event, events.Decided):
        return None
    counting = {each.event.id: each.event for each in thread.entries if not each.refusal}
    acts = (event for event in counting.values() if isinstance(event, events.Decided | events.Reopened))
    return next((event for event in acts if entry.event.id in ancestors(event.id, counting)), None)


def _left_as_it_was(draft: Draft, entry: Entry) -> tuple[bool, bool]:
    """Say of a revision whether the remark's words, and those that it suggests, are the same as before it."""
    thread = draft.review.threads.get(entry.recorded.thread)
    if thread is None or not isinstance(entry.event, events.Revised) or entry.hidden is not None:
        return False, False
    former = _former_words(thread, entry)
    if former is None or former.hidden is not None:
        return False, False
    same_wish = entry.event.replacement is None or entry.event.replacement == suggested_in(former)
    return entry.event.body == former.event.words, same_wish


def _former_words(thread: Thread, entry: Entry) -> Entry | None:
    """Return what a revision took the place of: the remark, or the revision before it."""
    number = next((at for at, each in enumerate(thread.entries) if each.event.id == entry.event.id), 0)
    kinds = events.Commented | events.Suggested | events.MoveSuggested | events.Revised
    earlier = (each for each in reversed(thread.entries[:number]) if isinstance(each.event, kinds))
    return next((each for each in earlier if not each.refusal), None)


def _does(entry: Entry, same_words: bool, same_wish: bool) -> str:  # noqa: FBT001 - as they were compared
    if same_words and isinstance(entry.event, events.Revised):
        return "says it anew in the same words" if same_wish else "suggests other words, and says the same"
    return EVENT_KINDS[type(entry.event)].does


def left_to_do(draft: Draft, thread: Thread) -> str:
    """Return what an author still has to do by hand, and how to say that it is done; empty when nothing is left."""
    if not (draft.is_author and thread.waits_for_hand):
        return ""
    name = draft.review.name_of(thread.id)
    return f"Agreed, without words for the text: change it by hand and commit, then: reviewtui done {name} --commit C"


def suggested_in(entry: Entry) -> str | None:
    """Return the words that an event suggests; None where it suggests none, or where they were hidden."""
    event = entry.event
    return event.replacement if isinstance(event, events.Revised | events.Suggested) and entry.hidden is None else None


def _git_status(entry: Entry) -> str:
    """Return in a word where an event stands: pending, its commit, or unknown."""
    provenance = entry.recorded.provenance
    if provenance.pending:
        return "pending"
    if provenance.commit is None:
        return "commit unknown"
    who = f" by {provenance.author}" if identity_of(entry.recorded) == "contradicted" else ""
    return f"{provenance.commit[:_DIGITS]}{who}{_SIGNED[provenance.signature]}"


def _detail(entry: Entry) -> str:
    event = entry.event
    if isinstance(event, events.Decided):
        return f": {in_words(event.verdict)}" + (f" of {short(event.of)}" if event.of else "")
    if isinstance(event, events.Linked):
        return f" with {short(event.to)} ({event.relation})"
    if isinstance(event, events.MarkedDone):
        return f" in {event.commit[:10]}"
    if isinstance(event, events.Reattached):
        return f": “{excerpt(event.anchors[0].exact, 60)}”"
    satisfied = getattr(event, "satisfied", None)
    if satisfied is None:
        return ""
    return ": satisfied" if satisfied else ": not satisfied"


def came_from(event: events.AnyEvent) -> str:
    """Return from what kind of file an event was brought in, by whom, and of which sending; empty where it was not."""
    source = event.source
    by = f"recorded by {event.recorded_by}" if event.recorded_by else ""
    if source is None:
        return by
    sent = f" (sent out as {short(source.export)})" if source.export not in {"", UNMARKED} else ""
    return f"from {_FILES.get(source.format, source.format)}{sent}" + (f", {by}" if by else "")
