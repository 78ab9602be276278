"""`submit` commits my pending events and nothing else."""

import shlex

import pytest

from tests.acting import ask, picture, refused, remark, thread_of, unchanged
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run


def pending(run: Run, clone: Clone, who: tuple[str, str] = NORTHVALE, words: str = "Who is meant?") -> str:
    """Make a remark and leave it pending."""
    return str(ask(run, clone, "comment", "principles", "--quote", "think before", "-m", words, who=who)["thread"])


def test_pending_events_become_one_commit(review: Clone, run: Run) -> None:
    """All my pending events are added by one commit of mine, and are not pending any more."""
    threads = {pending(run, review), pending(run, review, words="And when?")}
    assert all("pending" in thread_of(run, review, thread)["flags"] for thread in threads)
    answer = ask(run, review, "submit", who=NORTHVALE)
    assert answer == {"submitted": 2, "commit": review.git("rev-parse", "HEAD")}
    rows = review.git("diff-tree", "-r", "--name-status", "--no-commit-id", "HEAD").splitlines()
    assert [row.split("\t")[0] for row in rows] == ["A", "A"]
    assert {row.split("/")[-2] for row in rows} == threads
    assert review.git("log", "-1", "--format=%an <%ae>") == f"{NORTHVALE[0]} <{NORTHVALE[1]}>"
    assert review.git("status", "--porcelain") == ""
    assert all(thread_of(run, review, thread)["flags"] == [] for thread in threads)


def test_nothing_pending_is_no_fault(review: Clone, run: Run) -> None:
    """With nothing pending it says so, ends with 0, and changes nothing."""
    with unchanged(review):
        code, out, err = run(review, "submit", who=NORTHVALE)
        assert (code, err) == (0, "")
        assert "Nothing is pending" in out
        assert ask(run, review, "submit", who=NORTHVALE) == {"submitted": 0, "commit": None}


def test_others_pending_events_stay_pending(review: Clone, run: Run) -> None:
    """What somebody else left in this work tree is theirs to submit."""
    mine, theirs = pending(run, review), pending(run, review, SOUTHMERE)
    ask(run, review, "submit", who=NORTHVALE)
    assert thread_of(run, review, mine)["flags"] == []
    assert thread_of(run, review, theirs)["flags"] == ["pending"]
    assert theirs in review.git("status", "--porcelain", "-uall")


def test_index_and_foreign_files_are_left_alone(review: Clone, run: Run) -> None:
    """Staged, unstaged, deleted and new files are the same afterwards, in the index and on the disk."""
    review.write("policy/records.md", "# Records\n\nStaged.\n")
    review.git("add", "policy/records.md")
    review.write("policy/records.md", "# Records\n\nNot staged.\n")
    review.write("policy/new.md", "# New\n")
    review.git("rm", "-q", "--cached", "policy/index.md")
    review.write("notes.txt", "mine\n")
    review.write("staged.txt", "staged\n")
    review.git("add", "-f", "staged.txt")
    before = picture(review)
    staged = set(review.git("ls-files", "--stage").splitlines())
    pending(run, review)
    ask(run, review, "submit", who=NORTHVALE)
    after = picture(review)
    assert after["status"] == before["status"]
    assert dict(before["files"]).items() <= dict(after["files"]).items()  # type: ignore[call-overload]
    added = set(review.git("ls-files", "--stage").splitlines()) - staged
    assert len(added) == 1
    assert "reviews/threads/" in added.pop()
    assert "policy" not in review.git("diff-tree", "-r", "--name-only", "--no-commit-id", "HEAD")


def test_a_staged_event_of_somebody_is_not_taken_along(review: Clone, run: Run) -> None:
    """A pending event that its writer staged by hand stays staged when another person submits."""
    theirs = pending(run, review, SOUTHMERE)
    review.git("add", "reviews")
    pending(run, review)
    ask(run, review, "submit", who=NORTHVALE)
    assert theirs not in review.git("diff-tree", "-r", "--name-only", "--no-commit-id", "HEAD")
    assert f"A  reviews/threads/{theirs[-2:]}/{theirs}/" in review.git("status", "--porcelain")


