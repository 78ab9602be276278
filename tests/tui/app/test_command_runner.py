"""Commands are carried out one after the other; an undo waits for what was asked for before it."""

import threading
from collections.abc import Sequence

import pytest

from reviewtui.domain.actions.commands import Command
from reviewtui.domain.refusal import MachineFailed
from reviewtui.domain.review.work_progress import step_by_step
from reviewtui.workspace.command.outcome import Outcome
from tests.acting import ask, remark
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open
from tests.tui.holding import held


@pytest.fixture
def two_remarks(review: Clone, run: Run) -> tuple[Clone, str, str]:
    """A remark that was declined some time ago, and one that is open."""
    old = remark(run, review, "comment", "records", "--quote", "two years", "-m", "Older point", who=NORTHVALE)
    assert run(review, "decline", old, "-m", "Long settled")[0] == 0
    new = remark(run, review, "comment", "principles", "--quote", "must think", "-m", "Newer point", who=NORTHVALE)
    return review, old, new


async def test_undo_before_the_reload_ends_is_about_the_newest_decision(
    two_remarks: tuple[Clone, str, str], run: Run, play: Open
) -> None:
    """Ctrl+z right behind a decision waits for it, names it with its words, and takes back that one."""
    review, old, new = two_remarks
    async with play(review) as app:
        await app.press("2", "d")
        await app.type("After the summer")
        with held(app.app.workspace, "look") as gate:
            app.send("ctrl+s")
            await app.wait_for(lambda: app.screen.composer.form is None)
            app.send("ctrl+z")
            await app.wait_for(lambda: app.app.inputs.is_idle)
            assert "Take back" not in app.seen()
            gate.set()
            await app.settle()
        seen = app.seen()
        assert f"Take back the decision on {new[-4:]}" in seen
        assert "Newer point" in seen
        assert "After the summer" in seen
        assert "Long settled" not in seen
        await app.press("enter")
    states = {thread["thread"]: thread["state"] for thread in ask(run, review, "threads")["threads"]}
    assert (states[old], states[new]) == ("declined", "open")


async def test_z_on_a_remark_that_nobody_decided_takes_nothing_back(
    two_remarks: tuple[Clone, str, str], play: Open
) -> None:
    """In the queue too it is about the marked remark, and names the key for what was decided last."""
    async with play(two_remarks[0]) as app:
        await app.press("2", "z")
        assert "Take back the decision" not in app.seen()
        assert "ctrl+z takes back what you decided last." in app.told()


@pytest.mark.parametrize("screen", ["1", "2"])
async def test_z_right_after_a_decision_takes_it_back(
    two_remarks: tuple[Clone, str, str], run: Run, play: Open, screen: str
) -> None:
    """Also where the decided remark has left the list, and before the reload ends; after another act no more."""
    review, old, new = two_remarks
    async with play(review) as app:
        await app.press("2", "d")
        await app.type("After the summer")
        with held(app.app.workspace, "look") as gate:
            app.send("ctrl+s")
            await app.wait_for(lambda: app.screen.composer.form is None)
            app.send("z")
            await app.wait_for(lambda: app.app.inputs.is_idle)
            gate.set()
            await app.settle()
        assert f"Take back the decision on {new[-4:]}" in app.seen()
        await app.press("escape", screen, "z")
        assert f"Take back the decision on {new[-4:]}" in app.seen()
        await app.press("enter", "1", "ctrl+home", "z")
        assert f"Take back the decision on {old[-4:]}" not in app.seen()
    states = {thread["thread"]: thread["state"] for thread in ask(run, review, "threads")["threads"]}
    assert (states[old], states[new]) == ("declined", "open")


async def test_an_act_that_waits_says_so_and_says_that_it_was_given_up(
    two_remarks: tuple[Clone, str, str], play: Open
) -> None:
    """What is pressed while the last decision is read is named, and so is what esc gives up."""
    review, _, _ = two_remarks
    async with play(review) as app:
        await app.press("2", "d")
        await app.type("After the summer")
        with held(app.app.workspace, "look") as gate:
            app.send("ctrl+s")
            await app.wait_for(lambda: app.screen.composer.form is None)
            app.send("z")
            await app.wait_for(
                lambda: "z “Undo” waits until what you did before is saved and shown; esc gives it up." in app.told()
            )
            app.send("escape")
            await app.wait_for(lambda: "“Undo” was given up; nothing was done." in app.told())
            gate.set()
            await app.settle()
        assert app.app.current_mode == "decide"


