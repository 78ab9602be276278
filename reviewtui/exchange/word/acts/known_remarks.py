"""Which comments and changes of a returned document are remarks that we sent, or that the record has already."""

from collections import deque
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from reviewtui.domain.actions.bringing_in.person_mapping import NAMELESS
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.exchange.word.layout.sent_paragraph import SentParagraph, Stretch
from reviewtui.exchange.word.layout.sent_remarks import RemarkLayout, SentChange, SentEntry, SentRemark
from reviewtui.exchange.word.matching.tracked_edits import TrackedEdit
from reviewtui.exchange.word.reading.paragraph import WordComment
from reviewtui.text.words.spacing import single_spaced

_OWN_WORDS = 5
"""With so many words a comment under another name may be the one that was sent; shorter ones two people may write."""
_MOST_ALIKE = 100
"""With so many remarks of the same words at most a comment is compared."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A comment as it would have been sent, its thread, and where it would stand."""

    entry: SentEntry
    thread: Thread
    about: Stretch
    is_of_change: bool
    """Whether it would stand at a tracked change."""


class KnownRemarks:
    """The remarks of the record as they would stand in the document that was sent; each is found once."""

    def __init__(self, draft: Draft, paragraphs: Sequence[SentParagraph]) -> None:
        threads = [thread for thread in draft.review.threads.values() if thread.counts]
        remarks = RemarkLayout(draft, paragraphs).possible(threads)
        self._words: dict[tuple[str, str], deque[_Said]] = {}
        self._moments: dict[tuple[str, datetime], list[_Said]] = {}
        """By the author, and the second in which it was said."""
        self._taken: set[str] = set()
        self._loses_changes = False
        self._tracked: dict[str, Thread] = {}
        """Suggestions that were sent as changes, as their comments tell."""
        self._changes: dict[tuple[str, int, str], list[Thread]] = {}
        """By the author, and by the paragraph and what it says with a change."""
        self._parts: dict[tuple[str, int, datetime], list[tuple[SentChange, Thread]]] = {}
        """By the author, the paragraph and the second in which it was made."""
        self._halves: dict[tuple[int, str], list[Thread]] = {}
        """By the paragraph and what it says with one of the two changes of a suggestion, what goes or what comes."""
        self._places: dict[str, tuple[int, int, int]] = {}
        """By the ids of suggestions: the paragraph of each change, and where it stands there."""
        self._in_paragraph: dict[int, list[tuple[int, int, str]]] = {}
        """The changes of each paragraph, with the ids of their suggestions."""
        self._minutes: set[tuple[str, datetime]] = set()
        """The authors of suggestions, and the minutes in which they made them."""
        self._paragraphs = paragraphs
        self._moves: dict[tuple[str, tuple[int, ...]], list[Thread]] = {}
        for remark in remarks:
            self._add(remark)

    def _add(self, remark: SentRemark) -> None:
        for entry in remark.entries:
            about = remark.change.about if remark.change is not None else remark.about
            said = _Said(entry, remark.thread, about, bool(remark.change or remark.move))
            for author in {entry.author, ""}:
                self._words.setdefault((author, single_spaced(entry.body)), deque()).append(said)
            self._moments.setdefault((entry.author, entry.at.replace(microsecond=0)), []).append(said)
        if remark.change is not None:
            about = remark.change.about
            self._places[remark.thread.id] = (about.first, about.start, about.end)
            self._in_paragraph.setdefault(about.first, []).append((about.start, about.end, remark.thread.id))
            changed = self._changed(about.first, (about.start, about.end), remark.change.words)
            made = remark.thread.root.at.replace(microsecond=0)
            self._minutes.add((remark.author, made.replace(second=0)))
            for half in self._half_changed(remark.change):
                self._halves.setdefault((about.first, half), []).append(remark.thread)
            self._parts.setdefault((remark.author, about.first, made), []).append((remark.change, remark.thread))
            for author in (remark.author, ""):
                self._changes.setdefault((author, about.first, changed), []).append(remark.thread)
        if remark.move is not None:
            self._moves.setdefault((remark.author, remark.move.ends), []).append(remark.thread)

    def of_comments(self, comments: Sequence[WordComment], places: Mapping[str, Stretch]) -> dict[str, Thread]:
        """Return the threads that comments are of, by their ids; `places` are where they stand, where that is sure.

        Some programs lose the names of some comments, or give them to the next one: what is nowhere in the file under
        the name of whoever said it is theirs if it was said at that moment, or stands in that place. Where the file
        tells neither, nothing speaks against it.
        """
        found: dict[str, Thread] = {}
        for is_it in (_is_dated_and_placed, _is_dated, _is_placed, _is_undenied, _lost_its_name):
            for comment in comments:
                if comment.identifier in found:
                    continue
                own = self._alike("" if is_it is _lost_its_name else comment.author, comment)
                known = next((each for each in own if is_it(comment, each, places.get(comment.identifier))), None)
                if known is not None:
                    self._taken.add(known.entry.event)
                    found[comment.identifier] = known.thread
                    if known.is_of_change:
                        self._tracked[known.thread.id] = known.thread
        return found

    def writer_of_same(self, comment: WordComment) -> str:
        """Return who said just the words of a comment, and does not in the file; empty for nobody."""
        said = next(self._alike("", comment), None) if _is_telling(comment) else None
        return said.entry.author if said is not None else ""

    def rewritten(self, comment: WordComment, export: str, place: Stretch | None, to: str) -> Sequence[Thread]:
        """Return the threads of what a comment may be by its author and moment, and what is nowhere in its own words.

        Of several only the one that it answers, with the id `to`, or that stands in its `place`, if there is one.
        Not of what came in with another copy of the same export: whoever said that may say it anew.
        """
        if comment.at is None:
            return ()
        waiting = [
            said
            for said in self._moments.get((comment.author, comment.at.replace(microsecond=0)), [])
            if said.entry.event not in self._taken and not _came_in_with(said, export)
        ]
        there = [said for said in waiting if said.thread.id == to] if to else []
        if not there and place is not None:
            there = [said for said in waiting if _touches(said, place)]
        own = there if len({said.thread.id for said in there}) == 1 else waiting
        threads = {said.thread.id: said.thread for said in own}
        if len(threads) == 1:
            self._taken.add(own[0].entry.event)
        return list(threads.values())

    def _alike(self, name: str, comment: WordComment) -> Iterator[_Said]:
        """The remarks in the words of a comment that have not been found yet, by whom it is asked for."""
        waiting = self._words.get((name, single_spaced(comment.body)), deque())
        while waiting and waiting[0].entry.event in self._taken:
            waiting.popleft()
        return islice((each for each in waiting if each.entry.event not in self._taken), _MOST_ALIKE)

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

    def is_ours(self, edit: TrackedEdit) -> bool:
        """Whether its author suggested something in the minute of a change: some programs keep no seconds."""
        return edit.at is not None and (edit.author, edit.at.replace(second=0, microsecond=0)) in self._minutes

    def of_accepted_part(self, about: tuple[int, int, int], words: str, present: Container[str]) -> Thread | None:
        """Return the thread of which somebody took one of the two changes as the file's own words, as programs let.

        Only all of that change, and only where its other one is still tracked there, as the ids `present` say. Whoever
        typed a word or two of it, or took out the words and nothing more, suggests something of their own.
        """
        halves = self._halves.get((about[0], self._changed(about[0], about[1:], words)), [])
        held = {thread.id: thread for thread in halves if thread.id in present}
        return next(iter(held.values())) if len(held) == 1 else None

    def was_held(self, thread: Thread, present: Container[str]) -> bool:
        """Whether a suggestion surely was a change of the file: its comment says so, or the rest of it is `present`."""
        return thread.id in self._tracked or thread.id in present

    def keep_unsaid(self) -> None:
        """Say of no suggestion that it was rejected: the file may have lost its change."""
        self._loses_changes = True

    def rejected(self, present: Container[str]) -> Sequence[Thread]:
        """Return the suggestions whose comments are in the file, and whose changes are not among those `present`.

        Where several were sent that meet, one may hide another in the file, and it is said of neither.
        """
        tracked = () if self._loses_changes else self._tracked.values()
        gone = [each for each in tracked if each.is_open and each.id not in present]
        return [each for each in gone if not self._meets_another(each)]

    def _meets_another(self, thread: Thread) -> bool:
        """Whether the change of a suggestion shares its place with another's, or there are too many to say."""
        first, start, end = self._places.get(thread.id, (-1, 0, 0))
        near = self._in_paragraph.get(first, [])
        return len(near) > _MOST_ALIKE or any(
            low <= end and start <= high for low, high, other in near if other != thread.id
        )

    def _changed(self, index: int, span: tuple[int, int], words: str) -> str:
        """What a paragraph says with a change, whatever its white space."""
        text = self._paragraphs[index].text
        lines = f"{text[: span[0]]}{words}{text[span[1] :]}".split("\n")
        return "\n".join(map(single_spaced, lines))

    def _half_changed(self, change: SentChange) -> set[str]:
        """What a paragraph says where only the words of a change go, or only come, before or behind the others."""
        index, low, high = change.about.first, change.about.start, change.about.end
        if low == high or not change.words:
            return set()
        came = {self._changed(index, (at, at), change.words) for at in (low, high)}
        return {self._changed(index, (low, high), ""), *came}

    def of_move(self, author: str, ends: tuple[int, ...]) -> Thread | None:
        """Return the thread of a move of the same words to the same place, and do not find it a second time."""
        waiting = self._moves.get((author, ends), [])
        return waiting.pop(0) if waiting else None


