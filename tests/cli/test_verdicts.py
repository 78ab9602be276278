"""The verdicts that docs/author.md lists: what `ready` says of a policy in each state, and what changes it."""

from typing import Any

import pytest

from tests.acting import ask, refused, remark, submitted
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run

PARAGRAPH = "# Posts\n\nOfficers must think before they post, and must correct a mistake on the day that they see it.\n"


def verdict(run: Run, clone: Clone) -> dict[str, Any]:
    """Return what `ready` says, with the names of the gates that are shut."""
    code, out, _ = run(clone, "ready")
    told: dict[str, Any] = ask(run, clone, "ready", code=code)
    shut = [gate["name"] for gate in told["gates"] if gate["judged"] and not gate["passed"]]
    assert (code == 0) is told["ready"] is (" is ready: " in out.splitlines()[0])
    return told | {"shut": shut}


def begun(run: Run, clone: Clone, text: str) -> Clone:
    """Begin a review of one section by its author alone."""
    clone.commit_file("policy/posts.md", text, "Draft")
    ask(run, clone, "init", "--policy", "policy")
    return clone


@pytest.mark.parametrize(("text", "shut"), [("# Posts\n\nTBC.\n", ["placeholders"]), (PARAGRAPH, [])])
def test_nobody_was_asked(clone: Clone, run: Run, text: str, shut: list[str]) -> None:
    """Neither "TBC." nor one good paragraph is ready, or closer to anything: silence is no review."""
    told = verdict(run, begun(run, clone, text))
    assert (told["ready"], told["share"], told["shut"]) == (False, None, shut)
    assert told["position"].startswith("not yet a question: no partner organisation is named; name one:")


def test_an_unasked_release_wants_a_reason_and_is_never_ready(clone: Clone, run: Run) -> None:
    """1.0 can be released with --override; the record keeps the reason, and the next question is about the next one."""
    review = begun(run, clone, PARAGRAPH)
    assert "no partner organisation is named" in refused(run, review, "release", "1.0")
    ask(run, review, "release", "1.0", "--override", "The cabinet decided.")
    assert "The cabinet decided." in review.read("reviews/releases/1.0/CHANGELOG.md")
    told = verdict(run, review)
    assert (told["ready"], told["target"], told["base"]) == (False, "1.1", "1.0")
    assert told["question"]


def test_each_step_of_a_review_changes_the_verdict(clone: Clone, run: Run) -> None:
    """Naming a partner, its reading, its position: each is said, and the last one makes it ready."""
    review = begun(run, clone, PARAGRAPH)
    ask(run, review, "organisation", "add", "northvale", "--name", "N", "--domain", "northvale.example", "--asked")
    assert verdict(run, review)["question"] == "no partner organisation has read it"
    ask(run, review, "read", who=NORTHVALE)
    assert verdict(run, review)["question"] == "no partner organisation has read it"
    ask(run, review, "submit", who=NORTHVALE)
    read = verdict(run, review)
    assert (read["question"], read["ready"], read["shut"]) == (None, False, ["signoffs"])
    submitted(run, review, "signoff", "no-objection", who=NORTHVALE)
    told = verdict(run, review)
    assert (told["ready"], told["share"], told["shut"]) == (True, 1.0, [])
    ask(run, review, "release", "1.0")
    assert verdict(run, review)["question"] == "the text is still that of 1.0; nothing has changed since"
    assert "1.1 is not ready: the text is still that of 1.0" in refused(run, review, "release", "1.1")
    review.commit_file("policy/posts.md", PARAGRAPH.replace("must think", "should think"), "Soften")
    assert verdict(run, review)["question"] is None


