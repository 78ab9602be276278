"""A suggestion to move a passage goes out as a tracked move, and is known when it comes back."""

import pytest
from lxml import etree

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record.events import MoveSuggested
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.word import word_format
from reviewtui.exchange.word.reading.word_document import read_document
from reviewtui.text.merge.moving import MovedText, moved
from tests.exchange.word.editing import WordFile, w
from tests.exchange.word.sending import (
    EXPORT,
    NOW,
    PATH,
    draft,
    new_acts,
    placed,
    read,
    relocated,
    sent,
    suggested,
)
from tests.exchange.word.word_structure import faults, parts_of
from tests.making import blob, draft_of, kept, made, number
from tests.strategies import REVIEWER

TEXT = (
    "# Principles\n\nFirst **words** of it. A [link](https://a.example/x) too. The last.\n\nSecond words.\n\n"
    "* One.\n* Two.\n  * Inner.\n* Three.\n\n## More\n\nUnder it.\n\n| A | B |\n| --- | --- |\n| c | d |\n\n"
    "Last words.\n"
)


def _span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def _behind(words: str) -> int:
    return _span(words)[1]


CASES = [
    ("Second words.", "Under it."),
    ("Second words.", "Last words."),
    ("Second words.", "| c | d |"),
    ("First **words** of it. A [link](https://a.example/x) too. The last.", "Three."),
    ("One.", "Three."),
    ("Two.\n  * Inner.", "Three."),
    ("Three.", "One."),
    ("Inner.", "One."),
    ("A [link](https://a.example/x) too.", "The last."),
    ("The last.", "Second words."),
    ("First **words** of it.", "Last words."),
    ("A [link](https://a.example/x) too.", "Under it."),
]


def _shown(content: bytes, *, after: bool) -> list[str]:
    """The paragraphs of a file before or after its tracked changes are accepted."""
    texts, words = [], ""
    for paragraph in read_document(content).paragraphs:
        words += paragraph.current if after else paragraph.original
        mark = paragraph.mark_deleted if after else paragraph.mark_inserted
        if mark is None:
            texts.append(words.strip())
            words = ""
    return [text for text in texts if text]


def _accepted(span: tuple[int, int], at: int) -> str:
    """The text once a move is accepted."""
    change = moved(TEXT, span, None, at)
    assert isinstance(change, MovedText)
    return change.put.applied(change.taken.applied(TEXT))


@pytest.mark.parametrize(("words", "behind"), CASES)
def test_a_move_goes_out_as_a_tracked_move(words: str, behind: str) -> None:
    """Both ends have one name, its author and date; accepted it reads as the text does, and nothing is new."""
    drafted = draft(TEXT, relocated(TEXT, _span(words), _behind(behind)))
    content = sent(drafted)
    assert faults(content) == []
    body = etree.fromstring(parts_of(content)["word/document.xml"])
    starts = [next(body.iter(w(f"{tag}RangeStart"))) for tag in ("moveFrom", "moveTo")]
    assert {start.get(w("name")) for start in starts} == {"move1"}
    assert all(start.get(w("author")) and start.get(w("date")) for start in starts)
    assert _shown(content, after=False) == _shown(sent(draft(TEXT)), after=False)
    assert _shown(content, after=True) == _shown(sent(draft(_accepted(_span(words), _behind(behind)))), after=True)
    incoming = read(content, drafted)
    assert [bool(act.thread) for act in incoming.acts] == [True]


def _settled(content: bytes, kept: str, gone: str) -> bytes:
    """A file in which somebody accepted or rejected every move in Word."""
    file = WordFile.of(content)
    body = file.document
    for paragraph in list(body.iter(w("p"))):
        properties = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        if properties is not None and properties.find(w(gone)) is not None:
            paragraph.getparent().remove(paragraph)
        elif properties is not None and properties.find(w(kept)) is not None:
            properties.remove(properties.find(w(kept)))
    for change in list(body.iter(w(gone))):
        change.getparent().remove(change)
    for change in list(body.iter(w(kept))):
        for run in list(change):
            change.addprevious(run)
        change.getparent().remove(change)
    for end in ("RangeStart", "RangeEnd"):
        for border in list(body.iter(w(f"{kept}{end}"), w(f"{gone}{end}"))):
            border.getparent().remove(border)
    return file.saved()


@pytest.mark.parametrize(("words", "behind"), CASES)
def test_a_move_that_somebody_rejected_in_word_changes_nothing(words: str, behind: str) -> None:
    """The text is as it was, and the remark stays open."""
    drafted = draft(TEXT, relocated(TEXT, _span(words), _behind(behind)))
    assert new_acts(_settled(sent(drafted), "moveFrom", "moveTo"), drafted) == []


@pytest.mark.parametrize(("words", "behind"), CASES)
def test_a_move_that_somebody_accepted_in_word_is_told(words: str, behind: str) -> None:
    """Nobody is named for it: it comes in as changed without tracking, never silently."""
    drafted = draft(TEXT, relocated(TEXT, _span(words), _behind(behind)))
    acts = new_acts(_settled(sent(drafted), "moveTo", "moveFrom"), drafted)
    assert acts
    assert all("without tracking" in act.note for act in acts)


