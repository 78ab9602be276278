"""Objects are read through children that stay: by several threads, across writes, and never for ever."""

import os
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.git.objects import entry_at, list_tree, names_in, object_infos, read_blobs
from reviewtui.store.git.process import object_reader
from reviewtui.store.git.process.object_reader import ObjectReader
from reviewtui.store.git.repository import Repository, open_repository
from tests.conftest import Clone


def _reader(repository: Repository) -> ObjectReader:
    assert repository.git.objects is not None
    return repository.git.objects


def _children(reader: ObjectReader) -> list[int]:
    return [reader._child.pid] if reader._child is not None else []


def test_threads_get_their_own_answers(policy: Clone) -> None:
    """Four threads that ask at once never hear what was meant for another."""
    texts = {f"policy/{n}.md": f"# {n}\n\n{'x' * n * 97}\n" for n in range(60)}
    for path, text in texts.items():
        policy.write(path, text)
    policy.commit()
    repository = open_repository(policy.path)
    blobs = {entry.object_id: entry.path for entry in list_tree(repository.git, repository.fresh_head(), "policy")}
    repository = open_repository(policy.path)

    def read(blob: str) -> bool:
        path = blobs[blob]
        return read_blobs(repository.git, [blob], 10**6)[blob] == (policy.path / path).read_bytes()

    with ThreadPoolExecutor(4) as threads:
        assert all(threads.map(read, [*blobs] * 3))


def test_what_is_written_meanwhile_is_seen(policy: Clone) -> None:
    """HEAD, packed references and objects that came or were packed after the first question are the ones of now."""
    repository = open_repository(policy.path)
    first = repository.fresh_head()
    second = policy.commit_file("policy/new.md", "# New\n", "Second")
    assert repository.fresh_head() == second != first
    policy.git("tag", "1.0", first)
    policy.git("pack-refs", "--all")
    assert repository.resolve_ref("refs/tags/1.0") == first
    policy.git("tag", "-f", "1.0", second)
    policy.git("pack-refs", "--all")
    assert repository.resolve_ref("refs/tags/1.0") == second
    third = policy.commit_file("policy/third.md", "# Third\n", "Third")
    policy.git("gc", "-q", "--prune=now")
    assert repository.fresh_head() == third
    blob = policy.git("rev-parse", "HEAD:policy/third.md")
    assert read_blobs(repository.git, [blob], 100) == {blob: b"# Third\n"}
    policy.git("checkout", "-q", "--orphan", "none")
    assert repository.resolve_ref("HEAD") is None


def test_a_child_that_was_ended_is_started_again(policy: Clone) -> None:
    """Whoever kills it, the next question is answered."""
    repository = open_repository(policy.path)
    reader = _reader(repository)
    blob = policy.git("rev-parse", "HEAD:policy/index.md")
    assert read_blobs(repository.git, [blob], 10**6)
    for child in _children(reader):
        os.kill(child, signal.SIGKILL)
    other = policy.git("rev-parse", "HEAD:policy/records.md")
    assert read_blobs(repository.git, [other], 10**6)[other] == (policy.path / "policy/records.md").read_bytes()


