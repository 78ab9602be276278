"""Rounds at the keyboard: who is asked, who has answered, what came too late, and what is warned about."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.acting import ask, refused, remark, submitted, thread_of
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run

TODAY = datetime.now(UTC).date()
SOON = str(TODAY + timedelta(days=10))


def later(clone: Clone, days: int, room: str = "threads") -> None:
    """Let the pending events say that they were made some days from now."""
    moment = (datetime.now(UTC) + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
    for path in clone.git("ls-files", "--others", "--", f"reviews/{room}").splitlines():
        lines = clone.read(path).splitlines(keepends=True)
        clone.write(path, "".join(f"at = {moment}\n" if line.startswith("at = ") else line for line in lines))


def only_round(run: Run, clone: Clone) -> dict[str, object]:
    """Return the one round that there is."""
    (found,) = ask(run, clone, "round", "list")["rounds"]
    return dict(found)


def test_a_round_is_one_commit(review: Clone, run: Run) -> None:
    """Opening it asks the organisations of the settings by a day; nothing is left pending and nothing else goes in."""
    review.write("notes.txt", "My own notes")
    opened = ask(run, review, "round", "open", "--until", SOON, "-m", "Please read the records first.")
    assert review.git("show", "--name-only", "--format=", "HEAD") == opened["path"]
    assert opened["warnings"] == []
    found = only_round(run, review)
    assert (found["until"], found["state"], found["days_left"]) == (SOON, "open", 10)
    assert [row["organisation"] for row in found["organisations"]] == ["northvale", "southmere"]  # type: ignore[attr-defined]
    assert ask(run, review, "status")["round"]["unanswered"] == ["northvale", "southmere"]
    assert "0 of 2 have answered" in run(review, "status")[1]
    assert found["text"] == review.git("rev-parse", "HEAD:policy")
    assert ask(run, review, "verify")["ok"]


def test_who_has_read_and_who_has_answered(review: Clone, run: Run) -> None:
    """Reading is no answer, a remark or a sign-off is; what is only pending does not count."""
    ask(run, review, "round", "open", "--until", SOON)
    ask(run, review, "read", "records", who=NORTHVALE)
    rows = {row["organisation"]: row for row in only_round(run, review)["organisations"]}  # type: ignore[attr-defined]
    assert rows["northvale"]["read"] == 0
    ask(run, review, "submit", who=NORTHVALE)
    remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "To whom?", who=SOUTHMERE)
    rows = {row["organisation"]: row for row in only_round(run, review)["organisations"]}  # type: ignore[attr-defined]
    assert (rows["northvale"]["read"], rows["northvale"]["answered"]) == (1, False)
    assert (rows["southmere"]["read"], rows["southmere"]["remarks"], rows["southmere"]["answered"]) == (1, 1, True)
    submitted(run, review, "signoff", "no-objection", who=NORTHVALE)
    rows = {row["organisation"]: row for row in only_round(run, review)["organisations"]}  # type: ignore[attr-defined]
    assert (rows["northvale"]["unread"], rows["northvale"]["position"]) == ([], "no-objection")


def test_reminders_are_letters(review: Clone, run: Run) -> None:
    """Each organisation that has not answered or not read everything gets a letter with what is missing."""
    assert "No round is open" in run(review, "round", "list", "--reminders")[1]
    ask(run, review, "organisation", "add", "northvale", "--name", "Northvale Council", "--address", NORTHVALE[1])
    ask(run, review, "round", "open", "--until", SOON, "-m", "Please read the records first.")
    submitted(run, review, "signoff", "support", who=SOUTHMERE)
    letters = run(review, "round", "list", "--reminders")[1]
    assert letters.count("Subject: ") == 1
    assert f"To: {NORTHVALE[1]}" in letters
    assert "10 days left" in letters
    assert "Please read the records first." in letters
    assert "“Principles”" in letters
    assert "principles.md" not in letters
    assert "We have no remark and no position from you yet." in letters


def test_a_letter_knows_what_was_said_before_the_round(review: Clone, run: Run) -> None:
    """Who remarked before the round was opened is not told that they never said anything."""
    ask(run, review, "comment", "-m", "Before the round.", who=NORTHVALE)
    later(review, -1)
    ask(run, review, "submit", who=NORTHVALE)
    ask(run, review, "round", "open", "--until", SOON)
    letters = run(review, "round", "list", "--reminders")[1]
    assert letters.count("We have no remark and no position from you yet.") == 1
    assert letters.count("Since it was opened we have no remark and no position from you;") == 1


def test_a_late_remark_is_kept_and_marked(review: Clone, run: Run) -> None:
    """After the last day a remark still counts, and says that it is late; the author's own never are."""
    ask(run, review, "round", "open", "--until", SOON)
    early = remark(run, review, "comment", "-m", "In time.")
    ask(run, review, "comment", "-m", "Too late.", who=NORTHVALE)
    later(review, 11)
    ask(run, review, "submit", who=NORTHVALE)
    ask(run, review, "comment", "-m", "My own.", who=OFFICER)
    later(review, 11)
    ask(run, review, "submit", who=OFFICER)
    flags = {row["body"]: row["flags"] for row in ask(run, review, "threads")["threads"]}
    assert flags == {"In time.": [], "Too late.": ["late"], "My own.": []}
    assert [row["body"] for row in ask(run, review, "threads", "--flag", "late")["threads"]] == ["Too late."]
    assert thread_of(run, review, early)["state"] == "open"
    assert "late" in run(review, "threads")[1]


