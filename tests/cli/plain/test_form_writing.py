"""Writing line by line: what is required is said, and nothing is asked in vain."""

import pytest

from tests.acting import ask, remark
from tests.cli.plain.conftest import Talk
from tests.conftest import OFFICER, Clone, Run


def test_a_release_with_shut_gates_asks_for_a_reason_until_there_is_one(review: Clone, run: Run, talk: Talk) -> None:
    """The reason is said to be required, a lone full stop is not taken for one, and .drop leaves without a release."""
    remark(run, review, "comment", "principles", "--whole", "--blocking", "-m", "No.")
    said = talk(review, "release", "1.0", ".", ".drop", who=OFFICER)
    assert "A reason is required. Write line by line." in said
    assert "A reason is required to release it. .drop leaves it." in said
    assert "if you want to say" not in said
    assert not review.git("tag")


def test_a_release_with_uncommitted_edits_is_refused_before_anything_is_asked(review: Clone, talk: Talk) -> None:
    """Nobody writes a reason in vain."""
    review.write("policy/records.md", "# Records\n\nEdited.\n")
    said = talk(review, "release", who=OFFICER)
    assert "a release is committed text" in said
    assert "Version" not in said


def test_an_objection_asks_what_would_clear_it(review: Clone, talk: Talk) -> None:
    """Words are required, and that is said before."""
    said = talk(review, "sign-off objection", ".", ".drop")
    assert "What would clear it? Words are required." in said
    assert "It needs words; without them it is not saved." in said


@pytest.mark.parametrize("line", ["mine", "accept", "Next", "help", "quit", "sync", "next open", "go 3", "q"])
def test_the_name_of_a_command_within_a_text_is_kept_and_pointed_out(
    review: Clone, run: Run, talk: Talk, line: str
) -> None:
    """It is a line of the remark, and whoever meant a command hears how to end the text first."""
    said = talk(review, "comment", "First.", line, ".", "")
    assert f"{line} is a line of what you write now. A lone full stop ends it." in said
    assert [row["body"] for row in ask(run, review, "threads")["threads"]] == [f"First.\n{line}"]


def test_a_sentence_that_begins_with_such_a_word_is_not_pointed_out(review: Clone, talk: Talk) -> None:
    """Only a line that somebody may have meant as a command."""
    said = talk(review, "comment", "Accept it all the same.", ".", "")
    assert "is a line of what you write now" not in said


@pytest.mark.parametrize("typed", [(".",), ("", ".")])
def test_a_suggestion_without_other_words_says_at_once_that_nothing_would_change(
    review: Clone, run: Run, talk: Talk, typed: tuple[str, ...]
) -> None:
    """The reason is not asked for, an empty line deletes nothing, and the words can still be written."""
    said = talk(review, "go principles", "", "suggest 1", *typed, "Officers must ask.", ".", ".", "")
    assert "Nothing would change by that." in said or "There are no words in it." in said
    assert [row["replacement"] for row in ask(run, review, "threads")["threads"]] == ["Officers must ask."]


def test_the_same_words_typed_again_change_nothing(review: Clone, run: Run, talk: Talk) -> None:
    """That is said before a reason is asked for."""
    same = "Officers must think before they post anything."
    said = talk(review, "go principles", "", "suggest 1", same, ".", ".drop")
    assert "Nothing would change by that." in said
    assert "Why, if you want" not in said
    assert not ask(run, review, "threads")["threads"]


def test_a_form_about_a_suggestion_without_a_reason_names_its_words(review: Clone, run: Run, talk: Talk) -> None:
    """No title ends in a colon with nothing behind it, and one word is one word."""
    name = remark(run, review, "suggest", "principles", "--quote", "must", "--replace", "should")[-4:]
    said = talk(review, f"decline {name}", ".drop", f"accept {name}", "", who=OFFICER)
    assert f"Decline {name}: should." in said
    assert "1 word out, 1 in" in said
