"""What a returned Word file holds is taken in or told, also where programs or people did something unusual."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from lxml import etree

from reviewtui.domain.review.import_content import BroughtAct, Incoming
from reviewtui.exchange.word import word_format
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitting import fitted
from tests.exchange.sending import draft_with, elsewhere, here
from tests.exchange.sending import sent as outgoing_of
from tests.exchange.word.editing import W15, WordFile, w
from tests.exchange.word.sending import commented, draft, new_acts, read, sent
from tests.making import draft_of

A = "# Principles\n\nOfficers must think.\n\n## Tone\n\n* Be kind.\n* Be brief, always.\n\nPosts stay up.\n"
B = "# Records\n\nPosts are records.\n\n## Keeping\n\nWe keep them safe in one place.\n"
TEXTS = {"policy/a.md": A, "policy/b.md": B}
DRAFT = draft_of(TEXTS)
WRITTEN = word_format.write(outgoing_of(DRAFT))


def _file() -> WordFile:
    assert isinstance(WRITTEN, bytes)
    return WordFile.of(WRITTEN)


def _read(file: WordFile) -> Incoming:
    return word_format.read(file.saved(), here(DRAFT))


def _about(act: BroughtAct) -> str:
    if act.place is None:
        return "-"
    return TEXTS[act.place.path][act.place.start : act.place.end] if act.place.end is not None else act.place.path


def _paragraph(file: WordFile, words: str, number: int = 0) -> Any:
    return [p for p in file.document[0] if "".join(p.itertext()) == words][number]


def _ids(file: WordFile, old: tuple[str, ...], new: str | None) -> None:
    """Give comments another id, or none, in the text and in their own part."""
    for root in (file.document, file.comments):
        for element in root.iter():
            if element.get(w("id")) in old and "omment" in str(element.tag):
                if new is None:
                    del element.attrib[w("id")]
                else:
                    element.set(w("id"), new)


@pytest.mark.parametrize("new", ["700", None])
def test_comments_with_one_id_or_none_all_come_in(new: str | None) -> None:
    """Which of them is about which words nobody can tell, so each is a remark without a place; answers stay answers."""
    file = _file()
    keys = (file.comment("Be kind.", "one", "Pat"), file.comment("Posts stay up.", "two", "Kim"))
    keys = (*keys, file.comment("Be brief", "three", "Kim", keys[1]))
    _ids(file, keys, new)
    acts = _read(file).acts
    assert [(act.act, act.body, _about(act)) for act in acts] == [
        ("comment", "one", "-"), ("comment", "two", "-"), ("reply", "three", "-"),
    ]  # fmt: skip
    assert acts[2].to == acts[1].item


def test_an_answer_to_a_comment_without_words_comes_in() -> None:
    """What it answers says nothing, so it stands by itself, at its place."""
    file = _file()
    key = file.comment("Be kind.", "", "Pat")
    file.comment("Be brief", "And always?", "Kim", key)
    incoming = _read(file)
    assert [(act.act, act.body, _about(act)) for act in incoming.acts] == [("comment", "And always?", "Be brief")]
    assert "1 comment without words, by Pat." in incoming.left_out


@pytest.mark.parametrize(("old", "new"), [("Records", "Archives"), ("Records", "Keeping records"), ("Tone", "Manners")])
@pytest.mark.parametrize("bookmarks", [True, False])
def test_a_heading_that_was_changed_without_tracking_stays_the_heading_it_is(
    old: str, new: str, *, bookmarks: bool
) -> None:
    """However little is left of its words, also in a file of a program that keeps no bookmarks."""
    file = _file()
    file.type_untracked(old, new)
    if not bookmarks:
        for mark in list(file.document.iter(w("bookmarkStart"))):
            mark.getparent().remove(mark)
    [act] = _read(file).acts
    assert (act.act, _about(act), act.replacement) == ("suggestion", old, new)


def test_new_words_between_two_files_are_no_suggestion_where_the_heading_is_gone() -> None:
    """Whether they end the section before or begin the one behind, nobody can tell."""
    file = _file()
    heading = _paragraph(file, "Records")
    for run in heading.iter(w("t")):
        run.text = "Everything is thrown away after a year, whatever it is."
    heading.remove(heading.find(w("pPr")))
    for mark in list(heading.iter(w("bookmarkStart"))):
        heading.remove(mark)
    acts = _read(file).acts
    assert all(act.act == "comment" for act in acts if "thrown away" in act.body or "thrown" in (act.replacement or ""))
    assert any("thrown away" in act.body for act in acts)


def test_a_section_that_was_moved_without_tracking_is_told_where_it_stood() -> None:
    """All of its paragraphs are one remark on it, with where they stand now."""
    file = _file()
    body = file.document[0]
    moved = [_paragraph(file, words) for words in ("Records", "Posts are records.", "Keeping")]
    moved.append(_paragraph(file, "We keep them safe in one place."))
    first = _paragraph(file, "Principles", 1)
    for paragraph in moved:
        body.remove(paragraph)
        first.addprevious(paragraph)
    [act] = _read(file).acts
    assert (act.act, act.body, _about(act)) == ("comment", "Would move this to the beginning.", B.strip()[2:])


def test_a_paragraph_that_was_moved_and_one_changed_beside_it_are_two() -> None:
    """What was moved says nothing about where its neighbours stand."""
    file = _file()
    body = file.document[0]
    moved = _paragraph(file, "Posts stay up.")
    body.remove(moved)
    _paragraph(file, "We keep them safe in one place.").addnext(moved)
    file.type_untracked("Posts are records.", "Posts are true records.")
    acts = {act.act: act for act in _read(file).acts}
    assert acts["comment"].body == "Would move this to behind “We keep them safe in one place.”."
    assert (acts["suggestion"].replacement, _about(acts["suggestion"])) == ("true ", "")


def test_words_above_everything_are_quoted_as_new_only() -> None:
    """Nothing is said to go where something only comes."""
    file = _file()
    above = file.run("Please see below.")
    paragraph = file.document.makeelement(w("p"))
    paragraph.append(above)
    file.document[0].insert(0, paragraph)
    [act] = _read(file).acts
    assert (act.body.replace("\n", ""), act.quote) == ("Would insert “Please see below.”.", "")


def test_what_nobody_tracked_is_counted_by_itself() -> None:
    """Nobody is named for it."""
    file = _file()
    file.type_untracked("Be kind.", "Be very kind.")
    file.type_untracked("Posts stay up.", "Posts stay.")
    assert _read(file).read == ("Read 0 tracked changes, 2 untracked changes, 0 comments and 0 answers.",)


def test_a_change_is_counted_as_what_it_comes_in_as() -> None:
    """With those of which the text shows nothing, so that the report adds up."""
    file = _file()
    file.replace("Be kind.", "Be fair.", "Pat Adviser")
    file.delete("think", "Kim Other")
    file.add_paragraph("Officers must", "", "Kim Other")
    incoming = _read(file)
    [told] = [each for each in incoming.left_out if "white space" in each]
    assert (len(incoming.acts), told[:9]) == (2, "1 change ")
    assert incoming.read[0].startswith("Read 3 tracked changes,")


def test_a_change_of_our_own_words_says_where() -> None:
    """The title of the document is no text of the policy, so a change of it is told as that."""
    file = _file()
    file.type_untracked("Principles", "The principles")
    [act] = _read(file).acts
    assert act.body == "Would replace “Principles” with “The principles” in the title of the document."


def test_a_remark_of_ours_that_is_marked_as_resolved_is_told() -> None:
    """Word does not say who marked it, so it is nobody's answer; that it was marked is not kept from the author."""
    event = commented("# A\n\nOne.\n", 5, 8, "Which?")
    own = draft("# A\n\nOne.\n", event)
    file = WordFile.of(sent(own))
    assert not [line for line in read(file.saved(), own).left_out if "resolved" in line]
    for extra in file.extended:
        extra.set(f"{{{W15}}}done", "1")
    [told] = [line for line in read(file.saved(), own).left_out if "resolved" in line]
    assert event.event.id[-6:] in told


