"""The tour of the example: it goes on with the keys that it explains, can be left, and comes once."""

from dataclasses import replace

import pytest

from reviewtui.views.overview.tour import AUTHOR_STOPS, STOPS, first_stop
from reviewtui.workspace.session.clone_memory import NAME, CloneMemory, CloneMemoryFile
from tests.acting import remark
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run
from tests.tui.conftest import Open


@pytest.fixture
def example(review: Clone, run: Run) -> Clone:
    """A review that begins with the tour."""
    remark(run, review, "comment", "principles", "--quote", "Be kind", "-m", "Good.", who=NORTHVALE)
    CloneMemoryFile(review.path / ".git" / "reviewtui" / NAME).write(CloneMemory(tour=first_stop()))
    return review


async def test_each_stop_ends_with_its_key(example: Clone, play: Open) -> None:
    """N, c, s and ? are explained one after the other; then the tour is over, and over for good."""
    async with play(example, NORTHVALE) as app:
        for number, keys in enumerate((("n",), ("c", "escape"), ("s", "escape"), ("?", "escape")), 1):
            assert f"{number}/{len(STOPS)} " in app.seen()
            if "escape" in keys:
                # Whoever writes is still at this stop.
                await app.press(keys[0])
                assert keys[0] == "?" or f"{number}/{len(STOPS)} " in app.seen()
                await app.press("escape")
            else:
                await app.press(*keys)
        assert "ends the tour" not in app.seen()
        await app.app.action_leave()
    async with play(example, NORTHVALE) as app:
        assert "ends the tour" not in app.seen()


async def test_the_tour_goes_on_where_it_stood_after_a_crash(example: Clone, play: Open) -> None:
    """Each stop is kept when it comes, not when the app is left."""
    async with play(example, NORTHVALE) as app:
        await app.press("n", sees=f"2/{len(STOPS)} ")
    async with play(example, NORTHVALE) as app:
        assert f"2/{len(STOPS)} " in app.seen()


async def test_the_tour_can_be_left(example: Clone, play: Open) -> None:
    """One key ends it wherever it stands; elsewhere that key says that there is none."""
    async with play(example) as app:
        await app.press("ctrl+x")
        assert "ends the tour" not in app.seen()
        await app.press("ctrl+x", tells="There is no tour here")


async def test_who_decides_is_shown_where(example: Clone, play: Open) -> None:
    """An author is taken to Decide and Ready instead of being taught to remark; each stop is one line at 80 columns."""
    async with play(example, size=(80, 24)) as app:
        for number, keys in enumerate((("n",), ("2", "1"), ("4", "1"), ("?", "escape")), 1):
            tour = next(line for line in app.seen().splitlines() if f"{number}/{len(AUTHOR_STOPS)} " in line)
            assert "ends the tour)" in tour
            await app.press(*keys)
        assert "ends the tour" not in app.seen()


async def test_the_tour_goes_on_behind_what_was_done_ahead_of_it(example: Clone, play: Open) -> None:
    """Who suggests first is not asked to remark after it; each stop is one line at 80 columns."""
    async with play(example, NORTHVALE, size=(80, 24)) as app:
        for keys in (("n",), ("s", "escape")):
            tour = next(line for line in app.seen().splitlines() if f"/{len(STOPS)} " in line)
            assert "ends the tour)" in tour
            await app.press(*keys)
        assert f"{len(STOPS)}/{len(STOPS)} " in app.seen()


async def test_the_tour_waits_for_what_did_not_work(example: Clone, play: Open) -> None:
    """A key that found no remark, or came before it, ends no stop; what was done ahead is not asked for again."""
    async with play(example, NORTHVALE) as app:
        app.app.screens.update(remark_filter=replace(app.state.remark_filter, kind="wording"))
        await app.press("n", tells="No placed remark takes the filter")
        await app.press("c", "escape")
        assert f"1/{len(STOPS)} " in app.seen()
        app.app.screens.update(remark_filter=replace(app.state.remark_filter, kind=""))
        await app.press("n")
        assert f"3/{len(STOPS)} " in app.seen()


async def test_the_tour_ends_once_it_was_followed(example: Clone, play: Open) -> None:
    """Its last line goes with the first of the screens that it names, or when somebody submits; it comes once."""
    async with play(example, NORTHVALE, size=(60, 15)) as app:
        await app.press("n", "c")
        await app.type("Why?")
        await app.press("ctrl+s")
        assert sum("tour" in row or f"/{len(STOPS)} " in row for row in app.seen().splitlines()) == 1
        await app.press("s", "escape")
        assert f"{len(STOPS)}/{len(STOPS)} " in app.seen()
        await app.press("2", "1", tells="That was the tour; ? explains the keys.")
        assert f"/{len(STOPS)} " not in app.seen()
    CloneMemoryFile(example.path / ".git" / "reviewtui" / NAME).write(CloneMemory(tour=STOPS[2].act))
    async with play(example, SOUTHMERE) as app:
        await app.press("C")
        await app.type("How?")
        await app.press("ctrl+s")
        assert f"3/{len(STOPS)} " in app.seen()
        await app.press("S", "enter")
        assert f"/{len(STOPS)} " not in app.seen()


async def test_the_last_line_is_not_told_on_another_day(example: Clone, play: Open) -> None:
    """Whoever leaves there has seen it."""
    CloneMemoryFile(example.path / ".git" / "reviewtui" / NAME).write(CloneMemory(tour=STOPS[-1].act))
    for shown in (True, False):
        async with play(example, NORTHVALE) as app:
            assert (f"{len(STOPS)}/{len(STOPS)} " in app.seen()) is shown
            await app.app.action_leave()
