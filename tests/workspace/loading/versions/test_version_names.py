"""What a person types finds one version."""

from tests.acting import ask, refused
from tests.conftest import Clone, Run


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
