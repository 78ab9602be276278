"""The screen Ready: the gates, who has read what, and a position stated from there; the time line with its rounds."""

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
    """O chooses a position; an objection says what would clear it."""
    async with play(review, NORTHVALE) as app:
        await app.press("4", "O")
        await app.type("objection")
        await app.press("enter")
        assert "What would clear it?" in app.seen()
        await app.type("Name an owner.")
        await app.press("ctrl+s")
        assert "pending until" in app.told()
    events = Workspace.open(review.path).load().review.counting(SignedOff)
    assert [(event.position, event.clears_when) for event in events] == [("objection", "Name an owner.")]


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
