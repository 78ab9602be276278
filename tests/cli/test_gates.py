"""Each gate that rests on reading, on rounds, on the calendar and on the text's history shuts and opens."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.acting import ask, gate_of, remark, submitted
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run


def settle(review: Clone, lines: str) -> None:
    """Add lines to the settings, as their author."""
    review.commit_file("reviews/settings.toml", review.read("reviews/settings.toml") + lines, "Settle")


def test_coverage_tells_unread_from_unremarked(review: Clone, run: Run) -> None:
    """Two organisations have to have read each text; a remark, a mark and a sign-off count, an older text does not."""
    shut = gate_of(run, review, "coverage")
    assert (shut["passed"], len(shut["evidence"])) == (False, 3)
    submitted(run, review, "read", who=NORTHVALE)
    remark(run, review, "comment", "records", "-m", "Good.", "--kind", "praise", who=SOUTHMERE)
    assert [row["path"] for row in gate_of(run, review, "coverage")["evidence"]] == [
        "policy/index.md",
        "policy/principles.md",
    ]
    review.commit_edit("policy/records.md", "Posts are", "Messages are", "Other words")
    row = next(row for row in gate_of(run, review, "coverage")["evidence"] if row["path"] == "policy/records.md")
    assert "older text" in row["text"]


def test_an_editorial_change_leaves_a_text_read(review: Clone, run: Run) -> None:
    """What was read before a typo was mended is still read."""
    for reader in (NORTHVALE, SOUTHMERE):
        submitted(run, review, "read", who=reader)
    review.commit_edit("policy/records.md", "Posts are", "The posts are", "Mend")
    assert gate_of(run, review, "coverage")["passed"]


def test_nobody_asked_means_no_coverage_is_wanted(policy: Clone, run: Run) -> None:
    """Without partners there is nothing to judge: such a gate is neither passed nor shut, and says what it wants."""
    run(policy, "init", "--policy", "policy")
    for name in ("coverage", "signoffs", "topics", "companions", "round", "pre-election", "blocking", "stability"):
        found = gate_of(run, policy, name)
        assert (found["judged"], found["passed"], bool(found["flips"])) == (False, None, True), name
    assert "\u2013 Coverage: nobody was asked" in run(policy, "ready")[1]


def test_a_round_has_to_run_its_full_time(review: Clone, run: Run) -> None:
    """An open round and one that was closed early shut the gate; what the gate says is how to open it."""
    assert gate_of(run, review, "round")["judged"] is False
    until = datetime.now(UTC).date() + timedelta(days=3)
    ask(run, review, "round", "open", "--until", str(until))
    found = gate_of(run, review, "round")
    assert (found["passed"], str(until) in found["evidence"][0]["text"]) == (False, True)
    ask(run, review, "round", "close")
    assert "before its last day" in gate_of(run, review, "round")["evidence"][0]["text"]


def test_a_pre_election_period_shuts_and_is_told_beforehand(review: Clone, run: Run) -> None:
    """A day within a period shuts the gate; a period that begins soon is told."""
    today = datetime.now(UTC).date()
    settle(review, f"\n[[pre_election]]\nstart = {today + timedelta(days=7)}\nend = {today + timedelta(days=40)}\n")
    soon = gate_of(run, review, "pre-election")
    assert (soon["passed"], "begins" in soon["evidence"][0]["text"]) == (True, True)
    settle(review, f"\n[[pre_election]]\nstart = {today - timedelta(days=7)}\nend = {today + timedelta(days=2)}\n")
    assert not gate_of(run, review, "pre-election")["passed"]


@pytest.mark.slow
def test_topics_and_companions_have_their_own_gates(review: Clone, run: Run) -> None:
    """A missing topic and a stale companion shut their gates and are no findings beside."""
    settle(review, '\n[[topics]]\nid = "purdah"\ntitle = "Pre-election period"\nterms = ["purdah"]\nrequired = true\n')
    settle(review, '\n[[companions]]\ntext = "index.md"\nof = ["records.md"]\n')
    review.commit_edit("policy/records.md", "Posts are", "Messages are", "Other words")
    assert not gate_of(run, review, "topics")["passed"]
    assert not gate_of(run, review, "companions")["passed"]
    assert gate_of(run, review, "findings")["passed"]
    ask(run, review, "companion", "index")
    assert gate_of(run, review, "companions")["passed"]


def test_the_author_says_whether_a_companion_has_to_follow(review: Clone, run: Run) -> None:
    """A change that an author classed as editorial leaves the companion in step, one classed as graver does not."""
    settle(review, '\n[[companions]]\ntext = "index.md"\nof = ["records.md"]\n')
    review.git("tag", "-a", "0.9", "-m", "0.9")
    review.commit_edit("policy/records.md", "Posts are", "Messages are", "Other words")
    assert not gate_of(run, review, "companions")["passed"]
    run(review, "classify", "records", "editorial", "--from", "0.9", "-m", "A post is a message.")
    assert gate_of(run, review, "companions")["passed"]
    run(review, "classify", "records", "substantive", "--from", "0.9", "-m", "It did not.")
    shut = gate_of(run, review, "companions")
    assert (shut["passed"], "It did not." in shut["evidence"][0]["text"]) == (False, True)


def read_by(run: Run, clone: Clone, *people: tuple[str, str]) -> None:
    """Let people say that they have read the policy as it stands."""
    for who in people:
        submitted(run, clone, "read", who=who)


def test_stability_is_what_changed_since_it_was_read(review: Clone, run: Run) -> None:
    """Nobody has read: nothing to judge. Then substance counts, not commits, until those who were asked read again."""
    assert gate_of(run, review, "stability")["judged"] is False
    read_by(run, review, NORTHVALE)
    for number in range(9):
        review.commit_file("policy/records.md", review.read("policy/records.md") + "\n" * (1 + number), "Blank lines")
    assert gate_of(run, review, "stability")["passed"]
    rules = "".join(f"Officers must file form {number}.\n\n" for number in range(40))
    review.commit_file("policy/records.md", f"# Records\n\n{rules}", "Rules")
    shut = gate_of(run, review, "stability")
    assert (shut["passed"], "Northvale Council" in shut["evidence"][0]["text"]) == (False, True)
    read_by(run, review, NORTHVALE)
    assert gate_of(run, review, "stability")["passed"]


def test_it_is_no_question_before_a_partner_has_read_all_of_it(review: Clone, run: Run) -> None:
    """Whatever the gates say: nothing is ready that nobody has read, and the answer says who has read how much."""
    answer = ask(run, review, "ready", code=1)
    assert (answer["ready"], answer["share"]) == (False, None)
    assert answer["question"] == "no partner organisation has read it"
    assert answer["position"].startswith("not yet a question: no partner organisation has read it")
    submitted(run, review, "read", "records", who=NORTHVALE)
    assert "Northvale Council has read 1 of 3 sections" in ask(run, review, "ready", code=1)["question"]
    read_by(run, review, OFFICER)
    assert ask(run, review, "ready", code=1)["question"]
    read_by(run, review, NORTHVALE)
    assert ask(run, review, "ready", code=1)["question"] is None


def test_the_position_is_told_by_work(review: Clone, run: Run) -> None:
    """Between the last release and the target, by pieces of work that are done and that are left."""
    read_by(run, review, NORTHVALE)
    answer = ask(run, review, "ready", code=1)
    assert answer["position"] == (
        "closer to the first draft than to 1.0: 3 of 8 pieces of work are done; "
        "left: 3 readings of a section as it stands, 2 sign-offs of the text as it stands"
    )
    assert answer["share"] == round(3 / 8, 3)
    for who in (NORTHVALE, SOUTHMERE):
        submitted(run, review, "signoff", "support", who=who)
    assert ask(run, review, "ready")["position"] == "as far as 1.0: nothing stands in the way"


def test_whom_one_does_not_ask_any_more_is_told(review: Clone, run: Run) -> None:
    """Taking an organisation or a topic out of the settings does not open a gate without a word."""
    for who in (NORTHVALE, SOUTHMERE):
        submitted(run, review, "signoff", "support", who=who)
    settle(review, '\n[[topics]]\nid = "fax"\ntitle = "Fax machines"\nterms = ["fax machine"]\nrequired = true\n')
    settings = review.read("reviews/settings.toml")
    kept = settings[: settings.index("[[topics]]")].replace("asked = true", "asked = false", 1)
    review.commit_file("reviews/settings.toml", kept, "Ask less")
    signoffs, topics = gate_of(run, review, "signoffs"), gate_of(run, review, "topics")
    assert (signoffs["passed"], topics["passed"]) == (False, False)
    assert "was asked once" in signoffs["evidence"][-1]["text"]
    assert "Fax machines was required once" in topics["evidence"][-1]["text"]


@pytest.mark.slow
def test_commits_without_a_word_change_no_figure_of_stability(review: Clone, run: Run) -> None:
    """Nine commits of blank lines, and a round before a change: told is what changed in substance since it began."""
    submitted(run, review, "read", who=NORTHVALE)
    until = (datetime.now(UTC).date() + timedelta(days=9)).isoformat()
    ask(run, review, "round", "open", "--until", until)
    review.commit_edit("policy/records.md", "two years", "six years", "Longer")
    before = [row["text"] for row in gate_of(run, review, "stability")["evidence"]]
    for _ in range(9):
        review.commit_file("policy/records.md", review.read("policy/records.md") + "\n", "A blank line")
    after = [row["text"] for row in gate_of(run, review, "stability")["evidence"]]
    assert before == after
    assert any("since the last round, which began on" in text and not text.startswith("0%") for text in after)


def test_a_gate_switched_off_after_partners_were_asked_stays_in_the_way(review: Clone, run: Run) -> None:
    """Nobody has signed off: switching the gate off hides neither that nor who it is, and changes no verdict."""
    before = gate_of(run, review, "signoffs")
    settle(review, "\n[gates.signoffs]\non = false\n")
    after = gate_of(run, review, "signoffs")
    assert (after["judged"], after["passed"]) == (True, False)
    assert [row["text"] for row in after["evidence"][1:]] == [row["text"] for row in before["evidence"]]
    printed = run(review, "ready")[1]
    assert "(switched off)" in printed
    assert "it was on when partners were asked" in printed


def test_a_bound_lowered_after_partners_were_asked_stays_in_the_way(review: Clone, run: Run) -> None:
    """Nobody has read the text: to ask for no reader opens no gate, and says what was asked for before."""
    before = gate_of(run, review, "coverage")
    assert not before["passed"]
    settle(review, "\n[gates.coverage]\nat_least = 0\n")
    after = gate_of(run, review, "coverage")
    assert (after["judged"], after["passed"]) == (True, False)
    assert [row["text"] for row in after["evidence"][1:]] == [row["text"] for row in before["evidence"]]
    assert "the usual one then, at_least = 0 now" in after["evidence"][0]["text"]
    assert "bound lowered" in run(review, "ready")[1]


def test_a_gate_that_was_never_on_for_anybody_is_shown_and_does_not_count(policy: Clone, run: Run) -> None:
    """Who sets the rules before asking anybody leaves a gate out; what it would say is told all the same."""
    ask(run, policy, "init", "--policy", "policy")
    policy.commit_file("policy/more.md", "# More\n\nTBC\n", "Leave a gap")
    assert gate_of(run, policy, "placeholders")["judged"]
    settle(policy, "\n[gates.placeholders]\non = false\n")
    assert not gate_of(run, policy, "placeholders")["judged"]
    assert "\u2013 Placeholders (switched off)" in run(policy, "ready")[1]


def test_a_gate_that_would_pass_is_left_out_when_switched_off(review: Clone, run: Run) -> None:
    """Nothing is hidden by that."""
    settle(review, "\n[gates.placeholders]\non = false\n")
    assert "placeholders" not in {each["name"] for each in ask(run, review, "ready", code=1)["gates"]}


@pytest.mark.parametrize("line", ["on = false", "blocks = false"])
def test_a_gate_whose_check_is_silenced_passes_nothing(review: Clone, run: Run, line: str) -> None:
    """A text with gaps is not free of them because nobody looks; what else is not looked for is named."""
    review.commit_file("policy/more.md", "# More\n\nTBC\n", "Leave a gap")
    assert gate_of(run, review, "placeholders")["judged"]
    settle(review, f"\n[checks.placeholder]\n{line}\n\n[checks.link]\n{line}\n")
    shown = gate_of(run, review, "placeholders")
    assert (shown["judged"], shown["passed"]) == (False, None)
    assert "[checks.placeholder]" in shown["flips"]
    assert any("link" in row["text"] for row in gate_of(run, review, "findings")["evidence"])
