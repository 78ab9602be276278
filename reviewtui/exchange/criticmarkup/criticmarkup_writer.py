"""Writes the text as Markdown with the open suggestions and remarks in it as CriticMarkup."""

from collections.abc import Iterator
from typing import NamedTuple

from reviewtui.domain.policy.policy import Section
from reviewtui.domain.record.thread import Thread
from reviewtui.exchange.criticmarkup.criticmarkup_signs import code_spans, escaped, outside_code
from reviewtui.exchange.criticmarkup.file_layout import file_end, file_head, part_head
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.formats.remark_text import (
    answered_by,
    sent_answer,
    sent_body,
    sent_replacement,
    suggested_passage,
    suggested_words,
)
from reviewtui.text.span import Span
from reviewtui.text.words.visible import visible_line


class _Placed(NamedTuple):
    """A mark to be put into a text: from `start` to `end`, with the words that come in (None for a highlight)."""

    start: int
    end: int
    replacement: str | None
    comments: str
    alone: str = ""
    """The comments where the words that come in cannot stand as a mark: they tell them."""


def write(outgoing: Outgoing) -> bytes:
    """Return the file."""
    parts = [file_head(outgoing)]
    nowhere = [thread for thread in outgoing.threads if outgoing.draft.section_of(thread.id) is None]
    parts += [f"{_comments(outgoing, thread)}\n" for thread in nowhere]
    for section in outgoing.sections:
        own = [thread for thread in outgoing.threads if outgoing.draft.section_of(thread.id) == section]
        parts += [part_head(outgoing, section), *_marked(outgoing, section, own), "\n"]
    return "".join([*parts, file_end(outgoing)]).encode("utf-8", "replace")


def _marked(outgoing: Outgoing, section: Section, threads: list[Thread]) -> Iterator[str]:
    """The text of a section with its marks."""
    source = outgoing.text(section).text
    code = code_spans(source)
    at = section.start
    for placed in _apart(sorted((_placed(outgoing, section, thread, code) for thread in threads), key=_order)):
        yield outside_code(source, (at, placed.start), code, escaped)
        yield _mark(source[placed.start : placed.end], placed.replacement) + placed.comments
        at = placed.end
    yield outside_code(source, (at, section.end), code, escaped)


def _mark(old: str, new: str | None) -> str:
    if new is None:
        return f"{{=={escaped(old)}==}}" if old else ""
    if not old:
        return f"{{++{escaped(new)}++}}"
    return f"{{~~{escaped(old)}~>{escaped(new)}~~}}" if new else f"{{--{escaped(old)}--}}"


def _placed(outgoing: Outgoing, section: Section, thread: Thread, code: list[Span]) -> _Placed:
    passage = suggested_passage(outgoing.draft, thread)
    comments = _comments(outgoing, thread)
    if passage is not None:
        start, end, words = _around_code(outgoing.text(section).text, passage[1:], sent_replacement(thread) or "", code)
        return _Placed(start, end, words, comments, _comments(outgoing, thread, tells=True))
    placement = outgoing.draft.placement(thread.id)
    if placement is None or not placement.is_placed or not thread.anchors[0].is_passage:
        return _Placed(section.start, section.start, None, comments)
    start, end = placement.start, placement.end
    for first, last in code:
        if first < start < last or first < end < last:
            start, end = min(start, first), max(end, last)
    return _Placed(start, end, None, comments)


def _around_code(source: str, passage: Span, words: str, code: list[Span]) -> tuple[int, int, str]:
    """A suggestion inside of code is one for the whole piece of code, since nothing in code is a mark."""
    start, end = passage
    for first, last in code:
        if (first < start < last) or (first < end < last):
            words = source[first:start] * (first < start) + words + source[end:last] * (end < last)
            start, end = min(start, first), max(end, last)
    return start, end, words


def _apart(placed: list[_Placed]) -> Iterator[_Placed]:
    """Marks that do not touch each other; of two for the same words the second stands as its comment alone."""
    at = -1
    for each in placed:
        if each.start < at or (each.start == at and each.replacement is not None and each.start == each.end):
            yield _Placed(at, at, None, each.alone or each.comments)
        else:
            yield each
            at = each.end


def _order(placed: _Placed) -> tuple[int, int, bool, str, str]:
    """In the order of the text; of the marks at one place what changes words comes before a highlight."""
    return placed.start, placed.end, placed.replacement is None, placed.replacement or "", placed.comments


def _comments(outgoing: Outgoing, thread: Thread, *, tells: bool = False) -> str:
    """What was said in a thread, each with its id, by which it is known again; `tells` the words that it suggests."""
    names = f"{thread.by.name}, {outgoing.organisation_name(thread)}"
    replacement = sent_replacement(thread)
    suggested = ""
    if replacement is not None and (tells or suggested_passage(outgoing.draft, thread) is None):
        suggested = f" {suggested_words(replacement)}"
    entries = [(thread.id, names, f"{sent_body(thread)}{suggested}")]
    entries += [(entry.event.id, entry.by.name, entry.words) for entry in thread.replies]
    answer = sent_answer(outgoing.draft, thread)
    if answer:
        entries.append((thread.id, answered_by(thread), answer))
    return "".join(f"{{>>[#{key}] {visible_line(escaped(name))}: {escaped(words)}<<}}" for key, name, words in entries)
