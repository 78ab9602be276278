"""Sending the text out in a file, and reading what comes back in one."""

import hashlib
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reviewtui.domain.actions.bringing_in.import_plan import chosen
from reviewtui.domain.actions.commands import BringIn
from reviewtui.domain.folder import FolderListing
from reviewtui.domain.policy.passage import find_section
from reviewtui.domain.policy.policy import ReadPolicy
from reviewtui.domain.refusal import Refused, ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import Incoming
from reviewtui.domain.settings.review_home import ReviewHome
from reviewtui.exchange.formats.export_content import Outgoing
from reviewtui.exchange.formats.format_registry import (
    FORMATS,
    Importer,
    exporter,
    import_endings,
    importer,
    loses_changes,
    office_form,
    told_of_conversion,
)
from reviewtui.exchange.formats.import_context import ImportContext, OtherPolicy
from reviewtui.store.files.document_conversion import converted
from reviewtui.store.files.folder_listing import list_folder
from reviewtui.store.files.given_file import read_given
from reviewtui.store.git.objects import object_infos
from reviewtui.store.policy.policy_files import MAX_SECTION_BYTES, decode_text
from reviewtui.store.policy.text_history import commits_on
from reviewtui.store.record.review_homes import reviews_here
from reviewtui.views.comparison.comparison import Comparison
from reviewtui.views.exchange.import_preview import ImportPreview
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.handlers.reviewing.bringing_in_handler import planned_acts, planned_reads
from reviewtui.workspace.real_environment import Environment
from reviewtui.workspace.release.release_inputs_collector import collect_inputs_so_far
from reviewtui.workspace.writing_to_file import write_new_files

_MOST_EARLIER = 40
"""So many commits that changed the text are looked through for the one that a file was made from."""
MAX_FILE = 64 * 1024 * 1024
_UNMARKED_TABLES = frozenset({"csv", "xlsx"})
"""What may come back without the id of its policy."""


