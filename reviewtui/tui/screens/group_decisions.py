"""Several suggestions of the queue decided at once: accepted after one look, or one taken for the same words."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from reviewtui.domain.record.thread import Thread
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.dialogs.overlap_dialog import OverlapAnswer, OverlapDialog
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.screens.queue_rows import QueueEntry
from reviewtui.tui.state.requests import ConfirmFirst, WordsTyped
from reviewtui.tui.widgets.rows import rows_of
from reviewtui.views.comparison.inline_change import word_change
from reviewtui.views.compose.overlap_form import OtherOutcome, kept_outcomes, others_of, overlap_form, usual_outcomes
from reviewtui.views.compose.thread_acts import accepting
from reviewtui.views.compose.written_change import written_change
from reviewtui.views.threads.deciding.editorial_suggestions import chosen_suggestions, editorial_suggestions
from reviewtui.views.threads.deciding.queue import item_of


class AcceptTogether:
    """Keeps which suggestions of the queue are chosen."""

    def __init__(self, screen: BaseScreen, show: Callable[[], None]) -> None:
        """Choose on `screen`; `show` is called when others are chosen."""
        self._screen = screen
        self._show = show
        self.chosen: frozenset[str] = frozenset()

    def choose(self, marked: QueueEntry) -> None:
        """Choose the marked suggestion to be accepted with others, or no longer, and go on to the next one."""
        if marked is None:
            return
        if not marked[1].is_suggestion:
            tell(self._screen.app, "Only suggestions can be accepted together; this is a comment.", "warning")
            return
        self.chosen ^= {marked[1].id}
        self._show()
        rows_of(self._screen).action_cursor_down()

    def listed(self, entries: Iterable[QueueEntry]) -> list[Thread]:
        """Return the chosen ones among the entries: what was decided, or is left out by a filter, is none of them."""
        return [each[1] for each in entries if each is not None and each[1].id in self.chosen]

    def words(self, entries: Iterable[QueueEntry]) -> str:
        """Say how many are chosen, and which keys act on them and let them go; empty where none is."""
        count, hidden, names = len(self.listed(entries)), self._hidden(entries), self._screen.names
        if not hidden:
            return f"{count} chosen: {names['accept_editorial']} accepts, {names['back']} lets go" if count else ""
        return f"{count + hidden} chosen, {hidden} hidden: {names['show_all']} shows, {names['back']} lets go"

    def _hidden(self, entries: Iterable[QueueEntry]) -> int:
        """Count the chosen ones that wait for a decision and are not among the entries."""
        state, listed = self._screen.state, {each.id for each in self.listed(entries)}
        known = state.draft.review.threads if state is not None else {}
        return sum(each in known and known[each].is_undecided for each in self.chosen - listed)

    def let_go(self, entries: Iterable[QueueEntry], otherwise: Callable[[], object]) -> None:
        """Choose none any more, also of those that are not shown; do what is to be done `otherwise` where none was."""
        was_chosen = bool(self.listed(entries) or self._hidden(entries))
        self.chosen = frozenset()
        (self._show if was_chosen else otherwise)()

    def begin(self, entries: list[QueueEntry], marked: QueueEntry) -> None:
        """Ask whether they are to be accepted, with what that does to the words."""
        state = self._screen.state
        if state is None:
            return
        items = tuple(each[0] for each in entries if each is not None)
        listed = self.listed(entries)
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


def settle_overlap(screen: BaseScreen) -> None:
    """Ask what becomes of the others, and begin the form that says so; what was typed there before is gone on with."""
    taken = screen.current_focus.subject.thread
    item = item_of(screen.state.draft, taken) if screen.state is not None and taken is not None else None
    if screen.state is None or taken is None or item is None:
        return
    draft = screen.state.draft
    usual = usual_outcomes(draft, item, taken)
    kept = screen.kept_words(overlap_form(draft, item, taken, usual))
    begun = kept_outcomes(kept.start.body) if kept is not None else ()
    # It is about the same suggestions as long as they have the same names.
    start = begun if [each.name for each in begun] == [each.name for each in usual] else usual

    def keep(others: tuple[OtherOutcome, ...]) -> None:
        form = overlap_form(draft, item, taken, others)
        words = kept.start.replacement if kept is not None else form.start.replacement
        # The disk has it with each letter, as with all that is written.
        screen.post_message(WordsTyped(form, replace(form.start, replacement=words)))

    def chosen(answer: OverlapAnswer | None) -> None:
        if answer is not None and answer.goes_on:
            screen.write(overlap_form(draft, item, taken, answer.others))
        elif answer is not None and answer.others != usual:
            tell(screen.app, f"Kept for later: {screen.names['settle']} goes on with the reasons.")

    words = tuple(each.replacement or "(delete the words)" for each in others_of(item, taken))
    form = overlap_form(draft, item, taken, usual)
    as_committed = written_change(draft, form, form.start)
    change = word_change(as_committed.now, as_committed.then)
    screen.app.push_screen(OverlapDialog((draft.review.name_of(taken.id), change), start, words, keep), chosen)
