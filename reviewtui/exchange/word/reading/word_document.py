"""Reads a whole Word file: its body, text boxes, notes, headers and footers, and the comments on all of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
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
from reviewtui.exchange.word.package.xml_names import attribute, child, children, name_of
from reviewtui.exchange.word.reading.change_attributes import author_of, moment_of
from reviewtui.exchange.word.reading.left_out import LeftOut
from reviewtui.exchange.word.reading.numbering import ListCounters
from reviewtui.exchange.word.reading.paragraph import BODY, CommentRange, WordComment, WordDocument
from reviewtui.exchange.word.reading.paragraph_reader import ParagraphReader
from reviewtui.exchange.word.reading.reading_state import ReadingState
from reviewtui.exchange.word.reading.styles import Styles
from reviewtui.text.words.visible import visible_line
from reviewtui.views.excerpt import clipped


@dataclass(frozen=True, slots=True)
class _Extra:
    """What newer versions of Word say of a comment, by the id of one of its paragraphs."""

    answers: str = ""
    resolved: bool = False


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
    _note_the_rest(package, pointers, left_out, len(reading.references) - len(comments))
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
    package: Package, pointers: dict[str, Relationship], left_out: LeftOut, without_comment: int
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
    if without_comment > 0:
        left_out.say(f"{without_comment} signs of comments that are not in the file.")


def read_comments(
    package: Package, pointers: dict[str, Relationship], reading: ReadingState
) -> tuple[WordComment, ...]:
    """Return the comments of a document whose body has been read, in the order in which the file holds them."""
    extras, moments = _extras(package, pointers), _moments(package, pointers)
    comments_read: list[WordComment] = []
    taken: set[str] = set()
    for part in parts_of(pointers, "comments"):
        links = {key: each.target for key, each in relationships_of(package, part).items() if each.external}
        elements = children(package.xml(part), "w:comment")
        named = _named(elements, taken)
        counts = Counter(attribute(each, "w:id") for each in elements)
        owners = {key: name for name, each in named for key in _paragraph_ids(each)}
        claims = Counter(key for each in elements for key in set(_paragraph_ids(each)))
        for name, element in named:
            comment = _comment(element, reading, links)
            # What is said of a paragraph's id that two comments have, is said of neither.
            keys = [key for key in _paragraph_ids(element) if claims[key] == 1]
            # Which range is whose of several with one id, nobody can tell.
            about = comment.about if counts[comment.identifier] == 1 else None
            comment = replace(comment, identifier=name, about=about)
            own = [extras[key] for key in keys if key in extras]
            answers = next((owners.get(each.answers, "") for each in own if claims[each.answers] == 1), "")
            comments_read.append(
                replace(
                    comment,
                    at=next((moments[key] for key in keys if key in moments), comment.at),
                    answers="" if answers == comment.identifier else answers,
                    resolved=any(each.resolved for each in own),
                )
            )
    return tuple(comments_read)


def _named(elements: Sequence[Any], taken: set[str]) -> list[tuple[str, Any]]:
    """Give each comment a name of its own; by the schema that is its id, but some files repeat one or leave it out."""
    named = []
    for element in elements:
        identifier = name = attribute(element, "w:id") or "no id"
        number = 1
        while name in taken:
            number += 1
            name = f"{identifier} ({number})"
        taken.add(name)
        named.append((name, element))
    return named


def _comment(element: Any, reading: ReadingState, links: Mapping[str, str]) -> WordComment:
    """A comment as its own part tells it."""
    identifier = attribute(element, "w:id")
    own = ReadingState(reading.styles, reading.numbering, reading.left_out)
    ParagraphReader(own, "comment", dict(links)).walk(element)
    body = "\n".join(paragraph.current for paragraph in own.paragraphs).strip()
    at = moment_of(attribute(element, "w:date"))
    return WordComment(identifier, author_of(element), body, at, _range(reading, identifier))


def _range(reading: ReadingState, identifier: str) -> CommentRange | None:
    sign = reading.references.get(identifier)
    start = reading.starts.get(identifier, sign)
    end = reading.ends.get(identifier, sign)
    if start is None or end is None:
        spot = start or end
        return CommentRange(spot, spot) if spot is not None else None
    backwards = (end.paragraph, end.run) < (start.paragraph, start.run)
    return CommentRange(start, start if backwards else end)


def _paragraph_ids(element: Any) -> list[str]:
    """The ids of a comment's paragraphs, the last one first: that is the one that others mean."""
    ids = [attribute(inner, "w14:paraId").upper() for inner in element.iter() if name_of(inner) == "w:p"]
    return [key for key in reversed(ids) if key]


def _extras(package: Package, pointers: dict[str, Relationship]) -> dict[str, _Extra]:
    return {
        attribute(element, "w15:paraId").upper(): _Extra(
            attribute(element, "w15:paraIdParent").upper(),
            attribute(element, "w15:done").lower() in {"1", "true", "on"},
        )
        for part in parts_of(pointers, "commentsExtended")
        for element in children(package.xml(part), "w15:commentEx")
    }


def _moments(package: Package, pointers: dict[str, Relationship]) -> dict[str, datetime]:
    """When a comment was made, by universal time, by the ids of its paragraphs; older dates are a clock's own time."""
    known: dict[str, datetime] = {}
    for part in parts_of(pointers, "commentsExtensible"):
        for element in children(package.xml(part), "w16cex:commentExtensible"):
            moment = moment_of(attribute(element, "w16cex:dateUtc"))
            if moment is not None:
                known[attribute(element, "w16cex:durableId").upper()] = moment
    ids = [
        element
        for part in parts_of(pointers, "commentsIds")
        for element in children(package.xml(part), "w16cid:commentId")
    ]
    return {
        attribute(element, "w16cid:paraId").upper(): known[durable]
        for element in ids
        if (durable := attribute(element, "w16cid:durableId").upper()) in known
    }
