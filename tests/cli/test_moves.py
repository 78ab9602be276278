"""A suggested move: one commit takes the passage and puts it, remarks go along, and it can be taken back."""

import pytest

from tests.acting import ask, refused, remark, suggestion, thread_of, unchanged
from tests.conftest import NORTHVALE, OFFICER, Clone, Run

RULES = "# Here\n\nFirst rule. Second rule of the press team. Third rule.\n\n"
HERE = f"{RULES}You may:\n\n1. ask\n2. wait for a day\n3. post\n"
THERE = "# There\n\nAnother rule altogether.\n\n- x\n- y\n"


@pytest.fixture
def two(review: Clone) -> Clone:
    """A review with two sections."""
    review.write("policy/here.md", HERE)
    review.commit_file("policy/there.md", THERE, "Write two sections")
    return review


def _move(run: Run, clone: Clone, quote: str, after: str, *more: str) -> str:
    return remark(run, clone, "suggest", "here", "--quote", quote, "--move-after", after, *more, "-m", "Better there.")


def test_a_move_is_one_commit_over_two_files_and_can_be_taken_back(two: Clone, run: Run) -> None:
    """Both files and the decision are one commit that credits who suggested it; undo gives both files back."""
    thread = _move(run, two, "Second rule of the press team.", "Another rule altogether.", "--to", "there")
    before = two.git("rev-parse", "HEAD")
    ask(run, two, "accept", thread)
    assert two.git("rev-parse", "HEAD^") == before
    assert two.read("policy/here.md") == HERE.replace(" Second rule of the press team.", "")
    added = "Another rule altogether. Second rule of the press team."
    assert two.read("policy/there.md") == THERE.replace("Another rule altogether.", added)
    assert f"Co-authored-by: {NORTHVALE[0]} <{NORTHVALE[1]}>" in two.git("log", "-1", "--format=%B")
    shown = thread_of(run, two, thread)
    assert (shown["root"], shown["state"], shown["flags"]) == ("move", "accepted", [])
    assert two.git("status", "--porcelain") == ""
    ask(run, two, "undo", thread)
    assert (two.read("policy/here.md"), two.read("policy/there.md")) == (HERE, THERE)
    assert thread_of(run, two, thread)["state"] == "open"


def test_a_move_in_one_file_counts_both_lists_on(two: Clone, run: Run) -> None:
    """An item takes its number from its new place, and the file is what it was after undo."""
    thread = _move(run, two, "wait for a day", "post")
    ask(run, two, "accept", thread)
    assert two.read("policy/here.md").endswith("1. ask\n2. post\n3. wait for a day\n")
    ask(run, two, "undo", thread)
    assert two.read("policy/here.md") == HERE


@pytest.mark.slow
def test_what_was_said_of_the_passage_goes_along(two: Clone, run: Run) -> None:
    """A comment and a suggestion on words that move stand on them in their new place; the latter collides before."""
    comment = remark(run, two, "comment", "here", "--quote", "press team", "-m", "Who is that?")
    other = suggestion(run, two, "Second rule of the press team", "Second rule of the press office", "here")
    thread = _move(run, two, "Second rule of the press team.", "Another rule altogether.", "--to", "there")
    rows = {row["thread"]: row for row in ask(run, two, "threads")["threads"]}
    assert rows[thread]["collides"] == [other]
    assert rows[other]["collides"] == [thread]
    assert rows[thread]["target"] == {"path": "policy/there.md", "start": 33, "after": THERE[1:33]}
    assert f"Still open for the same words: {other[-4:]}" in run(two, "accept", thread, who=OFFICER)[1]
    assert [thread_of(run, two, each)["path"] for each in (comment, other)] == ["policy/there.md"] * 2
    ask(run, two, "accept", other)
    assert "Second rule of the press office." in two.read("policy/there.md")


def test_words_of_now_move_and_an_uncommitted_edit_of_them_is_a_conflict(two: Clone, run: Run) -> None:
    """What the author committed in the passage since moves with it; an edit that is not committed ends with 3."""
    thread = _move(run, two, "Second rule of the press team.", "Another rule altogether.", "--to", "there")
    two.commit_file(
        "policy/here.md", HERE.replace("Second rule of the press", "Second rule for the whole press"), "Say it better"
    )
    two.write("policy/here.md", two.read("policy/here.md").replace("whole press team", "press office"))
    with unchanged(two):
        refused(run, two, "accept", thread, code=3)
    two.git("checkout", "--", "policy/here.md")
    ask(run, two, "accept", thread)
    assert "altogether. Second rule for the whole press team." in two.read("policy/there.md")


