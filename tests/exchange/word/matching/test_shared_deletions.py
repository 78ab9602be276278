"""A paragraph that somebody takes out in which a colleague suggested something: all of it is meant, nothing beside."""

from collections.abc import Sequence

import pytest

from reviewtui.domain.review.import_content import BroughtAct
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitting import fitted
from tests.exchange.word.editing import WordFile, w
from tests.exchange.word.sending import draft, new_acts, sent, suggested

PAT = "Pat Adviser"
TEXT = """# Rules

Officers must answer within two days. They may call.

They keep a record of each call.

- Be kind to all.
- Are obscene here.

## Then

More of it.
"""


def _without(words: str, start: int, end: int, new: str) -> Sequence[BroughtAct]:
    """What comes back when Pat takes out the paragraph with these words, in which others suggested `new`."""
    event = suggested(TEXT, start, end, new)
    file = WordFile.of(sent(draft(TEXT, event)))
    paragraph = file.paragraph(words)
    # As LibreOffice does: what others put in is taken out within their insertion, what they took out stays theirs.
    for run in [each for each in paragraph.iter(w("r")) if each.find(w("t")) is not None]:
        holder = file.changed("del", PAT)
        run.getparent().replace(run, holder)
        holder.append(file.run(run.findtext(w("t")), run.find(w("rPr")), "delText"))
    file.mark(paragraph, "del", PAT)
    return new_acts(file.saved(), draft(TEXT, event))


@pytest.mark.parametrize("new", ["", "Other words", "Must we"])
@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("must answer", "Officers must answer within"),
        ("must answer", "within two days"),
        ("a record", "They keep"),
        ("Be kind", "Be kind"),
        ("obscene", "Are obscene"),
        ("obscene", "here"),
        ("Then", "Then"),
    ],
)
def test_a_paragraph_that_goes_takes_nothing_of_the_next_one(words: str, quote: str, new: str) -> None:
    """It took the heading or the beginning of the paragraph behind it along, without a word."""
    start = TEXT.index(quote)
    acts = _without(words, start, start + len(quote), new)
    assert acts
    first = next(line for line in TEXT.splitlines() if words in line).lstrip("#- ")
    low, high = TEXT.index(first), TEXT.index(first) + len(first)
    for act in acts:
        assert act.place is not None, act
        assert act.place.start is not None, act
        assert act.place.end is not None
        assert low <= act.place.start <= act.place.end <= high, act
    whole = [act for act in acts if f"“{first}”" in act.body or act.quote == first]
    assert whole, "that all of it is to go is told"
    assert any("collision" in act.note for act in acts) or whole[0].replacement == ""


def test_a_space_beside_a_word_that_others_took_out_stays() -> None:
    """Without it the word would be one with the next, should the other deletion be declined."""
    word = TEXT.index("within")
    event = suggested(TEXT, word, word + 6, "")
    file = WordFile.of(sent(draft(TEXT, event)))
    for words in (" two days", "answer "):
        file.delete(words, PAT)
    acts = new_acts(file.saved(), draft(TEXT, event))
    for act in acts:
        assert act.place is not None
        change = fitted(TEXT, act.place.start or 0, act.place.end or 0, act.replacement or "")
        assert isinstance(change, Edit)
        assert " within" in change.applied(TEXT)


def test_words_of_a_colleague_stay_theirs_where_somebody_cuts_the_paragraph_among_them() -> None:
    """The colleague's suggestion came in anew, in the colleague's name."""
    at = TEXT.index("They may call")
    event = suggested(TEXT, at, at, "Both of them. ")
    file = WordFile.of(sent(draft(TEXT, event)))
    held = file.run_of("Both of ").getparent()
    paragraph = held.getparent()
    file.run_of("them. ")
    rest = file.changed("ins", held.get(w("author")))
    rest.append(held[-1])
    held.addnext(rest)
    before = paragraph.makeelement(w("p"))
    before.extend([child for child in paragraph if paragraph.index(child) <= paragraph.index(held)])
    paragraph.addprevious(before)
    file.mark(before, "ins", PAT)
    assert {act.voice.name for act in new_acts(file.saved(), draft(TEXT, event))} == {PAT}


@pytest.mark.parametrize(
    ("gone", "behind", "new", "expected"),
    [
        ("two", "two", "three", " three"),
        ("answer ", "answer ", "reply ", "reply "),
        ("two", "within ", "three", "three "),
        ("sw", "sw", "xx", "xx"),
    ],
)
def test_words_beside_one_that_others_took_out_are_no_word_with_it(
    gone: str, behind: str, new: str, expected: str
) -> None:
    """Taken alone, "three" made "twothree"; within a word both are meant together."""
    file = WordFile.of(sent(draft(TEXT)))
    file.insert_behind(behind, new, PAT)
    file.delete(gone, "Kim Other")
    [words] = [act.replacement for act in new_acts(file.saved(), draft(TEXT)) if act.voice.name == PAT]
    assert words == expected


def test_words_behind_a_cut_that_somebody_else_made_are_no_word_with_those_before_it() -> None:
    """Taken without the cut, "recordlog" stood there."""
    file = WordFile.of(sent(draft(TEXT)))
    file.split_before(" of each call", "Kim Other")
    run = file.run_of(" of each call")
    holder = file.changed("ins", PAT)
    holder.append(file.run("log"))
    run.addprevious(holder)
    acts = [act for act in new_acts(file.saved(), draft(TEXT)) if act.voice.name == PAT]
    assert [act.replacement for act in acts] == [" log"]


def test_a_paragraph_in_the_empty_line_behind_a_table_is_none_of_its_last_cell() -> None:
    """It came in behind the words of that cell."""
    text = f"{TEXT}\n| Who | When |\n| --- | --- |\n| Desk | Monday |\n\nThe last words.\n"
    file = WordFile.of(sent(draft(text)))
    empty = file.document.makeelement(w("p"))
    file.paragraph("The last words.").addprevious(empty)
    holder = file.changed("ins", PAT)
    holder.append(file.run("Every week."))
    empty.append(holder)
    [act] = new_acts(file.saved(), draft(text))
    assert act.place is not None
    change = fitted(text, act.place.start or 0, act.place.end or 0, act.replacement or "")
    assert isinstance(change, Edit)
    assert change.applied(text).endswith("| Desk | Monday |\n\nEvery week.\n\nThe last words.\n")


def test_a_space_beside_words_that_others_put_in_stays() -> None:
    """Whoever takes words out with the space behind them leaves the one that came in: alone, none would be left."""
    file = WordFile.of(sent(draft(TEXT)))
    file.insert_behind("keep", " always", "Kim Other")
    file.delete(" a record ", PAT)
    [act] = [act for act in new_acts(file.saved(), draft(TEXT)) if act.voice.name == PAT]
    assert (act.quote, act.replacement) == ("a record ", "")
