"""Several suggestions accepted after one look: those that were chosen, else those that only better the wording."""

from reviewtui.domain.record.thread import Thread
from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.screens.queue_rows import QueueEntry
from reviewtui.tui.state.requests import ConfirmFirst
from reviewtui.views.compose.thread_acts import accepting
from reviewtui.views.threads.deciding.editorial_suggestions import chosen_suggestions, editorial_suggestions


class AcceptTogether:
    """Keeps which suggestions of the queue are chosen."""

    def __init__(self, screen: BaseScreen) -> None:
        self._screen = screen
        self.chosen: frozenset[str] = frozenset()

    def toggle(self, thread: Thread) -> bool:
        """Choose a suggestion, or no longer; say whether that was possible."""
        if not thread.is_suggestion:
            tell(self._screen.app, "Only suggestions can be accepted together; this is a comment.", "warning")
            return False
        self.chosen ^= {thread.id}
        return True

    def begin(self, entries: list[QueueEntry], marked: QueueEntry) -> None:
        """Ask whether they are to be accepted, with what that does to the words."""
        state = self._screen.state
        if state is None:
            return
        items = tuple(each[0] for each in entries if each is not None)
        listed = [each[1] for each in entries if each is not None and each[1].id in self.chosen]
        if listed:
            wordings, refused = chosen_suggestions(state.draft, items, listed)
            for sentence in refused:
                tell(self._screen.app, sentence, "warning")
            if not refused:
                self._screen.post_message(ConfirmFirst(accepting(state.draft, "one go", wordings)))
            return
        section = marked[0].section if marked is not None else None
        if section is None:
            return
        wordings = editorial_suggestions(state.draft, items, section.name)
        if wordings:
            self._screen.post_message(ConfirmFirst(accepting(state.draft, section.title, wordings)))
        else:
            select = self._screen.names["select_row"]
            sentence = (
                f"No suggestion in \u201c{section.title}\u201d changes wording alone; {select} chooses some by hand."
            )
            tell(self._screen.app, sentence, "warning")
