"""The commenting form of ISO and IEC as a Word document: one table of eight columns, out and in again."""

import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.review.import_content import Incoming
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.formats.import_context import ImportContext
from reviewtui.exchange.table.commenting_form import COLUMNS, FOOTNOTE, FORM_TITLE, ReadTable, read_form
from reviewtui.exchange.table.known_rows import rows_of_review
from reviewtui.exchange.table.returned_rows import read_rows
from reviewtui.exchange.table.sent_rows import sent_rows
from reviewtui.exchange.word.layout.sent_text import EXPORT, POLICY, VERSION
from reviewtui.exchange.word.reading.paragraph import WordDocument
from reviewtui.exchange.word.writing import document_parts
from reviewtui.exchange.word.writing.document_writer import zipped
from reviewtui.exchange.word.writing.run_xml import text_xml

FORM = "reviewtui-form"
"""The property by which a returned form is known."""
_WIDTHS = (1500, 800, 1800, 1300, 900, 3600, 3600, 2600)
_MARGIN = 720
_OUR_WORDS = frozenset({FORM_TITLE, " ".join(FOOTNOTE.split())})
_TITLE = re.compile(r".*, \d{2} [A-Z][a-z]+ \d{4}")
"""What stands below our title: the policy, and the day on which it was sent out."""
_EMPTY_ROWS = 10
"""Rows to fill in behind those of ours."""


def write(outgoing: Outgoing) -> bytes:
    """Return the form with a row for each remark, and empty ones."""
    rows = [tuple(sent.row) for sent in sent_rows(outgoing.draft, outgoing.threads)]
    rows += [("",) * len(COLUMNS)] * _EMPTY_ROWS
    body = f"{_words(FORM_TITLE, 'Heading1')}{_words(f'{outgoing.title}, {outgoing.moment:%d %B %Y}')}"
    body += f"{_table(rows)}{_words(FOOTNOTE)}{_page()}"
    home = {POLICY: outgoing.policy_id, VERSION: outgoing.version, FORM: outgoing.export}
    return zipped(
        {
            "[Content_Types].xml": document_parts.asset("form_content_types.xml"),
            "_rels/.rels": document_parts.asset("root.rels"),
            "word/document.xml": document_parts.part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": document_parts.asset("form_document.rels"),
            "word/styles.xml": document_parts.asset("styles.xml"),
            "word/footer1.xml": document_parts.asset("footer.xml"),
            "docProps/core.xml": document_parts.core_properties(outgoing.title, outgoing.moment),
            "docProps/app.xml": document_parts.asset("app.xml"),
            "docProps/custom.xml": document_parts.custom_properties(home),
        }
    )


def _table(rows: Sequence[Sequence[str]]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    head = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{_cells(COLUMNS)}</w:tr>"
    lines = "".join(f"<w:tr>{_cells(row)}</w:tr>" for row in rows)
    look = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/>'
        f'{look}w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{lines}</w:tbl>'
    )


def _cells(words: Sequence[str]) -> str:
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_words(cell, "CommentText")}</w:tc>'
        for cell, width in zip(words, _WIDTHS, strict=True)
    )


def _words(words: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{escape(style)}"/></w:pPr>' if style else ""
    return f"<w:p>{look}<w:r>{text_xml(words)}</w:r></w:p>"


def _page() -> str:
    """A4 on its side, with the foot of the page."""
    edges = "".join(f'w:{edge}="{_MARGIN}" ' for edge in ("top", "right", "bottom", "left"))
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rIdFooter"/>'
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        f'<w:pgMar {edges}w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>'
    )


def form_of(document: WordDocument) -> ReadTable | None:
    """Return the form that a document holds; None for one that is another document."""
    is_ours = bool(document.property_of(FORM))
    if document.property_of(EXPORT) and not is_ours:
        return None
    for number, lines in _tables(document):
        table = read_form(lines)
        if table is not None and (is_ours or _names_all(lines)):
            return table._replace(beside=(*table.beside, *_beside(document, number)))
    return None


def _beside(document: WordDocument, table: int) -> Iterator[str]:
    """Give what stands around the table with the form, but for the words with which we sent it, and its comments."""
    for paragraph in document.paragraphs:
        words = " ".join(paragraph.current.split())
        is_ours = words in _OUR_WORDS or _TITLE.fullmatch(words) or paragraph.part in {"header", "footer"}
        if words and not is_ours and (paragraph.cell is None or paragraph.cell.table != table):
            yield words
    for comment in document.comments:
        yield f"{comment.author}: {' '.join(comment.body.split())}"


def _names_all(lines: Sequence[Sequence[str]]) -> bool:
    """Whether a line has every name of the form, so that a policy with a table of comments in it is none."""
    wanted = [" ".join(name.split()).casefold() for name in COLUMNS]
    return any([" ".join(cell.split()).casefold() for cell in line] == wanted for line in lines)


def _tables(document: WordDocument) -> Iterator[tuple[int, list[list[str]]]]:
    """Give the tables of the body by number as lines of cells, as they read with every tracked change."""
    tables: dict[int, dict[int, dict[int, list[str]]]] = {}
    for paragraph in document.paragraphs:
        cell = paragraph.cell
        if cell is not None and paragraph.part == "body":
            rows = tables.setdefault(cell.table, {}).setdefault(cell.row, {})
            rows.setdefault(cell.column, []).append(paragraph.current)
    for number, table in tables.items():
        width = max(column for line in table.values() for column in line) + 1
        yield (
            number,
            [["\n".join(line.get(column, [])) for column in range(width)] for _, line in sorted(table.items())],
        )


def read(document: WordDocument, table: ReadTable, context: ImportContext) -> Incoming:
    """Return what a form brings in; its rows are known by what they say."""
    export = document.property_of(FORM)
    commit = document.property_of(VERSION)
    sent = context.sent_if_here(document.property_of(POLICY), commit) if export else None
    policy = (sent or context.draft).policy
    result = read_rows(table, rows_of_review(context.draft), policy, "")
    return Incoming(
        "docx",
        export if sent is not None else "",
        commit if sent is not None else "",
        result.acts,
        read=(f"The commenting form: {counted(len(table.rows), 'row')}.",),
        left_out=(*result.left_out, *document.left_out),
    )
