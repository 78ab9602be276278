"""Two clones that decide, revise and withdraw at the same time, merged by git alone."""

import shutil

import pytest

from tests.acting import ask, gate_of, submitted, suggestion, thread_of
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run

SECOND = ("Second Officer", "second@council.example")


@pytest.fixture
def pair(review: Clone, run: Run) -> tuple[Clone, Clone, str]:
    """Two clones with the same suggestion, each with an author of its own, and the suggestion's thread."""
    text = review.read("reviews/settings.toml")
    named = f'authors = [\n    "{SECOND[0]} <{SECOND[1]}>",'
    review.commit_file("reviews/settings.toml", text.replace("authors = [", named), "Name a second author")
    thread = suggestion(run, review, "must think", "think twice")
    other = type(review)(review.path.parent / "other")
    shutil.copytree(review.path, other.path)
    return review, other, thread


def merged(one: Clone, two: Clone) -> None:
    """Bring both clones to hold the commits of both, each by a merge of its own."""
    for mine, theirs in ((one, two), (two, one)):
        mine.git("fetch", "-q", str(theirs.path), "main:refs/remotes/other/main")
    one.git("merge", "-q", "--no-edit", "-X", "ours", "refs/remotes/other/main")
    two.git("merge", "-q", "--no-edit", "-X", "theirs", "refs/remotes/other/main")


def both(run: Run, one: Clone, two: Clone, thread: str) -> tuple[str, list[str]]:
    """Return the state and flags on which both clones agree."""
    here, there = thread_of(run, one, thread), thread_of(run, two, thread)
    assert (here["state"], here["flags"]) == (there["state"], there["flags"])
    return here["state"], here["flags"]


def test_different_decisions_are_contested_until_decided_again(pair: tuple[Clone, Clone, str], run: Run) -> None:
    """Accepted here, declined there: contested on both, open for the gates, and a new decision settles it."""
    one, two, thread = pair
    ask(run, one, "accept", thread, who=OFFICER)
    ask(run, two, "decline", thread, "-m", "No.", who=SECOND)
    merged(one, two)
    assert both(run, one, two, thread)[0] == "contested"
    gates = {gate["name"]: gate for gate in ask(run, one, "ready", code=1)["gates"]}
    assert "contested" in gates["undecided"]["evidence"][0]["text"]
    ask(run, one, "decline", thread, "-m", "No, after all.", who=OFFICER)
    assert thread_of(run, one, thread)["state"] == "declined"
    two.git("fetch", "-q", str(one.path), "main")
    two.git("merge", "-q", "--no-edit", "FETCH_HEAD")
    assert both(run, one, two, thread)[0] == "declined"


def test_equal_decisions_are_one(pair: tuple[Clone, Clone, str], run: Run) -> None:
    """The same verdict with the same words twice is no contest."""
    one, two, thread = pair
    ask(run, one, "accept", thread, who=OFFICER)
    ask(run, two, "accept", thread, who=SECOND)
    merged(one, two)
    assert both(run, one, two, thread) == ("accepted", [])
    assert one.read("policy/principles.md").count("think twice") == 1


def test_equal_verdicts_with_other_words_are_contested(pair: tuple[Clone, Clone, str], run: Run) -> None:
    """Accepting with changes is decided differently when the words differ."""
    one, two, thread = pair
    ask(run, one, "accept", thread, "--as", "do think", who=OFFICER)
    ask(run, two, "accept", thread, "--as", "shall think", who=SECOND)
    merged(one, two)
    assert both(run, one, two, thread)[0] == "contested"


def test_a_revision_that_crossed_a_decision_is_flagged(pair: tuple[Clone, Clone, str], run: Run) -> None:
    """The decision stands, but shows that it was about older words, and the gate asks for another."""
    one, two, thread = pair
    ask(run, one, "accept", thread, who=OFFICER)
    submitted(run, two, "revise", thread, "-m", "Better still.", "--replace", "pause and think", who=NORTHVALE)
    merged(one, two)
    assert both(run, one, two, thread) == ("accepted", ["older-words"])
    assert not gate_of(run, one, "carried-out")["passed"]


