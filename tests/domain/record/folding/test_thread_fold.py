"""One thread's events become one state: which words, place, decision and flags are in force."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.person import Person
from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record import events
from reviewtui.domain.record.events import MAX_CLOCK, RecordedEdit, ThreadEvent
from reviewtui.domain.record.folding.thread_fold import MAX_CLOCK_JUMP, fold_thread
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.record.thread import Thread
from tests.making import COLLEAGUE, kept, lying, made, number
from tests.strategies import AUTHOR, READER, REVIEWER, SECOND

THREAD = number(1)
HERE, THERE = Anchor(path="policy/a.md"), Anchor(path="policy/b.md")
REMARK = made(events.Commented, 1, REVIEWER, kind="general", body="Why?", anchors=(HERE,))
WORDS = made(events.Suggested, 1, REVIEWER, kind="wording", body="Say so.", replacement="new", anchors=(HERE,))
ON = {"on": THREAD}


def folded(*members: ThreadEvent | Recorded, root: ThreadEvent = REMARK) -> Thread:
    """Return the thread of `root` and `members`, each committed by its maker unless it says otherwise."""
    recorded = [member if isinstance(member, Recorded) else kept(member, THREAD) for member in (root, *members)]
    assert isinstance(root, events.Commented | events.Suggested)
    return fold_thread(recorded[0], root, recorded)


def said(event: type[ThreadEvent], count: int, by: Person, *seen: int, **fields: object) -> ThreadEvent:
    """Return an event with number `count` whose writer had seen the numbers `seen`."""
    found: ThreadEvent = made(event, count, by, after=tuple(map(number, seen)), **fields)
    return found


def decided(count: int, verdict: str, *seen: int, **fields: object) -> ThreadEvent:
    """Return a decision of an author, with all that it has to say."""
    own = {"body": "Because.", "of": number(9) if verdict == "duplicate" else ""}
    return said(events.Decided, count, AUTHOR, *(seen or (1,)), verdict=verdict, **(ON | own | fields))


def reopened(count: int, *seen: int) -> ThreadEvent:
    """Return a wish of the remark's side to decide again."""
    return said(events.Reopened, count, REVIEWER, *seen, body="Again.")


def withdrawn(count: int, *seen: int) -> ThreadEvent:
    """Return the writer's taking back."""
    return said(events.Withdrawn, count, REVIEWER, *seen)


def revised(count: int, *seen: int, by: Person = REVIEWER, **fields: object) -> ThreadEvent:
    """Return the writer's words anew."""
    return said(events.Revised, count, by, *seen, **({"body": "Anew."} | fields))


def answered(count: int, *seen: int, satisfied: bool) -> ThreadEvent:
    """Return what the remark's side says of a decision."""
    return said(events.Answered, count, COLLEAGUE, *seen, satisfied=satisfied)


@pytest.mark.parametrize("verdict", ["accepted", "accepted-with-changes", "noted", "deferred", "declined", "duplicate"])
def test_a_decision_makes_the_state(verdict: str) -> None:
    """A remark is open until it is decided; then its state is the verdict, with the commit that made it."""
    assert (folded().state, folded().decision) == ("open", None)
    thread = folded(decided(2, verdict))
    assert (thread.state, thread.decision_commit) == (verdict, "2" * 40)
    assert thread.decision is not None


@pytest.mark.parametrize(
    ("verdict", "lacks"),
    [
        ("deferred", {"body": ""}),
        ("declined", {"body": " \n"}),
        ("duplicate", {"of": ""}),
        ("duplicate", {"of": THREAD}),
    ],
)
def test_a_decision_that_lacks_what_it_has_to_say_has_no_effect(verdict: str, lacks: dict[str, object]) -> None:
    """Written by hand, without a reason or another remark to look at: refused, and it is said what is missing."""
    thread = folded(decided(2, verdict, **lacks))
    assert (thread.state, thread.decision) == ("open", None)
    (why,) = [entry.refusal for entry in thread.entries if entry.refusal]
    assert ("reason" if "body" in lacks else "duplicate") in why


def test_the_last_decision_that_had_seen_the_others_counts() -> None:
    """Whatever the order of ids and clocks: what was seen before is over."""
    thread = folded(decided(3, "noted"), decided(2, "declined", 1, 3))
    assert thread.state == "declined"
    assert folded(decided(2, "noted"), reopened(3, 2), decided(4, "declined", 3)).state == "declined"


