"""Looking at the review as a whole: one remark, those that wait, one's own, versions, readiness."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from reviewtui.cli.plain.plain_sentences import in_plain_words
from reviewtui.cli.plain.plain_session import PlainSession
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.versions import wanted_version
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.views.comparison.change_rows import ChangeFilter, change_rows, counts_line
from reviewtui.views.overview.outline import tray_of
from reviewtui.views.spoken.spoken_line import spoken, spoken_lines
from reviewtui.views.spoken.spoken_remark import conversation_sentences, remark_sentences, remark_with_place
from reviewtui.views.spoken.spoken_status import readiness_sentences, standing_sentences
from reviewtui.views.threads.thread_filter import ThreadFilter
from reviewtui.views.threads.thread_rows import select
from reviewtui.views.timeline.timeline import timeline


def show(session: PlainSession, words: str) -> None:
    """Say a remark with all that was said and decided in it."""
    thread = session.thread(words)
    session.terminal.say_list(conversation_sentences(session.draft, thread, datetime.now(UTC)))


def go_to_remark(session: PlainSession, words: str) -> None:
    """Go to where a remark stands in the text."""
    thread = session.thread(words)
    place = session.place.of_thread(thread.id)
    if place is None:
        session.say(*remark_sentences(session.draft, thread))
        raise Refused("It has no one place in this text.")
    session.go(place, jump=True)
    session.point_at((thread,))


def list_open(session: PlainSession, _words: str) -> None:
    """Say all remarks that wait for a decision."""
    _list(session, select(session.draft, ThreadFilter(open_only=True)), "waiting for a decision")


def list_mine(session: PlainSession, _words: str) -> None:
    """Say one's own remarks, and what became of them."""
    _list(session, select(session.draft, ThreadFilter(mine=True)), "of yours")


def list_unplaced(session: PlainSession, _words: str) -> None:
    """Say the remarks that stand in no section: on the policy as a whole, or on words that are gone."""
    _list(session, tray_of(session.draft).threads, "without one place in the text")


def _list(session: PlainSession, threads: Iterable[Thread], what: str) -> None:
    chosen = tuple(threads)
    session.say(f"{counted(len(chosen), 'remark')} {what}.")
    session.point_at(chosen)
    session.terminal.say_list(line for thread in chosen for line in remark_with_place(session.draft, thread))


def say_status(session: PlainSession, _words: str) -> None:
    """Say where things stand, and what to do next."""
    session.terminal.say_list(
        map(in_plain_words, standing_sentences(session.workspace.versions.overview(session.draft)))
    )


def say_ready(session: PlainSession, _words: str) -> None:
    """Say how far the draft is, and what stands in the way."""
    session.terminal.say_list(
        map(in_plain_words, readiness_sentences(session.workspace.judge.readiness(session.draft)))
    )


def compare(session: PlainSession, words: str) -> None:
    """Say what changed: since the newest release, since a version that is named, or between two."""
    names = words.split()
    if len(names) > 2:
        raise Refused("Say at most two versions: the older one, and the newer one.")
    old, new = (*names, "", "")[:2]
    comparison = session.workspace.versions.compare(old, wanted_version(new), placed=True)

    def lines() -> Iterator[str]:
        yield from spoken_lines([counts_line(comparison)])
        for row in change_rows(comparison, ChangeFilter()):
            yield from spoken_lines(row.lines())

    session.terminal.say_list(lines())


def say_history(session: PlainSession, _words: str) -> None:
    """Say who did what, the newest first."""
    commits = session.workspace.versions.commits(session.draft)
    moments = timeline(session.draft, session.workspace.today(), commits)
    session.terminal.say_list(spoken(moment.line) for moment in moments)


def more(session: PlainSession, _words: str) -> None:
    """Go on with a list that was too long to be said at once."""
    if not session.terminal.more():
        session.say("There is no more of it.")
