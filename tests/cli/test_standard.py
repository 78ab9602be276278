"""The whole job on a real policy with a real history: three people, from `init` to `ready`."""

import pytest

from reviewtui.domain.policy.versions import is_prerelease, version_key
from tests.acting import ask, remark, thread_of
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run


@pytest.fixture
def begun(standard: Clone, run: Run) -> Clone:
    """The Standard with a review begun and two organisations asked."""
    ask(run, standard, "init", "--policy", "criteria")
    for name in ("northvale", "southmere"):
        ask(run, standard, "organisation", "add", name, "--name", name, "--domain", f"{name}.example", "--asked")
    return standard


@pytest.mark.slow
def test_releases_are_listed_in_order(begun: Clone, run: Run) -> None:
    """`versions` lists 0.1.0 to 0.8.0 oldest first, and then the draft."""
    rows = ask(run, begun, "versions")["versions"]
    names = [row["name"] for row in rows]
    assert names[-1] == "draft"
    assert names[0].removeprefix("v") == "0.1.0"
    assert names[-2].removeprefix("v") == "0.8.0"
    assert all(row["release"] for row in rows[:-1])
    tags = [name for name in begun.git("tag").splitlines() if version_key(name)]
    assert sorted(names[:-1]) == sorted(tags)
    full = [key for name in names if not is_prerelease(name) and (key := version_key(name)) is not None]
    assert full == sorted(full)


@pytest.mark.slow
def test_a_remark_on_an_old_release_shows_in_its_renamed_file(begun: Clone, run: Run) -> None:
    """What was remarked on as of 0.4.1 stands in the draft under the file's new name."""
    old = set(begun.git("ls-tree", "-r", "--name-only", "0.4.1", "criteria").splitlines())
    new = set(begun.git("ls-tree", "-r", "--name-only", "HEAD", "criteria").splitlines())
    path = next(p for p in sorted(old - new) if "open" in p or "reus" in p)
    quote = begun.git("show", f"0.4.1:{path}").split("## ")[1].splitlines()[2][2:40]
    arguments = ("--quote", quote, "--nth", "1", "-m", "Who checks this?", "--at", "0.4.1")
    thread = remark(run, begun, "comment", path.removeprefix("criteria/"), *arguments)
    found = thread_of(run, begun, thread)
    assert found["placement"] in {"exact", "moved", "edited"}
    assert found["path"] in new - old
    assert found["version"] == begun.git("rev-parse", "0.4.1^{commit}")


@pytest.mark.slow
def test_an_accepted_suggestion_credits_its_writer(begun: Clone, run: Run) -> None:
    """The author's commit names the second person, and the text has the words."""
    section = "code-in-the-open.md"
    path = f"criteria/{section}"
    prose = begun.read(path).split("\n---\n")[-1]
    quote = next(line for line in prose.splitlines() if len(line) > 40 and prose.count(line) == 1 and line[0].isalpha())
    thread = remark(run, begun, "suggest", section, "--quote", quote, "--replace", "Better words.", who=SOUTHMERE)
    ask(run, begun, "accept", thread)
    assert "Better words." in begun.read(path)
    assert f"Co-authored-by: {SOUTHMERE[0]} <{SOUTHMERE[1]}>" in begun.git("log", "-1", "--format=%(trailers)")
    assert begun.git("log", "-1", "--format=%ae") == OFFICER[1]


def test_two_releases_are_compared_in_words(begun: Clone, run: Run) -> None:
    """`diff 0.4.1 0.8.0` pairs renamed files and counts words."""
    data = ask(run, begun, "diff", "0.4.1", "0.8.0")
    assert data["words_inserted"] > 100
    assert data["words_deleted"] > 100
    assert any(row["old_path"] and row["new_path"] and row["old_path"] != row["new_path"] for row in data["sections"])
    _, out, _ = run(begun, "diff", "0.4.1", "0.8.0")
    assert "(renamed)" in out
    assert "{+" in out


def test_threads_and_gates_agree(begun: Clone, run: Run) -> None:
    """What `threads` lists as open is what the gates count, with exit 1 and evidence."""
    threads = {remark(run, begun, "comment", "-m", "Why?", "--blocking"), remark(run, begun, "comment", "-m", "How?")}
    data = ask(run, begun, "ready", code=1)
    gates = {gate["name"]: gate for gate in data["gates"]}
    assert {row["thread"] for row in gates["undecided"]["evidence"]} == threads
    assert {row["thread"] for row in ask(run, begun, "threads", "--open")["threads"]} == threads
    assert len(gates["blocking"]["evidence"]) == 1
    assert all(gate["flips"] for gate in data["gates"] if not gate["passed"])
    assert ask(run, begun, "status")["open"] == 2
    assert ask(run, begun, "verify")["ok"]
    assert ask(run, begun, "status", who=NORTHVALE)["organisation"] == "northvale"
