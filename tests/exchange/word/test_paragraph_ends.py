"""Ends of paragraphs that come and go in Word: paragraphs cut in two or made one, empty ones, whole tables."""

import pytest

from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitting import fitted
from tests.exchange.word.editing import WordFile, w
from tests.exchange.word.sending import draft, new_acts, read, sent

TEXT = """# Rules

Staff must think. They may post.

Be kind to **all** people.

* One item.
* Two items here.

> A quote.

| Who | When |
| --- | --- |
| Officers | at once |

## More

Last [one](https://a.example) words.
"""


def _file() -> WordFile:
    return WordFile.of(sent(draft(TEXT)))


def _accepted(file: WordFile) -> str:
    """The text with the one suggestion of a file accepted."""
    [act] = new_acts(file.saved(), draft(TEXT))
    assert act.place is not None, act
    assert act.place.start is not None, act
    assert act.place.end is not None
    change = fitted(TEXT, act.place.start, act.place.end, act.replacement or "")
    assert isinstance(change, Edit)
    return change.applied(TEXT)


@pytest.mark.parametrize(
    ("words", "new"),
    [
        (" They may post.", "\n\n They may post."),
        ("They may post.", "\n\nThey may post."),
        (" here.", "\n* here."),
        (" quote.", "\n\n> quote."),
    ],
)
def test_a_paragraph_that_is_cut_in_two_is_a_suggestion(words: str, new: str) -> None:
    """Enter in the middle, also before a space: an item becomes two items, a quote two quotes."""
    file = _file()
    file.split_before(words, "Pat Adviser")
    assert _accepted(file) == TEXT.replace(words, new)


@pytest.mark.parametrize(
    ("behind", "between", "old", "new"),
    [
        ("post.", " ", "post.\n\nBe", "post. Be"),
        ("post.", "", "post.\n\nBe", "post.Be"),
        ("One item.", " ", "item.\n* Two", "item. Two"),
    ],
)
def test_paragraphs_that_are_made_one_are_a_suggestion(behind: str, between: str, old: str, new: str) -> None:
    """The end of the first goes, with a space or something else typed in its place."""
    file = _file()
    file.join_behind(behind, "Pat Adviser", between)
    assert _accepted(file) == TEXT.replace(old, new)


@pytest.mark.parametrize(("behind", "between"), [("people.", " "), ("More", ": "), ("Two items here.", "")])
def test_paragraphs_of_two_kinds_that_are_made_one_are_a_remark(behind: str, between: str) -> None:
    """What a heading or an item is joined to would be one too, or it would be none: nobody can say which is meant."""
    file = _file()
    file.join_behind(behind, "Pat Adviser", between)
    [act] = new_acts(file.saved(), draft(TEXT))
    assert act.act == "comment"
    assert act.place is not None


def test_an_empty_paragraph_is_told_and_no_suggestion() -> None:
    """Markdown shows nothing of it."""
    file = _file()
    last = file.paragraph("Last")
    empty = file.changed("ins", "Pat Adviser").makeelement(w("p"))
    last.addnext(empty)
    file.mark(last, "ins", "Pat Adviser")
    incoming = read(file.saved(), draft(TEXT))
    assert incoming.acts == ()
    assert (
        "1 change of empty paragraphs, white space or into the same words alone, by Pat Adviser." in incoming.left_out
    )


def test_words_with_a_space_at_the_end_of_a_paragraph_are_a_suggestion() -> None:
    """Nobody sees that space."""
    file = _file()
    file.replace("A quote.", "Another quote. ", "Pat Adviser")
    assert "> Another quote." in _accepted(file)


def test_a_table_that_goes_with_all_its_rows_goes_whole() -> None:
    """The line below its head goes too."""
    file = _file()
    file.delete_row("Who", "Pat Adviser")
    file.delete_row("Officers", "Pat Adviser")
    assert "|" not in _accepted(file)


@pytest.mark.parametrize("tracked", [True, False])
def test_a_paragraph_that_is_indented_is_told_with_its_words(*, tracked: bool) -> None:
    """Nothing in Markdown says it, so it is no suggestion; who wanted a quote or an item may say so."""
    file = _file()
    paragraph = file.paragraph("Be kind")
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = paragraph.makeelement(w("pPr"))
        paragraph.insert(0, properties)
    indent = properties.makeelement(w("ind"))
    indent.set(w("left"), "720")
    properties.append(indent)
    if tracked:
        change = file.changed("pPrChange", "Pat Adviser")
        change.append(change.makeelement(w("pPr")))
        properties.append(change)
    incoming = read(file.saved(), draft(TEXT))
    assert incoming.acts == ()
    told = "1 paragraph is indented, which nothing in the text can say: “Be kind to all people.”."
    assert told in incoming.left_out


@pytest.mark.parametrize("tracked", [True, False])
def test_a_space_in_the_place_of_a_hyphen_is_a_suggestion(*, tracked: bool) -> None:
    """It came in as a remark that somebody would delete the hyphen."""
    text = "# Rules\n\nStaff may use social-media posts for the work of the council only.\n"
    file = WordFile.of(sent(draft(text)))
    if tracked:
        file.replace("-", " ", "Pat Adviser")
    else:
        file.type_untracked("social-media", "social media")
    [act] = new_acts(file.saved(), draft(text))
    assert (act.act, act.quote, act.replacement) == ("suggestion", "-", " ")


@pytest.mark.parametrize(("behind", "new"), [("Staff must think", "ers"), ("all", "s"), ("Two item", "ised")])
def test_letters_at_the_end_of_a_word_stay_there(behind: str, new: str) -> None:
    """The suggestion is the whole word; letters by themselves would be put in as a word of their own."""
    file = _file()
    file.insert_behind(behind, new, "Pat Adviser")
    assert _accepted(file).replace("**", "") == TEXT.replace("**", "").replace(behind, behind + new, 1)


@pytest.mark.parametrize("between", ["In writing.", "In writing. "])
def test_words_typed_where_a_paragraph_is_cut_keep_the_space_behind_them(between: str) -> None:
    """Enter is pressed behind a sentence, and the space before the next one stays behind what is typed."""
    text = "# T\n\nYou may appeal. Appeals go to\nthe head.\n"
    file = WordFile.of(sent(draft(text)))
    file.split_before(" Appeals", "Pat Adviser")
    change = file.changed("ins", "Pat Adviser")
    change.append(file.run(between))
    file.run_of(" Appeals").addprevious(change)
    [act] = new_acts(file.saved(), draft(text))
    assert act.place is not None
    assert act.place.start is not None
    taken = f"{text[: act.place.start]}{act.replacement}{text[act.place.end :]}"
    assert taken == "# T\n\nYou may appeal.\n\nIn writing. Appeals go to\nthe head.\n"
