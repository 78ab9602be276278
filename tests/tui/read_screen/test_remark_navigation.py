"""From remark to remark: open ones first, and the passage that is gone to can always be seen."""

import pytest

from tests.acting import ask, remark
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run
from tests.tui.conftest import Open, Play


@pytest.fixture
def long_policy(review: Clone, run: Run) -> Clone:
    """A section of many paragraphs, with remarks far apart, one of them decided."""
    paragraphs = "\n\n".join(f"Paragraph {number} says what officers do on day {number}." for number in range(60))
    review.commit_file("policy/principles.md", f"# Principles\n\n{paragraphs}\n", "Say much")
    names = [
        remark(run, review, "comment", "principles", "--quote", f"on day {n}.", "-m", f"Day {n}?", who=NORTHVALE)
        for n in (12, 30, 47)
    ]
    assert run(review, "decline", names[0], "-m", "No.")[0] == 0
    return review


def _caret_row(app: Play) -> int:
    reader = app.screen.view.reader
    return int(reader.prose.position_of(reader.caret)[0] - reader.page.top)


@pytest.mark.quick(1)
@pytest.mark.parametrize("size", [(80, 24), (60, 15), (120, 40)])
async def test_the_passage_is_in_sight(long_policy: Clone, play: Open, size: tuple[int, int]) -> None:
    """Each n shows the passage it goes to, also where the thread takes its room from the text just then."""
    async with play(long_policy, size=size) as app:
        for _ in range(4):
            await app.press("n")
            assert 0 <= _caret_row(app) < app.screen.view.reader.page.rows
            words = app.screen.current_focus.subject.thread.anchors[0].exact
            assert words in app.seen()


@pytest.mark.parametrize("size", [(80, 24), (60, 15), (120, 40)])
async def test_there_is_text_below_the_passage(long_policy: Clone, play: Open, size: tuple[int, int]) -> None:
    """Whoever comes from the queue, or writes about a passage, reads what follows it too."""
    async with play(long_policy, size=size) as app:
        await app.press("2", "enter")
        for keys in ((), ("r", "escape"), ("c",)):
            await app.press(*keys)
            rows = app.screen.view.reader.page.rows
            assert 0 <= _caret_row(app) <= rows * 2 // 3


async def test_open_remarks_come_first(long_policy: Clone, play: Open) -> None:
    """N goes through the open ones, then says that the decided ones follow; p goes back the same way."""
    async with play(long_policy) as app:
        bodies = []
        for key in ("n", "n", "n", "n", "p"):
            await app.press(key)
            bodies.append(app.screen.current_focus.subject.thread.body)
        assert bodies == ["Day 30?", "Day 47?", "Day 12?", "Day 30?", "Day 12?"]
        assert "the decided ones follow" in app.told()


async def test_a_remark_is_gone_to_in_one_step(long_policy: Clone, play: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """From one remark to the next the pane stays: it never goes and comes back, which had the screen arranged twice."""
    async with play(long_policy, size=(120, 40)) as app:
        await app.press("n")
        changes: list[bool] = []
        real, has = app.screen.set_class, app.screen.has_class
        monkeypatch.setattr(
            app.screen, "set_class", lambda add, *names: (changes.append(add != has(*names)), real(add, *names))[1]
        )
        await app.press("n")
        assert changes
        assert not any(changes)


async def test_a_key_goes_to_what_is_new_since_the_sign_off(review: Clone, run: Run, play: Open) -> None:
    """V goes round through what came after my organisation's position, looked at or not; before one it says so."""
    async with play(review, NORTHVALE) as app:
        await app.press("V", tells="has not signed off yet")
    ask(run, review, "signoff", "no-objection", who=NORTHVALE)
    ask(run, review, "submit", who=NORTHVALE)
    review.commit_edit("policy/records.md", "two years", "three years", "Three years")
    remark(run, review, "comment", "principles", "--quote", "Be brief", "-m", "After.", who=SOUTHMERE)
    async with play(review, NORTHVALE) as app:
        for _ in range(2):
            await app.press("V", sees="After.")
            await app.press("V", sees="three years")


async def test_a_remark_on_a_section_is_shown_from_inside_of_it(remarked: Clone, play: Open) -> None:
    """It stands at the title, before whose first letter no caret goes: the words in front of it are marks."""
    async with play(remarked, size=(120, 40)) as app:
        await app.press("]", "n", "n", "p")
        assert app.screen.view.thread.body == "TBC?"
        await app.press("down")
        assert app.screen.view.thread is None
        await app.press("up")
        assert app.screen.view.thread.body == "TBC?"
