"""What is told as not shared: all commits that the other side lacks, and nothing that it has."""

import pytest

from reviewtui.store.policy import not_shared
from tests.acting import ask, remark
from tests.conftest import NORTHVALE, Clone, Run
from tests.sharing import bare_of, clone_of, synced


def to_share(run: Run, clone: Clone) -> tuple[int, str]:
    """Return the number, and the line of `status` that tells it."""
    line = next(line for line in run(clone, "status")[1].splitlines() if "not shared" in line)
    return ask(run, clone, "status")["to_share"], line


def edited(clone: Clone, words: str, section: str = "records") -> str:
    """Commit another paragraph at the end of a section."""
    return clone.commit_file(f"policy/{section}.md", clone.read(f"policy/{section}.md") + f"\n{words}\n", words)


def test_many_commits_are_told_as_at_least_so_many(review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the newest of each side are compared: what is counted is certain, and that there may be more is told."""
    bare_of(review)
    monkeypatch.setattr(not_shared, "_MOST", 3)
    for number in range(5):
        edited(review, f"Paragraph {number}.")
    assert to_share(run, review)[1].endswith("at least 3 to share: at least 3 other commits not shared.")
    other = clone_of(review.path.parent / "shared.git", "other")
    review.git("push", "-q")
    other.git("fetch", "-q")
    edited(other, "Theirs.", "principles")
    line = to_share(run, other)[1]
    assert "at least 0 to share: at least 0 other commits not shared, at least 3 new from others" in line
    monkeypatch.undo()
    assert "1 to share: 1 other commit not shared, 5 new from others" in to_share(run, other)[1]


def test_an_edit_and_a_setting_wait_as_remarks_do(review: Clone, run: Run) -> None:
    """Each commit counts once, by the events that it holds or by itself, and nothing is left after sync."""
    bare_of(review)
    assert to_share(run, review)[0] == 0
    remark(run, review, "comment", "-m", "One.")
    assert to_share(run, review) == (1, "1 open remark, 0 of yours pending, 1 submitted and not shared.")
    edited(review, "More.")
    ask(run, review, "organisation", "add", "eastwick", "--name", "Eastwick", "--domain", "eastwick.example")
    number, line = to_share(run, review)
    assert number == int(review.git("rev-list", "--count", "origin/main..HEAD")) == 3
    assert "3 to share: 1 submitted and 2 other commits not shared" in line
    synced(run, review)
    assert to_share(run, review)[0] == 0


def test_a_merge_by_hand_waits_too(review: Clone, run: Run) -> None:
    """It is a commit that nobody else has; what the others changed in the text is new from them until then."""
    bare = bare_of(review)
    edited(clone_of(bare, "other"), "Theirs.", "principles")
    Clone(bare.parent / "other").git("push", "-q")
    edited(review, "Ours.")
    review.git("fetch", "-q")
    assert "1 new from others" in to_share(run, review)[1]
    review.git("merge", "-q", "--no-edit", "origin/main")
    number, line = to_share(run, review)
    assert (number, "new from others" in line) == (2, False)


def test_what_was_squashed_there_has_arrived(review: Clone, run: Run) -> None:
    """The same text and events in other commits are there; so is one commit that was taken over by itself."""
    bare_of(review)
    remark(run, review, "comment", "-m", "One.")
    edited(review, "More.")
    own = review.git("rev-parse", "HEAD")
    review.git("reset", "-q", "--soft", "origin/main")
    review.git("commit", "-q", "-m", "Squashed")
    review.git("push", "-q")
    review.git("reset", "-q", "--hard", own)
    assert to_share(run, review)[0] == 0


def test_at_no_branch_what_any_remote_has_is_shared(review: Clone, run: Run) -> None:
    """An older version holds nothing of its own; a commit made there is in this clone alone."""
    bare_of(review)
    remark(run, review, "comment", "-m", "One.")
    edited(review, "More.")
    review.git("push", "-q")
    review.git("checkout", "-q", "HEAD~1")
    assert to_share(run, review)[0] == 0
    edited(review, "Aside.", "principles")
    remark(run, review, "comment", "-m", "Two.")
    assert to_share(run, review)[0] == 2
    review.git("switch", "-q", "-c", "aside", "main")
    assert to_share(run, review)[0] == 0


def test_a_clone_without_a_remote_counts_what_was_said(review: Clone, run: Run) -> None:
    """There is no place that could lack a commit; remarks are seen by nobody else."""
    remark(run, review, "comment", "-m", "One.", who=NORTHVALE)
    assert to_share(run, review)[0] == 1


def test_a_review_of_a_released_policy_is_one_commit_to_share(policy: Clone, run: Run) -> None:
    """Tags of before that it names as releases are there already: they are nothing to share, and nothing to publish."""
    for version in ("0.1", "0.2", "0.3"):
        policy.git("tag", "-a", version, "-m", version)
    bare_of(policy)
    policy.git("push", "-q", "--tags", "origin")
    assert run(policy, "init")[0] == 0
    assert len(policy.git("ls-files", "reviews/releases").splitlines()) == 3
    assert to_share(run, policy)[0] == 1
    assert "1 to share: 1 other commit not shared" in to_share(run, policy)[1]
    code, out, err = run(policy, "sync")
    assert (code, err) == (0, "")
    assert "3 events (3 earlier releases named as such)" in out
    assert ask(run, policy, "status")["to_share"] == 0
