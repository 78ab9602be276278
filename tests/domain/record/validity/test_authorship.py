"""Who wrote an event: its own commit or its signature proves it; authors and carriers may carry words."""

from dataclasses import replace

import msgspec
import pytest

from reviewtui.domain.person import Person
from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record import events
from reviewtui.domain.record.events import AnyEvent, Signature
from reviewtui.domain.record.folding.fold import fold
from reviewtui.domain.record.record import Record, Recorded, SignatureState
from reviewtui.domain.record.validity.authorship import identity_of
from reviewtui.domain.record.validity.permission import refusal
from tests.making import RULES, kept, made, number
from tests.strategies import AUTHOR, READER, REVIEWER, THREADS, comment

ROOT = THREADS[0]
FORGE = Person("Forge", "noreply@forge.example")
CARRYING = msgspec.structs.replace(RULES, carriers=("noreply@forge.example",))
REMARK = comment(ROOT, REVIEWER, body="We object.", blocking=True)
REPLY = made(events.Replied, 2, REVIEWER, after=(ROOT,), thread=ROOT, body="Still.")
WITHDRAWAL = made(events.Withdrawn, 2, REVIEWER, after=(ROOT,), thread=ROOT)
ANSWER = made(events.Answered, 2, REVIEWER, after=(ROOT,), thread=ROOT, satisfied=True)
REVISION = made(events.Revised, 2, REVIEWER, after=(ROOT,), thread=ROOT, body="No.")
POSITION = made(events.SignedOff, 2, REVIEWER, position="support", covers=(events.Cover("policy/a.md", "a" * 40),))
READING = made(events.WasRead, 2, REVIEWER, path="policy/a.md", blob="a" * 40)
MOVED = made(events.Reattached, 2, REVIEWER, after=(ROOT,), thread=ROOT, anchors=(Anchor(path="policy/a.md"),))
DECISION = made(events.Decided, 3, AUTHOR, after=(ROOT,), thread=ROOT, verdict="declined", on=ROOT, body="No.")
SOURCE = Recorded(REMARK, ROOT, "x")


def carried(event: AnyEvent, author: Person, signature: SignatureState = "none", thread: str = ROOT) -> Recorded:
    """Return an event in a commit by `author`."""
    if signature != "none":
        event = msgspec.structs.replace(event, signature=Signature("ssh", "x"))
    place = "" if isinstance(event, events.OutsideEvent) else thread
    return kept(event, place, author, roles=CARRYING, signature=signature)


def in_commit(letter: str, recorded: Recorded) -> Recorded:
    """Return the same in another commit."""
    return replace(recorded, provenance=replace(recorded.provenance, commit=letter * 40))


@pytest.mark.parametrize("author", [AUTHOR, FORGE])
@pytest.mark.parametrize("event", [REMARK, REPLY])
def test_words_are_carried_by_authors_and_carriers(event: AnyEvent, author: Person) -> None:
    """A squash by the author or by the forge loses no remark: it counts, with a flag that blocks nothing."""
    recorded = carried(event, author)
    assert refusal(recorded, SOURCE) == ""
    assert identity_of(recorded) == "carried"
    review = fold(Record((recorded, *(() if event is REMARK else (carried(REMARK, REVIEWER),)))))
    thread = review.threads[ROOT]
    assert (thread.state, thread.flags) == ("open", frozenset({"carried"}))
    assert thread.is_open


@pytest.mark.parametrize("author", [AUTHOR, FORGE, READER])
@pytest.mark.parametrize("event", [WITHDRAWAL, ANSWER, REVISION, POSITION, READING, MOVED])
def test_nothing_else_is_carried_without_proof(event: AnyEvent, author: Person) -> None:
    """Who withdraws, answers, reads or signs off has to do it themselves."""
    assert "its commit is by" in refusal(carried(event, author), SOURCE)


def test_a_decision_in_the_name_of_an_author_is_not_carried_by_the_forge() -> None:
    """Nor by another author; its own commit or a signature it needs."""
    assert refusal(carried(DECISION, FORGE), SOURCE)
    assert not refusal(carried(DECISION, AUTHOR), SOURCE)


def test_strangers_carry_nothing() -> None:
    """A remark in somebody's name in a partner's commit is refused, as ever."""
    assert refusal(carried(REMARK, READER), SOURCE)


