"""Sentences of the rules name what is typed in a plain session."""

import re

import pytest

from reviewtui.cli.command_registry import COMMANDS
from reviewtui.cli.plain.line_commands import all_commands
from reviewtui.cli.plain.plain_sentences import PLAIN_WORDS, in_plain_words
from tests.cli.plain.conftest import Talk
from tests.conftest import Clone
from tests.tui.keys.test_key_sentences import _SENTENCES


@pytest.mark.parametrize(
    ("sentence", "heard"),
    [
        ("say it with: reviewtui comment SECTION --quote Q -m TEXT.", "say it with: comment."),
        ("Next: submit what is pending: reviewtui submit", "Next: submit what is pending: submit"),
        ("'reviewtui undo k3f9' takes that back first.", "'undo k3f9' takes that back first."),
        ("say it anew with: reviewtui revise k3f9 -m TEXT", "say it anew with: revise k3f9"),
        ("ask them: reviewtui signoff no-objection", "ask them: sign-off no-objection"),
        ("open one: reviewtui round open --until DATE", "open one: round open --until DATE"),
        ("or reviewtui reattach k3f9 SECTION --quote Q.", "or reattach k3f9 SECTION --quote Q."),
        ("A remark needs words: say them with -m TEXT.", "A remark needs words: write them."),
        ("It says \u201creviewtui submit\u201d.", "It says \u201creviewtui submit\u201d."),
    ],
)
def test_a_sentence_names_what_is_typed_here(sentence: str, heard: str) -> None:
    """The program's name and the placeholders go; what others wrote between quotation marks stays."""
    assert in_plain_words(sentence) == heard


@pytest.mark.parametrize("sentence", _SENTENCES)
def test_no_sentence_of_the_rules_names_the_shell(sentence: str) -> None:
    """Those that the app says with keys are said with words here."""
    assert not re.search(r"\breviewtui\b|-m TEXT|--as\b|--override", in_plain_words(sentence))


def test_every_plain_word_can_be_typed() -> None:
    """The table leads to commands that there are."""
    typed = {name for command in all_commands() for name in command.names} | set(COMMANDS)
    words = {word for words in PLAIN_WORDS.values() for word in words.split(" or ")}
    assert words <= typed
    assert set(PLAIN_WORDS) <= set(COMMANDS)


def test_a_command_of_the_program_is_typed_without_its_name(review: Clone, talk: Talk) -> None:
    """The next step is said in words that can be typed, and others than those of a plain session work too."""
    said = talk(review, "comment", "Words.", ".", "", "status", "round", "threads")
    assert "round needs one of these behind it: close, list, open." in said
    assert "reviewtui submit" not in said
    assert "submit what is pending: submit" in said


@pytest.mark.parametrize(("words", "title"), [("PRINC", "Principles"), ("this policy", "About this policy")])
def test_a_part_of_a_title_is_enough_to_go_there(review: Clone, talk: Talk, words: str, title: str) -> None:
    """Case does not matter."""
    assert f", {title}, paragraph 1" in talk(review, "go 3", f"go {words}").rpartition("Section")[2]


def test_a_section_that_is_not_there_is_answered_with_titles(review: Clone, talk: Talk) -> None:
    """Titles with their numbers, as they are spoken; no file is named. What fits several says which."""
    said = talk(review, "go private", "go")
    assert "There is no section 'private'. The sections are 1: About this policy, 2: Principles, 3: Records." in said
    assert ".md" not in said
    review.write("policy/records.md", "# Records of principles\n\nKept.\n")
    said = talk(review, "go princ", "go records", "go principles")
    assert "'princ' can be 2 sections: 2: Principles, 3: Records of principles. Type go and the number of one." in said
    assert "Section 2 of 3, Principles, paragraph 1" in said
