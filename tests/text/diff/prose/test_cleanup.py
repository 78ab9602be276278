"""What a reader of a comparison sees: whole passages, no splinters, marks left where they are."""

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.diff.prose.boundaries import settled
from reviewtui.text.diff.prose.prose_diff import diff_texts

words = st.lists(st.sampled_from(["The", "team", "must.", "may.", "reply.", "-", "##", "\n\n"]), max_size=14).map(
    " ".join
)


def shown(old, new):
    """The hunks as the words that went and came."""
    return [(old[h.old_start : h.old_end], new[h.new_start : h.new_end]) for h in diff_texts(old, new).hunks]


def test_a_content_word_between_two_small_changes_stays():
    """Joined, the two changes would hide that the duty stayed."""
    assert shown("You must reply within two days.", "You should reply before two days.") == [
        ("must", "should"),
        ("within", "before"),
    ]


def test_little_words_between_two_changes_join_them():
    """Articles and prepositions agree by chance."""
    old, new = "They check the draft of the elections team.", "They check each post of its press desk."
    assert shown(old, new) == [("the draft of the elections team.", "each post of its press desk.")]


def test_changes_of_two_list_items_are_two():
    """A bullet or a bar between changes keeps them apart."""
    assert shown("| 5 days | 7 days |", "| 6 days | 8 days |") == [("5", "6"), ("7", "8")]
    assert shown("* alpha\n* beta", "* gamma\n* delta") == [("alpha", "gamma"), ("beta", "delta")]


def test_marks_at_the_edge_of_a_change_are_no_part_of_it():
    """A new list item is its words, not the bullet of the next one."""
    assert shown("* One.\n* Three.", "* One.\n* Two.\n* Three.") == [("", "Two.")]
    assert shown("# Title\n\nText here.", "# Title\n\n## Part\n\nText here.") == [("", "Part")]


def test_a_new_sentence_is_one_sentence():
    """Not the end of the new one and the beginning of the old one."""
    old = "Ask first. The team must reply soon."
    assert shown(old, "Ask first. The team must not post. The team must reply soon.") == [
        ("", "The team must not post.")
    ]
    assert shown("Ask first. The team must not post. The team must reply soon.", old) == [
        ("The team must not post.", "")
    ]


def test_nothing_is_shifted_past_what_differs():
    """White space that differs between the texts holds a passage where it is."""
    text = "A b c. A b"
    assert settled(text, 4, 10, "A  b", 4) == (0, 10)


def test_settings_at_the_top_are_compared_with_settings():
    """A line of front matter is no heading, though both begin alike."""
    old = "---\norder: 1\n---\n# Tone\n\nBe kind.\n"
    new = "---\n# Licence: open\norder: 2\n---\n# Tone\n\nBe kind.\n"
    assert shown(old, new) == [("", "Licence: open"), ("1", "2")]


@given(words, words)
def test_between_readable_hunks_both_sides_hold_the_same_words(old, new):
    """However hunks were joined, trimmed and shifted; and they are in order."""
    i = j = 0
    for hunk in diff_texts(old, new).hunks:
        assert i <= hunk.old_start <= hunk.old_end
        assert j <= hunk.new_start <= hunk.new_end
        assert plain(old[i : hunk.old_start]) == plain(new[j : hunk.new_start])
        i, j = hunk.old_end, hunk.new_end
    assert plain(old[i:]) == plain(new[j:])


def plain(text):
    return [word for word in text.split() if word.strip("-#")]
