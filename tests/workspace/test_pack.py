"""Sharing by file: a pack holds what the other side lacks, and unpacking is a sync with whoever packed it."""

from pathlib import Path

import pytest

from tests.acting import ask, refused, remark, suggestion, thread_of, unchanged
from tests.conftest import NORTHVALE, Clone, Run
from tests.sharing import bare_of, bodies, synced

Pair = tuple[Clone, Clone]


@pytest.fixture
def pair(review: Clone, run: Run) -> Pair:
    """The officer's clone and that of a partner who got it as a pack; they have no server in common."""
    ask(run, review, "pack", str(review.path.parent / "first.bundle"))
    other = Clone(review.path.parent / "partner")
    review.git("clone", "-q", str(review.path.parent / "first.bundle"), str(other.path))
    other.git("remote", "remove", "origin")
    return review, other


def test_a_whole_review_goes_to_and_fro_by_file(pair: Pair, run: Run) -> None:
    """Remarks go out as a file, the decision with its words comes back as one, and both are alike."""
    officer, partner = pair
    folder = officer.path.parent
    thread = suggestion(run, partner, "must think", "think twice")
    ask(run, partner, "pack", str(folder / "remarks.bundle"), "--since", "HEAD~1", who=NORTHVALE)
    told = ask(run, officer, "unpack", str(folder / "remarks.bundle"))
    assert told["received"]["types"] == {"suggestion": 1}
    assert told["pack"]["by"].startswith("J. Reviewer")
    ask(run, officer, "accept", thread)
    ask(run, officer, "release", "0.9", "--override", "It is needed soon.")
    packed = ask(run, officer, "pack", str(folder), "--since", told["commit"])
    assert Path(packed["file"]).name.startswith("social-media-policy-policy-officer-20")
    assert packed["versions"] == ["0.9"]
    code, out, _ = run(partner, "unpack", packed["file"], who=NORTHVALE)
    assert code == 0
    assert "“Social media policy”" in out
    assert "version 0.9" in out
    assert thread_of(run, partner, thread)["state"] == "accepted"
    assert "think twice" in partner.read("policy/principles.md")
    assert partner.git("rev-parse", "HEAD", "0.9") == officer.git("rev-parse", "HEAD", "0.9")
    with unchanged(partner):
        assert ask(run, partner, "unpack", packed["file"], who=NORTHVALE)["received"]["commits"] == 0


def test_the_tags_of_a_pack_are_those_of_its_clone(review: Clone, run: Run) -> None:
    """A pack names the annotations of tags only; nobody is told that one of them leads elsewhere."""
    review.git("tag", "-a", "0.1", "-m", "First")
    first = review.path.parent / "first.bundle"
    ask(run, review, "pack", str(first))
    partner = Clone(review.path.parent / "partner")
    review.git("clone", "-q", str(first), str(partner.path))
    assert ask(run, partner, "sync", who=NORTHVALE)["tags_clashing"] == []
    partner.git("tag", "-f", "-a", "0.1", "HEAD~1", "-m", "Another")
    assert ask(run, partner, "sync", who=NORTHVALE)["tags_clashing"] == ["0.1"]


def test_sharing_with_the_pack_that_one_began_from_names_the_way_back(review: Clone, run: Run) -> None:
    """A clone of a pack has it for its remote, which takes nothing; the way back builds on it, and is no clone."""
    first = review.path.parent / "first.bundle"
    assert "git clone FILE" in run(review, "pack", str(first))[1]
    partner = Clone(review.path.parent / "partner")
    review.git("clone", "-q", str(first), str(partner.path))
    suggestion(run, partner, "must think", "think twice")
    code, _, err = run(partner, "sync", who=NORTHVALE)
    assert code == 2
    assert "a file that takes nothing back" in err
    assert "reviewtui pack FILE" in err
    assert "cannot be reached" not in err
    assert "the next sync" not in err
    code, out, _ = run(partner, "pack", str(review.path.parent / "back.bundle"), who=NORTHVALE)
    assert code == 0
    assert out.rstrip().endswith("reviewtui unpack FILE")


def test_work_on_both_sides_is_merged_by_unpacking(pair: Pair, run: Run) -> None:
    """Both went on: one merge, and after a pack back both hold all."""
    officer, partner = pair
    folder = officer.path.parent
    remark(run, officer, "comment", "-m", "Here.", who=NORTHVALE)
    remark(run, partner, "comment", "-m", "There.")
    for source, target in ((officer, partner), (partner, officer)):
        name = str(folder / f"{source.path.name}.bundle")
        ask(run, source, "pack", name, "--all")
        ask(run, target, "unpack", name)
    assert bodies(run, officer) == bodies(run, partner) == {"Here.", "There."}
    assert officer.git("rev-parse", "HEAD") == partner.git("rev-parse", "HEAD")


def test_a_dispute_is_settled_as_in_a_sync(pair: Pair, run: Run) -> None:
    """Exit 3 with the three readings, then --resolve."""
    officer, partner = pair
    for clone, words in ((officer, "shall think"), (partner, "should think")):
        clone.commit_edit("policy/principles.md", "must think", words, words)
    name = str(officer.path.parent / "text.bundle")
    ask(run, partner, "pack", name)
    with unchanged(officer):
        assert ask(run, officer, "unpack", name, code=3)["conflicts"][0]["section"] == "principles.md"
    ask(run, officer, "unpack", name, "--resolve", "principles=theirs")
    assert "should think" in officer.read("policy/principles.md")


def test_a_pack_holds_what_the_remote_lacks(review: Clone, run: Run) -> None:
    """Nothing new: no file and a line that says so; else only what is new, and pending remarks are counted."""
    bare_of(review)
    synced(run, review)
    assert ask(run, review, "pack", str(review.path.parent / "a.bundle"))["file"] is None
    remark(run, review, "comment", "-m", "New.")
    ask(run, review, "comment", "-m", "Pending.")
    packed = ask(run, review, "pack", str(review.path.parent / "a.bundle"))
    assert (packed["holds"]["events"], packed["pending"], len(packed["builds_on"])) == (1, 1, 1)
    assert "exists already" in refused(run, review, "pack", str(review.path.parent / "a.bundle"))


def test_a_pack_that_builds_on_what_is_missing_says_so(pair: Pair, run: Run) -> None:
    """The commits are named, with what to ask for."""
    officer, partner = pair
    remark(run, officer, "comment", "-m", "First.")
    remark(run, officer, "comment", "-m", "Second.")
    name = str(officer.path.parent / "late.bundle")
    ask(run, officer, "pack", name, "--since", "HEAD~1")
    line = refused(run, partner, "unpack", name)
    assert officer.git("rev-parse", "HEAD~1")[:10] in line
    assert "pack --all" in line


@pytest.mark.parametrize("content", [None, b"", b"not a pack", b"# v2 git bundle\n\n", b"cut"])
def test_what_is_no_pack_is_refused(pair: Pair, run: Run, content: bytes | None) -> None:
    """Missing, empty, other or cut off: one line, and nothing has changed."""
    officer, partner = pair
    path = officer.path.parent / "bad.bundle"
    if content == b"cut":
        remark(run, partner, "comment", "-m", "New.")
        ask(run, partner, "pack", str(path))
        content = path.read_bytes()[:-40]
    if content is not None:
        path.write_bytes(content)
    with unchanged(officer):
        refused(run, officer, "unpack", str(path))
