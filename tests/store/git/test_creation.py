"""New repositories, and commits made by hand in them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reviewtui.domain.person import Person
from reviewtui.domain.refusal import Refused
from reviewtui.store.commit.manual_commits import ManualCommit, commit_manually, pack
from reviewtui.store.git.creation import create_repository, fresh_folder
from reviewtui.store.git.repository import Repository
from tests.conftest import Clone

OWNER = Person("J. Reviewer", "reviewer@northvale.example")
WRITER = Person("Policy Officer", "officer@council.example")
MOMENT = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A new repository that belongs to a reviewer."""
    return create_repository(tmp_path, OWNER)


def _by_hand(repository: Repository, files: dict[str, bytes | None]) -> str:
    return commit_manually(repository, ManualCommit(files, "Edit the text", WRITER, MOMENT))


def test_a_new_repository_is_its_owner_s(repository: Repository) -> None:
    """It is on branch main, has no commit and no hooks, and git takes its user for the owner."""
    clone = Clone(repository.work_tree)
    assert clone.git("symbolic-ref", "HEAD") == "refs/heads/main"
    assert clone.git("config", "--local", "user.email") == OWNER.address
    assert not (repository.git.git_dir / "hooks").exists()
    assert repository.resolve_ref("HEAD") is None


def test_a_template_of_the_user_stays_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template folder in the user's configuration brings no hook along."""
    (tmp_path / "template" / "hooks").mkdir(parents=True)
    (tmp_path / "template" / "hooks" / "post-commit").write_text("#!/bin/sh\n")
    (tmp_path / "config").write_text(f"[init]\n\ttemplateDir = {tmp_path / 'template'}\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    (tmp_path / "new").mkdir()
    create_repository(tmp_path / "new", OWNER)
    assert not (tmp_path / "new" / ".git" / "hooks").exists()


def test_handwork_is_committed_with_its_writer_and_date(repository: Repository) -> None:
    """The first commit and the next hold exactly the files as they were given, and leave the work tree clean."""
    first = _by_hand(repository, {"policy/a.md": b"A\r\n", "policy/b.md": "Bé\n".encode()})
    second = _by_hand(repository, {"policy/a.md": None, "policy/c.md": b"C\n"})
    clone = Clone(repository.work_tree)
    assert clone.git("log", "--format=%H %an <%ae> %cn %at %ct").splitlines() == [
        f"{commit} {WRITER} {WRITER.name} {MOMENT.timestamp():.0f} {MOMENT.timestamp():.0f}"
        for commit in (second, first)
    ]
    assert clone.git("ls-tree", "-r", "--name-only", "HEAD").splitlines() == ["policy/b.md", "policy/c.md"]
    assert clone.git("cat-file", "blob", f"{first}:policy/a.md") == "A\r"
    assert clone.git("status", "--porcelain") == ""


def test_packing_changes_nothing_but_the_files(repository: Repository) -> None:
    """After packing, history reads as before and nothing lies loose."""
    commit = _by_hand(repository, {"policy/a.md": b"A\n"})
    pack(repository)
    clone = Clone(repository.work_tree)
    assert clone.git("rev-parse", "HEAD") == commit
    assert clone.git("count-objects").startswith("0 objects")
    assert clone.git("fsck", "--strict") == ""


def test_a_folder_is_new_or_empty(tmp_path: Path) -> None:
    """A folder with anything in it is refused, one that is new is made with those above it."""
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "file").write_text("mine")
    with pytest.raises(Refused, match="not empty"), fresh_folder(tmp_path / "taken"):
        pass
    with fresh_folder(tmp_path / "a" / "b") as folder:
        (folder / "kept").write_text("kept")
    assert (tmp_path / "a" / "b" / "kept").exists()


def test_what_fails_takes_its_own_things_away_and_no_others(tmp_path: Path) -> None:
    """Files, folders and links that were put in are gone after a failure; what a link leads to is not."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "mine").write_text("mine")

    def fail() -> None:
        with fresh_folder(tmp_path / "new") as folder:
            (folder / "below").mkdir()
            (folder / "below" / "file").write_text("x")
            (folder / "link").symlink_to(tmp_path / "elsewhere")
            raise Refused("enough")

    with pytest.raises(Refused, match="enough"):
        fail()
    assert not (tmp_path / "new").exists()
    assert (tmp_path / "elsewhere" / "mine").read_text() == "mine"
