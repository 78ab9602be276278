"""Forms of several lines: what is chosen is chosen on purpose, seen once more, and typed words are never lost."""

import pytest
from textual.widgets import Input

from reviewtui.domain.actions.commands import Classify
from tests.acting import ask
from tests.conftest import Clone, Run
from tests.tui.conftest import Open, Play
from tests.tui.holding import held


async def _classifies_the_change(app: Play) -> None:
    """Begin to class the change of Records, which is the only one."""
    await app.press("3", "n", "ctrl+p")
    await app.type("Classify", "enter", sees=("How grave is a change", "\u2039 Records"))


async def test_a_change_is_classed_by_nothing_that_is_typed_by_habit(review: Clone, run: Run, play: Open) -> None:
    """Letters and blanks choose nothing and say so; the marked change is offered, and all is seen before it is said."""
    ask(run, review, "release", "0.1", "--override", "To begin with.")
    review.commit_edit("policy/records.md", "two years", "two full years", "Say it in full")
    async with play(review, size=(120, 40)) as app:
        await _classifies_the_change(app)
        await app.type("of the two kinds j k", tells="Nothing is typed on this line: left and right choose")
        assert "\u2039 Records" in app.seen()
        await app.press("tab")
        await app.type("so it is", sees="\u2039 editorial \u203a")
        await app.press("right", "enter", "enter", "enter")
        await app.type("It says how long.", "enter")
        await app.wait_for(lambda: "How grave is a change?" in app.seen())
        seen = app.seen()
        assert all(words in seen for words in ("Section: Records", "It is: substantive", "Why: It says how long."))
        assert "stays on record" in seen
        head = review.git("rev-parse", "HEAD")
        await app.press("escape", sees="\u2039 substantive \u203a")
        assert review.git("rev-parse", "HEAD") == head
        await app.press("ctrl+s", "ctrl+s", tells="Classed the change of records.md as substantive")
        await app.press("ctrl+z", tells="“Classify…” says another class, which then counts instead")
        assert "Take back" not in app.seen()


@pytest.mark.parametrize("typed", [("enter", *"really"), ("enter", "enter"), ("ctrl+s", "ctrl+s")])
async def test_the_last_look_is_not_answered_by_what_was_typed_before_it(
    review: Clone, run: Run, play: Open, typed: tuple[str, ...]
) -> None:
    """Neither what was on its way when it came, nor letters or enter afterwards, commits: ctrl+s does."""
    ask(run, review, "release", "0.1", "--override", "To begin with.")
    review.commit_edit("policy/records.md", "two years", "two full years", "Say it in full")
    async with play(review, size=(120, 40)) as app:
        await _classifies_the_change(app)
        await app.press("tab", "right", "enter", "enter", "enter")
        head = review.git("rev-parse", "HEAD")
        await app.type("It says how long")
        await app.burst(*typed)
        assert "Not taken: you had not seen this yet. ctrl+s commit it" in app.told()
        await app.press("y", "enter", tells="ctrl+s commit it", sees="How grave is a change?")
        assert review.git("rev-parse", "HEAD") == head
        await app.press("ctrl+s", tells="Classed the change of records.md as substantive")


async def test_what_is_typed_while_a_form_is_committed_is_told_as_not_taken(
    review: Clone, run: Run, play: Open
) -> None:
    """No letter goes into a line that is being committed; what was refused can be gone on with."""
    ask(run, review, "release", "0.1", "--override", "To begin with.")
    review.commit_edit("policy/records.md", "two years", "two full years", "Say it in full")
    async with play(review, size=(120, 40)) as app:
        await _classifies_the_change(app)
        await app.press("tab", "tab")
        await app.type("9.9", "tab", "tab")
        await app.type("Why")
        with held(app.app.workspace, "carry_out", lambda commands: isinstance(commands[0], Classify)) as gate:
            await app.press("ctrl+s")
            app.send("ctrl+s")
            await app.wait_for(lambda: "One moment" in app.seen())
            app.send("x", "y")
            await app.wait_for(lambda: any("Not taken" in told for told in app.told().splitlines()))
            gate.set()
            await app.settle()
        assert app.app.screen.query_one("#answer-words", Input).value == "Why"
        await app.type(" not", sees="Why not")


async def test_the_line_in_which_one_types_has_a_sign(
    review: Clone, play: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no colour says it; tab goes on to the line below, as the eye does."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with play(review) as app:
        await app.press("ctrl+g")
        for label in ("In which form", "To whom", "What of it", "File"):
            assert app.seen().count(f"\u25b8 {label}") == 1
            await app.press("tab")
        await app.press("escape", "]", "ctrl+down", "s")
        fields = app.screen.query_one("#passage"), app.screen.query_one("#remark")
        for typed, other in (fields, fields[::-1]):
            assert typed.styles.border_left[0] == "outer"
            assert other.styles.border_left[0] == "vkey"
            await app.press("tab")
