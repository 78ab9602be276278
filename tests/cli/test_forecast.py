"""What would be: readiness if remarks were accepted, and readiness as it was."""

from tests.acting import ask, refused, remark, suggestion
from tests.conftest import NORTHVALE, Clone, Run


def test_accepting_the_last_remark_would_open_a_gate(review: Clone, run: Run) -> None:
    """The gate that would flip is named, a broken place too, and nothing is written."""
    wish = suggestion(run, review, "must think before they post anything", "must think")
    other = remark(run, review, "comment", "principles", "--quote", "post anything", "-m", "Anything?")
    before = review.git("rev-parse", "HEAD"), review.git("status", "--porcelain")
    told = ask(run, review, "ready", "--if-accepted", wish, code=1)["if_accepted"]
    assert (told["accepted"], told["breaks"], told["opens"]) == ([wish], [other], [])
    told = ask(run, review, "ready", "--if-accepted", wish, "--if-accepted", other, code=1)["if_accepted"]
    assert "undecided" in told["opens"]
    assert (review.git("rev-parse", "HEAD"), review.git("status", "--porcelain")) == before
    code, out, _ = run(review, "ready", "--if-accepted", wish)
    assert (code, "would lose their place" in out) == (1, True)


def test_a_contradiction_that_would_come_in_is_foretold(review: Clone, run: Run) -> None:
    """A suggestion that says the opposite of another section brings a finding with it."""
    review.write("policy/log.md", "# Log\n\nThe moderation log must be kept for two years.\n")
    review.commit_file("policy/archive.md", "# Archive\n\nWe keep the moderation log for two years.\n", "Say it twice")
    wish = suggestion(run, review, "for two years", "for six years", "log")
    told = ask(run, review, "ready", "--if-accepted", wish, code=1)["if_accepted"]
    assert [row["check"] for row in told["findings"]] == ["conflict"]


def test_editorial_suggestions_together_and_those_that_collide(review: Clone, run: Run) -> None:
    """All that change no rule are taken at once; of two for the same words one is left out."""
    suggestion(run, review, "Be kind.", "**Be kind.**")
    suggestion(run, review, "Be kind.", "Be kind!")
    rule = suggestion(run, review, "within two working days", "within five working days")
    told = ask(run, review, "ready", "--if-editorial-accepted", code=1)["if_accepted"]
    assert (len(told["accepted"]), len(told["skipped"])) == (1, 1)
    assert rule not in told["accepted"]


def test_what_cannot_be_accepted_is_refused(review: Clone, run: Run) -> None:
    """A decided thread, an unknown one, and a past version cannot be asked about."""
    thread = remark(run, review, "comment", "-m", "Why?")
    ask(run, review, "decline", thread, "-m", "So.")
    assert "not open" in refused(run, review, "ready", "--if-accepted", thread)
    refused(run, review, "ready", "--if-accepted", "zzzz")
    assert "--at" in refused(run, review, "ready", "--at", "HEAD", "--if-editorial-accepted")


def test_readiness_as_it_was(review: Clone, run: Run) -> None:
    """A past version is judged by what its commit held: a remark that came later is not in its way."""
    ask(run, review, "release", "0.9", "--override", "For the partners.")
    remark(run, review, "comment", "-m", "Unlawful.", "--blocking", who=NORTHVALE)
    answers = [ask(run, review, "ready", *at, code=1)["gates"] for at in ((), ("--at", "0.9"))]
    now, then = ({gate["name"] for gate in gates if gate["passed"] is False} for gates in answers)
    assert now - then == {"blocking", "undecided"}
    assert "no version" in refused(run, review, "ready", "--at", "7.7")
