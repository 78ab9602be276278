"""The gates about remarks: blocking ones, undecided ones, what was decided, and where they stand."""

from dataclasses import replace
from typing import Any

import pytest

from reviewtui.domain.record import events
from reviewtui.domain.record.record import Recorded
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.text.placement.place_values import Placement
from tests.domain.readiness.judging import ANCHOR, PATH, case, judged, remark, told
from tests.making import kept, lying, made, number
from tests.strategies import AUTHOR, READER, REVIEWER


def decision(count: int, on: int, verdict: str, seen: bool = True, **fields: object) -> Recorded:  # noqa: FBT001, FBT002
    """Return an author's decision on a remark, which it had seen."""
    after = (number(on),) if seen else ()
    said = {"verdict": verdict, "on": number(on), "body": "Because."} | fields
    return kept(made(events.Decided, count, AUTHOR, after=after, **said), number(on))


def placed_at(draft: Draft, **fields: Any) -> Draft:
    """Return the draft with its first remark placed somehow."""
    spot: dict[str, Any] = {"state": "exact", "path": PATH, "start": 9, "end": 17, "confidence": 1.0} | fields
    return replace(draft, placements={number(1): (Placement(**spot),)})


def test_blocking_remarks_block_until_they_are_decided() -> None:
    """A deferred one still does; one that does not block, is decided or has no effect does not."""
    one = remark(1, blocking=True)
    assert judged("blocking", case(one)).is_shut
    assert judged("blocking", case(one, decision(2, 1, "deferred"))).is_shut
    assert not judged("blocking", case(one, decision(2, 1, "declined"))).is_shut
    assert not judged("blocking", case(remark(1))).is_shut
    assert not judged("blocking", case(replace(one, provenance=replace(one.provenance, author=READER)))).is_shut
    several = judged("blocking", case(one, remark(2, blocking=True), remark(3)))
    assert (len(several.evidence), several.flips[:25]) == (2, "decide 2 blocking remarks")
    assert judged("blocking", case(one)).flips.startswith("decide 1 blocking remark (")
    pending = lying(made(events.Commented, 4, REVIEWER, kind="wording", body="Later.", blocking=True), number(4))
    assert not judged("blocking", case(pending)).is_shut
    both = judged("blocking", case(one, pending))
    assert (len(both.evidence), both.flips.endswith("; 1 more pending here, not counted until submitted")) == (1, True)


def test_every_submitted_remark_has_to_be_decided() -> None:
    """Pending ones are told and not counted, contested ones are named as that, a deferred one is decided."""
    pending = lying(made(events.Commented, 3, REVIEWER, kind="wording", body="Later."), number(3))
    assert not judged("undecided", case()).is_shut
    assert not judged("undecided", case(pending)).is_shut
    gate = judged("undecided", case(remark(1), pending))
    assert not gate.passed
    assert (len(gate.evidence), gate.evidence[0].thread) == (1, number(1))
    assert gate.flips == "decide 1 open remark (1 more pending here, not counted until submitted)"
    assert "contested" not in told(gate)
    taken_back = lying(made(events.Withdrawn, 4, REVIEWER, after=(number(3),)), number(3))
    assert judged("undecided", case(remark(1), pending, taken_back)).flips == "decide 1 open remark"
    assert judged("undecided", case(remark(1), remark(2))).flips == "decide 2 open remarks"
    assert not judged("undecided", case(remark(1, blocking=True), decision(2, 1, "deferred"))).is_shut
    contested = judged("undecided", case(remark(1), decision(2, 1, "noted"), decision(3, 1, "declined")))
    assert "contested: two authors" in told(contested)


def test_decisions_are_carried_out_on_the_words_that_they_were_about() -> None:
    """Words that are not in the text and a decision on older words fail it; what has no effect does not."""
    done = kept(made(events.MarkedDone, 6, AUTHOR, commit="4" * 40, after=(number(2),)), number(1))
    one = case(remark(1), decision(2, 1, "accepted"), done)
    assert not judged("carried-out", one).is_shut
    lost = replace(one, draft=replace(one.draft, flags={number(1): frozenset({"not-in-text"})}))
    assert "not in the text" in told(judged("carried-out", lost))
    late = kept(made(events.Revised, 3, REVIEWER, body="Anew.", after=(number(2),)), number(1))
    older = judged("carried-out", case(remark(1), decision(2, 1, "noted"), late))
    assert (older.passed, "older words" in told(older)) == (False, True)
    assert judged("carried-out", case(remark(1), decision(2, 1, "noted"), remark(4))).passed
    forged = replace(remark(1), provenance=replace(remark(1).provenance, author=READER))
    gone = case(forged, decision(2, 1, "accepted"), late, remark(4), decision(5, 4, "noted"))
    assert not judged("carried-out", replace(gone, draft=replace(gone.draft, flags=lost.draft.flags))).is_shut


