"""Keys act in the order in which they were pressed, however fast they come: from a text expander, over a slow line."""

import asyncio
import threading
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, TextArea

from reviewtui.domain.folder import FolderEntry, FolderListing
from reviewtui.tui.app import queued_keys
from reviewtui.tui.dialogs.answer_dialog import ConfirmDialog
from reviewtui.tui.dialogs.file_picker import FilePicker
from reviewtui.tui.dialogs.pickers import Picker
from reviewtui.views.compose.question import Question
from tests.acting import ask
from tests.conftest import NORTHVALE, Clone, Run
from tests.making import NOON
from tests.tui.conftest import Open, Pasted

_WORDS = "Residents read this on the bus: please say what to do first, then say why so."


async def test_words_typed_before_saving_are_saved(review: Clone, run: Run, play: Open) -> None:
    """77 characters and ctrl+s in one burst: all of them are in the remark."""
    assert len(_WORDS) == 77
    async with play(review, NORTHVALE) as app:
        await app.press("]", "c")
        await app.burst(*_WORDS, "ctrl+s")
    assert [thread["body"] for thread in ask(run, review, "threads")["threads"]] == [_WORDS]


async def test_a_key_that_opens_a_form_holds_the_words_back(review: Clone, run: Run, play: Open) -> None:
    """The key, the words and ctrl+s in one burst: no letter acts as a key of the text."""
    async with play(review, NORTHVALE) as app:
        await app.press("]")
        await app.burst("c", *_WORDS, "ctrl+s")
    assert [thread["body"] for thread in ask(run, review, "threads")["threads"]] == [_WORDS]


async def test_a_paste_is_in_before_the_key_behind_it(review: Clone, run: Run, play: Open) -> None:
    """What is pasted stands in the remark that ctrl+s saves."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "c")
        await app.burst(*"A ", Pasted("pasted sentence"), ".", "ctrl+s")
    assert [thread["body"] for thread in ask(run, review, "threads")["threads"]] == ["A pasted sentence."]


async def test_words_typed_before_esc_and_before_leaving_are_kept(review: Clone, play: Open) -> None:
    """Esc and ctrl+q, each right behind the words: both drafts lie on the disk."""
    async with play(review, NORTHVALE) as app:
        await app.press("]")
        app.send("c", *"first draft", "escape", "C", *"second draft", "ctrl+q")
        await app.left()
        kept = app.app.workspace.all_unsaved()
    assert [each.body for each in kept] == ["first draft", "second draft"]


async def test_other_kinds_and_fields_are_reached_in_order(review: Clone, run: Run, play: Open) -> None:
    """Tab to the reason, ctrl+t and ctrl+b in one burst with words: each goes where it would go slowly."""
    async with play(review, NORTHVALE) as app:
        await app.press("]")
        await app.burst("s", *" Really.", "tab", *"Why not?", "ctrl+t", "ctrl+b", "ctrl+s")
    thread = ask(run, review, "threads")["threads"][0]
    assert thread["body"] == "Why not?"
    assert thread["replacement"].endswith(" Really.")
    assert thread["blocking"] is True


async def test_a_list_is_filtered_before_its_arrows_move(remarked: Clone, play: Open) -> None:
    """Letters, an arrow and enter in one burst choose what they would choose slowly."""
    async with play(remarked) as app:
        await app.burst("f", *"kind", "down", "enter", "escape")
        assert not isinstance(app.app.screen, Picker)
        slowly = app.state.remark_filter
        await app.press("f", "enter")
        await app.type("kind", "down", "enter", "escape")
        assert app.state.remark_filter == slowly
        assert slowly.kind


async def test_a_click_waits_for_the_words_before_it(review: Clone, run: Run, play: Open) -> None:
    """A click on Save in the footer, right behind the words, saves all of them."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "c")
        app.send(*_WORDS)
        place = app.find("KeyBar").region
        for pressed in (events.MouseDown, events.MouseUp):
            at = pressed(None, place.x + 2, place.y, 0, 0, 1, shift=False, meta=False, ctrl=False)
            app.app._driver.send_message(at)  # type: ignore[union-attr]
        await app.settle()
    assert [thread["body"] for thread in ask(run, review, "threads")["threads"]] == [_WORDS]


