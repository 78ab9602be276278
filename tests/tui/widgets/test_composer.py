"""Remarks made in the app: each story is its key presses, and what git and the commands say afterwards."""

import json
import os
import time
from datetime import datetime
from pathlib import Path

import pytest

from reviewtui.tui.state.requests import ReadVersion
from reviewtui.workspace.session.unsaved_form import UnsavedWriter
from reviewtui.workspace.session.unsaved_words import UnsavedWords, UnsavedWordsFolder
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run
from tests.tui.conftest import Open, Pasted, Play

pytestmark = pytest.mark.slow


async def test_suggestion_shows_its_change_before_it_is_saved(review: Clone, run: Run, play: Open) -> None:
    """S edits the passage in place, with the word difference beside it."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "s")
        await app.type(" Ask first.", sees="0 words out, 2 in")
        await app.press("tab")
        await app.type("Clearer", "ctrl+s")
    thread = json.loads(run(review, "threads", "--json")[1])["threads"][0]
    assert thread["replacement"] == "Officers must think before they post anything. Ask first."
    assert (thread["root"], thread["body"]) == ("suggestion", "Clearer")


async def test_selection_grows_and_is_what_the_remark_is_about(review: Clone, run: Run, play: Open) -> None:
    """+ selects the word, then the sentence; what is selected is quoted."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "plus", "c")
        await app.type("Which ones?", "ctrl+s")
    assert json.loads(run(review, "threads", "--json")[1])["threads"][0]["quote"] == "Officers"


async def test_insertion_section_and_policy(review: Clone, run: Run, play: Open) -> None:
    """I suggests words at the caret, C remarks on the section, P on the policy."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "i")
        await app.type("All ", "ctrl+s", "C")
        await app.type("Too short", "ctrl+s", "P")
        await app.type("Elections?", "ctrl+s", sees=("3 pending", "on the whole"))
    threads = json.loads(run(review, "threads", "--json")[1])["threads"]
    found = {thread["body"] or thread["replacement"]: thread for thread in threads}
    assert found["All "]["quote"] == ""
    assert found["Too short"]["section"] == "principles.md"
    assert found["Elections?"]["section"] is None


async def test_reply_and_submit(review: Clone, run: Run, play: Open) -> None:
    """R answers in the thread; S shows what it would commit and commits nothing else."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    review.write("notes.txt", "mine")
    async with play(review) as app:
        await app.press("n", "r")
        await app.type("The law says so.", "ctrl+s", "S", sees="The law says so.")
        await app.press("enter", tells="Submitted 1 reply")
    assert review.git("status", "--short") == "?? notes.txt"
    changed = review.git("show", "--name-only", "--format=", "HEAD").splitlines()
    assert len(changed) == 1
    assert changed[0].startswith("reviews/threads/")


async def test_nothing_is_submitted_when_it_is_left(review: Clone, run: Run, play: Open) -> None:
    """Esc on the question leaves all as it is."""
    run(review, "comment", "records", "-m", "Short", who=NORTHVALE)
    head = review.git("rev-parse", "HEAD")
    async with play(review, NORTHVALE) as app:
        await app.press("S", "escape", sees="1 pending")
    assert review.git("rev-parse", "HEAD") == head


async def test_revise_and_withdraw(review: Clone, run: Run, play: Open) -> None:
    """E says one's own remark anew, w takes it back."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.press("n", "e")
        await app.type(" Please say.", "ctrl+s", sees="Why two? Please say.")
        await app.press("w", "enter")
    thread = json.loads(run(review, "threads", "--json")[1])["threads"][0]
    assert (thread["state"], thread["body"]) == ("withdrawn", "Why two? Please say.")


async def test_a_revision_stands_at_its_date(review: Clone, run: Run, play: Open) -> None:
    """The first words stay where they were said: the pane tells the new ones in the entry of the revision."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.press("n", "e", "ctrl+u")
        await app.type("Why at all?", "ctrl+s")
        seen = app.seen()
        assert seen.index("Why two?") < seen.index("revised since") < seen.index("Why at all?")


async def test_words_put_in_on_an_empty_line_go_behind_the_paragraph(review: Clone, play: Open) -> None:
    """The form says behind which words; its preview and the remark show those around."""
    async with play(review, NORTHVALE) as app:
        await app.press("]")
        text = review.read("policy/principles.md")
        app.screen.view.reader.go_to(text.index("if in doubt.") + len("if in doubt.\n"))
        await app.settle()
        await app.press("i", sees="Suggest new words after \u201c\u2026team if in doubt.\u201d")
        await app.type(" Ask first.", sees="team if in doubt. {+Ask first.+}")
        await app.press("ctrl+s")
        assert "team if in doubt.{+ Ask first.+}" in " ".join(app.seen().replace("\u2502", " ").split())


