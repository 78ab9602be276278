"""Whatever changes while the repository is read, the app looks again until it shows what is there."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.tui.background.locked_workspace import LockedWorkspace
from reviewtui.workspace.workspace import Workspace
from tests.conftest import Clone

Load = Callable[..., Draft]


@pytest.fixture
def locked(review: Clone) -> LockedWorkspace:
    """Return a workspace that was looked at twice, as the app does when it starts."""
    work = LockedWorkspace(review.path)
    work.look(placed=False)
    work.look()
    assert not work.has_changed()
    return work


def meanwhile(monkeypatch: pytest.MonkeyPatch, before: Callable[[], object], behind: Callable[[], object]) -> None:
    """Let something happen in the work tree while the next draft is read."""
    plainly: Load = Workspace.load

    def load(self: Workspace, version: str = "", *, placed: bool = True) -> Draft:
        monkeypatch.setattr(Workspace, "load", plainly)
        before()
        try:
            return plainly(self, version, placed=placed)
        finally:
            behind()

    monkeypatch.setattr(Workspace, "load", load)


def texts(work: LockedWorkspace) -> set[str]:
    """Return the names of the files that are shown."""
    return {Path(path).name for path in work.look().draft.policy.texts}


def test_a_file_that_is_away_while_the_draft_is_read_is_read_again(
    review: Clone, locked: LockedWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is back before anybody looks at the times of the files: what was read without it is not believed."""
    policy = review.path / "policy"
    away = review.path / "away.md"
    meanwhile(
        monkeypatch, lambda: (policy / "principles.md").rename(away), lambda: away.rename(policy / "principles.md")
    )
    assert "principles.md" not in texts(locked)
    assert locked.has_changed()
    assert "principles.md" in texts(locked)
    assert not locked.has_changed()


def test_a_folder_that_is_away_while_the_draft_is_read_is_looked_for_again(
    review: Clone, locked: LockedWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading fails or finds nothing; as the folder is back, with all its times, the next look finds it."""
    policy, away = review.path / "policy", review.path / "policy.bak"
    meanwhile(monkeypatch, lambda: policy.rename(away), lambda: away.rename(policy))
    with contextlib.suppress(ReviewError):
        assert "principles.md" not in texts(locked)
    assert locked.has_changed()
    assert "principles.md" in texts(locked)
    assert not locked.has_changed()


def test_a_change_during_the_first_look_is_seen(review: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the text lies is known only behind the first look; what it missed is read with the second."""
    work = LockedWorkspace(review.path)
    meanwhile(monkeypatch, lambda: None, lambda: review.write("policy/fresh.md", "# Fresh\n\nNew.\n"))
    assert "fresh.md" not in texts(work)
    assert work.has_changed()
    assert "fresh.md" in texts(work)
    assert not work.has_changed()


def test_what_cannot_be_read_is_not_read_for_ever(
    review: Clone, locked: LockedWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look that fails is made once more, and then when something changes."""

    def fail(*_: object, **__: object) -> Draft:
        raise ReviewError("It cannot be read.")

    monkeypatch.setattr(Workspace, "load", fail)
    for again in (True, False):
        with pytest.raises(ReviewError):
            locked.look()
        assert locked.has_changed() is again
    review.write("policy/fresh.md", "# Fresh\n\nNew.\n")
    assert locked.has_changed()
