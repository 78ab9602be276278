"""The screen Ready: the gates, who has read what, and a position stated from there; the time line with its rounds."""

import pytest

from reviewtui.domain.record.events import SignedOff
from reviewtui.workspace.workspace import Workspace
from tests.acting import ask
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open


async def test_who_has_read_what_leads_to_the_section(review: Clone, run: Run, play: Open) -> None:
    """Each section has a row with a sign for each organisation; enter goes to the section."""
    ask(run, review, "read", "records", who=NORTHVALE)
    ask(run, review, "submit", who=NORTHVALE)
    async with play(review, size=(120, 50)) as app:
        await app.press("4")
        row = next(line for line in app.seen().splitlines() if "Records" in line and "◐" in line)
        assert "○" in row
        assert "◐ read" in app.seen()
        await app.press("tab", "end")
        assert "northvale: read \u00b7 southmere: asked" in app.seen()
        await app.press("enter")
        assert app.app.current_mode == "read"


async def test_a_sign_off_from_the_app(review: Clone, play: Open) -> None:
    """O chooses a position and says what it covers; an objection says what would clear it."""
    async with play(review, NORTHVALE) as app:
        await app.press("m", "4", "O")
        await app.type("objection")
        await app.press("enter")
        assert "Covers the 3 texts of the policy as they stand now" in app.seen()
        assert "Read by your side, as they stand now: 1 of 3." in app.seen()
        assert "What would clear it?" in app.seen()
        await app.type("Name an owner.")
        await app.press("ctrl+s")
        assert "pending until" in app.told()
    events = Workspace.open(review.path).load().review.counting(SignedOff)
    assert [(event.position, event.clears_when) for event in events] == [("objection", "Name an owner.")]


async def test_who_was_not_asked_is_told_before_signing_off(review: Clone, play: Open) -> None:
    """The list of positions says that no gate waits for this one; those who were asked read nothing of it."""
    settings = review.read("reviews/settings.toml")
    assert "asked = true" in settings
    async with play(review, NORTHVALE, (80, 24)) as app:
        await app.press("4", "O")
        assert "not asked: no gate" not in app.seen()
    review.write("reviews/settings.toml", settings.replace("asked = true", "asked = false", 1))
    review.commit("Ask nobody")
    async with play(review, NORTHVALE, (80, 24)) as app:
        await app.press("4", "O")
        assert "though we were not asked: no gate waits for it" in app.seen()


async def test_a_position_and_a_mark_of_reading_are_taken_back(review: Clone, play: Open) -> None:
    """M once more takes a mark back, z on Ready a position; the palette lists whatever is pending."""
    async with play(review, NORTHVALE) as app:
        await app.press("m")
        assert "m once more takes it back" in app.told()
        await app.press("m")
        assert "Removed what was pending: section read" in app.told()
        assert "pending" not in app.seen().splitlines()[0]
        await app.press("4", "O", "enter", "ctrl+s")
        assert "z takes it back" in app.told()
        assert "z Take back" in app.seen()
        await app.press("z")
        assert "support" in app.seen()
        await app.press("enter")
        assert "pending" not in app.seen().splitlines()[0]
        await app.press("1", "]", "m", "z")
        assert "ctrl+p \u201cTake back\u2026\u201d takes back what is pending" in app.told()
        await app.press("ctrl+p")
        await app.type("Take back")
        await app.press("enter")
        assert "Principles" in app.seen()
        await app.press("enter", "enter")
        assert "pending" not in app.seen().splitlines()[0]
    assert not Workspace.open(review.path).load().my_pending


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 50)])
async def test_the_signs_of_the_grid_are_told_above_it(
    review: Clone, run: Run, play: Open, size: tuple[int, int]
) -> None:
    """In sight as long as the first sections are, on a small screen from tab on; no sign that does not stand in it."""
    ask(run, review, "read", "records", who=NORTHVALE)
    ask(run, review, "submit", who=NORTHVALE)
    async with play(review, size=size) as app:
        await app.press("4", *(("tab",) if size[1] < 30 else ()))
        assert "\u25cb asked  \u25d0 read" in app.seen()
        assert "objects" not in app.seen()


async def test_what_a_sign_off_replaces_is_named_before_it_is_saved(review: Clone, run: Run, play: Open) -> None:
    """A colleague's objection with what would clear it; the form counts as read what the verdict does."""
    colleague = ("A. Colleague", "colleague@northvale.example")
    ask(run, review, "signoff", "objection", "-m", "Name an owner.", "--section", "records", who=colleague)
    ask(run, review, "submit", who=colleague)
    async with play(review, NORTHVALE, size=(120, 40)) as app:
        await app.press("4", "O")
        await app.type("no-objection")
        await app.press("enter")
        seen = " ".join(app.seen().split())
        assert "Replaces what A. Colleague said on" in seen
        assert "of 1 text: objects. It wants: Name an owner." in seen
        assert "Read by your side, as they stand now: 1 of 3." in seen
        await app.press("ctrl+s")
        assert "Replaces what A. Colleague said" in app.told()
        assert "for Northvale Council" in app.told()
    ask(run, review, "submit", who=NORTHVALE)
    async with play(review, size=(120, 40)) as app:
        await app.press("4")
        assert "\u2713 no objection" in app.seen()
        assert not {"agrees", "objects"} & {*app.seen().split()}


async def test_an_author_without_organisation_is_told_why(review: Clone, play: Open) -> None:
    """Who speaks for nobody cannot sign off."""
    async with play(review) as app:
        await app.press("4", "O")
        assert "You speak for no organisation" in app.told()


async def test_rounds_stand_on_the_time_line(review: Clone, run: Run, play: Open) -> None:
    """A round stands among the versions with how many have answered."""
    ask(run, review, "round", "open", "--until", "2099-01-31")
    async with play(review) as app:
        await app.press("5")
        assert "round" in app.seen()
        assert "0 of 2 answered" in app.seen()
