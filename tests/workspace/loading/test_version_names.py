"""What a person types finds one version."""

import pytest

from tests.acting import ask, refused, unchanged
from tests.conftest import PRINCIPLES, RECORDS, Clone, Run

OVERRIDE = ("--override", "The cabinet meets today.")


def commit_of(run: Run, clone: Clone, name: str) -> str:
    """Return the commit of a version, as a remark that is made on it keeps it."""
    from tests.conftest import NORTHVALE

    thread = ask(run, clone, "comment", "records", "--quote", "records", "-m", "x", "--at", name, who=NORTHVALE)
    return str(ask(run, clone, "show", thread["thread"])["version"])


def test_a_tag_called_like_the_branch_does_not_hide_it(review: Clone, run: Run) -> None:
    """A branch wins over a tag of the same name, which anybody can push."""
    review.git("tag", "main", "HEAD~2")
    assert commit_of(run, review, "main") == review.git("rev-parse", "refs/heads/main")


def test_releases_branches_ids_and_counting_back(review: Clone, run: Run) -> None:
    """Numbers with or without `v`, branches, other tags, beginnings of ids, HEAD~n."""
    first = review.git("rev-parse", "HEAD~2")
    review.git("tag", "-a", "-m", "1", "v0.1.0", first)
    review.git("tag", "moment", first)
    review.git("branch", "side/one", first)
    for name in (
        "v0.1.0",
        "0.1.0",
        "0.1",
        "v0.1",
        "moment",
        "side/one",
        first,
        first[:10],
        first[:4],
        "HEAD~2",
        "HEAD^^",
    ):
        assert commit_of(run, review, name) == first, name


def test_what_is_no_version_is_refused(review: Clone, run: Run) -> None:
    """Unknown names, ambiguous and foreign syntax: exit 2 naming the releases."""
    for name in ("nothing", "0.2", "main@{0}", "main..main", "main:policy", "-x", "ffff", "HEAD:policy", "^main"):
        assert "no version" in refused(run, review, "comment", "-m", "x", f"--at={name}"), name


def test_versions_are_listed_with_the_draft_last(review: Clone, run: Run) -> None:
    """Releases by date, pre-releases as such, other tags not."""
    review.git("tag", "0.1.0-rc.1", "HEAD~2")
    review.git("tag", "other", "HEAD~1")
    review.git("tag", "0.1.0", "HEAD~1")
    rows = ask(run, review, "versions")["versions"]
    assert {row["name"]: row["prerelease"] for row in rows} == {"0.1.0-rc.1": True, "0.1.0": False, "draft": False}
    assert rows[-1]["name"] == "draft"


def test_a_tag_at_a_tree_is_no_release(review: Clone, run: Run) -> None:
    """A tag with a number that leads to no commit is not taken for a release."""
    review.git("tag", "0.3.0", review.git("rev-parse", "HEAD^{tree}"))
    assert [row["name"] for row in ask(run, review, "versions")["versions"]] == ["draft"]


@pytest.fixture
def rooted(clone: Clone, run: Run) -> Clone:
    """A review of a policy that lies at the repository's root."""
    clone.write("principles.md", PRINCIPLES)
    clone.commit_file("records.md", RECORDS, "Draft")
    assert run(clone, "init", "--policy", ".", "--title", "Policy")[0] == 0
    return clone


def findings(run: Run, clone: Clone, code: int = 0) -> set[str]:
    """Return what `verify` finds."""
    return {row["what"] for row in ask(run, clone, "verify", code=code)["findings"]}


def test_a_tag_in_the_way_leaves_nothing_half_done(review: Clone, run: Run) -> None:
    """With a tag `1.0/x` no tag `1.0` can be: the release is refused with HEAD, index and files as they were."""
    review.git("tag", "1.0/x")
    with unchanged(review):
        assert "1.0/x" in refused(run, review, "release", "1.0", *OVERRIDE)
    review.git("tag", "-d", "1.0/x")
    ask(run, review, "release", "1.0", *OVERRIDE)
    assert findings(run, review) == set()
    assert review.git("status", "--porcelain") == ""


def test_a_release_at_the_root_agrees_with_its_tag(rooted: Clone, run: Run) -> None:
    """The record grows inside the root's tree; that alone contradicts no release, another text does."""
    ask(run, rooted, "release", "1.0", *OVERRIDE)
    assert findings(run, rooted) == set()
    rooted.commit_file("records.md", "# Records\n\nOther.\n", "Other")
    assert findings(run, rooted) == set()
    rooted.git("tag", "-f", "-a", "-m", "x", "1.0")
    assert findings(run, rooted, code=1) == {"contradicted"}


def test_a_folder_that_was_renamed_later_contradicts_nothing(review: Clone, run: Run) -> None:
    """A release is judged by the folder that the settings named when it was made."""
    ask(run, review, "release", "1.0", *OVERRIDE)
    review.git("mv", "policy", "text")
    review.write("text/records.md", "# Records\n\nOther.\n")
    review.commit_edit("reviews/settings.toml", '"policy"', '"text"', "Rename the folder")
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
    rooted.commit_file("reviews/notes.md", "# Notes\n", "Notes")
    names = {row["name"] for row in ask(run, rooted, "status")["sections"]}
    assert names == {"principles.md", "records.md"}
    stat = ask(run, rooted, "diff", "HEAD", "draft")
    assert stat["words_deleted"] == stat["words_inserted"] == 0
    ask(run, rooted, "release", "1.0", *OVERRIDE)
