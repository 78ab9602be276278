"""An answer is brought in: the file is chosen, unknown names are named, and what is to come in is chosen of it."""

from pathlib import Path

from reviewtui.domain.actions.bringing_in.import_plan import unknown_voices
from reviewtui.domain.actions.bringing_in.person_mapping import given_names
from reviewtui.domain.actions.commands import BringIn
from reviewtui.domain.person import Person
from reviewtui.domain.review.import_content import Incoming, Voice
from reviewtui.tui.appearance.safe_text import DONE, tell
from reviewtui.tui.dialogs.file_picker import FilePicker
from reviewtui.tui.dialogs.import_dialog import ImportChoice, ImportDialog
from reviewtui.tui.dialogs.person_picker import PersonPicker
from reviewtui.tui.dialogs.pickers import RemarkPicker
from reviewtui.tui.state.requests import ShowPlace
from reviewtui.tui.tasks.task_session import TaskCancelled, TaskSession
from reviewtui.views.exchange.import_preview import ImportPreview
from reviewtui.views.exchange.import_rows import imported_file
from reviewtui.views.threads.remark_list import remark_entries
from reviewtui.workspace.command.outcome import Outcome


def usual_folder() -> Path:
    """Return where files that came by mail most likely lie."""
    downloads = Path.home() / "Downloads"
    return downloads if downloads.is_dir() else Path.home()


async def bring_in(task: TaskSession) -> None:
    """Ask for a file, show what it holds beside the draft, and bring in what is chosen."""
    files = task.services.workspace.workspace.files
    chosen = await task.ask(FilePicker("Bring in an answer", files.look_into, usual_folder()))
    file = Path(chosen)
    incoming = await task.work(lambda opened: opened.files.read(file), f"reading {file.name} \u2026")
    await _ImportTask(task, file.name, incoming).go_on()


class _ImportTask:
    """One file on its way in: the names that were said so far, and what is left out."""

    def __init__(self, task: TaskSession, name: str, incoming: Incoming) -> None:
        self._task = task
        self._name = name
        self._incoming = incoming
        self._said = task.services.names_said
        self._names = self._said.get(incoming.digest, ())
        self._without: frozenset[int] = frozenset()

    async def go_on(self) -> None:
        """Name whoever is not known, then choose until something is brought in or the file is left."""
        preview = await self._name_unknown(await self._preview())
        while True:
            choice = await self._choose(preview)
            if choice.name is None:
                self._task.carry_out(BringIn(self._incoming, self._names, choice.without), then=self._show_outcome)
                return
            self._without = choice.without
            await self._name_voice(preview, preview.planned[choice.name].act.voice)
            preview = await self._preview()

    async def _preview(self) -> ImportPreview:
        return await self._task.work(
            lambda opened: opened.files.preview(self._incoming, self._names), f"placing what {self._name} holds \u2026"
        )

    async def _name_unknown(self, preview: ImportPreview) -> ImportPreview:
        """Ask about each name that nobody of the review has, until somebody leaves one open: it is left out."""
        people = {each.act.voice: each.person for each in preview.planned if each.fate != "known"}
        for voice in unknown_voices(people):
            if not await self._name_voice(preview, voice):
                break
        return await self._preview() if self._names else preview

    async def _name_voice(self, preview: ImportPreview, voice: Voice) -> bool:
        """Ask who a name is; say whether somebody was named."""
        acts = [each.act for each in preview.planned]
        person = await self._task.ask_optional(PersonPicker(preview.draft, voice, acts, self._people()))
        if person is not None:
            self._names = self._said[self._incoming.digest] = (*self._names, f"{voice.name}={person}")
        return person is not None

    def _people(self) -> tuple[Person, ...]:
        """Whoever was named for this file, the last first."""
        return tuple(given.person for given in reversed(given_names(self._names)))

    async def _choose(self, preview: ImportPreview) -> ImportChoice:
        nameless = {number for number, each in enumerate(preview.planned) if each.person is None}
        file = imported_file(preview)
        choice = await self._task.ask_optional(ImportDialog(self._name, file, self._without, nameless))
        if choice is None:
            tell(self._task.app, f"Nothing of {self._name} was brought in.")
            raise TaskCancelled
        return choice

    def _show_outcome(self, outcomes: tuple[Outcome, ...]) -> None:
        """List the remarks that came in, each of which leads to its place; then say what came and how to go on."""
        task, shown = self._task, self._task.screens.shown
        told = f"{self._name}: {outcomes[-1].message} {shown.names['list']} lists all, {shown.names['submit']} submits."
        draft, wanted = task.state.draft, outcomes[-1].threads
        threads = [draft.review.threads[each] for each in wanted if each in draft.review.threads]

        def left(chosen: str | None) -> None:
            if chosen is not None:
                shown.post_message(ShowPlace(thread=chosen))
            tell(task.app, told, title=DONE)

        if threads:
            title = f"Brought in from {self._name}: {len(threads)}"
            task.app.push_screen(RemarkPicker(title, remark_entries(draft, threads, task.state.overview.today)), left)
        elif outcomes[-1].count:
            left(None)
