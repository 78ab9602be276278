"""Where the sentences around one went, counted by file and by section."""

from reviewtui.text.placement.sentence_matching.placed_sentences import PlacedSentences
from reviewtui.text.placement.sentence_matching.sentence_assignment import SentenceAssignment
from reviewtui.text.words.units import Corpus

STORE, MAIL, KEYS = "Staff keep records in the store.", "The clerk reads the mail daily.", "Keys hang behind the door."


def shares(old: str, new: str) -> tuple[float, float]:
    """Return the share of the file and of the section of the first old sentence that are where STORE is now."""
    assignment = SentenceAssignment({"a.md": old}, Corpus({"a.md": new}), {"a.md": "a.md"})
    homes, unit = PlacedSentences(assignment.versions, assignment.words), assignment.versions.old.units("a.md")[0]
    there = next(each for each in assignment.versions.new.units("a.md") if each.start == new.index(STORE))
    return homes.share_in_file(unit, "a.md"), homes.share_in_section(unit, there)


def test_what_stands_before_the_first_heading_is_a_section_of_its_own():
    """It was mixed up with all of the file: the share of a sentence alone in its section came to less than nothing."""
    old = f"{STORE}\n\n# H\n\n{MAIL}\n"
    assert shares(old, f"# H\n\n{STORE} {MAIL}\n")[1] == 0.0
    assert shares(f"{STORE} {KEYS}\n\n# H\n\n{MAIL}\n", f"{STORE} {KEYS}\n\n# H\n\n{MAIL}\n") == (0.75, 0.5)
