"""An author edits the draft from the app: one paragraph with what that touches shown first, or in their own editor."""

import stat
import threading
from pathlib import Path
from typing import Any

import pytest

from reviewtui.domain.actions.commands import CommitEdits, DiscardEdits, EditText
from reviewtui.domain.refusal import Conflict, Refused
from reviewtui.tui.app import confirmations
from reviewtui.tui.app.outside_programs import editor_command
from reviewtui.workspace.workspace import Workspace
from tests.acting import ask, remark
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.tui.conftest import Open, Play
from tests.tui.holding import held


async def test_a_paragraph_is_edited_with_what_it_touches(review: Clone, run: Run, play: Open) -> None:
    """Remarks and sign-offs are named before the file is written; nothing is committed."""
    remark(run, review, "comment", "principles", "--quote", "must think", "-m", "Must they?")
    ask(run, review, "signoff", "support", who=NORTHVALE)
    ask(run, review, "submit", who=NORTHVALE)
    head = review.git("rev-parse", "HEAD")
    async with play(review, size=(120, 50)) as app:
        await app.press("n", "E", sees="Edit Principles")
        await app.type(" Always.", "ctrl+s")
        seen = app.seen()
        assert "keeps its words" in seen
        assert "Sign-offs of Northvale Council become stale" in seen
        await app.press("escape")
        assert "Always" not in review.read("policy/principles.md")
        await app.press("ctrl+s", "enter", tells="Edited principles.md in the work tree")
        assert app.screen.composer.form is None
    assert "if in doubt. Always.\n" in review.read("policy/principles.md")
    assert review.git("rev-parse", "HEAD") == head


async def test_a_remark_loses_words_that_it_stands_on_now_alone(review: Clone, run: Run, play: Open) -> None:
    """Not those that it was made on, which may have gone long ago: adding a word beside them takes nothing away."""
    remark(run, review, "comment", "principles", "--quote", "must think before they post", "-m", "Must they?")
    review.commit_edit("policy/principles.md", "must think", "should think", "Advise it")
    async with play(review, size=(120, 50)) as app:
        await app.press("n", "E")
        await app.type(" Always.", "ctrl+s", sees="open, keeps its words")
        await app.press("escape", "up", "home")
        await app.pilot.press(*("delete",) * 20)
        await app.press("ctrl+s", sees="open, loses words that it stands on")


async def test_an_edit_that_changes_nothing_is_no_edit(review: Clone, play: Open) -> None:
    """Nothing is asked and nothing is said to be saved; the words stay in the form."""
    async with play(review) as app:
        await app.press("]", "E", "ctrl+s", tells="Nothing is changed, so there is nothing to save.")
        assert app.screen.composer.form is not None
        await app.type(" Always.")
        assert app.screen.composer.content.replacement.endswith(" Always.")