@dataclass(frozen=True)
class FileExchange:
    """The files that go out of one clone, and come back to it; `load` gives the draft or another version."""

    environment: Environment
    load: Callable[[str], Draft]
    context: Callable[[], CommandContext]
    compare: Callable[[Draft], Comparison | None]
    """How a draft differs from the newest release; None where there is none."""
    beside: Callable[[ReviewHome], Draft]
    """The draft of another policy of the repository."""

    def export(
        self, kind: str, file: Path, *, section: str = "", organisation: str = "", attached: tuple[str, ...] = ()
    ) -> tuple[str, ...]:
        """Write the text and its open remarks to a new file of format `kind`, and return the names of what was written.

        Raises:
            Refused: there is no such format, section or organisation, or the text has edits that are not committed.
        """
        writer = exporter(kind)
        draft = self.load("")
        if not draft.founded:
            raise Refused(draft.no_review)
        chosen = find_section(draft.policy, section) if section else None
        paths = {chosen.path} if chosen is not None else None
        draft.policy.require_committed("what comes back is placed in the text that was sent", paths)
        if organisation and organisation not in draft.settings.organisations:
            known = ", ".join(draft.settings.organisations) or "none yet"
            raise Refused(f"There is no organisation '{organisation}' in the settings; organisations: {known}.")
        now = self.environment.now()
        comparison = self.compare(draft) if FORMATS[kind].compares else None
        export = self.environment.new_id()
        sent = Outgoing(draft, export, now, organisation, comparison, chosen, attached=attached)
        if any(FORMATS[name].explains for name in {kind, *attached} & set(FORMATS)):
            sent = replace(sent, told=collect_inputs_so_far(self.context(), draft))
        return write_new_files(file, writer.write(sent))

    def read(self, file: Path) -> Incoming:
        """Return what a file holds.

        Raises:
            Refused: there is no such file, it is too large, of no known format, or not safe to read.
            MachineFailed: LibreOffice, through which some files are read, fails.
        """
        form = office_form(file.name)
        reader = importer(form or file.name)
        given = read_given(file, MAX_FILE)
        content = converted(given, file.name, form) if form else given
        try:
            context = ImportContext(self.load(""), self._at, self._earlier, loses_changes(file.name))
            incoming = reader.read(content, context)
        except OtherPolicy as error:
            raise self._named(error, file) from error
        self._require_own(incoming, reader, content, file)
        told = (*told_of_conversion(file.name), *incoming.left_out)
        return replace(incoming, digest=hashlib.sha256(given).hexdigest(), left_out=told)

    def _require_own(self, incoming: Incoming, reader: Importer, content: bytes, file: Path) -> None:
        """Refuse a table without a mark of its policy where it is another's, or may be any of several."""
        if incoming.format not in _UNMARKED_TABLES or incoming.export or not incoming.acts:
            return
        here = self.environment.repository.home
        others = [review for review in reviews_here(self.environment.repository) if review.home != here]
        own = _known_rows(incoming)
        for other in others:
            read = reader.read(content, ImportContext(self.beside(other.home), self._at))
            if _known_rows(read) > own:
                raise self._named(OtherPolicy(other.policy_id, "This table holds remarks of"), file)
        if others and not own and not self.environment.is_named:
            raise Refused(
                "This table does not tell which policy it is of, and the repository holds several; name it: "
                f"reviewtui --policy POLICY import {shlex.quote(file.name)}"
            )

    def _named(self, error: OtherPolicy, file: Path) -> Refused:
        """The refusal with the name of the policy, where it is another one of this repository."""
        reviews = reviews_here(self.environment.repository)
        other = next((review for review in reviews if review.policy_id == error.policy_id), None)
        if other is None:
            return error
        return Refused(
            f"{error.what} “{other.title}”, another policy of this repository; import it there: "
            f"reviewtui --policy {other.called} import {shlex.quote(file.name)}"
        )

    def preview(
        self, incoming: Incoming, names: tuple[str, ...], without: frozenset[int] = frozenset()
    ) -> ImportPreview:
        """Return what bringing in a file would do, with `names` for those that it names, and `without` some of it."""
        context = self.context()
        command = BringIn(incoming, names, without)
        planned = planned_acts(context, command)
        anchors = (a for each in planned for event in each.events for a in getattr(event, "anchors", ()))
        places = context.loader.placing.place_anchors(anchors, context.draft.policy)
        reads = planned_reads(context, command, chosen(planned, without))
        return ImportPreview(context.draft, incoming, planned, places, reads, without)

    def read_copy(self, file: Path) -> str:
        """Return the text of an edited copy of a section.

        Raises:
            Refused: there is no such file, or it is no text in UTF-8.
        """
        text, lossy = decode_text(read_given(file, MAX_SECTION_BYTES))
        if lossy or "\0" in text:
            raise Refused(f"'{file.name}' is no text in UTF-8; save it as that first.")
        return text.removesuffix("\n")

    def look_into(self, folder: Path, endings: tuple[str, ...] | None = None) -> FolderListing:
        """Return what lies in a folder; of its files those that can be brought in, or those with these `endings`.

        Raises:
            Refused: there is no such folder, or it must not be read.
        """
        return list_folder(folder, import_endings() if endings is None else endings)

    def _earlier(self) -> Iterator[ReadPolicy]:
        """The texts of the releases and of the last commits that changed them, the newest first."""
        context = self.context()
        draft = context.draft
        changed = commits_on(self.environment.repository, draft.policy.folder, draft.version.commit)
        commits = [*reversed(changed[-_MOST_EARLIER:]), *(version.commit for version in reversed(draft.releases))]
        yield from map(context.policy_at, dict.fromkeys(commits))

    def _at(self, commit: str) -> Draft | None:
        """The text as of a commit; None where this clone does not hold it."""
        [info] = object_infos(self.environment.repository.git, [commit])
        if info is None:
            return None
        try:
            return self.load(commit)
        except ReviewError:
            return None


def _known_rows(incoming: Incoming) -> int:
    """Return how many rows of a table are remarks of the review that it was read for."""
    return sum(bool(act.thread) for act in incoming.acts)
