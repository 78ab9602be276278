"""The five screens as text, on one small repository whose ids and dates are always the same.

`pytest tests/tui/screens/test_screen_snapshots.py --snapshot-update` takes them anew; look at what changed.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from syrupy.assertion import SnapshotAssertion

from reviewtui.domain.actions.commands import BeginReview, Comment, Decide, Release, Submit, Suggest
from reviewtui.domain.person import Person
from reviewtui.domain.policy.place import Place
from reviewtui.store.commit.manual_commits import ManualCommit, commit_manually
from reviewtui.store.git.repository import open_repository
from reviewtui.workspace.real_environment import Environment
from reviewtui.workspace.workspace import Workspace
from tests.conftest import NORTHVALE, OFFICER, PRINCIPLES, RECORDS, Clone
from tests.tui.conftest import Open

_COMMIT = re.compile(r"\b(?=[0-9]*[a-f])[0-9a-f]{8}\b")
_SCROLL_BAR = re.compile("[\u2581-\u2588](?= ?\u2502)")
_SCREENS = {"1": "read", "2": "decide", "3": "compare", "4": "ready", "5": "history"}
_FILES = {"policy/index.md": b"# About this policy\n\nIt is half policy, half guidance.\n"}
_FILES |= {"policy/principles.md": PRINCIPLES.encode(), "policy/records.md": RECORDS.encode()}


def _minutes() -> Iterator[datetime]:
    start = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
    return (start + timedelta(minutes=number) for number in count())


@pytest.fixture
def fixed(clone: Clone) -> Clone:
    """A policy released as 0.1 and changed since, with a decided remark, an open one and a suggestion."""
    minutes, numbers = _minutes(), count(1)
    acting = [Person(*OFFICER)]
    repository = open_repository(clone.path)
    environment = Environment(
        repository=repository,
        now=lambda: next(minutes),
        new_id=lambda: f"01jn{next(numbers):022d}",
        me=lambda: acting[0],
        committer=lambda me: me,
    )
    workspace = Workspace(environment)
    commit_manually(repository, ManualCommit(_FILES, "Draft the policy", acting[0], next(minutes)))
    workspace.carry_out(BeginReview("policy", "Social media policy"))
    acting[0] = Person(*NORTHVALE)
    early = workspace.carry_out(Comment((Place(section="records", quote="two years"),), "Why two?")).thread
    workspace.carry_out(Comment((Place(section="principles", quote="Be kind"),), "Well said.", "praise"))
    workspace.carry_out(Submit())
    acting[0] = Person(*OFFICER)
    workspace.carry_out(Decide(early, "declined", "The law says two."))
    workspace.carry_out(Release("0.1", "A first draft for all to read."))
    changed = PRINCIPLES.replace("should ask", "must ask").encode()
    commit_manually(repository, ManualCommit({"policy/principles.md": changed}, "Duty", acting[0], next(minutes)))
    acting[0] = Person(*NORTHVALE)
    workspace.carry_out(Suggest(Place(section="principles", quote="if in doubt"), "when in doubt", "Clearer."))
    workspace.carry_out(Submit())
    return clone


@pytest.mark.quick(1)
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 50)], ids=["80x24", "120x40", "160x50"])
async def test_the_screens_look_as_they_did(
    fixed: Clone, play: Open, snapshot: SnapshotAssertion, size: tuple[int, int]
) -> None:
    """Each screen, with the first remark at hand, is the text that was looked at when the snapshot was taken."""
    async with play(fixed, size=size) as app:
        await app.press("n")
        for key, name in _SCREENS.items():
            await app.press(key)
            seen = "\n".join(line.rstrip() for line in app.seen().splitlines())
            # A commit's id tells all that is in it, and a scroll bar what is out of sight: neither is looked at here.
            seen = _SCROLL_BAR.sub(" ", _COMMIT.sub("commitid", seen))
            assert seen == snapshot(name=name)
