"""In which forms the text can be sent out, and under which name each is written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.domain.review.draft import Draft


@dataclass(frozen=True, slots=True)
class ExportForm:
    """One form: its name for people, what the partner does with it, and how its files end; a folder has no ending."""

    format: str
    label: str
    note: str
    ending: str = ""

    @property
    def is_folder(self) -> bool:
        """Whether several files are written, one for each organisation."""
        return not self.ending


EXPORT_FORMS = (
    ExportForm("docx", "Word document", "remarks as comments, suggestions as tracked changes; edited in Word", ".docx"),
    ExportForm(
        "html", "page for a browser", "read offline, remarked on there; it saves an answer to mail back", ".html"
    ),
    ExportForm("xlsx", "commenting form, a workbook", "the table of ISO and IEC, a row for each remark", ".xlsx"),
    ExportForm("csv", "commenting form, plain", "the same table as comma-separated values", ".csv"),
    ExportForm("form", "commenting form, for Word", "the same table as a Word document", "-form.docx"),
    ExportForm("criticmarkup", "Markdown with marks", "suggestions as CriticMarkup in the text", ".md"),
    ExportForm("jsonld", "web annotations", "the remarks for other programs; nothing comes back of it", ".jsonld"),
    ExportForm(
        "mail", "mail drafts", "a draft for each organisation that was asked, with attachments; nothing is sent"
    ),
    ExportForm("letters", "letters", "to each organisation: what it said, what was done and why"),
)
ATTACHMENTS = (
    ("html,xlsx", "page and workbook"),
    ("docx", "Word document"),
    ("docx,html", "Word document and page"),
    ("html", "page"),
    ("xlsx", "workbook"),
    ("letters", "a letter instead of the text"),
)
"""What goes with a mail, by the names of formats."""


def export_form(name: str) -> ExportForm:
    """Return the form of this name."""
    return next(form for form in EXPORT_FORMS if form.format == name)


def file_name(draft: Draft, form: ExportForm, organisation: str, section: str) -> str:
    """Return the name under which something is sent out: what it is of, for whom, and its version."""
    parts = [draft.settings.title or "policy", section.removesuffix(".md"), organisation]
    parts += [form.format] if form.is_folder else []
    words = "-".join(_plain(part) for part in (*parts, draft.version.commit[:7]) if part)
    return f"{words}{form.ending}"


def paper_name(draft: Draft, what: str, ending: str) -> str:
    """Return the name of a paper about the review: what it is, of which policy, at which version."""
    return f"{_plain(draft.settings.title or 'policy')}-{what}-{draft.version.commit[:7]}{ending}"


def sent_lines(files: tuple[str, ...], organisation: str, bring_in: str) -> Iterator[str]:
    """Yield what came of it: where the files lie, and what is to be done with them."""
    yield from files
    to = f" to {organisation}" if organisation else ""
    yield f"Nothing was sent: give it{to} by mail or as you like. What comes back is brought in with {bring_in}."


def _plain(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.casefold())[:60].strip("-") or "policy"
