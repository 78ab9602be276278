"""What somebody moved in Word with tracking is one suggestion that the passage stands elsewhere."""

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from reviewtui.domain.review.import_content import BroughtAct
from reviewtui.views.exchange.import_rows import imported_file
from reviewtui.workspace.workspace import Workspace
from tests.acting import ask
from tests.conftest import OFFICER, Clone, Run
from tests.exchange.word.editing import WHEN, WordFile, w
from tests.exchange.word.sending import PATH, draft, new_acts, sent, wordings

TEXT = "# Principles\n\nFirst words.\n\nSecond **bold** words.\n\n* One.\n* Two.\n* Three.\n\nLast words.\n"
PAT = "Pat Adviser <pat@southmere.example>"


def _border(tag: str, name: str) -> Any:
    made = etree.Element(w(tag))
    made.set(w("id"), "901")
    if tag.endswith("Start"):
        for key, value in (("name", name), ("author", "Pat Adviser"), ("date", WHEN)):
            made.set(w(key), value)
    return made


def _moved(file: WordFile, words: str, behind: str, into: str = "") -> None:
    """Move a whole paragraph behind another as Word tracks it; `into` is what its words are where they come."""
    old = file.paragraph(words)
    new = etree.fromstring(etree.tostring(old))
    for paragraph, tag in ((old, "moveFrom"), (new, "moveTo")):
        for run in list(paragraph.iter(w("r"))):
            holder = file.changed(tag, "Pat Adviser")
            run.getparent().replace(run, holder)
            holder.append(run)
        file.mark(paragraph, tag, "Pat Adviser")
        first = paragraph.find(w("pPr"))
        first.addnext(_border(f"{tag}RangeStart", "move1"))
        paragraph.append(_border(f"{tag}RangeEnd", "move1"))
    for mark in list(new.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        mark.getparent().remove(mark)
    if into:
        next(new.iter(w("t"))).text = into
    file.paragraph(behind).addnext(new)


def _acts(words: str, behind: str, into: str = "") -> list[BroughtAct]:
    own = draft(TEXT)
    file = WordFile.of(sent(own))
    _moved(file, words, behind, into)
    return list(new_acts(file.saved(), own))


def test_a_moved_paragraph_is_a_move() -> None:
    """Its passage and the place behind which it is to stand are exact, whatever marks are in it."""
    [act] = _acts("bold", "Last words.")
    assert (act.act, act.voice.name, act.target) == ("move", "Pat Adviser", act.target)
    assert act.place is not None
    assert act.target is not None
    assert TEXT[act.place.start : act.place.end] == "Second **bold** words."
    assert (act.target.path, act.target.start) == (PATH, TEXT.index("Last words.") + len("Last words."))


def test_a_moved_item_is_a_move() -> None:
    """From one place of a list to another."""
    [act] = _acts("One.", "Two.")
    assert act.place is not None
    assert act.target is not None
    assert (act.act, TEXT[act.place.start : act.place.end], TEXT[: act.target.end or 0][-4:]) == (
        "move",
        "One.",
        "Two.",
    )


@pytest.mark.parametrize("tags", [("moveFrom", "moveTo"), ("del", "ins")])
def test_equal_paragraphs_that_go_and_come_are_a_move(tags: tuple[str, str]) -> None:
    """LibreOffice does not say which ends of a move belong together; by their words they do."""
    file = WordFile.of(sent(draft(TEXT)))
    _moved(file, "One.", "Three.")
    for kind, tag in zip(("moveFrom", "moveTo"), tags, strict=True):
        for border in [*file.document.iter(w(f"{kind}RangeStart"), w(f"{kind}RangeEnd"))]:
            border.getparent().remove(border)
        for change in [*file.document.iter(w(kind))]:
            change.tag = w(tag)
    [act] = new_acts(file.saved(), draft(TEXT))
    assert act.place is not None
    assert (act.act, TEXT[act.place.start : act.place.end], act.behind[-6:]) == ("move", "One.", "Three.")


def test_equal_paragraphs_of_which_one_comes_twice_stay_changes() -> None:
    """Nobody can say which of them is the one that went."""
    file = WordFile.of(sent(draft(TEXT)))
    file.mark(file.paragraph("One."), "del", "Pat Adviser")
    file.delete("One.", "Pat Adviser")
    file.add_paragraph("First words.", "One.", "Pat Adviser")
    file.add_paragraph("Last words.", "One.", "Pat Adviser")
    assert [act.act for act in new_acts(file.saved(), draft(TEXT))] == ["suggestion"] * 3


@pytest.mark.parametrize("tags", [("moveFrom", "moveTo"), ("del", "ins")])
@pytest.mark.parametrize("behind", ["Last", "Last words."])
def test_a_paragraph_whose_words_go_into_another_one_stays_two_changes(tags: tuple[str, str], behind: str) -> None:
    """As a move it became a paragraph of its own behind the other one, which nobody had asked for."""
    own = draft(TEXT)
    file = WordFile.of(sent(own))
    file.delete("First words.", "Pat Adviser").tag = w(tags[0])
    file.insert_behind(behind, " First words.", "Pat Adviser").tag = w(tags[1])
    for change in file.document.iter(w("moveFrom"), w("moveTo")):
        change.addprevious(_border(f"{etree.QName(change).localname}RangeStart", "move1"))
        change.addnext(_border(f"{etree.QName(change).localname}RangeEnd", "move1"))
    acts = new_acts(file.saved(), own)
    assert wordings(acts, TEXT) == [("First words.", ""), ("", " First words.")]
    assert acts[1].place is not None
    assert TEXT[: acts[1].place.start].endswith(behind)
    assert [bool(act.note) for act in acts] == [tags[0] == "moveFrom"] * 2


@pytest.mark.parametrize("mark", ["ins", "moveTo"])
def test_a_part_of_a_paragraph_that_becomes_one_of_its_own_stays_two_changes(mark: str) -> None:
    """As a move it was put behind the words of the paragraph before it; a new one may be begun before the move."""
    own = draft(TEXT)
    file = WordFile.of(sent(own))
    gone = file.delete("First", "Pat Adviser")
    gone.addprevious(_border("moveFromRangeStart", "move1"))
    gone.addnext(_border("moveFromRangeEnd", "move1"))
    gone.tag = w("moveFrom")
    put = file.add_paragraph("Last words.", "First", "Pat Adviser").find(w("ins"))
    put.addprevious(_border("moveToRangeStart", "move1"))
    put.addnext(_border("moveToRangeEnd", "move1"))
    put.tag = w("moveTo")
    next(file.paragraph("Last words.").find(w("pPr")).iter(w("ins"))).tag = w(mark)
    assert [act.act for act in new_acts(file.saved(), own)] == ["suggestion", "suggestion"]


def test_words_that_go_from_one_cell_to_another_stay_two_changes() -> None:
    """As a move they took their whole row along."""
    text = f"{TEXT}\n| Who | When |\n| --- | --- |\n| Desk | Monday morning |\n| Team | Friday |\n"
    file = WordFile.of(sent(draft(text)))
    file.delete(" morning", "Pat Adviser").tag = w("moveFrom")
    file.insert_behind("Friday", " morning", "Pat Adviser").tag = w("moveTo")
    for change in file.document.iter(w("moveFrom"), w("moveTo")):
        change.addprevious(_border(f"{etree.QName(change).localname}RangeStart", "move1"))
        change.addnext(_border(f"{etree.QName(change).localname}RangeEnd", "move1"))
    assert wordings(new_acts(file.saved(), draft(text)), text) == [(" morning", ""), ("", " morning")]


def test_words_that_were_changed_on_the_way_stay_two_changes() -> None:
    """Then it is no move alone, and each end says so."""
    acts = _acts("First words.", "Last words.", into="Quite other words.")
    assert len(acts) == 2
    assert all("One end of a move" in act.note for act in acts)


def test_words_that_come_before_all_others_of_a_paragraph_stay_two_changes() -> None:
    """A move says behind which words of a paragraph its words are to stand, and before these there are none."""
    own = draft(TEXT)
    file = WordFile.of(sent(own))
    old, target = file.paragraph("First words."), file.paragraph("Last words.")
    run = next(old.iter(w("r")))
    copied = etree.fromstring(etree.tostring(run))
    for tag, moving, put in (("moveFrom", run, run.addprevious), ("moveTo", copied, target[0].addnext)):
        holder = file.changed(tag, "Pat Adviser")
        put(holder)
        holder.append(moving)
        holder.addprevious(_border(f"{tag}RangeStart", "move1"))
        holder.addnext(_border(f"{tag}RangeEnd", "move1"))
    acts = new_acts(file.saved(), own)
    assert [(act.act, act.note[:15]) for act in acts] == [("suggestion", "One end of a mo")] * 2


def test_a_move_comes_in_once_and_can_be_accepted(review: Clone, run: Run, tmp_path: Path) -> None:
    """From export to the text: as one suggestion of its author, whose acceptance puts the passage there."""
    assert run(review, "export", "docx", str(tmp_path / "sent.docx"))[0] == 0
    file = WordFile.of((tmp_path / "sent.docx").read_bytes())
    _moved(file, "Be kind.", "Be brief")
    (tmp_path / "back.docx").write_bytes(file.saved())
    told = ask(run, review, "import", str(tmp_path / "back.docx"), "--as", PAT)
    assert [act["act"] for act in told["acts"]] == ["move"]
    assert ask(run, review, "import", str(tmp_path / "back.docx"), "--as", PAT)["count"] == 0
    run(review, "submit")
    assert run(review, "accept", told["threads"][0])[0] == 0
    text = review.read("policy/principles.md")
    assert text.index("Be brief") < text.index("Be kind.")


def test_the_app_shows_where_a_move_leads_and_that_the_file_was_read(
    review: Clone, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the draft, before anything is written."""
    assert run(review, "export", "docx", str(tmp_path / "back.docx"))[0] == 0
    file = WordFile.of((tmp_path / "back.docx").read_bytes())
    _moved(file, "Be kind.", "Be brief")
    (tmp_path / "back.docx").write_bytes(file.saved())
    for name, value in zip(("NAME", "EMAIL"), OFFICER, strict=True):
        monkeypatch.setenv(f"GIT_AUTHOR_{name}", value)
    files = Workspace.open(review.path).files
    preview = files.preview(files.read(tmp_path / "back.docx"), (PAT,))
    shown = imported_file(preview)
    card = "\n".join("".join(str(part) for part in each) for each in shown.rows[0].card)
    assert "is to stand behind" in card
    assert shown.read[0].startswith("It counts as reading of 3 texts by Pat Adviser")
