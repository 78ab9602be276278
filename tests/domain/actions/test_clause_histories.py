"""No accept changes a clause other than the one that a careful reader would choose."""

from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest

from reviewtui.domain.actions.commands import Decide
from reviewtui.domain.actions.decisions.acceptance import CommittedText, plan_acceptance
from reviewtui.domain.policy.anchor import CONTEXT, Anchor
from reviewtui.domain.policy.editing import Three
from reviewtui.domain.record.events import Suggested
from reviewtui.domain.record.folding.fold import fold
from reviewtui.domain.record.record import Record
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Conflict
from reviewtui.domain.review.known_changes import KnownChanges
from reviewtui.workspace.loading.placing_remarks import Placing
from tests.domain.actions.clause_histories import FATES, KINDS, PASSAGE, WORDS, ClauseHistory, clause_histories
from tests.making import blob, kept, made, number, policy_of

PATH, VERSION = "policy/page.md", "a" * 40


class _Texts:
    """The committed text of one file, in which a suggestion was placed as a draft places it."""

    def __init__(self, history: ClauseHistory, folder: Path) -> None:
        self.history = history
        self.policy = policy_of({PATH: history.new})
        self.placing = Placing(SimpleNamespace(review_state_dir=folder))  # type: ignore[arg-type]
        self.placing._versions[VERSION, "policy"] = {PATH: history.old}

    def around(self, thread: Thread) -> CommittedText:
        placements = self.placing.place((thread,), self.policy)
        return CommittedText(self.policy, (thread,), placements, {}, KnownChanges(self.history.old, ()))

    def sides(self, path: str) -> Three:
        text = self.policy.texts[path].text
        return Three(text, text, text)


def _suggestion(history: ClauseHistory) -> Thread:
    start, end, old = history.start, history.start + len(PASSAGE), history.old
    anchor = Anchor(
        path=PATH,
        blob=blob(old),
        version=VERSION,
        start=start,
        end=end,
        exact=PASSAGE,
        prefix=old[max(0, start - CONTEXT) : start],
        suffix=old[end : end + CONTEXT],
    )
    root = made(Suggested, 1, kind="wording", replacement=WORDS, anchors=(anchor,))
    return fold(Record((kept(root, number(1)),))).threads[number(1)]


def _accepted(history: ClauseHistory, folder: Path) -> str | None:
    """Return the text that accepting gives; None where a person has to say more."""
    thread = _suggestion(history)
    try:
        plan = plan_acceptance(Decide(thread.id, "accepted"), thread, _Texts(history, folder))
    except Conflict:
        return None
    assert plan is not None
    return plan.edits[-1].result.head


@pytest.mark.parametrize("kind", KINDS)
def test_accept_changes_the_clause_that_was_meant_or_none(kind: str, tmp_path: Path) -> None:
    """Of 16 histories of each kind none is changed wrongly, and one in which nothing of it changed is accepted."""
    accepted: Counter[str] = Counter()
    for history in clause_histories(2):
        if not history.name.startswith(f"{kind}, "):
            continue
        text = _accepted(history, tmp_path)
        assert text in {None, history.result or None}, history.name
        assert text is not None or not history.must_be_accepted, history.name
        accepted[history.name.split(", ")[1]] += text is not None
    assert accepted["kept"] == 2
    assert len(FATES) == 8


PERMITS = """# Permits

For a hall booking, write to the Verger. You hear within ten days. Nothing is paid before.

For a library card, write to the Archivist. You hear within ten days. Nothing is paid before.

For a skip licence, write to the Warden. You hear within ten days. Nothing is paid before.
"""
CARDS = """# Cards

## Hall booking

A request is read by the clerk. The answer is sent within ten days.

## Library card

A request is read by the clerk. The answer is sent within ten days.
"""
SUBJECTS = {
    "a paragraph with another subject": (
        PERMITS,
        "a library card, write to the Archivist",
        "a dog licence, see the Bursar",
    ),
    "a section with another title": (CARDS, "## Library card", "## Taxi plate"),
    "an item over it with another subject": (
        "# Fees\n\n- Hall booking\n  - wait ten days\n- Library card\n  - wait ten days\n",
        "- Library card",
        "- Taxi plate",
    ),
}


@pytest.mark.parametrize("kind", SUBJECTS)
def test_the_same_words_about_something_else_are_not_changed(kind: str, tmp_path: Path) -> None:
    """What told the clause from others put like it went: the equal words that stand there now are of another one."""
    old, before, after = SUBJECTS[kind]
    start = old.index(PASSAGE, old.index(before))
    assert _accepted(ClauseHistory(kind, old, old.replace(before, after), start, ""), tmp_path) is None
    result = old[:start] + WORDS + old[start + len(PASSAGE) :]
    changed = ClauseHistory(kind, old, old + "\nThe door is shut at nine.\n", start, result)
    assert _accepted(changed, tmp_path) == result + "\nThe door is shut at nine.\n"
