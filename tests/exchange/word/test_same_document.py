"""The same document as other programs write it reads the same: strict, in controls, with noise between its runs."""

import re
from collections.abc import Callable
from copy import deepcopy

import pytest
from lxml import etree

from tests.exchange.word.acts.test_returned_document import TEXT
from tests.exchange.word.editing import W15, WordFile, w, zipped
from tests.exchange.word.sending import draft, read, sent

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_STRICT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}


def _reviewed() -> WordFile:
    file = WordFile.of(sent(draft(TEXT)))
    file.replace("must", "may", "Pat Adviser")
    file.add_paragraph("Be kind.", "Be fair.", "Kim Other")
    file.delete("within a week", "Kim Other")
    key = file.comment("two working days", "Who answers in the holidays?", "Pat Adviser")
    file.comment("Be kind.", "Nobody.", "Kim Other", key, done=True)
    return file


def _renamed(file: WordFile, names: dict[str, str]) -> None:
    file.saved()
    for name in file.parts:
        if name.endswith((".xml", ".rels")):
            for old, new in names.items():
                file.parts[name] = file.parts[name].replace(old.encode(), new.encode())


def _strict(file: WordFile) -> None:
    _renamed(file, _STRICT)


def _of_word_2013_preview(file: WordFile) -> None:
    _renamed(file, {W15: "http://schemas.microsoft.com/office/word/2010/11/wordml"})


def _with_other_prefixes(file: WordFile) -> None:
    file.saved()
    for name in ("word/document.xml", "word/comments.xml"):
        text = re.sub(r"(</?|\s)w:", r"\1main:", file.parts[name].decode())
        file.parts[name] = text.replace("xmlns:w=", "xmlns:main=").encode()


def _inside(tag: str, inner: str, *holders: str) -> Callable[[WordFile], None]:
    def change(file: WordFile) -> None:
        for element in list(file.document.iter(w(inner))):
            if element.getparent().tag in {w(holder) for holder in holders}:
                outer = etree.Element(w(tag))
                element.addprevious(outer)
                (etree.SubElement(outer, w("sdtContent")) if tag == "sdt" else outer).append(element)
        file.saved()

    return change


def _with_alternatives(file: WordFile) -> None:
    for element in list(file.document.iter(w("p"))):
        if element.getparent().tag == w("body"):
            outer = etree.Element(f"{{{_MC}}}AlternateContent")
            element.addprevious(outer)
            etree.SubElement(outer, f"{{{_MC}}}Fallback").append(deepcopy(element))
            choice = etree.Element(f"{{{_MC}}}Choice")
            choice.append(element)
            outer.insert(0, choice)
    file.saved()


def _with_noise(file: WordFile) -> None:
    for run in list(file.document.iter(w("r"))):
        run.addprevious(etree.Element(w("proofErr")))
        for number, tag in enumerate(("bookmarkStart", "bookmarkEnd")):
            mark = etree.Element(w(tag))
            mark.set(w("id"), "7000")
            (run.addnext if number else run.addprevious)(mark)
        for words in run.findall(w("t")):
            words.addprevious(etree.Element(w("lastRenderedPageBreak")))
    file.saved()


@pytest.mark.parametrize(
    "written",
    [
        _strict,
        _of_word_2013_preview,
        _with_other_prefixes,
        _with_alternatives,
        _with_noise,
        _inside("sdt", "p", "body", "tc"),
        _inside("sdt", "tbl", "body"),
        _inside("sdt", "r", "p"),
        _inside("smartTag", "r", "p", "ins", "del"),
        _inside("customXml", "p", "body"),
    ],
)
def test_the_same_document_reads_the_same(written: Callable[[WordFile], None]) -> None:
    """Acts, their places and names, answers, what is resolved, and what is told."""
    own, file, other = draft(TEXT), _reviewed(), _reviewed()
    written(other)
    expected, incoming = read(file.saved(), own), read(zipped(other.parts), own)
    assert len(expected.acts) == 5
    assert (incoming.acts, incoming.left_out, incoming.details) == (expected.acts, expected.left_out, expected.details)
