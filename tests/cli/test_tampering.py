"""Events that were edited, deleted or renamed after they were added are named, and their first words still count."""

import pytest

from tests.acting import ask, gate_of, remark, submitted, thread_of
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run


def _path_of(run: Run, clone: Clone, thread: str) -> str:
    return str(thread_of(run, clone, thread)["events"][0]["path"])


def _edit(clone: Clone, path: str) -> None:
    clone.write(path, clone.read(path).replace("Ours.", "Theirs."))


def _delete(clone: Clone, path: str) -> None:
    (clone.path / path).unlink()


def _rename(clone: Clone, path: str) -> None:
    (clone.path / path).rename((clone.path / path).with_name("01kb2m6y3t9v8w5x4z7q1r0pkf.toml"))


def _empty(clone: Clone, path: str) -> None:
    clone.write(path, b"")


WAYS = {"edited": _edit, "deleted": _delete, "renamed": _rename, "emptied": _empty}
NAMED = {"edited": "edited", "deleted": "deleted", "renamed": "deleted", "emptied": "edited"}


@pytest.mark.parametrize("how", WAYS)
def test_a_plain_commit_is_found_out(review: Clone, run: Run, how: str) -> None:
    """`verify` names the file, the commit and the person, exit 1; the remark reads as it was made."""
    thread = remark(run, review, "comment", "principles", "-m", "Ours.")
    path = _path_of(run, review, thread)
    WAYS[how](review, path)
    commit = review.commit("Tidy up", who=SOUTHMERE)
    assert thread_of(run, review, thread)["body"] == "Ours."
    row = next(r for r in ask(run, review, "verify", code=1)["findings"] if r["what"] == NAMED[how])
    assert (row["path"], row["commit"], row["by"]) == (path, commit, f"{SOUTHMERE[0]} <{SOUTHMERE[1]}>")
    assert row["repair"]
    assert not gate_of(run, review, "record")["passed"]


def _merge_quietly(clone: Clone) -> None:
    """Leave a merge of two branches to be committed, so that it can be given other content."""
    clone.git("switch", "-q", "-c", "side")
    clone.commit_file("policy/records.md", "# Records\n\nSide.\n", "Side")
    clone.git("switch", "-q", "main")
    clone.commit_file("policy/index.md", "# About\n\nMain.\n", "Main")
    clone.git("merge", "-q", "--no-commit", "--no-ff", "side")


@pytest.mark.parametrize("how", WAYS)
def test_a_merge_that_changes_events_is_found_out(review: Clone, run: Run, how: str) -> None:
    """What only the merge commit itself did ("evil merge") is found like any other."""
    thread = remark(run, review, "comment", "principles", "-m", "Ours.")
    path = _path_of(run, review, thread)
    _merge_quietly(review)
    WAYS[how](review, path)
    commit = review.commit("Merge", who=SOUTHMERE)
    assert thread_of(run, review, thread)["body"] == "Ours."
    row = next(r for r in ask(run, review, "verify", code=1)["findings"] if r["what"] == NAMED[how])
    assert (row["path"], row["commit"]) == (path, commit)


@pytest.mark.parametrize("how", ["edited", "deleted"])
def test_a_change_on_a_merged_branch_is_found_out(review: Clone, run: Run, how: str) -> None:
    """A tidy deletion on a branch merges silently; the history of the branch gives it away."""
    thread = remark(run, review, "comment", "principles", "-m", "Ours.")
    path = _path_of(run, review, thread)
    review.git("switch", "-q", "-c", "side")
    WAYS[how](review, path)
    commit = review.commit("Tidy", who=SOUTHMERE)
    review.git("switch", "-q", "main")
    review.commit_file("policy/index.md", "# About\n\nMain.\n", "Main")
    review.git("merge", "-q", "--no-edit", "side")
    row = next(r for r in ask(run, review, "verify", code=1)["findings"] if r["what"] == how)
    assert (row["path"], row["commit"]) == (path, commit)
    assert thread_of(run, review, thread)["body"] == "Ours."