def test_a_withdrawal_that_crossed_an_acceptance_is_flagged(pair: tuple[Clone, Clone, str], run: Run) -> None:
    """The words are in the text, so the acceptance stands, and shows that its suggestion was withdrawn."""
    one, two, thread = pair
    ask(run, one, "accept", thread, who=OFFICER)
    submitted(run, two, "withdraw", thread, who=NORTHVALE)
    merged(one, two)
    assert both(run, one, two, thread) == ("accepted", ["older-words"])


def test_a_decision_on_newer_words_is_not_flagged(pair: tuple[Clone, Clone, str], run: Run) -> None:
    """What the author had seen is decided, and nothing is older."""
    one, _, thread = pair
    submitted(run, one, "revise", thread, "-m", "Better.", "--replace", "pause", who=NORTHVALE)
    ask(run, one, "accept", thread, who=OFFICER)
    assert thread_of(run, one, thread)["flags"] == []
    assert "Officers pause before" in one.read("policy/principles.md")


def test_an_undo_that_crossed_a_reply_reopens(pair: tuple[Clone, Clone, str], run: Run) -> None:
    """Conversation never changes a state."""
    one, two, thread = pair
    ask(run, one, "decline", thread, "-m", "No.", who=OFFICER)
    ask(run, one, "undo", thread, who=OFFICER)
    submitted(run, two, "reply", thread, "-m", "Please do.", who=SOUTHMERE)
    merged(one, two)
    assert both(run, one, two, thread) == ("open", [])
    assert len(thread_of(run, two, thread)["events"]) == 4


def test_events_of_many_people_merge_without_conflict(pair: tuple[Clone, Clone, str], run: Run) -> None:
    """Replies on both sides are files of their own: the merge is clean and both see all, in one order."""
    one, two, thread = pair
    for clone, who in ((one, NORTHVALE), (two, SOUTHMERE)):
        for words in ("First.", "Second."):
            ask(run, clone, "reply", thread, "-m", words, who=who)
        ask(run, clone, "submit", who=who)
    one.git("fetch", "-q", str(two.path), "main:refs/remotes/other/main")
    two.git("fetch", "-q", str(one.path), "main:refs/remotes/other/main")
    for clone in (one, two):
        clone.git("merge", "-q", "--no-edit", "refs/remotes/other/main")
        assert clone.git("status", "--porcelain") == ""
    orders = [[event["id"] for event in thread_of(run, clone, thread)["events"]] for clone in (one, two)]
    assert orders[0] == orders[1]
    assert len(orders[0]) == 5


def test_settings_changed_on_both_sides_are_a_conflict_for_a_person(pair: tuple[Clone, Clone, str], run: Run) -> None:
    """While the settings file is in the middle of a merge, the last committed settings hold, and reading goes on."""
    one, two, thread = pair
    for clone, title in ((one, "One"), (two, "Two")):
        text = clone.read("reviews/settings.toml").replace('"Social media policy"', f'"{title}"')
        clone.commit_file("reviews/settings.toml", text, title)
    one.git("fetch", "-q", str(two.path), "main")
    one.git("merge", "-q", "--no-edit", "FETCH_HEAD", check=False)
    assert "<<<<<<<" in one.read("reviews/settings.toml")
    status = ask(run, one, "status")
    assert (status["title"], status["author"]) == ("One", True)
    assert run(one, "accept", thread)[0] == 2


def test_a_deferred_blocking_remark_still_blocks(review: Clone, run: Run) -> None:
    """Deferring decides a remark, but a blocking one keeps its gate shut."""
    thread = submitted(run, review, "comment", "principles", "-m", "Unlawful.", "--blocking", who=NORTHVALE)["thread"]
    ask(run, review, "defer", thread, "-m", "For 1.1.")
    gates = {gate["name"]: gate["passed"] for gate in ask(run, review, "ready", code=1)["gates"]}
    assert (gates["blocking"], gates["undecided"]) == (False, True)
