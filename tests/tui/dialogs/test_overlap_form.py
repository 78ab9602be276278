"""What an author decides together: suggestions for the same words, and wordings that only become better."""

import pytest

from tests.acting import ask, remark, suggestion
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run
from tests.tui.conftest import Open


@pytest.fixture
def overlapping(review: Clone, run: Run) -> tuple[Clone, str, str]:
    """Two partners want to change one word, each in another way."""
    first = suggestion(run, review, "must think", "must ask")
    second = remark(
        run, review, "suggest", "principles", "--quote", "must think", "--replace", "must wait", who=SOUTHMERE
    )
    return review, first, second


async def test_the_others_are_settled_by_choosing_and_editing(
    overlapping: tuple[Clone, str, str], run: Run, play: Open
) -> None:
    """Tab chooses the outcome of the marked one, letters its reason; then the words that are taken can be edited."""
    review, taken, other = overlapping
    async with play(review) as app:
        await app.press("2", "G")
        assert f"The words of {taken[-4:]} are taken" in app.seen()
        assert "must wait" in app.seen()
        await app.press("tab", "tab", "ctrl+u")
        await app.type("Next year.", sees="deferred: Next year.")
        await app.press("enter")
        assert f"{other[-4:]} deferred: Next year." in app.seen()
        await app.type(" first", "ctrl+s")
    threads = {t["thread"]: t for t in ask(run, review, "threads")["threads"]}
    assert (threads[taken]["state"], threads[other]["state"]) == ("accepted-with-changes", "deferred")
    assert threads[other]["decision_body"] == "Next year."
    assert "must ask first" in review.read("policy/principles.md")


async def test_each_of_the_others_has_its_own_reason(overlapping: tuple[Clone, str, str], run: Run, play: Open) -> None:
    """What is typed takes the place of the reason that is offered, and what will be recorded stands there."""
    review, taken, other = overlapping
    third = suggestion(run, review, "must think", "must pause")
    async with play(review, size=(120, 40)) as app:
        await app.press("2", "G")
        await app.type("Waiting is no rule.", sees="recorded as declined: Waiting is no rule.")
        await app.press("down")
        assert f"recorded as declined: the words of {taken[-4:]} were taken." in app.seen()
        await app.type("Nor is a pause.", sees="recorded as declined: Nor is a pause.")
        await app.press("up")
        await app.type(" Sorry.", sees="recorded as declined: Waiting is no rule. Sorry.")
        await app.press("down", "ctrl+u", "enter", sees="(Say why", tells="is declined; its writer reads this.")
        await app.press("tab", "tab", "tab", sees=f"recorded as duplicate of {taken[-4:]}")
        await app.press("enter", "ctrl+s", tells=f"Accepted {taken[-4:]}")
    threads = {t["thread"]: t for t in ask(run, review, "threads")["threads"]}
    said = {name: (threads[name]["state"], threads[name]["decision_body"]) for name in (other, third)}
    assert said == {other: ("declined", "Waiting is no rule. Sorry."), third: ("duplicate", "")}


async def test_a_settlement_begins_in_the_text_too_and_ctrl_s_goes_on(
    overlapping: tuple[Clone, str, str], play: Open
) -> None:
    """G on the remark that is read shows the words that win above the others; alone it says why it does nothing."""
    review, taken, _ = overlapping
    async with play(review) as app:
        await app.press("n")
        assert app.screen.current_focus.subject.thread.id == taken
        await app.press("G", sees="\u2502   must [-think-] {+ask+}")
        await app.press("ctrl+s")
        assert app.screen.composer.form.act == "settle"
        assert app.screen.composer.content.replacement == "must ask"


@pytest.mark.slow
async def test_reasons_are_kept_and_what_is_told_is_true(
    overlapping: tuple[Clone, str, str], run: Run, play: Open
) -> None:
    """Esc keeps what was typed; words taken as they are make no change, and what is decided is not still open."""
    review, taken, other = overlapping
    async with play(review) as app:
        await app.press("2", "G", "ctrl+u")
        await app.type("Waiting is not asking.", "escape", "G", sees="declined: Waiting is not asking.")
        await app.press("enter", "ctrl+s")
        assert f"Accepted {taken[-4:]}: committed" in app.told()
        assert "Still open for the same words" not in app.told()
        await app.press("z", sees="Take back the 2 decisions made in one act")
        await app.press("escape")
    threads = {t["thread"]: t for t in ask(run, review, "threads")["threads"]}
    assert (threads[taken]["state"], threads[other]["state"]) == ("accepted", "declined")
    assert threads[other]["decision_body"] == "Waiting is not asking."


@pytest.mark.parametrize("keys", [("2", "a"), ("n", "a")])
async def test_accepting_one_says_before_who_else_wants_the_words(
    overlapping: tuple[Clone, str, str], play: Open, keys: tuple[str, ...]
) -> None:
    """The question names the others above the words, with what becomes of the gates, in the smallest window too."""
    review, taken, other = overlapping
    async with play(review, size=(60, 15)) as app:
        await app.press(*keys)
        assert f"Accept {taken[-4:]}" in app.seen()
        assert f"{other[-4:]} wants the same words and stays open." in app.seen()
        assert "then: open remarks 2→1" in app.seen()


async def test_accepting_what_nobody_else_wants_names_no_others(review: Clone, run: Run, play: Open) -> None:
    """Of a suggestion alone the gates are told, and nobody is said to want its words."""
    suggestion(run, review, "must think", "must ask")
    async with play(review) as app:
        await app.press("2", "a")
        assert "the same words" not in app.seen()
        assert "then: open remarks 1→0 ✓" in app.seen()


async def test_an_outcome_without_its_reason_is_refused(overlapping: tuple[Clone, str, str], play: Open) -> None:
    """Nothing is decided, the form stays, and esc with u brings back what was chosen."""
    review, _, other = overlapping
    before = review.git("rev-parse", "HEAD")
    async with play(review) as app:
        await app.press("2", "G", "ctrl+u", "enter", "ctrl+s")
        assert f"Say why {other[-4:]} is declined" in app.told()
    assert review.git("rev-parse", "HEAD") == before


async def test_better_wordings_are_accepted_after_one_look(review: Clone, run: Run, play: Open) -> None:
    """J shows all suggestions of a section that change no rule, and accepts them; one that does change one stays."""
    suggestion(run, review, "Be kind", "**Be kind**")
    kept = suggestion(run, review, "must think", "should think")
    async with play(review) as app:
        await app.press("2", "J", sees="Accept 1 suggestion in")
        await app.press("enter")
        assert "**Be kind**" in review.read("policy/principles.md")
    assert [t["thread"] for t in ask(run, review, "threads", "--open")["threads"]] == [kept]


async def test_the_queue_by_reviewer(overlapping: tuple[Clone, str, str], run: Run, play: Open) -> None:
    """O orders the queue by who made the remarks."""
    review, _, _ = overlapping
    remark(run, review, "comment", "records", "-m", "Who keeps them?", who=NORTHVALE)
    async with play(review) as app:
        await app.press("2", "Q", sees=("by reviewer", "J. Reviewer, Northvale Council"))