async def test_withdrawing_and_removing_are_two_questions(review: Clone, run: Run, play: Open) -> None:
    """W keeps a remark on record and says so before and after, also in what is submitted; z leaves no trace."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.press("n", "w", sees=("Withdraw ", "on record as withdrawn", "Undo would remove it without a trace"))
        await app.press("escape", "z", sees=("Take back what is pending in", "without a trace"))
        await app.press("escape", "w", "enter", tells="Withdrawn: ")
        await app.press("S")
        assert any("withdraw " in row and "Why two?" in row for row in app.seen().splitlines())


async def test_a_pending_remark_gets_another_kind_and_weight(review: Clone, run: Run, play: Open) -> None:
    """E on a remark that was not submitted changes it itself; after that, its kind and weight stand still."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", "--kind", "general", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.press("n", "e", "ctrl+b", "ctrl+t", "ctrl+s")
        thread = app.screen.current_focus.subject.thread
        assert thread is not None
        assert (thread.blocking, thread.kind, len(thread.entries)) == (True, "substance", 1)
        await app.press("S", "enter", "e", "ctrl+b")
        await app.type(" Say.", "ctrl+s")
    shown = json.loads(run(review, "show", thread.id, "--json")[1])
    assert [event["type"] for event in shown["events"]] == ["comment", "revise"]
    assert (shown["blocking"], shown["body"]) == (True, "Why two? Say.")


async def test_no_letter_acts_on_a_remark_while_selecting(review: Clone, run: Run, play: Open) -> None:
    """Behind V a letter that would withdraw, undo, edit or answer a remark says so and does nothing."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.press("n", "v")
        for key in "wzery":
            await app.press(key, sees="You are selecting; esc ends that")
            assert app.app.screen is app.screen
            assert app.screen.composer.form is None
        await app.press("escape", "r")
        assert app.screen.composer.form is not None


async def test_a_refused_remark_keeps_its_words(review: Clone, play: Open) -> None:
    """An empty remark is refused with a sentence, and the composer stays open; the next key takes the sentence away."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "c", "ctrl+s", sees="needs words")
        assert app.screen.composer.form is not None
        await app.press("escape")
        assert "needs words" not in app.seen()
        assert "needs words" in app.told()


async def test_a_reply_is_in_sight_once_it_is_saved(review: Clone, run: Run, play: Open) -> None:
    """A long thread is scrolled to the words that somebody has just written in it."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two? " * 150, who=NORTHVALE)
    async with play(review, NORTHVALE, size=(120, 30)) as app:
        await app.press("n", "r")
        await app.type("Because of the law.", "ctrl+s")
        assert app.screen.composer.form is None
        assert "Because of the law." in app.seen()


async def test_typed_words_come_back(review: Clone, run: Run, play: Open) -> None:
    """What was typed and not saved is on the disk, and u opens it again at its passage after the next start."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "c")
        await app.type("Half a thou")
    async with play(review, NORTHVALE) as app:
        assert app.screen.composer.form is None
        await app.press("u", sees="Half a thou")
        await app.type("ght", "ctrl+s")
    async with play(review, NORTHVALE) as app:
        assert app.screen.composer.form is None
    thread = json.loads(run(review, "threads", "--json")[1])["threads"][0]
    assert thread["body"] == "Half a thought"
    assert thread["quote"] == "Officers must think before they post anything."


