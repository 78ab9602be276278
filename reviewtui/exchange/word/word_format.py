"""The format docx: a Word document out, and what comes back in one."""

from reviewtui.domain.review.import_content import Incoming
from reviewtui.exchange.formats.export_content import Outgoing, Written
from reviewtui.exchange.formats.import_context import ImportContext
from reviewtui.exchange.word import word_commenting_form
from reviewtui.exchange.word.acts.returned_document import returned
from reviewtui.exchange.word.reading.word_document import read_document
from reviewtui.exchange.word.writing.document_writer import word_file


def write(outgoing: Outgoing) -> Written:
    """Return the text with its remarks as a Word document."""
    return word_file(outgoing)


def read(content: bytes, context: ImportContext) -> Incoming:
    """Return what a Word document holds that somebody sent back.

    Raises:
        Refused: it is no Word document, is not safe to read, or is of another policy.
    """
    document = read_document(content)
    form = word_commenting_form.form_of(document)
    return returned(document, context) if form is None else word_commenting_form.read(document, form, context)
