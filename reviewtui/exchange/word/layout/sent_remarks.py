"""How each remark stands in a document that is sent out: as a comment, as tracked changes, or as both.

Export writes them so, and import knows them again by it, so that what we sent never comes back as something new.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from reviewtui.domain.person import parse_person
from reviewtui.domain.record.events import Commented, Decided, MoveSuggested, Suggested
from reviewtui.domain.record.thread import Entry, Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.exchange.formats.remark_text import sent_move, suggested_words
from reviewtui.exchange.word.layout.edit_preview import EditPreview, preview_edit
from reviewtui.exchange.word.layout.sent_moves import SentMove, tracked_move
from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph, SentRun, Sign, Stretch
from reviewtui.text.placement.place_values import Placement
from reviewtui.text.words.visible import visible
from reviewtui.views.rendered_text import rendered_change


@dataclass(frozen=True, slots=True)
class SentChange:
    """A suggestion as tracked changes: the characters that go, and the runs that come in their place."""

    about: Stretch
    runs: tuple[SentRun, ...]

    @property
    def words(self) -> str:
        """What is put in."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class SentEntry:
    """One comment: the root's words, or an answer to them."""

    event: str
    author: str
    at: datetime
    body: str


@dataclass(frozen=True, slots=True)
class SentRemark:
    """One thread as it stands in the document."""

    thread: Thread
    about: Stretch
    change: SentChange | None
    entries: tuple[SentEntry, ...]
    move: SentMove | None = None

    @property
    def author(self) -> str:
        """The name under which it stands there."""
        return shown_name(self.thread.root.by)


def shown_name(person: str) -> str:
    """Return a person's name as a document shows it."""
    return visible(parse_person(person).name, keep_newlines=False)


class RemarkLayout:
    """Lays out the remarks on paragraphs, which are those of `draft`."""

    def __init__(self, draft: Draft, paragraphs: Sequence[SentParagraph]) -> None:
        self._draft = draft
        self._paragraphs = paragraphs
        self._by_path: Mapping[str, list[int]] = _indices(paragraphs)
        self._taken: dict[int, list[tuple[int, int]]] = {}

    def remarks(self, threads: Sequence[Thread]) -> list[SentRemark]:
        """Return how each thread stands in the document; of suggestions for the same words the first is tracked."""
        return [self._remark(thread) for thread in sorted(threads, key=lambda thread: thread.id)]

    def possible(self, threads: Sequence[Thread]) -> Iterator[SentRemark]:
        """Give every way in which threads may stand in a document that was sent once, whatever has become of them."""
        for thread in threads:
            placement = self._draft.placement(thread.id)
            about, change = self._stretch(placement), self._change(thread, placement, alone=True)
            move = self._move(thread, alone=True)
            for way in dict.fromkeys((change or move, None)):
                entries = tuple(self._entries(thread, placement, tracked=way is not None))
                yield SentRemark(thread, about, change if way else None, entries, move if way else None)
            hidden = (entry.event for entry in thread.entries if entry.hidden is not None)
            removed = tuple(SentEntry(e.id, shown_name(e.by), e.at, visible(e.words)) for e in hidden)
            yield SentRemark(thread, about, None, removed)

    def _remark(self, thread: Thread) -> SentRemark:
        placement = self._draft.placement(thread.id)
        about = self._stretch(placement)
        change = self._change(thread, placement) if thread.is_open else None
        move = self._move(thread) if thread.is_open else None
        way = change or move
        entries = tuple(self._entries(thread, placement, tracked=way is not None))
        return SentRemark(thread, way.about if way else about, change, entries, move)

    def _stretch(self, placement: Placement | None) -> Stretch:
        """The characters that a remark is about; for one without a place the title of its section, or of all."""
        top = Stretch(0, 0, 0, len(self._paragraphs[0].text)) if self._paragraphs else Stretch(0, 0, 0, 0)
        if placement is None or placement.path is None or not self._by_path.get(placement.path):
            return top
        indices = self._by_path[placement.path]
        if not placement.is_placed:
            return Stretch(indices[0], 0, indices[0], len(self._paragraphs[indices[0]].text))
        near = self._near(placement.path, placement.start, placement.end)
        spans = [(i, s) for i in near if (s := self._paragraphs[i].shown(placement.start, placement.end)) is not None]
        if spans:
            return Stretch(spans[0][0], spans[0][1][0], spans[-1][0], spans[-1][1][1])
        return self._gap(indices, placement.start)

    def _near(self, path: str, start: int, end: int) -> list[int]:
        """Return the paragraphs of a file that may hold some of its characters `start` to `end`."""
        indices = self._by_path.get(path, [])
        low = bisect_right(indices, start, key=lambda i: self._paragraphs[i].start)
        high = bisect_right(indices, end, key=lambda i: self._paragraphs[i].start)
        return indices[max(0, low - 1) : high]

    def _gap(self, indices: Sequence[int], offset: int) -> Stretch:
        """The gap of the paragraph in or before which an offset stands."""
        before = bisect_right(indices, offset, key=lambda i: self._paragraphs[i].start)
        index = indices[max(0, before - 1)]
        at = self._paragraphs[index].gap_at(offset) or 0
        return Stretch(index, at, index, at)

    def _change(self, thread: Thread, placement: Placement | None, *, alone: bool = False) -> SentChange | None:
        """A suggestion as tracked changes, if these show just what accepting it would put into the text."""
        if thread.replacement is None or placement is None or placement.path is None or not placement.is_placed:
            return None
        source = self._draft.policy.texts[placement.path].text
        span = (placement.start, placement.end)
        index = self._index_of(placement)
        tried = preview_edit(source, span, thread.replacement) if index is not None else None
        if tried is None or index is None:
            return None
        change = _changed_runs(tried, span, self._paragraphs[index])
        if change is None or (not alone and self._is_taken(index, change[0])):
            return None
        self._taken.setdefault(index, []).append(change[0])
        return SentChange(Stretch(index, change[0][0], index, change[0][1]), change[1])

    def _move(self, thread: Thread, *, alone: bool = False) -> SentMove | None:
        """A move as tracked changes, if nothing else is tracked at one of its ends."""
        if not thread.is_move:
            return None
        places = self._draft.placements.get(thread.id, ())
        move = tracked_move(self._draft.policy.texts, places, self._paragraphs)
        spans = list(move.spans(self._paragraphs)) if move is not None else []
        if not alone and any(self._is_taken(*span) for span in spans):
            return None
        for index, span in spans:
            self._taken.setdefault(index, []).append(span)
        return move

    def _index_of(self, placement: Placement) -> int | None:
        near = self._near(placement.path or "", placement.start, placement.end)
        own = [
            i for i in near if self._paragraphs[i].start <= placement.start <= placement.end <= self._paragraphs[i].end
        ]
        return own[0] if len(own) == 1 and self._paragraphs[own[0]].kind not in {"code", "html", "rule"} else None

    def _is_taken(self, index: int, span: tuple[int, int]) -> bool:
        return any(span[0] <= end and start <= span[1] for start, end in self._taken.get(index, []))

    def _entries(self, thread: Thread, placement: Placement | None, *, tracked: bool) -> Iterator[SentEntry]:
        for entry in thread.entries:
            if entry.refusal or entry.same_as:
                continue
            body = _words(thread, entry)
            if isinstance(entry.event, Commented | Suggested | MoveSuggested):
                body = "\n\n".join(part for part in (body, *_told(thread, placement, tracked=tracked)) if part)
            if body:
                yield SentEntry(entry.event.id, shown_name(entry.event.by), entry.event.at, visible(body))


