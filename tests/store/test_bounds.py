"""Small repositories that name more than a machine can hold: a sentence in a moment, and what is fine still loads."""

import os
import time
from pathlib import Path

import pytest

from tests.acting import ask, refused, remark, submitted
from tests.conftest import Clone, Run

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")


def _tree(clone: Clone, rows: list[tuple[str, str, str]]) -> str:
    path = clone.path / ".git" / "rows"
    content = b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(entry) for mode, entry, name in rows)
    path.write_bytes(content)
    return clone.git("hash-object", "-t", "tree", "-w", "--literally", str(path))


def bomb(clone: Clone) -> str:
    """Return a tree of a hundred thousand million files, made of a dozen objects."""
    blob = clone.git("hash-object", "-w", "policy/index.md")
    tree = _tree(clone, [("100644", blob, f"{number}.md") for number in range(10)])
    for _ in range(10):
        tree = _tree(clone, [("40000", tree, f"d{number}") for number in range(10)])
    return tree


def commit_at(clone: Clone, folder: str, tree: str) -> None:
    """Commit a tree as `folder`, with no look at the work tree or the index."""
    parts = folder.split("/")
    for depth in range(len(parts) - 1, -1, -1):
        above = "/".join(parts[:depth])
        listed = clone.git("ls-tree", "-z", f"HEAD:{above}" if above else "HEAD").split("\0")
        rows = [
            (meta.split()[0].lstrip("0"), meta.split()[2], name)
            for row in listed
            if row
            for meta, _, name in [row.partition("\t")]
            if name != parts[depth]
        ]
        rows.append(("40000", tree, parts[depth]))
        tree = _tree(clone, sorted(rows, key=lambda row: row[2] + ("/" if row[0] == "40000" else "")))
    commit = clone.git("commit-tree", tree, "-p", "HEAD", "-m", "Planted")
    clone.git("update-ref", "refs/heads/main", commit)


@pytest.mark.parametrize(("mode", "what"), [("120000", "blob"), ("160000", "commit")])
def test_a_policy_that_is_no_folder(review: Clone, run: Run, mode: str, what: str) -> None:
    """A link or another repository in its place is named, where "no Markdown file" would send people elsewhere."""
    target = review.git("hash-object", "-w", "policy/index.md") if what == "blob" else review.git("rev-parse", "HEAD")
    review.git("rm", "-q", "-r", "--cached", "policy")
    review.git("update-index", "--add", "--cacheinfo", f"{mode},{target},policy")
    review.git("commit", "-q", "-m", "Planted")
    assert "policy: it is no folder but a link" in refused(run, review, "diff", "HEAD~1", "HEAD")


@pytest.mark.slow
def test_a_policy_that_is_nothing_but_too_many_files(review: Clone, run: Run) -> None:
    """Whatever reads that version names the true reason; what reads the work tree goes on, and says it too."""
    commit_at(review, "policy", bomb(review))
    for words in (("diff", "HEAD~1", "HEAD"), ("trace", "principles", "--quote", "Tone", "--from", "HEAD")):
        told = refused(run, review, *words)
        assert "No text of 'policy' can be read at HEAD" in told
        assert "more files than can be listed" in told
    code, out, _ = run(review, "status")
    assert code == 0
    assert "! policy: at" in out
    assert ask(run, review, "ready", code=1)["ready"] is False


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["policy/bomb", "reviews/bomb", "reviews/threads/bomb", "elsewhere"])
def test_a_tree_of_too_many_files(review: Clone, run: Run, folder: str) -> None:
    """Remarks and text load, the folder is named where it lies in the record, and remarks are submitted beside it."""
    thread = remark(run, review, "comment", "principles", "--quote", "must think", "-m", "First.")
    commit_at(review, folder, bomb(review))
    began = time.process_time()
    for words in (("status",), ("threads",), ("versions",), ("diff", "HEAD~1", "HEAD")):
        code, _, err = run(review, *words)
        told = words[0] == "diff" and folder.startswith("policy/")
        assert (code, f"{folder}: at" in err if told else err) == (0, True if told else "")
    assert [row["thread"] for row in ask(run, review, "threads")["threads"]] == [thread]
    if folder.startswith("reviews/"):
        told = ask(run, review, "verify", code=1)["findings"]
        assert [(row["what"], row["path"]) for row in told] == [("unreadable", folder)]
    ask(run, review, "comment", "-m", "Second.")
    planted = review.git("rev-parse", f"HEAD:{folder}")
    ask(run, review, "submit")
    assert review.git("rev-parse", f"HEAD:{folder}") == planted
    assert len(ask(run, review, "threads")["threads"]) == 2
    assert time.process_time() - began < 60


