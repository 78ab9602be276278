"""Forged, copied and removed events take nothing from the honest ones."""

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import Decide, Reply, Revise
from reviewtui.domain.actions.decisions import deciding
from reviewtui.domain.actions.remarks import conversation
from reviewtui.domain.person import Person
from reviewtui.domain.record import events
from reviewtui.domain.record.events import MAX_CLOCK
from reviewtui.domain.record.folding.fold import fold
from reviewtui.domain.record.record import Provenance, Record, Recorded
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings.settings import Organisation
from tests.strategies import AUTHOR, REVIEWER, SETTINGS, THREADS, comment

STRANGER = Person("A Stranger", "stranger@elsewhere.example")
NOW = datetime(2026, 11, 22, tzinfo=UTC)
ROLES = msgspec.structs.replace(
    SETTINGS,
    organisations={
        **SETTINGS.organisations,
        "other": Organisation(name="Other", domains=("other.example",), consolidators=("chief@other.example",)),
    },
)
CHIEF = Person("Chief", "chief@other.example")


class Story:
    """A record that grows by one event after the other, as honest and other people add them."""

    def __init__(self) -> None:
        self.events: list[Recorded] = []
        self.count = 0

    def add(self, event: Any, by: Person, thread: str = THREADS[0]) -> Review:
        """Add an event with the commit of `by`, and return the review."""
        path = f"reviews/threads/{thread}/{event.id}.toml"
        self.events.append(Recorded(event, thread, path, Provenance("c" * 40, by, ROLES)))
        return self.review

    @property
    def review(self) -> Review:
        """The state so far."""
        return fold(Record(tuple(self.events)))

    @property
    def thread(self) -> Thread:
        """The one thread of the story."""
        return self.review.threads[THREADS[0]]

    def actor(self, person: Person) -> Actor:
        """Return an act of `person` with the next id."""
        self.count += 1
        number = f"01kb2m6y3t9v8w5x4z7q1r{self.count:04d}"
        return Actor(person, ROLES, NOW, lambda: number)

    def decide(self, verdict: Any, body: str = "Because.") -> Review:
        """Let the author decide honestly."""
        event = deciding.decide(self.actor(AUTHOR), Decide(THREADS[0], verdict, body), self.thread)
        return self.add(event, AUTHOR)

    def undo(self) -> Review:
        """Let the author take the decision back."""
        return self.add(deciding.undo(self.actor(AUTHOR), self.thread, ()), AUTHOR)


@pytest.fixture
def story() -> Story:
    """A story that begins with a reviewer's comment."""
    begun = Story()
    begun.add(comment(THREADS[0]), REVIEWER)
    return begun


def test_an_id_copied_into_another_thread_takes_nothing_away(story: Story) -> None:
    """The author's decision stands although somebody copied its id elsewhere, and the copy is named."""
    story.decide("declined")
    decision = story.thread.decision
    assert decision is not None
    copy = comment(decision.id, STRANGER)
    story.add(copy, STRANGER, f"00{THREADS[0][2:]}")
    assert story.thread.state == "declined"
    assert [problem.what for problem in story.review.problems] == ["clash"]


def test_a_clock_at_its_end_leaves_room_for_others(story: Story) -> None:
    """One event that says it comes last of all is refused, and honest ones can still be written and read."""
    event = story.actor(STRANGER).common(story.thread) | {"clock": MAX_CLOCK}
    story.add(events.Replied(**event, body="Me last."), STRANGER)
    assert story.thread.entries[-1].refusal
    reply = conversation.reply(story.actor(REVIEWER), Reply(THREADS[0], "And I?"), story.thread)
    assert reply.clock == 2
    story.add(reply, REVIEWER)
    assert any(entry.event == reply and not entry.refusal for entry in story.thread.entries)


def test_a_refused_event_between_two_honest_ones_contests_nothing(story: Story) -> None:
    """Decline, a forged acceptance, an honest undo: the thread is open and can be decided again."""
    story.decide("declined")
    forged = story.actor(STRANGER).common(story.thread)
    story.add(events.Decided(**forged, verdict="accepted", on=THREADS[0]), STRANGER)
    assert story.thread.state == "declined"
    story.undo()
    assert story.thread.state == "open"
    story.decide("noted")
    assert story.thread.state == "noted"


def test_removed_words_are_never_put_into_the_text(story: Story) -> None:
    """A comment whose words were removed has no replacement, and its writer has to say it anew."""
    redacted = story.actor(AUTHOR).common(story.thread)
    story.add(events.Redacted(**redacted, on=THREADS[0], body="A name."), AUTHOR)
    assert story.thread.replacement is None
    assert "Why?" not in story.thread.body
    with pytest.raises(Refused, match="removed"):
        conversation.revise(story.actor(REVIEWER), Revise(THREADS[0], ""), story.thread)


def test_a_consolidator_speaks_for_the_own_organisation_only(story: Story) -> None:
    """Another organisation's consolidator cannot withdraw a remark by writing its owner's name."""
    taken = story.actor(CHIEF).common(story.thread)
    taken |= {"by": str(REVIEWER), "recorded_by": str(CHIEF), "organisation": "other"}
    story.add(events.Withdrawn(**taken), CHIEF)
    assert story.thread.state == "open"
    assert "may not speak for" in story.thread.entries[-1].refusal


def test_a_no_to_an_earlier_decision_does_not_follow_the_next(story: Story) -> None:
    """Only answers to the decision in force make a thread unsatisfied."""
    story.decide("declined")
    answered = story.actor(REVIEWER).common(story.thread)
    story.add(events.Answered(**answered, satisfied=False), REVIEWER)
    assert "unsatisfied" in story.thread.flags
    story.undo()
    story.decide("noted")
    assert "unsatisfied" not in story.thread.flags


def test_two_threads_cannot_be_duplicates_of_each_other(story: Story) -> None:
    """A ring of duplicates would answer nobody."""
    story.add(comment(THREADS[1]), REVIEWER, THREADS[1])
    second = story.review.threads[THREADS[1]]
    event = deciding.decide(story.actor(AUTHOR), Decide(THREADS[0], "duplicate", of=THREADS[1]), story.thread)
    story.add(event, AUTHOR)
    with pytest.raises(Refused, match="itself"):
        deciding.require_target(story.actor(AUTHOR), second, story.thread, story.review.threads)
    with pytest.raises(Refused, match="which thread"):
        deciding.decide(story.actor(AUTHOR), Decide(THREADS[1], "duplicate"), second)