def _came_in_with(said: _Said, export: str) -> bool:
    """Whether something came in with a copy of an export."""
    event = next((entry.event for entry in said.thread.entries if entry.event.id == said.entry.event), None)
    return event is not None and event.source is not None and event.source.export == export


def _is_dated(comment: WordComment, said: _Said, _place: Stretch | None) -> bool:
    return comment.at is not None and comment.at.replace(microsecond=0) == said.entry.at.replace(microsecond=0)


def _is_placed(comment: WordComment, said: _Said, place: Stretch | None) -> bool:
    """Whether a comment stands in the place of what was sent; of another moment it has to share words with that."""
    if place is None or not _touches(said, place):
        return False
    if comment.at is None or _is_dated(comment, said, place):
        return True
    own, sent = ((each.first, each.start, each.last, each.end) for each in (place, said.about))
    return own == sent or max(own[:2], sent[:2]) < min(own[2:], sent[2:])


def _touches(said: _Said, place: Stretch) -> bool:
    """Whether a place is that of what was sent, or touches it: some programs leave white space out."""
    begins = (place.first, place.start) <= (said.about.last, said.about.end)
    return begins and (said.about.first, said.about.start) <= (place.last, place.end)


def _is_dated_and_placed(comment: WordComment, said: _Said, place: Stretch | None) -> bool:
    return _is_dated(comment, said, place) and _is_placed(comment, said, place)


def _is_undenied(comment: WordComment, _said: _Said, place: Stretch | None) -> bool:
    """Whether the file tells nothing by which it could be another comment."""
    return comment.at is None and place is None


def _lost_its_name(comment: WordComment, said: _Said, place: Stretch | None) -> bool:
    is_there = place is None or _is_placed(comment, said, place)
    if _is_dated(comment, said, place):
        return is_there and _is_telling(comment)
    is_nameless = comment.author.casefold() in NAMELESS and comment.at is None
    return is_nameless and is_there and (place is not None or len(comment.body.split()) >= _OWN_WORDS)


def _is_telling(comment: WordComment) -> bool:
    """Whether a comment would hardly be said in just its words by somebody else, too."""
    return comment.author.casefold() in NAMELESS or len(comment.body.split()) >= _OWN_WORDS
