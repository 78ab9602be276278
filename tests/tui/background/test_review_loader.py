"""What is shown while the repository is read: what is not known yet is never told as if there were nothing."""

import pytest

from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open
from tests.tui.holding import held


@pytest.fixture
def slow_places() -> "object":
    """Say which look is the slow one: that which finds the places of the remarks."""
    return lambda _version="", *, placed=True: placed


@pytest.mark.slow
async def test_loading_that_is_given_up_says_so_and_offers_to_go_on(
    remarked: Clone, play: Open, slow_places: object
) -> None:
    """Esc in the first load: no screen says that there are no remarks, each names the key, and the key goes on."""
    async with play(remarked, before=lambda app: held(app.workspace, "look", slow_places)) as app:
        await app.wait_for(lambda: "gives up" in app.seen())
        assert "no remarks here yet" not in app.seen()
        await app.pilot.press("escape")
        app.release()
        await app.settle()
        assert "Loading was stopped" in app.told()
        assert "ctrl+r goes on" in app.told()
        for screen, hidden in (("1", "no remarks here yet"), ("2", "Nothing waits"), ("4", "Judging")):
            await app.press(screen, sees="Loading stopped; ctrl+r goes on.")
            assert hidden not in app.seen()
        await app.press("1", "n")
        assert "ctrl+r" in app.told().splitlines()[-1]
        await app.press("ctrl+r", "2", sees="Why two?")


async def test_loading_is_told_as_loading(remarked: Clone, play: Open, slow_places: object) -> None:
    """Before it is known where the remarks stand, the card beside the text and the queue say so."""
    async with play(remarked, size=(150, 40), before=lambda app: held(app.workspace, "look", slow_places)) as app:
        await app.wait_for(lambda: "gives up" in app.seen())
        assert "Finding the remarks" in app.seen()
        assert "no remarks here yet" not in app.seen()
        await app.pilot.press("2")
        await app.pilot.pause(0.2)
        assert "Finding the remarks" in app.seen()
        assert "Nothing waits" not in app.seen()
        app.release()
        await app.settle()
        assert "Why two?" in app.seen()


async def test_a_reload_of_what_has_not_changed_is_one_state(
    remarked: Clone, play: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is judged anew and comes out the same is not shown again, and git's log is not read again."""
    async with play(remarked) as app:
        await app.settle()
        shown: list[object] = []
        monkeypatch.setattr(app.app.screens, "show", shown.append)
        known = app.state.commits
        assert known
        await app.press("ctrl+r")
        assert len(shown) == 1
        assert app.app.workspace.commits(app.state) is known


async def test_nothing_is_called_absent_before_it_was_looked_for(remarked: Clone, run: Run, play: Open) -> None:
    """While it is not known what is new, or what the checks find, no key says that there is nothing, later it does."""
    async with play(remarked, before=lambda app: held(app.workspace, "judged")) as app:
        await app.wait_for(lambda: app.app.screens.state is not None and app.state.placed)
        await app.pilot.press("full_stop")
        assert "find nothing" not in app.told()
        assert "The text is still being checked." in app.told()
        app.release()
        await app.settle()
        await app.press(
            "W", "V", tells=("Nothing is new: what comes after this first look will be.", "has not signed off yet")
        )
        # After a change of the repository that is asked anew.
        with held(app.app.workspace, "news") as gate:
            run(remarked, "comment", "records", "-m", "Once more", who=NORTHVALE)
            run(remarked, "submit", who=NORTHVALE)
            app.send("ctrl+r")
            await app.wait_for(lambda: len(app.state.draft.review.threads) == 4)
            for key in ("W", "V"):
                await app.pilot.press(key)
                assert app.told().splitlines()[-1] == "What is new is still being looked up; try again in a moment."
            gate.set()
            await app.settle()
        await app.press("W", sees="Once more")


async def test_a_text_that_is_gone_is_told(review: Clone, play: Open) -> None:
    """A deleted section is named with the way back; without any text what is shown says that it is as it was before."""
    async with play(review) as app:
        (review.path / "policy/records.md").unlink()
        await app.press("ctrl+r", tells="git restore policy/records.md brings it back")
        assert "1 problem" in app.seen().splitlines()[0]
        (review.path / "policy").rename(review.path / "elsewhere")
        await app.press("ctrl+r", tells="git restore policy")
        assert "as it was before" in app.seen().splitlines()[0]
        (review.path / "elsewhere").rename(review.path / "policy")
        review.git("restore", "policy")
        await app.press("ctrl+r", sees="About this policy")
        assert "as it was before" not in app.seen()
        assert "problem" not in app.seen().splitlines()[0]


async def test_a_head_at_no_branch_is_told(review: Clone, play: Open) -> None:
    """It stands in the first line as long as it lasts; a commit without the review names the branch that has it."""
    review.git("switch", "-q", "--detach")
    async with play(review, NORTHVALE) as app:
        assert "at no branch" in app.seen().splitlines()[0]
        assert "git switch main goes to the review" in app.told()
        review.git("switch", "-q", "--detach", review.git("rev-list", "--max-parents=0", "HEAD").strip())
        await app.press("ctrl+r")
        await app.press("c", tells="the branch main has one: git switch main")
        review.git("switch", "-q", "main")
        await app.press("ctrl+r")
        assert "at no branch" not in app.seen()


async def test_changes_are_marked_only_in_the_text_that_they_were_found_in(remarked: Clone, play: Open) -> None:
    """A text that came otherwise has no bar beside its words until they were compared anew."""
    path = "policy/principles.md"
    async with play(remarked) as app:
        assert app.state.since.spans[path]
        remarked.write(path, "A new beginning.\n\n" + remarked.read(path))
        with held(app.app.workspace, "judged") as gate:
            app.send("ctrl+r")
            await app.wait_for(lambda: app.state.draft.policy.texts[path].text.startswith("A new"))
            assert path not in app.state.since.spans
            gate.set()
            await app.settle()
        assert app.state.since.spans[path]