def test_many_sections_of_much_text(review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """One large text under many names counts as often as it is named; the small ones are read, the others named."""
    monkeypatch.setattr("reviewtui.store.policy.policy_files.MAX_POLICY_BYTES", 50_000)
    text = "# Much\n\n" + "Officers must think before they post. " * 500
    for number in range(20):
        review.write(f"policy/many/{number:02}.md", text)
    review.commit("Many")
    for version in ("draft", "HEAD"):
        code, _, err = run(review, "diff", "HEAD~1", version)
        assert (code, err.count("Not all is compared: policy/many/"), err.count("more: reviewtui verify")) == (0, 5, 1)
    sections = {row["path"] for row in ask(run, review, "status")["sections"]}
    assert {"policy/index.md", "policy/principles.md", "policy/records.md", "policy/many/00.md"} <= sections
    told = ask(run, review, "verify", code=1)["findings"]
    assert len(told) == 20 + 3 - len(sections)


def test_a_line_that_has_no_end(review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named and not read, in the work tree as in a commit; the other sections are."""
    monkeypatch.setattr("reviewtui.store.policy.policy_files.MAX_LINE_BYTES", 5_000)
    review.commit_file("policy/long.md", "word and " * 1_000, "Long")
    code, _, err = run(review, "diff", "HEAD~1", "HEAD")
    assert (code, "Not all is compared: policy/long.md" in err) == (0, True)
    assert [row["path"] for row in ask(run, review, "diff", "HEAD~1", "HEAD")["unread"]] == ["policy/long.md"]
    (told,) = ask(run, review, "verify", code=1)["findings"]
    assert told["path"] == "policy/long.md"
    assert told["what"] == "text"


@needs_pipes
@pytest.mark.parametrize("key", ["core.excludesFile", "diff.orderFile"])
def test_a_pipe_that_a_setting_names(review: Clone, run: Run, key: str) -> None:
    """What the clone's configuration names and no review needs is not opened."""
    os.mkfifo(review.path.parent / "pipe")
    review.git("config", key, str(review.path.parent / "pipe"))
    submitted(run, review, "comment", "-m", "First.")


@needs_pipes
@pytest.mark.parametrize(
    "place",
    [
        *(".git/info/attributes", ".git/packed-refs", ".git/shallow", ".gitattributes", "policy/.gitattributes"),
        *(".git/refs/heads/main", ".git/refs/tags/1.0", ".git/refs/heads/a/b", ".git/logs/HEAD", ".git/index"),
        *(".git/objects/info/alternates", ".git/objects/pack/pack-0.idx", ".git/MERGE_HEAD", ".git/info/exclude"),
        ".git/config.worktree",
    ],
)
def test_a_pipe_where_git_reads(review: Clone, run: Run, place: str) -> None:
    """Nothing waits on it: it is named before git is asked."""
    path: Path = review.path / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    told = refused(run, review, "status")
    assert ("no plain file" in told, str(path) in told) == (True, True)


@needs_pipes
def test_a_pipe_in_the_place_of_a_section_or_the_settings(review: Clone, run: Run) -> None:
    """These are ours to read: what is no plain file is set aside and named."""
    for place in ("policy/records.md", "policy/new.md"):
        (review.path / place).unlink(missing_ok=True)
        os.mkfifo(review.path / place)
    code, out, err = run(review, "status")
    assert (code, err) == (0, "")
    assert "policy/new.md" in out
