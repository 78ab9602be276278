"""What has no effect is named everywhere and shuts the gate `record` until an author settles it with a reason."""

import pytest

from tests.acting import ask, event_file, gate_of, refused, remark, thread_of
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run
from tests.sharing import bare_of, clone_of, synced


def forged(run: Run, clone: Clone) -> str:
    """Commit a withdrawal in the name of another, and return its thread."""
    thread = remark(run, clone, "comment", "-m", "We object.", "--blocking")
    ask(run, clone, "withdraw", thread, who=NORTHVALE)
    clone.commit("Tidy", who=SOUTHMERE)
    return thread


def test_a_refused_event_is_loud_until_it_is_settled(review: Clone, run: Run) -> None:
    """`status`, `verify` and the gate name it with its repair; a reason by an author makes the gate pass."""
    thread = forged(run, review)
    assert thread_of(run, review, thread)["state"] == "open"
    (row,) = ask(run, review, "status")["without_effect"]
    assert (row["cause"], row["type"], row["settled"]) == ("refused", "withdraw", None)
    assert "1 event without effect" in run(review, "status")[1]
    assert not gate_of(run, review, "record")["passed"]
    (finding,) = ask(run, review, "verify", code=1)["findings"]
    assert "reviewtui settle" in finding["repair"]
    assert "reason" in refused(run, review, "settle", row["event"], "-m", " ")
    assert "author" in refused(run, review, "settle", row["event"], "-m", "No matter.", who=NORTHVALE)
    done = ask(run, review, "settle", row["event"], row["event"], "-m", "A slip in the office.")
    assert "Settle 1 event" in review.git("log", "-1", "--format=%s")
    assert review.git("show", "--name-only", "--format=", done["commit"]) == done["path"]
    assert gate_of(run, review, "record")["passed"]
    assert ask(run, review, "status")["without_effect"][0]["settled"] == "A slip in the office."
    assert "A slip in the office." in ask(run, review, "verify")["findings"][0]["reason"]
    assert "without effect" not in run(review, "status")[1]
    assert "settled already" in refused(run, review, "settle", row["event"], "-m", "Again.")
    assert "There is no" in refused(run, review, "settle", thread, "-m", "It counts.")


def two_contents(run: Run, clone: Clone) -> str:
    """Let one person give an id two contents on two branches, merge them, and return the id."""
    base = clone.git("rev-parse", "HEAD")
    thread = remark(run, clone, "comment", "-m", "The first.")
    text = clone.read(event_file(thread))
    clone.git("switch", "-q", "-c", "side", base)
    clone.commit_file(event_file(thread), text.replace("The first.", "The second."), "Add", who=NORTHVALE)
    clone.git("switch", "-q", "main")
    clone.git("merge", "-q", "--no-edit", "-X", "ours", "side")
    return thread


def test_an_author_chooses_between_two_contents(review: Clone, run: Run) -> None:
    """Before, neither counts and the gate is shut; after, one does, under its id, and the clash stays listed."""
    thread = two_contents(run, review)
    rows = ask(run, review, "threads")["threads"]
    assert {row["body"]: "cancelled" in row["flags"] for row in rows} == {"The first.": True, "The second.": True}
    assert not gate_of(run, review, "record")["passed"]
    assert "choose one" in refused(run, review, "settle", thread, "--choose", thread, "-m", "He says so.")
    listed = ask(run, review, "status")["without_effect"]
    wanted = {row["thread"]: row["event"] for row in listed}
    second = next(row["thread"] for row in rows if row["body"] == "The second.")
    ask(run, review, "settle", thread, "--choose", wanted[second], "-m", "He says so.")
    found = thread_of(run, review, thread)
    assert (found["body"], found["state"], found["flags"]) == ("The second.", "open", [])
    assert gate_of(run, review, "record")["passed"]
    findings = ask(run, review, "verify")["findings"]
    assert {finding["what"] for finding in findings} == {"clash", "refused"}
    assert all(finding["settled"] for finding in findings)


def test_a_clash_by_two_people_is_settled_without_a_choice(review: Clone, run: Run) -> None:
    """Both stand, since two people made them; the gate passes once an author says what it was."""
    base = review.git("rev-parse", "HEAD")
    thread = remark(run, review, "comment", "-m", "Ours.")
    text = review.read(event_file(thread)).replace("Ours.", "Theirs.").replace('"northvale"', '"southmere"')
    review.git("switch", "-q", "-c", "side", base)
    review.commit_file(
        event_file(thread),
        text.replace(f"{NORTHVALE[0]} <{NORTHVALE[1]}>", f"{SOUTHMERE[0]} <{SOUTHMERE[1]}>"),
        "Add",
        who=SOUTHMERE,
    )
    review.git("switch", "-q", "main")
    review.git("merge", "-q", "--no-edit", "-X", "ours", "side")
    assert not gate_of(run, review, "record")["passed"]
    ask(run, review, "settle", thread, "-m", "Southmere had copied a file; both remarks are meant.")
    assert gate_of(run, review, "record")["passed"]
    assert {row["body"]: row["state"] for row in ask(run, review, "threads")["threads"]} == {
        "Ours.": "open",
        "Theirs.": "open",
    }


@pytest.mark.slow
def test_sync_names_what_came_without_effect(review: Clone, run: Run) -> None:
    """Only what came now is "of them"; what was there before is named too, until it is settled."""
    bare = bare_of(review)
    other = clone_of(bare, "other")
    forged(run, other)
    synced(run, other)
    code, out, _ = run(review, "sync")
    assert code == 0
    assert "1 of them has no effect" in out
    (row,) = synced(run, review)["without_effect"]
    assert (row["type"], row["committed_by"]) == ("withdraw", f"{SOUTHMERE[0]} <{SOUTHMERE[1]}>")
    assert "1 event without effect" in run(review, "sync")[1]
    ask(run, review, "settle", row["event"], "-m", "A slip.")
    assert synced(run, review)["without_effect"] == []