def test_a_child_that_does_not_answer_is_ended(policy: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    """A silent one is an error with a sentence after the limit, and the next question starts a new one."""
    monkeypatch.setattr(object_reader, "LIMIT", 0.2)
    monkeypatch.setattr(object_reader, "_BEAT", 0.05)
    repository = open_repository(policy.path)
    reader = _reader(repository)
    assert repository.resolve_ref("HEAD")
    for child in _children(reader):
        os.kill(child, signal.SIGSTOP)
    with pytest.raises(MachineFailed, match="did not answer"):
        repository.resolve_ref("refs/heads/main")
    assert repository.resolve_ref("refs/heads/main") == policy.git("rev-parse", "HEAD")


def test_the_children_end_with_their_reader(policy: Clone) -> None:
    """No child outlives the repository value that asked."""
    repository = open_repository(policy.path)
    assert repository.fresh_head()
    (child,) = _children(_reader(repository))
    del repository
    until = time.monotonic() + 10
    while Path(f"/proc/{child}").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{child}").exists()


def test_what_the_child_complains_of_does_not_stop_it(policy: Clone) -> None:
    """Its complaints are read as well; thousands of them would fill its pipe."""
    repository = open_repository(policy.path)
    blob = policy.git("rev-parse", "HEAD:policy/index.md")
    damaged = policy.path / ".git/objects" / blob[:2] / blob[2:]
    damaged.chmod(0o644)
    damaged.write_bytes(b"no object at all")
    done = threading.Event()

    def ask() -> None:
        for _ in range(3000):
            assert object_infos(repository.git, [blob]) == [None]
        done.set()

    threading.Thread(target=ask, daemon=True).start()
    assert done.wait(60)


def test_a_damaged_object_is_a_failure_with_a_sentence(policy: Clone) -> None:
    """It is not taken for an absent one when its bytes are asked for."""
    repository = open_repository(policy.path)
    blob = policy.git("rev-parse", "HEAD:policy/index.md")
    damaged = policy.path / ".git/objects" / blob[:2] / blob[2:]
    damaged.chmod(0o644)
    whole = damaged.read_bytes()
    damaged.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(MachineFailed, match="cat-file"):
        read_blobs(repository.git, [blob], 10**6)


def test_trees_read_by_hand_are_what_git_lists(policy: Clone) -> None:
    """Modes, order, odd names and links are git's own; a folder that is none is empty."""
    policy.write("policy/deep/er/a b.md", "# A\n")
    policy.write("policy/deep.md", "# B\n")
    policy.write("policy/run.sh", "#!/bin/sh\n")
    (policy.path / "policy/run.sh").chmod(0o755)
    (policy.path / "policy/link.md").symlink_to("index.md")
    (policy.path / os.fsdecode(b"policy/caf\xe9.md")).write_bytes(b"x")
    head = policy.commit()
    git = open_repository(policy.path).git
    rows = [entry for entry in list_tree(git, head) if entry.path.startswith("policy/")]
    assert list(list_tree(git, head, "policy")) == rows
    assert list_tree(git, head, "nowhere") == ()
    assert entry_at(git, head, "policy/run.sh").mode == "100755"  # type: ignore[union-attr]
    assert entry_at(git, head, "policy/none.md") is None
    assert names_in(git, policy.git("rev-parse", "HEAD:policy/deep")) == ("er",)


@pytest.mark.parametrize("content", [b"40000 a", b"40000 a\0short", b"4x000 a\0" + bytes(20), b"40000 \0" + bytes(20)])
def test_a_damaged_tree_is_a_failure_with_a_sentence(policy: Clone, content: bytes) -> None:
    """Git says what is wrong with it, in whatever way it is read."""
    path = policy.path / ".git" / "raw"
    path.write_bytes(content)
    tree = policy.git("hash-object", "-t", "tree", "-w", "--literally", str(path))
    path.write_bytes(b"40000 sub\0" + bytes.fromhex(tree))
    whole = policy.git("hash-object", "-t", "tree", "-w", "--literally", str(path))
    head = policy.git("commit-tree", whole, "-m", "Planted")
    git = open_repository(policy.path).git
    questions = (
        lambda: list_tree(git, head, "sub"),
        lambda: entry_at(git, head, "sub/a.md"),
        lambda: names_in(git, tree),
    )
    for question in questions:
        with pytest.raises(MachineFailed, match="git"):
            question()


def test_a_repository_with_long_ids_is_read_in_batches(clone: Clone) -> None:
    """GitPython reads ids of forty digits only, so a SHA-256 repository is asked without it."""
    longer = Clone(clone.path.with_name("longer"))
    longer.path.mkdir()
    longer.git("init", "-q", "--object-format=sha256")
    head = longer.commit_file("policy/a.md", "# A\n")
    repository = open_repository(longer.path)
    assert repository.git.objects is None
    assert repository.fresh_head() == head
    (entry,) = list_tree(repository.git, head, "policy")
    assert read_blobs(repository.git, [entry.object_id], 100) == {entry.object_id: b"# A\n"}
    assert entry_at(repository.git, head, "policy/a.md") is not None
    assert names_in(repository.git, longer.git("rev-parse", "HEAD:policy")) == ("a.md",)
