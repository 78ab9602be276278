"""Findings of the content checks beside the text: seen, raised, dismissed, and back when their words change."""

import pytest

from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.workspace.workspace import Workspace
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open, Play

pytestmark = pytest.mark.slow

ARCHIVE = "# Archive\n\nWe keep the moderation log for six years.\n\nThe owner is TBC.\n"


def contradict(review: Clone) -> None:
    """Write two rules on one thing that differ, and a placeholder behind the second."""
    review.write("policy/records.md", "# Records\n\nThe moderation log must be kept for two years.\n")
    review.commit_file("policy/archive.md", ARCHIVE, "Contradict it")


def badges(app: Play) -> str:
    """Return what the outline says of the archive."""
    return next(row[:28] for row in app.seen().splitlines() if "Archive" in row[:28] and "‡" in row[:28])


async def test_a_finding_is_seen_where_the_caret_stands_in_it(review: Clone, play: Open) -> None:
    """A sign in the gutter; the pane says what and why, with both passages; the outline marks what bars a release."""
    contradict(review)
    async with play(review, size=(150, 40)) as app:
        assert "‡" in badges(app)
        await app.press("]", "ctrl+down")
        row = next(row for row in app.seen().splitlines() if "We keep the moderation log" in row)
        assert "†" in row
        pane = " ".join(app.seen().split())
        assert "finding · conflict" in pane
        assert "stands in the way of a release" not in pane
        assert "two" in pane
        assert "the other passage" in pane


async def test_keys_go_from_finding_to_finding_and_across(review: Clone, play: Open) -> None:
    """The full stop goes to the next finding and round, % to the other passage, & shows both side by side."""
    contradict(review)
    async with play(review) as app:
        await app.press(".")
        assert app.screen.view.section.title == "Archive"
        await app.press("&")
        both = next(row for row in app.seen().splitlines() if "We keep the moderation" in row and "│ The moder" in row)
        assert both
        await app.press("enter")
        assert app.screen.view.section.title == "Records"
        assert "finding · conflict" in app.seen()
        await app.press("%")
        assert app.screen.view.section.title == "Archive"
        await app.press(".", sees="finding · placeholder")
        await app.press("%", tells="one passage only")
        await app.press(",", sees="finding · conflict")


async def test_a_finding_is_raised_at_both_its_passages(review: Clone, play: Open) -> None:
    """F writes a remark in the finding's words; it stands at both passages, and the pane shows it from then on."""
    contradict(review)
    async with play(review, NORTHVALE) as app:
        await app.press(".", "F", sees="Raise what check")
        await app.press("escape")
        assert "unsaved" not in app.seen()
        await app.press("F")
        await app.type(" Which?", "ctrl+s", tells="Saved as")
        await app.press("D", tells="finding")
    thread = next(iter(Workspace.open(review.path).load().review.threads.values()))
    assert (thread.kind, thread.body.endswith(". Which?")) == ("conflict", True)
    assert [anchor.path for anchor in thread.anchors] == ["policy/archive.md", "policy/records.md"]


async def test_a_finding_is_dismissed_with_a_reason_and_comes_back(review: Clone, play: Open) -> None:
    """D asks the author why and commits it; the finding goes at once, and is back when its words change."""
    contradict(review)
    async with play(review) as app:
        await app.press(".", "D", "ctrl+s", tells="needs its reason")
        await app.type("Two logs, two laws.", "ctrl+s", tells="it comes back when its text changes")
        await app.press("escape", ".")
        assert "finding · conflict" not in app.seen()
        review.write("policy/archive.md", ARCHIVE.replace("six", "seven"))
        await app.press("ctrl+r", ",", sees="finding · conflict")


async def test_only_authors_dismiss(review: Clone, play: Open) -> None:
    """Who may not dismiss is told to raise it, before anything is typed."""
    contradict(review)
    async with play(review, NORTHVALE) as app:
        await app.press(".", "D", tells="Only an author dismisses findings")


async def test_a_remark_comes_before_a_finding(review: Clone, run: Run, play: Open) -> None:
    """Where both stand, the pane shows what a person said; enter shows the finding."""
    contradict(review)
    run(review, "comment", "archive", "--quote", "moderation log", "-m", "Which log?", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.press("n", sees=("Which log?", "2 at the caret (enter)"))
        await app.press("enter", sees="finding · conflict")


@pytest.mark.parametrize("size", [(150, 60), (120, 40), (80, 24)])
async def test_a_gate_leads_to_its_finding(review: Clone, play: Open, size: tuple[int, int]) -> None:
    """On Ready, enter on a finding goes to its place, says what it is and how it is dealt with, at every size."""
    contradict(review)
    settings = review.read("reviews/settings.toml")
    topic = '\n[[topics]]\nid = "purdah"\ntitle = "Pre-election period"\nterms = ["purdah"]\nrequired = true\n'
    review.commit_file("reviews/settings.toml", settings + topic, "Ask for a topic")
    async with play(review, size=size) as app:
        for check in ("placeholder", "topic"):
            await app.press("4", "home")
            if check == "placeholder":
                await app.press("*")
            rows = app.find("#rows")
            shown = app.screen._gates
            rows.highlighted = next(n for n, row in enumerate(shown) if row.evidence and check in row.evidence.finding)
            await app.press("enter")
            assert app.app.current_mode == "read"
            assert f"finding · {check}" in app.seen()
            assert "D Dismiss  " in app.seen()
            assert "E Edit  " in app.seen()


async def test_the_text_is_there_before_the_checks(review: Clone, play: Open) -> None:
    """Until the draft is judged there are no findings, and the key says why."""
    contradict(review)
    async with play(review) as app:
        found = app.state
        assert found is not None
        app.app.screens.show(ScreenState(found.overview))
        await app.press(".", tells="still being checked")
