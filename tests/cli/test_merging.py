"""Suggestions by several people for one section: merged by words, in any order, and what collides is said."""

import itertools
import shutil
from pathlib import Path

import pytest

from tests.acting import accepted, ask, gate_of, refused, remark, suggestion, unchanged
from tests.conftest import SOUTHMERE, Clone, Run

PATH = "policy/principles.md"
SENTENCE = "Officers must think before they post anything."


def _copy(review: Clone, to: Path) -> Clone:
    shutil.copytree(review.path, to)
    made = Clone(to)
    made.git("update-index", "-q", "--refresh")
    return made


def _insertion(run: Run, review: Clone, words: str) -> str:
    return remark(run, review, "suggest", "principles", "--after", "post anything.", "--insert", words, who=SOUTHMERE)


@pytest.mark.slow
def test_any_order_of_accepting_gives_the_same_bytes(review: Clone, run: Run, tmp_path: Path) -> None:
    """Different words, one sentence quoted whole, and two insertions at one spot: six orders, one text, one undo."""
    review.commit_edit(PATH, "\n", "\r\n", "Save it with other line ends")
    base = review.read(PATH)
    threads = [
        suggestion(run, review, SENTENCE, SENTENCE.replace("think", "think twice")),
        _insertion(run, review, " Ask first."),
        _insertion(run, review, " Then wait."),
        suggestion(run, review, "kind", "polite"),
    ]
    expected = base.replace("think", "think twice").replace("kind", "polite")
    expected = expected.replace("post anything.", "post anything. Ask first. Then wait.")
    for number, order in enumerate(itertools.permutations(threads[:3])):
        clone = _copy(review, tmp_path / str(number))
        ask(run, clone, "accept", *order, threads[3])
        assert clone.read(PATH) == expected, order
        for thread in (threads[3], *order):
            ask(run, clone, "undo", thread)
        assert clone.read(PATH) == base, order
        assert clone.git("status", "--porcelain") == ""


def test_two_words_of_one_sentence_are_both_accepted(review: Clone, run: Run) -> None:
    """Both quoted the whole sentence and changed different words of it: neither is in the other's way."""
    first = suggestion(run, review, SENTENCE, SENTENCE.replace("anything", "a word"))
    second = suggestion(run, review, SENTENCE, f"All {SENTENCE[0].lower()}{SENTENCE[1:]}")
    rows = ask(run, review, "threads")["threads"]
    assert [row["collides"] for row in rows] == [[], []]
    ask(run, review, "accept", first, second)
    assert "All officers must think before they post a word." in review.read(PATH)


def test_a_collision_is_told_and_the_second_is_a_conflict(review: Clone, run: Run) -> None:
    """`threads`, `accept` and the refusal give one answer; a refused accept changes nothing."""
    first = suggestion(run, review, "must think", "must wonder")
    second = suggestion(run, review, "think before", "reflect before")
    third = suggestion(run, review, "Be kind", "Be polite")
    rows = {row["thread"]: row["collides"] for row in ask(run, review, "threads")["threads"]}
    assert rows == {first: [second], second: [first], third: []}
    code, out, _ = run(review, "accept", first)
    assert code == 0
    assert f"Still open for the same words: {second[-4:]}." in out
    with unchanged(review):
        lines = refused(run, review, "accept", second, code=3).splitlines()
        assert [line.split(maxsplit=1)[1] for line in lines[1:]] == ["think before", "reflect before", "wonder before"]
    assert "Still open" not in run(review, "accept", third)[1]


@pytest.mark.slow
def test_a_word_beside_a_new_one_is_for_a_person(review: Clone, run: Run) -> None:
    """A "not" put behind "must", and "must" made "may": whichever comes first, the other is not put in unseen."""
    prohibition = suggestion(run, review, "must think", "must not think")
    permission = accepted(run, review, "must", "may")
    refused(run, review, "accept", prohibition, code=3)
    ask(run, review, "undo", permission)
    ask(run, review, "accept", prohibition)
    refused(run, review, "accept", permission, code=3)


def test_undo_keeps_what_was_changed_beside_the_words(review: Clone, run: Run) -> None:
    """Another word of the very sentence was changed since: it stays, and the decision's own words go."""
    thread = accepted(run, review, SENTENCE, SENTENCE.replace("think", "wonder"))
    review.commit_edit(PATH, "post anything", "post a word", "Reword")
    ask(run, review, "undo", thread)
    assert "Officers must think before they post a word." in review.read(PATH)


@pytest.mark.slow
def test_the_same_insertion_of_two_is_made_once(review: Clone, run: Run) -> None:
    """Both are accepted, the words stand there once, and undoing both gives the text back."""
    before = review.read(PATH)
    threads = [_insertion(run, review, " Ask first.") for _ in range(2)]
    ask(run, review, "accept", *threads)
    assert review.read(PATH) == before.replace("post anything.", "post anything. Ask first.")
    for thread in threads:
        ask(run, review, "undo", thread)
    assert review.read(PATH) == before
    assert review.git("status", "--porcelain") == ""


def test_a_merge_by_hand_that_stopped_is_told(review: Clone, run: Run) -> None:
    """Which texts hold both sides and what to do; nothing is written about those, and a release waits for it."""
    for branch, words in (("other", "three years"), ("main", "four years")):
        review.git("switch", "-q", *(("-c", branch) if branch == "other" else (branch,)))
        review.commit_edit("policy/records.md", "two years", words, words)
    review.git("-c", "merge.conflictStyle=merge", "merge", "other", check=False)
    status = run(review, "status")[1]
    assert "A merge is in progress, and policy/records.md holds both sides of it" in status
    assert "git merge --continue (or --abort)" in status
    move = ("suggest", "principles", "--quote", "Be kind.", "--move-after", "HEAD", "-m", "There.")
    for arguments in (
        ("comment", "records", "-m", "Why?"),
        ("comment", "records", "--quote", "HEAD", "-m", "Why?"),
        move,
        (*move, "--to", "records"),
    ):
        assert "holds both sides of a merge, from line 3 on" in refused(run, review, *arguments)
    assert run(review, "comment", "principles", "-m", "Why?")[0] == 0
    assert not gate_of(run, review, "record")["passed"]
    review.git("merge", "--abort")
    assert "merge" not in run(review, "status")[1]
    assert run(review, "comment", "records", "-m", "Why?")[0] == 0


def test_nobody_has_read_both_sides_of_a_merge(review: Clone, run: Run) -> None:
    """Also where git is at rest, as after a stash: edits with the marks are no text to be read, nor are all texts."""
    review.write("policy/records.md", "# Records\n\n<<<<<<< HEAD\nTwo.\n=======\nThree.\n>>>>>>> other\n")
    for arguments in (("read", "records"), ("read",)):
        assert "holds both sides of a merge, from line 3 on" in refused(run, review, *arguments)
    assert run(review, "read", "principles")[0] == 0
