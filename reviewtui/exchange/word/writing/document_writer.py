"""Puts a Word file together: its parts, those of its comments among them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import quoteattr

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.formats.sent_paths import sent_path
from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph
from reviewtui.exchange.word.layout.sent_remarks import RemarkLayout, SentRemark
from reviewtui.exchange.word.layout.sent_text import (
    EXPORT,
    POLICY,
    SECTION,
    TITLE,
    VERSION,
    SentDocument,
    sent_document,
)
from reviewtui.exchange.word.writing import document_parts
from reviewtui.exchange.word.writing.body_xml import BodyWriter, ListNumbers
from reviewtui.exchange.word.writing.range_marks import NumberedComment, marks_of
from reviewtui.exchange.word.writing.run_xml import RunWriter, moment, text_xml

_MOST_COMMENTS = 32_000
"""Word opens no file with more than 32,767 ranges of comments."""
_SCHEMES = ("http://", "https://", "mailto:")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{sign}/></w:r></w:p></w:footnote>'
    for number, kind, sign in (
        (-1, "separator", "separator"), (0, "continuationSeparator", "continuationSeparator"),
    )
)  # fmt: skip
_NOTE_SIGN = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'


def word_file(outgoing: Outgoing) -> bytes:
    """Return the text with its remarks as a Word file.

    Raises:
        Refused: there are more remarks than Word opens.
    """
    document = sent_document(outgoing.title, outgoing.version, outgoing.draft.policy, outgoing.sections)
    remarks = RemarkLayout(outgoing.draft, document.paragraphs).remarks(outgoing.threads)
    if sum(len(remark.entries) for remark in remarks) > _MOST_COMMENTS:
        raise Refused("Word opens no file with so many comments; send one section at a time with --section.")
    return zipped(_parts(outgoing, document, remarks))


def _parts(outgoing: Outgoing, document: SentDocument, remarks: Sequence[SentRemark]) -> dict[str, str]:
    marks = marks_of(remarks, document.paragraphs)
    links = _links(document.paragraphs, remarks)
    notes = _notes(document.paragraphs)
    names = _unique([document.bookmark(index) for index in range(len(document.paragraphs))])
    writer = BodyWriter(marks, RunWriter(links, notes), ListNumbers(), names)
    body = "".join(
        writer.body([(i, paragraph) for i, paragraph in enumerate(document.paragraphs) if paragraph.kind != "note"])
    )
    footnotes = _footnotes(writer, document.paragraphs, notes)
    outside = "".join(
        f'<Relationship Id="{key}" Type="{document_parts.RELATIONSHIPS}/hyperlink" Target={quoteattr(address)} '
        'TargetMode="External"/>'
        for address, key in links.items()
    )
    return {
        "[Content_Types].xml": document_parts.asset("content_types.xml"),
        "_rels/.rels": document_parts.asset("root.rels"),
        "word/document.xml": document_parts.part("document", f"<w:body>{body}{document_parts.section_end()}</w:body>"),
        "word/_rels/document.xml.rels": document_parts.asset("document.rels", outside),
        "word/_rels/footnotes.xml.rels": document_parts.asset("no.rels", outside),
        "word/styles.xml": document_parts.asset("styles.xml"),
        "word/numbering.xml": document_parts.asset("numbering.xml", writer.lists.inside()),
        "word/settings.xml": document_parts.asset("settings.xml"),
        "word/footnotes.xml": document_parts.part("footnotes", _SEPARATORS + footnotes),
        "word/comments.xml": document_parts.part("comments", comments_inside(marks.comments)),
        "word/commentsExtended.xml": document_parts.extended_part(extended_inside(marks.comments)),
        "word/footer1.xml": document_parts.asset("footer.xml"),
        "docProps/core.xml": document_parts.core_properties(document.title, outgoing.moment),
        "docProps/app.xml": document_parts.asset("app.xml"),
        "docProps/custom.xml": document_parts.custom_properties(_home(outgoing)),
    }


def _home(outgoing: Outgoing) -> dict[str, str]:
    """By what the file finds home: review, export, version, and the texts that it holds."""
    properties = {EXPORT: outgoing.export, POLICY: outgoing.policy_id, VERSION: outgoing.version, TITLE: outgoing.title}
    for number, section in enumerate(outgoing.sections, start=1):
        properties[f"{SECTION}{number}"] = f"{outgoing.text(section).blob} {sent_path(section.name)}"
    return properties


def _links(paragraphs: Sequence[SentParagraph], remarks: Sequence[SentRemark]) -> dict[str, str]:
    runs = [run for paragraph in paragraphs for run in paragraph.runs]
    runs += [run for remark in remarks if remark.change for run in remark.change.runs]
    moves = [remark.move for remark in remarks if remark.move]
    runs += [run for move in moves for runs in (move.runs, *(each.runs for each in move.paragraphs)) for run in runs]
    addresses = dict.fromkeys(run.link for run in runs if run.link.lower().startswith(_SCHEMES))
    return {address: f"rIdLink{number}" for number, address in enumerate(addresses, start=1)}


def _notes(paragraphs: Sequence[SentParagraph]) -> dict[tuple[str, str], int]:
    """The number of each footnote that has words, in the order of the marks."""
    labels = {(paragraph.path, paragraph.label) for paragraph in paragraphs if paragraph.kind == "note"}
    signs = dict.fromkeys((paragraph.path, run.note) for paragraph in paragraphs for run in paragraph.runs if run.note)
    return {key: number for number, key in enumerate((key for key in signs if key in labels), start=1)}


def _footnotes(writer: BodyWriter, paragraphs: Sequence[SentParagraph], notes: Mapping[tuple[str, str], int]) -> str:
    inside: dict[int, list[str]] = {}
    for index, paragraph in enumerate(paragraphs):
        number = notes.get((paragraph.path, paragraph.label)) if paragraph.kind == "note" else None
        if number is not None:
            first = "" if number in inside else _NOTE_SIGN
            inside.setdefault(number, []).append(writer.paragraph(index, paragraph, first))
    return "".join(f'<w:footnote w:id="{number}">{"".join(own)}</w:footnote>' for number, own in inside.items())


def _unique(names: Sequence[str]) -> list[str]:
    """Names of bookmarks, of which a second one of a name gets none."""
    seen: set[str] = set()
    unique = []
    for name in names:
        unique.append("" if name in seen else name)
        seen.add(name)
    return unique


def zipped(parts: Mapping[str, str]) -> bytes:
    """Return parts as the bytes of a file, the same for the same parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), content.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return target.getvalue()


