"""Searches words through all sections, from the caret on and round."""

from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.read_screen.reading_view import ReadingView
from reviewtui.tui.reader.search import next_match


class TextSearch:
    """Finds words in the section that is read, then in the others."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view

    def find(self, term: str) -> None:
        """Select the next place of `term`: behind the caret, else in a later section, else from the first one on."""
        view = self._view
        if view.state is None:
            return
        policy, number, caret = view.state.draft.policy, view.number, view.reader.selected[1]
        here = next_match(view.reader.prose.source, term, caret)
        if here is None or here[0] < caret:
            order = [*range(number + 1, len(policy.sections)), *range(number)]
            holding = (n for n in order if next_match(policy.body(policy.sections[n]), term, 0))
            elsewhere = next(holding, None)
            if elsewhere is not None:
                view.show_section(elsewhere)
        if not view.reader.search(term):
            tell(view.screen.app, f"\u201c{term}\u201d does not stand in the policy.", "warning")
