"""What others changed in a Word file besides plain words is taken with their names, or told."""

import pytest
from lxml import etree

from reviewtui.domain.review.import_content import Incoming
from tests.exchange.word.editing import MAIN, WordFile
from tests.exchange.word.sending import draft, read, sent

TEXT = "# Title\n\nFirst words of it.\n\nSecond words here.\n\n| A | B |\n| --- | --- |\n| c | d |\n"
_SPACES = (
    f'xmlns:w="{MAIN}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_INS = '<w:ins w:id="950" w:author="Pat">{}</w:ins>'
_RUBY = (
    "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>read so</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)
_PICTURE = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A map"/><a:blip/></wp:inline></w:drawing></w:r>'
_FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
_FIELD += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _with(xml: str) -> Incoming:
    """What comes in of a file with something more behind the second paragraph's words."""
    own = draft(TEXT)
    file = WordFile.of(sent(own))
    file.paragraph("Second words").extend(etree.fromstring(f"<r {_SPACES}>{xml}</r>"))
    return read(file.saved(), own)


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        (_INS.format(_PICTURE), "1 tracked change without words: “picture put in by Pat”."),
        (f'<w:del w:id="9" w:author="">{_PICTURE}</w:del>', "“picture taken out by nobody named”."),
        (_INS.format('<w:r><w:br w:type="page"/></w:r>'), "1 tracked change without words: “break put in by Pat”."),
        (_INS.format(_FIELD), "1 tracked change without words: “field put in by Pat”."),
        (
            _INS.format('<w:del w:id="951" w:author="Pat"><w:r><w:delText>came, went</w:delText></w:r></w:del>'),
            "1 stretch that its writer took out again: “came, went”.",
        ),
        (_INS.format(_RUBY), "1 reading beside words: “read so”."),
    ],
)
def test_what_is_no_words_is_told(xml: str, told: str) -> None:
    """Pictures, breaks and fields that somebody put in or took out, and what somebody took back."""
    assert any(line.endswith(told) for line in _with(xml).left_out)


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        (_INS.format(_RUBY), "base"),
        ('<m:oMath><m:r><w:rPr><w:ins w:id="9" w:author="Pat"/></w:rPr><m:t>x</m:t></m:r></m:oMath>', "x"),
        (f"<m:oMath>{_INS.format('<m:r><m:t>y</m:t></m:r>')}</m:oMath>", "y"),
    ],
)
def test_words_in_odd_places_come_in_under_their_name(xml: str, words: str) -> None:
    """Below a reading, and single signs of a formula; with the word that they stand right behind."""
    [change] = _with(xml).acts
    assert (change.voice.name, change.replacement) == ("Pat", change.quote + words)


def _with_cells(content: bytes) -> bytes:
    file = WordFile.of(content)
    for cell, name in zip(list(file.document.iter(f"{{{MAIN}}}tcPr"))[-2:], ("cellIns", "cellDel"), strict=True):
        cell.extend(etree.fromstring(f'<r {_SPACES}><w:{name} w:id="9" w:author="Pat"/></r>'))
    return file.saved()


def test_cells_that_come_and_go_are_remarks_of_who_changed_them() -> None:
    """A cell is no words; what somebody did to the cells of a table is said at them, once."""
    own = draft(TEXT)
    first, second = read(_with_cells(sent(own)), own).acts
    assert [(act.voice.name, act.body) for act in (first, second)] == [
        ("Pat", "Would put in 1 cell of a table: “c”."),
        ("Pat", "Would take out 1 cell of a table: “d”."),
    ]
    assert [TEXT[act.place.start : act.place.end] for act in (first, second) if act.place] == ["c", "d"]


def test_cells_of_a_table_that_nobody_sent_are_told() -> None:
    """Whose change it is does not get lost."""
    told = read(_with_cells(sent(draft(TEXT))), draft("# Other\n\nWords.\n")).left_out
    assert "Pat: Would take out 1 cell of a table: “d”." in told


@pytest.mark.parametrize(
    ("holder", "name"), [("tblPr", "tblPrChange"), ("tcPr", "tcPrChange"), ("sectPr", "sectPrChange")]
)
def test_formatting_of_tables_and_pages_is_counted(holder: str, name: str) -> None:
    """As that of words and paragraphs is."""
    own = draft(TEXT)
    file = WordFile.of(sent(own))
    change = etree.fromstring(f'<r {_SPACES}><w:{name} w:id="9" w:author="Pat"><w:{holder}/></w:{name}></r>')
    next(file.document.iter(f"{{{MAIN}}}{holder}")).extend(change)
    assert read(file.saved(), own).left_out == ("1 change of formatting.",)


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("del", "Would join two paragraphs behind “First words of it.”."),
        ("ins", "Would begin a new paragraph behind “First words of it.”."),
    ],
)
def test_the_end_of_a_paragraph_alone_is_told_as_that(mark: str, said: str) -> None:
    """In a document that is not from here, in which no words come or go."""
    own = draft(TEXT)
    file = WordFile.of(sent(own))
    xml = f'<r {_SPACES}><w:pPr><w:rPr><w:{mark} w:id="9" w:author="Pat"/></w:rPr></w:pPr></r>'
    file.paragraph("First words").insert(0, etree.fromstring(xml)[0])
    incoming = read(file.saved(), draft("# Other\n\nNothing of it.\n"))
    assert said in [act.body for act in incoming.acts]
    assert "\n" in [change["deleted"] + change["inserted"] for change in incoming.details["changes"]]
