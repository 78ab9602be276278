"""What ctrl+z would take back: the words of the own edit alone, and each act in its turn."""

import pytest

from reviewtui.domain.actions.commands import Decide, DiscardEdits, EditText, Undo
from reviewtui.domain.policy.policy import Policy, Text, build_policy
from reviewtui.tui.background.undo_history import UndoHistory

_A = "# A\n\nOne.\n\nTwo.\n"
_B = "# B\n\nOne.\n"
_EDIT = EditText("a.md", (5, 9), "One.", "Uno.")


def _policy(a: str = _A, b: str = _B) -> Policy:
    texts = {path: Text(path, text, str(hash(text))) for path, text in (("policy/a.md", a), ("policy/b.md", b))}
    return build_policy("policy", texts)


@pytest.mark.parametrize("words", ["Uno.", "", "Uno.\n\nMore."])
def test_an_edit_is_taken_back_without_what_others_wrote(words: str) -> None:
    """Neither in its own file nor in another; where others wrote on its lines its words are not found any more."""
    history = UndoHistory()
    mine = _A.replace("One.", words)
    theirs = mine.replace("Two.", "Two, and more.")
    history.note(EditText("a.md", (5, 9), "One.", words), _policy(), _policy(theirs, _B + "\nTheirs.\n"), "")
    assert history.last is not None
    (back,) = history.last.back
    assert mine[slice(*back.span)] == back.before
    if words:
        assert theirs.replace(back.before, back.words) == _A.replace("Two.", "Two, and more.")
    else:
        assert mine.replace(back.before, back.words) == _A


def test_discarded_texts_come_back_without_other_files() -> None:
    """Only those that were discarded."""
    history = UndoHistory()
    before = _policy(_A + "Mine.\n")
    history.note(DiscardEdits((("policy/a.md", ""),)), before, _policy(b=_B + "Theirs.\n"), "")
    assert history.last is not None
    assert [back.section for back in history.last.back] == ["a.md"]


def test_what_is_taken_back_drops_its_own_act() -> None:
    """A decision leaves the undo of a later edit, and an edit that of a later decision."""
    history, before, after = UndoHistory(), _policy(), _policy(_A.replace("One", "Uno"))
    history.note(Decide("t1", "noted"), before, before, "c1")
    history.note(_EDIT, before, after, "")
    edit = history.last
    assert edit is not None
    history.note(Undo("t1", "d1"), after, after, "")
    assert history.last is edit
    history.note(Decide("t1", "noted"), after, after, "c2")
    history.note(edit.back[0], after, before, "")
    history.forget_last()
    assert history.last is None
