"""New paragraphs, rows and tables stand by themselves, also where nothing is behind them and where two people write."""

import copy

import pytest

from tests.exchange.word.acts.accepting import KIM, PAT, TABLED, accepted, acts_of, new_paragraph, opened
from tests.exchange.word.editing import w


@pytest.mark.parametrize(
    ("behind", "shown"),
    [
        ("Delete nothing.", "Delete nothing.\n\nNew words.\n\n| Who"),
        ("The end of it.", "The end of it.\n\nNew words.\n"),
        ("at once", "| Officers | at once<br>New words. |\n"),
    ],
)
def test_a_new_paragraph_with_nothing_behind_it_is_not_glued_to_the_one_before(behind: str, shown: str) -> None:
    """Before a table, at the end of the document and of a cell its own mark is new, and no other follows."""
    file = opened()
    file.paragraph(behind).addnext(new_paragraph(file, "New words.", PAT, PAT))
    [act] = acts_of(file)
    assert shown in accepted(act)


def test_a_second_paragraph_of_a_footnote_stays_in_it() -> None:
    """It is set in as Markdown asks, or it would be a paragraph of the text."""
    file = opened()
    file.run_of("Within a week.").getparent().addnext(new_paragraph(file, "Or two.", PAT, PAT))
    [act] = acts_of(file)
    assert "[^1]: Within a week.\n\n    Or two.\n" in accepted(act)


def test_a_line_in_a_cell_is_a_line_in_a_cell() -> None:
    """A table of Markdown has no paragraphs, so both kinds of line ends are the same break."""
    for name in ("br", "p"):
        file = opened()
        if name == "p":
            cell = file.run_of("at once").getparent()
            cell.addnext(new_paragraph(file, "or sooner", PAT, ""))
            file.mark(cell, "ins", PAT)
            [properties] = [each.find(w("pPr")) for each in [cell.getnext()]]
            cell.getnext().remove(properties)
        else:
            inserted = file.insert_behind("at once", "or sooner", PAT)
            inserted[0].insert(0, inserted.makeelement(w("br")))
        [act] = acts_of(file)
        assert "| Officers | at once<br>or sooner |\n" in accepted(act)


def test_two_new_rows_are_two_rows_and_a_cell_keeps_its_paragraphs() -> None:
    """Each cell is told by where it stands, not by how many ends there are."""
    file = opened()
    file.add_row("Members", ["Guests", "never"], PAT)
    file.add_row("Guests", ["Press", "at noon"], PAT)
    cell = next(file.row("Press").iter(w("p")))
    cell.addnext(new_paragraph(file, "and radio", PAT, PAT))
    [act] = acts_of(file)
    assert "later[^1] |\n| Guests | never |\n| Press<br>and radio | at noon |\n\n" in accepted(act)


def test_a_paragraph_that_one_began_and_another_filled_is_the_writers() -> None:
    """Alone, the words would stand at the end of the paragraph before."""
    file = opened()
    file.add_paragraph("Be fair.", "Be open.", KIM)
    mark = file.paragraph("Be fair.").find(w("pPr")).find(w("rPr"))[0]
    mark.set(w("author"), PAT)
    [act] = acts_of(file)
    assert act.voice.name == KIM
    assert "* Be fair.\n* Be open.\n" in accepted(act)


def test_words_in_a_paragraph_or_row_that_another_wrote_are_a_collision() -> None:
    """The paragraph and the row stay whole, and their writer's alone."""
    for take in ("paragraph", "row"):
        file = opened()
        if take == "row":
            file.add_row("Members", ["Guests", "never"], PAT)
            holder = list(file.row("Guests").iter(w("ins")))[-1]
        else:
            file.add_paragraph("Delete nothing.", "Ask first", PAT)
            holder = next(file.paragraph("Ask first").iter(w("ins")))
        second = file.changed("ins", KIM)
        second.append(file.run(" or last"))
        holder.addnext(second)
        first, other = acts_of(file)
        assert (first.voice.name, first.act, other.voice.name, other.act) == (PAT, "suggestion", KIM, "comment")
        assert "or last" in other.body
        assert "collision" in other.note
        assert "or last" not in accepted(first)


def test_what_another_typed_between_ones_new_words_is_a_collision() -> None:
    """The words around it are one suggestion by the person who put them in."""
    file = opened()
    first = file.insert_behind("Officers must ", "always ", PAT)
    other, last = file.changed("ins", KIM), file.changed("ins", PAT)
    other.append(file.run("and ever "))
    last.append(file.run("carefully "))
    first.addnext(other)
    other.addnext(last)
    suggestion, told = acts_of(file)
    assert (suggestion.voice.name, suggestion.replacement) == (PAT, "always carefully ")
    assert (told.voice.name, told.act) == (KIM, "comment")