def test_white_words_are_taken_and_told() -> None:
    """Words in the colour of the paper are a change like any other, and the author is told that nobody saw them."""
    file = _file()
    run = file.insert_behind("Be kind.", " Never.", "Pat")[0]
    looks = run.makeelement(w("rPr"))
    colour = looks.makeelement(w("color"))
    colour.set(w("val"), "FFFFFF")
    looks.append(colour)
    run.insert(0, looks)
    incoming = _read(file)
    assert [act.replacement for act in incoming.acts] == [" Never."]
    assert "1 stretch of white text, taken as it reads: “Never.”." in incoming.left_out


@pytest.mark.parametrize(("wish", "about"), [((28, 28, " Five."), (30, 34)), ((12, 12, " new"), (12, 12))])
def test_a_remark_beside_what_another_one_puts_in_is_no_answer_to_it(
    wish: tuple[int, int, str], about: tuple[int, int]
) -> None:
    """One on a gap, or on a footnote's label, which has no characters in Word, stays a remark at its place."""
    text = "# T\n\nOne two[^1] three four.\n\n[^1]: Note words.\n"
    own = draft_with(text, [wish], [(*about, "Which?")])
    written = word_format.write(outgoing_of(own))
    assert isinstance(written, bytes)
    acts = word_format.read(written, elsewhere(own)).acts
    remark = next(act for act in acts if act.body == "Which?")
    assert remark.act == "comment"
    assert remark.place is not None
    assert (remark.place.start, remark.place.end) == (wish[0], wish[0])


ROWS = "# T\n\nWords.\n\n| A | B |\n| --- | --- |\n| a1 | b1 |\n| a2 |  |\n| a3 | b3 |\n\nLast.\n"