def test_decisions_that_did_not_see_each_other_are_contested_unless_they_are_one() -> None:
    """Another verdict, other resulting words or another duplicate: contested; all alike: decided."""
    edit, other = (RecordedEdit(path="policy/a.md", before="a", after=after) for after in ("b", "c"))
    for first, second, state in (
        ({"verdict": "noted"}, {"verdict": "noted", "body": "Thanks."}, "noted"),
        ({"verdict": "noted"}, {"verdict": "declined"}, "contested"),
        ({"verdict": "accepted", "edit": edit}, {"verdict": "accepted", "edit": edit}, "accepted"),
        ({"verdict": "accepted", "edit": edit}, {"verdict": "accepted", "edit": other}, "contested"),
        ({"verdict": "accepted", "edit": edit}, {"verdict": "accepted"}, "contested"),
        ({"verdict": "duplicate", "of": number(7)}, {"verdict": "duplicate", "of": number(8)}, "contested"),
    ):
        thread = folded(decided(2, **first), decided(3, **second))  # type: ignore[arg-type]
        assert thread.state == state
        assert (thread.decision is None) is (state == "contested")
    for clocks, first in (((5, 5), 2), ((6, 5), 3), ((5, 6), 2)):
        alike = folded(*(decided(count, "noted", 1, clock=clock) for count, clock in zip((2, 3), clocks, strict=True)))
        assert alike.decision is not None
        assert alike.decision.id == number(first)
    settled = folded(decided(2, "noted"), decided(3, "declined"), decided(4, "deferred", 2, 3))
    assert settled.state == "deferred"


def test_reopening_takes_back_what_it_had_seen() -> None:
    """A decision that it saw is over; one that it had not seen is contested with it."""
    assert folded(decided(2, "noted"), reopened(3, 2)).state == "open"
    assert folded(decided(2, "noted"), reopened(3, 1)).state == "contested"
    assert folded(reopened(2, 1)).state == "open"


def test_a_withdrawal_counts_until_it_is_reopened() -> None:
    """A reopening undoes a withdrawal that it had seen, and no other; a decision stands beside it."""
    assert folded(withdrawn(2, 1)).state == "withdrawn"
    assert folded(withdrawn(2, 1), reopened(3, 2)).state == "open"
    assert folded(withdrawn(2, 1), reopened(3, 1)).state == "withdrawn"
    assert folded(withdrawn(2, 1), reopened(3, 2), withdrawn(4, 3)).state == "withdrawn"
    assert folded(decided(2, "noted"), withdrawn(3, 2)).state == "noted"


def test_the_writers_last_words_count() -> None:
    """The body is that of the last revision; without other words for the text the earlier ones stay."""
    assert (folded(root=WORDS).body, folded(root=WORDS).replacement) == ("Say so.", "new")
    thread = folded(revised(2, 1, replacement="newer"), revised(3, 2, body="Anew again."), root=WORDS)
    assert (thread.body, thread.replacement, thread.words_event) == ("Anew again.", "newer", number(3))
    assert folded(revised(2, 1, replacement=""), root=WORDS).replacement == ""
    assert folded(revised(2, 1, replacement="x")).replacement is None
    foreign = folded(revised(2, 1, by=READER), root=WORDS)
    assert (foreign.body, foreign.replacement, foreign.words_event) == ("Say so.", "new", THREAD)


def test_hidden_words_are_shown_nowhere() -> None:
    """A redaction hides body and replacement of what it is about, and tells the reason; others cannot redact."""

    def hiding(count: int, on: int, by: Person = AUTHOR) -> ThreadEvent:
        return said(events.Redacted, count, by, on, on=number(on), body="Personal.")

    first = folded(hiding(2, 1), root=WORDS)
    assert (first.body, first.replacement, first.is_hidden) == ("(removed by the author: Personal.)", None, True)
    later = folded(revised(2, 1, replacement="newer"), hiding(3, 2), root=WORDS)
    assert (later.body, later.replacement) == ("(removed by the author: Personal.)", None)
    over = folded(revised(2, 1, replacement="newer"), hiding(3, 1), root=WORDS)
    assert (over.body, over.replacement, over.is_hidden) == ("Anew.", "newer", False)
    assert folded(hiding(2, 1, REVIEWER), root=WORDS).body == "Say so."


