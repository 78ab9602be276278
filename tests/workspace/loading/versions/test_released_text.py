"""A release is committed text under a tag, wherever the policy lies; it happens whole or not at all."""

import pytest

from tests.acting import ask, picture, refused
from tests.conftest import PRINCIPLES, RECORDS, Clone, Run

OVERRIDE = ("--override", "The cabinet meets today.")


@pytest.fixture
def rooted(clone: Clone, run: Run) -> Clone:
    """A review of a policy that lies at the repository's root."""
    clone.write("principles.md", PRINCIPLES)
    clone.write("records.md", RECORDS)
    clone.commit("Draft")
    assert run(clone, "init", "--policy", ".", "--title", "Policy")[0] == 0
    return clone


def findings(run: Run, clone: Clone, code: int = 0) -> set[str]:
    """Return what `verify` finds."""
    return {row["what"] for row in ask(run, clone, "verify", code=code)["findings"]}


def test_a_tag_in_the_way_leaves_nothing_half_done(review: Clone, run: Run) -> None:
    """With a tag `1.0/x` no tag `1.0` can be: the release is refused with HEAD, index and files as they were."""
    review.git("tag", "1.0/x")
    before = picture(review)
    assert "1.0/x" in refused(run, review, "release", "1.0", *OVERRIDE)
    assert picture(review) == before
    review.git("tag", "-d", "1.0/x")
    ask(run, review, "release", "1.0", *OVERRIDE)
    assert findings(run, review) == set()
    assert review.git("status", "--porcelain") == ""


def test_a_release_at_the_root_agrees_with_its_tag(rooted: Clone, run: Run) -> None:
    """The record grows inside the root's tree; that alone contradicts no release, another text does."""
    ask(run, rooted, "release", "1.0", *OVERRIDE)
    assert findings(run, rooted) == set()
    rooted.write("records.md", "# Records\n\nOther.\n")
    rooted.commit("Other")
    assert findings(run, rooted) == set()
    rooted.git("tag", "-f", "-a", "-m", "x", "1.0")
    assert findings(run, rooted, code=1) == {"contradicted"}


def test_a_folder_that_was_renamed_later_contradicts_nothing(review: Clone, run: Run) -> None:
    """A release is judged by the folder that the settings named when it was made."""
    ask(run, review, "release", "1.0", *OVERRIDE)
    review.git("mv", "policy", "text")
    review.write("text/records.md", "# Records\n\nOther.\n")
    review.write("reviews/settings.toml", review.read("reviews/settings.toml").replace('"policy"', '"text"'))
    review.commit("Rename the folder")
    assert findings(run, review) == set()
    review.git("tag", "-f", "-a", "-m", "x", "1.0")
    assert findings(run, review, code=1) == {"contradicted"}


@pytest.mark.parametrize("arguments", [("release", "1.0", *OVERRIDE), ("signoff", "support")])
def test_a_deleted_section_is_not_committed_text(review: Clone, run: Run, arguments: tuple[str, ...]) -> None:
    """What is gone from the work tree and still in HEAD stands in the way of a release and a sign-off."""
    (review.path / "policy/records.md").unlink()
    who = ("J. Reviewer", "reviewer@northvale.example")
    words = refused(run, review, *arguments, **({"who": who} if arguments[0] == "signoff" else {}))
    assert "policy/records.md" in words
    assert "deleted" in words


def test_the_record_is_no_section_of_a_policy_at_the_root(rooted: Clone, run: Run) -> None:
    """Markdown below reviews/ is no section, neither in the draft nor in a commit, and is not missed there."""
    rooted.write("reviews/notes.md", "# Notes\n")
    rooted.commit("Notes")
    names = {row["name"] for row in ask(run, rooted, "status")["sections"]}
    assert names == {"principles.md", "records.md"}
    stat = ask(run, rooted, "diff", "HEAD", "draft")
    assert stat["words_deleted"] == stat["words_inserted"] == 0
    ask(run, rooted, "release", "1.0", *OVERRIDE)
