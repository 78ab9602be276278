"""What was chosen for a place in conflict is written at that place alone."""

import pytest

from reviewtui.domain.actions.commands import Sync
from reviewtui.domain.review.sync_state import MergeConflicts
from reviewtui.workspace.real_environment import real_environment
from reviewtui.workspace.workspace import Workspace
from tests.conftest import OFFICER, Clone, Run
from tests.sharing import bare_of, clone_of, synced

PATH = "policy/principles.md"


def _edit(clone: Clone, one: str, two: str) -> None:
    """Let the sections One and Two of the same words say something."""
    text = clone.read(PATH).partition("\n## One")[0].rstrip("\n")
    clone.commit_file(PATH, f"{text}\n\n## One\n\nReply in {one} days.\n\n## Two\n\nReply in {two} days.\n")


def test_a_choice_is_asked_for_again_once_the_file_has_changed_on_the_other_side(review: Clone, run: Run) -> None:
    """Their change under One was taken back meanwhile; what had been chosen for One was written under Two."""
    _edit(review, "two", "two")
    other = clone_of(bare_of(review), "other")
    _edit(other, "nine", "nine")
    synced(run, other)
    _edit(review, "five", "five")
    for key, value in zip(("name", "email"), OFFICER, strict=True):
        review.git("config", f"user.{key}", value)
    sharing = Workspace(real_environment(review.path)).sharing
    with pytest.raises(MergeConflicts) as asked:
        sharing.sync(Sync())
    one, two = asked.value.conflicts
    chosen = ((one.place, one.theirs), (two.place, two.ours))
    _edit(other, "two", "nine")
    synced(run, other)
    head = review.git("rev-parse", "HEAD")
    with pytest.raises(MergeConflicts) as again:
        sharing.sync(Sync(settled=chosen))
    [left] = again.value.conflicts
    assert (review.git("rev-parse", "HEAD"), review.read(PATH).count("five")) == (head, 2)
    sharing.sync(Sync(settled=((left.place, left.ours),)))
    assert review.read(PATH).endswith("## One\n\nReply in five days.\n\n## Two\n\nReply in five days.\n")
