"""A passage followed through versions, by people and by scripts."""

import io
import json
import sys

import pytest

from tests.conftest import Clone, Run


@pytest.fixture
def moved(policy: Clone) -> Clone:
    """A policy whose principles were released as 0.1, then reworded and put into another file."""
    policy.git("tag", "-a", "-m", "0.1", "0.1")
    text = policy.read("policy/principles.md").replace("must think before they post", "should think before they post")
    policy.git("mv", "policy/principles.md", "policy/values.md")
    policy.commit_file("policy/values.md", text, "Reword and rename")
    return policy


def test_a_passage_is_followed_through_a_rename_with_its_alarm(moved: Clone, run: Run) -> None:
    """`trace` names each version, the file there, and the duty that changed."""
    quote = "Officers must think before they post anything."
    code, out, err = run(moved, "trace", "principles", "--quote", quote, "--from", "0.1", "--json")
    assert (code, err) == (0, "")
    stops = json.loads(out)["versions"]
    assert [(stop["version"], stop["path"]) for stop in stops] == [
        ("0.1", "policy/principles.md"),
        ("draft", "policy/values.md"),
    ]
    assert [(stop["happening"], stop["quoted"], stop["alarm"]) for stop in stops] == [
        ("first", True, ""),
        ("reworded", False, "must → should"),
    ]
    assert stops[-1]["meaning_changed"]
    assert "should think" in stops[-1]["words"]


def _answer(clone: Clone, run: Run, monkeypatch: pytest.MonkeyPatch, *lines: str) -> tuple[int, list[dict], str]:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(lines)))
    code, out, err = run(clone, "trace", "--jsonl")
    return code, [json.loads(line) for line in out.splitlines()], err