async def test_half_written_words_are_their_persons(review: Clone, play: Open) -> None:
    """Who opens the same clone as somebody else is offered none of them, and they wait for their writer."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "c")
        await app.type("Half a thou")
    async with play(review, SOUTHMERE) as app:
        assert app.screen.composer.form is None
        assert "unsaved" not in app.seen()
        await app.press("]", "ctrl+down", "c")
        await app.type("Mine", "ctrl+l")
    async with play(review, NORTHVALE) as app:
        await app.press("u")
        assert app.screen.composer.content.body == "Half a thou"


async def test_words_typed_after_a_change_of_identity_are_of_who_one_is_then(review: Clone, play: Open) -> None:
    """Those from before are told, wait for their writer, and are not offered; the new ones are there after a start."""
    for key, value in (("name", NORTHVALE[0]), ("email", NORTHVALE[1])):
        review.git("config", "--local", f"user.{key}", value)
    nobody = ("", "")
    async with play(review, nobody) as app:
        await app.press("]", "ctrl+down", "c")
        await app.type("Old", "escape")
        app.screen.action_act("introduce")
        await app.settle()
        await app.press("ctrl+u")
        await app.type(OFFICER[0], "tab", "ctrl+u")
        await app.type(OFFICER[1], "ctrl+s", tells=f"1 half written as {NORTHVALE[1]}")
        assert "unsaved" not in app.seen()
        await app.press("c")
        assert app.screen.composer.content.body == ""
        await app.type("New", "escape", "q", sees="1 half written")
    async with play(review, nobody) as app:
        assert app.state.draft.me is not None
        assert app.state.draft.me.address == OFFICER[1]
        await app.press("]", "ctrl+down", "c")
        assert app.screen.composer.content.body == "New"
    async with play(review, NORTHVALE) as app:
        await app.press("u")
        assert app.screen.composer.content.body == "Old"


def test_words_of_nobody_go_to_who_goes_on_with_them(tmp_path: Path) -> None:
    """A file that names no person is offered to all until somebody keeps it."""
    UnsavedWordsFolder(tmp_path).keep(UnsavedWords("c", "Half"))
    first, second = UnsavedWordsFolder(tmp_path, "a@a.example"), UnsavedWordsFolder(tmp_path, "b@b.example")
    assert [each.body for each in second.all()] == ["Half"]
    first.keep(first.all()[0])
    assert second.all() == ()
    second.forget("c")
    assert [each.body for each in first.all()] == ["Half"]


async def test_typed_words_follow_their_passage(review: Clone, play: Open) -> None:
    """When the section changed meanwhile, the passage is found again by its words."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "s")
        await app.type(" More.", "escape", sees="1 unsaved")
    review.write("policy/principles.md", "New first words.\n\n" + review.read("policy/principles.md"))
    async with play(review, NORTHVALE) as app:
        await app.press("u")
        form = app.screen.composer.form
        assert form is not None
        assert form.passage == "Officers must think before they post anything."
        assert form.span is not None
        assert review.read("policy/principles.md")[slice(*form.span)] == form.passage


async def test_words_left_for_later_say_how_they_are_gone_on_with(review: Clone, play: Open) -> None:
    """Esc names the key, which stands in the footer then; the key that began the form, and a click, bring them back."""
    async with play(review, size=(140, 40)) as app:
        await app.press("4", "!", "tab")
        await app.type("The council decided", "escape", tells="u goes on with these words")
        assert "u Unsaved" in app.seen().splitlines()[-1]
        await app.press("!")
        assert app.screen.composer.content.body == "The council decided"
        assert "your earlier words" in app.told()
        await app.press("escape", "2", "u")
        assert app.app.current_mode == "ready"
        assert app.screen.composer.content.body == "The council decided"
        await app.press("escape", "3")
        column = app.seen().splitlines()[0].index("1 unsaved")
        await app.pilot.click(offset=(column, 0))
        await app.settle()
        assert app.screen.composer.content.body == "The council decided"
        await app.press("ctrl+l", "!")
        assert app.screen.composer.content.body == ""


async def test_the_remark_stays_beside_what_is_written_about_its_words(review: Clone, run: Run, play: Open) -> None:
    """Whoever answers a remark by one of their own reads it meanwhile, where there is room for both."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    async with play(review, size=(120, 40)) as app:
        await app.press("n", "c")
        assert app.screen.composer.form.quote == "two years"
        assert "Why two?" in app.seen()


async def test_a_form_left_empty_says_nothing(review: Clone, play: Open) -> None:
    """Esc out of a form without words keeps nothing, and claims nothing."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "c", "escape")
        assert "Kept" not in app.told()
        assert "Unsaved" not in app.seen()


async def test_thrown_away_words_come_back_after_a_start(review: Clone, play: Open) -> None:
    """Ctrl+l says how what was typed comes back; u brings it back, and does so after a cut connection for a week."""
    async with play(review, NORTHVALE) as app:
        await app.press("u", tells="There are no unsaved words")
        await app.press("]", "ctrl+down", "c")
        await app.type("Rubbish", "ctrl+l", tells="u offers these words again")
        assert app.app.workspace.all_unsaved() == ()
        await app.press("u")
        assert app.screen.composer.content.body == "Rubbish"
        assert "u goes on" in app.told()
        await app.press("ctrl+l")
    async with play(review, NORTHVALE) as app:
        assert app.screen.composer.form is None
        assert "unsaved" not in app.seen()
        await app.press("u")
        assert app.screen.composer.content.body == "Rubbish"
        await app.press("ctrl+l")
    for kept in app.app.workspace.unsaved.folder.iterdir():
        os.utime(kept, (0, 0))
    async with play(review, NORTHVALE) as app:
        await app.press("u", tells="There are no unsaved words")


