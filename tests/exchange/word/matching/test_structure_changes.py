"""What somebody changed in a returned file besides words: levels, lists, what is struck through, links, text boxes."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from lxml import etree

from reviewtui.domain.review.import_content import BroughtAct, Incoming
from tests.exchange.sending import texts
from tests.exchange.word.editing import MAIN, WordFile, w
from tests.exchange.word.sending import draft, read, sent

TEXT = (
    "# Title\n\nFirst words of it. A [link](https://a.example/x) too.\n\nSecond ~~words~~ here.\n\n* One.\n* Two.\n\n"
    "1. Step one.\n\n## More\n\nUnder it.\n\n| A | B |\n| --- | --- |\n| c | d |\n"
)
_BY = 'w:id="901" w:author="Pat" w:date="2026-11-02T09:30:00Z"'
_BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"


def _xml(text: str) -> Any:
    return etree.fromstring(f'<r xmlns:w="{MAIN}" xmlns:v="urn:schemas-microsoft-com:vml">{text}</r>')[0]


def _read(change: Callable[[WordFile], object]) -> Incoming:
    own = draft(TEXT)
    file = WordFile.of(sent(own))
    change(file)
    return read(file.saved(), own)


def _said(act: BroughtAct) -> tuple[str, str, str]:
    about = TEXT[act.place.start : act.place.end] if act.place and act.place.end is not None else ""
    return act.voice.name, act.body, about


def _deeper(file: WordFile) -> None:
    file.paragraph("Two.").find(w("pPr")).find(w("numPr")).find(w("ilvl")).set(w("val"), "1")


def _deeper_tracked(file: WordFile) -> None:
    properties = file.paragraph("Two.").find(w("pPr"))
    before = etree.tostring(properties).decode()
    _deeper(file)
    properties.append(_xml(f"<w:pPrChange {_BY}>{before}</w:pPrChange>"))


def _as_heading(file: WordFile) -> None:
    file.paragraph("Under it.").insert(0, _xml('<w:pPr><w:pStyle w:val="Heading3"/></w:pPr>'))


def _no_item(file: WordFile) -> None:
    properties = file.paragraph("Step one.").find(w("pPr"))
    properties.remove(properties.find(w("numPr")))


def _look(words: str, looks: str) -> Callable[[WordFile], object]:
    return lambda file: file.run_of(words).insert(0, _xml(f"<w:rPr>{looks}</w:rPr>"))


def _unstrike(file: WordFile) -> None:
    for mark in list(file.document.iter(w("strike"))):
        mark.getparent().remove(mark)


def _elsewhere(file: WordFile) -> None:
    name = "word/_rels/document.xml.rels"
    file.parts[name] = file.parts[name].replace(b"https://a.example/x", b"https://b.example/y")


def _nowhere(file: WordFile) -> None:
    link = next(file.document.iter(w("hyperlink")))
    for run in list(link):
        link.addprevious(run)
    link.getparent().remove(link)


def _box(file: WordFile) -> None:
    inside = "<w:p><w:r><w:t>By hand.</w:t></w:r></w:p><w:p><w:r><w:t>And more.</w:t></w:r></w:p>"
    file.paragraph("Second").append(_xml(_BOX.format(inside)))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_deeper, ("", "Would make this a bulleted item at level 2; it was sent as a bulleted item.", "Two.")),
        (
            _deeper_tracked,
            ("Pat", "Would make this a bulleted item at level 2; it was sent as a bulleted item.", "Two."),
        ),
        (_as_heading, ("", "Would make this a heading of level 3; it was sent as a paragraph.", "Under it.")),
        (_no_item, ("", "Would make this a paragraph; it was sent as a numbered item.", "Step one.")),
        (_look("First words", "<w:strike/>"), ("", "Would strike this through.", "First words")),
        (
            _look("First words", f"<w:strike/><w:rPrChange {_BY}><w:rPr/></w:rPrChange>"),
            ("Pat", "Would strike this through.", "First words"),
        ),
        (_unstrike, ("", "Would strike this no more.", "words")),
        (_elsewhere, ("", "Would let this lead to https://b.example/y, not to https://a.example/x.", "link")),
        (_nowhere, ("", "Would let this lead to nothing, not to https://a.example/x.", "link")),
        (_box, ("", "In a text box: By hand.\nAnd more.", "")),
    ],
)
def test_what_changes_no_words_is_a_remark(change: Callable[[WordFile], object], said: tuple[str, str, str]) -> None:
    """At its place, under the name of whoever changed it where the file tells who, else nobody's."""
    [act] = _read(change).acts
    assert _said(act) == said
    assert bool(act.note) == (not said[0])


