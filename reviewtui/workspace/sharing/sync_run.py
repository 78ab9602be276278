"""What one sync is about, for all of its steps."""

from dataclasses import dataclass

from reviewtui.store.git.repository import Repository
from reviewtui.store.remote.remotes import Remote
from reviewtui.store.remote.transport import Connection, RemoteState
from reviewtui.workspace.sharing.sync_context import OpenSyncContext


@dataclass(frozen=True, slots=True)
class SyncRun:
    """One sync: from which branch, with which branch of whom, and what that other side holds.

    `fork` is where this clone gives to, where that is another place.
    """

    repository: Repository
    open_context: OpenSyncContext
    connection: Connection
    branch: str
    theirs: str
    state: RemoteState
    fork: Remote | None = None

    @property
    def remote(self) -> Remote:
        """The other side."""
        return self.connection.remote
