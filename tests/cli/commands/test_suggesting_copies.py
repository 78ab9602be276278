"""`suggest --from`: an edited copy of a section becomes suggestions, one a change."""

import json
from pathlib import Path

import pytest

from tests.acting import ask, refused, submitted, thread_of, unchanged
from tests.conftest import NORTHVALE, Clone, Run

TEXT = """# Rules

Staff must ask the press team first. They should keep a copy of all that they publish.

- Be kind to everybody.
- Be brief when it is late.

| Who | What |
|---|---|
| Editor | May post |
"""


@pytest.fixture
def rules(review: Clone) -> Clone:
    """A review with a section that has a list and a table."""
    review.commit_file("policy/rules.md", TEXT, "Write the rules")
    return review


def _copy(tmp_path: Path, text: str) -> str:
    path = tmp_path / "copy.md"
    path.write_bytes(text.encode())
    return str(path)


def _words(run: Run, rules: Clone, answer: dict[str, list[str]]) -> list[tuple[str, str]]:
    threads = (thread_of(run, rules, thread) for thread in answer["threads"])
    return [(thread["quote"], thread["replacement"]) for thread in threads]


def test_each_change_of_a_copy_is_a_suggestion(rules: Clone, run: Run, tmp_path: Path) -> None:
    """Changes far apart are suggestions of their own, and accepting all of them gives the copy."""
    copy = TEXT.replace("must", "should").replace("- Be brief when it is late.\n", "").replace("May post", "Must post")
    answer = ask(run, rules, "suggest", "rules", "--from", _copy(tmp_path, copy), "-m", "As marked.", who=NORTHVALE)
    assert answer["count"] == 3
    assert _words(run, rules, answer) == [("must", "should"), ("- Be brief when it is late.\n", ""), ("May", "Must")]
    ask(run, rules, "submit", who=NORTHVALE)
    for thread in answer["threads"]:
        ask(run, rules, "accept", thread)
    assert rules.read("policy/rules.md").split() == copy.split()


def test_the_same_copy_twice_says_nothing_twice(rules: Clone, run: Run, tmp_path: Path) -> None:
    """What stands as an open suggestion by the same person is not made again; what is new in the copy is."""
    first = _copy(tmp_path, TEXT.replace("must", "should"))
    ask(run, rules, "suggest", "rules", "--from", first, who=NORTHVALE)
    assert "suggested already" in refused(run, rules, "suggest", "rules", "--from", first, who=NORTHVALE)
    more = _copy(tmp_path, TEXT.replace("must", "should").replace("kind to", "fair to"))
    assert ask(run, rules, "suggest", "rules", "--from", more, who=NORTHVALE)["count"] == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (TEXT.replace("\n", "\r\n"), "says the same"),
        ("# Other\n\nSomething that has nothing to do with it, in quite other words.\n", "reads like another text"),
        ("", "reads like another text"),
        ("# Rules\0", "holds a NUL character"),
    ],
)
def test_what_is_no_edited_copy_is_refused(rules: Clone, run: Run, tmp_path: Path, text: str, line: str) -> None:
    """An unchanged copy, another text or no text gets one clear line, and nothing is written."""
    with unchanged(rules):
        assert line in refused(run, rules, "suggest", "rules", "--from", _copy(tmp_path, text))


def test_a_copy_excludes_other_ways_of_saying_it(rules: Clone, run: Run, tmp_path: Path) -> None:
    """--from stands alone, and its file has to be there."""
    copy = _copy(tmp_path, TEXT)
    assert "--from and --quote" in refused(run, rules, "suggest", "rules", "--from", copy, "--quote", "must")
    assert "There is no file" in refused(run, rules, "suggest", "rules", "--from", str(tmp_path / "none.md"))


def test_a_copy_of_an_older_version(rules: Clone, run: Run, tmp_path: Path) -> None:
    """With --at the copy is held to the version that was copied, and the suggestion finds its place in the draft."""
    old = rules.git("rev-parse", "HEAD")
    rules.commit_file("policy/rules.md", TEXT.replace("# Rules\n", "# Rules\n\nA new beginning.\n"), "Begin anew")
    copy = _copy(tmp_path, TEXT.replace("kind to", "fair to"))
    answer = ask(run, rules, "suggest", "rules", "--from", copy, "--at", old, who=NORTHVALE)
    assert answer["count"] == 1
    assert thread_of(run, rules, answer["thread"])["quote"] == "kind"


def test_a_new_list_within_an_item_is_accepted_as_the_copy_has_it(rules: Clone, run: Run, tmp_path: Path) -> None:
    """Its lines keep their indentation: the file is the copy, byte for byte."""
    copy = TEXT.replace("kind to everybody.\n", "kind to everybody.\n  - Also late.\n  - Also early.\n")
    answer = submitted(run, rules, "suggest", "rules", "--from", _copy(tmp_path, copy), who=NORTHVALE)
    ask(run, rules, "accept", *answer["threads"])
    assert rules.read("policy/rules.md") == copy


def test_an_item_that_a_copy_only_indents_is_a_comment(rules: Clone, run: Run, tmp_path: Path) -> None:
    """The copy does not say the same: its author is told, in a remark on the item."""
    copy = TEXT.replace("- Be brief", "  - Be brief")
    answer = ask(run, rules, "suggest", "rules", "--from", _copy(tmp_path, copy), who=NORTHVALE)
    thread = thread_of(run, rules, *answer["threads"])
    assert (thread["root"], thread["quote"]) == ("comment", "Be brief when it is late.")


STEPS = (
    "# Steps\n\nStaff must ask.\n\n1. Ask.\n2. Wait for an answer:\n   - in writing\n   - by phone\n3. Post it.\n\n"
    "Be kind.\n"
)


@pytest.mark.parametrize(
    ("numbers", "told"),
    [("2. Wait|3. Wait", ""), ("3. Post|4. Post", "4. Post it.”"), ("3. Post|2. Post", "2. Post it.”")],
)
def test_numbers_that_count_wrong_leave_the_other_changes(
    rules: Clone, run: Run, tmp_path: Path, numbers: str, told: str
) -> None:
    """A list counts on by itself: where nothing else of it changed that is told, and the rest is suggested."""
    rules.commit_file("policy/steps.md", STEPS, "Write the steps")
    edited = STEPS.replace(*numbers.split("|")).replace("must", "should").replace("kind", "kind to all")
    ended, out, err = run(rules, "suggest", "steps", "--from", _copy(tmp_path, edited), "--json", who=NORTHVALE)
    assert ended == 0
    made = _words(run, rules, json.loads(out))
    assert ("must", "should") in made
    assert ("kind.", "kind to all.") in made
    assert all(quote != words for quote, words in made)
    assert told in err if told else not err
