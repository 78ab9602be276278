"""Where words stand: in the text, and in what was said in remarks, in reading order."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Container, Iterator
from dataclasses import dataclass

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.quotes import seen_spans, typed_pattern
from reviewtui.views.threads.remark_marks import stop_of

_BETWEEN = r"(?:\s|[*_`|\[]|\]\([^()\s]*\)|\]|<br ?/?>|&nbsp;|^[ \t]*(?:>|[-*+][ \t]|\d+[.)][ \t]))+"
"""What may stand between two words: white space, marks, the edge of a cell, the beginning of an item or quoted line."""
_LONGEST_SECTION = 200_000
"""Characters of the longest section in which signs are looked at one by one, which takes a fifth of a second."""
NOWHERE = 1 << 30
"""The number of the section of what has no place: behind all others."""


@dataclass(frozen=True, slots=True, order=True)
class SearchHit:
    """One place of the words: number of the section, code points of its file, and the thread that says them, if any.

    `is_name` says that they are the beginning of its name, and may not be said in it.
    """

    section: int
    start: int
    end: int
    thread: str = ""
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class SearchHits:
    """All places of some words, in reading order; remarks without a place come last."""

    hits: tuple[SearchHit, ...]
    named: int | None = None
    """The number of the remark whose whole name was typed, which is meant before all others."""

    def at_or_after(self, section: int, start: int) -> int:
        """Return the number of the first hit at or behind a place, round to the first one; a named remark before it."""
        if self.named is not None:
            return self.named
        number = bisect_left(self.hits, SearchHit(section, start, 0))
        return number % len(self.hits) if self.hits else 0

    def counts(self) -> str:
        """Return how much was found, in words."""
        called = sum(hit.is_name for hit in self.hits)
        in_remarks = sum(bool(hit.thread) for hit in self.hits) - called
        text = len(self.hits) - in_remarks - called
        parts = [f"{text} in the text"] if text else []
        parts += [f"{in_remarks} in remarks"] if in_remarks else []
        parts += [f"{counted(called, 'remark')} of this name"] if called else []
        return ", ".join(parts) or "nowhere in the policy or its remarks"


def search_hits(draft: Draft, term: str) -> SearchHits:
    """Return where `term` stands in the draft: in the text, in remarks and what followed, and in names of remarks."""
    pattern = pattern_of(term)
    if pattern is None:
        return SearchHits(())
    in_text = tuple(_in_text(draft, pattern)) or tuple(_as_seen(draft, term))
    called = frozenset(draft.review.called(term))
    hits = tuple(sorted((*in_text, *_in_remarks(draft, pattern, called))))
    whole = term.strip().lower()
    named = (number for number, hit in enumerate(hits) if hit.is_name and hit.thread.endswith(whole))
    return SearchHits(hits, next(named, None))


def _in_text(draft: Draft, pattern: re.Pattern[str]) -> Iterator[SearchHit]:
    for number, section in enumerate(draft.policy.sections):
        for match in pattern.finditer(draft.policy.body(section)):
            start, end = section.start + match.start(), section.start + match.end()
            if not is_in_address(draft.policy.texts[section.path].text, start, end):
                yield SearchHit(number, start, end)


def _as_seen(draft: Draft, term: str) -> Iterator[SearchHit]:
    """Yield where words stand as a reader sees them, with signs typed otherwise; long sections are left out."""
    for number, section in enumerate(draft.policy.sections):
        if section.end - section.start <= _LONGEST_SECTION:
            source = draft.policy.texts[section.path].text
            yield from (SearchHit(number, *span) for span in seen_spans(source, term, section.start, section.end))


def is_in_address(source: str, start: int, end: int) -> bool:
    """Say whether a span is but a part of where a link leads, which nobody sees."""
    document = document_of(source)
    link, block = document.link_at(start), document.block_at(start)
    if link is None or block is None or link.kind not in {"inline", "reference"}:
        return False
    return all(piece.mark for piece in document.pieces(block, start, end))


def _in_remarks(draft: Draft, pattern: re.Pattern[str], called: Container[str]) -> Iterator[SearchHit]:
    for thread in draft.review.threads.values():
        is_name = thread.id in called
        if is_name or (thread.counts and any(pattern.search(words) for words in _said(thread))):
            stop = stop_of(draft, thread.id)
            place = (stop.section, stop.offset) if stop is not None else (NOWHERE, 0)
            yield SearchHit(*place, place[1], thread.id, is_name)


def _said(thread: Thread) -> Iterator[str]:
    yield thread.body
    yield thread.replacement or ""
    yield from (entry.words for entry in thread.entries[1:])


def pattern_of(term: str) -> re.Pattern[str] | None:
    """Return what finds `term`; None when it holds no words."""
    words = term.split()
    if not words:
        return None
    return re.compile(_BETWEEN.join(_either_form(word) for word in words), re.IGNORECASE | re.MULTILINE)


def _either_form(word: str) -> str:
    forms = dict.fromkeys([word, unicodedata.normalize("NFC", word), unicodedata.normalize("NFD", word)])
    return "(?:" + "|".join(typed_pattern(form) or re.escape(form) for form in forms) + ")"