_FIRST_ID = 0x10000000
"""The ids of paragraphs are below 0x80000000: Word gives those above a new one, and loses what refers to them."""


def comments_inside(comments: Sequence[NumberedComment]) -> str:
    """Return the content of the comments part."""
    return "".join(_comment(comment) for comment in comments)


def _comment(comment: NumberedComment) -> str:
    words = comment.author.split()
    initials = "".join(word[0] for word in words)[:4]
    lines = comment.body.split("\n")
    sign = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    paragraphs = []
    for number, line in enumerate(lines):
        key = f' w14:paraId="{_paragraph_id(comment.number)}"' if number == len(lines) - 1 else ""
        inside = f"{sign if number == 0 else ''}<w:r>{text_xml(line)}</w:r>"
        paragraphs.append(f'<w:p{key}><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>{inside}</w:p>')
    return (
        f'<w:comment w:id="{comment.number}" w:author={quoteattr(comment.author)} '
        f'w:date="{moment(comment.at)}" w:initials={quoteattr(initials)}>{"".join(paragraphs)}</w:comment>'
    )


def extended_inside(comments: Sequence[NumberedComment]) -> str:
    """Return the content of the part that tells answers and what is resolved."""
    return "".join(
        f'<w15:commentEx w15:paraId="{_paragraph_id(comment.number)}"'
        + (f' w15:paraIdParent="{_paragraph_id(comment.answers)}"' if comment.answers >= 0 else "")
        + f' w15:done="{int(comment.resolved)}"/>'
        for comment in comments
    )


def _paragraph_id(number: int) -> str:
    return f"{_FIRST_ID + number:08X}"
