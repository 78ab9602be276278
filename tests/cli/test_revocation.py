"""Whose role was taken away acts on an old commit in vain, whatever the direction of merges."""

import pytest

from tests.acting import ask, refused, remark, submitted, thread_of
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.sharing import bare_of, clone_of, synced

SECOND = ("Second Officer", "second@council.example")
THIRD = ("Third Officer", "third@council.example")
SETTINGS = "reviews/settings.toml"


def authors(clone: Clone, *people: tuple[str, str], who: tuple[str, str] = OFFICER) -> str:
    """Commit that these are the authors."""
    lines = clone.read(SETTINGS).splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("authors"))
    end = next(number for number in range(start, len(lines)) if lines[number].rstrip().endswith("]"))
    named = ", ".join(f'"{name} <{address}>"' for name, address in people)
    lines[start : end + 1] = [f"authors = [{named}]"]
    return clone.commit_file(SETTINGS, "\n".join(lines) + "\n", "Change the authors", who=who)


def merged(clone: Clone, first: str, second: str, who: tuple[str, str] = OFFICER) -> None:
    """Merge branch `second` into `first`, with the settings of `first` where both changed them."""
    clone.git("switch", "-q", first, who=who)
    clone.git("merge", "-q", "--no-edit", "-X", "ours", second, who=who)


@pytest.fixture
def parted(review: Clone, run: Run) -> tuple[Clone, str]:
    """A remark; on `side` nobody knows that the second author was removed on `main`."""
    authors(review, OFFICER, SECOND, THIRD)
    thread = remark(run, review, "comment", "-m", "We object.", "--blocking")
    review.git("branch", "side")
    authors(review, OFFICER, THIRD)
    review.git("switch", "-q", "side")
    return review, thread


@pytest.mark.parametrize("into", ["main", "side"])
def test_a_decision_of_the_removed_author_is_late(parted: tuple[Clone, str], run: Run, into: str) -> None:
    """It has no effect and is loud, until an author confirms it; a settlement makes it quiet."""
    review, thread = parted
    ask(run, review, "decline", thread, "-m", "No.", who=SECOND)
    assert thread_of(run, review, thread)["state"] == "declined"
    merged(review, into, "side" if into == "main" else "main")
    found = thread_of(run, review, thread)
    assert (found["state"], "late-by-revoked" in found["flags"]) == ("open", True)
    (row,) = ask(run, review, "status")["without_effect"]
    assert (row["cause"], "reviewtui confirm" in row["repair"]) == ("late-by-revoked", True)
    assert "author" in refused(run, review, "confirm", row["event"], "-m", "Mine.", who=SECOND)
    ask(run, review, "confirm", row["event"][-8:], "-m", "Agreed before she left.")
    assert thread_of(run, review, thread)["state"] == "declined"
    assert ask(run, review, "status")["without_effect"] == []
    assert ask(run, review, "verify")["ok"]


def test_nobody_takes_a_confirmation_back_by_repeating_its_id(review: Clone, run: Run) -> None:
    """A decision that was confirmed stays so, whatever somebody adds under its id on another branch."""
    authors(review, OFFICER, SECOND, THIRD)
    review.git("branch", "side")
    authors(review, OFFICER, THIRD)
    review.git("switch", "-q", "side")
    other = remark(run, review, "comment", "-m", "Hm.")
    ask(run, review, "note", other, "-m", "Seen.", who=SECOND)
    merged(review, "main", "side")
    (row,) = ask(run, review, "status")["without_effect"]
    ask(run, review, "confirm", row["event"], "-m", "Agreed.")
    base = review.git("rev-parse", "HEAD~2")
    review.git("switch", "-q", "-c", "evil", base)
    text = review.git("show", f"main:{row['path']}").replace("Seen.", "Forged.").replace(SECOND[1], NORTHVALE[1])
    review.commit_file(row["path"], text + "\n", "Add", who=NORTHVALE)
    merged(review, "main", "evil")
    assert thread_of(run, review, other)["state"] == "noted"


def merging(clone: Clone, files: dict[str, str], *parents: str, who: tuple[str, str]) -> None:
    """Make HEAD a merge of `parents`, the first of which it stands on, with files of the merger's own."""
    clone.git("switch", "-q", "--detach", parents[0])
    clone.git("merge", "-q", "--no-commit", "--no-ff", "-s", "ours", parents[1], who=who)
    for path, text in files.items():
        clone.write(path, text)
    clone.git("add", "-A", who=who)
    clone.git("commit", "-q", "-m", "Merge", who=who)
    assert len(clone.git("show", "-s", "--format=%P").split()) == 2


