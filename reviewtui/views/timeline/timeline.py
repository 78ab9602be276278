"""Who did what, when and why: versions, rounds, decisions, submissions, changes of the text, histories joined."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from reviewtui.domain.counted_nouns import counted, first_few
from reviewtui.domain.person import parse_person
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.event_kinds import amounts
from reviewtui.domain.record.events import Decided, Released, RoundClosed, RoundOpened, SignedOff
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.record.rounds import Round
from reviewtui.domain.record.thread import in_words
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.history_commit import PolicyCommit
from reviewtui.domain.review.organisations.round_response import round_responses
from reviewtui.domain.settings.review_home import home_of
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Look, Styled, StyledLine, line
from reviewtui.views.time_in_words import day_words
from reviewtui.views.timeline.round_rows import headline
from reviewtui.views.timeline.version_rows import version_rows


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
    sign: str = " "
    """What stands before the day: a release and the draft have a sign; of all else the words say what it is."""


_ELSEWHERE = (Decided, Released, RoundOpened, RoundClosed)
"""Events that have entries of their own."""
_DID = {"noted": "took note of", "duplicate": "called a duplicate"}
_LOOKS: dict[str, Look] = {"declined": "bad", "deferred": "bad"}
_REASON = 90


_NOW = datetime.max.replace(tzinfo=UTC)
_SUBJECT = 80
_MOST_TITLES = 3
_SHORT = 12
"""Digits of a commit's id, as it is named on the screens."""


def timeline(draft: Draft, today: date, commits: Collection[PolicyCommit] = ()) -> tuple[HistoryEntry, ...]:
    """Return what has happened, the newest first; `commits` are those that git's log tells of."""
    moments = [
        *_versions(draft),
        *(_round(draft, period, today) for period in draft.review.submitted_rounds),
        *decision_entries(draft),
        *submission_entries(draft),
        *_commit_moments(draft, commits),
    ]
    moments.sort(key=lambda each: each.at, reverse=True)
    return tuple(replace(each, line=(_day(each, today), *each.line)) for each in moments)


def compared_words(old: Version, new: Version, commits: Iterable[PolicyCommit], today: date) -> str:
    """Return by whom, when and why the text went from one version to the next; empty where no one commit did that."""
    for commit in commits:
        if commit.commit == new.commit and new.commit.startswith(new.name) and old.commit in commit.parents[:1]:
            said = "joined two histories" if commit.joins else clipped(commit.subject, _SUBJECT)
            return f"{commit.by.name}, {day_words(commit.at.date(), today)}: {said}"
    return ""


def _day(moment: HistoryEntry, today: date) -> Styled:
    day = "now" if moment.at == _NOW else day_words(moment.at.date(), today)
    return Styled(f"{moment.sign} {day:<12}", "key")


def _versions(draft: Draft) -> Iterator[HistoryEntry]:
    reasons = {event.version: event.override for event, _ in draft.review.releases()}
    for row in version_rows(draft):
        version = row.version
        closed = "" if version.date else ", open or not"
        said = (
            row.kind
            + (f", {counted(row.remarks, 'remark')} made on it{closed}" if row.remarks else "")
            + (f"; released all the same: {why}" if (why := reasons.get(version.name)) else "")
        )
        sign = "\u25cf" if version.release and not version.prerelease else "\u25cb"
        head = line(Styled(f"{version.name}  ", "strong"), said)
        yield HistoryEntry(version.date or _NOW, head, version=version.name, sign=sign)


def _round(draft: Draft, review_round: Round, today: date) -> HistoryEntry:
    rows = round_responses(draft, review_round)
    answered = sum(row.has_answered for row in rows)
    asked = f"; {answered} of {len(rows)} answered" if rows else ""
    at = review_round.opened.at
    return HistoryEntry(
        at, line(Styled("Review round  ", "strong"), f"{headline(review_round, today)}{asked}"), screen="ready"
    )


def _commit_moments(draft: Draft, commits: Collection[PolicyCommit]) -> Iterator[HistoryEntry]:
    """Yield who changed which sections or the settings, and who took over what from others; a text leads to its change.

    A change that came with a decision is that decision's.
    """
    decided = {
        entry.recorded.provenance.commit
        for thread in draft.review.threads.values()
        for entry in thread.entries
        if isinstance(entry.event, Decided)
    }
    titles = _titles(draft, commits)
    for commit in commits:
        if commit.commit not in decided:
            this = commit.commit[:_SHORT]
            is_text = commit.joins or any(path != home_of(path).settings for path in commit.paths)
            compared = (commit.parents[0][:_SHORT], this) if commit.parents and is_text else ("", "")
            version = "" if commit.parents else this
            yield HistoryEntry(commit.at, _line(commit, titles), version=version, compared=compared)


def _line(commit: PolicyCommit, titles: Mapping[str, str]) -> StyledLine:
    changed = _changed(commit, titles)
    did = "joined two histories" if commit.joins else f"changed {changed}"
    # What git and a sync call a merge says no more.
    said = "" if commit.joins and commit.subject.startswith("Merge ") else f": {clipped(commit.subject, _SUBJECT)}"
    return line(Styled(f"{commit.by.name} ", "strong"), did, Styled(said, "muted"))


def _titles(draft: Draft, commits: Collection[PolicyCommit]) -> dict[str, str]:
    """Return the title of each text that one of the commits changed; a file that is gone goes by its name."""
    return {path: _title(draft, path) for path in {path for commit in commits for path in commit.paths}}


def _title(draft: Draft, path: str) -> str:
    if path == home_of(path).settings:
        return "the settings"
    section = draft.policy.section_at(path)
    return f"\u201c{section.title if section is not None else path.rpartition('/')[2]}\u201d"


def _changed(commit: PolicyCommit, titles: Mapping[str, str]) -> str:
    """Return the titles of the sections that a commit changed."""
    return first_few(list(dict.fromkeys(titles[path] for path in commit.paths)), _MOST_TITLES) or "the text"


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
