"""In a format that loses tracked changes, what two people did in one passage is told as it reads, and not guessed."""

from reviewtui.domain.review.import_content import BroughtAct, Incoming
from reviewtui.exchange.formats.import_context import ImportContext
from reviewtui.exchange.word import word_format
from tests.exchange.word.editing import WordFile, w
from tests.exchange.word.sending import draft, sent, suggested

TEXT = "# Rules\n\nStaff must answer within two working days.\n\nThey keep a record.\n\nThey call.\n\nThey write.\n"


def _file() -> WordFile:
    """A colleague's new words, and those with which another replaced them, as LibreOffice writes it to an .rtf file."""
    start = TEXT.index("two working")
    file = WordFile.of(sent(draft(TEXT, suggested(TEXT, start, start + 16, "one day"))))
    new = next(file.document.iter(w("ins")))
    change = file.changed("del", "Pat Adviser")
    change.append(file.run("one day", tag="delText"))
    new.getparent().replace(new, change)
    more = file.changed("ins", "Pat Adviser")
    more.append(file.run("half a day"))
    change.addnext(more)
    return file


def _acts(file: WordFile, *, loses_changes: bool) -> list[BroughtAct]:
    start = TEXT.index("two working")
    drafted = draft(TEXT, suggested(TEXT, start, start + 16, "one day"))
    context = ImportContext(drafted, lambda _commit: drafted, loses_changes=loses_changes)
    incoming = word_format.read(file.saved(), context)
    assert isinstance(incoming, Incoming)
    return [act for act in incoming.acts if not act.thread]


def test_words_that_lost_their_writer_are_told_as_they_read() -> None:
    """It was a suggestion by nobody of the colleague's words, and one by whoever had taken them out."""
    [act] = _acts(_file(), loses_changes=True)
    assert (act.act, act.voice.name) == ("comment", "Pat Adviser")
    assert act.body == "With all changes in the file this reads: “Staff must answer within half a day.”"
    assert act.place is not None
    assert TEXT[act.place.start : act.place.end] == act.quote == "Staff must answer within two working days."
    assert "not certain" in act.note


def test_what_stands_in_a_passage_by_itself_comes_in_as_ever() -> None:
    """Only what is mixed is unsure; in a format that keeps changes nothing is."""
    file = _file()
    file.delete("They keep a record.", "Kim Other")
    unsure, act = _acts(file, loses_changes=True)
    assert "not certain" in unsure.note
    assert (act.act, act.quote, act.voice.name) == ("suggestion", "They keep a record.", "Kim Other")
    assert all("not certain" not in act.note for act in _acts(file, loses_changes=False))


def test_two_people_in_one_unsure_passage_are_nobody_named() -> None:
    """Which of them wrote which words the file does not tell."""
    file = _file()
    file.replace("Staff", "You", "Kim Other")
    [act] = _acts(file, loses_changes=True)
    assert act.voice.name == ""


def test_of_two_unsure_passages_each_is_told_by_whoever_wrote_there_and_when() -> None:
    """Far apart, both came in by nobody; of two by one person, both with the moment of the later one."""
    file = WordFile.of(sent(draft(TEXT)))
    file.type_untracked("Staff", "You")
    file.replace("within", "in", "Pat Adviser")
    file.type_untracked("They write", "We write")
    file.insert_behind("We write", " often", "Kim Other").set(w("date"), "2030-01-02T10:00:00Z")
    first, second = _acts(file, loses_changes=True)
    assert (first.voice.name, second.voice.name) == ("Pat Adviser", "Kim Other")
    assert first.at is not None
    assert second.at is not None
    assert first.at < second.at
