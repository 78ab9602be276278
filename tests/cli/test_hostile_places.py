"""Events whose places lead out of the repository are set aside, named and counted; everything else loads."""

import pytest

from tests.acting import ask, gate_of, remark
from tests.conftest import NORTHVALE, Clone, Run
from tests.strategies import POLICY

PATHS = {
    "a parent": "../x",
    "a parent inside": "policy/../../x",
    "a parent of Windows": "..\\\\..\\\\x",
    "an absolute path": "/etc/passwd",
    "the root": "/",
    "a drive": "C:\\\\x",
    "git's folder": "../.git/config",
    "git's folder inside": "policy/.GIT/config",
    "a NUL": "policy/a\\u0000.md",
    "a new line": "policy/a\\nb.md",
    "an escape": "policy/\\u001b[31m.md",
    "a device": "NUL",
    "a device inside": "policy/COM1.txt",
    "a device file": "/dev/zero",
    "nothing between": "policy//a.md",
    "very long": "policy/" + "x" * 5_000,
}
EVENT = f"""format = 1
policy_id = "{POLICY}"
type = "TYPE"
id = "01kb2m6y3t9v8w5x4z7q1r0pkf"
clock = 1
after = []
at = 2026-11-22T16:30:00Z
by = "{NORTHVALE[0]} <{NORTHVALE[1]}>"
organisation = "northvale"
"""
BLOB = "a" * 40
THREAD = "threads/kf/01kb2m6y3t9v8w5x4z7q1r0pkf"
SHAPES = {
    "comment": (THREAD, 'kind = "general"\nbody = "Hm."\n[[anchors]]\npath = "PATH"\nstart = 0\nend = 1\n'),
    "reattach": (THREAD, '[[anchors]]\npath = "PATH"\n'),
    "decision": (
        THREAD,
        'verdict = "accepted"\non = "01kb2m6y3t9v8w5x4z7q1r0pkf"\n[edit]\npath = "PATH"\nbefore = "a"\nafter = "b"\n',
    ),
    "reopen": (THREAD, 'body = "No."\n[edit]\npath = "PATH"\nbefore = "a"\nafter = "b"\n'),
    "read": ("reads", f'path = "PATH"\nblob = "{BLOB}"\n'),
    "signoff": ("signoffs", f'position = "support"\n[[covers]]\npath = "PATH"\nblob = "{BLOB}"\n'),
    "classify": (
        "classes",
        f'path = "PATH"\nold = "{BLOB}"\nnew = "{BLOB}"\nclass = "editorial"\nbody = "So."\n',
    ),
    "companion-checked": (
        "findings",
        f'path = "policy/a.md"\nblob = "{BLOB}"\n[[of]]\npath = "PATH"\nblob = "{BLOB}"\n',
    ),
}
COMMANDS = (("status",), ("threads",), ("versions",), ("organisation", "list"), ("diff", "HEAD", "draft"))


def plant(clone: Clone, kind: str, path: str) -> str:
    """Commit an event of a partner that names `path`; return its file."""
    folder, words = SHAPES[kind]
    file = f"reviews/{folder}/01kb2m6y3t9v8w5x4z7q1r0pkf.toml"
    clone.commit_file(file, EVENT.replace("TYPE", kind) + words.replace("PATH", path), "Add an event", who=NORTHVALE)
    return file


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS.keys())
def test_a_path_out_of_the_repository_stops_nobody(review: Clone, run: Run, path: str) -> None:
    """Every command still answers, the other remarks are there, and the file is named with its reason and repair."""
    thread = remark(run, review, "comment", "principles", "-m", "Ours.")
    file = plant(review, "comment", path)
    for command in COMMANDS:
        ask(run, review, *command)
    assert [row["thread"] for row in ask(run, review, "threads")["threads"]] == [thread]
    (row,) = (row for row in ask(run, review, "verify", code=1)["findings"] if row["path"] == file)
    assert row["what"] == "unreadable"
    assert "can be no text of a policy" in row["reason"]
    assert row["repair"]
    assert not gate_of(run, review, "record")["passed"]


@pytest.mark.parametrize("kind", SHAPES)
def test_the_paths_of_every_type_are_looked_at(review: Clone, run: Run, kind: str) -> None:
    """Anchors, what a sign-off covers, edits, reads, classes and companions alike."""
    file = plant(review, kind, "../x")
    (row,) = (row for row in ask(run, review, "verify", code=1)["findings"] if row["path"] == file)
    assert "'../x'" in row["reason"]
    assert ask(run, review, "threads")["threads"] == []


@pytest.mark.parametrize("tables", [1_000, 1_000_000])
def test_more_places_than_any_remark_has_are_set_aside(review: Clone, run: Run, tables: int) -> None:
    """A thousand anchors and a million of them are refused before any is searched."""
    words = 'kind = "general"\nbody = "Hm."\nanchors = [' + "{}," * tables + "]\n"
    review.commit_file(
        f"reviews/{THREAD}/01kb2m6y3t9v8w5x4z7q1r0pkf.toml",
        EVENT.replace("TYPE", "comment") + words,
        "Add an event",
        who=NORTHVALE,
    )
    assert ask(run, review, "threads")["problems"][0]["what"] == "unreadable"


def test_a_passage_that_ends_before_it_begins_is_set_aside(review: Clone, run: Run) -> None:
    """It cannot be what it says."""
    words = 'kind = "general"\nbody = "Hm."\n[[anchors]]\npath = "policy/principles.md"\nstart = 9\nend = 3\n'
    review.commit_file(
        f"reviews/{THREAD}/01kb2m6y3t9v8w5x4z7q1r0pkf.toml",
        EVENT.replace("TYPE", "comment") + words,
        "Add an event",
        who=NORTHVALE,
    )
    (problem,) = ask(run, review, "threads")["problems"]
    assert "ends before it begins" in problem["reason"]


def test_a_section_with_the_name_of_a_device_can_be_remarked_on(review: Clone, run: Run) -> None:
    """Where the computer allows the file, so does the record; `verify` advises against the name."""
    review.commit_file("policy/aux.md", "# Help\n\nAsk us.\n", "Add a section")
    remark(run, review, "comment", "aux", "--quote", "Ask us.", "-m", "Whom?")
    assert ask(run, review, "threads")["threads"][0]["section"] == "aux.md"
