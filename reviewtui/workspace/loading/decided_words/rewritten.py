"""Whether an author rewrote words that a decision had put into the text."""

from collections.abc import Iterable
from dataclasses import dataclass

from reviewtui.domain.record.events import RecordedEdit
from reviewtui.domain.settings.settings import Settings
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy import text_history
from reviewtui.store.policy.policy_files import files_of_commit, texts_of
from reviewtui.store.policy.text_history import FileChange
from reviewtui.text.diff.prose.prose_diff import diff_texts
from reviewtui.text.placement.place_values import Placement, Quote
from reviewtui.text.placement.placement import Placer
from reviewtui.workspace.loading.decided_words.applied_words import Applied


@dataclass(frozen=True, slots=True)
class Passage:
    """Words at their place in the text of a file, as a commit holds it."""

    commit: str
    text: str
    quote: Quote

    def found_in(self, texts: dict[str, str]) -> Placement | None:
        """Return where the words stand in other texts; None where that is not known."""
        placement = Placer({self.quote.path: self.text}, texts).place(self.quote)
        return None if placement.path is None or placement.state in {"ambiguous", "orphaned"} else placement


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What authors, by `roles`, did to the policy in `folder` up to the commit `head`."""

    repository: Repository
    head: str
    roles: Settings
    folder: str

    def touched(self, applied: Applied | None, edit: RecordedEdit, since: str) -> bool:
        """Say whether an author touched the words that commit `since` put into the text.

        They are followed into another file where a commit gives theirs another name. Where their place is not known,
        any change of the file by an author is taken for one.
        """
        anchor = applied.anchor if applied is not None else None
        if applied is not None and anchor is not None:
            return self._rewritten(Passage(since, applied.text, anchor.quote))
        if applied is not None and edit.after not in applied.text:
            return False  # they never were there, so nobody can have rewritten them
        return any(self.roles.is_author(change.author) for change in self._changes(since, edit.path))

    def _changes(self, since: str, path: str) -> list[FileChange]:
        """The changes of a file since a commit, oldest first; merges that took one side as it is left out."""
        made = text_history.changes_of(self.repository, since, self.head, path)
        return [change for change in reversed(made) if change.is_own]

    def _rewritten(self, passage: Passage) -> bool:
        there: Passage | None = passage
        while there is not None:
            made = self._changes(there.commit, there.quote.path)
            texts = _texts(self.repository, made)
            gone = next((n for n, change in enumerate(made) if change.after is None), len(made))
            if any(self.roles.is_author(change.author) and _touched(there, change, texts) for change in made[:gone]):
                return True
            if gone == len(made):
                return False
            there = _moved(self.repository, there, made[gone].commit, self.folder)
        return self.roles.is_author(made[gone].author)


def _texts(repository: Repository, made: Iterable[FileChange]) -> dict[str, str]:
    wanted = {blob for change in made for blob in (*change.before, change.after) if blob is not None}
    return texts_of(repository, sorted(wanted))


def _moved(repository: Repository, passage: Passage, commit: str, folder: str) -> Passage | None:
    """The passage in the file in which `commit`, which has no file of its name any more, holds it."""
    texts = {path: text.text for path, text in files_of_commit(repository, commit, folder).texts.items()}
    there = passage.found_in(texts)
    if there is None or there.path is None:
        return None
    text = texts[there.path]
    return Passage(commit, text, Quote(there.path, there.start, there.end, text[there.start : there.end]))


def _touched(passage: Passage, change: FileChange, texts: dict[str, str]) -> bool:
    """Whether a change touched the words; a merge did if it differs there from each of its parents."""
    if change.after not in texts or any(blob not in texts for blob in change.before):
        return True  # a text that is not in this clone accuses nobody
    after = texts[change.after]
    return bool(change.before) and all(touches(passage, texts[blob], after) for blob in change.before)


def touches(passage: Passage, before: str, after: str) -> bool:
    """Say whether the change of the passage's file from `before` to `after` touched its words."""
    there = passage.found_in({passage.quote.path: before})
    if there is None:
        return False
    return any(
        hunk.old_start < there.end and there.start < hunk.old_end
        if there.start < there.end and hunk.old_start < hunk.old_end
        else hunk.old_start <= there.end and there.start <= hunk.old_end
        for hunk in diff_texts(before, after).hunks
    )
