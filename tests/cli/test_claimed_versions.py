"""A release is what an author's event names; a tag by anybody is listed and is no base."""

from tests.acting import ask, refused
from tests.conftest import NORTHVALE, Clone, Run


def versions(run: Run, clone: Clone) -> dict[str, tuple[bool, bool]]:
    """Return of each version whether it is a release, and whether nobody claims it."""
    return {row["name"]: (row["release"], row["unclaimed"]) for row in ask(run, clone, "versions")["versions"]}


def released(run: Run, clone: Clone, version: str) -> str:
    """Release the draft as it is, and return the commit."""
    return str(ask(run, clone, "release", version, "--override", "To have one.")["commit"])


def test_a_rogue_tag_is_no_release_and_no_base(review: Clone, run: Run) -> None:
    """Higher, in another form, a pre-release, at a side commit: comparisons begin where they did."""
    released(run, review, "0.9")
    review.commit_file(
        "policy/records.md", "# Records\n\nPosts are records. They are kept for three years.\n", "Longer"
    )
    before = ask(run, review, "diff")
    for name in ("99.0", "v98", "v2.0.0", "3.0-rc.1"):
        review.git("tag", name, who=NORTHVALE)
    review.git("tag", "-a", "-m", "x", "50.0", "HEAD~1", who=NORTHVALE)
    assert ask(run, review, "diff") == before
    assert ask(run, review, "status")["newest_release"] == "0.9"
    told = versions(run, review)
    assert told["0.9"] == (True, False)
    assert {told[name] for name in ("99.0", "50.0", "v2.0.0")} == {(False, True)}
    findings = [row for row in ask(run, review, "verify")["findings"] if row["what"] == "unclaimed"]
    assert "reviewtui release 99.0 --existing" in " ".join(row["repair"] for row in findings)


def test_a_moved_tag_moves_no_release(review: Clone, run: Run) -> None:
    """The release is where it was made, and `verify` names the tag that is elsewhere."""
    commit = released(run, review, "0.9")
    review.commit_file("policy/records.md", "# Records\n\nNone are kept.\n", "Shorter")
    review.git("tag", "-f", "0.9", who=NORTHVALE)
    rows = {row["name"]: row["commit"] for row in ask(run, review, "versions")["versions"]}
    assert rows["0.9"] == commit
    assert ask(run, review, "diff")["words_inserted"] > 0
    assert "contradicted" in {row["what"] for row in ask(run, review, "verify", code=1)["findings"]}


def test_init_records_the_version_tags_that_it_finds(policy: Clone, run: Run) -> None:
    """They are releases from then on, and a later tag is none; one on another branch is no base."""
    first = policy.git("rev-parse", "HEAD")
    policy.git("tag", "0.1")
    policy.commit_file("policy/records.md", "# Records\n\nThey are kept.\n", "Change")
    policy.git("tag", "-a", "-m", "Two", "v0.2.0")
    policy.git("switch", "-q", "--orphan", "other")
    policy.commit_file("x.md", "x", "Other")
    policy.git("tag", "7.0")
    policy.git("switch", "-q", "main")
    assert "3 version tags" in run(policy, "init", "--policy", "policy")[1]
    policy.git("tag", "99.0", who=NORTHVALE)
    told = versions(run, policy)
    assert {name for name, (release, _) in told.items() if release} == {"0.1", "v0.2.0", "7.0"}
    assert told["99.0"] == (False, True)
    assert ask(run, policy, "status")["newest_release"] == "v0.2.0"
    fresh = Clone(policy.path.parent / "fresh")
    policy.git("clone", "-q", "--no-tags", "--single-branch", str(policy.path), str(fresh.path))
    assert {"0.1", "v0.2.0"} <= versions(run, fresh).keys()
    policy.git("tag", "-d", "0.1")
    rows = {row["name"]: row["commit"] for row in ask(run, policy, "versions")["versions"]}
    assert rows["0.1"] == first
    assert ask(run, policy, "verify", code=1)["findings"]


def test_a_tag_made_by_hand_is_claimed_by_an_author(review: Clone, run: Run) -> None:
    """`release --existing` adds the event alone, for a tag that nobody claims."""
    released(run, review, "0.8")
    review.git("tag", "0.9")
    assert "Only an author" in refused(run, review, "release", "0.9", "--existing", who=NORTHVALE)
    assert "There is no tag" in refused(run, review, "release", "1.0", "--existing")
    ask(run, review, "release", "0.9", "--existing")
    assert versions(run, review)["0.9"] == (True, False)
    assert ask(run, review, "status")["newest_release"] == "0.9"
    assert "released already" in refused(run, review, "release", "0.9", "--existing")
    assert ask(run, review, "verify")["ok"]


def test_a_tag_that_somebody_pushed_first_is_named_with_the_way_out(review: Clone, run: Run) -> None:
    """Before any release, a tag of the name keeps no author from releasing: it is theirs to claim or to take away."""
    review.git("tag", "1.0", "HEAD~1", who=NORTHVALE)
    said = refused(run, review, "release", "1.0", "--override", "It is needed now.")
    assert "no author released" in said
    assert "git tag -d 1.0" in said
    review.git("tag", "-d", "1.0")
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    assert "released already" in refused(run, review, "release", "1.0", "--override", "It is needed now.")


def test_without_settings_every_version_tag_counts(policy: Clone, run: Run) -> None:
    """There is nobody who could claim one."""
    policy.git("tag", "1.0")
    assert versions(run, policy)["1.0"] == (True, False)
