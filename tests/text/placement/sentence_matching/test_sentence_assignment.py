"""Sentences weighed against each other: the probability of each place among all claims."""

from reviewtui.text.placement.sentence_matching.sentence_assignment import SentenceAssignment
from reviewtui.text.words.units import Corpus


def claims(old, new, words):
    """Return the claims of the sentence with some words, of one file to another: its place's words to probability."""
    assignment = SentenceAssignment({"a.md": old}, Corpus({"a.md": new}), {"a.md": "a.md"})
    start = old.index(words)
    unit = assignment.versions.old.touched("a.md", start, start + len(words))[0]
    return {new[slice(*claim.place.span)]: claim.probability for claim in assignment.claims(unit)}


TEXT = "# Bins\n\nThe crew comes at six. {} Keep the lids shut.\n"
GREY = "Put the grey bin out by seven."


def test_probabilities_of_the_places_of_a_sentence_are_at_most_one():
    """Places that do not overlap share what there is with being nowhere."""
    found = claims(TEXT.format(GREY), TEXT.format("Put your grey bin on the street before seven."), GREY)
    assert 0.9 < sum(found.values()) <= 1.0


def test_a_deleted_sentence_has_no_place_at_a_look_alike_that_stays():
    """The other one certainly stands there, and nothing of the words there is its own."""
    blue = "Put the blue bin out by seven."
    found = claims(TEXT.format(f"{GREY} {blue}"), TEXT.format(blue), GREY)
    assert found.get(blue, 0.0) == 0.0


def test_two_sentences_that_were_merged_are_both_there():
    """Each has words of its own in the new one."""
    back = "Bring the grey bin back before the evening."
    merged = "Put the grey bin out by seven and bring it back before the evening."
    for words in (GREY, back):
        found = claims(TEXT.format(f"{GREY} {back}"), TEXT.format(merged), words)
        assert found[merged] > 0.5


def test_a_sentence_that_was_split_is_at_both_parts():
    """The place is a run of two sentences."""
    whole = "Put the grey bin on the street by seven and bring it back to the yard before the evening bell."
    parts = "Put the grey bin on the street by seven. Bring it back to the yard before the evening bell."
    found = claims(TEXT.format(whole), TEXT.format(parts), whole)
    assert max(found, key=found.get) == parts


def test_crossed_siblings_each_take_their_own_place():
    """The word diff keeps the order; what each says tells them apart."""
    first, second = "Confirm the price by phone with the seller.", "Confirm the weight by letter with the carter."
    new = ("Check the weight by letter with the carter.", "Check the price by phone with the seller.")
    found = claims(TEXT.format(f"{first} {second}"), TEXT.format(" ".join(new)), first)
    assert max(found, key=found.get) == new[1]
