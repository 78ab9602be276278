"""The gates about the text, the calendar and the record."""

from dataclasses import replace
from datetime import date, timedelta

import msgspec
import pytest

from reviewtui.domain.person import Person
from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.stability import Stability, changed_since_read
from reviewtui.domain.record import events
from reviewtui.domain.record.record import Problem, Provenance, Recorded
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.settings.settings import GateSetting, PreElection
from tests.domain.readiness.judging import CHANGED, PATH, TEXTS, TODAY, case, judged, remark, told
from tests.making import RULES, blob, kept, made, number
from tests.strategies import READER, REVIEWER

CHECKS = (
    ("placeholders", "placeholder"),
    ("topics", "topic"),
    ("companions", "companion"),
    ("findings", "conflict"),
)


@pytest.mark.parametrize(("name", "check"), CHECKS)
def test_a_finding_stands_in_the_way_of_its_own_gate(name: str, check: str) -> None:
    """Of one check it shuts one gate and no other, with the way to its place."""
    found = Finding(check=check, message="Look.", id=f"{check}-1", path=PATH, start=9, end=17)
    one = case(findings=(found,), topics=("Purdah",), companions=1)
    gate = judged(name, one)
    assert (gate.passed, told(gate)) == (False, f"Posts: Look. ({check}-1)")
    assert gate.evidence[0].finding == f"{check}-1"
    assert [judged(other, one).passed for other, _ in CHECKS].count(False) == 1
    assert judged(name, case(topics=("Purdah",), companions=1)).passed
    two = judged(name, replace(one, findings=(found, replace(found, id=f"{check}-2"))))
    assert len(two.evidence) == 2
    assert check == "companion" or (" 1 " in gate.flips and " 2 " in two.flips)
    assert check == "companion" or two.flips.count("s") == gate.flips.count("s") + 1


def test_findings_that_do_not_block_are_told_where_none_does() -> None:
    """How many more there are, and how to see them."""
    three = (Finding(check="plain-words", message="Long.", id="plain-words-1", path=PATH, start=0, end=1),) * 3
    assert "3 more findings" in told(judged("findings", case(advised=three)))
    assert told(judged("findings", case())) == ""
    assert "1 finding was dismissed" in told(judged("findings", case(dismissed=1)))
    assert "2 findings were dismissed" in told(judged("findings", case(dismissed=2)))
    assert "2 of them without a reason of their own" in told(judged("findings", case(dismissed=4, unreasoned=2)))
    found = Finding(check="conflict", message="Look.", id="conflict-1", path=PATH, start=9, end=17)
    assert "more findings" not in told(judged("findings", case(findings=(found,), advised=three)))


def test_what_the_settings_do_not_ask_for_is_nothing_to_judge() -> None:
    """No topics, no companions, no period, no round, nobody asked: neither passed nor shut, and said why."""
    nobody = msgspec.structs.replace(RULES, organisations={})
    gates = [judged(name, case()) for name in ("topics", "companions", "pre-election", "round")]
    gates += [judged(name, case(roles=nobody)) for name in ("coverage", "signoffs", "stability")]
    assert [(gate.judged, gate.passed, gate.is_shut) for gate in gates] == [(False, False, False)] * 7
    assert [told(gate) for gate in gates[:4]] == ["none required", "none set", "none set", "none yet"]
    assert told(gates[4]) == "nobody was asked"


def test_what_was_asked_or_required_once_keeps_its_gate_shut() -> None:
    """An organisation and a topic that were taken out of the settings are named."""
    gone = case(once_asked=("eastwick",), once_required=("Fax machines",))
    assert judged("signoffs", gone).is_shut
    assert "eastwick was asked once" in told(judged("signoffs", gone))
    assert told(judged("topics", gone)) == "Fax machines was required once and is not any more"


def test_release_and_round_are_told_beside_what_was_read() -> None:
    """How much changed since the release, and since the last round; it decides nothing."""
    seen = kept(made(events.WasRead, 1, REVIEWER, path=PATH, blob=blob(TEXTS[PATH])))
    stability = Stability("0.9", 0.5, round_on=date(2027, 1, 5), since_round=0.9)
    gate = judged("stability", case(seen, stability=stability))
    assert (gate.judged, gate.passed) == (True, True)
    assert "50% of the words changed in substance since 0.9" in told(gate)
    assert "90% since the last round, which began on 05 Jan 2027" in told(gate)


