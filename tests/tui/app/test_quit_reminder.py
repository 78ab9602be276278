"""QuitReminder reminds of what nobody sees yet; what the app says has a line of its own and a log."""

from tests.acting import ask, remark
from tests.conftest import NORTHVALE, Clone, Run
from tests.sharing import bare_of
from tests.tui.conftest import Open


async def test_q_reminds_of_what_is_pending(review: Clone, run: Run, play: Open) -> None:
    """Q names it with the keys that change it; esc stays, enter leaves."""
    ask(run, review, "comment", "-m", "Mine.", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.press("q", sees=("1 comment pending: seen by nobody until submitted (S)", "enter leave · esc stay"))
        await app.press("escape")
        assert app.app.is_running
        await app.press("q")
        await app.pilot.press("enter")
        await app.left()


async def test_q_does_nothing_in_the_question_that_it_asks(review: Clone, run: Run, play: Open) -> None:
    """Pressed twice by habit it neither leaves nor makes the question vanish; it says which keys do."""
    ask(run, review, "comment", "-m", "Mine.", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.press("q", "q", sees="Leave?", tells="q does nothing here: enter leave \u00b7 esc stay.")
        assert app.app.is_running
        await app.press("n")
        assert "Leave?" not in app.seen()


async def test_q_leaves_at_once_with_nothing_pending(review: Clone, play: Open) -> None:
    """And ctrl+q in any case."""
    async with play(review, NORTHVALE) as app:
        await app.pilot.press("q")
        await app.left()


async def test_ctrl_q_asks_nothing(review: Clone, run: Run, play: Open) -> None:
    """Whatever is pending."""
    ask(run, review, "comment", "-m", "Mine.", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.pilot.press("ctrl+q")
        await app.left()


async def test_messages_cover_nothing_and_stay_in_the_log(review: Clone, play: Open) -> None:
    """A message stands above what is typed, which stays whole; f8 shows it again."""
    async with play(review, NORTHVALE, (80, 24)) as app:
        await app.press("c")
        await app.type("Half a thought")
        app.app.notify("Something happened far away.", markup=False)
        await app.settle()
        rows = app.seen().splitlines()
        told = next(number for number, row in enumerate(rows) if "Something happened" in row)
        typed = next(number for number, row in enumerate(rows) if "Half a thought" in row)
        assert told < typed
        await app.press("escape", "f8", sees="Something happened far away.")
        await app.press("escape")


async def test_a_message_covers_nothing_of_a_dialog_either(review: Clone, play: Open) -> None:
    """It has a line of its own at the foot of the screen."""
    async with play(review, NORTHVALE, (80, 24)) as app:
        await app.press("g")
        app.app.notify("Something happened far away.", markup=False)
        await app.settle()
        rows = app.seen().splitlines()
        assert "Something happened" in rows[-1]
        assert "Principles" in app.seen()


async def test_marks_of_reading_are_told_apart_from_what_one_said(review: Clone, run: Run, play: Open) -> None:
    """Header, reminder and the message after submitting say what is pending, sort by sort."""
    ask(run, review, "comment", "-m", "Mine.", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.press("m", "]", "m", sees="1 pending, 2 read")
        await app.press("q", sees="1 comment, 2 sections read pending")
        await app.press("escape", "S", "enter", tells="Submitted 1 comment, 2 sections read")


async def test_q_reminds_of_what_is_not_shared_or_committed(review: Clone, run: Run, play: Open) -> None:
    """What lies in this clone alone is seen by nobody else either; an edit of the text is in no version."""
    bare_of(review)
    remark(run, review, "comment", "-m", "Mine.")
    review.write("policy/principles.md", review.read("policy/principles.md") + "\nEven more.\n")
    review.commit("An edit by hand")
    review.write("policy/records.md", review.read("policy/records.md") + "\nMore.\n")
    async with play(review) as app:
        assert "2 to share" in app.seen()
        await app.press("q", sees="2 to share: 1 submitted and 1 other commit, in this clone alone")
        assert "1 text edited and not committed: policy/records.md" in app.seen()
        await app.press("escape")
        assert app.app.is_running
