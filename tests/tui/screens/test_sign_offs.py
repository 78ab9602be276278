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
        await app.press("tab", "end", sees="northvale: read \u00b7 southmere: asked")
        await app.press("enter")
        assert app.app.current_mode == "read"


async def test_a_sign_off_from_the_app(review: Clone, play: Open) -> None:
    """O chooses a position and says what it covers; an objection says what would clear it."""
    async with play(review, NORTHVALE) as app:
        await app.press("m", "4", "O")
        await app.type("objection", "enter", sees="Covers the 3 texts of the policy as they stand now")
        assert "Read by your side, as they stand now: 1 of 3." in app.seen()
        assert "This counts the other 2 as read by your side too." in app.seen()
        assert "What would clear it?" in app.seen()
        await app.type("Name an owner.", "ctrl+s", tells="pending until")
        assert "Northvale Council: objection, pending: not submitted yet" in app.seen()
    events = Workspace.open(review.path).load().review.counting(SignedOff)
    assert [(event.position, event.clears_when) for event in events] == [("objection", "Name an owner.")]


async def test_who_was_not_asked_is_told_before_signing_off(review: Clone, play: Open) -> None:
    """The list of positions says that no gate waits for this one; those who were asked read nothing of it."""
    settings = review.read("reviews/settings.toml")
    assert "asked = true" in settings
    async with play(review, NORTHVALE, (80, 24)) as app:
        await app.press("4", "O")
        assert "not asked: nothing" not in app.seen()
    review.commit_file("reviews/settings.toml", settings.replace("asked = true", "asked = false", 1), "Ask nobody")
    async with play(review, NORTHVALE, (80, 24)) as app:
        await app.press("4", "O", sees="though we were not asked: nothing waits for it")


async def test_a_position_and_a_mark_of_reading_are_taken_back(review: Clone, play: Open) -> None:
    """M once more takes a mark back, z on Ready a position, z in the text the last act; the palette lists all of it."""
    async with play(review, NORTHVALE) as app:
        await app.press("m", tells="m once more takes it back")
        await app.press("m", tells="Removed what was pending: section read")
        assert "pending" not in app.seen().splitlines()[0]
        await app.press("4", "O", "enter", "ctrl+s", sees="z Take back", tells="z takes it back")
        await app.press("z", sees="support")
        await app.press("enter")
        assert "pending" not in app.seen().splitlines()[0]
        await app.press("1", "]", "m", "z", sees=("Take back what is pending", "It was not submitted"))
        await app.press("escape", sees="1 read, pending")
    async with play(review, NORTHVALE) as app:
        # What was done before the app was opened is nobody's last act: z says where it is taken back.
        await app.press("z", tells="ctrl+p \u201cTake back\u2026\u201d takes back what is pending")
        await app.press("ctrl+p")
        await app.type("Take back", "enter", sees="Principles")
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
        await app.press("4", *(("tab",) if size[1] < 30 else ()), sees="\u25cb asked  \u25d0 read")
        assert "objects" not in app.seen()


async def test_what_a_sign_off_replaces_is_named_before_it_is_saved(review: Clone, run: Run, play: Open) -> None:
    """A colleague's objection with what would clear it; the form counts as read what the verdict does."""
    colleague = ("A. Colleague", "colleague@northvale.example")
    ask(run, review, "signoff", "objection", "-m", "Name an owner.", "--section", "records", who=colleague)
    ask(run, review, "submit", who=colleague)
    async with play(review, NORTHVALE, size=(120, 40)) as app:
        await app.press("4", "O")
        await app.type("no-objection", "enter")
        seen = " ".join(app.seen().split())
        assert "Replaces what A. Colleague said on" in seen
        assert "of 1 text: objects. It wants: Name an owner." in seen
        assert "Read by your side, as they stand now: 1 of 3." in seen
        await app.press("ctrl+s", tells=("Replaces what A. Colleague said", "for Northvale Council"))
    ask(run, review, "submit", who=NORTHVALE)
    async with play(review, size=(120, 40)) as app:
        await app.press("4", sees="\u2713 no objection")
        assert not {"agrees", "objects"} & {*app.seen().split()}


async def test_a_reviewer_is_told_what_of_the_gates_is_theirs(remarked: Clone, play: Open) -> None:
    """What makes a gate pass is an author's work, which nobody else is asked for."""
    async with play(remarked, NORTHVALE, (80, 24)) as app:
        await app.press("4", sees="for an author to do; yours: m in the text, O signs off")
    async with play(remarked, size=(80, 24)) as app:
        await app.press("4")
        assert "for an author" not in app.seen()


async def test_who_cannot_sign_off_is_told_why(review: Clone, play: Open) -> None:
    """Each for their own reason: no author is told that the author has to do something."""
    async with play(review) as app:
        await app.press("4", "O", tells="You are an author, whose own word is no position of an organisation")
    async with play(review, ("A. Stranger", "a@far.example")) as app:
        await app.press("4", "O", tells="You speak for no organisation; an author adds you")


async def test_rounds_stand_on_the_time_line(review: Clone, run: Run, play: Open) -> None:
    """A round stands among the versions with how many have answered."""
    ask(run, review, "round", "open", "--until", "2099-01-31")
    async with play(review) as app:
        await app.press("5", sees=("round", "0 of 2 answered"))
