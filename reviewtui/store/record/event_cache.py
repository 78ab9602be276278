"""Events that were read before, by the blob that holds them, so that a large record is parsed once.

The file lies in the clone's own state folder and can be deleted at any time: a blob id names exact bytes, so what was
read from them once stays true. Nothing in it comes from a remote.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from reviewtui.domain.record.events import AnyEvent
from reviewtui.store.cache.sealed_cache import Kept, keep, load_kept

MAX_BYTES = 512 * 1024 * 1024
# Below this many events parsing anew is faster than keeping a file for it.
WORTH_KEEPING = 200


@dataclass(frozen=True, slots=True)
class EventCache:
    """The events that this clone has read before."""

    path: Path

    def load(self) -> dict[str, AnyEvent]:
        """Return the events by blob id; a file that is absent, damaged or of another version counts as empty."""
        nothing: dict[str, AnyEvent] = {}
        return load_kept(self.path, Kept[dict[str, AnyEvent]], nothing, MAX_BYTES)

    def keep(self, events: Mapping[str, AnyEvent], read: Iterable[str]) -> None:
        """Keep `events` when many of them had to be `read` anew; a disk that refuses costs only time."""
        if len(set(read)) >= WORTH_KEEPING:
            keep(self.path, dict(events))