@pytest.mark.parametrize("author", [AUTHOR, FORGE, READER])
@pytest.mark.parametrize("event", [REMARK, REPLY, WITHDRAWAL, ANSWER, REVISION, READING])
def test_a_signature_proves_it_whatever_commit_carries_it(event: AnyEvent, author: Person) -> None:
    """What the writer signed counts in anybody's commit, and is not called carried."""
    recorded = carried(event, author, "valid")
    assert refusal(recorded, SOURCE) == ""
    assert identity_of(recorded) == "verified"


@pytest.mark.parametrize("event", [DECISION, POSITION])
def test_signed_acts_count_in_commits_of_their_writer_authors_and_carriers(event: AnyEvent) -> None:
    """Nobody else says when a decision or a position is made, though it is signed."""
    for author in (AUTHOR, FORGE):
        assert not refusal(carried(event, author, "valid"), SOURCE)
    assert "may not carry" in refusal(carried(event, READER, "valid"), SOURCE)


def test_a_signature_by_another_key_is_none_and_a_broken_one_refuses() -> None:
    """One that does not fit takes the effect away, even in the writer's own commit."""
    assert identity_of(carried(REMARK, FORGE, "foreign")) == "carried"
    assert refusal(carried(REMARK, READER, "foreign"), SOURCE)
    assert "does not fit" in refusal(carried(REMARK, REVIEWER, "broken"), SOURCE)


def test_a_signed_event_of_an_older_version_is_bound_by_what_it_had_seen() -> None:
    """Without its thread's name it has to have seen the root; copied into another thread it proves nothing."""
    old = msgspec.structs.replace(WITHDRAWAL, thread="", after=(number(7),))
    between = made(events.Replied, 7, READER, after=(ROOT,), body="Hm.")
    here = (carried(REMARK, REVIEWER), kept(between, ROOT))
    assert fold(Record((*here, carried(old, READER, "valid")))).threads[ROOT].state == "withdrawn"
    other = comment(THREADS[1], REVIEWER, body="Another.")
    there = fold(Record((*here, kept(other, THREADS[1]), carried(old, READER, "valid", THREADS[1]))))
    assert {thread.root.words: thread.state for thread in there.threads.values()} == {
        "We object.": "open",
        "Another.": "open",
    }


def test_a_planted_id_leads_no_old_signed_event_into_another_thread() -> None:
    """Somebody adds a reply to the other thread under the id of the root that it had seen."""
    old = msgspec.structs.replace(WITHDRAWAL, thread="", after=(ROOT,))
    other = comment(THREADS[1], REVIEWER, body="Another.")
    planted = made(events.Replied, 8, READER, after=(THREADS[1],), thread=THREADS[1], id=ROOT, body="Hm.")
    copied = (kept(planted, THREADS[1]), carried(old, READER, "valid", THREADS[1]))
    for record in (
        (carried(REMARK, REVIEWER), carried(old, REVIEWER, "valid"), kept(other, THREADS[1]), *copied),
        (carried(REMARK, REVIEWER), kept(other, THREADS[1]), *copied),
    ):
        review = fold(Record(record))
        assert [thread.state for thread in review.threads.values() if thread.root.words == "Another."] == ["open"]


def test_what_is_proved_beats_what_is_carried_by_the_same_person() -> None:
    """A forged content that a squash carried takes nothing from the writer's own, nor does a copy by others."""
    forged, own = (
        carried(comment(ROOT, REVIEWER, body="All is well."), FORGE),
        in_commit("b", carried(REMARK, REVIEWER)),
    )
    for pair in ((forged, own), (own, forged)):
        (thread,) = fold(Record(pair)).threads.values()
        assert (thread.body, thread.flags) == ("We object.", frozenset())
    mine = kept(comment(ROOT, READER, body="Mine."), ROOT, commit="c" * 40)
    bodies = {thread.body for thread in fold(Record((forged, mine))).threads.values() if thread.counts}
    assert bodies == {"All is well.", "Mine."}


def test_of_equal_bytes_the_strongest_provenance_counts() -> None:
    """The true merge that comes after a squash heals the record: carried or refused before, proved after."""
    for author in (FORGE, READER):
        squashed = carried(REMARK, author)
        own = in_commit("b", carried(REMARK, REVIEWER))
        for pair in ((squashed, own), (own, squashed)):
            (thread,) = fold(Record(pair)).threads.values()
            assert thread.counts
            assert thread.flags == frozenset()
