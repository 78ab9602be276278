"""Files as other programs build them: what was changed in them is read, whatever it is wrapped in or where it lies."""

from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from tests.exchange.word.editing import MAIN, WordFile, w, zipped
from tests.exchange.word.sending import draft, new_acts, read, sent, wordings

TEXT = """# Principles

Officers must think before they post.

Ask the team if in doubt.

| Who | When |
|-----|------|
| Team | Monday |
| Desk | Friday |

See [the guide](https://guide.example/) first.

The end is near.
"""
PAT, KIM = "Pat Adviser", "Kim Other"
_BY = f'w:author="{PAT}" w:date="2026-11-02T09:30:00Z"'
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def _xml(text: str) -> Any:
    """Elements written as text, those of the document under the letter `w`."""
    return etree.fromstring(f'<x xmlns:w="{MAIN}" xmlns:m="{_MATH}">{text}</x>')[0]


def _behind(words: str, text: str) -> Callable[[WordFile], None]:
    """Put elements behind words, as a run of the same paragraph."""
    return lambda file: file.run_of(words).addnext(_xml(text))


def _inserted(content: str) -> str:
    return f'<w:ins w:id="77" {_BY}>{content}</w:ins>'


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def _comment_on_deleted_words(file: WordFile) -> None:
    file.comment("in doubt", "Why?", KIM)
    file.delete("in doubt", PAT)


def _wrapped(file: WordFile) -> None:
    """A change inside of a smart tag, the new words inside of custom XML."""
    file.replace("must", "may", PAT)
    gone = next(file.document.iter(w("del")))
    come = gone.getnext()
    tag, custom = _xml('<w:smartTag w:element="e"/>'), _xml('<w:customXml w:element="q"/>')
    gone.addprevious(tag)
    tag.extend([gone, custom])
    custom.append(come)


def _moved_between_cells(file: WordFile) -> None:
    first, second = (next(p for p in file.row(day).iter(w("p")) if day in "".join(p.itertext())) for day in DAYS)
    first.remove(first.find(w("r")))
    for tag, paragraph, words in (("moveFrom", first, "Monday"), ("moveTo", second, " Monday")):
        number = f'w:id="{len(tag)}"'
        paragraph.append(_xml(f'<w:{tag}RangeStart {number} {_BY} w:name="m9"/>'))
        paragraph.append(_xml(f'<w:{tag} w:id="78" {_BY}>{_run(words)}</w:{tag}>'))
        paragraph.append(_xml(f"<w:{tag}RangeEnd {number}/>"))


DAYS = ("Monday", "Friday")
_FIELD = "".join(
    f"<w:r>{each}</w:r>"
    for each in (
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText> PAGE </w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        '<w:t xml:space="preserve"> on page 12</w:t>',
        '<w:fldChar w:fldCharType="end"/>',
    )
)
NEAR, SIGN = " \u0642\u0631\u064a\u0628", "\u6f22"
_RUBY = f"<w:r><w:ruby><w:rt>{_run('kan')}</w:rt><w:rubyBase>{_run(SIGN)}</w:rubyBase></w:ruby></w:r>"
_CONTROL = f"<w:sdt><w:sdtContent>{_run(' always')}</w:sdtContent></w:sdt>"
_EMPTY = (
    "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt>"
)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda file: file.replace("the guide", "the manual", PAT), [("the guide", "the manual")]),
        (_behind("must", _inserted(_CONTROL)), [("", " always")]),
        (_behind(" near", _inserted(_FIELD)), [("", " on page 12")]),
        (_behind(" near", f'<w:bdo w:val="rtl">{_inserted(_run(NEAR))}</w:bdo>'), [("", NEAR)]),
        (_behind(" near", _inserted("<m:oMath><m:r><m:t> x=1</m:t></m:r></m:oMath>")), [("", " x=1")]),
        (_behind(" near", _inserted(_RUBY)), [("", SIGN)]),
        (_comment_on_deleted_words, [("in doubt", ""), ("in doubt", None)]),
        (_wrapped, [("must", "may")]),
        (_moved_between_cells, [("Monday", ""), ("", " Monday")]),
        (_behind(" near", _EMPTY), []),
    ],
)  # fmt: skip
def test_a_change_is_read_whatever_it_is_wrapped_in(
    change: Callable[[WordFile], None], expected: list[tuple[str, str | None]]
) -> None:
    """Content controls, fields, links, direction, formulas, readings, smart tags, cells: the words and nothing else."""
    drafted = draft(TEXT)
    file = WordFile.of(sent(drafted))
    change(file)
    assert wordings(new_acts(file.saved(), drafted), TEXT) == expected


