"""Likeness of sentences: the same from both sides, whole with itself, weighed by how rare a concept is."""

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.checks.input.likeness import Likeness
from reviewtui.checks.input.policy_prose import Sentence, prose_of

WORDS = st.lists(st.sampled_from(["council", "phone", "photo", "invoice", "lock", "law"]), max_size=8)


@given(st.lists(WORDS, min_size=2, max_size=6))
def test_two_sentences_are_as_alike_from_both_sides_and_each_is_whole_in_itself(lines: list[list[str]]) -> None:
    """Neither order nor hash seed changes a likeness, since the sums are exact."""
    sentences = [Sentence(0, 0, " ".join(words), 0, 0) for words in lines]
    likeness = Likeness(sentences)
    first, second = sentences[:2]
    assert likeness.of(first, second) == likeness.of(second, first)
    assert likeness.of(first, first) == ((1.0, 1.0) if first.concepts else (0.0, 0.0))


def test_a_rare_concept_tells_more_than_a_common_one() -> None:
    """What stands in each sentence tells little of any."""
    sentences = prose_of("The council keeps invoices. The council buys phones. The council meets.").running()
    likeness = Likeness(sentences)
    assert likeness.weight("invoic") > likeness.weight("council")