async def test_a_reviewer_takes_back_what_was_pending_last(review: Clone, run: Run, play: Open) -> None:
    """Of this session, named with its words; then it is told how the rest of what is pending is taken back."""
    ask(run, review, "comment", "-m", "Mine.", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.press("P")
        await app.type("Another one.", "ctrl+s")
        await app.press("m", tells="read")
        await app.press("ctrl+z", sees="Take back what is pending")
        await app.press("enter", "ctrl+z", sees="Another one.")
        await app.press("enter", tells="Removed what was pending")
        await app.press("ctrl+z", tells="Nothing was done since the app was opened that could be taken back. ctrl+p")
    [left] = ask(run, review, "threads")["threads"]
    assert left["body"] == "Mine."


async def test_an_act_that_stays_is_told_before_an_older_one_is_offered(review: Clone, run: Run, play: Open) -> None:
    """Ctrl+z names it, says why and what there is instead; once more goes on to the act before, and to older ones."""
    remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    remark(run, review, "comment", "principles", "--quote", "must think", "-m", "Is it?", who=NORTHVALE)
    async with play(review, size=(120, 40)) as app:
        await app.press("2", "d")
        await app.type("After the summer", "ctrl+s", tells="Deferred")
        await app.press("ctrl+p")
        await app.type("Open a round", "enter")
        await app.press("ctrl+s", "ctrl+s", tells="Opened a round")
        await app.press("ctrl+z", tells="cannot be taken back by this key. It was: Opened a round")
        assert "Take back" not in app.seen()
        assert "ctrl+p “Close the round…” ends it. ctrl+z once more goes on to what you did before" in app.told()
        await app.press("ctrl+z", sees="After the summer")
        assert "before the app was opened" not in app.seen()
        await app.press("enter", tells="Took back the decision")


@pytest.mark.slow
async def test_undo_after_a_reload_that_was_given_up_reads_again(
    two_remarks: tuple[Clone, str, str], play: Open
) -> None:
    """Where the screens do not show the last decision yet, ctrl+z reads the repository before it offers anything."""
    review, _, _ = two_remarks
    async with play(review) as app:
        await app.press("2", "d")
        await app.type("After the summer")
        with held(app.app.workspace, "look") as gate:
            app.send("ctrl+s")
            await app.wait_for(lambda: "gives up" in app.seen())
            app.send("escape")
            await app.wait_for(lambda: "Given up" in app.told())
            gate.set()
            await app.settle()
        await app.press("ctrl+z", sees="After the summer")
        assert "Long settled" not in app.seen()


async def test_what_was_done_is_known_where_the_reading_behind_it_was_given_up(
    two_remarks: tuple[Clone, str, str], play: Open
) -> None:
    """Ctrl+z is about the newest act, and not about the one before it."""
    review, _, _ = two_remarks
    async with play(review) as app:
        await app.press("c")
        await app.type("Is that so?")
        with held(app.app.workspace, "look") as gate:
            app.send("ctrl+s")
            await app.wait_for(lambda: "gives up" in app.seen())
            app.send("escape")
            await app.wait_for(lambda: "Given up" in app.told())
            gate.set()
            await app.settle()
        await app.press("ctrl+z", sees=("Take back what is pending", "Is that so?"))
        assert "Long settled" not in app.seen()


async def test_a_key_that_cannot_act_on_what_was_done_says_so(
    two_remarks: tuple[Clone, str, str], play: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the repository cannot be read again, the key behind an act names what reads it, and is not lost unsaid."""
    review, _, _ = two_remarks

    async def nothing(_version: str) -> None:
        return None

    async with play(review) as app:
        await app.press("2")
        monkeypatch.setattr(app.app.loader, "load", nothing)
        await app.app.requests._commands.read_again()
        await app.press("d", tells="“Defer” was not begun: what you did before is not shown yet. ctrl+r reads it again")
        assert app.screen.composer.form is None


async def test_an_undo_takes_back_only_the_decision_it_showed(
    two_remarks: tuple[Clone, str, str], run: Run, play: Open
) -> None:
    """Somebody decided the remark anew while the question was open: nothing is taken back, and it is said."""
    review, old, _ = two_remarks
    async with play(review) as app:
        await app.press("2", "ctrl+z", sees="Long settled")
        assert run(review, "undo", old)[0] == 0
        assert run(review, "note", old, "-m", "Noted anew")[0] == 0
        await app.press("enter", tells="not the one that was to be taken back")
    states = {thread["thread"]: thread["state"] for thread in ask(run, review, "threads")["threads"]}
    assert states[old] == "noted"


async def test_a_decided_remark_leaves_the_queue_at_once(two_remarks: tuple[Clone, str, str], play: Open) -> None:
    """While the repository is still read again the queue is without it, and keys act on what is shown then."""
    review, _, new = two_remarks
    async with play(review) as app:
        await app.press("2", "d")
        await app.type("After the summer")
        with held(app.app.workspace, "look") as gate:
            app.send("ctrl+s")
            await app.wait_for(lambda: "Nothing waits for a decision" in app.seen())
            # The first key waits until all is shown, and so do those behind it; z is about the last decision then.
            app.send("z", "enter")
            await app.pilot.pause(0.3)
            assert app.app.screen is app.screen
            assert "no decision" not in app.told()
            gate.set()
            await app.settle()
        assert [thread.state for thread in app.state.draft.review.threads.values() if thread.id == new] == ["open"]


async def test_a_key_that_waits_is_given_up_by_esc(two_remarks: tuple[Clone, str, str], run: Run, play: Open) -> None:
    """What somebody pressed while a decision was on its way is dropped by esc, with all keys behind it."""
    review, _, _ = two_remarks
    async with play(review) as app:
        await app.press("2", "d")
        await app.type("After the summer")
        with held(app.app.workspace, "carry_out") as gate:
            app.send("ctrl+s")
            await app.wait_for(app.app.screens.is_behind)
            await app.pilot.pause(0.1)
            app.screen.action_act("undo")
            await app.wait_for(lambda: app.app.inputs.is_held)
            app.send("q", "escape")
            await app.wait_for(lambda: not app.app.inputs.is_held)
            gate.set()
            await app.settle()
        assert app.app.screen is app.screen
        assert app.app.is_running
    assert {thread["state"] for thread in ask(run, review, "threads")["threads"]} == {"declined", "deferred"}


async def test_a_remark_begun_while_the_last_one_is_saved_stays(review: Clone, run: Run, play: Open) -> None:
    """The reload behind a saved remark takes neither focus nor caret from who writes the next one."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "c")
        await app.type("First")
        with held(app.app.workspace, "look") as gate:
            app.send("ctrl+s")
            await app.wait_for(lambda: app.screen.composer.form is None)
            app.send("P", *"Second")
            await app.wait_for(lambda: app.app.inputs.is_idle)
            gate.set()
            await app.settle()
        await app.type(" thought", "ctrl+s")
    bodies = [thread["body"] for thread in ask(run, review, "threads")["threads"]]
    assert sorted(bodies) == ["First", "Second thought"]


async def test_what_is_typed_while_words_are_saved_comes_after_them(review: Clone, run: Run, play: Open) -> None:
    """Between ctrl+s and the saved remark keys wait, esc included; then they act, with the words behind them."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "c")
        await app.type("First")
        with held(app.app.workspace, "carry_out") as gate:
            app.send("ctrl+s", "s", "ctrl+e", *" More.", "ctrl+s", "C", *"Half", "escape")
            await app.wait_for(lambda: app.app.inputs.is_held)
            await app.pilot.pause(0.1)
            assert app.screen.composer.content.body == "First"
            gate.set()
            await app.settle()
        assert app.screen.composer.form is None
        assert "not taken" not in app.told()
        assert [each.body for each in app.app.workspace.all_unsaved()] == ["Half"]
    roots = [(thread["body"], thread.get("replacement")) for thread in ask(run, review, "threads")["threads"]]
    assert sorted(roots) == [
        ("", "Officers must think before they post anything. More."),
        ("First", None),
    ]


async def test_keys_behind_words_that_are_saved_are_dropped_with_a_word(
    review: Clone, run: Run, play: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where saving fails, or esc is pressed twice, what waits is not taken, which is said."""

    def fail(_: object) -> None:
        raise MachineFailed("The disk is full.")

    async with play(review, NORTHVALE) as app:
        await app.press("]", "c")
        await app.type("First")
        with held(app.app.workspace, "carry_out") as gate:
            app.send("ctrl+s")
            await app.wait_for(lambda: app.app.inputs.is_held)
            app.send("q", "escape", "escape")
            await app.wait_for(lambda: not app.app.inputs.is_held)
            await app.wait_for(lambda: "What you typed meanwhile was not taken." in app.seen())
            gate.set()
            await app.settle()
        assert app.app.is_running
        monkeypatch.setattr(app.app.workspace, "carry_out", fail)
        await app.press("c")
        await app.type("Second")
        await app.burst("ctrl+s", *"q", "enter")
        assert app.screen.composer.content.body == "Second"
        assert "The disk is full." in app.seen()
        assert "What you typed meanwhile was not taken." in app.seen()
    assert [thread["body"] for thread in ask(run, review, "threads")["threads"]] == ["First"]


async def test_a_release_shows_how_far_it_is_and_stops_where_nothing_is_released(review: Clone, play: Open) -> None:
    """A bar counts the steps; esc stops it between two of them, the form and its words stay, and so does HEAD."""
    head = review.git("rev-parse", "HEAD")
    async with play(review) as app:
        gate, real = threading.Event(), app.app.workspace.carry_out

        def slow(commands: Sequence[Command]) -> tuple[Outcome, ...]:
            for step in step_by_step(range(4), "Judging"):
                if step == 2:
                    gate.wait(20)
            return real(commands)

        app.app.workspace.carry_out = slow  # type: ignore[method-assign]
        await app.press("4", "!", "tab")
        await app.type("For all to read", "ctrl+s")
        app.send("enter")
        await app.wait_for(lambda: "Judging 50 % (2 of 4)" in app.seen())
        assert "\u2588\u2591" in app.seen()
        app.send("escape")
        await app.wait_for(lambda: app.app.inputs.is_idle)
        gate.set()
        await app.settle()
        assert "nothing was released" in app.told()
        assert app.screen.composer.form is not None
        assert "For all to read" in app.seen()
    assert review.git("rev-parse", "HEAD") == head


@pytest.mark.slow
async def test_undo_takes_back_all_that_was_decided_in_one_act(review: Clone, run: Run, play: Open) -> None:
    """Ctrl+z after a settlement names all its decisions and takes them back with the text, also after a restart."""
    place = ("suggest", "principles", "--quote", "must think", "--replace")
    names = [remark(run, review, *place, words, who=NORTHVALE)[-4:] for words in ("must ask", "must wait", "may ask")]
    before = review.read("policy/principles.md")
    async with play(review) as app:
        await app.press("2", "G", "enter", "ctrl+s", "ctrl+q")
        await app.left()
    async with play(review) as app:
        await app.press("2", "ctrl+z")
        seen = app.seen()
        assert "Take back the 3 decisions made in one act" in seen
        assert all(name in seen for name in names)
        await app.press("enter")
    assert {thread["state"] for thread in ask(run, review, "threads")["threads"]} == {"open"}
    assert review.read("policy/principles.md") == before


async def test_undo_at_a_remark_that_was_settled_with_others_is_of_all_or_of_that_one(
    review: Clone, run: Run, play: Open
) -> None:
    """Z names all that one act decided; o is about the remark alone, and what is left of the act comes next."""
    place = ("suggest", "principles", "--quote", "must think", "--replace")
    whole = [remark(run, review, *place, words, who=NORTHVALE) for words in ("must ask", "must wait", "may ask")]
    names = [each[-4:] for each in whole]
    async with play(review) as app:
        await app.press("2", "G", "enter", "ctrl+s", "1")
        threads = app.app.screens.state.draft.review.threads
        app.screen.view.show_thread(next(each for each in whole if threads[each].state == "accepted"))
        await app.settle()
        await app.press("z", sees=("Take back the 3 decisions made in one act", "o only this one"))
        await app.press("o", sees=("This decision alone", "Made with it: "))
        assert sum(f"{name} declined" in app.seen() for name in names) == 2
        await app.press("enter", tells="Took back the decision")
        await app.press("ctrl+z", sees="Take back the 2 decisions made in one act")
        assert "before the app was opened" not in app.seen()
        await app.press("enter")
    assert {thread["state"] for thread in ask(run, review, "threads")["threads"]} == {"open"}


async def test_undo_of_one_says_that_others_stay(two_remarks: tuple[Clone, str, str], play: Open) -> None:
    """Where one decision is taken back, the question says that it is this one alone."""
    review, _, _ = two_remarks
    async with play(review) as app:
        await app.press(
            "2", "ctrl+z", sees=("This decision alone", "Decided before the app was opened", "not the last act")
        )


async def test_only_what_was_done_has_the_sign_of_that(review: Clone, play: Open) -> None:
    """What is only told, as how to go on or that words are not saved yet, has another one."""
    async with play(review, NORTHVALE, size=(120, 40)) as app:
        await app.press("m", sees=("\u2713 ", "\u2022 m once more takes it back"))
        assert any(row.startswith(" \u2713 ") and "read" in row for row in app.seen().splitlines())
        await app.press("c")
        await app.type("Half")
    async with play(review, NORTHVALE, size=(120, 40)) as app:
        await app.wait_for(lambda: "\u2022 Words of yours are not saved yet" in app.seen())


async def test_a_remark_that_is_read_again_says_so_where_it_stands(
    two_remarks: tuple[Clone, str, str], play: Open
) -> None:
    """Its old state is on the screen for as long as that takes; nobody is to believe it."""
    async with play(two_remarks[0], size=(150, 40)) as app:
        await app.press("n", "d", sees="open")
        await app.type("After the summer")
        with held(app.app.workspace, "look") as gate:
            app.send("ctrl+s")
            await app.wait_for(lambda: "being read again" in app.seen())
            gate.set()
            await app.settle()
        assert "being read again" not in app.seen()
        assert "deferred" in app.seen()
