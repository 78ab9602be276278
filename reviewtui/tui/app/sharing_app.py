"""The app's sharing: its progress shown, stopped by a key, and what both sides changed settled section by section."""

from dataclasses import replace

from reviewtui.domain.actions.commands import Submit, Sync
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.sharing import MergeConflicts, Shared
from reviewtui.tui.app.asking_app import AskingApp
from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.dialogs.sync_dialogs import (
    ShareAnswer,
    ShareDialog,
    SideChoices,
    SidesDialog,
    SyncDialog,
    SyncProgress,
)
from reviewtui.views.overview.sharing_lines import shared_lines


class SharingApp(AskingApp):
    """Shares when it is asked to."""

    def begin_sharing(self) -> None:
        """Share; where remarks are pending, ask whether they go along."""
        state = self.state
        if state is None:
            return
        if not state.overview.pending:
            self.beside(self._share(Sync(), submits=False), "act")
            return

        def answered(sharing: ShareAnswer | None) -> None:
            if sharing:
                self.beside(self._share(Sync(), submits=sharing == "all"), "act")

        self.push_screen(ShareDialog(state.overview.pending), answered)

    async def _share(self, wanted: Sync, *, submits: bool) -> None:
        progress = SyncProgress()
        view = SyncDialog(progress)
        await self.push_screen(view)
        try:
            if submits:
                done = await self.in_thread(lambda: self.workspace.carry_out((Submit(),)))
                if isinstance(done, ReviewError):
                    tell(self, str(done), "error")
                    return
            shared = await self.in_thread(lambda: self.workspace.share(wanted, progress.hear))
        finally:
            view.close()
        if isinstance(shared, MergeConflicts):
            self._settle(shared, wanted)
        elif isinstance(shared, ReviewError):
            tell(self, str(shared), "error")
        else:
            self._tell_shared(shared)
        await self.read_again()

    async def read_again(self) -> None:
        """Read the repository again, since something in it has changed."""
        raise NotImplementedError

    def _settle(self, unresolved: MergeConflicts, wanted: Sync) -> None:
        def settled(chosen: SideChoices | None) -> None:
            if chosen:
                resolve = tuple(dict((*wanted.resolve, *chosen)).items())
                self.beside(self._share(replace(wanted, resolve=resolve), submits=False), "act")

        self.push_screen(SidesDialog(unresolved.conflicts), settled)

    def _tell_shared(self, shared: Shared) -> None:
        settings = self.state.draft.settings if self.state else None
        found = {*shared.received.organisations, *shared.given.organisations}
        names = {key: settings.organisation_name(key) for key in found} if settings else {}
        for said in shared_lines(shared, names, key="Y"):
            tell(self, said, "warning" if said.startswith("!") else "information")
