"""The first line of every screen."""

from types import SimpleNamespace
from typing import Any

import pytest
from textual.color import Color

from reviewtui.tui.appearance.colours import OWN
from reviewtui.tui.widgets.masthead import Masthead, Tab, TitleRoom, _draft_words, _pending_words, _title
from reviewtui.views.comparison.changes_since_release import ChangesSinceRelease
from reviewtui.views.styled_text import words_of
from reviewtui.workspace.workspace import Workspace
from tests.acting import ask
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open
from tests.tui.holding import held


def _said(
    since: ChangesSinceRelease,
    room: TitleRoom,
    news: str = "",
    place: str = "",
    policy: str = "Social media use policy",
) -> str:
    settings = SimpleNamespace(title=policy)
    rest, draft = SimpleNamespace(halted="", detached=""), SimpleNamespace(settings=settings)
    state: Any = SimpleNamespace(draft=draft, version="", overview=rest, since=since, is_behind=False)
    return words_of([_title(state, news, room, place)])


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (TitleRoom(70), "Social media use policy  \u258f draft, 3,851 words changed since 0.9"),
        (TitleRoom(60), "Social media use policy  \u258f draft, changed since 0.9"),
        (TitleRoom(50), "Social media use policy  \u258f changed since 0.9"),
        (TitleRoom(40), "Social media use policy  \u258f draft"),
        (TitleRoom(40, 12), "Social medi\u2026  \u258f draft, changed since 0.9"),
        (TitleRoom(24), "Social media u\u2026  \u258f draft"),
        (TitleRoom(17), "Social\u2026   \u258f draft"),
        (TitleRoom(16), "Social media use policy"),
    ],
)
def test_the_title_keeps_its_cells_and_what_is_said_of_the_text_fits_beside_it(room: TitleRoom, shown: str) -> None:
    """However narrow it is: the number of words goes first, then all but what the text is, then the title's end."""
    assert _said(ChangesSinceRelease("0.9", words=3851), room) == shown


@pytest.mark.parametrize("room", [TitleRoom(60), TitleRoom(50), TitleRoom(40, 12)])
def test_nothing_that_goes_on_moves_the_title(room: TitleRoom) -> None:
    """What is said beside it begins in the same cell, whatever it is."""
    since = ChangesSinceRelease("0.9", words=3851)
    assert len({_said(since, room, news).index("\u258f") for news in ("", "reading \u2026", "x" * 40)}) == 1


def test_a_short_title_of_the_policy_cuts_no_name_of_a_section() -> None:
    """And a short name moves nothing behind it: it has the cells of the policy's title at least."""
    since, room = ChangesSinceRelease("0.9", words=3), TitleRoom(60, 24)
    told = _said(since, room, place="Complaints of members", policy="Code")
    assert told == "Complaints of members  \u258f draft, changed since 0.9"
    assert len({_said(since, room, place=name).index("\u258f") for name in ("Scope", "", "Principles")}) == 1


def test_no_changed_word_is_not_called_the_same() -> None:
    """Headings may have another level, or words their marks."""
    told = list(_draft_words(ChangesSinceRelease("0.9")))
    assert told == ["draft, no word changed since 0.9", "no word changed since 0.9", "draft"]


def test_what_was_only_read_is_counted_apart() -> None:
    """Nobody takes 22 marks of reading for 22 remarks that wait."""
    assert [_pending_words(*counts) for counts in ((3, 0), (3, 22), (0, 22))] == [
        "3 pending",
        "3 pending, 22 read",
        "22 read, pending",
    ]


def test_a_header_without_its_parts_shows_nothing() -> None:
    """Work that ends while the app leaves raises nothing there."""
    Masthead("read").show_state(None, "reading \u2026")


def test_the_number_of_the_tab_that_is_shown_has_its_colour() -> None:
    """The whole tab is written in the background's colour on the primary one, which differ by 4.5 to 1 at least."""
    here = Tab("read", 1, "Read", is_here=True)
    assert [look for _, look in here._line] == ["", ""]
    for colours in OWN.values():
        ground, words = (Color.parse(each) for each in (colours.primary, colours.background))
        dark, bright = sorted((_luminance(ground), _luminance(words)))
        assert (bright + 0.05) / (dark + 0.05) >= 4.5, colours.name


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


