"""The text is sent out by keys: the form, the partner, the name of the file."""

from pathlib import Path

from reviewtui.exchange.formats.format_registry import ATTACHMENTS, FORMATS
from tests.acting import remark
from tests.conftest import Clone, Run
from tests.tui.conftest import Open


async def test_a_word_file_is_written_for_a_partner(review: Clone, run: Run, play: Open) -> None:
    """The name follows what is chosen; the outcome says where the file lies."""
    remark(run, review, "comment", "principles", "--quote", "two working days", "-m", "Is that enough?")
    async with play(review) as app:
        await app.press("ctrl+g", sees="Word document")
        await app.press("tab", "right", sees="Northvale Council")
        await app.press("ctrl+s", sees=("Sent out as Word document", "Northvale Council"))
    [file] = Path.home().glob("*.docx")
    assert file.name.startswith("social-media-policy-northvale-")
    assert file.read_bytes()[:2] == b"PK"


async def test_mail_drafts_go_into_a_folder_with_what_goes_with_them(review: Clone, play: Open) -> None:
    """Only mails have attachments; a name of one's own is kept when something else is chosen."""
    async with play(review, size=(80, 24)) as app:
        await app.press("ctrl+g")
        assert "Goes with it" not in app.seen()
        for _ in range(list(FORMATS).index("mail")):
            await app.press("right")
        assert "Goes with it" in app.seen()
        await app.press("ctrl+s")
    [folder] = [
        each for each in Path.home().iterdir() if each.name.endswith("mail-" + review.git("rev-parse", "HEAD")[:7])
    ]
    assert any(each.suffix == ".eml" for each in folder.iterdir())


async def test_a_mail_may_be_a_letter_about_what_was_said(review: Clone, run: Run, play: Open) -> None:
    """Then the text of the policy is not in it, and each remark bears its sign."""
    thread = remark(run, review, "comment", "principles", "-m", "Is that enough?")
    async with play(review) as app:
        await app.press("ctrl+g", *["right"] * list(FORMATS).index("mail"))
        await app.press("tab", "tab", "tab", *["right"] * (len(ATTACHMENTS) - 1), sees="a letter instead of the text")
        await app.press("ctrl+s")
    [mail] = Path.home().rglob("northvale.eml")
    assert f"[{thread[-4:]}]" in mail.read_text("utf-8")
    assert "Officers must think" not in mail.read_text("utf-8")


async def test_a_file_that_cannot_be_written_leaves_the_form(review: Clone, play: Open) -> None:
    """The form stays with the reason, all that was typed and the caret where it was; keys behind enter act nowhere."""
    async with play(review) as app:
        await app.press("ctrl+g", "enter", "right", "enter", "enter", "ctrl+u")
        await app.type("~/none/such.docx")
        await app.burst("enter", "2")
        assert app.screen.NAME == "read"
        assert "~/none/such.docx2" not in app.seen()
        assert "Not taken" in app.told()
        await app.press("enter", sees="Northvale Council")
        assert str(Path.home() / "none") in "".join(app.seen().split())
        await app.press("ctrl+u")
        await app.type("~/such.docx", "enter", sees=("Sent out as Word document", "ctrl+y copy where it lies"))
    assert (Path.home() / "such.docx").exists()


async def test_what_lies_there_already_is_not_overwritten(review: Clone, play: Open) -> None:
    """The dialog stays, with the reason."""
    async with play(review) as app:
        await app.press("ctrl+g", "ctrl+s", "escape", "ctrl+g", "ctrl+s", sees="exists already")
