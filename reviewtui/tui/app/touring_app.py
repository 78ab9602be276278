"""The app's tour of the example: it goes on by one stop with each key that it explains, and comes once."""

import msgspec

from reviewtui.tui.app.remembering_app import RememberingApp
from reviewtui.tui.state.messages import ActDone
from reviewtui.views.overview.tour import after
from reviewtui.workspace.session.clone_memory import CloneMemory


class TouringApp(RememberingApp):
    """Takes somebody round who opens the example for the first time."""

    async def recall(self) -> None:
        """Take up what was kept, the stop of the tour included."""
        await super().recall()
        self.update_state(tour=after(self.remembered.tour, ""))

    def on_act_done(self, message: ActDone) -> None:
        """Go on to the next stop when what this one explains was done."""
        if self.state is not None and self.state.tour:
            self.update_state(tour=after(self.state.tour, message.act))

    def leave_tour(self) -> None:
        """End the tour; it does not come again."""
        self.update_state(tour="")

    def as_kept(self) -> CloneMemory:
        """What is known now, and where the tour stands."""
        tour = self.state.tour if self.state is not None else ""
        return msgspec.structs.replace(super().as_kept(), tour=tour)