def _elsewhere(parts: dict[str, bytes]) -> None:
    """Comments in a folder of their own, the document under another name, as some programs write them."""
    parts["notes/c1.xml"] = parts.pop("word/comments.xml")
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    relations = parts.pop("word/_rels/document.xml.rels")
    parts["word/_rels/document2.xml.rels"] = relations.replace(b'"comments.xml"', b'"/notes/c1.xml"')
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"word/document2.xml")
    types = parts["[Content_Types].xml"].replace(b"/word/comments.xml", b"/notes/c1.xml")
    parts["[Content_Types].xml"] = types.replace(b"/word/document.xml", b"/word/document2.xml")


def _strict(parts: dict[str, bytes]) -> None:
    for name, part in parts.items():
        content = part.replace(MAIN.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
        parts[name] = content.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/", b"http://purl.oclc.org/ooxml/officeDocument/"
        )


def _wide(parts: dict[str, bytes]) -> None:
    document = etree.fromstring(parts["word/document.xml"])
    parts["word/document.xml"] = etree.tostring(document, encoding="UTF-16", xml_declaration=True)


def _bare(parts: dict[str, bytes]) -> None:
    for name in ("styles", "settings", "fontTable", "theme/theme1"):
        parts.pop(f"word/{name}.xml", None)


@pytest.mark.parametrize("build", [_elsewhere, _strict, _wide, _bare])
def test_the_parts_may_lie_elsewhere_be_strict_wide_or_missing(build: Callable[[dict[str, bytes]], None]) -> None:
    """The change and the comment come in at their words as from any other file."""
    drafted = draft(TEXT)
    file = WordFile.of(sent(drafted))
    file.replace("must", "should", PAT)
    file.comment("team", "Which?", KIM)
    parts = WordFile.of(file.saved()).parts
    build(parts)
    acts = new_acts(zipped(parts), drafted)
    assert wordings(acts, TEXT) == [("must", "should"), ("team", None)]
    assert [act.voice.name for act in acts] == [PAT, KIM]


def test_comments_outside_of_the_text_and_on_moved_words_come_in_once() -> None:
    """One in the footer and one without a place keep their words; the one on a passage that moves answers that."""
    drafted = draft(TEXT)
    file = WordFile.of(sent(drafted))
    footer = etree.fromstring(file.parts["word/footer1.xml"])
    next(footer.iter(w("p"))).append(_xml('<w:r><w:commentReference w:id="951"/></w:r>'))
    file.parts["word/footer1.xml"] = etree.tostring(footer)
    source, target = file.paragraph("The end"), file.paragraph("Ask the team")
    sign = '<w:r><w:commentReference w:id="950"/></w:r>'
    marked = f'<w:commentRangeStart w:id="950"/>{_run("The end is near.")}<w:commentRangeEnd w:id="950"/>{sign}'
    for tag, place, content in (("moveFrom", source, _run("The end is near.")), ("moveTo", target, marked)):
        mark = f'<w:pPr><w:rPr><w:{tag} w:id="77" {_BY}/></w:rPr></w:pPr>'
        inside = f'<w:{tag}RangeStart w:id="77" {_BY} w:name="m1"/><w:{tag} w:id="78" {_BY}>{content}</w:{tag}>'
        place.addprevious(_xml(f'<w:p>{mark}{inside}<w:{tag}RangeEnd w:id="77"/></w:p>'))
    source.getparent().remove(source)
    for key, words in (("950", "Good place?"), ("951", "Say draft."), ("952", "No place.")):
        comment = etree.SubElement(file.comments, w("comment"))
        comment.set(w("id"), key)
        comment.set(w("author"), KIM)
        etree.SubElement(comment, w("p")).append(file.run(words))
    acts = read(file.saved(), drafted).acts
    assert sorted((act.act, act.voice.name, act.body) for act in acts) == [
        ("comment", KIM, "No place."),
        ("comment", KIM, "Say draft."),
        ("move", PAT, ""),
        ("reply", KIM, "Good place?"),
    ]
    assert {act.to for act in acts if act.act == "reply"} == {act.item for act in acts if act.act == "move"}
