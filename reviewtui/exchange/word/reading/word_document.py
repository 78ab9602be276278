"""Reads a whole Word file: its body, text boxes, notes, headers and footers, and the comments on all of them."""

from collections.abc import Mapping
from typing import Any

from reviewtui.exchange.word.package.archive import Package, open_package
from reviewtui.exchange.word.package.relationships import (
    Relationship,
    core_text,
    custom_properties,
    main_part,
    parts_of,
    personal_properties,
    relationships_of,
    remote_template,
)
from reviewtui.exchange.word.package.xml_names import attribute, child, name_of
from reviewtui.exchange.word.reading.comments import read_comments
from reviewtui.exchange.word.reading.left_out import LeftOut
from reviewtui.exchange.word.reading.numbering import ListCounters
from reviewtui.exchange.word.reading.paragraph import BODY, WordDocument
from reviewtui.exchange.word.reading.paragraph_reader import ParagraphReader
from reviewtui.exchange.word.reading.reading_state import ReadingState
from reviewtui.exchange.word.reading.styles import Styles
from reviewtui.text.words.visible import visible_line
from reviewtui.views.excerpt import clipped

_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_PEOPLE = "people"


def read_document(content: bytes) -> WordDocument:
    """Return all that a Word file holds.

    Raises:
        Refused: it is no Word file, is damaged, or is not safe to read.

    """
    package = open_package(content)
    main = main_part(package)
    pointers = relationships_of(package, main)
    left_out = LeftOut()
    reading = ReadingState(
        Styles(_first(package, pointers, "styles")), ListCounters.of(_first(package, pointers, "numbering")), left_out
    )
    _walk_body(package, main, pointers, reading)
    _walk_notes(package, pointers, reading)
    _walk_margins(package, pointers, reading)
    comments = read_comments(package, pointers, reading)
    _note_the_rest(package, pointers, left_out, len(comments), len(reading.references))
    return WordDocument(
        tuple(reading.paragraphs), comments, left_out.sentences(), tuple(custom_properties(package).items()),
        core_text(package, "dc:title"),
    )  # fmt: skip


def _first(package: Package, pointers: dict[str, Relationship], kind: str) -> Any:
    parts = parts_of(pointers, kind)
    return package.xml(parts[0]) if parts else None


def _links(pointers: Mapping[str, Relationship]) -> dict[str, str]:
    return {
        key: pointer.target for key, pointer in pointers.items() if pointer.external and pointer.kind == "hyperlink"
    }


def _walk_body(package: Package, main: str, pointers: dict[str, Relationship], reading: ReadingState) -> None:
    body = child(package.xml(main), "w:body")
    ParagraphReader(reading, BODY, _links(pointers)).walk(body if body is not None else ())


def _walk_notes(package: Package, pointers: dict[str, Relationship], reading: ReadingState) -> None:
    for kind, name in _NOTES.items():
        for part in parts_of(pointers, kind):
            links = _links(relationships_of(package, part))
            for note in package.xml(part):
                if name_of(note) == f"w:{name}" and attribute(note, "w:type") not in _SEPARATORS:
                    ParagraphReader(reading, f"{name} {attribute(note, 'w:id')}", links).walk(note)


def _walk_margins(package: Package, pointers: dict[str, Relationship], reading: ReadingState) -> None:
    for kind in ("header", "footer"):
        for part in dict.fromkeys(parts_of(pointers, kind)):
            root = package.xml(part)
            if root is not None:
                ParagraphReader(reading, kind, _links(relationships_of(package, part))).walk(root)


def _note_the_rest(
    package: Package, pointers: dict[str, Relationship], left_out: LeftOut, comments: int, signs: int
) -> None:
    personal = personal_properties(package)
    if personal:
        left_out.say(f"Personal data in the properties ({', '.join(personal)}).")
    if parts_of(pointers, _PEOPLE):
        left_out.say("Accounts of the people who wrote in the file.")
    for part in parts_of(pointers, "settings"):
        if template := remote_template(package, part):
            left_out.say(f"A template on another machine, which was not loaded: {clipped(visible_line(template))}.")
    if package.embedded:
        left_out.say(f"{len(package.embedded)} embedded files, which were not opened.")
    if signs > comments:
        left_out.say(f"{signs - comments} signs of comments that are not in the file.")
