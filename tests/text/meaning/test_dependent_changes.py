"""Changes of one sentence that make one rule together are one; what stands by itself stays apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.meaning.dependent_changes import PieceChange, dependent_changes
from reviewtui.text.meaning.signals import signals_of
from reviewtui.text.merge.joined_changes import runs_as_one
from reviewtui.text.words.sentences import sentences_within

WORDS = [
    "staff",
    "managers",
    "must",
    "may",
    "should",
    "not",
    "never",
    "no",
    "share",
    "keep",
    "delete",
    "posts",
    "within",
]
WORDS += ["5", "10", "days", "unless", "if", "asked", "only", "partners", "at", "least", "most"]


def _changes(text: str, *words: tuple[str, str]) -> list[PieceChange]:
    changes: list[PieceChange] = []
    for old, new in words:
        start = text.index(old, changes[-1].end if changes else 0)
        changes.append(PieceChange(start, start + len(old), new))
    return changes


def _made(text: str, changes: list[PieceChange]) -> str:
    for change in reversed(changes):
        text = text[: change.start] + change.words + text[change.end :]
    return text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Staff may not share it with partners.", [("may", "must"), ("not ", "")]),
        ("Staff must keep the records for five years.", [("must", "may"), ("keep", "delete")]),
        ("Staff must answer within 5 to 10 days.", [("5", "20"), ("10", "30")]),
        ("Staff must answer in 5 working days to 10 working days.", [("5", "20"), ("10", "30")]),
        ("Staff must, where they can, answer within 5 days.", [("must", "should"), ("5", "10")]),
        ("At most 5 officers may go in.", [("most", "least"), ("5", "3")]),
        ("A fine is 1,000 pounds.", [("1", "2"), ("000", "500")]),
        ("Teachers must ask before they post.", [("Teachers", "Parents"), ("must", "may")]),
        ("Mae'n rhaid i staff gadw cofnodion.", [("Mae'n rhaid i staff", "Ni chaiff staff"), ("gadw", "dileu")]),
    ],
)
def test_changes_that_make_one_rule_hang_together(text: str, words: list[tuple[str, str]]) -> None:
    """Either of them alone is a duty, a denial or a number that nobody wrote."""
    groups = dependent_changes(text, _changes(text, *words), lambda: sentences_within(text, 0, len(text)))
    assert list(groups) == [(0, 1)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Staff must answer within 5 days and keep it for 3 years.", [("5", "10"), ("3", "6")]),
        ("Staff must, where they can, answer at the ofice.", [("must", "should"), ("ofice", "office")]),
        ("Staff share posts. They must answer.", [("posts", "pictures"), ("must", "should")]),
        ("The red cat and the blue dog.", [("red", "big"), ("blue", "small")]),
        ("Count one two three four five.", [("two ", ""), ("four", "4")]),
        ("They keep it.  They must answer.", [("it.", "it. Staff may look."), ("must", "should")]),
    ],
)
def test_changes_that_can_be_taken_apart_stay_apart(text: str, words: list[tuple[str, str]]) -> None:
    """Whoever decides may take the one and leave the other."""
    changes = _changes(text, *words)
    assert list(dependent_changes(text, changes, lambda: sentences_within(text, 0, len(text)))) == []


def _binding(text: str) -> list[tuple[str, str]]:
    return sorted((each.kind, each.value) for each in signals_of(text) if each.kind in {"duty", "negation"})


@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=14), st.data())
def test_no_change_alone_binds_as_nobody_wrote(words: list[str], data: st.DataObject) -> None:
    """Whichever one is made alone, the sentence binds and denies as before, or as it does with all of them."""
    text, changes, at = " ".join(words) + ".", [], 0
    for word in words:
        new = data.draw(st.sampled_from([word, word, word, "", *WORDS]))
        if new != word and not (changes and changes[-1].end == at):
            changes.append(PieceChange(at, at + len(word), new))
        at += len(word) + 1
    runs = {run.start: run.stop for run in runs_as_one(text, changes, lambda: sentences_within(text, 0, len(text)))}
    number = 0
    while number < len(changes):
        stop = runs.get(number, number + 1)
        alone = _binding(_made(text, changes[number:stop]))
        assert alone in (_binding(text), _binding(_made(text, changes)))
        number = stop
