"""A document that lost its marks, or never had any, is compared with the version that it was likely made from."""

import pytest

from reviewtui.domain.policy.policy import ReadPolicy
from reviewtui.domain.review.import_content import Incoming
from reviewtui.exchange.formats.import_context import ImportContext
from reviewtui.exchange.word import word_format
from tests.exchange.word.editing import WordFile, w
from tests.exchange.word.sending import draft, sent, wordings

OLD = """# Rules

Staff must answer each question within two working days. They may call.

They keep a record of every call that they make for the council.

## More

Kindness is not weakness, and nobody has to be rude to be heard by us.
"""
NOW = OLD.replace("two working days", "one week").replace("a record", "a log")
PAT = "Pat Adviser"


def _file(text: str, *, told: bool) -> WordFile:
    """The text as it was sent, without properties and bookmarks, and on demand without our words above it."""
    file = WordFile.of(sent(draft(text)))
    file.parts["docProps/custom.xml"] = file.parts["docProps/custom.xml"].replace(b"reviewtui-", b"other-")
    for mark in [*file.document.iter(w("bookmarkStart"), w("bookmarkEnd"))]:
        mark.getparent().remove(mark)
    if not told:
        own = file.paragraph("This is a draft for review")
        own.getparent().remove(own)
    return file


def _read(file: WordFile) -> Incoming:
    """What a file brings in where the text went on from the old one, which the clone has by its commit."""
    old, now = draft(OLD), draft(NOW)
    versions = {old.version.commit[:10]: old, old.version.commit: old}
    context = ImportContext(now, versions.get, lambda: [ReadPolicy(old.policy, old.version.commit)])
    return word_format.read(file.saved(), context)


@pytest.mark.parametrize("told", [True, False])
def test_what_was_changed_without_tracking_is_found(*, told: bool) -> None:
    """It was dropped while "nobody changed them" was said; what the policy changed meanwhile is nobody's suggestion."""
    file = _file(OLD, told=told)
    file.type_untracked("not weakness", "strength")
    file.insert_behind("They may call", " or write", PAT)
    incoming = _read(file)
    assert wordings(incoming.acts, OLD) == [("", " or write"), ("not weakness", "strength")]
    assert [act.voice.name for act in incoming.acts] == [PAT, ""]
    assert any(("still says that it was version" if told else "it was compared with") in each for each in incoming.read)
    assert not incoming.texts, "without our marks it counts as nobody's reading"


@pytest.mark.parametrize("lost", [("export",), ("export", "policy")])
def test_a_file_that_lost_only_some_of_its_marks_is_compared_with_its_version(lost: tuple[str, ...]) -> None:
    """It was told to be from a version that this clone does not have, which it has."""
    own = draft(OLD)
    file = WordFile.of(sent(own))
    for name in lost:
        marks = file.parts["docProps/custom.xml"]
        file.parts["docProps/custom.xml"] = marks.replace(f"reviewtui-{name}".encode(), b"other")
    file.insert_behind("They may call", " or write", PAT)
    incoming = word_format.read(file.saved(), ImportContext(own, {own.version.commit: own}.get))
    assert wordings(incoming.acts, OLD) == [("", " or write")]
    assert incoming.version
    assert not incoming.texts
    assert not any("does not have" in each for each in incoming.read)
    assert any(("id of what was sent" if len(lost) == 1 else "still says") in each for each in incoming.read)


def test_of_two_versions_the_one_that_its_other_paragraphs_are_like_is_taken() -> None:
    """The paragraph that changed was changed in the file, too: what we changed meanwhile is none of theirs."""
    old, now = draft(OLD), draft(OLD.replace("a record", "a log"))
    versions = {old.version.commit: old}
    file = _file(OLD, told=False)
    file.type_untracked("every call", "each call")
    context = ImportContext(now, versions.get, lambda: [ReadPolicy(old.policy, old.version.commit)])
    [act] = word_format.read(file.saved(), context).acts
    assert wordings([act], OLD) == [("every", "each")]
    assert "which it was made from it does not tell" in act.note


def test_a_short_cell_with_other_words_is_the_one_at_its_place() -> None:
    """Without bookmarks and with few words nothing is like it; it came in as a line of the cell before it."""
    text = f"{OLD}\n| Who | When |\n| --- | --- |\n| Officers | at once |\n"
    file = _file(text, told=True)
    file.type_untracked("at once", "next week")
    drafted = draft(text)
    context = ImportContext(drafted, lambda _commit: drafted)
    assert wordings(word_format.read(file.saved(), context).acts, text) == [("at once", "next week")]


def test_what_a_part_of_the_text_leaves_out_was_taken_out_by_nobody() -> None:
    """Who copied two paragraphs into a file of their own has deleted none of the others; these are told."""
    file = _file(NOW, told=False)
    for words in ("Kindness", "They keep"):
        paragraph = file.paragraph(words)
        paragraph.getparent().remove(paragraph)
    incoming = _read(file)
    assert incoming.acts == ()
    assert any("whether anybody took that out is not known: “They keep" in each for each in incoming.left_out)


def test_words_of_a_document_that_is_like_none_come_in_as_remarks() -> None:
    """Nothing of it is dropped, and nothing is said to be a change by anybody."""
    file = _file("# Comments\n\nWe think the week is too long.\n\nThey may call. Or write, of course.\n", told=False)
    incoming = _read(file)
    words = "\n".join(act.body for act in incoming.acts)
    assert all(each in words for each in ("We think the week is too long.", "They may call. Or write, of course."))
    assert {act.act for act in incoming.acts} == {"comment"}
    assert all("not known" in act.note for act in incoming.acts)
    assert "0 untracked changes" not in incoming.read[0]


def test_a_paragraph_that_reads_otherwise_is_a_remark_on_it() -> None:
    """Of an unknown version nobody can say who changed it."""
    words = "Staff must answer each question within nine working days. They may call."
    incoming = _read(_file(f"# Comments\n\n{words}\n\nAll of the rest is our own text.\n", told=False))
    [place] = [act.place for act in incoming.acts if words in act.body]
    assert place is not None
    assert NOW[place.start : place.end].startswith("Staff must answer")


def test_white_space_of_a_document_that_was_not_written_here_is_no_change() -> None:
    """Tabs and wide spaces, which Markdown does not keep, came in as changes, or made it like no version."""
    file = _file(OLD, told=False)
    for words, wide in (("may call", "may\tcall "), ("a record", "a  record"), ("rude to be", "rude  to be")):
        file.type_untracked(words, wide)
    file.type_untracked("not weakness", "strength")
    assert wordings(_read(file).acts, OLD) == [("not weakness", "strength")]
