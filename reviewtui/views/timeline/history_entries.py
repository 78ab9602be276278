"""What people said and decided, as entries of the history: each decision, and each submission as one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reviewtui.domain.person import parse_person
from reviewtui.domain.record.event_kinds import amounts
from reviewtui.domain.record.events import Decided, Released, RoundClosed, RoundOpened, SignedOff
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.record.thread import in_words
from reviewtui.domain.review.draft import Draft
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Look, Styled, StyledLine, line
from reviewtui.views.threads.remark_marks import DECISION_SIGNS


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """Something that happened; one of `version`, `thread`, `compared` and `screen` says where it leads.

    `version` is a text to read, `compared` are two versions to be compared, `screen` is the one that shows it.
    """

    at: datetime
    line: StyledLine
    version: str = ""
    thread: str = ""
    compared: tuple[str, str] = ("", "")
    screen: str = ""
    sign: str = "\u25c7"
    """What kind of moment it is; it stands before the day."""


_ELSEWHERE = (Decided, Released, RoundOpened, RoundClosed)
"""Events that have entries of their own."""
_DID = {
    "noted": "took note of",
    "duplicate": "called a duplicate",
}
_LOOKS: dict[str, Look] = {"declined": "bad", "deferred": "bad"}
_REASON = 90


def decision_entries(draft: Draft) -> Iterator[HistoryEntry]:
    """Yield each decision that has its effect and is committed: who, on which remark of whom, and why."""
    for thread in draft.review.threads.values():
        whose = draft.effective_settings.organisation_name(thread.root.organisation)
        for entry in thread.entries:
            event = entry.event
            if not isinstance(event, Decided) or entry.refusal or entry.recorded.provenance.pending:
                continue
            why = f": {clipped(entry.words, _REASON)}" if entry.words else ""
            yield HistoryEntry(
                event.at,
                line(
                    Styled(f"{draft.called(entry.by)} ", "strong"),
                    Styled(
                        f"{_DID.get(event.verdict, in_words(event.verdict))} {draft.review.name_of(thread.id)}",
                        _LOOKS.get(event.verdict, "good"),
                    ),
                    Styled(f" of {whose}", "muted"),
                    why,
                ),
                thread=thread.id,
                sign=DECISION_SIGNS.get(event.verdict, "\u2713"),
            )


def submission_entries(draft: Draft) -> Iterator[HistoryEntry]:
    """Yield what a person submitted: one entry a day, and one for each event that was submitted alone with words.

    An entry leads to the first remark in it.
    """
    for events in _together(draft):
        at, by = max(recorded.event.at for recorded in events), parse_person(events[0].event.by)
        who = draft.effective_settings.organisation_name(events[0].event.organisation)
        positions = [f"{event.position}" for event in (each.event for each in events) if isinstance(event, SignedOff)]
        said = _subject(draft, events) + (f": {', '.join(positions)}" if positions else "")
        if len(events) == 1 and events[0].event.words and not _is_hidden(draft, events[0]):
            said += f": {clipped(events[0].event.words, _REASON)}"
        what = f" submitted {amounts(recorded.event for recorded in events)}{said}"
        yield HistoryEntry(
            at,
            line(
                Styled(draft.called(by), "strong"),
                Styled(f", {'author' if draft.effective_settings.is_author(by) else who}", "muted"),
                what,
            ),
            thread=next((each.thread for each in events if each.thread in draft.review.threads), ""),
            screen="ready" if positions else "",
            sign="\u2191",
        )


def _subject(draft: Draft, events: Sequence[Recorded]) -> str:
    """Return which remark a single event is about, and in which section; empty where it is the remark itself."""
    thread = draft.review.threads.get(events[0].thread) if len(events) == 1 else None
    if thread is None or thread.id == events[0].event.id:
        return ""
    section = draft.section_of(thread.id)
    where = f" in \u201c{section.title}\u201d" if section is not None else ""
    return f" ({draft.review.name_of(thread.id)}{where})"


def _together(draft: Draft) -> Iterator[list[Recorded]]:
    """Yield events that are told in one entry: those of a commit, and of a person's day where none has words."""
    commits: dict[tuple[str, str], list[Recorded]] = defaultdict(list)
    for recorded in _submitted(draft):
        commits[recorded.provenance.commit or "", recorded.event.by].append(recorded)
    days: dict[tuple[date, str], list[Recorded]] = defaultdict(list)
    for (_, by), events in commits.items():
        if len(events) == 1 and events[0].event.words:
            yield events
        else:
            days[max(each.event.at for each in events).date(), by] += events
    yield from days.values()


def _submitted(draft: Draft) -> Iterator[Recorded]:
    inside = (entry for thread in draft.review.threads.values() for entry in thread.entries)
    counting = [entry.recorded for entry in inside if not entry.refusal]
    counting += [entry.recorded for entry in draft.review.outside if not entry.refusal]
    for recorded in counting:
        if not (recorded.provenance.pending or isinstance(recorded.event, _ELSEWHERE)):
            yield recorded


def _is_hidden(draft: Draft, recorded: Recorded) -> bool:
    """Whether the words of an event were removed by the author."""
    thread = draft.review.threads.get(recorded.thread)
    entries = thread.entries if thread is not None else ()
    return any(entry.hidden is not None for entry in entries if entry.event.id == recorded.event.id)
