"""Keeps what is typed on the disk, at most half a second behind the fingers."""

import threading
from collections.abc import Callable

from reviewtui.views.compose.compose_form import ComposeForm, FormContent
from reviewtui.workspace.session.unsaved_form import unsaved_words_of
from reviewtui.workspace.session.unsaved_words import UnsavedWords, UnsavedWordsFolder


class UnsavedWriter:
    """The words being typed and not on the disk yet; `flush` may be called from any thread."""

    def __init__(self, words: Callable[[], UnsavedWordsFolder]) -> None:
        """Keep words in the folder that `words` gives."""
        self._words = words
        self._waiting: dict[str, UnsavedWords | None] = {}
        self._lock = threading.Lock()

    @property
    def is_idle(self) -> bool:
        """Whether everything is on the disk."""
        return not self._waiting

    def note(self, form: ComposeForm, content: FormContent) -> None:
        """Remember the words as they are now; nothing begun forgets them."""
        self._waiting[form.key] = unsaved_words_of(form, content) if form.is_begun(content) else None

    def forget(self, key: str) -> None:
        """Remove what is kept under `key`."""
        self._waiting[key] = None

    def flush(self) -> None:
        """Bring the disk up to date.

        Raises:
            MachineFailed: the disk did not take it; it is tried again with the next flush.

        """
        with self._lock:
            while self._waiting:
                key, typed = next(iter(self._waiting.items()))
                if typed is None:
                    self._words().forget(key)
                else:
                    self._words().keep(typed)
                if self._waiting.get(key) is typed:
                    self._waiting.pop(key, None)
