"""Which comments and changes of a returned document are remarks that we sent, or that the record has already."""

from collections.abc import Sequence
from datetime import datetime

from reviewtui.domain.actions.bringing_in.person_mapping import NAMELESS
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph
from reviewtui.exchange.word.layout.sent_remarks import RemarkLayout, SentChange, SentRemark
from reviewtui.exchange.word.reading.paragraph import WordComment
from reviewtui.text.words.spacing import single_spaced

_OWN_WORDS = 5
"""With so many words a comment under another name is the one that was sent; shorter ones two people may write."""


class KnownRemarks:
    """The remarks of the record as they would stand in the document that was sent; each is found once."""

    def __init__(self, draft: Draft, paragraphs: Sequence[SentParagraph]) -> None:
        threads = [thread for thread in draft.review.threads.values() if thread.counts]
        remarks = RemarkLayout(draft, paragraphs).possible(threads)
        self._words: dict[tuple[str, str], list[tuple[str, Thread]]] = {}
        self._taken: set[str] = set()
        self._changes: dict[tuple[str, int, str], list[Thread]] = {}
        """By the author, and by the paragraph and what it says with a change."""
        self._parts: dict[tuple[str, int, datetime], list[tuple[SentChange, Thread]]] = {}
        """By the author, the paragraph and the second in which it was made."""
        self._paragraphs = paragraphs
        self._moves: dict[tuple[str, tuple[int, ...]], list[Thread]] = {}
        for remark in remarks:
            self._add(remark)

    def _add(self, remark: SentRemark) -> None:
        for entry in remark.entries:
            for author in {entry.author, ""}:
                self._words.setdefault((author, single_spaced(entry.body)), []).append((entry.event, remark.thread))
        if remark.change is not None:
            about = remark.change.about
            changed = self._changed(about.first, (about.start, about.end), remark.change.words)
            made = remark.thread.root.at.replace(microsecond=0)
            self._parts.setdefault((remark.author, about.first, made), []).append((remark.change, remark.thread))
            for author in (remark.author, ""):
                self._changes.setdefault((author, about.first, changed), []).append(remark.thread)
        if remark.move is not None:
            self._moves.setdefault((remark.author, remark.move.ends), []).append(remark.thread)

    def of_comments(self, comments: Sequence[WordComment]) -> dict[str, Thread]:
        """Return the threads that comments are of, by their ids.

        Some programs lose the names of some comments, or give them to the next one: what somebody else said with just
        these words, and is nowhere in the file under their own name, is theirs.
        """
        found: dict[str, Thread] = {}
        for is_named in (True, False):
            for comment in comments:
                words = single_spaced(comment.body)
                if comment.identifier in found or not (is_named or _is_telling(comment)):
                    continue
                for event, thread in self._words.get((comment.author if is_named else "", words), []):
                    if event not in self._taken:
                        self._taken.add(event)
                        found[comment.identifier] = thread
                        break
        return found

    def of_change(self, author: str, about: tuple[int, int, int], words: str) -> Thread | None:
        """Return the thread of a suggestion that makes the same of a paragraph; without an author whichever does.

        Programs that write a file anew may cut a change otherwise, and leave white space out of it.
        """
        waiting = self._changes.get((author, about[0], self._changed(about[0], about[1:], words)), [])
        if not waiting:
            return None
        return waiting.pop(0) if author else waiting[0]

    def of_part(self, author: str, about: tuple[int, int, int], words: str, at: datetime) -> Thread | None:
        """Return the thread of which a change is only a part, as others who wrote among its words have left it."""
        for change, thread in self._parts.get((author, about[0], at.replace(microsecond=0)), []):
            is_within = change.about.start <= about[1] <= about[2] <= change.about.end
            if is_within and single_spaced(words) in single_spaced(change.words):
                return thread
        return None

    def _changed(self, index: int, span: tuple[int, int], words: str) -> str:
        """What a paragraph says with a change, whatever its white space."""
        text = self._paragraphs[index].text
        lines = f"{text[: span[0]]}{words}{text[span[1] :]}".split("\n")
        return "\n".join(map(single_spaced, lines))

    def of_move(self, author: str, ends: tuple[int, ...]) -> Thread | None:
        """Return the thread of a move of the same words to the same place, and do not find it a second time."""
        waiting = self._moves.get((author, ends), [])
        return waiting.pop(0) if waiting else None


def _is_telling(comment: WordComment) -> bool:
    """Whether a comment would hardly be said in just its words by somebody else, too."""
    return comment.author.casefold() in NAMELESS or len(comment.body.split()) >= _OWN_WORDS
