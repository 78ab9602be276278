"""All formats by name. A new one is a module with `write`, `read` or both, and one line here."""

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
    """One format: its module, which is loaded when it is needed, and how its files' names end."""

    module: str
    suffixes: tuple[str, ...]
    writes: bool = True
    reads: bool = True
    compares: bool = False
    """Whether it shows what changed since the newest release."""
    explains: bool = False
    """Whether it tells what was changed for the remarks that were carried out by hand."""


FORMATS: dict[str, Format] = {
    "jsonld": Format("reviewtui.exchange.annotation.json_ld", (".jsonld",), reads=False),
    "letters": Format("reviewtui.exchange.letters.interim_letters", (), reads=False, explains=True),
    "criticmarkup": Format("reviewtui.exchange.criticmarkup.criticmarkup_format", (".md", ".markdown", ".text")),
    "mail": Format("reviewtui.exchange.mail.mail_answer", (".eml", ".msg", ".mht"), compares=True),
    "docx": Format("reviewtui.exchange.word.word_format", (".docx", ".docm", ".dotx", ".dotm")),
    "form": Format("reviewtui.exchange.word.word_commenting_form", (), reads=False),
    "xlsx": Format("reviewtui.exchange.table.xlsx_table", (".xlsx", ".xlsm")),
    "html": Format("reviewtui.exchange.html.html_page", (".json", ".html", ".htm", ".txt"), compares=True),
    "csv": Format("reviewtui.exchange.table.csv_table", (".csv", ".tsv")),
}

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
    if chosen is None or not chosen.writes:
        known = ", ".join(key for key, form in FORMATS.items() if form.writes)
        raise Refused(f"'{name}' is no format to export; formats: {known}.")
    return cast("Exporter", importlib.import_module(chosen.module))


def importer(file: str) -> Importer:
    """Return the module that reads a file of this name.

    Raises:
        Refused: there is none.

    """
    for chosen in FORMATS.values():
        if chosen.reads and file.lower().endswith(chosen.suffixes):
            return cast("Importer", importlib.import_module(chosen.module))
    endings = ", ".join(form.suffixes[0] for form in FORMATS.values() if form.reads)
    raise Refused(f"'{file}' is of no format that can be imported; its name ends with one of: {endings}.")


def office_form(file: str) -> str:
    """Return the form (".docx", ".xlsx") that LibreOffice has to give a file of this name; empty for any other."""
    return next((form for ending, form in OFFICE_FORMS.items() if file.lower().endswith(ending)), "")


def told_of_conversion(file: str) -> tuple[str, ...]:
    """Return what is to be told of a file of this name besides what it holds."""
    return (_LOSSY_TOLD,) if file.lower().endswith(_LOSSY) else ()


def import_endings() -> tuple[str, ...]:
    """Return how the names of files end that can be brought in."""
    return (*(ending for form in FORMATS.values() if form.reads for ending in form.suffixes), *OFFICE_FORMS)
