"""Of several contents under one id history chooses: no act by one person changes or cancels an event by another."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.person import Person
from reviewtui.domain.record import events
from reviewtui.domain.record.events import AnyEvent
from reviewtui.domain.record.folding.fold import fold
from reviewtui.domain.record.record import Record, Recorded
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.record.validity.same_id import reference_of
from reviewtui.domain.record.without_effect import without_effect
from tests.making import NOON, STRANGER, kept, lying, made, number
from tests.strategies import AUTHOR, READER, REVIEWER, THREADS, comment

ROOT = THREADS[0]


def added(event: AnyEvent, commit: str, *behind: str, author: Person | None = None) -> Recorded:
    """Return an event that `commit` added, which builds on the commits `behind`."""
    recorded = kept(event, ROOT, author, commit=commit * 40)
    return replace(recorded, behind=tuple(one * 40 for one in behind))


def threads_of(*recorded: Recorded) -> dict[str, Thread]:
    """Return the threads by the words of their roots; the order of the events must mean nothing."""
    forth, back = fold(Record(recorded)).threads, fold(Record(recorded[::-1])).threads
    assert forth == back
    return {thread.root.words: thread for thread in forth.values()}


def test_what_was_there_first_stays() -> None:
    """Deleted and added again with an earlier time, by its maker or anybody, the first content counts alone."""
    ours = comment(ROOT, REVIEWER, body="Ours.", blocking=True)
    for by in (REVIEWER, READER, AUTHOR):
        again = comment(ROOT, by, body="Again.", at=NOON - timedelta(days=9_000))
        for commits in ("ab", "ba"):
            first, second = added(ours, commits[0]), added(again, commits[1], commits[0])
            (thread,) = threads_of(first, second).values()
            assert (thread.id, thread.body, thread.blocking, thread.refusal) == (ROOT, "Ours.", True, "")


def test_a_refused_content_never_competes() -> None:
    """One that was forged before, or on a branch, takes nothing from the one that may have an effect."""
    ours = comment(ROOT, REVIEWER, body="Ours.")
    forged = comment(ROOT, REVIEWER, body="Forged.")
    for first, second in (
        (added(forged, "a", author=READER), added(ours, "b", "a")),
        (added(forged, "a", author=READER), added(ours, "b")),
    ):
        (thread,) = threads_of(first, second).values()
        assert (thread.body, thread.is_open) == ("Ours.", True)


def test_two_people_on_two_branches_both_stand() -> None:
    """Each has a thread; what others said about one is there about that one, in its own words."""
    ours, theirs = comment(ROOT, REVIEWER, body="Ours."), comment(ROOT, READER, body="Theirs.")
    common = {"on": ROOT, "after": (ROOT,), "body": "No."}
    declined = made(events.Decided, 5, AUTHOR, verdict="declined", **common)
    for commits in ("ab", "ba"):
        a, b = commits
        found = threads_of(added(ours, a), added(theirs, b), added(declined, "c", a))
        assert {words: thread.state for words, thread in found.items()} == {"Ours.": "declined", "Theirs.": "open"}
        assert found["Ours."].id == ROOT
        assert found["Ours."].decision == declined
        assert all(thread.counts for thread in found.values())


def test_two_by_one_person_cancel() -> None:
    """Neither counts, both are shown with the reason, and nothing in them decides."""
    one, two = comment(ROOT, REVIEWER, body="One."), comment(ROOT, REVIEWER, body="Two.")
    found = threads_of(added(one, "a"), added(two, "b"))
    assert set(found) == {"One.", "Two."}
    for thread in found.values():
        assert not thread.counts
        assert {"cancelled", "refused"} <= thread.flags
        assert "two contents" in thread.refusal


def settled(of: tuple[str, ...], choice: str = "", count: int = 9, after: tuple[str, ...] = ()) -> Recorded:
    """Return an author's word on events without effect, as a commit holds it."""
    return kept(made(events.Settled, count, AUTHOR, of=of, choice=choice, after=after, body="Known."))


def test_an_author_chooses_among_contents_that_cancel() -> None:
    """The chosen one counts under the id, the other stays listed; two authors who choose differently choose nothing."""
    first = added(comment(ROOT, REVIEWER, body="First."), "a")
    second = added(comment(ROOT, REVIEWER, body="Second."), "b")
    names = {reference_of(recorded): recorded.event.words for recorded in (first, second)}
    for choice, words in names.items():
        found = threads_of(first, second, settled(tuple(names), choice))
        assert found[words].id == ROOT
        assert [body for body, thread in found.items() if thread.counts] == [words]
    one, two = names
    differing = (settled(tuple(names), one, 8), settled(tuple(names), two, 9))
    assert not any(thread.counts for thread in threads_of(first, second, *differing).values())
    again = settled(tuple(names), two, 10, (number(8), number(9)))
    found = threads_of(first, second, *differing, again)
    assert [body for body, thread in found.items() if thread.counts] == [names[two]]