def test_a_row_goes_whole_though_another_had_taken_words_out_of_it() -> None:
    """Who takes out a row, and who words of a cell, are two people with a suggestion each."""
    file = opened(TABLED.replace("[^1]", "").replace(": Within a week.", ""))
    text = TABLED.replace("[^1]", "").replace(": Within a week.", "")
    file.delete_row("Members", PAT)
    gone = list(file.row("Members").iter(w("del")))
    gone[-1].set(w("author"), KIM)
    acts = acts_of(file, text)
    assert [(act.voice.name, act.replacement) for act in acts] == [(PAT, ""), (KIM, "")]
    assert "Members" not in accepted(acts[0], text)
    assert "| Members |  |" in accepted(acts[1], text)


def test_a_new_table_stands_behind_its_paragraph() -> None:
    """Its first row is the head, tracked or not."""
    for mark in ("ins", ""):
        file = opened()
        file.add_row("Members", ["Kind", "Limit"], PAT)
        file.add_row("Kind", ["Text", "280"], PAT)
        table = file.document.makeelement(w("tbl"))
        table.extend([file.row("Kind"), file.row("280")])
        file.paragraph("They answer").addnext(table)
        for change in list(table.iter(w("ins"))) if not mark else ():
            for run in change:
                change.addprevious(run)
            change.getparent().remove(change)
        [act] = acts_of(file)
        assert "question.\n\n| Kind | Limit |\n| --- | --- |\n| Text | 280 |\n\nKeep" in accepted(act)


def test_the_filler_that_libreoffice_puts_into_a_new_row_is_nobodys_word() -> None:
    """It has no width and stands in the first cell of every row that came or went with tracking."""
    file = opened()
    file.add_row("Members", ["Guests\u200d", "never"], PAT)
    [act] = acts_of(file)
    assert act.replacement == "\n| Guests | never |"


def test_a_heading_that_took_the_shape_of_a_deleted_paragraph_is_nobodys_wish() -> None:
    """LibreOffice gives what is behind a paragraph that goes the shape of that one, and tracks no change of it."""
    text = "# One\n\nWords that go.\n\n## Two\n\nWords that stay.\n\n" + "".join(f"Rule {n}.\n\n" for n in range(9))
    file = opened(text)
    file.delete("Words that go.", PAT)
    file.mark(file.paragraph("Words that go."), "del", PAT)
    heading = file.paragraph("Two")
    heading.find(w("pPr")).find(w("pStyle")).set(w("val"), "Normal")
    [act] = acts_of(file, text)
    assert (act.act, act.voice.name) == ("suggestion", PAT)


def test_an_item_in_the_place_of_another_leaves_no_empty_one() -> None:
    """What comes ends where what goes ended: one paragraph for one."""
    file = opened()
    file.delete("Be kind.", PAT)
    file.mark(file.paragraph("Be kind."), "del", PAT)
    new = new_paragraph(file, "Be gentle.", PAT, PAT)
    new.find(w("pPr")).insert(0, copy.deepcopy(file.paragraph("Be fair.").find(w("pPr"))[0]))
    for each in file.paragraph("Be fair.").find(w("pPr"))[1:]:
        new.find(w("pPr")).insert(1, copy.deepcopy(each))
    file.paragraph("Be kind.").addprevious(new)
    [act] = acts_of(file)
    assert "\n\n* Be gentle.\n* Be fair.\n\n" in accepted(act)


def test_a_heading_in_the_place_of_a_paragraph_is_no_paragraph() -> None:
    """Its words in the other's place would not be a heading, so it is a remark."""
    file = opened()
    file.delete("Keep a record. Delete nothing.", PAT)
    file.mark(file.paragraph("Keep a record."), "del", PAT)
    new = new_paragraph(file, "Records", PAT, PAT)
    new.find(w("pPr")).insert(0, new.makeelement(w("pStyle"), {w("val"): "Heading2"}))
    file.paragraph("Keep a record.").addprevious(new)
    [act] = acts_of(file)
    assert act.act == "comment"
    assert "Records" in act.body


def test_a_row_in_the_place_of_another_takes_that_one_out_too() -> None:
    """One goes and one comes: two suggestions, and neither is lost."""
    text = TABLED.replace("[^1]", "").replace(": Within a week.", "")
    file = opened(text)
    file.delete_row("Members", PAT)
    file.add_row("Members", ["Guests", "never"], PAT)
    goes, comes = acts_of(file, text)
    assert "Members" not in accepted(goes, text)
    assert "| Members | later |\n| Guests | never |\n" in accepted(comes, text)


def test_words_before_what_stood_behind_a_deleted_paragraph_begin_that() -> None:
    """They are no paragraph in the place of the one that goes: no end of one came with them."""
    file = opened()
    file.delete("Be kind.", PAT)
    file.mark(file.paragraph("Be kind."), "del", PAT)
    inserted = file.changed("ins", PAT)
    inserted.append(file.run("Always "))
    file.run_of("Be fair.").addprevious(inserted)
    [act] = acts_of(file)
    assert "\n\n* Always Be fair.\n\n" in accepted(act)


def test_a_row_behind_the_head_stands_below_the_line_under_it() -> None:
    """Between the head and that line it would end the table."""
    file = opened()
    file.add_row("Who", ["Guests", "never"], PAT)
    [act] = acts_of(file)
    assert "| --- | --- |\n| Guests | never |\n| Officers" in accepted(act)