def test_lines_of_json_are_answered_in_their_order(moved: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are from the root, offsets are code points, and what is not there any more is orphaned."""
    old, new = moved.git("rev-parse", "0.1^{commit}"), moved.git("rev-parse", "HEAD")
    text = moved.git("show", "0.1:policy/principles.md") + "\n"
    start = text.index("Be kind.")
    asked = {"old_commit": old, "old_path": "policy/principles.md", "new_commit": new}
    first = asked | {"id": "a", "old_start": start, "old_end": start + 8}
    second = first | {"id": 2, "new_path": "policy/records.md"}
    code, rows, err = _answer(moved, run, monkeypatch, json.dumps(first), "", json.dumps(second))
    assert (code, err) == (0, "")
    assert [row["id"] for row in rows] == ["a", 2]
    assert (rows[0]["status"], rows[0]["new_path"]) == ("found", "policy/values.md")
    assert moved.read("policy/values.md")[rows[0]["new_start"] : rows[0]["new_end"]] == "Be kind."
    assert rows[1]["status"] == "orphaned"


def test_the_language_of_the_policy_is_heard(review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that English has too are German where the settings say so: any other one may mean otherwise."""
    old = review.commit_file("policy/zutritt.md", "# Zutritt\n\nPerson am Tor links.\n", "Say who may come in")
    review.write("policy/zutritt.md", "# Zutritt\n\nPerson am Tor bald.\n")
    settings = review.read("reviews/settings.toml")
    new = review.commit_file(
        "reviews/settings.toml", settings.replace("format = 1\n", 'format = 2\nlanguage = "de"\n', 1), "Let them in"
    )
    asked = {"id": 1, "old_commit": old, "old_path": "policy/zutritt.md", "old_start": 11, "old_end": 31}
    code, (row,), err = _answer(review, run, monkeypatch, json.dumps(asked | {"new_commit": new}))
    assert (code, err) == (0, "")
    assert row["meaning_changed"]


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', "\ufffd", "[" * 100_000])
def test_a_line_that_is_not_understood_is_named(moved: Clone, run: Run, monkeypatch, line: str) -> None:
    """A bad line is named with its number, in one line."""
    code, out, err = _answer(moved, run, monkeypatch, line)
    assert (code, out) == (2, [])
    assert err.startswith("Line 1: not understood")
    assert err.count("\n") == 1


def test_a_bad_line_does_not_keep_the_others_from_their_answers(moved: Clone, run: Run, monkeypatch) -> None:
    """No commit, no file, no such characters: each is one line on standard error, and all other lines are answered."""
    asked = {"id": 1, "old_commit": "0.1", "old_path": "policy/principles.md", "new_commit": "HEAD"}
    good = asked | {"old_start": 0, "old_end": 5, "old_commit": moved.git("rev-parse", "0.1^{commit}")}
    good["new_commit"] = moved.git("rev-parse", "HEAD")
    bad = [
        good | {"old_commit": "--output=F"},
        good | {"new_commit": "f" * 40},
        good | {"old_path": "policy/none.md"},
        good | {"old_end": 10**9},
        good | {"old_start": -1},
        good | {"old_start": 5, "old_end": 2},
    ]
    code, out, err = _answer(moved, run, monkeypatch, *map(json.dumps, [*bad, good]))
    assert (code, [row["id"] for row in out]) == (2, [1])
    assert [line.split(":")[0] for line in err.splitlines()] == [f"Line {n}" for n in range(1, len(bad) + 1)]


def test_a_named_file_is_looked_at_whatever_its_ending(moved: Clone, run: Run, monkeypatch) -> None:
    """With `new_path` the two files are compared, also when nothing tells that they hold prose."""
    old = moved.git("rev-parse", "0.1^{commit}")
    new = moved.commit_file("policy/principles.njk", "{% block x %}\n" + moved.read("policy/values.md"), "Template")
    asked = {"id": 1, "old_commit": old, "old_path": "policy/principles.md", "old_start": 2, "old_end": 12}
    asked |= {"new_commit": new, "new_path": "policy/principles.njk"}
    _, out, _ = _answer(moved, run, monkeypatch, json.dumps(asked))
    assert [(row["status"], row["new_path"]) for row in out] == [("found", "policy/principles.njk")]


def test_a_commit_between_releases_is_put_in_its_place(moved: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a commit that is no release, the passage is followed to the releases before it and after it."""
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2037-01-01T00:00:00Z")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2037-01-01T00:00:00Z")
    between = moved.git("rev-parse", "HEAD")
    moved.commit_file("policy/records.md", "# Records\n\nOther.\n", "Other")
    moved.git("tag", "-a", "-m", "0.2", "0.2")
    quote = "Officers should think before they post anything."
    code, out, err = run(moved, "trace", "values", "--quote", quote, "--from", between[:12], "--json")
    assert (code, err) == (0, "")
    names = [stop["version"] for stop in json.loads(out)["versions"]]
    assert names == ["0.1", between[:12], "0.2", "draft"]


def test_looking_back_a_passage_is_born_not_gone(moved: Clone, run: Run) -> None:
    """A sentence that only the draft has was born there; the release before it is no place where it was lost."""
    moved.write("policy/values.md", moved.read("policy/values.md") + "\nNever share a password with anybody.\n")
    code, out, err = run(moved, "trace", "values", "--quote", "Never share a password")
    assert (code, err) == (0, "")
    assert [line.split()[:2] for line in out.splitlines()] == [["draft", "born"]]
    assert out.rstrip().endswith("(quoted here)")


def test_a_place_beside_an_equal_one_is_not_sure(policy: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file changed elsewhere; a passage that stands there once is sure."""
    text = "# T\n\nLock the gate.\n\nRing a bell.\n\nLock the gate.\n\nWash the cups.\n"
    policy.commit_file("policy/gate.md", text, "Add a gate")
    old = policy.git("rev-parse", "HEAD")
    policy.commit_file("policy/gate.md", text.replace("Wash the", "Wash all"), "Wash all")
    asked = {"old_commit": old, "old_path": "policy/gate.md", "new_commit": policy.git("rev-parse", "HEAD")}
    lines = [
        asked | {"id": words, "old_start": (start := text.index(words)), "old_end": start + len(words)}
        for words in ("Lock the gate.", "Ring a bell.")
    ]
    _, rows, _ = _answer(policy, run, monkeypatch, *map(json.dumps, lines))
    assert [(row["status"], row["sure"], row["confidence"] < 1) for row in rows] == [
        ("found", False, True),
        ("found", True, False),
    ]
