"""Findings in reading order, those about the whole policy last; a step counts from the active one or the caret."""

from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.review.findings.inspection import Inspection
from reviewtui.views.findings.finding_marks import findings_by_section, in_reading_order, step
from reviewtui.workspace.workspace import Workspace
from tests.conftest import Clone


def found_in(policy: Clone) -> tuple[Draft, Inspection]:
    """Return a draft with two findings in its records, one of which is in the principles as well, and one nowhere."""
    records = "policy/records.md"
    findings = (
        Finding("topic-1", "topic", "", 0, 0, "missing"),
        Finding("term-2", "term", records, 30, 34, "two forms"),
        Finding("conflict-3", "conflict", records, 11, 28, "differs", other=("policy/principles.md", 20, 30)),
    )
    return Workspace.open(policy.path).load(), Inspection(findings, frozenset({"conflict"}))


def test_steps_go_in_reading_order_from_the_caret_or_the_active_finding(policy: Clone) -> None:
    """By section and place, at last what is about no passage; None at either end."""
    draft, found = found_in(policy)
    way = in_reading_order(draft, found)
    assert [finding.id for finding in way] == ["conflict-3", "term-2", "topic-1"]
    records = next(n for n, section in enumerate(draft.policy.sections) if section.name == "records.md")
    assert step(draft, way, "", (0, 0), 1) == way[0]
    assert step(draft, way, "", (records, 29), -1) == way[0]
    assert step(draft, way, "", (records, 29), 1) == way[1]
    assert step(draft, way, "term-2", (0, 0), 1) == way[2]
    assert step(draft, way, "topic-1", (0, 0), 1) is None
    assert step(draft, way, "", (0, 0), -1) is None


def test_a_finding_stands_at_both_its_passages(policy: Clone) -> None:
    """Each section has the passages that are in it; what has no passage has no mark."""
    draft, found = found_in(policy)
    marked = {
        section.name: [flaw.finding for flaw in flaws] for section, flaws in findings_by_section(draft, found).items()
    }
    assert marked == {"records.md": ["term-2", "conflict-3"], "principles.md": ["conflict-3"]}


def test_what_was_found_holds_for_texts_that_are_the_same(policy: Clone) -> None:
    """Until a changed text is checked anew, nothing is said of it; of the others it stays."""
    draft, found = found_in(policy)
    policy.write("policy/principles.md", "# Principles\n\nNone.\n")
    now = Workspace.open(policy.path).load()
    assert [finding.id for finding in found.still_found_in(now, draft).findings] == ["topic-1", "term-2"]


def test_a_mark_says_whether_its_finding_bars_a_release(policy: Clone) -> None:
    """By its check: what is only told is marked, and bars nothing."""
    marked = findings_by_section(*found_in(policy))
    assert {flaw.finding: flaw.bars for flaws in marked.values() for flaw in flaws} == {
        "term-2": False,
        "conflict-3": True,
    }
