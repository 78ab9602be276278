"""Several suggestions for the same words settled at once: one is taken, and each of the others gets its answer."""

from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.dialogs.overlap_dialog import OverlapDialog
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.screens.queue_rows import QueueEntry
from reviewtui.views.compose.overlap_form import OtherOutcome, others_of, overlap_form, usual_outcomes


def settle_overlap(screen: BaseScreen, entry: QueueEntry) -> None:
    """Ask what becomes of the others, and begin the form that says so."""
    if screen.state is None or entry is None or not entry[0].overlaps:
        tell(screen.app, "Nobody else wants to change the words of this remark.", "warning")
        return
    (item, taken), draft = entry, screen.state.draft
    words = tuple(each.replacement or "(delete the words)" for each in others_of(item, taken))

    def chosen(outcomes: tuple[OtherOutcome, ...] | None) -> None:
        if outcomes:
            screen.write(overlap_form(draft, item, taken, outcomes))

    dialog = OverlapDialog(draft.review.name_of(taken.id), usual_outcomes(draft, item, taken), words)
    screen.app.push_screen(dialog, chosen)
