"""The comments of a returned document as remarks and replies."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal

from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.import_content import UNMARKED, BroughtAct, Voice
from reviewtui.exchange.word.acts.act_list import NO_EXACT_PLACE, ActList
from reviewtui.exchange.word.acts.change_acts import ChangeActs
from reviewtui.exchange.word.acts.known_remarks import KnownRemarks
from reviewtui.exchange.word.acts.returned_text import ReturnedText
from reviewtui.exchange.word.layout.sent_text import EXPORT
from reviewtui.exchange.word.reading.original_document import OriginalPlace
from reviewtui.exchange.word.reading.paragraph import NOTE_SIGN, RunPosition, WordComment

_SAME_WORDS = "It has the words of a remark by {}, which is not in the file under that name: it may be that one."
_MAY_ANSWER = "It stands right behind the remark of {}, as some programs keep an answer: it may be one."
_REWRITTEN = "It is the remark of {} in other words; the file does not tell who wrote them."

_REWRITTEN_ONE = "It is one of several remarks of {} in other words; the file tells neither which nor who wrote them."


class CommentActs:
    """Makes an act of each comment; `changes` are the acts of the changes that a comment may be about."""

    def __init__(self, text: ReturnedText, known: KnownRemarks, acts: ActList, changes: ChangeActs) -> None:
        """Take the document, what the record has of it already, and the list to add to."""
        self._text = text
        self._known = known
        comments = text.document.comments
        self._places = {each.identifier: place for each in comments if (place := text.stretch(each)) is not None}
        self._sent = known.of_comments(comments, self._places)
        """By the id of a comment: the thread that it is of already."""
        self._ending: dict[OriginalPlace | None, list[WordComment]] = defaultdict(list)
        """The comments on words that end in a place."""
        self._of_moment: dict[tuple[str, datetime | None], list[WordComment]] = defaultdict(list)
        for comment in comments:
            self._of_moment[comment.author, comment.at].append(comment)
            if comment.about is not None:
                self._ending[text.original.place(comment.about.end)].append(comment)
        self._acts = acts
        self._changes = changes
        self._threads: dict[str, str] = {}
        """By the id of a comment: the thread of the record, or the item of the file, that it is of."""
        self.added: list[str] = []
        """The words of comments that nobody wrote."""
        self.marked: list[tuple[Thread, bool]] = []
        """The remarks of ours that came back, and whether they are marked as resolved."""

    def take(self) -> None:
        """Add an act for each comment, what is answered before its answers."""
        comments = {comment.identifier: comment for comment in self._text.document.comments}
        if self._text.loses_changes:
            of_moment = self._of_moment
            added = {k for k, c in comments.items() if k not in self._sent and _is_added(c, of_moment[c.author, c.at])}
            self.added = [comments.pop(key).body for key in added]
        for comment in sorted(comments.values(), key=lambda each: each.answers in comments):
            act = self._answer(comment, comments) if comment.answers in comments else None
            # What answers nothing that came in, as a comment without words, is one by itself.
            act = act or self._comment(comment)
            if act is not None:
                self._threads[comment.identifier] = act.thread or (act.to if act.act == "reply" else act.item)

    def _answer(self, comment: WordComment, comments: dict[str, WordComment]) -> BroughtAct | None:
        to = self._threads.get(_root_of(comment, comments), "")
        if not (comment.body and to):
            return None
        thread = self._sent.get(comment.identifier)
        rewritten = self._rewritten(comment, to) if thread is None else ()
        if len(rewritten) == 1:
            return self._in_thread(comment, rewritten[0])
        act = replace(_act("reply", comment), to=to, thread=thread.id if thread is not None else "")
        return self._acts.add(_by_nobody(act, comment) if rewritten else act, to)

    def _comment(self, comment: WordComment) -> BroughtAct | None:
        thread = self._sent.get(comment.identifier)
        if thread is not None:
            return self._known_comment(comment, thread)
        if not comment.body:
            return None
        rewritten = self._rewritten(comment, "")
        if len(rewritten) == 1:
            return self._in_thread(comment, rewritten[0])
        quote = self._text.quote(comment)
        change = self._change_under(comment)
        note = _SAME_WORDS.format(writer) if (writer := self._known.writer_of_same(comment)) else ""
        if change is not None:
            act = replace(_act("reply", comment), to=change.thread or change.item, quote=quote, note=note)
            return self._acts.add(act, change.item)
        note = " ".join(filter(None, (note, self._may_answer(comment))))
        act = replace(_act("comment", comment), quote=quote, note=note)
        act = _by_nobody(act, comment) if rewritten else act
        places = self._text.commented(comment)
        if places:
            return self._acts.add(replace(act, place=places[0], also=places[1:]))
        if not self._text.is_about_whole(comment):
            shown = quote.replace(NOTE_SIGN, "[footnote]")
            body = f"About “{shown}”: {comment.body}" if quote else comment.body
            act = replace(act, body=body, note=" ".join(filter(None, (NO_EXACT_PLACE, note))))
        where = self._text.original.place(comment.about.start) if comment.about is not None else None
        return self._acts.add(replace(act, place=self._text.file_around(where)), quote)

    def _known_comment(self, comment: WordComment, thread: Thread) -> BroughtAct:
        self.marked.append((thread, comment.resolved))
        item = f"known {thread.id} {comment.identifier}"
        act = BroughtAct("comment", item, Voice(comment.author), comment.body, thread=thread.id)
        self._acts.acts.append(act)
        return act

    def _may_answer(self, comment: WordComment) -> str:
        """Say of a comment on no words that it stands behind one that somebody else had made there."""
        about, at = comment.about, comment.at
        if about is None or about.start != about.end or at is None:
            return ""
        place = self._text.original.place(about.end)
        for other in self._ending[place] if place is not None else ():
            if other.at is not None and other.at < at and other.author != comment.author:
                return _MAY_ANSWER.format(other.author or "nobody named")
        return ""

    def _rewritten(self, comment: WordComment, to: str) -> Sequence[Thread]:
        """The threads of which a comment may be the words that somebody put in the place of those that were sent."""
        export = self._text.document.property_of(EXPORT) or UNMARKED
        return self._known.rewritten(comment, export, self._places.get(comment.identifier), to)

    def _in_thread(self, comment: WordComment, thread: Thread) -> BroughtAct:
        """Words in the place of those of a thread: of whom they are the name does not tell."""
        note = _REWRITTEN.format(comment.author)
        act = BroughtAct("reply", "", Voice(""), comment.body, to=thread.id, note=note)
        return self._acts.add(act, comment.identifier)

    def _change_under(self, comment: WordComment) -> BroughtAct | None:
        """Return the change of which a comment is about the new words only."""
        runs = [run for runs in self._text.runs_under(comment) for run in runs if run.text]
        if comment.about is None or not runs or any(run.inserted is None for run in runs):
            return None
        place = self._text.original.place(comment.about.start)
        author = runs[0].inserted.author if runs[0].inserted is not None else ""
        return self._changes.holding(author, place) if place is not None else None


def _act(act: Literal["comment", "reply"], comment: WordComment) -> BroughtAct:
    voice = Voice(comment.author)
    return BroughtAct(act, "", voice, comment.body, at=comment.at, resolved=comment.resolved)


def _by_nobody(act: BroughtAct, comment: WordComment) -> BroughtAct:
    """An act of words in the place of one of several remarks: it is in the thread of none, and said by nobody named."""
    note = " ".join(filter(None, (act.note, _REWRITTEN_ONE.format(comment.author))))
    return replace(act, voice=Voice(""), at=None, note=note)


def _is_added(comment: WordComment, same: Iterable[WordComment]) -> bool:
    """Whether a comment was made by a program that wrote a tracked comment to a .doc file, and by no person.

    It says so without words of its own to be about, within the range of the real one, of the `same` author and moment.
    """
    about = comment.about
    if about is None or about.start != about.end or comment.at is None:
        return False
    return any(
        other is not None
        and other.start != other.end
        and _order(other.start) <= _order(about.start) <= _order(other.end)
        for other in (each.about for each in same)
    )


def _order(position: RunPosition) -> tuple[int, int]:
    return position.paragraph, position.run


def _root_of(comment: WordComment, comments: dict[str, WordComment]) -> str:
    seen = {comment.identifier}
    while comment.answers in comments and comment.answers not in seen:
        seen.add(comment.answers)
        comment = comments[comment.answers]
    return comment.identifier