def test_an_octopus_merge_is_looked_through(review: Clone, run: Run) -> None:
    """A merge of three branches hides nothing either."""
    thread = remark(run, review, "comment", "principles", "-m", "Ours.")
    path = _path_of(run, review, thread)
    for name in ("one", "two"):
        review.git("switch", "-q", "-c", name, "main")
        review.write(f"policy/{name}.md", f"# {name}\n")
        if name == "two":
            _delete(review, path)
        review.commit(name, who=SOUTHMERE)
    review.git("switch", "-q", "main")
    review.commit_file("policy/index.md", "# About\n\nMain.\n", "Main")
    review.git("merge", "-q", "--no-edit", "one", "two")
    assert {row["what"] for row in ask(run, review, "verify", code=1)["findings"]} == {"deleted"}
    assert thread_of(run, review, thread)["body"] == "Ours."


def test_an_event_that_only_a_merge_added_is_found(review: Clone, run: Run) -> None:
    """An event that appears in the merge commit itself has that commit as its provenance."""
    _merge_quietly(review)
    thread = ask(run, review, "comment", "-m", "Ours.", who=NORTHVALE)["thread"]
    commit = review.commit("Merge", who=NORTHVALE)
    found = thread_of(run, review, thread)
    assert found["events"][0]["commit_added"] == commit
    assert (found["flags"], found["refusal"]) == ([], None)


def test_an_edit_in_the_work_tree_has_no_effect(review: Clone, run: Run) -> None:
    """Committed words count, whatever the file in the work tree says."""
    thread = remark(run, review, "comment", "principles", "-m", "Ours.")
    path = _path_of(run, review, thread)
    _edit(review, path)
    assert thread_of(run, review, thread)["body"] == "Ours."
    _delete(review, path)
    assert thread_of(run, review, thread)["body"] == "Ours."


def test_a_deletion_that_was_put_right_is_no_fault(review: Clone, run: Run) -> None:
    """The repair that `verify` names makes it whole again."""
    thread = remark(run, review, "comment", "principles", "-m", "Ours.")
    path = _path_of(run, review, thread)
    _delete(review, path)
    review.commit("Tidy", who=SOUTHMERE)
    repair = next(r for r in ask(run, review, "verify", code=1)["findings"])["repair"]
    assert path in repair
    review.git("checkout", "-q", *repair.split(" && ")[0].split()[2:])
    review.commit("Restore")
    assert ask(run, review, "verify")["ok"]
    assert thread_of(run, review, thread)["by"] == f"{NORTHVALE[0]} <{NORTHVALE[1]}>"


def test_one_id_with_two_contents_is_a_clash(review: Clone, run: Run) -> None:
    """The same file added on two branches with other words is named; both clones agree on which one counts."""
    review.git("switch", "-q", "-c", "side")
    thread = ask(run, review, "comment", "-m", "Ours.", who=NORTHVALE)["thread"]
    path = _path_of(run, review, thread)
    review.commit("Add", who=NORTHVALE)
    text = review.read(path)
    review.git("switch", "-q", "main")
    review.commit_file(path, text.replace("Ours.", "Theirs."), "Add another", who=NORTHVALE)
    review.git("merge", "-q", "--no-edit", "-X", "ours", "side")
    rows = ask(run, review, "verify", code=1)["findings"]
    assert "clash" in {row["what"] for row in rows}
    first = thread_of(run, review, thread)["body"]
    review.git("switch", "-q", "side")
    review.git("merge", "-q", "--no-edit", "main")
    assert thread_of(run, review, thread)["body"] == first


def test_a_redaction_is_no_tampering(review: Clone, run: Run) -> None:
    """A recorded redaction hides the words everywhere, keeps the reason, and `verify` finds nothing."""
    thread = remark(run, review, "comment", "principles", "-m", "Ring Jo Bloggs on 01632 960001.")
    submitted(run, review, "redact", thread, "-m", "It names a person.", who=OFFICER)
    for arguments in (("show", thread), ("threads",), ("ready",), ("status",), ("verify",)):
        for form in ((), ("--json",)):
            _, out, err = run(review, *arguments, *form)
            assert "Bloggs" not in out + err, arguments
    assert "It names a person." in run(review, "show", thread)[1]
    assert ask(run, review, "verify")["ok"]
