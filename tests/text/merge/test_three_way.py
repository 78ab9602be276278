"""Two edits of one text put together, sentence by sentence."""

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.merge.three_way import MergedPart, TextConflict, conflicts, merge_texts, settled

BASE = "# Tone\n\nBe kind. Be brief. Be clear.\n\n* One.\n* Two.\n* Three.\n"
SENTENCES = st.lists(st.sampled_from(["Be kind. ", "Be brief. ", "Ask.\n", "\n", "* One.\n", "* Two.\n", "Why? "]))
TEXTS = SENTENCES.map("".join)


def chosen(parts: tuple[MergedPart, ...], side: str) -> str:
    return "".join(part if isinstance(part, str) else getattr(part, side) for part in parts)


def test_neighbouring_sentences_are_merged() -> None:
    """Each side's sentence gets into the text, also in one paragraph and in items that follow each other."""
    ours = BASE.replace("Be kind.", "Be friendly.").replace("One", "First")
    theirs = BASE.replace("Be brief.", "Be short.").replace("Two", "Second")
    expected = ours.replace("Be brief.", "Be short.").replace("Two", "Second")
    assert settled(merge_texts(BASE, ours, theirs)) == expected


def test_one_sentence_changed_twice_is_left_for_a_person() -> None:
    """Different words of the same sentence are no guess: all three readings and our place of it are told."""
    ours = "Extra.\n\n" + BASE.replace("Be brief.", "Be very brief.")
    theirs = BASE.replace("Be brief.", "Do be brief.").replace("Three", "Third")
    parts = merge_texts(BASE, ours, theirs)
    (found,) = conflicts(parts)
    assert found == TextConflict("Be brief.", "Be very brief.", "Do be brief.", ours.index("Be very"))
    assert settled(parts) is None
    assert chosen(parts, "ours") == ours.replace("Three", "Third")
    assert chosen(parts, "theirs").startswith("Extra.\n\n# Tone\n\nBe kind. Do be brief. Be clear.")


def test_two_insertions_at_one_spot_are_left_for_a_person() -> None:
    """Nobody can know which comes first; the same words twice are one insertion."""
    ours, theirs = BASE.replace("* Two", "* New.\n* Two"), BASE.replace("* Two", "* Other.\n* Two")
    assert len(conflicts(merge_texts(BASE, ours, theirs))) == 1
    assert settled(merge_texts(BASE, ours, ours)) == ours


def test_a_deletion_against_an_edit_is_left_for_a_person() -> None:
    """One side drops the paragraph in which the other changes a sentence."""
    ours = BASE.replace("Be kind. Be brief. Be clear.\n\n", "")
    found = conflicts(merge_texts(BASE, ours, BASE.replace("Be brief.", "Be short.")))
    assert [part.ours for part in found] == [""]


@given(TEXTS, TEXTS, TEXTS)
def test_the_laws_of_merging(base: str, ours: str, theirs: str) -> None:
    """One side alone wins, both alike are one, the order of the sides does not matter, and no place is invented."""
    assert settled(merge_texts(base, ours, base)) == ours
    assert settled(merge_texts(base, base, theirs)) == theirs
    assert settled(merge_texts(base, ours, ours)) == ours
    there, back = merge_texts(base, ours, theirs), merge_texts(base, theirs, ours)
    assert chosen(there, "ours") == chosen(back, "theirs")
    assert chosen(there, "base") == chosen(back, "base")
    for part in conflicts(there):
        assert ours.startswith(part.ours, part.start)
        assert len({part.base, part.ours, part.theirs}) == 3
