"""From one policy of a repository to another without leaving the terminal."""

import pytest

from reviewtui.tui.start import run_app as starting
from tests.conftest import Clone, Run
from tests.tui.conftest import Open

pytestmark = pytest.mark.slow


@pytest.fixture
def two_policies(review: Clone, run: Run) -> Clone:
    """The review, and that of a travel policy beside it."""
    review.commit_file("travel/index.md", "# Travel\n\nOfficers should take the train.\n", "Draft the travel policy")
    assert run(review, "init", "--policy", "travel", "--title", "Going by train")[0] == 0
    return review


async def test_the_other_policy_is_chosen_and_opened(two_policies: Clone, play: Open) -> None:
    """Only the other is offered; the app ends with its folder, and half-written words stay with the first."""
    async with play(Clone(two_policies.path / "policy"), size=(120, 40)) as app:
        await app.press("c")
        await app.type("Half a remark", "escape")
        app.screen.action_act("switch_policy")
        await app.settle()
        assert "travel (“Going by train”)" in app.seen()
        assert "Social media" not in app.seen().partition("Policies")[2]
        await app.press("enter")
        assert app.app.opens_next == two_policies.path / "reviews/policies/travel"
    assert [words.body for words in app.app.workspace.all_unsaved()] == ["Half a remark"]
    async with play(Clone(app.app.opens_next), size=(120, 40)) as app:
        assert app.app.workspace.all_unsaved() == ()
        assert "take the train" in app.seen()
        app.screen.action_act("switch_policy")
        await app.settle()
        assert "policy (“Social media policy”)" in app.seen()


async def test_a_repository_with_one_policy_says_so(review: Clone, play: Open) -> None:
    """There is nothing to choose, and the list says how another begins."""
    async with play(review, size=(120, 40)) as app:
        app.screen.action_act("switch_policy")
        await app.settle()
        assert "holds one policy" in app.seen()


def test_who_runs_the_app_opens_what_was_chosen(two_policies: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    """One app after the other, until somebody leaves."""
    opened = []
    travel = two_policies.path / "reviews/policies/travel"

    def run_once(folder: object) -> tuple[str, object]:
        opened.append(folder)
        return "", travel if len(opened) == 1 else None

    monkeypatch.setattr(starting, "_run_once", run_once)
    assert starting.run_app(two_policies.path / "policy") == ""
    assert opened == [two_policies.path / "policy", travel]