async def test_words_thrown_away_stay_beside_others(review: Clone, play: Open) -> None:
    """Neither a form left empty nor other words take the place of those thrown away; in one place they swap."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "c")
        await app.type("First", "ctrl+l", "c", "ctrl+l", "u")
        assert app.screen.composer.content.body == "First"
        await app.press("ctrl+l", "C")
        await app.type("Second", "ctrl+l", "u")
        seen = app.seen()
        assert seen.index("Second  thrown away") < seen.index("First  thrown away")
        await app.press("enter")
        assert app.screen.composer.content.body == "Second"
        await app.press("ctrl+l", "C")
        await app.type("Third", "escape", "u")
        await app.press("down", "enter")
        assert app.screen.composer.content.body == "Second"
        await app.press("escape", "u", sees=("Third  thrown away", "First  thrown away"))


async def test_several_unsaved_words_are_listed_the_thrown_ones_last(review: Clone, play: Open) -> None:
    """U, and a click on their count, offer each with its place; one alone opens at once, thrown away or not."""
    async with play(review, NORTHVALE, size=(140, 40)) as app:
        await app.press("]", "ctrl+down", "c")
        await app.type("Find me", "escape", "C")
        await app.type("Newer", "escape", "]", "ctrl+down", "c")
        await app.type("Rubbish", "ctrl+l", "u")
        seen = app.seen()
        assert seen.index("Newer") < seen.index("Find me") < seen.index("Rubbish  thrown away")
        assert (
            "principles"
            in seen.splitlines()[next(n for n, row in enumerate(seen.splitlines()) if "Find me" in row) + 1]
        )
        await app.press("down", "enter")
        assert app.screen.composer.content.body == "Find me"
        await app.press("ctrl+s")
        await app.pilot.click(offset=(app.seen().splitlines()[0].index("1 unsaved"), 0))
        await app.settle()
        await app.press("enter")
        assert app.screen.composer.content.body == "Newer"
        await app.press("ctrl+s")
        assert "Unsaved" not in app.seen().splitlines()[-1]
        await app.press("u")
        assert app.screen.composer.content.body == "Rubbish"


async def test_an_edit_that_changes_nothing_leaves_nothing_unsaved(review: Clone, run: Run, play: Open) -> None:
    """Only what somebody typed is kept; half-written words about a remark go with the remark."""
    run(review, "suggest", "records", "--quote", "two years", "--replace", "ten years", "-m", "Law", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.press("n", "e", "escape")
        assert "unsaved" not in app.seen()
        assert app.app.workspace.all_unsaved() == ()
        await app.press("e")
        await app.type(" ago", "escape", sees="1 unsaved")
        await app.press("u", "escape", sees="1 unsaved")
        await app.press("z", "enter", tells="went with it")
        assert "unsaved" not in app.seen()


async def test_words_without_a_place_are_shown_and_can_be_thrown_away(review: Clone, play: Open) -> None:
    """What no form can take up is read by its writer, who says whether it goes."""
    async with play(review, NORTHVALE) as app:
        kept = UnsavedWords("reply:gone", "Half a thought", place={"act": "reply", "thread": "gone"})
        app.app.workspace.unsaved.keep(kept)
        await app.press("]", "ctrl+down", "C")
        await app.type("a", "ctrl+l", "u", sees="or is not in this draft any more")
        await app.press("down", "enter", "ctrl+l", "u", "down", "enter", "ctrl+s", sees="1 unsaved")
        await app.press("u", sees="Half a thought")
        await app.press("escape", sees="1 unsaved")
        await app.press("u", "enter", "ctrl+y", sees="1 unsaved")
        assert "Copied these words" in app.told()
        await app.press("u", "ctrl+l")
        assert "unsaved" not in app.seen()
        assert app.app.workspace.all_unsaved() == ()


async def test_words_without_a_place_that_were_thrown_away_are_deleted(review: Clone, play: Open) -> None:
    """After a question; who leaves it finds them as they were, and their week goes on."""
    async with play(review, NORTHVALE) as app:
        folder = app.app.workspace.unsaved
        folder.keep(UnsavedWords("reply:gone", "Half", place={"act": "reply", "thread": "gone"}).thrown_away())
        (kept,) = folder.folder.iterdir()
        an_hour_ago = time.time() - 3600
        os.utime(kept, (an_hour_ago, an_hour_ago))
        await app.press("ctrl+r", "u", "ctrl+l", sees=("Delete these words", "Nothing brings them back."))
        await app.press("escape")
        assert kept.stat().st_mtime == pytest.approx(an_hour_ago)
        await app.press("u", "ctrl+l", "enter", tells="Deleted")
        assert folder.thrown() == ()
        assert not kept.exists()


def test_words_are_on_the_disk_until_their_copy_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes nothing loses neither what was typed last nor what was thrown away."""
    folder = UnsavedWordsFolder(tmp_path / "unsaved", "me")
    writer, words = UnsavedWriter(lambda: folder), UnsavedWords("comment:1", "Words")
    writer.keep(words)
    writer.flush()
    writer.keep(words)
    writer.keep(words.thrown_away())
    writer.forget(words.key)
    with monkeypatch.context() as full:
        full.setattr(UnsavedWordsFolder, "keep", _full)
        with pytest.raises(OSError, match="no space"):
            writer.flush()
    assert [each.body for each in folder.all()] == ["Words"]
    writer.flush()
    assert folder.all() == ()
    assert [each.body for each in folder.thrown()] == ["Words"]


