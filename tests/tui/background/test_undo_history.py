"""What ctrl+z would take back: the words of the own edit alone, and each act in its turn."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import cast

import pytest

from reviewtui.domain.actions import commands
from reviewtui.domain.actions.commands import (
    Classify,
    Command,
    CommitEdits,
    Decide,
    DiscardEdits,
    EditText,
    Read,
    Reply,
    Revise,
    Undo,
)
from reviewtui.domain.policy.policy import Policy, Text, build_policy
from reviewtui.domain.review.draft import Draft
from reviewtui.tui.background.undo_history import UndoHistory
from reviewtui.tui.keys.undo_ways import WAYS
from reviewtui.workspace.command.outcome import Outcome

_A = "# A\n\nOne.\n\nTwo.\n"
_B = "# B\n\nOne.\n"
_EDIT = EditText("a.md", (5, 9), "One.", "Uno.")


def _policy(a: str = _A, b: str = _B) -> Policy:
    texts = {path: Text(path, text, str(hash(text))) for path, text in (("policy/a.md", a), ("policy/b.md", b))}
    return build_policy("policy", texts)


def _draft(policy: Policy, decided: Mapping[str, str] | None = None) -> Draft:
    """Return what the history looks at of a draft: its texts, and which decisions are in force."""
    threads = {
        name: SimpleNamespace(decision=SimpleNamespace(id=decision)) for name, decision in (decided or {}).items()
    }
    return cast(Draft, SimpleNamespace(policy=policy, my_pending=(), review=SimpleNamespace(threads=threads)))


def _note(history: UndoHistory, command: Command, before: Policy, outcome: Outcome | None = None) -> bool:
    return history.note((command,), (outcome or Outcome("Done."),), before)


def _decided(thread: str, decision: str) -> Outcome:
    return Outcome("Decided.", thread, decision, commit="c")


@pytest.mark.parametrize("words", ["Uno.", "", "Uno.\n\nMore."])
def test_an_edit_is_taken_back_without_what_others_wrote(words: str) -> None:
    """Neither in its own file nor in another; where others wrote on its lines its words are not found any more."""
    history = UndoHistory()
    mine = _A.replace("One.", words)
    theirs = mine.replace("Two.", "Two, and more.")
    assert _note(history, EditText("a.md", (5, 9), "One.", words), _policy())
    assert history.last is not None
    (back,) = history.last.back
    assert mine[slice(*back.span)] == back.before
    if words:
        assert theirs.replace(back.before, back.words) == _A.replace("Two.", "Two, and more.")
    else:
        assert mine.replace(back.before, back.words) == _A


def test_an_edit_that_cannot_be_told_from_others_is_noted_as_that() -> None:
    """Its words stood there twice, elsewhere than it says: it is an act all the same, and none before it is meant."""
    history = UndoHistory()
    assert not _note(history, EditText("a.md", (0, 5), "Same.", "Other."), _policy("# A\n\nSame. Same.\n"))
    assert history.last is not None
    assert (history.last.kind, history.last.can_be_undone) == (EditText, False)


def test_discarded_texts_come_back_without_other_files_or_words() -> None:
    """Only those that were discarded, beside what was put back: a colleague's words of a moment later stay."""
    history = UndoHistory()
    outcome = Outcome("Discarded.", put_back=(("policy/a.md", _A),))
    _note(history, DiscardEdits((("policy/a.md", ""),)), _policy(_A + "\nMine.\n"), outcome)
    assert history.last is not None
    (back,) = history.last.back
    assert back.section == "a.md"
    assert "Theirs." not in back.before
    assert _A.replace(back.before, back.words) == _A + "\nMine.\n"


def test_what_is_taken_back_drops_its_own_act() -> None:
    """A decision leaves the undo of a later edit, and an edit that of a later decision."""
    history, one, two = UndoHistory(), _policy(), _policy(_A.replace("One", "Uno"))
    _note(history, Decide("t1", "noted"), one, _decided("t1", "d1"))
    _note(history, _EDIT, one)
    edit = history.last
    assert edit is not None
    _note(history, Undo("t1", "d1"), two)
    assert history.last is edit
    _note(history, Decide("t1", "noted"), two, _decided("t1", "d2"))
    _note(history, edit.back[0], two)
    history.forget_last()
    assert history.last is None


def test_no_act_is_passed_over() -> None:
    """What nothing takes back stands before what was done earlier; a committed edit stays behind it."""
    history, one, two = UndoHistory(), _policy(), _policy(_A.replace("One", "Uno"))
    _note(history, _EDIT, one)
    assert _note(history, CommitEdits(("policy/a.md",), "Uno"), two, Outcome("Committed.", commit="c1")) is False
    classed = Outcome("Classed.", event="e1", commit="c2", count=1)
    assert _note(history, Classify("a.md", "editorial", "Why"), two, classed) is False
    told = []
    while history.last is not None:
        told.append(history.last.told)
        history.forget_last()
    assert told == ["Classed.", "Committed."]


def test_those_of_several_that_were_done_before_one_failed_are_noted() -> None:
    """So that undo is about them, and not about an older act."""
    history, before = UndoHistory(), _draft(_policy())
    asked = (Decide("t1", "accepted"), Decide("t2", "accepted"))
    assert history.note_some(asked, before, _draft(_policy(), {"t1": "d1"}))
    assert history.last is not None
    assert history.last.decisions == {"t1": "d1"}
    assert not UndoHistory().note_some(asked, before, before)


@pytest.mark.parametrize(
    ("command", "outcome", "pending"),
    [
        (Reply("t1", "Yes"), Outcome("Saved.", "t1", "e1"), "e1"),
        (Read(("a.md",)), Outcome("Read.", event="e1", count=1), "e1"),
        (Read(("a.md", "b.md")), Outcome("Read.", event="e1", count=2), ""),
        (Read(("a.md",)), Outcome("You had marked all of that as read already."), ""),
        (Revise("t1", "Anew"), Outcome("Saved.", "t1", "e2"), "e2"),
        (Revise("t1", "Anew", blocking=True), Outcome("Changed.", "t1", "t1"), ""),
    ],
)
def test_what_an_act_left_pending_is_known_from_its_outcome(command: Command, outcome: Outcome, pending: str) -> None:
    """One event is taken back; several are not, nor the remark itself where its words were put anew."""
    history = UndoHistory()
    assert _note(history, command, _policy(), outcome) is bool(pending)
    assert history.last is not None
    assert history.last.pending == pending


def test_every_command_of_the_app_says_what_takes_it_back() -> None:
    """None is told by default that nothing does."""
    kinds = {kind for kind in vars(commands).values() if isinstance(kind, type) and issubclass(kind, Command)}
    assert kinds - {Command} == set(WAYS) - {None}