def test_a_message_of_my_own(review: Clone, run: Run) -> None:
    """-m replaces the usual message, word for word."""
    pending(run, review)
    ask(run, review, "submit", "-m", "Our remarks", who=NORTHVALE)
    assert review.git("log", "-1", "--format=%B").strip() == "Our remarks"


def _begin_merge(clone: Clone) -> None:
    clone.git("switch", "-q", "-c", "side")
    clone.commit_file("policy/records.md", "# Records\n\nSide.\n", "Side")
    clone.git("switch", "-q", "main")
    clone.commit_file("policy/records.md", "# Records\n\nMain.\n", "Main")
    clone.git("merge", "side", check=False)


def test_a_merge_in_progress_refuses_and_reading_goes_on(review: Clone, run: Run) -> None:
    """In the middle of a merge, remarks are saved and read, and submitting says how to end it; nothing changes."""
    _begin_merge(review)
    thread = pending(run, review)
    before = picture(review), (review.path / ".git/MERGE_HEAD").read_bytes()
    error = refused(run, review, "submit", who=NORTHVALE)
    assert "merge is in progress" in error
    assert "git merge --continue" in error
    for arguments in (("accept", thread), ("organisation", "add", "x", "--name", "X")):
        refused(run, review, *arguments)
    assert (picture(review), (review.path / ".git/MERGE_HEAD").read_bytes()) == before
    assert thread_of(run, review, thread)["flags"] == ["pending"]
    review.git("merge", "--abort")
    ask(run, review, "submit", who=NORTHVALE)


