"""In real histories nobody replaces another's remark or the author's decision by adding its file again."""

import pytest

from tests.acting import ask, event_file, remark, thread_of
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run


@pytest.mark.parametrize("who", [SOUTHMERE, NORTHVALE])
def test_deleting_and_adding_again_replaces_nothing(review: Clone, run: Run, who: tuple[str, str]) -> None:
    """With an earlier time and in a name of one's own: the blocking remark stays, and `verify` says who did it."""
    thread = remark(run, review, "comment", "-m", "We object.", "--blocking")
    text = review.read(event_file(thread))
    (review.path / event_file(thread)).unlink()
    review.commit("Tidy", who=who)
    changed = text.replace("We object.", "All is well.").replace("blocking = true\n", "").replace("at = 2", "at = 1")
    changed = changed.replace(f"{NORTHVALE[0]} <{NORTHVALE[1]}>", f"{who[0]} <{who[1]}>")
    if who == SOUTHMERE:
        changed = changed.replace('"northvale"', '"southmere"')
    commit = review.commit_file(event_file(thread), changed, "Restore", who=who)
    found = thread_of(run, review, thread)
    assert (found["body"], found["blocking"], found["state"]) == ("We object.", True, "open")
    assert len(ask(run, review, "threads")["threads"]) == 1
    rows = ask(run, review, "verify", code=1)["findings"]
    assert commit in {row["commit"] for row in rows if row["what"] == "clash"}


def test_two_people_on_two_branches_both_are_heard(review: Clone, run: Run) -> None:
    """The author's decision stays with the remark that he saw, in every clone, and the second one stands beside it."""
    base = review.git("rev-parse", "HEAD")
    thread = remark(run, review, "comment", "-m", "Ours.")
    text = review.read(event_file(thread))
    ask(run, review, "decline", thread, "-m", "No.", who=OFFICER)
    review.git("switch", "-q", "-c", "side", base)
    theirs = text.replace("Ours.", "Theirs.").replace(
        f"{NORTHVALE[0]} <{NORTHVALE[1]}>", f"{SOUTHMERE[0]} <{SOUTHMERE[1]}>"
    )
    review.commit_file(event_file(thread), theirs.replace('"northvale"', '"southmere"'), "Add", who=SOUTHMERE)
    review.git("switch", "-q", "main")
    review.git("merge", "-q", "--no-edit", "-X", "ours", "side")
    rows = {row["body"]: row for row in ask(run, review, "threads")["threads"]}
    assert {body: row["state"] for body, row in rows.items()} == {"Ours.": "declined", "Theirs.": "open"}
    assert rows["Ours."]["thread"] == thread
    second = rows["Theirs."]["thread"]
    ask(run, review, "note", second, who=OFFICER)
    assert thread_of(run, review, second)["state"] == "noted"
    assert thread_of(run, review, thread)["state"] == "declined"
