"""Parts in other formats that a Word file takes in as text (`altChunk`): plain ones are read where they stand."""

import pytest
from lxml import etree

from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.incoming import Incoming
from reviewtui.exchange.word.reading.word_document import read_document
from tests.exchange.word.editing import WordFile, answered, w, zipped
from tests.exchange.word.sending import draft, read, sent

TEXT = "# Title\n\nOfficers must think.\n\n" + "".join(f"Rule {number}.\n\n" for number in range(9)) + "The end.\n"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_POINTER = '<Relationship Id="rIdC" Type="{}/aFChunk" Target="{}"/></Relationships>'
_PAGE = "<html><head><style>p { color: red }</style></head><body><p>From a <b>page</b>.</p><p>Twice.</p></body></html>"
_SAVED = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n"
    "Content-Transfer-Encoding: quoted-printable\n\n<p>Caf=C3=A9 =\nwords.</p>\n--b--\n"
)


def _with_chunk(name: str, content: bytes) -> bytes:
    """A file that we sent, with a part behind its second paragraph."""
    file = WordFile.of(sent(draft(TEXT)))
    chunk = etree.Element(w("altChunk"))
    chunk.set(f"{{{_OFFICE}}}id", "rIdC")
    file.paragraph("must think").addnext(chunk)
    relations = "word/_rels/document.xml.rels"
    file.parts[relations] = file.parts[relations].replace(b"</Relationships>", _POINTER.format(_OFFICE, name).encode())
    file.parts[f"word/{name}"] = content
    if name.startswith("html"):
        types = file.parts["[Content_Types].xml"]
        own = f'<Override PartName="/word/{name}" ContentType="text/html"/></Types>'
        file.parts["[Content_Types].xml"] = types.replace(b"</Types>", own.encode())
    return file.saved()


def _read(name: str, content: bytes) -> Incoming:
    return read(_with_chunk(name, content), draft(TEXT))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", b"Plain words.\r\n\r\nAnd more.\r\n", "Plain words.\n\nAnd more."),
        ("a.html", _PAGE.encode(), "From a page.\n\nTwice."),
        ("a.htm", _PAGE.encode("utf-16"), "From a page.\n\nTwice."),
        ("a.mht", _SAVED.encode(), "Café words."),
        ("a.docx", sent(draft("Inner words.\n")), "Inner words."),
        ("a.dat", sent(draft("Inner words.\n")), "Inner words."),
        ("html.xml", _PAGE.encode(), "From a page.\n\nTwice."),
    ],
)
def test_a_plain_part_comes_in_where_it_stands(name: str, content: bytes, words: str) -> None:
    """Nobody tracked it, so that is what it is: words changed without tracking, behind those before them."""
    incoming = _read(name, content)
    [act] = incoming.acts
    assert act.place is not None
    assert TEXT[: act.place.start].rstrip().endswith("must think.")
    assert words in (act.replacement or "")
    assert act.note == "Changed without tracking, so the file does not tell by whom."
    assert "part" not in " ".join(incoming.left_out)


def test_what_people_did_in_a_file_inside_is_theirs() -> None:
    """Its comments and tracked changes come in beside those of the file around it, and no two are taken for one."""
    inner = answered(sent(draft("# Inner\n\nStaff must ask. Posts are records.\n")))
    incoming = _read("a.docx", inner)
    assert {act.voice.name for act in incoming.acts} == {"", "Pat Adviser", "Kim Other"}
    assert any("All of them?" in act.body for act in incoming.acts)
    document = read_document(_with_chunk("a.docx", inner))
    assert len({each.identifier for each in document.comments}) == len(document.comments) == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.rtf", b"{\\rtf1 words}"),
        ("a.zip", zipped({"a": b"b"})),
        ("a.docx", b"PK\x03\x04 rubbish"),
        ("a.docx", zipped({"[Content_Types].xml": b"<a/>", "word/vbaProject.bin": b"x"})),
        ("a.docx", _with_chunk("b.docx", sent(draft("Deep.\n")))),
        ("a.html", b"<p>" * 60_000),
    ],
)
def test_what_cannot_be_read_is_told_and_the_rest_is_read(name: str, content: bytes) -> None:
    """Another format, a damaged or dangerous file, one in one in one, and one that is too large."""
    file = WordFile.of(_with_chunk(name, content))
    file.comment("The end.", "Is it?", "Pat")
    incoming = read(file.saved(), draft(TEXT))
    assert "1 part in another format, which was not read." in incoming.left_out
    assert "Is it?" in " ".join(act.body for act in incoming.acts)


def test_an_archive_that_is_no_part_of_the_text_is_refused() -> None:
    """Only what the document takes in is opened, and nothing but a Word file."""
    file = WordFile.of(sent(draft(TEXT)))
    file.parts["word/a.docx"] = sent(draft("Inner.\n"))
    with pytest.raises(Refused, match="archive inside"):
        read_document(file.saved())
