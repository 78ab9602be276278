"""The app's sharing: its progress shown, stopped by a key, and what both sides changed settled section by section."""

from dataclasses import replace

from reviewtui.domain.actions.commands import Submit, Sync
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.sharing import Disputed, Shared
from reviewtui.tui.app.asking_app import AskingApp
from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.screens.share import Chosen, Progress, SettleView, ShareQuestion, Sharing, SharingView
from reviewtui.views.overview.sharing_lines import shared_lines


class SharingApp(AskingApp):
    """Shares when it is asked to."""

    def begin_sharing(self) -> None:
        """Share; where remarks are pending, ask whether they go along."""
        situation = self.situation
        if situation is None:
            return
        if not situation.overview.pending:
            self.beside(self._share(Sync(), submits=False), "act")
            return

        def answered(sharing: Sharing | None) -> None:
            if sharing:
                self.beside(self._share(Sync(), submits=sharing == "all"), "act")

        self.push_screen(ShareQuestion(situation.overview.pending), answered)

    async def _share(self, wanted: Sync, *, submits: bool) -> None:
        progress = Progress()
        view = SharingView(progress)
        await self.push_screen(view)
        try:
            if submits:
                done = await self.slowly(lambda: self.work_place.carry_out((Submit(),)))
                if isinstance(done, ReviewError):
                    tell(self, str(done), "error")
                    return
            shared = await self.slowly(lambda: self.work_place.share(wanted, progress.hear))
        finally:
            view.close()
        if isinstance(shared, Disputed):
            self._settle(shared, wanted)
        elif isinstance(shared, ReviewError):
            tell(self, str(shared), "error")
        else:
            self._tell_shared(shared)
        await self.read_again()

    async def read_again(self) -> None:
        """Read the repository again, since something in it has changed."""
        raise NotImplementedError

    def _settle(self, disputed: Disputed, wanted: Sync) -> None:
        def settled(chosen: Chosen | None) -> None:
            if chosen:
                resolve = tuple(dict((*wanted.resolve, *chosen)).items())
                self.beside(self._share(replace(wanted, resolve=resolve), submits=False), "act")

        self.push_screen(SettleView(disputed.disputes), settled)

    def _tell_shared(self, shared: Shared) -> None:
        settings = self.situation.draft.settings if self.situation else None
        found = {*shared.received.organisations, *shared.given.organisations}
        names = {key: settings.organisation_name(key) for key in found} if settings else {}
        for said in shared_lines(shared, names, key="Y"):
            tell(self, said, "warning" if said.startswith("!") else "information")
