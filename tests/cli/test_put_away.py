"""A file that is no event does not close the gates for good: whoever may takes it out, and that stays on record."""

import pytest

from tests.acting import ask, gate_of, remark, thread_of
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run

RUBBISH = "reviews/threads/zz/01kb2m6y3t9v8w5x4z7q1r0pzz/01kb2m6y3t9v8w5x4z7q1r0pzz.toml"


def _record_passes(run: Run, clone: Clone) -> bool:
    return bool(gate_of(run, clone, "record")["passed"])


def _litter(clone: Clone, content: str = "<<<<<<< no event") -> None:
    clone.commit_file(RUBBISH, content, "Litter", who=NORTHVALE)


@pytest.mark.parametrize("who", [NORTHVALE, OFFICER])
def test_whoever_added_it_or_an_author_takes_it_out(review: Clone, run: Run, who: tuple[str, str]) -> None:
    """The gate closes, and opens again; `verify` tells it as history, with commit and person, and is content."""
    _litter(review)
    assert not _record_passes(run, review)
    assert "git rm" in ask(run, review, "verify", code=1)["findings"][0]["repair"]
    review.git("rm", "-q", RUBBISH)
    commit = review.commit("Take it out", who=who)
    assert _record_passes(run, review)
    answer = ask(run, review, "verify")
    assert answer["ok"]
    (row,) = answer["findings"]
    assert (row["what"], row["settled"], row["commit"], row["by"]) == (
        "unreadable",
        True,
        commit,
        f"{who[0]} <{who[1]}>",
    )
    assert "The record is whole" in run(review, "verify")[1]
    assert "taken out again" in run(review, "verify")[1]
    assert "taken out" not in run(review, "status")[1]


def test_a_third_person_cannot_settle_it(review: Clone, run: Run) -> None:
    """Another partner's tidying is named, and the gate stays closed until an author or the writer does it."""
    _litter(review)
    review.git("rm", "-q", RUBBISH)
    review.commit("Tidy up", who=SOUTHMERE)
    assert not _record_passes(run, review)
    assert {row["what"] for row in ask(run, review, "verify", code=1)["findings"]} == {"unreadable", "deleted"}


def test_an_event_is_never_put_away(review: Clone, run: Run) -> None:
    """What can be read counts for ever, whoever deletes it; so does what only a newer version can read."""
    thread = remark(run, review, "comment", "principles", "-m", "Ours.")
    review.git("rm", "-q", thread_of(run, review, thread)["events"][0]["path"])
    _litter(review, "format = 2\n")
    review.git("rm", "-q", RUBBISH)
    review.commit("Tidy up")
    assert thread_of(run, review, thread)["body"] == "Ours."
    assert not _record_passes(run, review)
    assert {row["what"] for row in ask(run, review, "verify", code=1)["findings"]} == {"deleted", "newer"}


def test_a_room_of_a_newer_version_is_counted(review: Clone, run: Run) -> None:
    """An event in a folder that this version does not know is named and holds a release up, as an unknown type does."""
    text = review.read("reviews/settings.toml")
    policy = next(line for line in text.splitlines() if line.startswith("policy_id"))
    event = "01kb2m6y3t9v8w5x4z7q1r0pkf"
    review.write(f"reviews/votes/{event}.toml", f'format = 1\n{policy}\ntype = "vote"\nid = "{event}"\n')
    review.commit_file("reviews/votes/notes.toml", "not = 'an event'\n", "Write as a newer program would")
    (row,) = ask(run, review, "verify", code=1)["findings"]
    assert (row["what"], row["path"]) == ("newer", f"reviews/votes/{event}.toml")
    assert not _record_passes(run, review)
