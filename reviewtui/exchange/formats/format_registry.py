"""All formats by name, in the order in which they are offered: what is sent out and what is read is told here alone.

A new one is a module with `write`, and `read` where it comes back, and one entry in `FORMATS`; commands and the app
offer it from there.
"""

import importlib
from dataclasses import dataclass
from typing import Protocol, cast

from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.import_content import Incoming
from reviewtui.exchange.formats.export_content import Outgoing, Written
from reviewtui.exchange.formats.import_context import ImportContext


class Exporter(Protocol):
    """A module that writes a format."""

    @staticmethod
    def write(outgoing: Outgoing) -> Written:
        """Return what is sent out."""
        ...


class Importer(Protocol):
    """A module that reads a format."""

    @staticmethod
    def read(content: bytes, context: ImportContext) -> Incoming:
        """Return what a file holds; Refused for one that is no such file, or is not safe to read."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its module, loaded when it is needed, its name for people, and what a partner does with it."""

    module: str
    label: str
    note: str
    ending: str = ""
    """How the name of a file ends that is sent out; a folder with a file for each organisation has no ending."""
    suffixes: tuple[str, ...] = ()
    """How the names of files end that are read as this; none where nothing comes back."""
    compares: bool = False
    """Whether it shows what changed since the newest release."""
    explains: bool = False
    """Whether it tells what was changed for the remarks that were carried out by hand."""


FORMATS: dict[str, Format] = {
    "docx": Format(
        "reviewtui.exchange.word.word_format",
        "Word document",
        "remarks as comments, suggestions as tracked changes; edited in Word",
        ".docx",
        (".docx", ".docm", ".dotx", ".dotm"),
    ),
    "html": Format(
        "reviewtui.exchange.html.html_page",
        "page for a browser",
        "read offline, remarked on there; it saves an answer to mail back",
        ".html",
        (".json", ".html", ".htm", ".txt"),
        compares=True,
    ),
    "xlsx": Format(
        "reviewtui.exchange.table.xlsx_table",
        "commenting form, a workbook",
        "the table of ISO and IEC, a row for each remark",
        ".xlsx",
        (".xlsx", ".xlsm"),
    ),
    "csv": Format(
        "reviewtui.exchange.table.csv_table",
        "commenting form, plain",
        "the same table as comma-separated values",
        ".csv",
        (".csv", ".tsv"),
    ),
    "form": Format(
        "reviewtui.exchange.word.word_commenting_form",
        "commenting form, for Word",
        "the same table as a Word document",
        "-form.docx",
    ),
    "criticmarkup": Format(
        "reviewtui.exchange.criticmarkup.criticmarkup_format",
        "Markdown with marks",
        "suggestions as CriticMarkup in the text",
        ".md",
        (".md", ".markdown", ".text"),
    ),
    "jsonld": Format(
        "reviewtui.exchange.annotation.json_ld",
        "web annotations",
        "the remarks for other programs; nothing comes back of it",
        ".jsonld",
    ),
    "mail": Format(
        "reviewtui.exchange.mail.mail_answer",
        "mail drafts",
        "a draft for each organisation that was asked, with attachments; nothing is sent",
        suffixes=(".eml", ".msg", ".mht"),
        compares=True,
    ),
    "letters": Format(
        "reviewtui.exchange.letters.interim_letters",
        "letters",
        "to each organisation: what it said, what was done and why",
        explains=True,
    ),
}
ATTACHMENTS = (
    ("html,xlsx", "page and workbook"),
    ("docx", "Word document"),
    ("docx,html", "Word document and page"),
    ("html", "page"),
    ("xlsx", "workbook"),
    ("letters", "a letter instead of the text"),
)
"""What goes with a mail, by the names of formats."""

OFFICE_FORMS = {
    **dict.fromkeys((".odt", ".ott", ".fodt", ".rtf", ".doc"), ".docx"),
    **dict.fromkeys((".ods", ".fods", ".xls"), ".xlsx"),
}
"""How the names of files end of which LibreOffice has to make Word documents or workbooks first."""


_LOSSY = (".rtf", ".doc")
_LOSSY_TOLD = (
    "It was read through LibreOffice, which loses or misplaces some tracked changes of .rtf and .doc files: "
    "compare this with the file itself, or ask for a .docx."
)


def exporter(name: str) -> Exporter:
    """Return the module that writes format `name`.

    Raises:
        Refused: there is none.
    """
    chosen = FORMATS.get(name)
    if chosen is None:
        raise Refused(f"'{name}' is no format to export; formats: {', '.join(FORMATS)}.")
    return cast("Exporter", importlib.import_module(chosen.module))


def importer(file: str) -> Importer:
    """Return the module that reads a file of this name.

    Raises:
        Refused: there is none.
    """
    for chosen in FORMATS.values():
        if file.lower().endswith(chosen.suffixes):
            return cast("Importer", importlib.import_module(chosen.module))
    endings = ", ".join(form.suffixes[0] for form in FORMATS.values() if form.suffixes)
    raise Refused(f"'{file}' is of no format that can be imported; its name ends with one of: {endings}.")


def office_form(file: str) -> str:
    """Return the form (".docx", ".xlsx") that LibreOffice has to give a file of this name; empty for any other."""
    return next((form for ending, form in OFFICE_FORMS.items() if file.lower().endswith(ending)), "")


def loses_changes(file: str) -> bool:
    """Say whether a file of this name may have lost tracked changes on its way."""
    return file.lower().endswith(_LOSSY)


def told_of_conversion(file: str) -> tuple[str, ...]:
    """Return what is to be told of a file of this name besides what it holds."""
    return (_LOSSY_TOLD,) if loses_changes(file) else ()


def import_endings() -> tuple[str, ...]:
    """Return how the names of files end that can be brought in."""
    return (*(ending for form in FORMATS.values() for ending in form.suffixes), *OFFICE_FORMS)
