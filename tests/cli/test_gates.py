"""Each gate that rests on reading, on rounds, on the calendar and on the text's history shuts and opens."""

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.acting import ask, remark
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run


def gate(run: Run, clone: Clone, name: str, *arguments: str) -> Any:
    """Return one gate of `ready --json`, whatever the verdict is."""
    for code in (0, 1):
        ended, _, _ = run(clone, "ready", *arguments, "--json")
        if ended == code:
            answer = ask(run, clone, "ready", *arguments, code=code)
    return next(one for one in answer["gates"] if one["name"] == name)


def settle(review: Clone, lines: str) -> None:
    """Add lines to the settings, as their author."""
    review.write("reviews/settings.toml", review.read("reviews/settings.toml") + lines)
    review.commit("Settle")


def test_coverage_tells_unread_from_unremarked(review: Clone, run: Run) -> None:
    """Two organisations have to have read each text; a remark, a mark and a sign-off count, an older text does not."""
    shut = gate(run, review, "coverage")
    assert (shut["passed"], len(shut["evidence"])) == (False, 3)
    ask(run, review, "read", who=NORTHVALE)
    ask(run, review, "submit", who=NORTHVALE)
    remark(run, review, "comment", "records", "-m", "Good.", "--kind", "praise", who=SOUTHMERE)
    assert [row["path"] for row in gate(run, review, "coverage")["evidence"]] == [
        "policy/index.md",
        "policy/principles.md",
    ]
    review.write("policy/records.md", review.read("policy/records.md").replace("Posts are", "Messages are"))
    review.commit("Other words")
    row = next(row for row in gate(run, review, "coverage")["evidence"] if row["path"] == "policy/records.md")
    assert "older text" in row["text"]


def test_an_editorial_change_leaves_a_text_read(review: Clone, run: Run) -> None:
    """What was read before a typo was mended is still read."""
    settle(review, "\n[gates.coverage]\nat_least = 1\n")
    ask(run, review, "read", who=NORTHVALE)
    ask(run, review, "submit", who=NORTHVALE)
    review.write("policy/records.md", review.read("policy/records.md").replace("Posts are", "The posts are"))
    review.commit("Mend")
    assert gate(run, review, "coverage")["passed"]


def test_nobody_asked_means_no_coverage_is_wanted(policy: Clone, run: Run) -> None:
    """A review without partners passes, and says that none is set."""
    run(policy, "init", "--policy", "policy")
    found = gate(run, policy, "coverage")
    assert (found["passed"], "none set" in found["evidence"][0]["text"]) == (True, True)
    for name in ("topics", "companions", "round", "pre-election"):
        assert "none set" in gate(run, policy, name)["evidence"][0]["text"]


def test_a_round_has_to_run_its_full_time(review: Clone, run: Run) -> None:
    """An open round and one that was closed early shut the gate; what the gate says is how to open it."""
    assert gate(run, review, "round")["passed"]
    until = datetime.now(UTC).date() + timedelta(days=3)
    ask(run, review, "round", "open", "--until", str(until))
    found = gate(run, review, "round")
    assert (found["passed"], str(until) in found["evidence"][0]["text"]) == (False, True)
    ask(run, review, "round", "close")
    assert "before its last day" in gate(run, review, "round")["evidence"][0]["text"]


def test_a_pre_election_period_shuts_and_is_told_beforehand(review: Clone, run: Run) -> None:
    """A day within a period shuts the gate; a period that begins soon is told."""
    today = datetime.now(UTC).date()
    settle(review, f"\n[[pre_election]]\nstart = {today + timedelta(days=7)}\nend = {today + timedelta(days=40)}\n")
    soon = gate(run, review, "pre-election")
    assert (soon["passed"], "begins" in soon["evidence"][0]["text"]) == (True, True)
    settle(review, f"\n[[pre_election]]\nstart = {today - timedelta(days=7)}\nend = {today + timedelta(days=2)}\n")
    assert not gate(run, review, "pre-election")["passed"]


def test_topics_and_companions_have_their_own_gates(review: Clone, run: Run) -> None:
    """A missing topic and a stale companion shut their gates and are no findings beside."""
    settle(review, '\n[[topics]]\nid = "purdah"\ntitle = "Pre-election period"\nterms = ["purdah"]\nrequired = true\n')
    settle(review, '\n[[companions]]\ntext = "index.md"\nof = ["records.md"]\n')
    review.write("policy/records.md", review.read("policy/records.md").replace("Posts are", "Messages are"))
    review.commit("Other words")
    assert not gate(run, review, "topics")["passed"]
    assert not gate(run, review, "companions")["passed"]
    assert gate(run, review, "findings")["passed"]
    ask(run, review, "companion", "index")
    assert gate(run, review, "companions")["passed"]


def test_the_author_says_whether_a_companion_has_to_follow(review: Clone, run: Run) -> None:
    """A change that an author classed as editorial leaves the companion in step, one classed as graver does not."""
    settle(review, '\n[[companions]]\ntext = "index.md"\nof = ["records.md"]\n')
    review.git("tag", "-a", "0.9", "-m", "0.9")
    review.write("policy/records.md", review.read("policy/records.md").replace("Posts are", "Messages are"))
    review.commit("Other words")
    assert not gate(run, review, "companions")["passed"]
    run(review, "classify", "records", "editorial", "--from", "0.9", "-m", "A post is a message.")
    assert gate(run, review, "companions")["passed"]
    run(review, "classify", "records", "substantive", "--from", "0.9", "-m", "It did not.")
    shut = gate(run, review, "companions")
    assert (shut["passed"], "It did not." in shut["evidence"][0]["text"]) == (False, True)


def test_a_text_that_still_changes_much_is_not_stable(review: Clone, run: Run) -> None:
    """Growing changes of substance shut the gate, falling ones open it, and editorial ones do not count."""
    assert gate(run, review, "stability")["passed"]
    for number in range(1, 4):
        rules = "".join(f"Officers must file form {number}{other}.\n" for other in range(4 * 3**number))
        review.write(f"policy/rules{number}.md", f"# Rules {number}\n\n{rules}")
        review.commit(f"Rules {number}")
    assert not gate(run, review, "stability")["passed"]
    for word in ("one", "two", "three", "four", "five", "six"):
        review.write("policy/records.md", f"# Records\n\nPosts are records. They are kept for {word} years.\n")
        review.commit(word)
    assert gate(run, review, "stability")["passed"]


def test_the_position_is_said_in_words(review: Clone, run: Run) -> None:
    """Between the last release and the target, by how much of the gates' weight lies on those that pass."""
    answer = ask(run, review, "ready", code=1)
    assert answer["position"].startswith("closer to 1.0 than to the first draft: 12 of 14 gates")
    assert answer["share"] == round(12 / 14, 3)
    settle(review, "\n[gates.signoffs]\nweight = 100\n")
    assert ask(run, review, "ready", code=1)["position"].startswith("closer to the first draft than to 1.0")
