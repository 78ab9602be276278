"""State of ours that somebody else put into a clone: a journal, links, folders. Nothing is written, swept or run."""

import json
import os
import shutil
from pathlib import Path

import pytest

from reviewtui.domain.person import Person
from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.store.cache.seal import sealed
from reviewtui.store.commit.journal import recover
from reviewtui.store.git.repository import open_repository
from reviewtui.tui.background.locked_workspace import LockedWorkspace
from reviewtui.workspace.session.clone_memory import CloneMemory, CloneMemoryFile
from reviewtui.workspace.session.unsaved_words import UnsavedWords, UnsavedWordsFolder
from reviewtui.workspace.workspace import Workspace
from tests.acting import ask, program_at, suggestion, thread_of
from tests.conftest import Clone, Run
from tests.sharing import bare_of, clone_of
from tests.store.test_kill import killed

READING = (["status"], ["threads"], ["ready"], ["versions"], ["check"], ["verify"])


def _planted(clone: Clone, path: str, **more: str) -> Path:
    blob, head = clone.git("rev-parse", "HEAD:policy/index.md"), clone.git("rev-parse", "HEAD")
    row = [path, "", blob, "", None, more.get("mode", "100755")]
    journal = clone.path / ".git" / "reviewtui" / "journal.json"
    journal.parent.mkdir(exist_ok=True)
    journal.write_text(json.dumps({"parent": head, "commit": head, "steps": [row]}))
    return journal


@pytest.mark.parametrize("path", ["new.sh", ".git/hooks/pre-commit", "../outside", "/nowhere/outside", "a/../../x"])
def test_a_planted_journal_is_never_followed(review: Clone, run: Run, path: str) -> None:
    """Reading says that it is there; writing stops with exit 4 and names `recover`, which writes nothing of it."""
    target = (review.path / path).resolve()
    journal = _planted(review, path)
    for words in READING:
        assert run(review, *words)[0] in {0, 1}
    assert "cut off" in run(review, "verify")[1]
    code, out, err = run(review, "comment", "-m", "Here.")
    assert (code, out, err.count("\n")) == (4, "", 1)
    assert "reviewtui recover" in err
    assert journal.exists()
    assert ask(run, review, "recover") == {"recovered": False, "paths": []}
    assert journal.exists()
    assert ask(run, review, "recover", "--yes") == {"recovered": True, "paths": []}
    assert not journal.exists()
    assert not target.exists()
    ask(run, review, "comment", "-m", "Here.")


def test_a_known_file_is_not_taken_back_by_a_planted_journal(review: Clone, run: Run) -> None:
    """A journal that speaks of the person's own edits changes none of them."""
    review.write("policy/principles.md", "# Mine\n")
    _planted(review, "policy/principles.md")
    assert ask(run, review, "recover", "--yes")["paths"] == []
    assert review.read("policy/principles.md") == "# Mine\n"