def test_closing(review: Clone, run: Run) -> None:
    """An early end is warned about; a closed round is named as such, and another can be opened."""
    ask(run, review, "round", "open", "--until", SOON)
    assert "close it first" in refused(run, review, "round", "open", "--until", SOON)
    assert "author" in refused(run, review, "round", "close", who=NORTHVALE)
    late, gate = ask(run, review, "round", "close")["warnings"]
    assert "late" in late
    assert "--override" in gate
    assert only_round(run, review)["state"] == "closed"
    assert "No round is open" in refused(run, review, "round", "close")
    ask(run, review, "round", "open", "--until", SOON)
    assert [one["state"] for one in ask(run, review, "round", "list")["rounds"]] == ["closed", "open"]


@pytest.mark.parametrize("day", ["tomorrow", "2027-02-30", "31/12/2027"])
def test_a_day_that_is_none(review: Clone, run: Run, day: str) -> None:
    """One line says which form a day has."""
    assert "%Y-%m-%d" in refused(run, review, "round", "open", "--until", day)


def test_a_pre_election_period_is_warned_about(review: Clone, run: Run) -> None:
    """A round that shares a day with a configured period is opened, and the warning names the period."""
    start, end = TODAY + timedelta(days=5), TODAY + timedelta(days=40)
    settings = review.read("reviews/settings.toml")
    review.commit_file(
        "reviews/settings.toml",
        f"{settings}\n[[pre_election]]\nstart = {start}\nend = {end}\n",
        "Name the pre-election period",
    )
    code, out, err = run(review, "round", "open", "--until", SOON)
    assert (code, "Opened" in out) == (0, True)
    assert f"pre-election period from {start} to {end}" in err


def test_a_planted_round_marks_nothing(review: Clone, run: Run) -> None:
    """A round is opened by a commit of an author: neither a reviewer's nor a mere file makes remarks late."""
    ask(run, review, "round", "open", "--until", str(TODAY))
    review.git("reset", "-q", "--soft", "HEAD~1")
    review.git("reset", "-q")
    ask(run, review, "comment", "-m", "In time.", who=NORTHVALE)
    later(review, 5)
    assert ask(run, review, "threads")["threads"][0]["flags"] == ["pending"]
    assert ask(run, review, "round", "list")["rounds"] == []
    review.commit("Open it", who=NORTHVALE)
    assert ask(run, review, "threads")["threads"][0]["flags"] == []
    assert "refused" in {row["what"] for row in ask(run, review, "verify", code=1)["findings"]}


def test_a_planned_release_in_a_pre_election_period(review: Clone, run: Run) -> None:
    """The day that the settings plan is warned about by `status`, and its gate says when it could be."""
    start, end = TODAY + timedelta(days=50), TODAY + timedelta(days=90)
    settings = review.read("reviews/settings.toml").replace("target = ", f"planned = {start}\ntarget = ")
    review.commit_file(
        "reviews/settings.toml", f"{settings}\n[[pre_election]]\nstart = {start}\nend = {end}\n", "Plan the release"
    )
    assert str(start) in ask(run, review, "status")["warnings"][0]
    assert "planned" in run(review, "status")[1]
    gates = {gate["name"]: gate for gate in ask(run, review, "ready", code=1)["gates"]}
    assert not gates["pre-election"]["passed"]
    assert str(end) in gates["pre-election"]["flips"]
