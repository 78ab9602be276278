"""A deleted passage is not found at a sentence that is like it; one that stays is found among those that are."""

import pytest

from reviewtui.text.placement.place_values import Quote
from reviewtui.text.placement.placement import Placer
from tests.text.placement.look_alikes import EDITS, FATES, SHAPES, WAYS, history

PARALLEL = "# Periods\n\nThe notice period is ten days. The reply period is ten days. The appeal period is ten days.\n"
THREE = "# Stewards\n\nStewards watch the gate.\n\n- To be confirmed\n- To be confirmed\n- To be confirmed\n"


def placed(old, new, start, end):
    """Return where a passage of one text is in another."""
    return Placer({"a.md": old}, {"a.md": new}).place(Quote("a.md", start, end, old[start:end]))


@pytest.mark.quick(20)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("fate", FATES)
@pytest.mark.parametrize("way", WAYS)
def test_a_look_alike_takes_nothing(shape, fate, way):
    """Whatever is edited elsewhere, and however often."""
    for edits in EDITS:
        for seed in range(2):
            made = history(shape, fate, way, edits, seed)
            found = placed(made.old, made.new, *made.marked)
            if made.truth is None:
                assert found.path is None, made.name
            else:
                assert found.path is not None, made.name
                assert found.start < made.truth[1], made.name
                assert made.truth[0] < found.end, made.name


def test_words_of_a_deleted_sentence_are_not_those_of_its_neighbour():
    """A word that changed elsewhere is no reason to look for them there."""
    start = PARALLEL.index("ten days. The appeal")
    new = PARALLEL.replace(" The reply period is ten days.", "").replace("# Periods", "# Time limits")
    assert placed(PARALLEL, new, start, start + len("ten days")).state == "orphaned"


def test_one_of_equal_neighbours_that_went_is_ambiguous():
    """Nobody can tell which of three equal items is gone; all that are left are named."""
    start = THREE.index("- To be", THREE.index("- To be") + 1)
    found = placed(THREE, THREE.removesuffix("- To be confirmed\n"), start, start + len("- To be confirmed"))
    assert (found.state, len(found.candidates)) == ("ambiguous", 2)


def test_one_of_equal_neighbours_of_which_none_went_is_found():
    """The second of three is still the second of three."""
    start = THREE.index("- To be", THREE.index("- To be") + 1)
    found = placed(THREE, THREE.replace("watch", "guard"), start, start + len("- To be confirmed"))
    assert (found.state, found.start) == ("exact", start)


def test_words_that_stand_twice_are_never_wholly_sure():
    """In a file that changed."""
    start = PARALLEL.index("ten days")
    found = placed(PARALLEL, PARALLEL.replace("# Periods", "# Limits"), start, start + len("ten days"))
    assert found.state == "exact"
    assert found.confidence < 1.0


def test_a_sentence_that_was_merged_into_another_one_is_found_there():
    """It has words of its own there, which a look-alike has not."""
    old = "# Bins\n\nPut the grey bin out by seven. Bring the grey bin back before the evening. Keep lids shut.\n"
    new = "# Bins\n\nPut the grey bin out by seven and bring it back before the evening. Keep lids shut.\n"
    start = old.index("Bring")
    found = placed(old, new, start, old.index(" Keep"))
    assert found.path is not None
    assert "back before the evening" in new[found.start : found.end]


@pytest.mark.quick(20)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("fate", FATES)
@pytest.mark.parametrize("way", WAYS)
def test_a_gap_stays_between_its_words_or_is_lost(shape, fate, way):
    """A gap inside of a passage that was deleted is nowhere; in one that stays it is where it was."""
    for edits in EDITS:
        made = history(shape, fate, way, edits, 7)
        start, end = made.marked
        middle = made.old.find(" ", start, end)
        if middle < 0:
            continue
        found = placed(made.old, made.new, middle, middle)
        if made.truth is None:
            assert found.path is None, made.name
        else:
            assert made.new[made.truth[0] : found.start].split() == made.old[start:middle].split(), made.name


CLAUSES = (
    "Facebook accounts need two keepers.",
    "YouTube accounts need two keepers.",
    "TikTok accounts need two keepers.",
)


@pytest.mark.parametrize("number", ["7.{}", "{}.", "({})", "7.{}."])
@pytest.mark.parametrize("marked", range(2))
def test_a_clause_that_went_is_not_the_next_one_with_its_number(number, marked):
    """The clauses behind it are counted anew."""
    old, new = (
        "# Accounts\n\n" + "\n\n".join(f"{number.format(n)} {words}" for n, words in enumerate(clauses, 1)) + "\n"
        for clauses in (CLAUSES, [words for words in CLAUSES if words != CLAUSES[marked]])
    )
    start = old.index(CLAUSES[marked])
    assert placed(old, new, start, start + len(CLAUSES[marked])).path is None


def test_a_sentence_that_only_names_another_thing_is_offered():
    """It came in the place of one that is put like it: nobody can tell, so a person is asked."""
    old = PARALLEL.replace("reply", "storage")
    start = PARALLEL.index("The reply")
    found = placed(PARALLEL, old, start, start + len("The reply period is ten days."))
    assert found.state == "ambiguous"
    assert old[slice(*found.candidates[0][1:])] == "The storage period is ten days."


def test_another_amount_of_the_same_thing_is_an_edit():
    """What the sentence is about stayed."""
    new = PARALLEL.replace("reply period is ten days", "reply period is two weeks")
    start = PARALLEL.index("The reply")
    assert placed(PARALLEL, new, start, start + len("The reply period is ten days.")).state == "edited"