def test_why_it_is_to_move_and_what_is_said_of_it_are_comments() -> None:
    """A new comment on the words where they come answers the move."""
    drafted = draft(TEXT, relocated(TEXT, _span("Last words."), _behind("Second words."), body="It belongs there."))
    content = sent(drafted)
    assert [act.body for act in read(content, drafted).acts if act.act == "comment"] == ["It belongs there."]
    file = WordFile.of(content)
    file.comment("Last words.", "Does it?", "Pat Adviser")
    [act] = new_acts(file.saved(), drafted)
    assert (act.act, act.body, act.voice.name) == ("reply", "Does it?", "Pat Adviser")
    assert act.to in drafted.review.threads


def test_what_another_changes_in_a_passage_that_moves_is_told_as_a_collision() -> None:
    """Their words stand among what the move takes; the move is known all the same."""
    drafted = draft(TEXT, relocated(TEXT, _span("Second words."), _behind("Under it.")))
    file = WordFile.of(sent(drafted))
    moving = next(each for each in file.document.iter(w("moveFrom")) if len(each))
    added = file.changed("ins", "Pat Adviser")
    added.append(file.run("Really."))
    moving.addnext(added)
    acts = read(file.saved(), drafted).acts
    assert [act.voice.name for act in acts if not act.thread] == ["Pat Adviser"]
    assert any(act.act == "move" and act.thread for act in acts)


def test_a_move_that_is_in_the_way_of_another_change_is_told_in_words() -> None:
    """Of two changes for the same words the older is tracked."""
    older = suggested(TEXT, *_span("Second"), "Other", 1)
    drafted = draft(TEXT, older, relocated(TEXT, _span("Second words."), _behind("Under it."), 2))
    content = sent(drafted)
    body = etree.fromstring(parts_of(content)["word/document.xml"])
    assert list(body.iter(w("moveFrom"))) == []
    acts = read(content, drafted).acts
    assert [act.body for act in acts if act.act == "comment"] == [
        "Move this to behind “…Inner. Three. More Under it.”."
    ]
    assert all(act.thread for act in acts)


def test_changes_beside_a_passage_that_moves_are_tracked_too() -> None:
    """Only what stands in it is in its way."""
    before = suggested(TEXT, *_span("The last."), "Gone.", 1)
    behind = suggested(TEXT, *_span("Three."), "Four.", 2)
    drafted = draft(TEXT, before, behind, relocated(TEXT, _span("Second words."), _behind("Last words."), 3))
    acts = read(sent(drafted), drafted).acts
    assert sorted((act.act, bool(act.thread)) for act in acts) == [("move", True), *[("suggestion", True)] * 2]


def test_rows_and_passages_with_notes_are_told_in_words() -> None:
    """A row is no paragraph, and Word has one mark for each footnote."""
    text = "# T\n\nWith a note.[^1]\n\nLast.\n\n| A | B |\n| --- | --- |\n| c | d |\n| e | f |\n\n[^1]: It.\n"
    rows = relocated(text, (text.index("| c"), text.index("| c") + 9), text.index("f |") + 3)
    note = relocated(text, (text.index("With"), text.index("[^1]") + 4), text.index("Last.") + 5, 2)
    drafted = draft(text, rows, note)
    content = sent(drafted)
    assert faults(content) == []
    assert list(etree.fromstring(parts_of(content)["word/document.xml"]).iter(w("moveFrom"))) == []
    acts = read(content, drafted).acts
    assert [act.body[:12] for act in acts] == ["Move this to"] * 2
    assert all(act.thread for act in acts)


def test_a_move_into_another_file_is_tracked_where_both_are_sent() -> None:
    """With one of them alone it is told in words."""
    texts = {PATH: TEXT, "policy/scope.md": "# Scope\n\nIt is for all.\n\nAnd for you.\n"}
    start, end = _span("Second words.")
    moving = Anchor(path=PATH, blob=blob(TEXT), start=start, end=end, exact=TEXT[start:end])
    at = texts["policy/scope.md"].index("all.") + 4
    there = Anchor(path="policy/scope.md", blob=blob(texts["policy/scope.md"]), start=at, end=at, prefix="for all.")
    event = made(MoveSuggested, 1, REVIEWER, anchors=(moving,), target=(there,), kind="wording")
    drafted = placed(draft_of(texts, kept(event, number(1))))
    content = sent(drafted)
    assert faults(content) == []
    assert [act.act for act in read(content, drafted).acts if act.thread] == ["move"]
    [act] = new_acts(content, placed(draft_of(texts)))
    assert act.target is not None
    assert (act.act, act.target.path, act.target.start) == ("move", "policy/scope.md", at)
    [section] = [each for each in drafted.policy.sections if each.path == PATH and each.start == 0]
    alone = word_format.write(Outgoing(drafted, EXPORT, NOW, section=section))
    assert isinstance(alone, bytes)
    assert [act.body for act in read(alone, drafted).acts] == ["Move this to behind “…for all.”."]


def test_a_move_behind_a_table_that_another_one_follows_is_known() -> None:
    """The paragraph stands between both tables, in a cell of neither."""
    table = "| A | B |\n| --- | --- |\n| c | d |\n"
    text = f"# Principles\n\nSecond words.\n\n{table}\n{table}\nLast words.\n"
    start = text.index("Second")
    drafted = draft(text, relocated(text, (start, start + len("Second words.")), text.index("d |") + 1))
    assert [act for act in read(sent(drafted), drafted).acts if not act.thread] == []