@pytest.mark.parametrize("longer", [1, 2])
@pytest.mark.parametrize("first", ["main", "side"])
def test_a_merge_gives_no_role_back(parted: tuple[Clone, str], run: Run, first: str, longer: int) -> None:
    """What the removed author brings along in a merge has no effect, though its first parent knew of no removal.

    Nor does it where the other side has more changes of the settings, nor when the merge changes the settings, too.
    """
    review, thread = parted
    for number in range(longer):
        review.commit_edit(SETTINGS, 'target = "', f'target = "{number + 2}', "Change the target")
    side = review.git("rev-parse", "HEAD")
    ask(run, review, "decline", thread, "-m", "No.", who=SECOND)
    (path,) = review.git("show", "--name-only", "--format=", "HEAD").split()
    files = {path: review.read(path), SETTINGS: review.read(SETTINGS).replace("target", "# target")}
    parents = (side, "main") if first == "side" else ("main", side)
    merging(review, {path: files[path]}, *parents, who=SECOND)
    assert thread_of(run, review, thread)["state"] == "open"
    assert "not an author" in ask(run, review, "status")["without_effect"][0]["why"]
    merging(review, files, *parents, who=SECOND)
    assert thread_of(run, review, thread)["state"] == "open"
    assert "is not one of the authors" in refused(run, review, "note", thread, "-m", "Seen.", who=SECOND)


@pytest.mark.parametrize("who", [NORTHVALE, OFFICER])
def test_whoever_merges_the_side_that_did_not_know_brings_nobody_back(
    parted: tuple[Clone, str], run: Run, who: tuple[str, str]
) -> None:
    """A partner or an author takes its settings unread: that is told; an author who says so gives the role again."""
    review, thread = parted
    for number in range(2):
        review.commit_edit(SETTINGS, 'target = "', f'target = "{number + 2}', "Change the target")
    merging(review, {}, "side", "main", who=who)
    assert SECOND[1] in review.read(SETTINGS)
    assert "author" in refused(run, review, "note", thread, "-m", "Seen.", who=SECOND)
    reason = ask(run, review, "verify", code=1)["findings"][0]["reason"]
    assert ("that stays taken" if who == OFFICER else "stay in force") in reason
    authors(review, OFFICER, SECOND)
    ask(run, review, "note", thread, "-m", "Seen.", who=SECOND)
    review.git("merge", "-q", "--no-edit", "main", who=who)
    assert thread_of(run, review, thread)["state"] == "noted"
    assert ask(run, review, "verify")["ok"]


def test_remarks_of_the_removed_stay_as_carried(parted: tuple[Clone, str], run: Run) -> None:
    """Words are never lost; what she withdraws or closes is late."""
    review, _ = parted
    mine = remark(run, review, "comment", "-m", "A word.", who=SECOND)
    submitted(run, review, "withdraw", mine, who=SECOND)
    merged(review, "main", "side")
    found = thread_of(run, review, mine)
    assert (found["state"], found["flags"]) == ("open", ["carried", "late-by-revoked", "refused"])


def test_what_was_decided_before_the_removal_stands(review: Clone, run: Run) -> None:
    """The removal knows of it."""
    authors(review, OFFICER, SECOND)
    thread = remark(run, review, "comment", "-m", "We object.")
    ask(run, review, "decline", thread, "-m", "No.", who=SECOND)
    authors(review, OFFICER)
    assert (thread_of(run, review, thread)["state"], ask(run, review, "verify")["ok"]) == ("declined", True)


def test_a_change_of_settings_by_the_removed_counts_for_nothing(parted: tuple[Clone, str], run: Run) -> None:
    """She can make nobody an author on an old commit, and whom she makes one removes and decides in vain."""
    review, thread = parted
    authors(review, OFFICER, SECOND, THIRD, NORTHVALE, who=SECOND)
    ask(run, review, "decline", thread, "-m", "No.", who=NORTHVALE)
    authors(review, NORTHVALE, who=NORTHVALE)
    merged(review, "main", "side")
    assert thread_of(run, review, thread)["state"] == "open"
    assert "author" in refused(run, review, "decline", thread, "-m", "No.", who=NORTHVALE)
    ask(run, review, "decline", thread, "-m", "Not now.", who=THIRD)