async def test_what_goes_on_with_an_edit_is_told_as_what_it_is(
    review: Clone, play: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before it is known what it touches nothing is called saved; keys of that time are told, esc keeps the words."""
    gate, real = threading.Event(), confirmations.question_before

    def slow(*given: Any) -> Any:
        gate.wait(20)
        return real(*given)

    monkeypatch.setattr(confirmations, "question_before", slow)
    async with play(review) as app:
        await app.press("]", "ctrl+down", "E")
        await app.type(" Always.")
        app.send("ctrl+s", *"yes", "enter")
        await app.wait_for(lambda: "seeing what it touches" in app.seen())
        gate.set()
        await app.settle()
        assert "Save" not in app.told()
        assert "What you typed meanwhile was not taken." in app.told()
        assert "save the edit" in app.seen()
        assert "saving" not in app.seen()
        await app.press("escape")
        gate.clear()
        app.send("ctrl+s")
        await app.wait_for(lambda: "seeing what it touches" in app.seen())
        app.send("escape")
        await app.wait_for(lambda: app.screen.composer.form is None)
        gate.set()
        await app.settle()
        assert "Kept for later, not saved" in app.told()
        assert "save the edit" not in app.seen()
    assert "Always" not in review.read("policy/principles.md")


async def test_a_text_that_nobody_signed_off_has_no_sign_off_to_lose(review: Clone, run: Run, play: Open) -> None:
    """A section that came after a sign-off is not covered by it, so its edit makes nothing stale."""
    ask(run, review, "signoff", "support", who=NORTHVALE)
    ask(run, review, "submit", who=NORTHVALE)
    review.commit_file("policy/aaa.md", "# Early\n\nOfficers must answer.\n", "Add a section")
    async with play(review, size=(120, 50)) as app:
        while app.screen.view.section.path != "policy/aaa.md":
            await app.press("]")
        await app.press("ctrl+down", "E")
        await app.type(" Always.", "ctrl+s", sees="No sign-off stands that it could touch")


async def test_an_edit_is_committed_at_once(review: Clone, play: Open) -> None:
    """After saving, the commit is offered; it is the author's and holds the text alone, whatever is staged besides."""
    review.write("notes.txt", "mine")
    review.git("add", "notes.txt")
    async with play(review, size=(120, 50)) as app:
        await app.press("]", "ctrl+down", "E")
        await app.type(" Always.", "ctrl+s", "enter", "ctrl+p")
        await app.type("Commit the edit", "enter", sees="Edit Principles")
        await app.type("Advise always", "enter", tells="Committed the edit of policy/principles.md")
    assert review.git("log", "-1", "--format=%an %s") == f"{OFFICER[0]} Advise always"
    assert review.git("show", "--name-only", "--format=") == "policy/principles.md"
    assert review.git("status", "--porcelain") == "A  notes.txt"


async def test_nothing_is_asked_by_itself_behind_an_edit(review: Clone, play: Open) -> None:
    """A message names what commits the edit; the next key is for the screen, whenever it comes."""
    async with play(review, size=(120, 50)) as app:
        await app.press("]", "ctrl+down", "E")
        await app.type(" Always.", "ctrl+s")
        with held(app.app.workspace, "look") as gate:
            app.send("enter")
            await app.wait_for(lambda: "Next: ctrl+p \u201cCommit the edit\u2026\u201d commits it" in app.told())
            app.send("3")
            await app.wait_for(lambda: app.app.current_mode == "compare")
            gate.set()
            await app.settle()
        assert app.app.screen is app.screen


@pytest.mark.slow
async def test_an_edit_that_was_left_is_committed_from_the_palette(review: Clone, play: Open) -> None:
    """A release refuses and names the entry of the palette; that one commits, and nothing stands in the way then."""
    async with play(review, size=(120, 50)) as app:
        await app.press("]", "ctrl+down", "E")
        await app.type(" Always.", "ctrl+s", "enter")
        app.app.screens.tell("'x' has edits that are not committed; commit them first: a release is committed text.")
        assert "commit them first (ctrl+p \u201cCommit the edit\u2026\u201d)" in app.told()
        await app.press("ctrl+p")
        await app.type("Commit the edit", "enter", sees="nothing else that lies here")
        await app.press("enter", tells="Committed the edit")
    assert review.git("status", "--porcelain") == ""


def test_what_git_turns_is_committed_as_git_stores_it(review: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line ends that a checkout turned do not come into the commit; without an edit there is nothing to commit."""
    monkeypatch.setenv("GIT_AUTHOR_NAME", OFFICER[0])
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", OFFICER[1])
    workspace = Workspace.open(review.path)
    with pytest.raises(Refused):
        workspace.carry_out(CommitEdits(("policy/principles.md",), "Nothing"))
    review.git("config", "core.autocrlf", "true")
    text = review.read("policy/principles.md")
    review.write("policy/principles.md", f"{text}\nMore.\n".replace("\n", "\r\n").encode())
    workspace.carry_out(CommitEdits(("policy/principles.md", "reviews/settings.toml"), "More"))
    assert review.git("show", "HEAD:policy/principles.md") == f"{text}\nMore.\n".strip()
    assert not Workspace.open(review.path).load().policy.texts["policy/principles.md"].dirty


@pytest.mark.parametrize(("turns", "ends"), [("true", b"\r\n"), ("false", b"\n")])
def test_a_discarded_edit_keeps_the_line_ends_that_git_turned(
    turns: str, ends: bytes, review: Clone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A checkout under core.autocrlf has others than the commit; where git turns none, the commit's are put back."""
    monkeypatch.setenv("GIT_AUTHOR_NAME", OFFICER[0])
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", OFFICER[1])
    review.git("config", "core.autocrlf", turns)
    text = review.read("policy/principles.md")
    review.write("policy/principles.md", f"{text}\nMore.\n".replace("\n", "\r\n").encode())
    workspace = Workspace.open(review.path)
    edited = workspace.load().policy.texts["policy/principles.md"]
    workspace.carry_out(DiscardEdits((("policy/principles.md", edited.blob),)))
    assert (review.path / "policy/principles.md").read_bytes() == text.encode().replace(b"\n", ends)
    assert not Workspace.open(review.path).load().policy.texts["policy/principles.md"].dirty


async def test_a_reviewer_cannot_edit(review: Clone, play: Open) -> None:
    """The key says why."""
    async with play(review, NORTHVALE) as app:
        await app.press("E", "ctrl+e", tells="Only an author")


def test_an_edit_of_other_words_changes_nothing(review: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    """What changed meanwhile is a conflict; a file that is no plain UTF-8 is refused."""
    monkeypatch.setenv("GIT_AUTHOR_NAME", OFFICER[0])
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", OFFICER[1])
    workspace = Workspace.open(review.path)
    text = review.read("policy/principles.md")
    with pytest.raises(Conflict):
        workspace.carry_out(EditText("principles", (0, 5), "other", "words"))
    review.write("policy/principles.md", text.encode() + b"\xff")
    with pytest.raises(Refused):
        workspace.carry_out(EditText("principles", (0, 12), text[:12], "# Principle"))


async def test_the_own_editor_opens_at_the_caret(
    review: Clone, play: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+e starts $VISUAL on the file; what it saved is read when it ends."""
    script = tmp_path / "vi"
    script.write_text('#!/bin/sh\necho "$1" > "$(dirname "$0")/line"\necho "Edited outside." >> "$2"\n')
    script.chmod(script.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setenv("VISUAL", str(script))
    async with play(review) as app:
        monkeypatch.setattr(app.app, "suspend", _nothing)
        await app.press("]", "ctrl+down", "ctrl+e", sees="Edited outside.", tells="ctrl+z takes it back")
        await app.press("z", sees="Take back the edit of Principles")
        await app.press("enter", tells="Took back the edit of principles.md; it reads as committed again.")
        assert "Edited outside." not in app.seen()
    assert review.git("status", "--porcelain") == ""
    assert (tmp_path / "line").read_text() == "+3\n"


async def _edits(app: Play, words: str) -> None:
    """Add words to the first paragraph of the section and save that."""
    await app.press("ctrl+home", "ctrl+down", "E")
    await app.type(words, "ctrl+s", "enter")


async def test_an_edit_is_taken_back_like_any_act(review: Clone, run: Run, play: Open) -> None:
    """The last one first, with its words, also beside a change by another program; decisions in their turn."""
    remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why two?")
    text = review.read("policy/principles.md")
    async with play(review, size=(120, 50)) as app:
        await app.press("n", "x")
        await app.type("They do.", "ctrl+s", tells="Declined")
        await app.press("[")
        await _edits(app, " Always.")
        await _edits(app, " Really.")
        review.write("policy/principles.md", review.read("policy/principles.md") + "\nBy another.\n")
        await app.press("ctrl+r", "ctrl+z", sees=("Take back the edit of Principles", "[-Really.-]"))
        await app.press("enter", tells="Took back the edit of principles.md; it is not committed yet.")
        await app.press("ctrl+z", "enter")
        assert review.read("policy/principles.md") == f"{text}\nBy another.\n"
        await app.press("ctrl+z", sees="Take back the decision on")


async def test_an_edit_whose_words_were_changed_is_not_taken_back(review: Clone, play: Open) -> None:
    """It is said so, with what goes back to the committed text."""
    async with play(review, size=(120, 50)) as app:
        await app.press("]")
        await _edits(app, " Always.")
        _change(review, "Always.", "Never.")
        await app.press("ctrl+r", "ctrl+z", tells="cannot be taken back: its words were changed since. ctrl+p")
        assert "Never." in review.read("policy/principles.md")
        await app.press("ctrl+z", tells="Nothing was done since the app was opened")


async def test_a_committed_edit_says_how_it_is_taken_back(review: Clone, play: Open) -> None:
    """By another commit; one that was committed outside is taken back in the file, and that is said."""
    async with play(review, size=(120, 50)) as app:
        await app.press("]")
        await _edits(app, " Always.")
        await app.press("ctrl+p")
        await app.type("Commit the edit", "enter", "enter", tells="Committed the edit")
        commit = review.git("rev-parse", "HEAD")[:10]
        await app.press("ctrl+z", tells=f"Committed the edit of policy/principles.md as {commit}. So: git revert")
        await _edits(app, " Really.")
        review.git("commit", "-qam", "By hand")
        await app.press("ctrl+r", "ctrl+z", sees="It is committed by now")
        await app.press("enter", tells="Took back the edit of principles.md; it is not committed yet.")


async def test_edits_are_discarded_and_brought_back(review: Clone, play: Open) -> None:
    """One text or all are as committed again; what was discarded comes back as long as the app is open."""
    for path in ("policy/principles.md", "policy/records.md"):
        review.write(path, review.read(path) + "\nMore.\n")
    async with play(review, size=(120, 50)) as app:
        await app.press("ctrl+p")
        await app.type("Discard", "enter", sees="all 2 edited texts")
        await app.press("enter", sees=("Discard the edit of Principles", "[-More.-]"))
        await app.press("escape")
        assert "More." in review.read("policy/principles.md")
        await app.press("ctrl+p")
        await app.type("Discard", "enter", "enter", "enter", tells="Discarded the edit of policy/principles.md")
        assert review.git("status", "--porcelain") == " M policy/records.md"
        await app.press("ctrl+z", sees="Bring back the edit of Principles")
        await app.press("enter", tells="Brought back the edit of principles.md; it is not committed yet.")
        assert "More." in review.read("policy/principles.md")
        review.git("add", "policy/principles.md")
        await app.press("ctrl+p")
        await app.type("Discard", "enter", "enter", "enter", tells="git restore --staged policy/principles.md")
        assert "More." in review.read("policy/principles.md")


def test_what_changed_meanwhile_is_not_discarded(review: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor a text that no commit holds."""
    monkeypatch.setenv("GIT_AUTHOR_NAME", OFFICER[0])
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", OFFICER[1])
    review.write("policy/principles.md", "# Other\n")
    review.write("policy/new.md", "# New\n")
    workspace = Workspace.open(review.path)
    texts = workspace.load().policy.texts
    with pytest.raises(Conflict, match="changed just now"):
        workspace.carry_out(DiscardEdits((("policy/principles.md", texts["policy/records.md"].blob),)))
    with pytest.raises(Conflict, match="not in the committed text"):
        workspace.carry_out(DiscardEdits((("policy/new.md", texts["policy/new.md"].blob),)))
    assert review.read("policy/principles.md") == "# Other\n"


class _nothing:  # noqa: N801 - stands for a method
    def __enter__(self) -> None:
        """Step aside."""

    def __exit__(self, *_: object) -> None:
        """Come back."""


def test_editors_are_asked_for_a_line_as_they_take_it() -> None:
    """Those that are not known get the file alone."""
    file = Path("/a b/c.md")
    assert editor_command("vim -u NONE", file, 3) == ["vim", "-u", "NONE", "+3", "/a b/c.md"]
    assert editor_command("code", file, 3) == ["code", "--wait", "--goto", "/a b/c.md:3"]
    assert editor_command("hx", file, 3) == ["hx", "/a b/c.md:3"]
    assert editor_command("ed2", file, 3) == ["ed2", "/a b/c.md"]


def _change(clone: Clone, old: str, new: str) -> None:
    text = clone.read("policy/principles.md")
    assert old in text
    clone.write("policy/principles.md", text.replace(old, new))


async def _meets_a_change(app: Play, clone: Clone, old: str, new: str) -> None:
    """Edit the paragraph of duties; meanwhile another program changes it."""
    await app.press("]", "ctrl+down", "E")
    await app.type(" Always.")
    _change(clone, old, new)
    await app.press("ctrl+s")
    if "A person has to settle" not in app.seen():
        await app.press("enter")


async def test_an_edit_that_meets_a_change_goes_on_beside_it(review: Clone, play: Open) -> None:
    """Enter destroys nothing: what others changed and what was typed stand together, and are saved together."""
    async with play(review, size=(80, 24)) as app:
        await _meets_a_change(app, review, "must think", "must ponder")
        assert "enter write on beside theirs · o mine · t theirs · ctrl+y copy · esc later" in app.app.screen.ways
        await app.press("x", tells="x does nothing here")
        await app.press("ctrl+y", tells="Copied your words")
        assert "1 unsaved" in app.seen()
        # By now the app has read what others changed, so that nothing is asked before that.
        await app.press("ctrl+s", "ctrl+s", sees="It was changed since you began")
        assert "must ponder" in app.screen.composer.content.replacement
        assert app.screen.composer.content.replacement.endswith(" Always.")
        await app.press("ctrl+s", "enter", tells="Edited principles.md")
        assert "unsaved" not in app.seen()
    text = review.read("policy/principles.md")
    assert "must ponder" in text
    assert "Always." in text


@pytest.mark.parametrize(("key", "kept"), [("o", "must think"), ("t", "must ponder")])
async def test_of_two_edits_one_side_is_taken(key: str, kept: str, review: Clone, play: Open) -> None:
    """Mine goes in as it was typed, after a look at what that does; theirs stays, and mine can be brought back."""
    async with play(review) as app:
        await _meets_a_change(app, review, "must think", "must ponder")
        await app.press(key)
        if key == "o":
            await app.press("enter", tells="Edited principles.md")
        else:
            assert app.screen.composer.form is None
            assert "u offers these words again" in app.told()
        assert "unsaved" not in app.seen()
    assert kept in review.read("policy/principles.md")
    assert ("Always." in review.read("policy/principles.md")) == (key == "o")


async def test_an_edit_left_over_a_change_goes_on_after_a_restart(review: Clone, play: Open) -> None:
    """U opens it on the words of now; what reads as it did elsewhere in the file is just saved there."""
    async with play(review) as app:
        await app.press("]", "ctrl+down", "E")
        await app.type(" Always.")
        await app.press("escape")
    _change(review, "must think", "must ponder")
    async with play(review) as app:
        await app.press("u", sees="It was changed since you began")
        assert "must ponder" in app.screen.composer.content.replacement
        await app.type(" Really.")
        _change(review, "# Principles\n", "# Principles\n\nA new paragraph.\n")
        await app.press("ctrl+s")
        await app.press("enter")
        assert "Always. Really." in review.read("policy/principles.md")
        assert "unsaved" not in app.seen()
