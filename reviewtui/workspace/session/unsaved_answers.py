"""What is typed in a dialog and not carried out yet, kept on the disk as words in the composer are."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from reviewtui.domain.review.sync_state import MergeConflict
from reviewtui.workspace.session.unsaved_form import UnsavedWriter
from reviewtui.workspace.session.unsaved_words import UnsavedWords

ANSWERS = "answers"
OWN_WORDS = "own_words"
_FIELD = "="
"""What stands before the name of a field, so that it is no other key of the place."""


@dataclass(frozen=True, slots=True)
class UnsavedAnswers:
    """What somebody answered in the lines of one form and did not carry out.

    `act` begins the form again, `title` is what stands over it, `about` tells it from the same form about something
    else, `thread` is the remark that it is about, where it is about one.
    """

    writer: UnsavedWriter
    act: str
    title: str
    about: str = ""
    thread: str = ""

    @property
    def key(self) -> str:
        """What tells it from other unsaved words."""
        return f"{ANSWERS}:{self.act}:{self.title}:{self.about}"

    def read(self) -> dict[str, str]:
        """Return the answers that were left, by the name of the field; only those that somebody gave.

        Raises:
            Refused: the folder of unsaved words may not be read.
        """
        kept = self.writer.kept(self.key)
        return answers_in(kept) if kept is not None else {}

    def keep(self, answers: Mapping[str, str], typed: str) -> None:
        """Keep `answers`; `typed` are the words of them by which they are told in a list."""
        place: dict[str, str | int] = {"act": ANSWERS, "begin": self.act, "title": self.title, "about": self.about}
        place |= {"thread": self.thread} | {f"{_FIELD}{name}": value for name, value in answers.items()}
        self.writer.keep(UnsavedWords(self.key, typed, place=place))

    def forget(self) -> None:
        """Forget them: they were carried out, or nothing is typed there any more."""
        self.writer.forget(self.key)


def answers_in(kept: UnsavedWords) -> dict[str, str]:
    """Return the answers of a form that are kept, by the name of the field."""
    return {name[1:]: str(value) for name, value in kept.place.items() if name.startswith(_FIELD)}


def words_in(kept: UnsavedWords) -> str:
    """Return the words of an unsaved form, those for the text before those about it."""
    return "\n\n".join(each for each in (kept.replacement, kept.body) if each.strip())


class ConflictWords:
    """Words of one's own for passages that both sides changed, until they are shared."""

    def __init__(self, writer: UnsavedWriter) -> None:
        self._writer = writer

    def read(self, conflict: MergeConflict) -> str | None:
        """Return the words that were left for a conflict; None where there are none.

        Raises:
            Refused: the folder of unsaved words may not be read.
        """
        kept = self._writer.kept(self.key_of(conflict))
        return kept.replacement if kept is not None else None

    def keep(self, conflict: MergeConflict, words: str) -> None:
        """Keep words; those that are our own side's are none of one's own."""
        if words == conflict.ours:
            self.forget(conflict)
            return
        place: dict[str, str | int] = {"act": OWN_WORDS, "section": conflict.section, "quote": conflict.ours}
        self._writer.keep(UnsavedWords(self.key_of(conflict), "", words, place=place))

    def forget(self, conflict: MergeConflict) -> None:
        """Forget the words for a conflict: they are shared, or thrown away."""
        self._writer.forget(self.key_of(conflict))

    def key_of(self, conflict: MergeConflict) -> str:
        """Return what tells a conflict from others: where one side says something else by now, it is another one."""
        alike = (conflict.number,) if conflict.number else ()
        told = repr((conflict.path, conflict.section, conflict.base, conflict.ours, conflict.theirs, *alike))
        return f"{OWN_WORDS}:{hashlib.sha256(told.encode()).hexdigest()[:24]}"
