"""The app's tour of the example: it goes on by one stop with each key that it explains, and comes once."""

import msgspec

from reviewtui.tui.app.remembering_app import RememberingApp
from reviewtui.tui.state.messages import Acted
from reviewtui.views.overview.tour import after
from reviewtui.workspace.session.clone_memory import CloneMemory


class TouringApp(RememberingApp):
    """Takes somebody round who opens the example for the first time."""

    async def recall(self) -> None:
        """Take up what was kept, the stop of the tour included."""
        await super().recall()
        self.amend(tour=after(self.remembered.tour, ""))

    def on_acted(self, message: Acted) -> None:
        """Go on to the next stop when what this one explains was done."""
        if self.situation is not None and self.situation.tour:
            self.amend(tour=after(self.situation.tour, message.act))

    def leave_tour(self) -> None:
        """End the tour; it does not come again."""
        self.amend(tour="")

    def as_kept(self) -> CloneMemory:
        """What is known now, and where the tour stands."""
        tour = self.situation.tour if self.situation is not None else ""
        return msgspec.structs.replace(super().as_kept(), tour=tour)