@pytest.mark.slow
async def test_a_busy_machine_loses_no_words(
    review: Clone, run: Run, play: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a field answers later than the time after which a key goes on, the words still come before the key."""
    monkeypatch.setattr(queued_keys, "_PATIENCE", 0.001)
    typed = TextArea._on_key

    async def slowly(field: TextArea, event: events.Key) -> None:
        await asyncio.sleep(0.01)
        await typed(field, event)

    monkeypatch.setattr(TextArea, "_on_key", slowly)
    async with play(review, NORTHVALE) as app:
        await app.press("]", "c")
        await app.burst(*_WORDS, "ctrl+s")
    assert [thread["body"] for thread in ask(run, review, "threads")["threads"]] == [_WORDS]


async def test_words_for_a_form_that_does_not_open_do_nothing(remarked: Clone, play: Open) -> None:
    """A reviewer presses the key for "accept with other words" and types on: no letter of it acts as a key."""
    async with play(remarked, NORTHVALE) as app:
        await app.press("n")
        app.app.inputs.pause = queued_keys.PAUSE
        await app.burst("A", *"must mind 2", "enter")
        assert "Only an author decides" in app.told()
        assert "What you typed behind it was not taken." in app.told()
        assert app.app.current_mode == "read"
        assert app.screen.composer.form is None
        assert not app.state.overview.pending
        await asyncio.sleep(queued_keys.PAUSE)
        await app.press("r")
        assert app.screen.composer.form is not None


async def test_keys_behind_a_key_that_chooses_act_though_it_was_refused(remarked: Clone, play: Open) -> None:
    """A comment cannot be chosen to be accepted with others; the key behind that one is no word."""
    async with play(remarked) as app:
        await app.press("2")
        app.app.inputs.pause = queued_keys.PAUSE
        await app.burst("space", "J", "n")
        assert "Only suggestions can be accepted together" in app.told()
        assert "changes wording alone" in app.told()
        assert "was not taken" not in app.told()


async def test_what_is_typed_while_a_dialog_comes_is_not_meant_for_it(remarked: Clone, play: Open) -> None:
    """A question that comes by itself takes neither the words that are being typed nor the enter behind them."""
    async with play(remarked) as app:
        await app.press("n", "r")
        app.app.inputs.pause = queued_keys.PAUSE
        answers: list[bool | None] = []
        app.app.push_screen(ConfirmDialog(Question("Go on", (), "go on", "leave it", ())), answers.append)
        await app.burst(*"yes", "enter")
        assert not answers
        await asyncio.sleep(queued_keys.PAUSE)
        await app.press("y")
        assert answers == [True]


async def test_words_behind_the_key_that_opens_the_palette_are_in_its_field(review: Clone, play: Open) -> None:
    """Ctrl+p and a word in one go, and a list opened by a key likewise: each letter is in the field."""
    async with play(review) as app:
        app.app.inputs.pause = queued_keys.PAUSE
        await app.burst("ctrl+p", *"rounds")
        assert app.app.screen.query_one(Input).value == "rounds"
        await app.press("escape")
        await app.burst("g", *"prin", "enter")
        assert app.screen.view.section.name == "principles.md"


async def test_what_is_typed_while_a_folder_is_read_stays(review: Clone, play: Open) -> None:
    """Only the words that led to a folder go when it is there, not those that were typed meanwhile."""
    (review.path / "inside").mkdir()
    gate = threading.Event()

    def slow(folder: Path) -> FolderListing:
        gate.wait(20)
        return FolderListing(
            folder, tuple(FolderEntry(each.name, is_folder=True, size=0, changed=NOON) for each in folder.iterdir())
        )

    async with play(review) as app:
        app.app.push_screen(FilePicker("Choose", slow, review.path))
        await app.burst(*"ins")
        gate.set()
        await app.settle()
        field = app.app.screen.query_one(Input)
        assert field.value == "ins"
        gate.clear()
        await app.burst("enter", *"le")
        gate.set()
        await app.settle()
        assert field.value == "le"


async def test_what_is_typed_before_a_question_comes_is_meant_for_it(review: Clone, play: Open) -> None:
    """A task that has to look first, and words to go on with, take the keys behind them; the screen below does not."""
    async with play(review, NORTHVALE) as app:
        await app.burst("I", *"/nosuchfile")
        assert app.app.screen.query_one(Input).value == "/nosuchfile"
        await app.press("escape")
        await app.press("c", *"Half a", "escape")
        await app.burst("u", *" thought")
        assert app.screen.composer.content.body == "Half a thought"
        await app.press("ctrl+s", sees="1 pending")
