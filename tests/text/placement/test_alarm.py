"""The alarm of a remark hears what came beside its words, as far as it stands for the whole sentence."""

from reviewtui.text.placement.place_values import Quote
from reviewtui.text.placement.placement import Placer

OLD = "Each team has an owner.\n\nOfficers must keep a log of all replies.\n\nIt is read each year.\n"


def placed(quote, new):
    """Where `quote` of the old text is in the new one."""
    start = OLD.index(quote)
    return Placer({"a.md": OLD}, {"a.md": new}).place(Quote("a.md", start, start + len(quote), quote))


def test_an_exception_behind_the_marked_words_is_heard():
    """The words are all there; what they say is another thing."""
    new = OLD.replace("replies.", "replies, unless they are short.")
    found = placed("Officers must keep a log of all replies", new)
    assert (found.meaning_changed, found.reason) == (True, "“unless” is new")


def test_a_phrase_out_of_a_sentence_stands_for_itself():
    """The duty changed, the two words that are marked did not."""
    found = placed("a log", OLD.replace("must", "should"))
    assert (found.state, found.meaning_changed) == ("exact", False)


def test_all_words_that_changed_are_told():
    """In one line, the duty first."""
    new = OLD.replace("must keep", "should keep").replace("all replies", "all replies for 2 years")
    assert placed("Officers must keep a log of all replies.", new).reason == "must → should; “2 years” is new"


def test_other_sentences_are_not_heard():
    """They are not what is marked."""
    assert not placed(
        "Officers must keep a log of all replies.", OLD.replace("each year", "every 2 years")
    ).meaning_changed
