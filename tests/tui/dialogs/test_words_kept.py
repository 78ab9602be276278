"""What is typed in a dialog is kept as words in the composer are: on the disk, counted, gone on with, thrown away."""

import pytest
from textual.widgets import Input, TextArea

from reviewtui.domain.refusal import Refused
from reviewtui.workspace.session.unsaved_words import UnsavedWordsFolder
from tests.acting import remark, suggestion
from tests.conftest import SOUTHMERE, Clone, Run
from tests.sharing import bare_of, clone_of, synced
from tests.tui.conftest import Open, Play

_FORMS = {
    "open_round": "words",
    "introduce": "name",
    "join": "fork",
    "classify": "words",
    "pack": "since",
    "adopt": "remote",
    "send_out": "file",
    "commit_edits": "message",
    "check_companion": "words",
}
"""Forms that the palette opens, each with a line in which words are typed."""


async def _begin(app: Play, act: str) -> None:
    app.screen.action_act(act)
    await app.settle()


def _answer(app: Play, name: str) -> str:
    return app.app.screen.query_one(f"#answer-{name}", Input).value


@pytest.mark.parametrize("act", _FORMS)
async def test_every_form_keeps_what_was_typed(act: str, review: Clone, play: Open) -> None:
    """Esc, and an app that ends in the middle of it, leave the words on the disk; u opens the form with them."""
    name = _FORMS[act]
    review.write("policy/records.md", f"{review.read('policy/records.md')}\nMore.\n")
    async with play(review) as app:
        await _begin(app, act)
        assert "esc leave" in app.app.screen.ways
        app.app.screen.query_one(f"#answer-{name}").focus()
        await app.settle()
        await app.type("Typed words")
        assert "esc later" in app.app.screen.ways
        await app.press("escape")
        assert "Kept for later, not saved: u goes on" in app.told()
        assert "1 unsaved" in app.seen()
        await app.press("u")
        assert _answer(app, name) == "Typed words"
        await app.type(" more")
    async with play(review) as app:
        assert "1 unsaved" in app.seen()
        await app.press("u")
        assert _answer(app, name) == "Typed words more"
        await app.press("ctrl+l")
        assert "Thrown away; u offers these words again" in app.told()
        assert "unsaved" not in app.seen().splitlines()[0]
        await app.press("u")
        assert _answer(app, name) == "Typed words more"


async def test_what_is_carried_out_is_kept_no_longer(review: Clone, play: Open) -> None:
    """Nor what was emptied again; what the form gives by itself is nobody's words."""
    async with play(review) as app:
        await _begin(app, "open_round")
        await app.press("escape")
        assert "Kept for later" not in app.told()
        await _begin(app, "open_round")
        app.app.screen.query_one("#answer-words").focus()
        await app.type("Please")
        await app.press(*["backspace"] * 6, "escape")
        assert "unsaved" not in app.seen()
        await _begin(app, "open_round")
        app.app.screen.query_one("#answer-words").focus()
        await app.type("Please")
        await app.press("ctrl+s", "ctrl+s")
        assert "Opened a round" in app.told()
        assert app.app.unsaved.writer.kept("answers:open_round:Open a review round:") is None
        assert "unsaved" not in app.seen()


async def test_words_about_a_remark_go_on_at_that_remark(review: Clone, run: Run, play: Open) -> None:
    """Wherever one is when u is pressed."""
    first = remark(run, review, "comment", "principles", "--quote", "must think", "-m", "One.")
    remark(run, review, "comment", "records", "-m", "Two.")
    run(review, "accept", first, "-m", "Yes.")
    async with play(review) as app:
        app.screen.view.show_thread(first)
        await app.settle()
        await _begin(app, "mark_done")
        await app.type("0123abcd")
        await app.press("escape", "]", "]", "u")
        assert f"Done by hand: {first[-4:]}" in app.seen()
        assert _answer(app, "commit") == "0123abcd"


