"""Trees that are made in memory are the ones that git makes, and what is not certain is left to git."""

import random
from pathlib import PurePosixPath

import pytest

from reviewtui.domain.refusal import Refused
from reviewtui.store.git import trees
from reviewtui.store.git.new_objects import NewObjects
from reviewtui.store.git.process.environment import STARTED
from reviewtui.store.git.repository import Repository, open_repository
from reviewtui.store.git.tree_walk import LeftToGit
from reviewtui.store.git.trees import Unmerged, edited_tree, merge_trees, tree_with, write_blobs
from tests.conftest import Clone

_NAMES = ("a", "a.b", "a-", "a/x", "a/y/z", "b", "b/c", "é", "0")
_CONTENTS = tuple("line\n" * 20 + letter for letter in "pqrs")


def _changed(chance: random.Random, files: dict[str, str], most: int) -> dict[str, str]:
    """Change, add, rename or take away some files; no file comes where a folder is."""
    new = dict(files)
    for _ in range(chance.randint(0, most)):
        name = chance.choice(_NAMES)
        act = chance.choice(("set", "set", "drop", "rename"))
        if act == "drop":
            new.pop(name, None)
        elif act == "rename" and new:
            new[name] = new.pop(chance.choice(sorted(new)))
        else:
            new[name] = chance.choice(_CONTENTS)
    folders = {str(above) for name in new for above in PurePosixPath(name).parents}
    return {name: content for name, content in new.items() if name not in folders} or {"keep": "x"}


def _committed(policy: Clone, files: dict[str, str], *parents: str) -> str:
    """Commit exactly these files, made by git alone."""
    policy.git("rm", "-r", "-q", "--cached", "--ignore-unmatch", ".")
    for name, content in files.items():
        raw = policy.path / ".git" / "raw"
        raw.write_text(content)
        mode = "100755" if content == _CONTENTS[3] else "100644"
        policy.git("update-index", "--add", "--cacheinfo", f"{mode},{policy.git('hash-object', '-w', str(raw))},{name}")
    above = [argument for parent in parents for argument in ("-p", parent)]
    return policy.git("commit-tree", policy.git("write-tree"), *above, "-m", "x")


@pytest.mark.parametrize("seed", range(25))
def test_a_merge_in_memory_is_git_s_own(policy: Clone, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With files added, changed, renamed and taken away on both sides; one in conflict is never merged in memory."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    files = _changed(chance, {"a/x": _CONTENTS[0], "b/c": _CONTENTS[1], "é": _CONTENTS[2]}, 3)
    base = _committed(policy, files)
    sides = [_committed(policy, _changed(chance, files, 2), base) for _ in range(2)]
    repository = open_repository(policy.path)
    here = _merged(repository, sides)
    monkeypatch.setattr(trees, "_disjoint_merge", lambda *_: "")
    assert _merged(repository, sides) == here


def _merged(repository: Repository, sides: list[str]) -> tuple[str, tuple[Unmerged, ...]] | None:
    """The merge; None where a file stands where the other side has a folder."""
    try:
        merge = merge_trees(NewObjects(repository), *sides)
    except Refused:
        return None
    return merge.tree, merge.unmerged


def test_a_merge_with_two_bases_is_left_to_git(policy: Clone) -> None:
    """Which of them is taken decides what was changed; git makes one of both."""
    base = _committed(policy, {"a": "1\n"})
    one, other = _committed(policy, {"a": "2\n"}, base), _committed(policy, {"a": "1\n", "b": "2\n"}, base)
    left, right = (_committed(policy, {"a": "2\n", "b": "2\n", n: "3\n"}, one, other) for n in ("c", "d"))
    assert not merge_trees(NewObjects(open_repository(policy.path)), left, right).disjoint


@pytest.mark.parametrize("seed", range(10))
def test_edits_in_memory_are_git_s_own(policy: Clone, seed: int) -> None:
    """Files set and taken away anywhere, as an index does it; an emptied folder is gone."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    files = _changed(chance, {"a/x": _CONTENTS[0], "b/c": _CONTENTS[1]}, 4)
    after = _changed(chance, files, 4)
    commit = _committed(policy, files)
    repository = open_repository(policy.path)
    new = NewObjects(repository)
    blobs = {name: new.add("blob", content.encode()) for name, content in after.items()}
    modes = {name: "100755" if content == _CONTENTS[3] else "100644" for name, content in after.items()}
    rows = [("", name) for name in files if name not in after]
    rows += [(f"{modes[name]} {blob}", name) for name, blob in blobs.items()]
    made = tree_with(new, commit, rows)
    new.write()
    assert made == policy.git("rev-parse", f"{_committed(policy, after)}^{{tree}}")


@pytest.mark.parametrize("path", ["a/x/y", "a", "b/../c", ".GIT/config", "/b", f"{'d/' * 60}e"])
def test_what_an_index_would_refuse_is_left_to_git(policy: Clone, path: str) -> None:
    """A folder where a file is, names that lead elsewhere, and very deep ones."""
    commit = _committed(policy, {"a/x": "1\n"})
    repository = open_repository(policy.path)
    tree = policy.git("rev-parse", f"{commit}^{{tree}}")
    with pytest.raises(LeftToGit):
        edited_tree(NewObjects(repository), tree, [(f"100644 {'1' * 40}", path)])


def _kinds(repository: Repository, ids: list[str]) -> list[str]:
    return [repository.git.text("cat-file", "-t", object_id) for object_id in ids]


@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_all_that_waits_is_written_by_one_child(clone: Clone, form: str) -> None:
    """Of any size and with any bytes, also in a repository with long ids; nothing is there before."""
    other = Clone(clone.path.with_name("other"))
    other.path.mkdir()
    other.git("init", "-q", f"--object-format={form}")
    repository = open_repository(other.path)
    new = NewObjects(repository)
    contents = (b"", b"x" * 15, b"y" * 16, bytes(range(256)) * 9, b"z" * 3_000_000)
    blobs = [new.add("blob", content) for content in contents]
    tree = new.add("tree", b"100644 a\0" + bytes.fromhex(blobs[1]))
    before = STARTED.total()
    new.write()
    new.write()
    assert STARTED.total() - before <= 2  # and git's reader of objects
    assert _kinds(repository, [*blobs, tree]) == ["blob"] * 5 + ["tree"]
    assert [repository.git.run("cat-file", "blob", blob) for blob in blobs] == list(contents)
    assert write_blobs(repository, contents) == dict(zip(contents, blobs, strict=True))
