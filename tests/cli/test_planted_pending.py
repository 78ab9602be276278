"""A clone that is handed on may hold files in anybody's name: nobody's word is committed for them unseen."""

import shutil
from pathlib import Path

import pytest

from tests.acting import ask, gate_of, refused, remark, thread_of
from tests.conftest import NORTHVALE, OFFICER, Clone, Run


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> object:
    """Let somebody make pending events in another home, in a copy of a clone, and put the copy in its place."""

    def made(clone: Clone, *words: str, who: tuple[str, str]) -> None:
        home, copy = tmp_path / "other-home", Clone(tmp_path / "handed-on")
        home.mkdir(exist_ok=True)
        shutil.copytree(clone.path, copy.path)
        with monkeypatch.context() as patched:
            patched.setenv("HOME", str(home))
            ask(run, copy, *words, who=who)
        shutil.rmtree(clone.path)
        copy.path.rename(clone.path)

    return made


@pytest.mark.parametrize(
    "words",
    [
        ("comment", "principles", "-m", "Planted."),
        ("suggest", "principles", "--quote", "Be kind.", "--replace", "Be hard."),
        ("signoff", "support"),
        ("read", "principles"),
        ("withdraw", "THREAD"),
        ("reply", "THREAD", "-m", "Planted."),
        ("revise", "THREAD", "-m", "Planted."),
        ("answer", "THREAD", "--satisfied"),
        ("reattach", "THREAD", "records", "--quote", "Posts are records."),
    ],
    ids=lambda words: words[0],
)
def test_what_somebody_put_there_in_my_name_is_not_submitted_unseen(
    review: Clone, run: Run, elsewhere: object, words: tuple[str, ...]
) -> None:
    """It is named with its words and left; with --yes it is mine. What I saved myself goes without a question."""
    thread = remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "Ours.", "--blocking")
    if words[0] == "answer":
        ask(run, review, "decline", thread, "-m", "No.")
    elsewhere(review, *[thread if word == "THREAD" else word for word in words], who=NORTHVALE)  # type: ignore[operator]
    before = review.git("rev-parse", "HEAD")
    said = refused(run, review, "submit", who=NORTHVALE)
    assert "1 file lies here in your name" in said
    assert ("Planted." in said) == ("Planted." in words)
    assert review.git("rev-parse", "HEAD") == before
    mine = str(ask(run, review, "comment", "-m", "Mine.", who=NORTHVALE)["thread"])
    code, out, err = run(review, "submit", who=NORTHVALE)
    assert (code, out.startswith("Submitted 1 "), "1 file lies here" in err) == (0, True, True)
    assert mine in review.git("show", "--name-only", "--format=", "HEAD")
    assert ask(run, review, "submit", "--yes", who=NORTHVALE)["submitted"] == 1
    assert run(review, "submit", who=NORTHVALE)[1].startswith("Nothing is pending")


def test_what_somebody_put_there_closes_nothing(review: Clone, run: Run, elsewhere: object) -> None:
    """A withdrawal in a partner's name, as a file in the author's clone, leaves the remark open and the gate shut."""
    thread = remark(run, review, "comment", "-m", "We object.", "--blocking")
    elsewhere(review, "withdraw", thread, who=NORTHVALE)  # type: ignore[operator]
    found = thread_of(run, review, thread)
    assert (found["state"], "refused" in found["flags"], "pending" in found["flags"]) == ("open", True, True)
    assert not gate_of(run, review, "blocking")["passed"]


def test_words_that_somebody_changed_on_their_way_are_not_mine(review: Clone, run: Run) -> None:
    """A remark of mine with other words in a copy of the clone is asked about; what I changed in place is told."""
    thread = str(ask(run, review, "comment", "-m", "We agree.", who=NORTHVALE)["thread"])
    copy = Clone(review.path.parent / "copy")
    shutil.copytree(review.path, copy.path)
    for clone in (copy, review):
        (path,) = (clone.path / "reviews" / "threads").rglob(f"{thread}.toml")
        path.write_text(path.read_text("utf-8").replace("We agree.", "We never agree."), "utf-8")
    assert "We never agree." in refused(run, copy, "submit", who=NORTHVALE)
    code, _, err = run(review, "submit", who=NORTHVALE)
    assert (code, "Changed by hand" in err, "We never agree." in err) == (0, True, True)


def test_what_i_saved_is_mine_in_a_copy_too(review: Clone, run: Run) -> None:
    """A clone may be moved or copied by its owner; what is pending goes along."""
    ask(run, review, "comment", "-m", "Ours.", who=NORTHVALE)
    copy = Clone(review.path.parent / "copy")
    shutil.copytree(review.path, copy.path)
    code, out, err = run(copy, "submit", who=NORTHVALE)
    assert (code, out.startswith("Submitted 1 "), err) == (0, True, "")


@pytest.mark.parametrize("kind", ["absent", "fifo", "folder", "link", "torn", "rubbish"])
def test_a_list_of_marks_that_is_odd_only_makes_it_ask(review: Clone, run: Run, kind: str) -> None:
    """The remark is saved all the same, and is submitted with --yes at the latest."""
    marks = review.path / ".git" / "reviewtui" / "saved"
    other = review.path.parent / "outside"
    if kind == "fifo":
        import os

        os.mkfifo(marks)
    elif kind == "folder":
        marks.mkdir()
    elif kind == "link":
        marks.symlink_to(other)
    elif kind in {"torn", "rubbish"}:
        marks.write_bytes(b"ab" if kind == "torn" else bytes(range(256)) * 9)
    ask(run, review, "comment", "-m", "Ours.", who=NORTHVALE)
    assert not other.exists()
    assert ask(run, review, "submit", "--yes", who=NORTHVALE)["submitted"] == 1


def test_nothing_is_left_of_what_was_submitted(review: Clone, run: Run) -> None:
    """The list of marks holds what is pending, and goes with it."""
    marks = review.path / ".git" / "reviewtui" / "saved"
    remark(run, review, "comment", "-m", "One.")
    assert not marks.exists()
    ask(run, review, "comment", "-m", "Two.", who=OFFICER)
    remark(run, review, "comment", "-m", "Three.")
    assert len(marks.read_bytes().split()) == 2