@pytest.mark.parametrize(("most", "passed"), [(None, False), (0.9, True), (0.0, False)])
def test_a_text_has_settled_since_it_was_read(most: float | None, passed: bool) -> None:  # noqa: FBT001
    """A tenth of what an organisation has read may change in substance, unless the settings say how much."""
    roles = msgspec.structs.replace(RULES, gates={"stability": GateSetting(at_most=most)})
    seen = kept(made(events.WasRead, 1, REVIEWER, path=PATH, blob=blob(TEXTS[PATH])))
    gate = judged("stability", case(seen, texts=CHANGED, roles=roles))
    assert gate.passed is passed
    assert bool(gate.flips) is not passed


def test_the_organisation_that_read_the_oldest_text_decides() -> None:
    """One that has read the text of now does not outweigh one that has not; exactly as much as may change may."""

    def seen(count: int, by: Person, texts: dict[str, str]) -> Recorded:
        return kept(made(events.WasRead, count, by, path=PATH, blob=blob(texts[PATH])))

    both = case(seen(1, REVIEWER, TEXTS), seen(2, READER, CHANGED), texts=CHANGED)
    gate = judged("stability", both)
    assert (gate.passed, len(gate.evidence), "Northvale" in gate.evidence[0].text) == (False, 2, True)
    share = changed_since_read(both.draft, both.past_texts)["northvale"]
    roles = msgspec.structs.replace(RULES, gates={"stability": GateSetting(at_most=share)})
    assert judged("stability", replace(both, draft=replace(both.draft, effective_settings=roles))).passed


def test_no_release_in_a_pre_election_period() -> None:
    """Neither today nor on the planned day, both ends included; one that begins within four weeks is told."""

    def gate(start: int, end: int, planned: int | None = None) -> Gate:
        days = [TODAY + timedelta(days=n) for n in (start, end)]
        day = None if planned is None else TODAY + timedelta(days=planned)
        return judged(
            "pre-election", case(roles=msgspec.structs.replace(RULES, pre_election=(PreElection(*days),), planned=day))
        )

    assert [gate(*days).passed for days in ((0, 5), (-5, 0), (1, 5), (-5, -1))] == [False, False, True, True]
    assert "today" in told(gate(0, 5))
    assert [gate(1, 5, day).passed for day in (0, 1, 5, 6, -3)] == [True, False, False, True, True]
    assert "planned" in told(gate(1, 5, 1))
    assert f"release after {TODAY + timedelta(days=5)}" in gate(1, 5, 1).flips
    assert [told(gate(day, 60)) != "" for day in (28, 29)] == [True, False]
    both = tuple(PreElection(TODAY - timedelta(days=1), TODAY + timedelta(days=n)) for n in (3, 9))
    until = judged("pre-election", case(roles=msgspec.structs.replace(RULES, pre_election=both)))
    assert f"release after {TODAY + timedelta(days=9)}" in until.flips
    past = gate(-5, 5, -3)
    assert (past.passed, "today" in told(past)) == (False, True)


def test_the_record_has_to_be_whole() -> None:
    """A fault and authorship that cannot be checked fail it; what is settled and mere advice do not."""
    fault = Problem("edited", "reviews/x.toml", "it was changed")
    for problem, passed in (
        (fault, False),
        (replace(fault, settled=True), True),
        (replace(fault, what="advice"), True),
    ):
        one = case()
        gate = judged("record", replace(one, draft=replace(one.draft, problems=(problem,))))
        assert (gate.passed, "it was changed" in told(gate)) == (passed, not passed)
    unknown = Recorded(remark(1).event, number(1), "x", Provenance(known=False))
    for path, named in (("reviews/x.toml", "reviews/x.toml: it was changed"), ("", "edited: it was changed")):
        one = case()
        gate = judged("record", replace(one, draft=replace(one.draft, problems=(replace(fault, path=path),))))
        assert told(gate) == named
    gate = judged("record", case(unknown, remark(2), remark(3)))
    assert (gate.passed, "of 1 remark cannot be checked" in told(gate)) == (False, True)
