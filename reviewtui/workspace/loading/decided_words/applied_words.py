"""The words that decisions put into the text, as the very commits of the decisions hold them."""

from collections.abc import Iterable
from dataclasses import dataclass

from reviewtui.domain.policy.anchor import CONTEXT, Anchor
from reviewtui.domain.record.events import RecordedEdit
from reviewtui.store.git.repository import Repository
from reviewtui.store.policy import text_history
from reviewtui.store.policy.policy_files import texts_of


@dataclass(frozen=True, slots=True)
class Applied:
    """An edit in the text that its commit made: `start` is where its words begin there, in code points.

    `start` is None where the commit's text does not hold the words, or holds them several times and the event says
    no place.
    """

    edit: RecordedEdit
    blob: str
    text: str
    start: int | None

    @property
    def around(self) -> tuple[str, str]:
        """The words on either side of the edit; empty where its place is not known."""
        if self.start is None:
            return "", ""
        end = self.start + len(self.edit.after)
        return self.text[max(0, self.start - CONTEXT) : self.start], self.text[end : end + CONTEXT]

    @property
    def anchor(self) -> Anchor | None:
        """The new words as a passage of exactly that text; None where their place is not known."""
        if self.start is None:
            return None
        prefix, suffix = self.around
        return Anchor(
            path=self.edit.path,
            blob=self.blob,
            dirty=True,
            start=self.start,
            end=self.start + len(self.edit.after),
            exact=self.edit.after,
            prefix=prefix,
            suffix=suffix,
        )


def applied_edits(repository: Repository, edits: Iterable[tuple[str, RecordedEdit]]) -> tuple[Applied | None, ...]:
    """Return each edit, given with the commit of its decision; None where this clone does not hold that text."""
    asked = tuple(edits)
    blobs = text_history.blobs_at(repository, [(commit, edit.path) for commit, edit in asked])
    texts = texts_of(repository, [blob for blob in blobs if blob is not None])
    return tuple(
        Applied(edit, blob, texts[blob], _start(edit, texts[blob])) if blob is not None and blob in texts else None
        for (_, edit), blob in zip(asked, blobs, strict=True)
    )


def _start(edit: RecordedEdit, text: str) -> int | None:
    if edit.start is not None and edit.start <= len(text) and text.startswith(edit.after, edit.start):
        return edit.start
    return text.find(edit.after) if edit.after and text.count(edit.after) == 1 else None
