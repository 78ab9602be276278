"""Lines of `trace --jsonl`, answered between any two commits."""

import json

import pytest

from reviewtui.store.git.repository import open_repository
from reviewtui.workspace.judging import trace_lines as whereabouts
from tests.conftest import Clone


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The ids of the blobs that were read."""
    ids: set[str] = set()

    def noted(git, wanted, limit, original=whereabouts.read_blobs):
        wanted = list(wanted)
        ids.update(wanted)
        return original(git, wanted, limit)

    monkeypatch.setattr(whereabouts, "read_blobs", noted)
    return ids


def _ask(clone: Clone, old: str, path: str, **more: object) -> dict:
    asked = {"id": 1, "old_commit": old, "old_path": path, "old_start": 2, "old_end": 9}
    asked |= {"new_commit": clone.git("rev-parse", "HEAD")} | more
    (answer,) = whereabouts.answer_lines(open_repository(clone.path), [json.dumps(asked)])
    assert isinstance(answer, dict)
    return answer


def test_files_that_did_not_change_are_not_read(policy: Clone, read: set[str]) -> None:
    """Of a passage in a changed file, only the changed files are read; of one in an unchanged file, that file alone."""
    old = policy.git("rev-parse", "HEAD")
    policy.commit_file("policy/principles.md", policy.read("policy/principles.md") + "\nOne more rule.\n", "Add a rule")
    assert _ask(policy, old, "policy/principles.md")["status"] == "found"
    both = {policy.git("rev-parse", f"{commit}:policy/principles.md") for commit in (old, "HEAD")}
    assert read == both
    read.clear()
    answer = _ask(policy, old, "policy/index.md")
    assert (answer["placement"], answer["new_path"], answer["new_start"]) == ("exact", "policy/index.md", 2)
    assert read == {policy.git("rev-parse", "HEAD:policy/index.md")}


def test_a_policy_kept_as_one_file_a_version_is_followed_when_the_file_is_named(policy: Clone) -> None:
    """The old version still stands where it stood; a passage is followed to the next file only when that is asked."""
    first = "# Conduct\n\nMaintainers must answer every report within two weeks.\n\nBe kind.\n"
    old = policy.commit_file("policy/1.0.md", first, "Version 1.0")
    policy.commit_file(
        "policy/2.0.md",
        first.replace("Maintainers must", "Community leaders have to").replace("two", "4"),
        "Version 2.0",
    )
    start = first.index("Maintainers")
    span = {"old_start": start, "old_end": first.index("\n\nBe")}
    here = _ask(policy, old, "policy/1.0.md", **span)
    assert (here["new_path"], here["placement"]) == ("policy/1.0.md", "exact")
    there = _ask(policy, old, "policy/1.0.md", **span, new_path="policy/2.0.md")
    assert (there["new_path"], there["new_start"], there["meaning_changed"]) == ("policy/2.0.md", start, True)


def test_what_is_no_text_is_no_place(policy: Clone) -> None:
    """Binary files, links and files without an end in sight are named as no text; text that is not UTF-8 is read."""
    policy.write("policy/odd.md", b"\xff\xfe caf\xe9 must be paid within a week\n")
    old = policy.commit_file("policy/binary.md", b"\0\1\2", "Odd files")
    repository = open_repository(policy.path)
    asked = {"id": 1, "old_commit": old, "old_start": 0, "old_end": 3, "new_commit": old}
    lines = [json.dumps(asked | {"old_path": f"policy/{name}.md"}) for name in ("odd", "binary")]
    odd, binary = whereabouts.answer_lines(repository, lines)
    assert isinstance(odd, dict)
    assert odd["status"] == "found"
    assert "Line 2: there is no text 'policy/binary.md'" in str(binary)
