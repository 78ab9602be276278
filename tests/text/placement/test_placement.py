"""Quotes placed in another version."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.placement.place_values import Quote
from reviewtui.text.placement.placement import Placer
from reviewtui.text.placement.placing_by_words import place_by_words

PRINCIPLES = """# Principles

Officers must think before they post anything. If in doubt, ask the communications team first.

## Replies

* Answer every question from the public within two working days.
* Never argue with a resident in public; take it to a private message.
* Thank people who report a mistake, and mend it quickly.
"""
ACCOUNTS = """# Accounts

Each account has an owner. The owner keeps its password in the vault.

## Replies

* Say who you are when you answer for the council.
"""
OLD = {"principles.md": PRINCIPLES, "accounts.md": ACCOUNTS}


def quote(text, path="principles.md"):
    start = OLD[path].index(text)
    return Quote(path, start, start + len(text), text)


def placed(text, new, path="principles.md"):
    placement = Placer(OLD, new).place(quote(text, path))
    words = new[placement.path][placement.start : placement.end] if placement.path else None
    return placement, words


def test_an_unchanged_file_holds_every_quote_where_it_was():
    """The same bytes need no search."""
    placement, words = placed("think before", dict(OLD))
    assert (placement.state, words, placement.confidence) == ("exact", "think before", 1.0)


def test_text_before_it_does_not_move_a_quote():
    """Lines that were added above shift the offsets, not the words."""
    new = OLD | {"principles.md": PRINCIPLES.replace("# Principles\n", "# Principles\n\nRead this first, please.\n")}
    placement, words = placed("ask the communications team", new)
    assert (placement.state, words) == ("exact", "ask the communications team")


def test_rewrapping_keeps_a_quote_exact():
    """The same words on other lines."""
    new = OLD | {"principles.md": PRINCIPLES.replace("must think before", "must think\nbefore")}
    placement, words = placed("Officers must think before they post anything.", new)
    assert (placement.state, placement.meaning_changed) == ("exact", False)
    assert words.split() == ["Officers", "must", "think", "before", "they", "post", "anything."]


def test_a_renamed_file_is_followed():
    """The path is not what a quote hangs on."""
    new = {"our-principles.md": PRINCIPLES + "\nMore.\n", "accounts.md": ACCOUNTS}
    placement, words = placed("think before they post", new)
    assert (placement.state, placement.path, words) == ("exact", "our-principles.md", "think before they post")


def test_a_sentence_that_went_to_another_file_is_moved():
    """It is found in whatever file it went to."""
    sentence = "* Thank people who report a mistake, and mend it quickly.\n"
    new = {"principles.md": PRINCIPLES.replace(sentence, ""), "accounts.md": ACCOUNTS + sentence}
    placement, words = placed(sentence[2:-1], new)
    assert (placement.state, placement.path, words) == ("moved", "accounts.md", sentence[2:-1])


def test_a_changed_duty_raises_the_alarm():
    """The passage is found, and flagged with the words that changed."""
    new = OLD | {"principles.md": PRINCIPLES.replace("must think", "may think")}
    placement, words = placed("Officers must think before they post anything.", new)
    assert (placement.state, placement.meaning_changed, placement.reason) == ("edited", True, "must → may")
    assert words == "Officers may think before they post anything."


def test_a_reworded_sentence_is_found_whole():
    """A quote of a whole sentence covers the whole new one, without alarm."""
    reworded = "Every question from the public is answered within two working days, at weekends too."
    new = OLD | {
        "principles.md": PRINCIPLES.replace("Answer every question from the public within two working days.", reworded)
    }
    placement, words = placed("Answer every question from the public within two working days.", new)
    assert (placement.state, words, placement.meaning_changed) == ("edited", reworded, False)


def test_a_dropped_sentence_is_orphaned():
    """It is not put on the sentence that stands in its place."""
    new = OLD | {
        "principles.md": PRINCIPLES.replace(
            "Never argue with a resident in public; take it to a private message.", "Use plain words."
        )
    }
    placement, _ = placed("Never argue with a resident in public; take it to a private message.", new)
    assert (placement.state, placement.path) == ("orphaned", None)


def test_a_phrase_that_was_cut_from_its_sentence_is_orphaned():
    """The sentence lives on, the phrase does not."""
    new = OLD | {"principles.md": PRINCIPLES.replace(", and mend it quickly", "")}
    placement, _ = placed("and mend it quickly", new)
    assert placement.state == "orphaned"


def test_repeated_headings_stay_in_their_files():
    """The same words elsewhere are not this passage."""
    new = {"principles.md": PRINCIPLES + "\nMore.\n", "accounts.md": ACCOUNTS + "\nMore.\n"}
    for path in OLD:
        placement, words = placed("Replies", new, path)
        assert (placement.path, words) == (path, "Replies")


def test_a_gap_is_found_between_the_same_words():
    """An insertion point has no words of its own."""
    at = PRINCIPLES.index("If in doubt")
    new = OLD | {"principles.md": "Preface.\n\n" + PRINCIPLES}
    placement = Placer(OLD, new).place(Quote("principles.md", at, at, ""))
    assert new["principles.md"][placement.start :].startswith("If in doubt")
    assert placement.start == placement.end


def test_only_the_given_file_is_searched():
    """What went elsewhere is lost to a restricted search."""
    sentence = "* Thank people who report a mistake, and mend it quickly.\n"
    new = {"principles.md": PRINCIPLES.replace(sentence, ""), "accounts.md": ACCOUNTS + sentence}
    placer = Placer(OLD, new)
    assert placer.place(quote(sentence[2:-1]), only_path="principles.md").state == "orphaned"
    assert placer.place(quote(sentence[2:-1]), only_path="accounts.md").path == "accounts.md"


def test_wrong_offsets_are_mended_by_the_quote():
    """The exact words, with what stands around them, say what was meant."""
    wrong = Quote("principles.md", 3, 9, "private message", prefix="take it to a ")
    placement = Placer(OLD, dict(OLD)).place(wrong)
    assert PRINCIPLES[placement.start : placement.end] == "private message"


def test_a_section_is_the_file_that_it_became():
    """Whole sections are placed by their content."""
    placer = Placer(OLD, {"rules.md": PRINCIPLES})
    assert (placer.place_section("principles.md").state, placer.place_section("principles.md").path) == (
        "moved",
        "rules.md",
    )
    assert placer.place_section("accounts.md").state == "orphaned"


def test_without_the_old_text_words_and_context_decide():
    """A quote from elsewhere is found by its words, or not at all."""
    found = place_by_words(Quote("principles.md", 0, 0, "a private message"), OLD, "en-GB")
    assert PRINCIPLES[found.start : found.end] == "a private message"
    assert (
        place_by_words(Quote("principles.md", 0, 0, "Nothing of the kind stands in it"), OLD, "en-GB").state
        == "orphaned"
    )


@pytest.mark.parametrize("thorough", [True, False])
def test_a_copy_elsewhere_is_no_new_home(thorough):
    """A snapshot that repeats the old words does not draw quotes from the policy."""
    cut = PRINCIPLES.replace("Officers must think before they post anything. ", "")
    new = {"principles.md": cut, "accounts.md": ACCOUNTS, "archive/2026.md": PRINCIPLES}
    placement = Placer(OLD, new).place(quote("Officers must think before they post anything."), thorough=thorough)
    assert placement.path != "archive/2026.md"


WORDS = st.lists(
    st.sampled_from(
        ["officers", "must", "ask", "the", "team", "before", "they", "post", ".", "\n\n", "*", "not", "two", "days"]
    ),
    max_size=30,
)


@given(WORDS, WORDS, st.data())
def test_a_placement_lies_inside_its_file(old, new, data):
    """Whatever the texts, nothing fails and offsets are real."""
    before, after = {"a": " ".join(old)}, {"a": " ".join(new), "b": " ".join(reversed(new))}
    start = data.draw(st.integers(0, len(before["a"])))
    end = data.draw(st.integers(start, len(before["a"])))
    asked = Quote("a", start, end, before["a"][start:end])
    for thorough in (True, False):
        placement = Placer(before, after).place(asked, thorough=thorough)
        if placement.path is not None:
            assert 0 <= placement.start <= placement.end <= len(after[placement.path])
        assert 0 <= placement.confidence <= 1


@given(WORDS, st.data())
def test_a_text_placed_in_itself_stays(words, data):
    """Every span of an unchanged text is exactly where it was."""
    text = {"a": " ".join(words)}
    start = data.draw(st.integers(0, len(text["a"])))
    end = data.draw(st.integers(start, len(text["a"])))
    placement = Placer(text, dict(text)).place(Quote("a", start, end, text["a"][start:end]))
    assert (placement.state, placement.start, placement.end) == ("exact", start, end)


def test_an_orphan_names_the_places_that_are_most_like_it():
    """What is too unlike to be told is offered, never surer than half; a look-alike that stays is not."""
    lost = "Thank people who report a mistake, and mend it quickly."
    put = "Residents who report mistakes get a letter of thanks from the head of service."
    new = {"principles.md": PRINCIPLES.replace(f"* {lost}\n", ""), "accounts.md": f"{ACCOUNTS}\n{put}\n"}
    placement, _ = placed(lost, new)
    assert placement.state == "orphaned"
    assert [new[one.path][one.start : one.end] for one in placement.likely] == [put]
    assert all(0 < one.sure <= 0.5 for one in placement.likely)


def test_what_went_elsewhere_is_less_sure_where_its_place_was_filled() -> None:
    """What stands in its old place may be its other wording, and what was found a copy; an empty place tells a move."""
    rule = "Every officer must send a copy of the message to the records team within five working days."
    around = ("# Records\n\nStaff keep each message for two years. ", " Nobody deletes a message before that.\n")
    old = {"a.md": rule.join(around)}
    start = len(around[0])
    quote = Quote("a.md", start, start + len(rule), rule)
    sure = []
    for filled in ("", "The archive sees all traffic by itself."):
        new = {"a.md": filled.join(around), "b.md": f"# Checklist\n\nFor newcomers.\n\n{rule}\n"}
        placed = Placer(old, new).place(quote)
        assert (placed.state, placed.path) == ("moved", "b.md")
        sure.append(placed.confidence)
    assert 1.0 > sure[0] > sure[1]
