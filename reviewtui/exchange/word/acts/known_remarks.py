"""Which comments and changes of a returned document are remarks that we sent, or that the record has already."""

from collections.abc import Sequence

from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph
from reviewtui.exchange.word.layout.sent_remarks import RemarkLayout, SentRemark
from reviewtui.exchange.word.reading.paragraph import WordComment
from reviewtui.text.words.spacing import single_spaced


class KnownRemarks:
    """The remarks of the record as they would stand in the document that was sent; each is found once."""

    def __init__(self, draft: Draft, paragraphs: Sequence[SentParagraph]) -> None:
        threads = [thread for thread in draft.review.threads.values() if thread.counts]
        remarks = RemarkLayout(draft, paragraphs).possible(threads)
        self._words: dict[tuple[str, str], list[tuple[str, Thread]]] = {}
        self._taken: set[str] = set()
        self._changes: dict[tuple[str, int, int, int, str], list[Thread]] = {}
        self._moves: dict[tuple[str, tuple[int, ...]], list[Thread]] = {}
        for remark in remarks:
            self._add(remark)

    def _add(self, remark: SentRemark) -> None:
        for entry in remark.entries:
            self._words.setdefault((entry.author, single_spaced(entry.body)), []).append((entry.event, remark.thread))
        if remark.change is not None:
            about = remark.change.about
            key = (remark.author, about.first, about.start, about.end, remark.change.words)
            self._changes.setdefault(key, []).append(remark.thread)
            self._changes.setdefault(("", *key[1:]), []).append(remark.thread)
        if remark.move is not None:
            self._moves.setdefault((remark.author, remark.move.ends), []).append(remark.thread)

    def of_comment(self, comment: WordComment) -> Thread | None:
        """Return the thread that a comment is of, and do not find it a second time."""
        for event, thread in self._words.get((comment.author, single_spaced(comment.body)), []):
            if event not in self._taken:
                self._taken.add(event)
                return thread
        return None

    def of_change(self, author: str, about: tuple[int, int, int], words: str) -> Thread | None:
        """Return the thread of a suggestion for the same words; without an author whichever suggests them."""
        waiting = self._changes.get((author, *about, words), [])
        if not waiting:
            return None
        return waiting.pop(0) if author else waiting[0]

    def of_move(self, author: str, ends: tuple[int, ...]) -> Thread | None:
        """Return the thread of a move of the same words to the same place, and do not find it a second time."""
        waiting = self._moves.get((author, ends), [])
        return waiting.pop(0) if waiting else None