@pytest.mark.parametrize("lock", ["index.lock", "HEAD.lock", "refs/heads/main.lock"])
def test_a_stale_lock_is_named_and_nothing_is_lost(
    review: Clone, run: Run, lock: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 4 with one line that names the lock and how to clear it; the lock and the remark are still there."""
    monkeypatch.setattr("reviewtui.store.git.lock_retry.LOCK_PATIENCE", 0.1)
    thread = pending(run, review)
    path = review.path / ".git" / lock
    path.touch()
    with unchanged(review):
        error = refused(run, review, "submit", who=NORTHVALE, code=4)
        assert lock in error
        assert f"rm {shlex.quote(str(path))}." in error
    assert path.exists()
    path.unlink()
    ask(run, review, "submit", who=NORTHVALE)
    assert thread_of(run, review, thread)["flags"] == []


def test_a_stale_lock_stops_a_decision_whole(review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A decision that cannot be committed changes neither text nor index nor record."""
    monkeypatch.setattr("reviewtui.store.git.lock_retry.LOCK_PATIENCE", 0.1)
    thread = remark(run, review, "suggest", "principles", "--quote", "must think", "--replace", "think")
    for lock in ("index.lock", "HEAD.lock"):
        path = review.path / ".git" / lock
        path.touch()
        before = picture(review)
        refused(run, review, "accept", thread, code=4)
        assert picture(review) | {"index": b""} == before | {"index": b""}
        path.unlink()
        assert review.git("status", "--porcelain") == ""
    ask(run, review, "accept", thread)
    assert review.git("status", "--porcelain") == ""


def test_a_detached_head_takes_commits(review: Clone, run: Run) -> None:
    """On a detached HEAD the commit moves HEAD alone; the branch stays."""
    review.git("checkout", "-q", "--detach")
    branch = review.git("rev-parse", "main")
    pending(run, review)
    ask(run, review, "submit", who=NORTHVALE)
    assert review.git("rev-parse", "main") == branch
    assert review.git("rev-parse", "HEAD^") == branch


def test_a_linked_work_tree_submits_on_its_own_branch(review: Clone, run: Run) -> None:
    """A linked work tree has its own HEAD, index and journal."""
    linked = review.path.parent / "linked"
    review.git("worktree", "add", "-q", str(linked), "-b", "side")
    other = type(review)(linked)
    main = review.git("rev-parse", "main")
    thread = pending(run, other)
    ask(run, other, "submit", who=NORTHVALE)
    ask(run, other, "accept", thread)
    assert other.git("status", "--porcelain") == ""
    assert review.git("rev-parse", "main") == main
    assert review.git("status", "--porcelain") == ""


def test_recorded_remarks_are_submitted_by_their_recorder(review: Clone, run: Run) -> None:
    """A remark that the author records for someone is the author's to submit, and is shown as recorded."""
    arguments = ("--quote", "think before", "-m", "By phone.", "--on-behalf-of", "C. Caller <c@northvale.example>")
    thread = ask(run, review, "comment", "principles", *arguments)["thread"]
    assert ask(run, review, "submit", who=NORTHVALE)["submitted"] == 0
    assert ask(run, review, "submit", who=OFFICER)["submitted"] == 1
    found = thread_of(run, review, thread)
    assert (found["by"], found["organisation"]) == ("C. Caller <c@northvale.example>", "northvale")
    assert found["recorded_by"] == f"{OFFICER[0]} <{OFFICER[1]}>"
    assert found["flags"] == []


def test_a_remark_recorded_for_a_stranger_says_that_it_counts_for_no_organisation(review: Clone, run: Run) -> None:
    """It is saved, with a warning; for somebody of a known organisation there is none."""
    by_phone = ("comment", "-m", "By phone.", "--on-behalf-of")
    code, out, err = run(review, *by_phone, "C. Caller <c@stranger.example>")
    assert (code, out.startswith("Saved as ")) == (0, True)
    assert "counts for none" in err
    assert run(review, *by_phone, "C. Caller <c@northvale.example>")[2] == ""


def test_words_are_committed_as_utf_8(review: Clone, run: Run) -> None:
    """Where git is told that commits are written in another encoding, ours would be read as that by everybody."""
    review.git("config", "i18n.commitEncoding", "ISO-8859-1")
    pending(run, review)
    ask(run, review, "submit", "-m", "Zażółć gęślą", who=NORTHVALE)
    assert "encoding" not in review.git("cat-file", "commit", "HEAD").split("\n\n")[0]
    assert review.git("-c", "i18n.commitEncoding=UTF-8", "log", "-1", "--format=%s") == "Zażółć gęślą"


def test_nothing_is_said_in_a_remark_that_its_writer_keeps_back(review: Clone, run: Run) -> None:
    """An answer shared before the remark that it answers would hang on nothing; so would a link or a duplicate."""
    pending = ask(run, review, "comment", "principles", "--quote", "Be kind", "-m", "Why?", who=NORTHVALE)["thread"]
    shared = remark(run, review, "comment", "principles", "-m", "Ours.", who=OFFICER)
    with unchanged(review):
        for act in (
            ("reply", pending, "-m", "So."),
            ("reattach", pending, "principles"),
            ("link", pending, shared),
            ("link", shared, pending),
            ("duplicate", shared, pending),
        ):
            said = refused(run, review, *act)
            assert said.endswith("is pending; its writer submits it first: reviewtui submit."), act
    ask(run, review, "submit", who=NORTHVALE)
    ask(run, review, "reply", pending, "-m", "So.")


def test_an_answer_waits_with_submitting_for_the_remark(review: Clone, run: Run) -> None:
    """A reply that an older version saved in somebody's pending remark stays at home, and says what it waits for."""
    pending = ask(run, review, "comment", "principles", "--quote", "Be kind", "-m", "Why?", who=NORTHVALE)["thread"]
    ask(run, review, "submit", who=NORTHVALE)
    ask(run, review, "reply", pending, "-m", "So.")
    review.git("reset", "--quiet", "--mixed", "HEAD~")
    with unchanged(review):
        said = refused(run, review, "submit", "--yes")
    assert "1 file waits for a remark that its writer has not submitted" in said
    ask(run, review, "comment", "principles", "-m", "Another.")
    assert ask(run, review, "submit", "--yes")["submitted"] == 1
    ask(run, review, "submit", "--yes", who=NORTHVALE)
    assert ask(run, review, "submit", "--yes")["submitted"] == 1
