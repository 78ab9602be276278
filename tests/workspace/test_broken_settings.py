"""Broken or deleted settings lock nobody out: the last ones in force hold, it is said, and a command mends them."""

import pytest

from tests.acting import ask, picture, refused, remark
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run

SETTINGS = "reviews/settings.toml"
BROKEN = {
    "no TOML": b"this is no TOML [[[\n",
    "marks of a merge": b'format = 1\n<<<<<<< ours\ntitle = "a"\n=======\ntitle = "b"\n>>>>>>> theirs\n',
    "an unknown key": b'format = 1\npolicy_id = "01kb2m6y3t9v8w5x4z7q1r0pka"\ncolour = "red"\n',
    "not UTF-8": b'title = "\xff"\n',
    "nothing": b"",
    "gone": None,
}


def _break(clone: Clone, name: str) -> None:
    content = BROKEN[name]
    if content is None:
        (clone.path / SETTINGS).unlink()
    else:
        clone.write(SETTINGS, content)


@pytest.mark.quick(3)
@pytest.mark.parametrize("who", [OFFICER, SOUTHMERE])
@pytest.mark.parametrize("name", BROKEN)
def test_committed_by_anybody_they_lock_nobody_out(review: Clone, run: Run, name: str, who: tuple[str, str]) -> None:
    """Remarks and decisions go on under the last settings in force; `status`, `verify` and `ready` say so."""
    _break(review, name)
    review.commit("Break it", who=who)
    thread = remark(run, review, "comment", "principles", "-m", "Why?", who=NORTHVALE)
    assert ask(run, review, "show", thread)["organisation"] == "northvale"
    ask(run, review, "decline", thread, "-m", "So.")
    code, out, _ = run(review, "status")
    assert (code, out.count("the last settings in force hold")) == (0, 1)
    rows = ask(run, review, "verify", code=1)["findings"]
    assert {row["path"] for row in rows} == {SETTINGS}
    assert all(row["repair"] for row in rows)
    assert not {g["name"]: g["passed"] for g in ask(run, review, "ready", code=1)["gates"]}["record"]
    assert SETTINGS in refused(run, review, "release", "1.0", "--override", "It is needed now.")
    assert SETTINGS in refused(run, review, "init", "--policy", "policy")


@pytest.mark.quick(3)
@pytest.mark.parametrize("name", BROKEN)
def test_a_command_that_changes_settings_mends_them(review: Clone, run: Run, name: str) -> None:
    """An author's `organisation add` writes the file anew, with all that was in force; after it all is well."""
    before = ask(run, review, "organisation", "list")["organisations"]
    _break(review, name)
    review.commit("Break it")
    ask(run, review, "organisation", "add", "eastmoor", "--name", "Eastmoor")
    assert [row["id"] for row in ask(run, review, "organisation", "list")["organisations"]] == [
        *[row["id"] for row in before],
        "eastmoor",
    ]
    assert ask(run, review, "verify")["ok"]
    assert review.git("status", "--porcelain") == ""


@pytest.mark.quick(2)
@pytest.mark.parametrize("name", [name for name in BROKEN if name != "an unknown key"])
def test_in_the_work_tree_only(review: Clone, run: Run, name: str) -> None:
    """A remark is made and submitted all the same; what somebody was writing is never overwritten."""
    _break(review, name)
    remark(run, review, "comment", "principles", "-m", "Why?")
    assert "the last settings in force hold" in run(review, "status")[1]
    before = picture(review)
    if BROKEN[name] is None:
        ask(run, review, "organisation", "add", "eastmoor", "--name", "Eastmoor")
        assert (review.path / SETTINGS).is_file()
    else:
        assert "not committed" in refused(run, review, "organisation", "add", "eastmoor", "--name", "Eastmoor")
        assert picture(review) == before


def test_a_release_says_why_the_settings_cannot_be_read(review: Clone, run: Run) -> None:
    """A key of format 2 under format 1 is named to whoever releases, as it is by `status`."""
    old = review.read(SETTINGS).replace("format = 2", "format = 1")
    review.commit_file(SETTINGS, old.replace("\n", '\nlanguage = "fr"\n', 1), "Say the language")
    sentence = refused(run, review, "release", "0.1")
    assert "language needs format = 2; mend and commit it first" in sentence
    assert "gone" not in sentence