def _row_taken_out(file: WordFile) -> None:
    file.row("a2").getparent().remove(file.row("a2"))


def _row_put_in(file: WordFile) -> None:
    row = deepcopy(file.row("a1"))
    for text, words in zip(row.iter(w("t")), ("n1", "n2"), strict=True):
        text.text = words
    file.row("a1").addnext(row)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_row_taken_out, ROWS.replace("| a2 |  |\n", "")),
        (_row_put_in, ROWS.replace("| b1 |\n", "| b1 |\n| n1 | n2 |\n")),
        (lambda file: file.delete_row("a2", "Pat"), ROWS.replace("| a2 |  |\n", "")),
    ],
)
def test_a_row_comes_and_goes_as_one(change: Callable[[WordFile], None], expected: str) -> None:
    """Tracked or not, with its empty cells: no row without words stays, and no cell is a change of its own."""
    own = draft(ROWS)
    file = WordFile.of(sent(own))
    change(file)
    [act] = new_acts(file.saved(), own)
    assert act.place is not None
    put = fitted(ROWS, act.place.start or 0, act.place.end or 0, act.replacement or "")
    assert isinstance(put, Edit)
    assert put.applied(ROWS) == expected


def _cell_filled(file: WordFile, row: Any, author: str) -> None:
    """Type words into the second cell of a row, tracked if an author is named."""
    paragraph = row.findall(w("tc"))[1].find(w("p"))
    holder = file.changed("ins", author) if author else paragraph
    holder.append(file.run("b2"))
    if author:
        paragraph.append(holder)


@pytest.mark.parametrize("author", ["Pat", ""])
def test_words_in_an_empty_cell_come_in_there(author: str) -> None:
    """Tracked or not; they once stood behind the words of the cell before it."""
    own = draft(ROWS)
    file = WordFile.of(sent(own))
    _cell_filled(file, file.row("a2"), author)
    [act] = new_acts(file.saved(), own)
    assert act.place is not None
    put = fitted(ROWS, act.place.start or 0, act.place.end or 0, act.replacement or "")
    assert isinstance(put, Edit)
    assert put.applied(ROWS).replace(" ", "") == ROWS.replace("| a2 |  |", "| a2 | b2 |").replace(" ", "")


@pytest.mark.parametrize("author", ["Pat", ""])
def test_words_in_a_row_that_was_sent_empty_come_in_there(author: str) -> None:
    """It is known by its place in the table, which has as many rows as it was sent with; no row is added."""
    text = ROWS.replace("| a2 |", "|  |").replace("| a1 | b1 |", "|  |  |")
    own = draft(text)
    file = WordFile.of(sent(own))
    _cell_filled(file, list(file.document.iter(w("tr")))[2], author)
    [act] = new_acts(file.saved(), own)
    assert act.place is not None
    put = fitted(text, act.place.start or 0, act.place.end or 0, act.replacement or "")
    assert isinstance(put, Edit)
    assert put.applied(text).split("\n")[6:9] == ["|  |  |", "|  |  b2|", "| a3 | b3 |"]


def test_words_in_an_empty_cell_that_nothing_names_are_told() -> None:
    """Where all else in the row and another row were taken out, which it was nobody can tell: no place is guessed."""
    own = draft(ROWS)
    file = WordFile.of(sent(own))
    file.row("a1").getparent().remove(file.row("a1"))
    _cell_filled(file, file.row("a2"), "Pat")
    [words] = file.row("b2").findall(w("tc"))[0].iter(w("r"))
    words.getparent().remove(words)
    acts = new_acts(file.saved(), own)
    assert any("b2" in act.body for act in acts)
    assert all("b2" not in (act.replacement or "") for act in acts)


@pytest.mark.parametrize("undone", [False, True])
def test_a_row_without_words_that_goes_from_a_table_of_theirs_is_told(*, undone: bool) -> None:
    """The table was never sent, so no row of the policy goes, also where its words were put in and taken out again."""
    file = _file()
    table = file.document.makeelement(w("tbl"))
    file.paragraph("Posts are records.").addnext(table)
    row = etree.SubElement(table, w("tr"))
    for words in ("one", "two"):
        paragraph = etree.SubElement(etree.SubElement(row, w("tc")), w("p"))
        if undone:
            paragraph.append(file.changed("ins", "Pat"))
            paragraph[0].append(file.changed("del", "Pat"))
            paragraph[0][0].append(file.run(words, None, "delText"))
        file.mark(paragraph, "del", "Pat")
    properties = row.makeelement(w("trPr"))
    properties.append(file.changed("del", "Pat"))
    row.insert(0, properties)
    incoming = _read(file)
    assert [act.body for act in incoming.acts] == ["Would take out a row of a table without words."]
    assert any("took out again" in line for line in incoming.left_out) == undone