async def test_own_words_for_a_conflict_outlive_the_app(review: Clone, run: Run, play: Open) -> None:
    """They are counted, listed with what they are about, and there again in the same question after a restart."""
    bare = bare_of(review)
    other = clone_of(bare, "other")
    for clone, words in ((other, "shall think"), (review, "should think")):
        clone.write("policy/principles.md", clone.read("policy/principles.md").replace("must think", words))
        clone.commit(words)
    synced(run, other)
    async with play(review) as app:
        await app.press("Y", "w")
        await app.type(" Mine.")
        await app.press("escape", "escape")
        assert "1 unsaved" in app.seen()
        await app.press("q")
        assert "1 half written: kept on this disk" in app.seen()
        await app.pilot.press("enter")
        await app.left()
    async with play(review) as app:
        await app.press("u")
        assert "enter share" in app.seen()
        assert "Mine." in app.seen()
        await app.press("ctrl+l", tells="Thrown away; u offers these words again")
        assert app.app.workspace.all_unsaved() == ()
        # What is only looked at stays thrown away; to throw it away once more is to delete it, which is asked.
        await app.press("u", sees="Mine.")
        assert app.app.workspace.all_unsaved() == ()
        await app.press("ctrl+l", sees="Nothing brings them back.")
        await app.press("escape", "u", sees="Mine.")
        await app.press("enter", "w")
        assert app.app.screen.query_one(TextArea).text.endswith(" Mine.")
        await app.press("ctrl+s", "ctrl+s")
        assert "unsaved" not in app.seen()
    assert "Mine." in review.read("policy/principles.md")


async def test_words_that_cannot_be_read_are_not_forgotten(
    review: Clone, run: Run, play: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A question that could not show what was typed before leaves it on the disk; what is typed now stands beside."""
    bare = bare_of(review)
    other = clone_of(bare, "other")
    for clone, words in ((other, "shall think"), (review, "should think")):
        clone.write("policy/principles.md", clone.read("policy/principles.md").replace("must think", words))
        clone.commit(words)
    synced(run, other)
    async with play(review) as app:
        await app.press("Y", "w")
        await app.type(" Mine.", "escape", "escape")
    read = UnsavedWordsFolder.get

    def unreadable(_folder: UnsavedWordsFolder, _key: str) -> None:
        raise Refused("it may not be read.")

    async with play(review) as app:
        monkeypatch.setattr(UnsavedWordsFolder, "get", unreadable)
        await app.press("Y", "w", tells="What you typed before could not be read: it may not be read.")
        await app.press("escape")
        monkeypatch.setattr(UnsavedWordsFolder, "get", read)
        await app.press("w", sees=" Mine.")
        await app.press("escape")
        monkeypatch.setattr(UnsavedWordsFolder, "get", unreadable)
        app.app.unsaved.writer.flush()
        await app.press("w")
        monkeypatch.setattr(UnsavedWordsFolder, "get", read)
        await app.type(" Others.")
        await app.press("escape", "escape", "u", sees=("Mine.", "Others."))


async def test_reasons_and_words_of_a_settlement_are_kept_together(review: Clone, run: Run, play: Open) -> None:
    """The reasons with each letter; another look at them leaves the words that were written after them."""
    suggestion(run, review, "must think", "must ask")
    remark(run, review, "suggest", "principles", "--quote", "must think", "--replace", "must wait", who=SOUTHMERE)
    async with play(review) as app:
        await app.press("2", "G", "ctrl+u")
        await app.type("Because.")
    async with play(review) as app:
        await app.press("2", "G")
        assert "declined: Because." in app.seen()
        await app.press("ctrl+s")
        await app.type(" first")
        await app.press("escape", "G")
        await app.type(" Really.")
        await app.press("ctrl+s")
        assert app.screen.composer.content.replacement == "must ask first"
        await app.press("ctrl+s")
    assert "must ask first" in review.read("policy/principles.md")


async def test_ctrl_s_is_yes_and_other_keys_get_a_hint(review: Clone, run: Run, play: Open) -> None:
    """Where enter does something ctrl+s does it too; a key that does nothing says what does."""
    suggestion(run, review, "must think", "must ask")
    async with play(review, size=(80, 24)) as app:
        await app.press("2", "a", "x")
        assert "x does nothing here: enter accept · esc leave it." in app.told()
        await app.press("ctrl+t")
        assert "ctrl+t does nothing here" in app.told()
        await app.press("ctrl+s")
        assert "must ask" in review.read("policy/principles.md")
        await app.press("f8", "ctrl+s")
        assert "ctrl+s does nothing here: esc leave" in app.told()


async def test_words_before_ctrl_q_are_kept_to_the_last_letter(review: Clone, play: Open) -> None:
    """In one burst; the app leaves at once."""
    async with play(review) as app:
        await _begin(app, "check_companion")
        await app.press("down")
        app.send(*"In step", "ctrl+q")
        await app.left()
    async with play(review) as app:
        await app.press("u")
        assert _answer(app, "words") == "In step"