def test_only_an_author_chooses_and_only_among_what_cancels() -> None:
    """A reviewer's choice, a pending one, and one of a content that was added later change nothing."""
    first = added(comment(ROOT, REVIEWER, body="First."), "a")
    second = added(comment(ROOT, REVIEWER, body="Second."), "b")
    of = (reference_of(first), reference_of(second))
    word = made(events.Settled, 9, REVIEWER, of=of, choice=of[0], body="Mine.")
    mere = Recorded(
        made(events.Settled, 9, AUTHOR, of=of, choice=of[0], body="A file."), "", "x", lying(word).provenance
    )
    for said_so in (kept(word), mere):
        assert not any(thread.counts for thread in threads_of(first, second, said_so).values())
    later = replace(second, behind=("a" * 40,))
    (thread,) = threads_of(first, later, settled(of, of[1])).values()
    assert thread.body == "First."


def test_what_is_without_effect_is_loud_until_it_is_settled() -> None:
    """Refused, cancelled and lost contents are listed; an author's word quiets these, and no later ones."""
    forged = added(comment(ROOT, REVIEWER, body="Forged."), "a", author=READER)
    (row,) = without_effect(fold(Record((forged,))))
    assert (row.cause, row.is_loud, row.reference) == ("refused", True, ROOT)
    word = settled((row.reference,))
    (row,) = without_effect(fold(Record((forged, word))))
    assert (row.is_loud, row.settled) == (False, word.event)
    other = added(comment(ROOT, REVIEWER, body="Other."), "b", author=STRANGER)
    rows = without_effect(fold(Record((forged, word, other))))
    assert [row.is_loud for row in rows] == [True, True]
    rows = without_effect(fold(Record((forged, other, settled(tuple(row.reference for row in rows))))))
    assert [row.is_loud for row in rows] == [False, False]


def test_what_others_had_answered_cannot_be_cancelled_by_its_maker() -> None:
    """The author's decision on a remark stays, whatever its maker adds under the same id on an old branch."""
    one, two = comment(ROOT, REVIEWER, body="One."), comment(ROOT, REVIEWER, body="Two.")
    declined = made(events.Decided, 5, AUTHOR, verdict="declined", on=ROOT, after=(ROOT,), body="No.")
    for commits in ("ab", "ba"):
        a, b = commits
        found = threads_of(added(one, a), added(two, b), added(declined, "c", a))
        assert (found["One."].state, found["One."].counts, found["One."].id) == ("declined", True, ROOT)
        assert not found["Two."].counts


def test_a_decision_is_not_lost_to_a_reply_under_its_id() -> None:
    """A partner who gives the id of the author's decision to words of his own adds these, and takes nothing."""
    remark = comment(ROOT, REVIEWER, body="Ours.")
    declined = made(events.Decided, 5, AUTHOR, verdict="declined", on=ROOT, after=(ROOT,), body="No.")
    copied = made(events.Replied, 5, READER, after=(ROOT,), body="Yes.")
    for behind in ((), ("a",), ("a", "b")):
        found = threads_of(added(remark, "a"), added(declined, "b", "a"), added(copied, "c", *behind))
        assert found["Ours."].state == "declined"


@dataclass
class Play:
    """A history of commits, each with its ancestors, in which people add contents of few ids."""

    ancestors: dict[str, frozenset[str]] = field(default_factory=dict)
    events: list[Recorded] = field(default_factory=list)


@st.composite
def plays(draw: st.DrawFn) -> Play:
    """Return a history: additions and additions again, on side branches and after merges, at any time."""
    play = Play()
    for place in range(draw(st.integers(1, 6))):
        commit = f"{place + 1:x}" * 40
        parents = draw(st.lists(st.sampled_from(sorted(play.ancestors)), max_size=2)) if play.ancestors else []
        play.ancestors[commit] = frozenset(parents).union(*(play.ancestors[parent] for parent in parents))
        by = draw(st.sampled_from((REVIEWER, AUTHOR)))
        at = NOON + timedelta(days=draw(st.integers(-9_000, 0)))
        event: AnyEvent = comment(ROOT, by, body=f"Words {place}.", at=at)
        if draw(st.booleans()):
            event = made(events.Replied, 2, by, body=f"Words {place}.", at=at, after=(ROOT,))
        behind = tuple(sorted(play.ancestors[commit]))
        play.events.append(replace(kept(event, ROOT, commit=commit), behind=behind))
    return play


def said(recorded: list[Recorded]) -> set[tuple[str, str]]:
    """Return who says what with effect."""
    review = fold(Record(tuple(recorded)))
    entries = [entry for thread in review.threads.values() if thread.counts for entry in thread.entries]
    return {(entry.by.key, entry.event.words) for entry in entries if not entry.refusal}


@given(plays(), st.sampled_from(((), (0,), (1,), (0, 2))), st.sampled_from(("comment", "reply")))
def test_no_act_by_one_changes_an_event_by_another(play: Play, chosen: tuple[int, ...], kind: str) -> None:
    """Whatever a third person adds, under ids that others have, before or after, their words are as they were."""
    before = said(play.events)
    commits = sorted(play.ancestors)
    behind = frozenset(commits[place] for place in chosen if place < len(commits))
    behind = behind.union(*(play.ancestors[one] for one in behind))
    event: AnyEvent = comment(ROOT, READER, body="Mine.", at=NOON - timedelta(days=9_999))
    if kind == "reply":
        event = made(events.Replied, 2, READER, body="Mine.", after=(ROOT,))
    attack = replace(kept(event, ROOT, commit="0" * 40), behind=tuple(sorted(behind)))
    assert before <= said([*play.events, attack])
    assert number(2) not in fold(Record((attack,))).threads
