"""Whoever passed on the words of others, as a consolidator or a carrier, does so on an old commit in vain."""

import pytest

from tests.acting import ask, refused, remark, submitted, thread_of
from tests.cli.test_revocation import SETTINGS, authors, merged, merging
from tests.conftest import NORTHVALE, OFFICER, Clone, Run

COLLECTOR = ("C. Collector", "collector@northvale.example")
FORGE = ("Forge", "noreply@forge.example")
THIRD = ("Third Officer", "third@council.example")


def with_consolidator(clone: Clone, *people: str) -> None:
    """Commit who passes on the remarks of Northvale."""
    lines = clone.read(SETTINGS).splitlines()
    start = lines.index("[organisations.northvale]")
    lines = [line for line in lines if not line.startswith("consolidators")]
    named = ", ".join(f'"{person}"' for person in people)
    clone.commit_file(
        SETTINGS,
        "\n".join([*lines[: start + 1], f"consolidators = [{named}]", *lines[start + 1 :]]) + "\n",
        "Change who consolidates",
    )


@pytest.fixture
def parted(review: Clone, run: Run) -> tuple[Clone, str]:
    """A remark of Northvale; on `side` nobody knows that its consolidator was removed on `main`."""
    with_consolidator(review, COLLECTOR[1])
    thread = remark(run, review, "comment", "principles", "-m", "We object.", "--blocking")
    review.git("branch", "side")
    with_consolidator(review)
    review.git("switch", "-q", "side")
    return review, thread


@pytest.mark.parametrize("into", ["main", "side"])
def test_a_withdrawal_by_a_removed_consolidator_is_late(parted: tuple[Clone, str], run: Run, into: str) -> None:
    """The remark of a colleague stays open, loudly, until an author confirms that it was taken back."""
    review, thread = parted
    submitted(run, review, "withdraw", thread, who=COLLECTOR)
    assert thread_of(run, review, thread)["state"] == "withdrawn"
    merged(review, into, "side" if into == "main" else "main")
    found = thread_of(run, review, thread)
    assert (found["state"], "late-by-revoked" in found["flags"]) == ("open", True)
    (row,) = ask(run, review, "status")["without_effect"]
    assert row["cause"] == "late-by-revoked"
    ask(run, review, "confirm", row["event"], "-m", "Agreed before.")
    assert thread_of(run, review, thread)["state"] == "withdrawn"
    assert ask(run, review, "verify")["ok"]


def test_their_own_words_stay_theirs(parted: tuple[Clone, str], run: Run) -> None:
    """Who no longer speaks for others still speaks, takes back and signs off for themselves."""
    review, _ = parted
    mine = remark(run, review, "comment", "records", "-m", "My own.", who=COLLECTOR)
    ask(run, review, "withdraw", mine, who=COLLECTOR)
    submitted(run, review, "signoff", "support", who=COLLECTOR)
    merged(review, "main", "side")
    found = thread_of(run, review, mine)
    assert (found["state"], found["flags"]) == ("withdrawn", [])
    assert ask(run, review, "status")["without_effect"] == []


def test_no_merge_gives_a_consolidator_the_role_back(parted: tuple[Clone, str], run: Run) -> None:
    """What the removed one brings along in a merge that keeps the old settings has no effect either."""
    review, thread = parted
    side = review.git("rev-parse", "HEAD")
    submitted(run, review, "withdraw", thread, who=COLLECTOR)
    (path,) = review.git("show", "--name-only", "--format=", "HEAD").split()
    files = {path: review.read(path)}
    merging(review, files, side, "main", who=COLLECTOR)
    assert thread_of(run, review, thread)["state"] == "open"


def test_a_consolidator_who_still_was_one_counts(review: Clone, run: Run) -> None:
    """The removal knows of what was done before it."""
    with_consolidator(review, COLLECTOR[1])
    thread = remark(run, review, "comment", "principles", "-m", "We object.", "--blocking")
    submitted(run, review, "withdraw", thread, who=COLLECTOR)
    with_consolidator(review)
    assert (thread_of(run, review, thread)["state"], ask(run, review, "verify")["ok"]) == ("withdrawn", True)


def squashed(clone: Clone, branch: str, into: str, who: tuple[str, str]) -> None:
    """Let a forge put a branch into another as one commit of its own."""
    clone.git("switch", "-q", into)
    clone.git("merge", "-q", "--squash", branch, who=who)
    clone.git("commit", "-q", "-m", f"Squash {branch}", who=who)


@pytest.mark.parametrize("who", [FORGE, THIRD])
def test_what_a_removed_carrier_or_author_carries_is_marked(review: Clone, run: Run, who: tuple[str, str]) -> None:
    """A remark that it squashed on an old commit stays and is marked; nobody's word is lost."""
    before = review.read(SETTINGS)
    if who == FORGE:
        review.commit_edit(SETTINGS, "format = 1", f'format = 2\ncarriers = ["{FORGE[1]}"]')
    else:
        authors(review, OFFICER, THIRD)
    review.git("switch", "-q", "-c", "partner")
    thread = remark(run, review, "comment", "-m", "We object.", "--blocking")
    review.git("switch", "-q", "-c", "side", "main")
    squashed(review, "partner", "side", who)
    review.git("switch", "-q", "main")
    review.commit_file(SETTINGS, before, "Take the role away")
    merged(review, "main", "side")
    found = thread_of(run, review, thread)
    assert (found["state"], found["flags"]) == ("open", ["carried", "late-by-revoked"])


def test_an_organisations_person_who_was_removed_revokes_nothing(review: Clone, run: Run) -> None:
    """What they said without knowing counts as it was meant; afterwards they are no voice of the organisation."""
    review.git("branch", "side")
    review.commit_edit(SETTINGS, '"northvale.example"', '"northvale-town.example"')
    review.git("switch", "-q", "side")
    thread = remark(run, review, "comment", "records", "-m", "We object.", "--blocking", who=NORTHVALE)
    submitted(run, review, "signoff", "support", who=NORTHVALE)
    merged(review, "main", "side")
    found = thread_of(run, review, thread)
    assert (found["state"], found["flags"], found["organisation"]) == ("open", [], "northvale")
    assert ask(run, review, "status")["without_effect"] == []
    assert "speaks for no organisation" in refused(run, review, "signoff", "objection", "-m", "Late.", who=NORTHVALE)