def test_what_was_accepted_without_words_is_carried_out_once_somebody_did_it() -> None:
    """Until an author names the commit, and where that changes no text, the gate is shut; praise asks for nothing."""
    accepted = (remark(1), decision(2, 1, "accepted"))
    waiting = judged("carried-out", case(*accepted))
    assert (waiting.is_shut, "the change is not made yet" in told(waiting)) == (True, True)
    assert waiting.flips == "make 1 change by hand, commit, then: reviewtui done THREAD --commit C"
    done = kept(made(events.MarkedDone, 3, AUTHOR, commit="4" * 40, after=(number(2),)), number(1))
    assert judged("carried-out", case(*accepted, done)).passed
    idle = judged("carried-out", case(*accepted, done, idle_done=frozenset({number(1)})))
    assert (idle.is_shut, "changes no text" in told(idle)) == (True, True)
    assert judged("carried-out", case(remark(1, kind="praise"), decision(2, 1, "accepted"))).passed


@pytest.mark.parametrize(
    ("spot", "words"),
    [
        ({}, ""),
        ({"state": "moved"}, ""),
        ({"state": "orphaned", "path": None}, "is gone from the text"),
        ({"state": "ambiguous", "path": None}, "could be in several places"),
        ({"state": "edited", "meaning_changed": True, "reason": "must → may"}, "changed: must → may"),
    ],
)
def test_open_remarks_have_their_place_and_their_meaning(spot: dict[str, Any], words: str) -> None:
    """Lost, in several places, or with another meaning under it: told. Decided and pending remarks are not."""
    one = case(remark(1, anchors=(ANCHOR,)))
    assert not judged("orphaned", one).is_shut
    gate = judged("orphaned", replace(one, draft=placed_at(one.draft, **spot)))
    assert (gate.is_shut, words in told(gate)) == (bool(words), True)
    decided = case(remark(1, anchors=(ANCHOR,)), decision(2, 1, "noted"))
    assert not judged("orphaned", replace(decided, draft=placed_at(decided.draft, **spot))).is_shut
    pending = case(lying(remark(1, anchors=(ANCHOR,)).event, number(1)), remark(2))
    assert not judged("orphaned", replace(pending, draft=placed_at(pending.draft, **spot))).is_shut


@pytest.mark.parametrize("name", ["blocking", "undecided", "orphaned", "carried-out"])
def test_without_remarks_there_is_nothing_to_judge(name: str) -> None:
    """Neither nobody's nor what is still pending; and what was not decided is not carried out."""
    pending = lying(made(events.Commented, 3, REVIEWER, kind="wording", body="Later."), number(3))
    for given in (case(), case(pending)):
        gate = judged(name, given)
        assert (gate.judged, gate.is_shut) == (False, False)
    assert judged(name, case(remark(1))).judged is (name != "carried-out")
    assert judged(name, case(remark(1), decision(2, 1, "noted"))).passed


def test_evidence_leads_to_its_place() -> None:
    """A remark is told with name, kind, section and organisation; a long one is cut, one without words by its words."""
    one = case(remark(1, anchors=(ANCHOR,), body="Why\nso?"))
    (thread,) = one.draft.review.threads.values()
    there = replace(one, draft=placed_at(one.draft)).about(thread)
    assert (there.text, there.path, there.start, there.end) == (
        "0001 wording in Posts, Northvale Council: Why so?",
        PATH,
        9,
        17,
    )
    assert (one.about(thread).path, one.about(thread, "is gone").text[-7:]) == ("", "is gone")
    for body, end in (("x" * 72, "x" * 72), ("x" * 73, f"{'x' * 71}…")):
        assert one.about(replace(thread, body=body)).text.endswith(f": {end}")
    assert one.about(replace(thread, body="", replacement="new words")).text.endswith(": new words")
    nowhere = Finding(check="topic", message="Missing.", id="topic-1", path="", start=0, end=0)
    assert (one.shown(nowhere).text, one.shown(nowhere).path) == ("Missing. (topic-1)", "")