def test_a_paragraph_begun_behind_a_heading_leaves_the_heading_what_it_is() -> None:
    """Word gives the new one the heading's own end, and another style than the heading's."""

    def begun(file: WordFile) -> None:
        heading = file.paragraph("More")
        heading.find(w("pPr")).append(_xml(f"<w:rPr><w:ins {_BY}/></w:rPr>"))
        heading.addnext(_xml(f"<w:p><w:ins {_BY}><w:r><w:t>New words.</w:t></w:r></w:ins></w:p>"))

    [act] = _read(begun).acts
    assert (act.act, act.replacement) == ("suggestion", "\n\nNew words.")


def _joined(file: WordFile) -> None:
    row = list(file.document.iter(w("tr")))[-1]
    first, second = row.findall(w("tc"))
    first.find(w("tcPr")).append(_xml('<w:gridSpan w:val="2"/>'))
    first.extend(second.findall(w("p")))
    row.remove(second)


def _header(file: WordFile) -> None:
    [name] = [name for name in file.parts if "footer" in name and name.endswith("1.xml")]
    file.parts[name] = file.parts[name].replace(b"</w:p>", b"<w:r><w:t>, secret</w:t></w:r></w:p>")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_look("First words", "<w:b/>"), "1 passage is bold or slanted otherwise than sent: “First words”."),
        (_look("First", '<w:highlight w:val="yellow"/>'), "1 stretch marked in colour: “First”."),
        (_joined, "2 cells were joined to another: “c”, “d”."),
        (_header, "1 line was added to header or footer: “Page 1, secret”."),
    ],
)
def test_what_is_no_remark_is_told(change: Callable[[WordFile], object], told: str) -> None:
    """How words look, the shape of a table, and what stands in the margins."""
    incoming = _read(change)
    assert (incoming.acts, incoming.left_out) == ((), (told,))


def test_words_struck_through_in_a_document_of_others_are_told() -> None:
    """Whether somebody wants them gone, nobody can tell."""
    incoming = read(sent(draft(TEXT)), draft("# Other\n\nNothing of it.\n"))
    assert "1 passage is struck through: “words”." in incoming.left_out


def test_what_a_program_changes_everywhere_is_nobodys_wish() -> None:
    """A program without our styles gives each paragraph another level; that is said once."""
    text = "# Title\n\n" + "\n\n".join(f"## Part {n}\n\nWords {n}." for n in range(9)) + "\n"
    own = draft(text)
    file = WordFile.of(sent(own))
    for style in file.document.iter(w("pStyle")):
        if style.get(w("val")) == "Heading2":
            style.set(w("val"), "Heading4")
    incoming = read(file.saved(), own)
    assert not incoming.acts
    assert incoming.left_out[0].startswith("9 paragraphs have another level or list than was sent")


@given(texts)
def test_any_text_comes_back_as_it_was_sent(text: str) -> None:
    """Nothing is found in what nobody touched, and nothing told."""
    own = draft(text)
    incoming = read(sent(own), own)
    assert (incoming.acts, incoming.left_out) == ((), ())


def _counted_on(file: WordFile) -> None:
    for words, other in (("Two", "Other"), ("Last", "First")):
        number = file.paragraph(other).find(w("pPr")).find(w("numPr")).find(w("numId")).get(w("val"))
        file.paragraph(words).find(w("pPr")).find(w("numPr")).find(w("numId")).set(w("val"), number)


def test_lists_that_count_otherwise_are_told() -> None:
    """One that begins anew in the middle, and one that goes on with the numbers of the list before."""
    own = draft("# T\n\n1. First.\n2. Two.\n3. Three.\n\nWords.\n\n1. Other.\n\nMore.\n\n1. Last.\n")
    file = WordFile.of(sent(own))
    assert read(file.saved(), own).left_out == ()
    _counted_on(file)
    assert read(file.saved(), own).left_out == (
        "1 list was begun anew within one that was sent: “Two.”.",
        "2 lists were counted on from the one before: “Other.”, “Last.”.",
    )