def test_a_place_that_is_gone_or_says_the_reverse_is_a_conflict(two: Clone, run: Run) -> None:
    """Nothing is put under a lead-in that says the reverse now, nor where its neighbour went."""
    thread = _move(run, two, "Third rule.", "Another rule altogether.", "--to", "there")
    item = _move(run, two, "post", "ask")
    two.write("policy/there.md", THERE.replace("Another rule altogether.\n\n", ""))
    two.commit_file("policy/here.md", HERE.replace("You may:", "You must not:"), "Change both")
    assert "is not in the text any more" in refused(run, two, "accept", thread, code=3)
    line = refused(run, two, "accept", item, code=3)
    assert "says something else since it was suggested" in line
    assert "move it by hand and use 'done'" in line


def test_what_cannot_be_moved_is_refused_with_the_reason(two: Clone, run: Run) -> None:
    """A place that is not there, one that stands twice, half a paragraph, other words for a move."""
    for arguments, reason in (
        (("--quote", "ask", "--move-after", "nowhere"), "does not stand in"),
        (("--quote", "Third rule.", "--move-after", "rule"), "quote more words"),
        (("--quote", "ask", "--move-after", "ask"), "it cannot go behind itself"),
        (("--quote", "rule.\n\nYou", "--move-after", "post"), "middle of a paragraph"),
        (("--quote", "ask", "--move-after", "post", "--replace", "x"), "exclude each other"),
    ):
        assert reason in refused(run, two, "suggest", "here", *arguments, who=NORTHVALE)
    thread = _move(run, two, "ask", "post")
    assert "has no words to put there" in refused(run, two, "accept", thread, "--as", "words")


def test_a_root_of_a_newer_type_is_set_aside_and_the_rest_stands(two: Clone, run: Run) -> None:
    """So an older program does with a move: it is named and counted, nothing is deleted, all else is as it was."""
    comment = remark(run, two, "comment", "here", "--quote", "First rule.", "-m", "Which?")
    arguments = ("suggest", "here", "--quote", "ask", "--move-after", "post", "-m", "Better there.")
    made = ask(run, two, *arguments, who=NORTHVALE)
    path = two.path / made["path"]
    path.write_text(path.read_text("utf-8").replace('type = "move"', 'type = "shift"'), "utf-8")
    two.commit("Write as a newer program would", who=NORTHVALE)
    assert [row["thread"] for row in ask(run, two, "threads")["threads"]] == [comment]
    assert f"newer: {made['path']}" in run(two, "verify", who=OFFICER)[1]
    ask(run, two, "decline", comment, "-m", "No.")
    assert path.is_file()


@pytest.mark.parametrize(
    "link",
    [
        "[a form](forms/a.pdf)",
        "![a form](a.png)",
        "[a form](../b.md)",
        '<img src="a.png" alt="a form">',
        "[a form](a.md#b)",
    ],
)
def test_a_relative_link_does_not_go_to_another_folder(two: Clone, run: Run, link: str) -> None:
    """It would lead nowhere from there; in its own folder it may move."""
    two.write("policy/here.md", HERE + f"\nUse {link} for it. Be brief.\n")
    two.commit_file("policy/far/away.md", "# Away\n\nQuite another rule.\n", "Add a folder")
    arguments = ("suggest", "here", "--quote", f"Use {link} for it.", "--move-after")
    told = refused(run, two, *arguments, "Quite another rule.", "--to", "far/away", who=NORTHVALE)
    assert "would lead elsewhere from the folder there" in told
    assert ask(run, two, *arguments, "Another rule altogether.", "--to", "there", who=NORTHVALE)


@pytest.mark.parametrize(
    "link", ["[a form](https://forms.example/a)", "[a form](/forms/a.pdf)", "<mail@north.example>"]
)
def test_a_link_that_leads_to_the_same_from_everywhere_goes_along(two: Clone, run: Run, link: str) -> None:
    """An address, and a path from the root of the site."""
    two.write("policy/here.md", HERE + f"\nUse {link} for it. Be brief.\n")
    two.commit_file("policy/far/away.md", "# Away\n\nQuite another rule.\n", "Add a folder")
    place = ("--move-after", "Quite another rule.", "--to", "far/away")
    assert ask(run, two, "suggest", "here", "--quote", f"Use {link} for it.", *place, who=NORTHVALE)
