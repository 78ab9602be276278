"""What one person did in one place is one suggestion, or one remark, and what belongs together is told."""

from tests.exchange.word.acts.accepting import KIM, PAT, TABLED, accepted, acts_of, new_paragraph, opened
from tests.exchange.word.editing import w
from tests.exchange.word.sending import draft, read

TOGETHER = "make one rule together"


def test_paragraphs_joined_beside_another_change_are_one_suggestion_with_it() -> None:
    """Both are said with the words between them, so two suggestions would hold the same words."""
    file = opened()
    file.replace("question", "query", PAT)
    file.mark(file.paragraph("They answer"), "del", PAT)
    [act] = acts_of(file)
    assert "They answer every query.Keep a record." in accepted(act)


def test_other_peoples_changes_stay_their_own() -> None:
    """Where they touch what somebody joins, both stand, and the review tells that they overlap."""
    file = opened()
    file.mark(file.paragraph("They answer"), "del", PAT)
    file.replace("Keep", "Have", KIM)
    assert [act.voice.name for act in acts_of(file)] == [PAT, KIM]


def test_a_new_table_is_one_suggestion_with_what_was_put_in_before_it() -> None:
    """What one person put in at one place is one suggestion: taken piece by piece it could come in another order."""
    file = opened()
    rows = [["Kind", "Limit"], ["Text", "280"]]
    file.add_row("Members", rows[0], PAT)
    file.add_row("Kind", rows[1], PAT)
    table = file.document.makeelement(w("tbl"))
    table.extend([file.row("Kind"), file.row("280")])
    before = new_paragraph(file, "Limits:", PAT, PAT)
    file.paragraph("They answer").addnext(before)
    before.addnext(table)
    [act] = acts_of(file)
    new = "Limits:\n\n| Kind | Limit |\n| --- | --- |\n| Text | 280 |"
    assert f"every question.\n\n{new}\n\nKeep a record" in accepted(act)


def test_a_new_footnote_is_one_remark_with_its_words() -> None:
    """Its mark and its words are one thing that a suggestion for one passage cannot say."""
    file = opened()
    mark = file.insert_behind("They answer every question.", "x", PAT)
    mark[0].remove(mark[0][0])
    mark[0].append(mark.makeelement(w("footnoteReference"), {w("id"): "9"}))
    note = file.footnotes.makeelement(w("footnote"), {w("id"): "9"})
    inside = file.changed("ins", PAT)
    inside.append(file.run("By post too."))
    paragraph = note.makeelement(w("p"))
    paragraph.append(inside)
    note.append(paragraph)
    file.footnotes.append(note)
    [act] = acts_of(file)
    assert act.body == "Would insert “[footnote: By post too.]” behind “…must think. They answer every question.”."


def test_a_rule_that_two_people_make_together_is_told_on_both() -> None:
    """Each suggestion alone turns the rule into what nobody wrote."""
    text = "# Rules\n\nOfficers must not post about a candidate.\n"
    file = opened(text)
    file.replace("must not", "may", PAT)
    file.insert_behind("about a candidate", " only with permission", KIM)
    acts = acts_of(file, text)
    assert [(act.voice.name, TOGETHER in act.note) for act in acts] == [(PAT, True), (KIM, True)]


def test_a_rule_that_is_half_tracked_is_told_on_both_halves() -> None:
    """The half that nobody tracked keeps saying that as well."""
    text = "# Rules\n\nOfficers must not post about a candidate.\n"
    file = opened(text)
    file.replace("must not", "may", PAT)
    file.type_untracked("about a candidate", "about a candidate unless it is news")
    tracked, untracked = acts_of(file, text)
    assert TOGETHER in tracked.note
    assert TOGETHER in untracked.note
    assert "without tracking" in untracked.note


def test_the_same_words_again_are_told_and_no_suggestion() -> None:
    """A program may write a change for words that somebody typed anew as they were."""
    file = opened()
    file.replace("Keep a record", "Keep a record", PAT)
    assert acts_of(file) == []
    assert any("the same words" in line for line in read(file.saved(), draft(TABLED)).left_out)


def test_words_that_somebody_adds_to_what_they_moved_stay_in_it() -> None:
    """It is no move alone any more, and what comes in is one suggestion with the words in their order."""
    file = opened()
    name = {w("id"): "70", w("name"): "move1", w("author"): PAT}
    gone = file.delete("Delete nothing.", PAT)
    gone.tag = w("moveFrom")
    gone.addprevious(gone.makeelement(w("moveFromRangeStart"), name))
    gone.addnext(gone.makeelement(w("moveFromRangeEnd"), {w("id"): "70"}))
    first = file.insert_behind("Officers must think.", " Delete ", PAT)
    added, last = file.changed("ins", PAT), file.changed("moveTo", PAT)
    first.tag = w("moveTo")
    added.append(file.run("really "))
    last.append(file.run("nothing."))
    first.addnext(added)
    added.addnext(last)
    first.addprevious(first.makeelement(w("moveToRangeStart"), name))
    last.addnext(last.makeelement(w("moveToRangeEnd"), {w("id"): "70"}))
    come, go = acts_of(file)
    assert (come.replacement, go.replacement) == (" Delete really nothing.", "")
    assert "One end of a move" in come.note


def test_a_soft_hyphen_is_told_and_no_suggestion() -> None:
    """It shows where a line may break, tracked or not, and no reader would ask for one."""
    for is_tracked in (True, False):
        file = opened()
        if is_tracked:
            file.insert_behind("Delete no", "\u00ad", PAT)
        else:
            file.type_untracked("Delete nothing", "Delete no\u00adthing")
        assert acts_of(file) == []
        assert any("white space" in line for line in read(file.saved(), draft(TABLED)).left_out)


def test_very_many_joined_paragraphs_are_several_suggestions() -> None:
    """Each that is added to a change is tried out with all before it, which takes ever longer."""
    text = "# T\n\n" + "".join(f"Alpha{number}.\n\n" for number in range(50)) + "End.\n"
    file = opened(text)
    for number in range(50):
        file.mark(file.paragraph(f"Alpha{number}."), "del", PAT)
    acts = acts_of(file, text)
    assert 1 < len(acts) < 10
    assert {act.act for act in acts} == {"suggestion"}
