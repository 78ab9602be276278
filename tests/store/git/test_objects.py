"""Blobs are read by id and within a bound, and two commits are compared as git does it."""

import subprocess

from reviewtui.store.git.objects import blob_sizes, list_tree, read_blobs
from reviewtui.store.git.process.git import Git
from reviewtui.store.git.repository import open_repository
from reviewtui.store.git.tree_walk import changed_files
from reviewtui.store.git.trees import differences
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

    head = policy.commit_file("reviews/settings.toml", b"#" * (MAX_BYTES + 1), "Huge")
    assert committed_bytes(open_repository(policy.path), head) is None


def test_a_file_that_a_partial_clone_lacks_has_no_size(policy: Clone) -> None:
    """Git says BAD where the size should be; the other files of the commit are there as ever."""
    blob = policy.git("rev-parse", "HEAD:policy/index.md")
    (policy.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    entries = {entry.path: entry.size for entry in list_tree(open_repository(policy.path).git, "HEAD")}
    assert entries["policy/index.md"] == -1
    assert entries["policy/principles.md"] > 0


def test_commits_are_compared_as_git_does_it(policy: Clone) -> None:
    """Files added, removed, changed, made links, programs or folders: each with mode and id, in git's own order."""
    before = policy.git("rev-parse", "HEAD")
    policy.git("rm", "-q", "policy/index.md")
    policy.write("policy/index.md/inner.md", "A folder where a file was.\n")
    policy.write("policy/a.b", "x\n")
    policy.write("policy/a/b", "y\n")
    policy.write("policy/ä\n.md", "z\n")
    (policy.path / "policy" / "link.md").symlink_to("principles.md")
    (policy.path / "policy" / "principles.md").chmod(0o755)
    policy.git("add", "-A")
    policy.git("update-index", "--add", "--cacheinfo", f"160000,{before},policy/other")
    policy.git("commit", "-q", "-m", "All at once")
    after = policy.git("rev-parse", "HEAD")
    git = open_repository(policy.path).git
    assert git.objects is not None
    for old, new in ((before, after), (after, before), (after, after), (f"{before}^{{tree}}", after)):
        asked = differences(Git(git.git_dir, git.work_tree), old, new)
        assert [(each.path, each.old, each.new) for each in asked] == changed_files(git.objects, old, new)


def test_large_and_odd_trees_are_left_to_git(policy: Clone) -> None:
    """A tree that names one file twice, one that is not there, and one of many entries are for git to judge."""
    head = policy.git("rev-parse", "HEAD")
    blob = policy.git("rev-parse", "HEAD:policy/index.md")
    objects = open_repository(policy.path).git.objects
    assert objects is not None
    for rows in (2 * f"100644 blob {blob}\ta\n", "".join(f"100644 blob {blob}\tname-{n:05}\n" for n in range(2000))):
        made = subprocess.run(["git", "mktree"], cwd=policy.path, input=rows.encode(), capture_output=True, check=True)
        tree = made.stdout.decode().strip()
        assert changed_files(objects, head, tree) is None
    assert changed_files(objects, head, "0" * 40) is None