def test_the_last_place_that_a_person_named_counts() -> None:
    """A reattachment by somebody who may; the remark's own place until then."""
    assert (folded().anchors, folded().reattached) == ((HERE,), False)

    def moved(count: int, by: Person, where: Anchor) -> ThreadEvent:
        return said(events.Reattached, count, by, count - 1, anchors=(where,))

    both = folded(moved(2, AUTHOR, HERE), moved(3, COLLEAGUE, THERE))
    assert (both.anchors, both.reattached) == ((THERE,), True)
    assert folded(moved(2, AUTHOR, THERE), moved(3, READER, HERE)).anchors == (THERE,)
    assert folded(moved(2, READER, THERE)).reattached is False


def test_flags_tell_what_is_with_the_events() -> None:
    """Pending, refused and unchecked, of the root alone and of any event beside it."""
    reply = said(events.Replied, 2, COLLEAGUE, 1, body="So.")
    unsure = {"author": None, "known": False, "commit": None}
    for member, flags in (
        (kept(reply, THREAD), set()),
        (lying(reply, THREAD), {"pending"}),
        (kept(reply, THREAD, author=READER), {"refused"}),
        (Recorded(reply, THREAD, "x", type(kept(reply).provenance)(**unsure)), {"unchecked"}),
        (kept(reply, THREAD, signature="unchecked"), {"unchecked"}),
        (kept(reply, THREAD, signature="valid"), set()),
    ):
        assert folded(member).flags == flags
        alone = Recorded(REMARK, THREAD, "x", member.provenance)
        if member.provenance.author == COLLEAGUE:
            alone = kept(REMARK, THREAD, signature=member.provenance.signature)
        lone = fold_thread(alone, REMARK, [alone])
        assert lone.flags == flags
        assert lone.is_pending is ("pending" in flags)


def test_a_decision_is_on_older_words_until_somebody_saw_the_newer_ones() -> None:
    """A revision or withdrawal that neither the decision nor a reopening had seen is flagged, a reply is not."""
    flag = "older-words"
    assert flag in folded(decided(2, "noted"), revised(3, 1)).flags
    assert flag in folded(decided(2, "noted"), revised(3, 2)).flags
    assert flag in folded(decided(2, "noted"), withdrawn(3, 2)).flags
    assert flag not in folded(revised(2, 1), decided(3, "noted", 2)).flags
    assert flag not in folded(decided(2, "noted"), said(events.Replied, 3, REVIEWER, 2, body="So.")).flags
    assert flag not in folded(revised(2, 1)).flags
    seen_by_a_reply = said(events.Replied, 4, AUTHOR, 3, body="I see.")
    assert flag in folded(decided(2, "noted"), revised(3, 1), seen_by_a_reply).flags
    again = (decided(2, "noted"), revised(3, 1), reopened(4, 2, 3), decided(5, "declined", 2))
    assert (folded(*again).state, flag in folded(*again).flags) == ("contested", False)
    assert flag not in folded(*again[:3], decided(5, "declined", 2, 4)).flags


def test_the_last_answer_to_the_decision_in_force_counts() -> None:
    """A no makes it unsatisfied, a later yes takes that back; answers to an earlier decision do not count."""
    flag = "unsatisfied"
    no, yes = answered(3, 2, satisfied=False), answered(4, 3, satisfied=True)
    assert flag in folded(decided(2, "noted"), no).flags
    assert flag not in folded(decided(2, "noted"), no, yes).flags
    assert flag in folded(decided(2, "noted"), no, yes, answered(5, 4, satisfied=False)).flags
    assert flag not in folded(decided(2, "noted"), no, decided(5, "declined", 3)).flags
    assert flag not in folded(decided(2, "noted"), answered(3, 1, satisfied=False)).flags
    assert flag not in folded(answered(2, 1, satisfied=False)).flags


def test_the_last_mark_that_the_decision_was_carried_out_counts() -> None:
    """Marks belong to the decision that they had seen."""

    def done(count: int, *seen: int) -> ThreadEvent:
        return said(events.MarkedDone, count, AUTHOR, *seen, commit=f"{count}" * 40)

    accepted = decided(2, "accepted")
    assert folded(accepted).waits_for_hand
    marked = folded(accepted, done(3, 2), done(4, 3))
    assert (marked.done.commit if marked.done else "", marked.waits_for_hand) == ("4" * 40, False)
    talked = folded(accepted, done(3, 2), said(events.Replied, 4, REVIEWER, 3, body="Thanks."))
    assert talked.done == done(3, 2)
    assert folded(accepted, done(3, 1)).done is None
    assert folded(accepted, done(3, 2), decided(4, "accepted", 3)).done is None
    assert folded(done(2, 1)).done is None
    assert not folded(decided(2, "noted")).waits_for_hand


