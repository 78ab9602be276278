"""Suggestions to delete neighbours are accepted one after the other: none has a say in the words of the other."""

import pytest

from tests.acting import ask, refused, remark, suggestion
from tests.conftest import NORTHVALE, Clone, Run

TEXT = (
    "# T\n\n| Who | May |\n|---|---|\n| Guard | lock doors |\n| Cook | bake bread |\n| Miner | dig coal |\n\n"
    "- Lend maps to all.\n- Sell coins to some.\n- Burn paper in May.\n\n"
    "1. Lock the east door.\n2. Ring the long bell.\n3. Wash the old cups.\n"
)
PAIRS = [
    ("| Guard | lock doors |", "| Cook | bake bread |"),
    ("- Lend maps to all.", "- Sell coins to some."),
    ("1. Lock the east door.", "2. Ring the long bell."),
    ("| Cook | bake bread |", "| Guard | lock doors |"),
    ("Cook | bake bread", "Miner | dig coal"),
    ("Sell coins to some.", "Lend maps to all."),
    ("- Sell coins to some.", "- Burn paper in May."),
    ("Ring the long bell.", "Wash the old cups."),
    ("Ring the long bell.", "Lock the east door."),
]


@pytest.mark.quick(3)
@pytest.mark.parametrize("quotes", PAIRS, ids=[" and ".join(pair) for pair in PAIRS])
def test_neighbours_are_deleted_one_after_the_other(review: Clone, run: Run, quotes: tuple[str, str]) -> None:
    """Rows, items, numbered items; each suggested on the text in which both stand."""
    review.commit_file("policy/town.md", TEXT, "Add the town")
    threads = [suggestion(run, review, quote, "", "town") for quote in quotes]
    for thread in threads:
        ask(run, review, "accept", thread)
    words = [quote.strip("| -123.") for quote in quotes]
    left = [line for line in TEXT.splitlines() if not any(word in line for word in words)]
    text = review.read("policy/town.md")
    assert [line.lstrip("123. ") for line in text.splitlines()] == [line.lstrip("123. ") for line in left]
    assert "2. " in text or "1. " in text


NOTED = "# T\n\nStaff ask first, unless away[^1], and they post.[^2] More.\n\n[^1]: In May.\n\n[^2]: Only to friends.\n"


def test_what_becomes_of_a_footnote_is_said_when_words_go(review: Clone, run: Run) -> None:
    """When it is suggested and when it is accepted: a mark that goes, and one that stands behind other words."""
    review.commit_file("policy/noted.md", NOTED, "Add notes")
    for quote, words in ((", unless away", ""), (", and they post.", ".")):
        told = run(review, "suggest", "noted", "--quote", quote, "--replace", words, "-m", "x", who=NORTHVALE)[1]
        assert "the footnote mark" in told
    thread = remark(run, review, "suggest", "noted", "--quote", "and they post.", "--replace", "", "-m", "Shorter.")
    said = run(review, "accept", thread)[1]
    assert "the footnote mark [^2] then belongs to" in said


@pytest.mark.parametrize(
    ("marked", "told"),
    [("", ", and no page shows its note then"), ("\n\nA long line of other words.\n\nSo do others.[^1]", "")],
    ids=["last", "one of two"],
)
def test_a_note_that_loses_its_last_mark_is_named(review: Clone, run: Run, marked: str, told: str) -> None:
    """It would stay in the file, where nobody who reads the page sees it."""
    review.commit_file(
        "policy/note.md", f"# T\n\nStaff ask.[^1]{marked}\n\nMore text.\n\n[^1]: The note binds mayors.\n", "Add a note"
    )
    thread = remark(run, review, "suggest", "note", "--quote", "Staff ask.", "--replace", "", "-m", "x")
    said = run(review, "accept", thread)[1]
    assert f"the footnote mark [^1] goes{told}." in said


def test_words_do_not_begin_or_end_a_comment(review: Clone, run: Run) -> None:
    """What a comment hides stays hidden, and nothing else is."""
    review.commit_file(
        "policy/hidden.md", "# T\n\nStaff ask. <!-- staff may skip this --> They post.\n", "Add a comment"
    )
    for quote, words in (("may skip", "may --> skip"), ("They post.", "<!-- one"), ("Staff ask.", "--> Staff ask.")):
        said = refused(run, review, "suggest", "hidden", "--quote", quote, "--replace", words, "-m", "x", who=NORTHVALE)
        assert "comment" in said


def test_words_behind_quoted_ones_get_a_space(review: Clone, run: Run) -> None:
    """They are words of their own; a full stop behind the quote stays where it is."""
    review.commit_file("policy/gap.md", "# T\n\nOne two three.\n", "Add a gap")
    thread = remark(run, review, "suggest", "gap", "--after", "two", "--insert", "and", "-m", "x")
    ask(run, review, "accept", thread)
    assert review.read("policy/gap.md") == "# T\n\nOne two and three.\n"


@pytest.mark.parametrize("words", ["- Lend maps to all.", "1. Lend maps to all.", "* Lend maps to all."])
def test_a_marker_alone_is_no_suggestion(review: Clone, run: Run, words: str) -> None:
    """An item keeps the marker of its list, so that accepting it would leave the text as it is."""
    review.commit_file("policy/town.md", TEXT, "Add the town")
    arguments = ("suggest", "town", "--quote", "Lend maps to all.", "--replace", words, "-m", "x")
    assert "would change nothing" in refused(run, review, *arguments, who=NORTHVALE)
