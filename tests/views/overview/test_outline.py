"""The outline says of each section what waits there."""

from dataclasses import replace

from reviewtui.domain.person import Person
from reviewtui.views.findings.finding_marks import FindingMark
from reviewtui.views.overview.news import News
from reviewtui.views.overview.outline import outline_rows, tray_of
from reviewtui.workspace.workspace import Workspace
from tests.acting import ask, suggestion
from tests.conftest import NORTHVALE, OFFICER, Clone, Run


def test_what_others_have_pending_is_none_of_mine(review: Clone, run: Run) -> None:
    """The outline marks a section for whoever said something there; others are told who has not submitted."""
    ask(run, review, "comment", "principles", "-m", "Half done.", who=NORTHVALE)
    for who, mine, told in ((NORTHVALE, {"Principles"}, ""), (OFFICER, set(), f"1 of {NORTHVALE[0]} not submitted")):
        space = Workspace.open(review.path)
        draft = replace(space.load(), me=Person(*who))
        assert {row.title for row in outline_rows(draft, News()) if row.pending} == mine
        assert space.versions.overview(draft).others == told


def test_a_remark_whose_words_were_put_in_has_their_place(review: Clone, run: Run) -> None:
    """Nothing of the old passage is left, but what it became stands in the text; it is not without a place."""
    thread = suggestion(run, review, "Officers must think before they post anything.", "Silence is golden.")
    assert not tray_of(Workspace.open(review.path).load()).threads
    ask(run, review, "accept", thread)
    draft = Workspace.open(review.path).load()
    assert draft.placements[thread][0].state == "orphaned"
    assert not tray_of(draft).threads


def test_a_section_says_that_a_finding_in_it_bars_a_release(review: Clone) -> None:
    """One that is only told is none of them, as the legend says."""
    draft = Workspace.open(review.path).load()
    first, second = draft.policy.sections[:2]
    flaws = {first: (FindingMark("one", 0, 1, "", bars=False),), second: (FindingMark("two", 0, 1, "", bars=True),)}
    assert [row.title for row in outline_rows(draft, News(), flaws) if row.bars] == [second.title]