def test_a_decision_is_made_by_its_commit() -> None:
    """A file with a decision or a mark that no commit holds has no effect; a reply counts before it is committed."""
    found = folded(lying(decided(2, "noted"), THREAD))
    assert (found.state, found.flags) == ("open", {"pending", "refused"})
    assert "never committed" in found.entries[1].refusal
    mark = lying(said(events.MarkedDone, 3, AUTHOR, 2, commit="a" * 40), THREAD)
    assert folded(decided(2, "accepted"), mark).done is None
    assert folded(lying(said(events.Replied, 2, COLLEAGUE, 1, body="So."), THREAD)).entries[1].refusal == ""


def test_a_clock_may_jump_so_far_and_no_further() -> None:
    """A million more than what the writer had seen is the most; a root may begin as late as that."""
    for jump, counts in ((MAX_CLOCK_JUMP, True), (MAX_CLOCK_JUMP + 1, False)):
        thread = folded(decided(2, "noted", clock=REMARK.clock + jump))
        assert (thread.state == "noted") is counts
        for seen in ((), (9,)):
            unseen = said(events.Decided, 2, AUTHOR, *seen, verdict="noted", clock=jump, **ON)
            assert (folded(unseen).state == "noted") is counts
    first = decided(2, "noted", clock=MAX_CLOCK_JUMP)
    both = decided(3, "declined", 2, 1, clock=2 * MAX_CLOCK_JUMP)
    assert folded(first, both).state == "declined"
    second = decided(3, "declined", 2, clock=2 * MAX_CLOCK_JUMP)
    assert folded(first, second).state == "declined"
    assert MAX_CLOCK_JUMP < MAX_CLOCK


def test_a_refused_jump_lends_its_clock_to_nobody() -> None:
    """What follows an event that ran too far ahead is measured without it."""
    ahead = decided(2, "noted", clock=1 + MAX_CLOCK_JUMP + 1)
    after = decided(3, "declined", 2, clock=1 + MAX_CLOCK_JUMP + 2)
    assert folded(ahead, after).state == "open"


def test_another_threads_root_is_a_stranger() -> None:
    """A remark that lies in the folder of another one has no effect there, and takes no state along."""
    stranger = said(events.Commented, 2, REVIEWER, kind="general", body="Other.")
    found = folded(stranger, said(events.Suggested, 3, REVIEWER, kind="wording", replacement="x", anchors=(HERE,)))
    assert [entry.refusal for entry in found.entries[1:]] == ["it stands in the folder of another thread"] * 2
    assert (found.state, found.body) == ("open", "Why?")


def test_what_belongs_to_no_thread_is_no_part_of_one() -> None:
    """A mark that somebody read a text, laid into a thread's folder, stands in no conversation."""
    read = kept(made(events.WasRead, 2, REVIEWER, path="policy/a.md", blob="a" * 40), THREAD)
    assert [entry.event.id for entry in folded(read, decided(3, "noted")).entries] == [THREAD, number(3)]


def test_links_that_may_be_are_told() -> None:
    """Each with its relation, in causal order; what a commit contradicts is none."""
    first = said(events.Linked, 2, REVIEWER, 1, to=number(8))
    second = said(events.Linked, 3, AUTHOR, 2, to=number(9), relation="duplicate")
    forged = kept(said(events.Linked, 4, SECOND, 3, to=number(7)), THREAD, author=READER)
    assert folded(second, forged, first).links == ((number(8), "related"), (number(9), "duplicate"))


def test_what_sees_itself_in_a_circle_is_contested_and_ends() -> None:
    """Two decisions that claim to have seen each other: neither is the newer one."""
    assert folded(decided(2, "noted", 3), decided(3, "declined", 2)).state == "contested"


@given(st.permutations(range(4)))
def test_the_order_in_which_events_come_means_nothing(order: list[int]) -> None:
    """Entries stand in causal order, the root first, and the thread is the same."""
    members = [decided(2, "noted"), reopened(3, 2), revised(4, 3), decided(5, "declined", 4)]
    thread = folded(*(members[place] for place in order))
    assert thread == folded(*members)
    assert [entry.event.id for entry in thread.entries] == [number(count) for count in range(1, 6)]


def test_a_refused_root_is_a_refused_thread() -> None:
    """Alone and with events beside it."""
    forged = kept(REMARK, THREAD, author=READER)
    for members in ([forged], [forged, kept(decided(2, "noted"), THREAD)]):
        thread = fold_thread(forged, REMARK, members)
        assert "its commit is by" in thread.refusal
        assert (thread.counts, thread.is_open, "refused" in thread.flags) == (False, False, True)
