"""Blobs are read by id and within a bound."""

from reviewtui.store.git.objects import blob_sizes, list_tree, read_blobs
from reviewtui.store.git.repository import open_repository
from tests.conftest import Clone


def test_a_blob_over_the_bound_is_not_read(policy: Clone) -> None:
    """Only blobs of at most `max_bytes` come back, and what is no id asks git nothing."""
    git = open_repository(policy.path).git
    small = policy.git("rev-parse", "HEAD:policy/index.md")
    large = policy.git("rev-parse", "HEAD:policy/principles.md")
    sizes = blob_sizes(git, [small, large])
    assert set(read_blobs(git, [small, large], sizes[small])) == {small}
    assert read_blobs(git, [small], sizes[small])[small] == (policy.path / "policy/index.md").read_bytes()
    assert read_blobs(git, ["HEAD:policy/index.md", f"{small}\n{large}", "ü", ""], 10**6) == {}


def test_huge_settings_are_not_read(policy: Clone) -> None:
    """A settings file over its bound is none, in HEAD as in the work tree."""
    from reviewtui.store.record.settings_file import MAX_BYTES
    from reviewtui.workspace.loading.effective_settings import committed_bytes

    policy.write("reviews/settings.toml", b"#" * (MAX_BYTES + 1))
    head = policy.commit("Huge")
    assert committed_bytes(open_repository(policy.path), head) is None


def test_a_file_that_a_partial_clone_lacks_has_no_size(policy: Clone) -> None:
    """Git says BAD where the size should be; the other files of the commit are there as ever."""
    blob = policy.git("rev-parse", "HEAD:policy/index.md")
    (policy.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    entries = {entry.path: entry.size for entry in list_tree(open_repository(policy.path).git, "HEAD")}
    assert entries["policy/index.md"] == -1
    assert entries["policy/principles.md"] > 0