async def test_a_narrow_screen_names_the_section(review: Clone, play: Open) -> None:
    """Without a border that does, the header says in which section one reads."""
    async with play(review, size=(80, 24)) as app:
        await app.press("]")
        assert app.seen().splitlines()[0].startswith(" Principles")
        await app.press("]")
        assert app.seen().splitlines()[0].startswith(" Records")
        await app.press("2")
        assert app.seen().splitlines()[0].startswith(" Social media policy")


async def test_a_merge_that_was_not_ended_is_told(review: Clone, play: Open) -> None:
    """Nobody takes both sides of a conflict for the draft, or says that they have read them."""
    path = "policy/principles.md"
    for branch, words in (("other", "should not think"), ("main", "may think")):
        review.git("checkout", "-q", *(("-b", branch) if branch == "other" else (branch,)))
        review.commit_edit(path, "must think", words, words)
    review.git("merge", "-q", "other", check=False)
    async with play(review, size=(80, 24)) as app:
        assert "a merge is in progress" in app.seen().splitlines()[0]
        assert "git merge --continue" in app.told()
        await app.press("]", "c")
        assert app.screen.composer.form is None
        assert "'policy/principles.md' holds both sides of a merge, from line 3 on" in app.told()
        await app.press("m")
        assert not Workspace.open(review.path).load().my_pending
        assert app.told().count("A merge is in progress, and policy/principles.md holds both sides of it") == 2


async def test_nothing_is_counted_from_a_state_that_was_gone_on_from(remarked: Clone, play: Open) -> None:
    """While what was done is read, nobody reads beside it that all is shared, or that it is still pending."""
    remarked.git("clone", "-q", "--bare", ".", "../shared.git")
    remarked.git("remote", "add", "origin", "../shared.git")
    remarked.git("fetch", "-q", "origin")
    remarked.git("branch", "-q", "-u", "origin/main")
    async with play(remarked, NORTHVALE, size=(120, 40)) as app:
        assert "all shared" in app.seen()
        await app.press("c")
        await app.type("More.")
        with held(app.app.workspace, "look") as gate:
            app.send("ctrl+s")
            await app.wait_for(lambda: "reading \u2026" in app.seen().splitlines()[1])
            assert "all shared" not in app.seen()
            gate.set()
            await app.settle()
        assert "1 pending" in app.seen()
        with held(app.app.workspace, "look") as gate:
            app.send("S", "enter")
            await app.wait_for(lambda: "reading \u2026" in app.seen().splitlines()[1])
            assert "\u2026 pending" in app.seen().splitlines()[0]
            gate.set()
            await app.settle()
        assert "1 to share" in app.seen()


async def test_what_others_have_pending_is_told_as_theirs(review: Clone, run: Run, play: Open) -> None:
    """Not as all shared; beside much else in two words."""
    ask(run, review, "comment", "principles", "-m", "Half done.", who=NORTHVALE)
    assert f"0 of yours pending, 1 of {NORTHVALE[0]} not submitted" in run(review, "status")[1]
    async with play(review, size=(160, 40)) as app:
        assert f"1 of {NORTHVALE[0]} not submitted" in app.seen()
        assert "all shared" not in app.seen()
        await app.press("]", "m", "ctrl+down", "c")
        await app.type("Half", "escape", sees="others pending")


async def test_what_goes_on_is_told_beside_the_screens(remarked: Clone, play: Open) -> None:
    """The first line stays as it is while something is read; a low terminal has one line for both."""
    async with play(remarked, NORTHVALE, size=(100, 30)) as app:
        before = app.seen().splitlines()[0]
        with held(app.app.workspace, "look") as gate:
            app.send("ctrl+r")
            await app.wait_for(lambda: "reading \u2026" in app.seen().splitlines()[1])
            assert app.seen().splitlines()[0] == before.replace("all shared", "          ")
            gate.set()
            await app.settle()
        assert "reading" not in app.seen()


async def test_an_edit_that_is_not_committed_is_not_shared(review: Clone, run: Run, play: Open) -> None:
    """The first line counts it, a click leads on to committing it, and what is saved says how that is done."""
    ask(run, review, "comment", "principles", "-m", "Ours.")
    ask(run, review, "submit")
    how = "\u201cCommit the edit\u2026\u201d commits it"
    async with play(review, size=(150, 40)) as app:
        await app.press("]", "ctrl+down", "E")
        await app.type(" Always.", "ctrl+s", "enter", tells=("not committed yet", how), sees=how)
        assert "1 edit not committed" in app.seen().splitlines()[0]
        assert "all shared" not in app.seen()
        await app.pilot.click("Counts", offset=(2, 0))
        await app.settle()
        assert "Committed as your work" in app.seen()