def test_another_home_previews_and_finishes(
    review: Clone, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the key, what is exactly as the commit before left it is brought to HEAD, when the person says so."""
    before = review.read("policy/principles.md")
    thread = suggestion(run, review, "must think", "think twice")
    assert killed(review, "finish", 0, "accept", thread)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert run(review, "submit")[0] == 4
    paths = ask(run, review, "recover")["paths"]
    assert "policy/principles.md" in paths
    assert review.read("policy/principles.md") == before
    assert ask(run, review, "recover", "--yes")["paths"] == paths
    assert review.read("policy/principles.md") == before.replace("must think", "think twice")
    assert thread_of(run, review, thread)["state"] == "accepted"
    assert review.git("status", "--porcelain") == ""


@pytest.mark.parametrize("kind", ["fifo", "folder", "link", "rubbish"])
def test_a_journal_that_is_no_file_stops_writing_only(review: Clone, run: Run, kind: str, tmp_path: Path) -> None:
    """A FIFO, a folder, a link or rubbish in its place: reading goes on, writing names `recover`, nothing hangs."""
    journal = _planted(review, "new.sh")
    journal.unlink()
    outside = tmp_path / "outside"
    outside.write_text("kept")
    {
        "fifo": lambda: os.mkfifo(journal),
        "folder": journal.mkdir,
        "link": lambda: journal.symlink_to(outside),
        "rubbish": lambda: journal.write_bytes(b"\xff{"),
    }[kind]()
    assert run(review, "status")[0] == 0
    assert run(review, "comment", "-m", "Here.")[0] == 4
    assert run(review, "recover", "--yes")[0] == (4 if kind == "folder" else 0)
    assert outside.read_text() == "kept"


def test_a_linked_state_folder_is_refused(review: Clone, run: Run, tmp_path: Path) -> None:
    """Nothing is created, swept or locked behind the link."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / ".x.1-00000000.tmp").write_text("not ours")
    state = review.path / ".git" / "reviewtui"
    if state.exists():
        state.rename(tmp_path / "aside")
    state.symlink_to(outside)
    for words in (["status"], ["comment", "-m", "x"], ["submit"]):
        code, _, err = run(review, *words)
        assert (code, "is a link" in err) == (2, True), err
    assert [path.name for path in outside.iterdir()] == [".x.1-00000000.tmp"]


@pytest.mark.parametrize(
    "place", ["logs/HEAD", "logs", "logs/refs/heads/main", "refs/tags", "index", "config", "packed-refs"]
)
def test_git_writes_through_no_link(review: Clone, run: Run, tmp_path: Path, place: str) -> None:
    """Git appends to its logs, and makes its files anew, behind a link: what writes is refused, reading goes on."""
    bare_of(review)
    review.git("pack-refs", "--all")
    outside, there = tmp_path / "outside", review.path / ".git" / place
    if there.is_dir():
        outside.mkdir()
    else:
        outside.write_bytes(there.read_bytes() if place in {"config", "packed-refs"} else b"# theirs\n")
    before = outside.read_bytes() if outside.is_file() else b""
    there.rename(tmp_path / "aside")
    there.symlink_to(outside)
    for words in (["comment", "-m", "x"], ["submit"], ["sync"], ["recover", "--yes"]):
        code, _, err = run(review, *words)
        assert (code, f"{there}' is a link" in err) == (2, True), err
    assert (list(outside.iterdir()) == []) if outside.is_dir() else (outside.read_bytes() == before)
    assert run(review, "status")[0] == 0


@pytest.mark.parametrize(
    ("place", "words", "told"),
    [
        ("packed-refs", "status", "take the damaged lines out"),
        ("shallow", "status", "clone anew"),
        ("index", "submit", "git reset"),
    ],
)
def test_a_damaged_file_of_git_is_named_with_what_to_do(
    review: Clone, run: Run, place: str, words: str, told: str
) -> None:
    """One line that names the file and its repair, none of what lies in it, and nothing is changed."""
    review.git("pack-refs", "--all")
    run(review, "comment", "-m", "Kept")
    for content in (b"x y z\njunk\n", b"\x00\xff\x1bjunk\n", bytes(64)):
        (review.path / ".git" / place).write_bytes(content)
        code, _, err = run(review, words)
        assert (code, place in err, told in err) == (4, True, True), err
        assert "junk" not in err
        assert (review.path / ".git" / place).read_bytes() == content


@pytest.mark.parametrize("how", ["junk", "empty", "gone", "packed"])
def test_a_damaged_branch_is_not_taken_for_one_without_a_commit(review: Clone, run: Run, how: str) -> None:
    """Who is told to commit there would begin the history anew: its last commit is named instead."""
    head = review.git("rev-parse", "HEAD")
    there = review.path / ".git" / "refs" / "heads" / "main"
    if how == "packed":
        review.git("pack-refs", "--all")
        (review.path / ".git" / "packed-refs").write_text("")
    else:
        there.write_text({"junk": "x y z\n", "empty": "", "gone": f"{'1' * 40}\n"}[how])
    for words in ("status", "submit", "sync"):
        code, _, err = run(review, words)
        assert (code, f"echo {head} > " in err) == (4, True), err
        assert f" > {there}" in err
    there.write_text(f"{head}\n")
    assert run(review, "status")[0] == 0


def test_a_branch_that_was_begun_without_a_commit_has_none(review: Clone, run: Run) -> None:
    """An orphan branch is no damage, also beside others that have commits."""
    review.git("checkout", "-q", "--orphan", "other")
    code, _, err = run(review, "status")
    assert (code, "no commit yet" in err) == (2, True), err


@pytest.mark.parametrize("place", ["HEAD", "objects", "refs"])
def test_a_damaged_repository_is_not_called_none(review: Clone, run: Run, tmp_path: Path, place: str) -> None:
    """Git itself says that there is none; who is told to begin one there would do so over what is left."""
    (review.path / ".git" / place).rename(tmp_path / "aside")
    code, _, err = run(review, "status")
    assert (code, "is damaged" in err, "git init" in err) == (2, True, False), err


def test_a_planted_folder_for_merging_is_not_used(review: Clone, run: Run, tmp_path: Path) -> None:
    """Its merge driver is not run by a sync that has to merge."""
    bare = bare_of(review)
    other = clone_of(bare, "other")
    other.commit_edit("policy/records.md", "two years", "six years", "Theirs")
    assert run(other, "sync")[0] == 0
    review.commit_edit("policy/records.md", "records.", "records!", "Ours")
    marker = tmp_path / "marker"
    planted = Clone(review.path / ".git" / "reviewtui" / "merging.git")
    planted.path.mkdir(parents=True, exist_ok=True)
    planted.git("init", "-q", "--bare")
    planted.git("--git-dir=.", "config", "merge.evil.driver", f"touch {marker}")
    (planted.path / "info").mkdir(exist_ok=True)
    (planted.path / "info" / "attributes").write_text("* merge=evil\n")
    assert run(review, "sync")[0] == 0
    assert "six years" in review.read("policy/records.md")
    assert not marker.exists()


def test_a_pipe_that_is_included_ends_in_a_sentence(
    review: Clone, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git's first question has a short limit of its own."""
    monkeypatch.setattr("reviewtui.store.git.process.git.SHORT", 0.5)
    os.mkfifo(tmp_path / "pipe")
    review.git("config", "include.path", str(tmp_path / "pipe"))
    code, _, err = run(review, "status")
    assert (code, err.count("\n")) == (4, 1)
    assert "pipes" in err


def test_a_redirected_remote_is_named(review: Clone, run: Run) -> None:
    """What `url.….insteadOf` of the clone's own configuration does to a sync is told; the person's own is theirs."""
    bare = bare_of(review)
    review.git("remote", "set-url", "origin", "good:policy")
    review.git("config", f"url.{bare}.insteadOf", "good:policy")
    notes = ask(run, review, "sync")["notes"]
    assert any(str(bare) in note and "insteadof" in note.lower() for note in notes)
    review.git("config", "--unset", f"url.{bare}.insteadOf")
    review.git("config", "--global", f"url.{bare}.insteadOf", "good:policy")
    assert ask(run, review, "sync")["notes"] == []


def test_the_hooks_of_a_folder_are_named(review: Clone, run: Run) -> None:
    """A remote that is a folder runs its own receive hooks; a sync says which."""
    bare = bare_of(review)
    program_at(bare / "hooks" / "post-receive")
    ask(run, review, "comment", "-m", "Here.")
    assert run(review, "submit")[0] == 0
    notes = ask(run, review, "sync")["notes"]
    assert any("post-receive" in note for note in notes)


DAMAGED = {
    "no text": b'{"a": "\xff\xfe"}',
    "no text in a key": b'{"\xff": 1}',
    "deep": b'{"x": ' + b"[" * 100_000,
    "cut": b'{"pa',
}
"""What a reader of JSON stumbles over, each in a way of its own."""


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
@pytest.mark.parametrize("part", [b'{"parent": ', b'{"parent":"a","commit":"b","steps":[[', b'{"theme": ', b""])
def test_damaged_state_of_any_kind_is_passed_over(review: Clone, run: Run, content: bytes, part: bytes) -> None:
    """Journal, the app's memory, typed words and what was trusted: nothing in them ends in a traceback."""
    folder = review.path / ".git" / "reviewtui"
    (folder / "typed").mkdir(parents=True, exist_ok=True)
    for name in ("journal.json", "desk.json", "typed/x.json", "trusted", "past.msgpack", "events.msgpack"):
        (folder / name).write_bytes(part + content)
    assert run(review, "status")[0] == 0
    for words in (["recover"], ["comment", "-m", "x"]):
        code, out, err = run(review, *words)
        assert code in {0, 2, 4}
        assert "Traceback" not in out + err
    assert CloneMemoryFile(folder / "desk.json").read() == CloneMemory()
    assert UnsavedWordsFolder(folder / "typed").all() == ()
    (folder / "journal.json").write_bytes(sealed(part + content))
    with pytest.raises(MachineFailed, match="is damaged"):
        recover(open_repository(review.path))


def test_linked_folders_in_the_state_are_refused(review: Clone, run: Run, tmp_path: Path) -> None:
    """Neither the state of a second policy nor typed words are written behind a link."""
    outside = tmp_path / "outside"
    outside.mkdir()
    review.commit_file("travel/index.md", "# Travel\n\nTake the train.\n")
    assert run(review, "init", "--policy", "travel")[0] == 0
    state = review.path / ".git" / "reviewtui"
    for name in ("policies", "typed"):
        shutil.rmtree(state / name, ignore_errors=True)
        (state / name).symlink_to(outside)
    code, _, err = run(review, "comment", "--policy", "travel", "-m", "x")
    assert (code, "is a link" in err) == (2, True), err
    with pytest.raises(Refused, match="is a link"):
        LockedWorkspace(review.path / "policy").unsaved.keep(UnsavedWords("key", "words"))
    assert [*outside.iterdir()] == []


@pytest.mark.parametrize("place", ["config", "logs/HEAD"])
def test_who_one_is_is_told_through_no_link(review: Clone, tmp_path: Path, place: str) -> None:
    """A link among the files that git writes refuses it, and what it leads to stays as it was."""
    planted = review.path / ".git" / place
    outside = planted.rename(tmp_path / "outside")
    planted.symlink_to(outside)
    before = outside.read_bytes()
    with pytest.raises(Refused, match="is a link"):
        Workspace.open(review.path).introduce(Person("Rae Poole", "rae@northvale.example"), everywhere=False)
    assert outside.read_bytes() == before


def test_who_one_is_replaces_every_name_that_git_knew(review: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two values of `user.name` are no reason to fail: what is told is what holds."""
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL"):
        monkeypatch.delenv(name, raising=False)
    for value in ("One", "Two"):
        review.git("config", "--add", "user.name", value)
    person = Person("Rae Poole", "rae@northvale.example")
    assert Workspace.open(review.path).introduce(person, everywhere=False) == person
    assert review.git("config", "--get-all", "user.name") == "Rae Poole"
