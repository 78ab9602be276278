"""Parts in other formats that a program lets a Word file take in as text (`altChunk`) are told and never opened."""

import pytest
from lxml import etree

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.word.reading.word_document import read_document
from tests.exchange.word.editing import WordFile, w, zipped
from tests.exchange.word.sending import draft, read, sent

TEXT = "# Title\n\nOfficers must think.\n\n" + "".join(f"Rule {number}.\n\n" for number in range(9)) + "The end.\n"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_POINTER = '<Relationship Id="rIdC" Type="{}/aFChunk" Target="{}"/></Relationships>'


def _with_chunk(name: str, content: bytes) -> bytes:
    """A file that we sent, with a part behind its second paragraph."""
    file = WordFile.of(sent(draft(TEXT)))
    chunk = etree.Element(w("altChunk"))
    chunk.set(f"{{{_OFFICE}}}id", "rIdC")
    file.paragraph("must think").addnext(chunk)
    relations = "word/_rels/document.xml.rels"
    file.parts[relations] = file.parts[relations].replace(b"</Relationships>", _POINTER.format(_OFFICE, name).encode())
    file.parts[f"word/{name}"] = content
    return file.saved()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", b"<p>From a page.</p>"),
        ("a.docx", sent(draft("Inner words.\n"))),
        ("a.zip", zipped({"a": b"b"})),
        ("a.docx", b"PK\x03\x04 rubbish"),
    ],
)
def test_such_a_part_is_told_and_the_rest_is_read(name: str, content: bytes) -> None:
    """It is never opened, whatever it is."""
    file = WordFile.of(_with_chunk(name, content))
    file.comment("The end.", "Is it?", "Pat")
    incoming = read(file.saved(), draft(TEXT))
    assert any(line.startswith("1 part in another format, which was not read") for line in incoming.left_out)
    assert "Is it?" in " ".join(act.body for act in incoming.acts)


def test_an_archive_that_is_no_part_of_the_text_is_refused() -> None:
    """Only what the document takes in is opened, and nothing but a Word file."""
    file = WordFile.of(sent(draft(TEXT)))
    file.parts["word/a.docx"] = sent(draft("Inner.\n"))
    with pytest.raises(Refused, match="archive inside"):
        read_document(file.saved())