@pytest.mark.parametrize("into", ["main", "side"])
def test_two_who_remove_each_other_remove_nobody(parted: tuple[Clone, str], run: Run, into: str) -> None:
    """Neither change counts, nor one that either makes on top, until another author changes the settings."""
    review, _ = parted
    authors(review, SECOND, THIRD, who=SECOND)
    merged(review, into, "side" if into == "main" else "main", who=THIRD)
    reasons = [row["reason"] for row in ask(run, review, "verify", code=1)["findings"] if row["what"] == "settings"]
    assert sum("each other" in reason for reason in reasons) == 2
    authors(review, SECOND, THIRD, NORTHVALE, who=SECOND)
    other = remark(run, review, "comment", "-m", "Another.")
    ask(run, review, "note", other, who=OFFICER)
    assert thread_of(run, review, other)["state"] == "noted"
    authors(review, OFFICER, THIRD, who=THIRD)
    last = remark(run, review, "comment", "-m", "Last.")
    assert run(review, "note", last, who=SECOND)[0] == 2
    ask(run, review, "note", last, who=OFFICER)


@pytest.mark.parametrize("into", ["main", "side"])
@pytest.mark.parametrize("who", [OFFICER, SECOND])
def test_two_without_a_third_find_a_way_out(review: Clone, run: Run, into: str, who: tuple[str, str]) -> None:
    """Both stay authors; neither removes the other; either names a third author, and that one settles it."""
    authors(review, OFFICER, SECOND)
    review.git("branch", "side")
    authors(review, OFFICER)
    review.git("switch", "-q", "side")
    authors(review, SECOND, who=SECOND)
    merged(review, into, "side" if into == "main" else "main", who=who)
    repairs = [row["repair"] for row in ask(run, review, "verify", code=1)["findings"] if row["what"] == "settings"]
    assert all("name a third author in reviews/settings.toml" in repair for repair in repairs)
    authors(review, (f"{who[0]} again", who[1]), who=who)
    assert not ask(run, review, "verify", code=1)["ok"]
    ask(run, review, "organisation", "add", "eastmoor", "--name", "Eastmoor", who=who)
    authors(review, OFFICER, SECOND, THIRD, who=who)
    assert ask(run, review, "verify")["ok"]
    authors(review, OFFICER, THIRD, who=THIRD)
    thread = remark(run, review, "comment", "-m", "Last.")
    assert run(review, "note", thread, who=SECOND)[0] == 2
    ask(run, review, "note", thread, who=OFFICER)


def test_a_change_that_does_not_count_says_so(parted: tuple[Clone, str], run: Run) -> None:
    """One of two in dispute is told at once that what they change has no effect yet."""
    review, _ = parted
    authors(review, SECOND, THIRD, who=SECOND)
    merged(review, "main", "side", who=THIRD)
    _, out, err = run(review, "organisation", "add", "eastmoor", "--name", "Eastmoor", who=SECOND)
    assert "does not count" in out + err


def test_all_clones_agree(parted: tuple[Clone, str], run: Run) -> None:
    """A clone that saw only the merged history tells the same as the one in which it happened."""
    review, thread = parted
    ask(run, review, "decline", thread, "-m", "No.", who=SECOND)
    merged(review, "main", "side")
    fresh = Clone(review.path.parent / "fresh")
    Clone(review.path.parent).git("clone", "-q", str(review.path), str(fresh.path))
    for words in (("threads",), ("verify",)):
        assert run(fresh, *words, "--json") == run(review, *words, "--json")


def test_a_sync_lets_no_change_count_that_did_not(review: Clone, run: Run) -> None:
    """An author's merge of settings takes what is in force on each side, not what somebody wrote into the file."""
    bare = bare_of(review)
    other = clone_of(bare, "other")
    text = other.read(SETTINGS)
    other.commit_file(SETTINGS, f'{text}\n[[topics]]\nid = "x"\ntitle = "Planted"\n', "Plant", who=NORTHVALE)
    other.git("push", "-q", who=NORTHVALE)
    ask(run, review, "organisation", "add", "eastmoor", "--name", "Eastmoor Council")
    synced(run, review)
    assert "Planted" not in review.read(SETTINGS)
    assert "eastmoor" in review.read(SETTINGS)
