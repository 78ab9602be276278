"""A clone is where it lies: its own configuration leads nobody to another folder of this machine."""

import shutil
from pathlib import Path

import pytest

from tests.acting import ask, picture, refused, remark
from tests.conftest import Clone, Run


@pytest.mark.parametrize("place", ["outside", "above", "inside"])
def test_no_configuration_has_another_folder_read_or_written(
    review: Clone, run: Run, tmp_path: Path, place: str
) -> None:
    """The place that `core.worktree` names stays as it is; the sentence names the key."""
    elsewhere = {"outside": tmp_path / "outside", "above": tmp_path, "inside": review.path / "policy"}[place]
    for name in ("policy", "reviews"):
        shutil.copytree(review.path / name, elsewhere / name, dirs_exist_ok=True)
    review.git("config", "core.worktree", str(elsewhere))
    before = {path: path.read_bytes() for path in elsewhere.rglob("*.toml")}
    for words in (("status",), ("comment", "principles", "-m", "Hm."), ("submit",), ("threads",)):
        assert "git config --unset core.worktree" in refused(run, review, *words)
    assert {path: path.read_bytes() for path in elsewhere.rglob("*.toml")} == before


def test_a_linked_work_tree_and_a_submodule_are_where_they_lie(review: Clone, run: Run, tmp_path: Path) -> None:
    """A `.git` file that leads elsewhere is git's own way of saying where the rest of a clone is."""
    remark(run, review, "comment", "-m", "Hm.")
    review.git("worktree", "add", "-q", str(tmp_path / "linked"), "-b", "linked")
    outer = Clone(tmp_path / "outer")
    outer.path.mkdir()
    outer.git("init", "-q", "-b", "main")
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(review.path), "inner")
    for clone in (Clone(tmp_path / "linked"), Clone(outer.path / "inner"), Clone(outer.path / "inner" / "policy")):
        assert len(ask(run, clone, "threads")["threads"]) == 1
    assert picture(review)