@pytest.mark.slow
def test_a_review_half_done_and_done(review: Clone, run: Run) -> None:
    """The share rises with each thing that somebody does, falls when somebody finds something, and reaches all."""
    for who in (NORTHVALE, SOUTHMERE):
        submitted(run, review, "read", who=who)
    read = verdict(run, review)
    thread = remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why two?", "--blocking")
    raised = verdict(run, review)
    assert raised["share"] < read["share"]
    assert {"blocking", "undecided", "signoffs"} <= set(raised["shut"])
    assert raised["position"].startswith("closer to 1.0 than to the first draft: 6 of 9 pieces of work are done")
    assert "left: 1 remark to decide, 2 sign-offs of the text as it stands" in raised["position"]
    ask(run, review, "decline", thread, "-m", "The law says two.")
    shares = [raised["share"], verdict(run, review)["share"]]
    for who in (NORTHVALE, SOUTHMERE):
        submitted(run, review, "signoff", "support", who=who)
        shares.append(verdict(run, review)["share"])
    assert shares == sorted(set(shares))
    assert verdict(run, review)["ready"]


def test_a_section_that_nobody_has_read_asks_the_question_anew(review: Clone, run: Run) -> None:
    """It says which section, so that everybody sees why the answer went back."""
    submitted(run, review, "signoff", "support", who=NORTHVALE)
    assert verdict(run, review)["question"] is None
    review.commit_file("policy/log.md", "# Log\n\nOfficers must keep a log.\n", "Add a log")
    assert verdict(run, review)["question"] == (
        "no partner organisation has read all of it; Northvale Council has read 3 of 4 sections, not “Log”"
    )
    review.commit_edit("policy/records.md", "two years", "six years", "Six years")
    assert "has read 3 of 4 sections (2 as they stand now), not “Log”" in verdict(run, review)["question"]


@pytest.mark.slow
def test_a_real_policy_that_nobody_was_asked_about(standard: Clone, run: Run) -> None:
    """Eight releases and six years of work are no review."""
    ask(run, standard, "init", "--policy", "criteria")
    told = verdict(run, standard)
    assert (told["ready"], told["share"], told["base"]) == (False, None, "0.8.0")
    assert "no partner organisation is named" in told["question"]


def test_duplicates_of_each_other_are_contested(review: Clone, run: Run) -> None:
    """Two branches call each remark the other's duplicate: neither is lost, until an author decides one again."""
    one, other = (remark(run, review, "comment", "-m", words, "--blocking") for words in ("One.", "Other."))
    review.git("branch", "side")
    ask(run, review, "duplicate", one, other)
    review.git("switch", "-q", "side")
    ask(run, review, "duplicate", other, one)
    review.git("switch", "-q", "main")
    review.git("merge", "-q", "-m", "Merge", "side")
    assert {row["state"] for row in ask(run, review, "threads")["threads"]} == {"contested"}
    gates = {gate["name"]: gate["passed"] for gate in ask(run, review, "ready", code=1)["gates"]}
    assert (gates["blocking"], gates["undecided"]) == (False, False)
    ask(run, review, "note", other, "-m", "So be it.")
    assert {row["thread"]: row["state"] for row in ask(run, review, "threads")["threads"]} == {
        one: "duplicate",
        other: "noted",
    }


def test_a_duplicate_of_nothing_that_is_here_is_contested(review: Clone, run: Run) -> None:
    """A decision written by hand names a remark that nobody made: what blocked still blocks."""
    one, other = (remark(run, review, "comment", "-m", words, "--blocking") for words in ("One.", "Other."))
    commit = ask(run, review, "duplicate", one, other)["commit"]
    path = review.path / review.git("show", "--name-only", "--format=", commit)
    path.write_text(path.read_text().replace(f'of = "{other}"', 'of = "01m8zzzzzzzzzzzzzzzzzzzabc"'))
    review.git("commit", "-q", "-a", "--amend", "--no-edit")
    assert {row["thread"]: row["state"] for row in ask(run, review, "threads")["threads"]}[one] == "contested"
    gates = {gate["name"]: gate["passed"] for gate in ask(run, review, "ready", code=1)["gates"]}
    assert (gates["blocking"], gates["undecided"]) == (False, False)
    ask(run, review, "note", one, "-m", "So be it.")
    assert {row["thread"]: row["state"] for row in ask(run, review, "threads")["threads"]}[one] == "noted"
