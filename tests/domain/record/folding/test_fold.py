"""The fold is total, and knows no order and no repetition."""

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.record.causality import ancestors, causal_order
from reviewtui.domain.record.events import AnyEvent, Decided, Event
from reviewtui.domain.record.folding.fold import fold
from reviewtui.domain.record.folding.thread_fold import fold_thread
from reviewtui.domain.record.record import Problem, Record, Recorded
from reviewtui.domain.record.thread import STATES
from tests.strategies import AUTHOR, SETTINGS, THREADS, comment, recorded

records = st.lists(recorded(), max_size=14)


@given(records, st.randoms(use_true_random=False))
def test_order_means_nothing(events: list[Recorded], chance: random.Random) -> None:
    """Any order of the same events is the same review."""
    shuffled = list(events)
    chance.shuffle(shuffled)
    assert fold(Record(tuple(events))) == fold(Record(tuple(shuffled)))


@given(records, st.data())
def test_repetition_means_nothing(events: list[Recorded], data: st.DataObject) -> None:
    """An event that is there twice counts once."""
    again = data.draw(st.lists(st.sampled_from(events), max_size=6)) if events else []
    assert fold(Record(tuple(events))) == fold(Record((*again, *events, *again)))


@given(records, st.data())
def test_what_was_folded_before_changes_nothing(events: list[Recorded], data: st.DataObject) -> None:
    """With the threads of another fold at hand, of fewer events or of others, the review is the same."""
    earlier = data.draw(st.lists(st.sampled_from(events), max_size=9)) if events else []
    known = fold(Record(tuple(earlier))).threads
    assert fold(Record(tuple(events)), known) == fold(Record(tuple(events)))


@given(records)
def test_a_lone_remark_is_folded_as_one_of_many(events: list[Recorded]) -> None:
    """A thread whose only event is its root is what the same root is among events without an effect."""
    for thread in fold(Record(tuple(events))).threads.values():
        root = thread.entries[0].recorded
        alone = fold_thread(root, thread.root, [root])
        stranger = replace(root, event=comment("01hstranger000000000000000"))
        among = fold_thread(root, thread.root, [root, stranger])
        assert replace(among, entries=among.entries[:1], flags=among.flags | {"refused"}) == replace(
            alone, flags=alone.flags | {"refused"}
        )


@given(records)
def test_every_event_is_somewhere_and_every_state_is_one(events: list[Recorded]) -> None:
    """Nothing is dropped silently: each id is in a thread, outside, or without a root; each state is a known one.

    A second content that stands beside the first has an id of its own.
    """
    review = fold(Record(tuple(events)))
    inside = {entry.event.id for thread in review.threads.values() for entry in thread.entries}
    outside = {entry.recorded.event.id for entry in review.outside} | {r.event.id for r in review.rootless}
    assert inside | outside >= {r.event.id for r in events}
    assert {thread.state for thread in review.threads.values()} <= set(STATES)


@given(records)
def test_unknown_files_change_nothing_else(events: list[Recorded]) -> None:
    """Files of unknown types are problems beside the review, and change no state."""
    plain = fold(Record(tuple(events)))
    more = fold(Record(tuple(events), (Problem("newer", "reviews/threads/x.toml", "its type is not known"),)))
    assert more.threads == plain.threads
    assert len(more.problems) == len(plain.problems) + 1


@given(records)
def test_refused_events_have_no_effect(events: list[Recorded]) -> None:
    """Taking the refused events of a thread away leaves its state, words and place as they are."""
    review = fold(Record(tuple(events)))
    for thread in review.threads.values():
        if thread.refusal:
            continue
        kept = tuple(entry.recorded for entry in thread.entries if not entry.refusal)
        again = fold(Record(kept)).threads[thread.id]
        assert (again.body, again.replacement, again.anchors) == (thread.body, thread.replacement, thread.anchors)


@given(records)
def test_the_causal_order_is_total_and_respects_what_was_seen(events: list[Recorded]) -> None:
    """Every id once; an event stands behind all that it had seen, unless they see each other in a circle."""
    known: dict[str, Event] = {r.event.id: r.event for r in events}
    order = causal_order(known)  # type: ignore[arg-type]
    assert sorted(order) == sorted(known)
    place = {key: number for number, key in enumerate(order)}
    for key in known:
        for other in ancestors(key, known):  # type: ignore[arg-type]
            if key not in ancestors(other, known):  # type: ignore[arg-type]
                circular = any(other in ancestors(o, known) and o in ancestors(other, known) for o in known)  # type: ignore[arg-type]
                assert circular or place[other] < place[key]


def test_a_clock_that_runs_far_ahead_is_refused() -> None:
    """A jump of more than a million decides no order."""
    root = Recorded(comment(THREADS[0]), THREADS[0], "a")
    root = replace(root, provenance=replace(root.provenance, roles=SETTINGS))
    late = Decided(
        policy_id=SETTINGS.policy_id,
        id="01kb2m6y3t9v8w5x4z7q1r0pba",
        clock=2_000_000,
        after=(THREADS[0],),
        at=root.event.at,
        by=str(AUTHOR),
        organisation="unaffiliated",
        verdict="noted",
        on=THREADS[0],
    )
    jumped = fold(Record((root, replace(root, event=late)))).threads[THREADS[0]]
    assert jumped.state == "open"
    assert "clock" in jumped.entries[1].refusal


def test_what_is_behind_a_circle_stands_behind_it() -> None:
    """A circle, an event behind it with an earlier clock, another circle behind that."""
    seen = {0: (1,), 1: (0,), 2: (1,), 3: (2, 4), 4: (3,)}
    clocks = (8, 9, 1, 3, 2)
    ids = [f"01kb2m6y3t9v8w5x4z7q1r0p{number:02d}" for number in range(5)]
    after = {n: tuple(ids[m] for m in seen[n]) for n in seen}
    events: dict[str, AnyEvent] = {ids[n]: comment(ids[n], clock=clocks[n], after=after[n]) for n in seen}
    assert [ids.index(key) for key in causal_order(events)] == [0, 1, 2, 4, 3]
