"""The one door: `load` a draft, `carry_out` a command. Front ends use nothing else to change a review.

What reads more than a draft is `versions`, what judges one is `judge`, what brings clones together is `sharing`, and
what goes out and comes back in files is `files`. Each is loaded when it is first asked for: most commands need one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reviewtui.domain.actions.commands import AddSigner, BeginReview, Command, RemoveSigner
from reviewtui.domain.person import Person
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.settings.review_home import KnownReview, ReviewHome, home_of
from reviewtui.store.commit.head_advance import HeadMoved
from reviewtui.store.commit.journal import recover, recover_unsealed, unsealed_recovery
from reviewtui.store.files.lock import writing
from reviewtui.store.git.identity import introduce
from reviewtui.store.local.change_stamp import ChangeStamp, change_stamp
from reviewtui.store.record.event_paths import misplaced_record
from reviewtui.store.record.review_homes import reviews_here
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.loading.loader import Loader
from reviewtui.workspace.real_environment import Environment, real_environment

if TYPE_CHECKING:
    from reviewtui.views.threads.deciding.acceptance_preview import AcceptancePreview
    from reviewtui.workspace.clone_sharing import CloneSharing
    from reviewtui.workspace.document_start import DocumentStart
    from reviewtui.workspace.file_exchange import FileExchange
    from reviewtui.workspace.judging.draft_judge import DraftJudge
    from reviewtui.workspace.session.unsaved_words import UnsavedWordsFolder
    from reviewtui.workspace.sharing.sync_context import SyncContext
    from reviewtui.workspace.version_reader import VersionReader

_TRIES = 5
_ON_TRUST = (BeginReview, AddSigner, RemoveSigner)
"""Commands after which a clone knows who may do what, since its own person just said so."""
_ON_NO_BRANCH = "HEAD is at no branch, so none holds this commit; to keep it, make one from here: git switch -c NAME"


class Workspace:
    """A person at work in one clone."""

    def __init__(self, environment: Environment) -> None:
        """Work with everything real, or everything made up, that `environment` holds."""
        self.environment = environment
        self._loader = Loader(environment)

    @classmethod
    def open(cls, folder: Path, policy: str = "", *, chooses: bool = True) -> "Workspace":
        """Return the workspace of the repository around `folder`, at the review there or at the one that is named."""
        return cls(real_environment(folder, policy, chooses=chooses))

    def at(self, home: ReviewHome) -> "Workspace":
        """Return the workspace of another review of the same repository."""
        repository = self.environment.repository
        return self if home == repository.home else Workspace(replace(self.environment, repository=repository.at(home)))

    @property
    def folder(self) -> Path:
        """A folder in which nobody but this review is meant, for whoever opens the repository anew."""
        repository = self.environment.repository
        record = repository.work_tree / repository.home.record
        return record if len(self.policies) > 1 and record.is_dir() else repository.work_tree

    @property
    def policies(self) -> tuple[KnownReview, ...]:
        """The reviews that this repository holds, the first one first."""
        return reviews_here(self.environment.repository)

    @cached_property
    def versions(self) -> "VersionReader":
        """What reads more than one draft."""
        from reviewtui.workspace.version_reader import VersionReader

        return VersionReader(self.environment, self._loader, self.load)

    @cached_property
    def judge(self) -> "DraftJudge":
        """What judges a draft."""
        from reviewtui.workspace.judging.draft_judge import DraftJudge

        return DraftJudge(self.environment, self._loader)

    @cached_property
    def sharing(self) -> "CloneSharing":
        """What brings clones together."""
        from reviewtui.workspace.clone_sharing import CloneSharing

        return CloneSharing(self.environment, self._sync_context)

    @cached_property
    def files(self) -> "FileExchange":
        """What goes out and comes back in files."""
        from reviewtui.workspace.file_exchange import FileExchange

        return FileExchange(
            self.environment,
            self.load,
            lambda: self._command_context(self.environment.me()),
            self.versions.compared_with_release,
            lambda home: self.at(home).load(""),
        )

    @cached_property
    def documents(self) -> "DocumentStart":
        """What begins a review with a document."""
        from reviewtui.workspace.document_start import DocumentStart

        return DocumentStart(
            self.environment,
            self._at_work,
            lambda home, command: self.at(home).carry_out(command),
            lambda home: self.at(home).load(placed=False),
        )

    @property
    def unsaved(self) -> "UnsavedWordsFolder":
        """Where words that are being typed are kept, for the person that git knows here."""
        from reviewtui.workspace.session.unsaved_words import UnsavedWordsFolder

        return UnsavedWordsFolder(self.environment.repository.typed_dir, self._writer)

    @cached_property
    def _writer(self) -> str:
        """The key of who types, as of the draft that was loaded last: words are kept several times a second."""
        try:
            return self.environment.me().key
        except Refused:
            return ""

    def today(self) -> date:
        """Return the day of now, in UTC."""
        return self.environment.now().date()

    def load(self, version: str = "", *, placed: bool = True) -> Draft:
        """Return the draft, or another version, with the review as it stands.

        `placed=False` leaves out where the remarks stand, for callers that do not ask.
        """
        draft = self._loader.load(version, placed=placed)
        self._writer = draft.me.key if draft.me is not None else ""
        return draft

    def unfinished(self) -> tuple[str, ...]:
        """Return the files that `recover` would bring to where HEAD is; nothing is changed."""
        return tuple(step.path for step in unsealed_recovery(self.environment.repository))

    def recover(self) -> tuple[str, ...]:
        """Finish what a command that was cut off has left, whoever sealed it; return the files that were written."""
        self.environment.repository.require_own_files()
        with writing(self.environment.repository.state_dir):
            return recover_unsealed(self.environment.repository)

    def introduce(self, person: Person, *, everywhere: bool) -> Person:
        """Tell git who I am, in this clone or in every one on this machine; return who that is here by now."""
        repository = self.environment.repository
        if not everywhere:
            repository.require_own_files()
        with writing(repository.state_dir):
            introduce(repository, person, everywhere=everywhere)
        me = self.environment.me()
        self._writer = me.key
        return me

    def carry_out(self, command: Command) -> Outcome:
        """Do what `command` asks for.

        Raises:
            Refused: it is not possible as asked.
            Conflict: a person has to settle it; nothing was changed.
            MachineFailed: the machine failed; nothing was lost.
        """
        from reviewtui.workspace.handlers.handler_registry import find_handler

        handler = find_handler(type(command))
        with self._at_work() as me:
            for attempt in range(_TRIES):
                context = self._command_context(me)
                self._require_writable(context, command)
                try:
                    self._loader.take_note()
                    outcome = handler(context, command)
                    if isinstance(command, _ON_TRUST) and outcome.commit:
                        self._loader_of(home_of(outcome.path)).take_note(anew=True)
                    loose = (_ON_NO_BRANCH,) if outcome.commit and context.repository.branch() is None else ()
                    return replace(outcome, warnings=(*outcome.warnings, *context.notices, *loose))
                except HeadMoved:
                    if attempt == _TRIES - 1:
                        raise
        raise AssertionError("the loop above returns or raises")

    def acceptance_preview(self, thread: str) -> "AcceptancePreview | None":
        """Return what accepting a suggestion would commit, whatever the work tree holds; None where no words change.

        Raises:
            ReviewError: it cannot be accepted as it is.
        """
        from reviewtui.workspace.handlers.authoring.decision_handlers import acceptance_preview

        return acceptance_preview(self._command_context(self.environment.me()), thread)

    def change_stamp(self, folder: str) -> ChangeStamp:
        """Return a number that is another one when the repository, or the text in `folder`, has changed since."""
        return change_stamp(self.environment.repository, folder)

    def load_then(self, version: str) -> Draft:
        """Return a past version with the review as it stood then."""
        return self._loader.load_then(version)

    @contextmanager
    def _at_work(self) -> Iterator[Person]:
        """Hold the writing lock, with nothing left over from a process that died; hand out who I am."""
        repository = self.environment.repository
        with repository.configuration.one_act():
            me = self.environment.me()
            repository.require_own_files()
            with writing(repository.state_dir):
                recover(repository)
                yield me

    def _loader_of(self, home: ReviewHome) -> Loader:
        """What loads drafts of a review of this repository; a review that was just begun is another one."""
        repository = self.environment.repository
        if home == repository.home:
            return self._loader
        return Loader(replace(self.environment, repository=repository.at(home)))

    def _command_context(self, me: Person) -> CommandContext:
        return CommandContext(self.environment, self._loader, self._loader.load(placed=False), me)

    def _require_writable(self, context: CommandContext, command: Command) -> None:
        misplaced = misplaced_record(context.repository, context.draft.version.commit)
        if misplaced is not None:
            raise Refused(f"{misplaced.path}: {misplaced.reason}. To put that right: {misplaced.repair}")
        if isinstance(command, BeginReview):
            return
        newer = next(
            (
                p.reason
                for p in context.draft.problems
                if p.what == "newer" and p.path == self.environment.repository.home.settings
            ),
            "",
        )
        if newer:
            raise Refused(newer)
        context.settings  # noqa: B018 - without settings the answer is to begin a review

    def take_note_of_trust(self) -> None:
        """Remember founder, authors and keys as they are now, so that the next change of them is told."""
        with self._at_work():
            self._loader.take_note(anew=True)

    @contextmanager
    def _sync_context(self) -> "Iterator[SyncContext]":
        from reviewtui.workspace.sharing.sync_context import SyncContext

        with self._at_work() as me:
            self._loader.take_note()
            yield SyncContext(self.environment, me, lambda home: self.at(home).load(placed=False), self.load_then)