def _words(thread: Thread, entry: Entry) -> str:
    event = entry.event
    if isinstance(event, Decided):
        decided = f"Decision: {event.verdict}."
        return f"{decided} {entry.words}".strip() if event == thread.decision else ""
    return entry.words


def _told(thread: Thread, placement: Placement | None, *, tracked: bool) -> Iterator[str]:
    """What a comment has to tell besides its words: a suggestion that is not tracked, a passage that is gone."""
    is_gone = placement is not None and not placement.is_placed
    if not is_gone and (tracked or not (thread.is_suggestion or thread.is_move)):
        return
    exact = thread.anchors[0].exact if thread.anchors else ""
    exact, replacement = rendered_change(exact, thread.replacement or "")
    if sent_move(thread) and not tracked:
        yield sent_move(thread)
    if is_gone and exact:
        yield f"About words that are gone, or stand several times: “{exact}”"
    if thread.replacement is not None and not tracked:
        yield suggested_words(replacement)


def _indices(paragraphs: Sequence[SentParagraph]) -> dict[str, list[int]]:
    by_path: dict[str, list[int]] = {}
    for index, paragraph in enumerate(paragraphs):
        if paragraph.is_of_policy:
            by_path.setdefault(paragraph.path, []).append(index)
    return {path: sorted(several, key=lambda index: paragraphs[index].start) for path, several in by_path.items()}


def _changed_runs(
    tried: EditPreview, span: tuple[int, int], paragraph: SentParagraph
) -> tuple[tuple[int, int], tuple[SentRun, ...]] | None:
    """The characters of a paragraph that go, and the runs that come, where an edit changes that paragraph alone."""
    pairs = list(zip(tried.before, tried.after, strict=False))
    changed = [(old, new) for old, new in pairs if old.seen != new.seen]
    shown, gap = paragraph.shown(*span), paragraph.gap_at(span[0])
    first, last = shown if shown is not None else (gap, gap)
    if len(tried.before) != len(tried.after) or len(changed) != 1 or first is None or last is None:
        return None
    old, new = changed[0]
    if old.shape != new.shape or old.text != paragraph.text:
        return None
    head, tail = old.signs[:first], old.signs[last:]
    # A deletion takes one of two spaces along, which is no other deletion.
    spare = len(new.signs) - len(head) - len(tail)
    runs = new.cut(first, first + max(0, spare))
    kept = (*new.signs[:first], *new.signs[first + max(0, spare) :])
    return ((first, last), runs) if _words_only(kept) == _words_only((*head, *tail)) else None


def _words_only(signs: Sequence[Sign]) -> list[Sign]:
    return [sign for sign in signs if not sign[0].isspace()]