def _full(*_: object) -> None:
    raise OSError("no space left on device")


async def test_without_a_review_writing_says_how_to_begin(policy: Clone, play: Open) -> None:
    """Without settings the app reads, and c names the key that begins one."""
    async with play(policy) as app:
        await app.press("]", sees="Principles")
        await app.press("c", tells="ctrl+n begins one")


async def _open_version(app: Play, name: str) -> None:
    """Read a version from History, wherever it stands among what happened in the same second."""
    await app.press("5")
    entries = [row for row in app.seen().splitlines() if row.startswith("\u2502") and row.strip("\u2502 ")]
    at = next(number for number, row in enumerate(entries) if f" {name} " in row)
    await app.press(*["n"] * at, "enter")


async def test_remark_on_an_older_version(review: Clone, run: Run, play: Open) -> None:
    """A version opened from History is read as it was, and remarks are anchored there."""
    review.git("tag", "0.1")
    review.write("policy/records.md", "# Records\n\nPosts are records. They are kept for three years.\n")
    review.commit("Three years")
    async with play(review, NORTHVALE) as app:
        await _open_version(app, "0.1")
        assert "as of 0.1" in app.seen()
        await app.press("]", "]", "ctrl+down", sees="for two")
        await app.press("1", tells="You are reading 0.1; go back to the draft first")
        await app.press("c", sees="You read 0.1, not the draft: this is about the words as they stood then.")
        await app.type("Why?", "ctrl+s", "escape")
        assert "as of 0.1" not in app.seen()
    thread = json.loads(run(review, "threads", "--json")[1])["threads"][0]
    assert thread["version"] == review.git("rev-parse", "0.1^{commit}")


async def test_an_older_version_says_so_on_a_small_screen(review: Clone, play: Open) -> None:
    """However narrow, the head never shows an old version like the draft; on Ready? neither."""
    review.git("tag", "0.1")
    async with play(review, NORTHVALE, (80, 24)) as app:
        await _open_version(app, "0.1")
        assert "as of 0.1 (esc: the draft)" in app.seen().splitlines()[0]
        await app.press("4")
        assert "as of 0.1" in app.seen().splitlines()[0]


async def test_the_footer_offers_only_what_a_form_has_and_words_are_counted(
    review: Clone, run: Run, play: Open
) -> None:
    """A reply has no kind and no weight; how many words it has is told while they are typed."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    run(review, "submit", who=NORTHVALE)
    async with play(review) as app:
        await app.press("n", "r")
        await app.type("The law says so.", sees="4 words")
        assert "ctrl+t" not in app.seen()
        await app.press("escape", "c", sees="ctrl+t")


async def test_a_version_without_a_name_is_called_by_the_start_of_its_commit(review: Clone, play: Open) -> None:
    """With when it was made; forty letters would leave no room for the policy's name and the way back."""
    commit = review.git("rev-parse", "HEAD")
    async with play(review, NORTHVALE) as app:
        app.screen.post_message(ReadVersion(commit))
        await app.settle()
        head = app.seen().splitlines()[0]
        made = datetime.fromisoformat(review.git("show", "-s", "--format=%cI", "HEAD"))
        assert f"as of {made:%d %b %Y} ({commit[:8]}) (esc: the draft)" in head


