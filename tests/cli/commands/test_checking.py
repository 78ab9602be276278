"""The commands on the content: check, dismiss, companion, and remarks that raise a finding."""

from tests.acting import ask, refused, submitted, thread_of
from tests.conftest import NORTHVALE, OFFICER, Clone, Run

OVERVIEW = "# Overview\n\nPosts are kept for two years. See [records](records.md).\n"


def broken(review: Clone) -> Clone:
    """Leave a placeholder and a contradiction in the policy, committed."""
    review.write("policy/records.md", "# Records\n\nRecords of posts are kept for two years. Owner: TBC\n")
    review.commit_file("policy/archive.md", "# Archive\n\nAll records of posts are kept for six years.\n", "Break it")
    return review


def test_check_names_places_and_its_exit_code_is_the_answer(review: Clone, run: Run) -> None:
    """Each finding has an id, a section and characters; without findings the exit code is 0."""
    assert ask(run, review, "check")["findings"] == []
    broken(review)
    found = ask(run, review, "check", code=1)["findings"]
    placeholder = next(row for row in found if row["check"] == "placeholder")
    assert review.read(placeholder["path"])[placeholder["start"] : placeholder["end"]] == "TBC"
    assert placeholder["section"] == "records.md"
    code, out, _ = run(review, "check", "--sections")
    assert (code, "TBC" in out, "Flesch" in out) == (1, True, True)


def test_only_one_check(review: Clone, run: Run) -> None:
    """--only runs a single check, on or off, and names all when there is no such one."""
    broken(review)
    assert {row["check"] for row in ask(run, review, "check", "--only", "placeholder", code=1)["findings"]} == {
        "placeholder"
    }
    assert ask(run, review, "check", "--only", "summary")["findings"] == []
    assert "conflict" in refused(run, review, "check", "--only", "nonsense")


def test_a_dismissed_finding_comes_back_when_its_text_changes(review: Clone, run: Run) -> None:
    """A dismissal needs an author and a reason, is committed, holds while the words stand, and no longer."""
    broken(review)
    finding = ask(run, review, "check", "--only", "placeholder", code=1)["findings"][0]["id"]
    assert "author" in refused(run, review, "dismiss", finding, "-m", "Fine.", who=NORTHVALE)
    assert "reason" in refused(run, review, "dismiss", finding, "-m", " ")
    assert "is no reason" in refused(run, review, "dismiss", finding, "-m", "ok")
    assert ask(run, review, "dismiss", finding[:14], "-m", "Said at launch.")["commit"]
    assert "already" in refused(run, review, "dismiss", finding, "-m", "Again.")
    answer = ask(run, review, "check", "--only", "placeholder")
    assert (answer["findings"], answer["dismissed"][0]["reason"]) == ([], "Said at launch.")
    review.write("policy/records.md", "# Records\n\nThe deputy is TBC.\n")
    assert len(ask(run, review, "check", "--only", "placeholder", code=1)["findings"]) == 1
    assert ask(run, review, "verify")["ok"]


def test_settings_switch_a_check_off(review: Clone, run: Run) -> None:
    """`[checks.NAME] on = false` in the settings in force keeps a check from running."""
    broken(review)
    review.commit_file(
        "reviews/settings.toml",
        review.read("reviews/settings.toml") + "\n[checks.placeholder]\non = false\n",
        "Switch it off",
    )
    assert [row["check"] for row in ask(run, review, "check", code=1)["findings"]] == ["conflict"]


def test_a_finding_is_raised_as_a_remark(review: Clone, run: Run) -> None:
    """A reviewer's remark stands at the passages of the finding, in its words unless they say other ones."""
    review.write("policy/records.md", "# Records\n\nThe moderation log must be kept for two years.\n")
    review.commit_file("policy/archive.md", "# Archive\n\nWe keep the moderation log for six years.\n", "Contradict it")
    finding = ask(run, review, "check", "--only", "conflict", code=1)["findings"][0]["id"]
    thread = ask(run, review, "comment", "--finding", finding, who=NORTHVALE)["thread"]
    told = thread_of(run, review, thread)
    assert (told["kind"], "six years" in told["body"]) == ("conflict", True)
    assert "SECTION" in refused(run, review, "comment", "records", "--finding", finding, who=NORTHVALE)
    assert "check" in refused(run, review, "comment", "--finding", "conflict-0", who=NORTHVALE)


def test_a_companion_is_stale_until_it_changes_or_somebody_says_otherwise(review: Clone, run: Run) -> None:
    """An overview that links to a section is stale once that section changed in substance, until it is checked."""
    review.commit_file("policy/overview.md", OVERVIEW, "Sum up")
    assert ask(run, review, "check", "--only", "companion")["findings"] == []
    review.commit_edit("policy/records.md", "two years", "six years", "Keep them longer", who=OFFICER)
    found = ask(run, review, "check", "--only", "companion", code=1)["findings"][0]
    assert (found["section"], found["other"]["section"]) == ("overview.md", "records.md")
    assert "author" in refused(run, review, "companion", "overview", who=NORTHVALE)
    assert "companion" in refused(run, review, "companion", "records")
    ask(run, review, "companion", "overview", "-m", "Looked.")
    assert ask(run, review, "check", "--only", "companion")["findings"] == []
    review.write("policy/records.md", review.read("policy/records.md").replace("six years", "nine years"))
    assert len(ask(run, review, "check", "--only", "companion", code=1)["findings"]) == 1
    review.write("policy/overview.md", OVERVIEW.replace("two", "nine"))
    assert ask(run, review, "check", "--only", "companion")["findings"] == []


def test_an_older_version_is_checked_by_its_own_day(review: Clone, run: Run) -> None:
    """A date that lay ahead when a version was made is no finding of that version."""
    review.commit_file(
        "policy/records.md", "# Records\n\nEvery account must be registered by 30 June 2040.\n", "Date it"
    )
    assert ask(run, review, "check", "--only", "past-date", "--at", "HEAD")["findings"] == []


def test_a_finding_that_was_raised_and_accepted_stands_in_the_way(review: Clone, run: Run) -> None:
    """Also one of a check that only advises: somebody has looked and agreed; it stops when the words are mended."""
    review.write("policy/log.md", "# Log\n\nThe moderation log must be kept for two years.\n")
    review.commit_file("policy/archive.md", "# Archive\n\nWe keep the moderation log for six years.\n", "Contradict it")
    finding = ask(run, review, "check", "--only", "conflict", code=1)["findings"][0]["id"]

    def shown() -> str:
        gate = next(row for row in ask(run, review, "ready", code=1)["gates"] if row["name"] == "findings")
        return "".join(str(row["finding"]) for row in gate["evidence"])

    assert finding not in shown()
    thread = submitted(run, review, "comment", "--finding", finding)["thread"]
    assert finding not in shown()
    ask(run, review, "accept", thread, "-m", "I will mend it.")
    assert finding in shown()
    review.commit_file("policy/archive.md", "# Archive\n\nWe keep the moderation log for two years.\n", "Mend it")
    assert finding not in shown()
