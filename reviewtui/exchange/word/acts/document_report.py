"""What is told of a returned document: all that was read, and all that was not."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record.thread import Thread
from reviewtui.exchange.word.acts.change_sentences import gone_words
from reviewtui.exchange.word.acts.returned_text import ReturnedText
from reviewtui.exchange.word.matching.structure_changes import Shapes, first_of
from reviewtui.exchange.word.matching.tracked_edits import TrackedEdit
from reviewtui.exchange.word.reading.paragraph import NOTE_SIGN, WordComment


@dataclass(frozen=True)
class DocumentReport:
    """A document, its changes, and whether it is so like what was sent that it can be compared.

    `change_count` is how many acts its tracked changes are; of those in `unseen` the text shows nothing.
    """

    text: ReturnedText
    tracked: Sequence[TrackedEdit]
    change_count: int
    untracked: Sequence[TrackedEdit]
    shapes: Shapes
    unseen: Sequence[TrackedEdit]
    is_compared: bool

    def lines(self) -> Iterator[str]:
        """Give how much was read; a change is what comes in as one, so that all of it adds up."""
        comments = self.text.document.comments
        answers = sum(bool(comment.answers) for comment in comments)
        untracked = f", {counted(self._untracked(), 'untracked change')}" if self.is_compared else ""
        yield (
            f"Read {counted(self.change_count + len(self.unseen), 'tracked change')}{untracked}, "
            f"{counted(len(comments) - answers, 'comment')} and {counted(answers, 'answer')}."
        )

    def left_out(self, marked: Sequence[tuple[Thread, bool]], *, is_whole: bool) -> Iterator[str]:
        """Give what brings nothing in; `marked` are the remarks that came back, and whether as resolved.

        `is_whole` says that nothing of the draft is missing in it that a comparison does not show.
        """
        paragraphs = self.text.places.document.paragraphs
        gone = [paragraphs[index].text for index in self.text.places.alignment.gone if paragraphs[index].is_of_policy]
        if gone and not is_whole:
            what = f"{counted(len(gone), 'paragraph')} of the draft"
            words = f": {first_of(gone)}" if self.is_compared else ""
            are = "is" if len(gone) == 1 else "are"
            yield f"{what} {are} not in the file; whether anybody took that out is not known{words}."
        yield from self.text.document.left_out
        yield from self.shapes.told
        if self.unseen:
            names = ", ".join(dict.fromkeys(edit.author or "nobody named" for edit in self.unseen))
            changes = counted(len(self.unseen), "change")
            yield f"{changes} of empty paragraphs, white space or into the same words alone, by {names}."
        wordless = [comment.author or "nobody named" for comment in self.text.document.comments if not comment.body]
        if wordless:
            names = ", ".join(dict.fromkeys(wordless))
            yield f"{counted(len(wordless), 'comment')} without words, by {names}."
        resolved = [thread for thread, is_resolved in marked if is_resolved and thread.is_open]
        yield from _handled(resolved, "remark", "marked as resolved")

    def handled(self, accepted: Iterable[Thread], rejected: Iterable[Thread], added: Sequence[str]) -> Iterator[str]:
        """Give which suggestions of ours somebody accepted or rejected, and the comments that a program `added`."""
        yield from _handled(accepted, "suggestion", "accepted")
        yield from _handled(rejected, "suggestion", "rejected, or taken out,")
        if added:
            yield f"{counted(len(added), 'comment')} that a program set beside another one: {first_of(sorted(added))}."

    def alike(self, threads: Iterable[Thread]) -> Iterator[str]:
        """Give which open suggestions the file has as its own words, though they may never have been in it."""
        names = sorted({thread.id[-6:] for thread in threads})
        if names:
            known = (
                f"{counted(len(names), 'suggestion')} of the record {'is' if len(names) == 1 else 'are'} what the file"
            )
            yield f"{known} says without tracking, by whomever, so nothing is suggested anew: {', '.join(names)}."

    def details(self) -> dict[str, object]:
        """Return all that was read, as it stands in the file: for whoever wants to check that nothing is missing."""
        return {
            "changes": [self._change(edit) for edit in self.tracked],
            "comments": [self._comment(comment) for comment in self.text.document.comments],
        }

    def _untracked(self) -> int:
        """How many changes only the comparison shows."""
        shaped = sum(change.change is None for change in self.shapes.changes) + len(self.shapes.boxes)
        moved = len(self.text.places.alignment.moved) if self.is_compared else 0
        return len(self.untracked) + shaped + moved

    def _change(self, edit: TrackedEdit) -> dict[str, object]:
        gone = gone_words(edit, self.text.original, self.text.places)
        come = "" if edit.of_inserted else edit.words
        return {
            "name": edit.author,
            "at": edit.at.isoformat() if edit.at else None,
            "deleted": gone.replace(NOTE_SIGN, ""),
            "inserted": come.replace(NOTE_SIGN, ""),
            "notes": (gone + come).count(NOTE_SIGN),
            "move": edit.move or None,
            "part": self.text.original.paragraphs[edit.start.paragraph].first.part,
        }

    def _comment(self, comment: WordComment) -> dict[str, object]:
        return {
            "id": comment.identifier,
            "name": comment.author,
            "at": comment.at.isoformat() if comment.at else None,
            "body": comment.body,
            "answers": comment.answers or None,
            "resolved": comment.resolved,
            "quote": self.text.quote(comment).replace(NOTE_SIGN, ""),
        }


def _handled(threads: Iterable[Thread], what: str, how: str) -> Iterator[str]:
    """Say what somebody did to remarks of ours that only their authors decide."""
    names = sorted({thread.id[-6:] for thread in threads})
    if names:
        are = "is" if len(names) == 1 else "are"
        known = f"{counted(len(names), what)} that we sent out {are} {how} in the file"
        yield f"{known}, which does not tell by whom: {', '.join(names)}."