async def test_typing_a_version_takes_the_place_of_the_one_that_is_offered(review: Clone, play: Open) -> None:
    """The version of a release is selected when its form opens."""
    async with play(review) as app:
        await app.press("4", "!")
        await app.type("2.0")
        assert app.screen.composer.content.replacement == "2.0"


async def test_a_word_that_nobody_knows_is_told_quietly(review: Clone, play: Open) -> None:
    """Misspelt words are named once they end; names, words of the policy and British spellings are not."""
    async with play(review) as app:
        await app.press("]", "ctrl+down", "c")
        await app.type("Northvale organises teh colour of officers, recieve", sees="spelling? teh")
        assert "teh, " not in app.seen()
        await app.type(" it", sees="spelling? teh, recieve")


async def test_no_word_is_in_doubt_where_there_is_no_dictionary(review: Clone, play: Open) -> None:
    """A policy in another language is not read by an English dictionary."""
    settings = review.read("reviews/settings.toml")
    review.write("reviews/settings.toml", f'format = 2\nlanguage = "de"\n{settings.removeprefix("format = 1")}')
    review.commit("Say the language")
    async with play(review) as app:
        await app.press("]", "ctrl+down", "c")
        await app.type("dieses teh wort ")
        assert "spelling?" not in app.seen()


async def test_a_release_that_was_thrown_away_takes_nobody_to_another_screen(review: Clone, play: Open) -> None:
    """U says first what would come back where that belongs on another screen; enter goes there."""
    async with play(review) as app:
        await app.press("4", "!")
        await app.type("2.7", "ctrl+l", "1", "u")
        assert app.app.current_mode == "read"
        assert "thrown away" in app.seen()
        await app.press("enter")
        assert app.app.current_mode == "ready"
        assert app.screen.composer.content.replacement == "2.7"


async def test_the_question_of_a_form_stands_once_at_every_size(review: Clone, play: Open) -> None:
    """A low screen asks in the field itself, a higher one above it; neither does both."""
    async with play(review, NORTHVALE, (60, 15)) as app:
        await app.press("]", "c")
        hint = app.screen.composer.form.hint
        assert app.seen().count(hint[:20]) == 1
        await app.pilot.resize_terminal(80, 24)
        await app.settle()
        assert app.seen().count(hint[:20]) == 1


async def test_a_click_on_throw_away_throws_away(review: Clone, play: Open) -> None:
    """The words go from the disk too, and it is said how they come back, as with the key."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "c")
        await app.type("Rubbish")
        column = app.seen().splitlines()[-1].index("Throw away")
        await app.pilot.click("KeyBar", offset=(column, 0))
        await app.settle()
        assert app.screen.composer.form is None
        assert "u offers these words again" in app.told()
        assert app.app.workspace.all_unsaved() == ()


async def test_no_words_are_not_counted(review: Clone, play: Open) -> None:
    """A suggestion without a reason, and an empty remark, tell no number of words; the first word does."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "i")
        assert " 0 words" not in app.seen().replace("0 words out", "")
        await app.press("escape", "c")
        assert "0 words" not in app.seen()
        await app.type("Why", sees="1 word")


@pytest.mark.parametrize(("size", "lines"), [((80, 24), 11), ((120, 40), 24), ((60, 15), 3)])
async def test_a_field_grows_with_its_words(review: Clone, play: Open, size: tuple[int, int], lines: int) -> None:
    """Up to what the screen allows beside some of the text; what stands around the words stays in sight."""
    numbers = Pasted("\n".join(str(number) for number in range(1, 31)))
    async with play(review, NORTHVALE, size=size) as app:
        await app.press("]", "ctrl+down", "c")
        composer, field = app.screen.query_one("#composer"), app.screen.query_one("#remark")
        usual = field.size.height
        await app.burst(numbers)
        assert field.size.height == lines
        assert "30 words" in app.seen()
        await app.press("f7", "delete")
        assert field.size.height == usual == 3
        await app.press("escape", "s")
        await app.burst(numbers, "tab", numbers)
        assert composer.max_scroll_y == 0
        assert "kind wording" in app.seen()
