"""Footnotes that belong to other words than before, or say something else there, while the words stayed.

A mark is nothing that is said, so the word diff passes it by: "Clerks log each call.[^1] Editors read each post." with
the mark behind "post" makes another rule. Each mark is resolved to its text, and looked up behind the same word.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from rapidfuzz import fuzz

from reviewtui.text.diff.kept_words import KeptWordsChange, kept_places
from reviewtui.text.diff.prose.prose_diff import diff_texts
from reviewtui.text.markdown.document import Document, document_of
from reviewtui.text.span import Span

_WORD_END = re.compile(r"[^\W_](?=[\W_]*\Z)")
_LABEL = re.compile(r"\[\^[^\]\n]*\]:?")
_ALIKE = 60
"""From here on two texts are one footnote that was reworded, which is told by its own words."""
_REASON = "another footnote than before, or none"
_NEAR = 400
"""Within so many characters before a mark its word stands."""


class _Mark(NamedTuple):
    """A mark of a footnote: where it stands, the word before it in the text without marks, and what it says."""

    start: int
    end: int
    behind: int
    says: str


def footnote_changes(old: str, new: str, _hunks: Iterable[tuple[Span, Span]]) -> Iterator[KeptWordsChange]:
    """Yield the marks that stand behind words which both texts have and only one gives this footnote; all doubts."""
    if "[^" not in old and "[^" not in new:
        return
    before, here = _without_marks(old)
    after, there = _without_marks(new)
    if [(mark.behind, mark.says) for mark in here] == [(mark.behind, mark.says) for mark in there] and before == after:
        return
    hunks = [((h.old_start, h.old_end), (h.new_start, h.new_end)) for h in diff_texts(before, after).hunks]
    turned = [(come, gone) for gone, come in hunks]
    places = (
        kept_places(before, after, hunks, (mark.behind for mark in here)),
        kept_places(after, before, turned, (mark.behind for mark in there)),
    )
    stayed = {mark.says for mark in here} & {mark.says for mark in there}
    yield from _behind_kept_words(here, there, *places, stayed)
    for gone, come in hunks:
        if gone[0] < gone[1] and come[0] < come[1]:
            yield from _behind_changed_words((here, there), (gone, come), stayed)


def _behind_kept_words(
    here: list[_Mark], there: list[_Mark], forth: Mapping[int, int], back: Mapping[int, int], stayed: set[str]
) -> Iterator[KeptWordsChange]:
    olds, news = _by_place(here), _by_place(there)
    for mark in here:
        place = forth.get(mark.behind)
        if place is not None and not _is_said(mark, news.get(place, []), stayed):
            at = _place_of(there, place)
            yield KeptWordsChange((mark.start, mark.end), (at, at), _REASON, alarm=False)
    for mark in there:
        place = back.get(mark.behind)
        if place is not None and not _is_said(mark, olds.get(place, []), stayed):
            at = _place_of(here, place)
            yield KeptWordsChange((at, at), (mark.start, mark.end), _REASON, alarm=False)


def _behind_changed_words(
    sides: tuple[list[_Mark], list[_Mark]], hunk: tuple[Span, Span], stayed: set[str]
) -> Iterator[KeptWordsChange]:
    """Yield the first mark in words that were reworded which has no like among those of the other side."""
    (here, there), (gone, come) = sides, hunk
    olds, news = (
        [mark for mark in marks if span[0] <= mark.behind < span[1]] for marks, span in ((here, gone), (there, come))
    )
    lost = next((mark for mark in olds if not _is_said(mark, [other.says for other in news], stayed)), None)
    added = next((mark for mark in news if not _is_said(mark, [other.says for other in olds], stayed)), None)
    if lost or added:
        was, now = _place_of(here, gone[0] - 1), _place_of(there, come[0] - 1)
        old = (lost.start, lost.end) if lost else (was, was)
        new = (added.start, added.end) if added else (now, now)
        yield KeptWordsChange(old, new, _REASON, alarm=False)


def notes_of(text: str, start: int, end: int) -> list[str]:
    """Return what the footnotes of a passage say, in their order."""
    if "[^" not in text:
        return []
    document = document_of(text)
    says = _notes(document)
    return [says.get(mark.label, "") for mark in document.footnotes if start <= mark.start < end]


def _without_marks(text: str) -> tuple[str, list[_Mark]]:
    document = document_of(text)
    says = _notes(document)
    parts: list[str] = []
    marks: list[_Mark] = []
    at = length = 0
    for mark in sorted(document.footnotes):
        if mark.start < at:
            continue
        parts.append(text[at : mark.start])
        length += mark.start - at
        at = mark.end
        near = text[max(0, mark.start - _NEAR) : mark.start]
        word = _WORD_END.search(_LABEL.sub(lambda match: " " * len(match[0]), near))
        gap = len(_LABEL.sub("", near[word.end() :])) if word else 0
        marks.append(_Mark(mark.start, mark.end, length - gap - 1, says.get(mark.label, "")))
    return "".join([*parts, text[at:]]), marks


def _notes(document: Document) -> dict[str, str]:
    """Return what each footnote of a document says, by its label."""
    notes: dict[str, list[str]] = defaultdict(list)
    for block in document.blocks:
        if block.label and "footnote" in block.within:
            notes[block.label].append(document.source[slice(*block.text)])
    return {label: " ".join(" ".join(parts).split()) for label, parts in notes.items()}


def _by_place(marks: Iterable[_Mark]) -> Mapping[int, list[str]]:
    notes: dict[int, list[str]] = defaultdict(list)
    for mark in marks:
        notes[mark.behind].append(mark.says)
    return notes


def _is_said(mark: _Mark, notes: Iterable[str], stayed: set[str]) -> bool:
    """Say whether a footnote is one of `notes`, or was reworded into one; those that `stayed` were not."""
    return any(
        mark.says == note or (stayed.isdisjoint((mark.says, note)) and fuzz.ratio(mark.says, note) >= _ALIKE)
        for note in notes
    )


def _place_of(marks: Iterable[_Mark], place: int) -> int:
    """Return where a place of the text without marks stands in the text with them, behind its character."""
    return place + 1 + sum(mark.end - mark.start for mark in marks if mark.behind < place)
