"""Several suggestions for the same words settled at once: one is taken, and each of the others gets its answer."""

from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.dialogs.overlap_dialog import OverlapAnswer, OverlapDialog
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.screens.queue_rows import QueueEntry
from reviewtui.tui.state.requests import WordsTyped
from reviewtui.views.compose.overlap_form import OtherOutcome, others_of, overlap_form, usual_outcomes


def settle_overlap(screen: BaseScreen, entry: QueueEntry, kept: dict[str, tuple[OtherOutcome, ...]]) -> None:
    """Ask what becomes of the others, and begin the form that says so; `kept` is what was chosen before, by thread."""
    if screen.state is None or entry is None or not entry[0].overlaps:
        tell(screen.app, "Nobody else wants to change the words of this remark.", "warning")
        return
    (item, taken), draft = entry, screen.state.draft
    words = tuple(each.replacement or "(delete the words)" for each in others_of(item, taken))

    usual = usual_outcomes(draft, item, taken)
    begun = kept.get(taken.id, ())
    # What was typed is gone on with while it is about the same suggestions.
    start = begun if [each.name for each in begun] == [each.name for each in usual] else usual

    def chosen(answer: OverlapAnswer | None) -> None:
        if answer is None:
            return
        kept[taken.id] = answer.others
        form = overlap_form(draft, item, taken, answer.others)
        if answer.goes_on:
            screen.write(form)
        elif answer.others != usual:
            # The disk has it too, as with all that is written and left.
            screen.post_message(WordsTyped(form, form.start))
            tell(screen.app, f"Kept for later: {screen.names['settle']} goes on with the reasons.")

    screen.app.push_screen(OverlapDialog(draft.review.name_of(taken.id), start, words), chosen)
