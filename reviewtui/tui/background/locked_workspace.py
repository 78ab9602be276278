"""The workspace as the app uses it: one call at a time, from any thread."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from reviewtui.domain.actions.commands import Command, Sync
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.review.history_commit import PolicyCommit
from reviewtui.domain.review.milestone import Milestone
from reviewtui.domain.review.sync_state import Progress, Shared
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.comparison.changes_since_release import ChangesSinceRelease, since
from reviewtui.views.comparison.comparison import Comparison
from reviewtui.views.overview.news import News
from reviewtui.views.threads.deciding.acceptance_preview import AcceptancePreview
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.session.clone_memory import NAME as MEMORY
from reviewtui.workspace.session.clone_memory import CloneMemory, CloneMemoryFile, write_copied_text, write_fault_note
from reviewtui.workspace.session.unsaved_words import UnsavedWords, UnsavedWordsFolder
from reviewtui.workspace.workspace import Workspace

_JUDGED = 6
"""Releases of which it is said how ready they were: judging one takes about as long as judging the draft."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was looked at last: the folder of the text, and the change stamp of the repository before that was read.

    The stamp is None where the repository changed meanwhile: with a folder that goes and comes back it is the same
    before and behind, and what was read between them is neither. `failed` is the stamp of a look that failed.
    """

    folder: str
    stamp: int | None
    failed: int | None = None


class LockedWorkspace:
    """A workspace behind a lock; every method may take a while and belongs in a worker."""

    def __init__(self, folder: Path) -> None:
        """Work in the repository around `folder`, which is opened with the first call."""
        self._folder = folder
        self._lock = threading.RLock()
        self._opened: Workspace | None = None
        self._since: tuple[object, ChangesSinceRelease] = ((), ChangesSinceRelease())
        self._past: tuple[object, tuple[Milestone, ...]] = ((), ())
        self._commits: tuple[object, tuple[PolicyCommit, ...]] = ((), ())
        self._seen: _Seen | None = None

    @property
    def workspace(self) -> Workspace:
        """The workspace itself.

        Raises:
            Refused: there is no repository.
        """
        return self._opened or self._open()

    def _open(self) -> Workspace:
        with self._lock:
            if self._opened is None:
                self._opened = Workspace.open(self._folder)
            return self._opened

    @contextmanager
    def at_work(self) -> Iterator[Workspace]:
        """Hand out the workspace while no other call is under way."""
        with self._lock:
            yield self.workspace

    @property
    def unsaved(self) -> UnsavedWordsFolder:
        """Where unsaved words are kept; once the repository is open, it waits for no other call."""
        return (self._opened or self.workspace).unsaved

    def look(self, version: str = "", *, placed: bool = True) -> ScreenState:
        """Return the state at a version (empty: the draft), without what changed in it.

        Raises:
            ReviewError: there is no policy to look at.
        """
        with self._lock:
            folder = self._seen.folder if self._seen is not None else None
            before = self._stamp(folder)
            try:
                draft = self.workspace.load(version, placed=placed)
            except ReviewError:
                # What was away a moment ago may be back: one more look, and then only when something changes.
                tried = self._seen is not None and self._seen.failed == before
                if folder is not None:
                    self._seen = _Seen(folder, self._stamp(folder) if tried else None, before)
                raise
            watched = folder if version and folder is not None else draft.policy.folder
            # What was read while something changed, or before it was known where to look, is read once more.
            steady = watched == folder and self._stamp(folder) == before
            self._seen = _Seen(watched, before if steady else None)
            typed = self.unsaved
            return ScreenState(
                self.workspace.versions.overview(draft),
                unsaved=len(typed.all()),
                thrown_away=bool(typed.thrown()),
                placed=placed,
            )

    def has_changed(self) -> bool:
        """Say whether the repository has changed since it was last looked at, or while that was done."""
        with self._lock:
            return self._seen is not None and self._stamp(self._seen.folder) != self._seen.stamp

    def _stamp(self, folder: str | None) -> int | None:
        """Return the change stamp of the repository with a folder of text; None where none is known yet."""
        return None if folder is None else self.workspace.change_stamp(folder)

    def recall(self) -> CloneMemory:
        """Return what was kept for the person at this clone."""
        return self._memory.read()

    def remember(self, memory: CloneMemory) -> None:
        """Keep `memory` for the next run.

        Raises:
            MachineFailed: the disk did not take it.
        """
        self._memory.write(memory)

    @cached_property
    def _memory(self) -> CloneMemoryFile:
        """Of who opened the app: what they looked at is not what somebody looked at whom git knows since."""
        mine = self.unsaved
        return CloneMemoryFile(mine.folder.parent / MEMORY, mine.person)

    def news(self, state: ScreenState, memory: CloneMemory) -> News:
        """Return what is new in the draft since `memory` was kept.

        Raises:
            ReviewError: the repository cannot be read any more.
        """
        with self._lock:
            return self.workspace.versions.news(state.draft, memory)

    def news_since_signoff(self, state: ScreenState) -> News | None:
        """Return what is new since my organisation signed off last; None where it has not.

        Raises:
            ReviewError: the repository cannot be read any more.
        """
        with self._lock:
            return self.workspace.versions.news_since_signoff(state.draft)

    def all_unsaved(self) -> tuple[UnsavedWords, ...]:
        """Return what was typed and not saved, oldest first."""
        return self.unsaved.all()

    def all_thrown(self) -> tuple[UnsavedWords, ...]:
        """Return what was thrown away and is offered again, oldest first."""
        return self.unsaved.thrown()

    def keep_copied(self, text: str) -> Path:
        """Put copied words into a file beside those that are being typed, and return it."""
        return write_copied_text(self.unsaved.folder.parent, text)

    def leave_note(self, note: str) -> None:
        """Put a note of a fault beside the words that are being typed, in the place of the last one."""
        write_fault_note(self.unsaved.folder.parent, note)

    def since(self, state: ScreenState) -> ChangesSinceRelease:
        """Return what changed in the draft since the newest release; remembered while both are the same."""
        newest = state.overview.newest
        if newest is None or state.version:
            return ChangesSinceRelease()
        texts = state.draft.policy.texts
        key = (newest.commit, tuple((path, text.blob) for path, text in texts.items()))
        with self._lock:
            if self._since[0] != key:
                diff = self.workspace.versions.compare(newest.name, "").diff
                self._since = (key, since(newest.name, diff))
            return self._since[1]

    def carry_out(self, commands: Sequence[Command]) -> tuple[Outcome, ...]:
        """Carry out commands one after the other, stopping at the first that fails.

        Raises:
            ReviewError: one was not possible; those before it are done.
        """
        with self._lock:
            return tuple(self.workspace.carry_out(command) for command in commands)

    def acceptance_preview(self, thread: str) -> AcceptancePreview | None:
        """Return what accepting a suggestion would commit; None where no words change.

        Raises:
            ReviewError: it cannot be accepted as it is.
        """
        with self._lock:
            return self.workspace.acceptance_preview(thread)

    def new_findings(self, draft: Draft, thread: Thread) -> tuple[Finding, ...]:
        """Return what the words of a suggestion would bring; it reads nothing, and waits for no other call."""
        return self.workspace.judge.new_findings(draft, thread)

    def share(self, wanted: Sync, watch: Callable[[Progress], None]) -> Shared:
        """Take over what the remote has and give it ours; the network is no reason to keep other calls waiting.

        Raises:
            ReviewError: it was not possible; nothing was lost.
        """
        return Workspace.open(self._folder).sharing.sync(wanted, watch)

    def compare(self, old: str, new: str) -> Comparison:
        """Return how two versions differ; empty: the newest release, and the draft.

        Raises:
            Refused: there is no such version, or no release yet.
        """
        with self._lock:
            return self.workspace.versions.compare(old, new, placed=True)

    def milestones(self, state: ScreenState) -> tuple[Milestone, ...]:
        """Return the latest versions as they stood then, and the draft as it was judged.

        What is past does not change: it is judged once, and not again with each commit.

        Raises:
            ReviewError: the repository cannot be read any more.
        """
        draft = state.draft
        key = (draft.settings, *(version.commit for version in draft.releases))
        with self._lock:
            if self._past[0] != key:
                self._past = (key, self.workspace.judge.past_releases(draft, _JUDGED))
            return self.workspace.judge.milestones(draft, self._past[1], state.readiness)

    def commits(self, state: ScreenState) -> tuple[PolicyCommit, ...]:
        """Return who changed the text of a draft and joined histories, as git's log tells it; remembered by commit.

        Raises:
            ReviewError: the repository cannot be read any more.
        """
        draft = state.draft
        key = (draft.version.commit, draft.policy.folder)
        with self._lock:
            if self._commits[0] != key:
                self._commits = (key, self.workspace.versions.commits(draft))
            return self._commits[1]

    def judged(self, state: ScreenState) -> ScreenState:
        """Return the state with what changed since the newest release, how ready it is, and what the checks find.

        Raises:
            ReviewError: the repository cannot be read any more.
        """
        with self._lock:
            readiness = self.workspace.judge.readiness(state.draft)
            inspection = self.workspace.judge.inspection(state.draft)
            return replace(state, since=self.since(state), readiness=readiness, inspection=inspection)
