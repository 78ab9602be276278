"""Who brought what into the record, however histories were merged."""

from tests.acting import ask, event_file, remark, suggestion, thread_of
from tests.conftest import NORTHVALE, OFFICER, Clone, Run

MALLORY = ("Mallory", "mallory@elsewhere.example")


def _states(run: Run, clone: Clone) -> list[tuple[str, list[str]]]:
    return [(row["state"], row["flags"]) for row in ask(run, clone, "threads")["threads"]]


def _merge(clone: Clone, into: str, other: str, *how: str) -> None:
    clone.git("checkout", "-q", into)
    clone.git("merge", "-q", "--no-ff", "--no-edit", *how, other, who=MALLORY)


def test_bytes_that_were_added_twice_count_for_whoever_said_them(review: Clone, run: Run) -> None:
    """A remark stays its writer's, whichever parent of a merge brought a copy of its file."""
    base = review.git("rev-parse", "HEAD")
    remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "To whom?")
    honest = review.git("rev-parse", "HEAD")
    for first, second in (("main", "side"), ("side", "main")):
        review.git("checkout", "-q", "-B", "side", base)
        review.git("checkout", honest, "--", "reviews")
        review.git("commit", "-q", "-m", "Copy", who=MALLORY)
        review.git("checkout", "-q", "-B", "main", honest)
        _merge(review, first, second)
        assert _states(run, review) == [("open", [])]
        assert ask(run, review, "verify")["findings"] == []


def test_of_two_contents_under_one_id_the_honest_one_counts(review: Clone, run: Run) -> None:
    """A forged copy with other words is named and does not win, whichever parent brought it."""
    base = review.git("rev-parse", "HEAD")
    thread = remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "To whom?")
    honest = review.git("rev-parse", "HEAD")
    for first, second in (("main", "side"), ("side", "main")):
        review.git("checkout", "-q", "-B", "side", base)
        review.git("checkout", honest, "--", "reviews")
        review.write(event_file(thread), review.read(event_file(thread)).replace("To whom?", "EVIL"))
        review.git("commit", "-q", "-a", "-m", "Forge", who=MALLORY)
        review.git("checkout", "-q", "-B", "main", honest)
        _merge(review, first, second, "-s", "ours")
        assert thread_of(run, review, thread)["body"] == "To whom?"
        found = ask(run, review, "verify", code=1)["findings"]
        assert "clash" in {finding["what"] for finding in found}


def test_old_roles_do_not_come_back_by_a_merge(review: Clone, run: Run) -> None:
    """A merge that takes settings from before an author was removed is a change that this person may not make."""
    settings = review.read("reviews/settings.toml")
    both = settings.replace("Policy Officer <", f'{MALLORY[0]} <{MALLORY[1]}>", "Policy Officer <')
    old = review.commit_file("reviews/settings.toml", both, "Name a second author")
    review.commit_file("reviews/settings.toml", settings, "Remove the second author")
    thread = remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "To whom?")
    review.git("checkout", "-q", "-b", "side", old)
    review.commit_file("notes.txt", "x", "Note", who=MALLORY)
    review.git("checkout", "-q", "main")
    review.git("merge", "-q", "-s", "ours", "--no-commit", "side", who=MALLORY)
    review.git("checkout", old, "--", "reviews/settings.toml")
    review.git("commit", "-q", "-m", "Merge", who=MALLORY)
    assert run(review, "decline", thread, "-m", "No.", who=MALLORY)[0] == 2
    assert "settings" in {f["what"] for f in ask(run, review, "verify", code=1)["findings"]}
    assert run(review, "decline", thread, "-m", "Not now.", who=OFFICER)[0] == 0


def test_a_second_founding_takes_nothing_over(review: Clone, run: Run) -> None:
    """A history of its own, with settings of its own, that is merged in as first parent founds nothing."""
    thread = remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "To whom?")
    assert thread_of(run, review, thread)["state"] == "open"
    review.git("checkout", "-q", "--orphan", "evil")
    settings = review.read("reviews/settings.toml")
    review.commit_file(
        "reviews/settings.toml",
        settings.replace("Policy Officer <officer@council", "Mallory <mallory@elsewhere"),
        "Root",
        who=MALLORY,
    )
    _merge(review, "evil", "main", "--allow-unrelated-histories", "-s", "ours")
    review.git("checkout", "-q", "main")
    review.git("merge", "-q", "--ff-only", "evil")
    assert thread_of(run, review, thread)["flags"] == []
    assert run(review, "decline", thread, "-m", "No.", who=MALLORY)[0] == 2
    assert "settings" in {f["what"] for f in ask(run, review, "verify", code=1)["findings"]}


def test_words_are_not_put_where_the_section_is_not(review: Clone, run: Run) -> None:
    """A section that was moved or deleted without a commit is settled first; nothing is lost in between."""
    thread = suggestion(run, review, "Be kind.", "Be kind to all.")
    review.git("mv", "policy/principles.md", "policy/values.md")
    before = review.git("status", "--porcelain=v2"), review.git("rev-parse", "HEAD")
    assert run(review, "accept", thread)[0] == 3
    assert (review.git("status", "--porcelain=v2"), review.git("rev-parse", "HEAD")) == before
    assert NORTHVALE[1] in thread_of(run, review, thread)["by"]


def test_a_planted_decision_is_neither_believed_nor_submitted(review: Clone, run: Run) -> None:
    """A decision is made by its commit; a file that says so in the work tree has no effect and is not taken along."""
    thread = remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "To whom?")
    assert run(review, "decline", thread, "-m", "No.", who=OFFICER)[0] == 0
    path = review.git("show", "--name-only", "--format=", "HEAD")
    planted = review.read(path)
    review.git("reset", "-q", "--hard", "HEAD~1")
    review.write(path, planted)
    assert thread_of(run, review, thread)["state"] == "open"
    head = review.git("rev-parse", "HEAD")
    assert run(review, "submit", who=OFFICER)[0] == 0
    assert review.git("rev-parse", "HEAD") == head
