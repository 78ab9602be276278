"""Reads a whole Word file: its body, text boxes, notes, headers and footers, and the comments on all of them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.word.package.archive import Package, open_package
from reviewtui.exchange.word.package.chunk_lines import chunk_lines
from reviewtui.exchange.word.package.names import attribute, child, name_of
from reviewtui.exchange.word.package.relationships import (
    Relationship,
    content_type,
    core_text,
    custom_properties,
    main_part,
    parts_of,
    personal_properties,
    relationships_of,
)
from reviewtui.exchange.word.reading.comments import read_comments
from reviewtui.exchange.word.reading.numbering import ListCounters
from reviewtui.exchange.word.reading.paragraph import BODY, Paragraph, Run, WordComment, WordDocument
from reviewtui.exchange.word.reading.story_state import Reading
from reviewtui.exchange.word.reading.story_walker import StoryWalker
from reviewtui.exchange.word.reading.styles import Styles
from reviewtui.exchange.word.reading.tally import Tally

_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_PEOPLE = "people"
_MOST_CHUNKS = 10
"""Parts in other formats of which each may be as large as a file."""


def read_document(content: bytes) -> WordDocument:
    """Return all that a Word file holds.

    Raises:
        Refused: it is no Word file, is damaged, or is not safe to read.

    """
    package = open_package(content)
    main = main_part(package)
    pointers = relationships_of(package, main)
    tally = Tally()
    reading = Reading(
        Styles(_first(package, pointers, "styles")), ListCounters.of(_first(package, pointers, "numbering")), tally
    )
    inner: list[WordComment] = []
    reading.chunks.update(_chunks(package, pointers, reading, inner))
    _walk_body(package, main, pointers, reading)
    _walk_notes(package, pointers, reading)
    _walk_margins(package, pointers, reading)
    comments = (*read_comments(package, pointers, reading), *inner)
    _note_the_rest(package, pointers, tally, len(comments), len(reading.references))
    return WordDocument(
        tuple(reading.paragraphs), comments, tally.sentences(), tuple(custom_properties(package).items()),
        core_text(package, "dc:title"),
    )  # fmt: skip


def _first(package: Package, pointers: dict[str, Relationship], kind: str) -> Any:
    parts = parts_of(pointers, kind)
    return package.xml(parts[0]) if parts else None


def _links(pointers: Mapping[str, Relationship]) -> dict[str, str]:
    return {
        key: pointer.target for key, pointer in pointers.items() if pointer.external and pointer.kind == "hyperlink"
    }


def _walk_body(package: Package, main: str, pointers: dict[str, Relationship], reading: Reading) -> None:
    body = child(package.xml(main), "w:body")
    StoryWalker(reading, BODY, _links(pointers)).walk(body if body is not None else ())


def _chunks(
    package: Package, pointers: dict[str, Relationship], reading: Reading, comments: list[WordComment]
) -> dict[str, Callable[[], bool]]:
    """What reads each part in another format that the body takes in, the first few of them."""
    found = [each for each in pointers.values() if each.kind == "aFChunk" and not each.external]
    return {each.identifier: partial(_read_chunk, package, each, reading, comments) for each in found[:_MOST_CHUNKS]}


def _read_chunk(package: Package, pointer: Relationship, reading: Reading, comments: list[WordComment]) -> bool:
    """Read a part where it stands in the body; say whether that could be done."""
    content, count = package.content(pointer.target), len(reading.paragraphs)
    try:
        if content is not None and content.startswith(b"PK"):
            comments += _read_inner(open_package(content), pointer.identifier, reading)
            return True
    except Refused:
        del reading.paragraphs[count:]
        return False
    kind = content_type(package, pointer.target)
    lines = chunk_lines(content, kind, pointer.target) if content is not None else None
    reading.paragraphs += [Paragraph(BODY, (Run(line),)) for line in lines or () if line.strip()]
    return lines is not None


def _read_inner(package: Package, name: str, reading: Reading) -> list[WordComment]:
    """Read the body of a Word file inside of another, and return its comments; what it takes in itself is told."""
    main = main_part(package)
    pointers = relationships_of(package, main)
    styles, lists = _first(package, pointers, "styles"), _first(package, pointers, "numbering")
    own = Reading(Styles(styles), ListCounters.of(lists), reading.tally, reading.paragraphs, tables=reading.tables)
    first = len(own.paragraphs)
    _walk_body(package, main, pointers, own)
    reading.tables = own.tables
    for number in range(first, len(own.paragraphs)):
        runs = tuple(replace(run, note="") for run in own.paragraphs[number].runs)
        own.paragraphs[number] = replace(own.paragraphs[number], runs=runs)
    if any(parts_of(pointers, kind) for kind in (*_NOTES, "header", "footer")):
        reading.tally.say("Notes, headers and footers of a Word file inside of this one, which were not read.")
    named = [(each, f"{name} {each.identifier}") for each in read_comments(package, pointers, own)]
    names = {each.identifier: inner for each, inner in named}
    return [replace(each, identifier=inner, answers=names.get(each.answers, "")) for each, inner in named]


def _walk_notes(package: Package, pointers: dict[str, Relationship], reading: Reading) -> None:
    for kind, name in _NOTES.items():
        for part in parts_of(pointers, kind):
            links = _links(relationships_of(package, part))
            for note in package.xml(part):
                if name_of(note) == f"w:{name}" and attribute(note, "w:type") not in _SEPARATORS:
                    StoryWalker(reading, f"{name} {attribute(note, 'w:id')}", links).walk(note)


def _walk_margins(package: Package, pointers: dict[str, Relationship], reading: Reading) -> None:
    for kind in ("header", "footer"):
        for part in dict.fromkeys(parts_of(pointers, kind)):
            root = package.xml(part)
            if root is not None:
                StoryWalker(reading, kind, _links(relationships_of(package, part))).walk(root)


def _note_the_rest(
    package: Package, pointers: dict[str, Relationship], tally: Tally, comments: int, signs: int
) -> None:
    personal = personal_properties(package)
    if personal:
        tally.say(f"Personal data in the properties ({', '.join(personal)}).")
    if parts_of(pointers, _PEOPLE):
        tally.say("Accounts of the people who wrote in the file.")
    if package.embedded:
        tally.say(f"{len(package.embedded)} embedded files, which were not opened.")
    if signs > comments:
        tally.say(f"{signs - comments} signs of comments that are not in the file.")
