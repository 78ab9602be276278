"""The palette: acts in groups with their keys at the right; what is typed finds acts, and nothing by chance."""

from textual.widgets import OptionList

from reviewtui.tui.dialogs.palette import PaletteDialog
from tests.conftest import NORTHVALE, Clone
from tests.tui.conftest import Open
from tests.tui.holding import held


async def test_acts_stand_in_groups_with_their_keys_at_the_right(remarked: Clone, play: Open) -> None:
    """Every row ends with its key in one column, no row wraps, and what everybody knows comes last."""
    async with play(remarked, size=(120, 60)) as app:
        await app.press("ctrl+p")
        rows = [str(entry.prompt) for entry in app.app.screen.query_one(OptionList).options]
        assert rows[0] == "Remark"
        assert rows[1].startswith("Comment ")
        assert rows[1].endswith(" c")
        assert not any("\n" in row for row in rows)
        assert len({len(row) for row in rows if len(row) > 40}) == 1
        assert rows[-1].startswith("History ")


async def test_what_cannot_be_done_now_says_why_below_what_can(remarked: Clone, play: Open) -> None:
    """A reviewer who looks for accepting finds it with the reason, and nothing that only has the letters somewhere."""
    async with play(remarked, NORTHVALE, size=(120, 40)) as app:
        await app.press("ctrl+p")
        assert "Accept with" not in app.seen()
        await app.type("acc")
        seen = app.seen()
        assert "not now: " in seen
        assert "Picture" not in seen
        assert "Compare (" not in seen
        await app.press("ctrl+u")
        await app.type("release", sees="! on Ready?")


async def test_the_palette_fits_sixty_columns(remarked: Clone, play: Open) -> None:
    """Keys stay at the right and names whole; explanations take what is left."""
    async with play(remarked, size=(60, 15)) as app:
        await app.press("ctrl+p")
        row = next(row for row in app.seen().splitlines() if "Comment " in row and " c " in row)
        assert "Remark on what" in row
        await app.type("mark read", "enter", tells="read")


async def test_what_asks_for_a_name_first_can_be_done(review: Clone, play: Open) -> None:
    """Where git does not know who somebody is, the palette and the help offer what asks for that, and no commands."""
    async with play(review, ("", ""), size=(120, 60)) as app:
        for key in ("ctrl+p", "question_mark"):
            await app.press(key, sees="Comment")
            assert "leave, and type" not in app.seen()
            await app.press("escape")
        await app.press("ctrl+p")
        await app.type("comment")
        assert "not now" not in next(row for row in app.seen().splitlines() if "Remark on what" in row)
        await app.press("enter", sees="Who are you?")


async def test_without_a_review_only_beginning_asks_for_a_name(policy: Clone, play: Open) -> None:
    """What needs a review says so, also before git knows who somebody is."""
    async with play(policy, ("", ""), size=(120, 60)) as app:
        await app.press("ctrl+p", sees="Begin")
        await app.type("comment", sees="not now: This repository has no review")


async def test_the_palette_waits_for_what_was_done_and_tells_it_then(review: Clone, play: Open) -> None:
    """Right after an edit nothing says that there is none to commit; once it is read the entry is as any other."""
    async with play(review, size=(120, 40)) as app:
        await app.press("]", "ctrl+down", "E")
        await app.type(" Always.", "ctrl+s")
        with held(app.app.workspace, "look") as gate:
            app.send("enter")
            await app.wait_for(lambda: app.screen.composer.form is None)
            app.send("ctrl+p", *"commit the e")
            await app.wait_for(lambda: "this waits for it" in app.seen())
            assert "no edit that is not committed" not in app.seen()
            gate.set()
            await app.wait_for(lambda: "Commit edits of the text that lie here" in app.seen())
        await app.settle()
        await app.press("enter", sees=("Commit the edit", "commit it"))


async def test_everyday_words_find_their_act(remarked: Clone, play: Open) -> None:
    """What people type who do not know a name yet finds the act, among the first rows."""
    wanted = {
        "theme": "Colours", "dark": "Colours", "light": "Colours", "colors": "Colours", "settings": "Settings",
        "preferences": "Settings", "config": "Settings", "undo": "Undo", "revert": "Undo", "quit": "Quit",
        "exit": "Quit", "close": "Quit", "print": "Send out", "pdf": "Send out", "help": "Help",
        "shortcuts": "Help", "refresh": "Reload", "find": "Search", "replace": "Suggest", "approve": "Accept",
        "reject": "Decline", "publish": "Release", "push": "Share", "pull": "Share", "export": "Send out",
        "import": "Bring in", "copy": "Copy", "fullscreen": "Text alone", "resize": "Smaller pane", "diff": "Compare",
        "log": "History", "blame": "Trace", "todo": "Decide", "dashboard": "Ready?", "users": "Organisations",
        "vote": "Sign off", "delete": "Withdraw", "vim": "Editor", "screenshot": "Picture", "statistics": "Status",
    }  # fmt: skip
    async with play(remarked, size=(120, 40)) as app:
        await app.press("ctrl+p")
        palette = app.app.screen
        assert isinstance(palette, PaletteDialog)
        for word, label in wanted.items():
            labels = ["".join(piece.text for piece in row).strip() for _, row in palette.rows(word, 80)]
            assert any(each.startswith(label) for each in labels[:6]), (word, labels)


async def test_a_remark_is_found_by_its_id(remarked: Clone, play: Open) -> None:
    """From every screen, by the beginning of its id; enter shows it at its place."""
    async with play(remarked, size=(120, 40)) as app:
        review = app.state.draft.review
        for thread in review.threads.values():
            name = review.name_of(thread.id)
            await app.press("4", "ctrl+p")
            await app.type(name, sees=f"Remark {name}")
            await app.press("enter")
            assert app.app.current_mode == "read"
            assert app.screen.current_focus.subject.thread.id == thread.id


async def test_an_act_is_found_by_the_words_that_tell_of_it(remarked: Clone, play: Open) -> None:
    """Reading is marked by whoever types that they have read something."""
    async with play(remarked, NORTHVALE, size=(120, 40)) as app:
        for words in ("have read", "read this"):
            await app.press("ctrl+p")
            await app.type(words, sees="Mark read")
            await app.press("escape")
