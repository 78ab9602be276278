"""Where remarks stood in the last few texts, as the sources of today tell it: asking again costs nothing.

The file lies in the clone's own state folder and can be deleted at any time. A text is named by its paths and blobs, a
remark's place by the very bytes of its anchor, so an answer stays true. Nothing in it comes from a remote.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import reviewtui.text
from reviewtui.store.cache.sealed_cache import Kept, SealedCache
from reviewtui.text.placement.place_values import Placement

MAX_BYTES = 256 * 1024 * 1024
KEPT_TEXTS = 3
"""The text at hand and two others, as versions that somebody goes back and forth between."""
# Finding one place anew loads all that finds places, which costs more than writing a file.
WORTH_KEEPING = 1


@dataclass(frozen=True, slots=True)
class PlacementCache:
    """The placements that this clone has found before: by text, and there by anchor (both names are digests)."""

    path: Path

    def load(self, text: str) -> dict[str, Placement]:
        """Return what is known of `text`; a file that is absent, damaged or of another version counts as empty."""
        return self._file.load().get(f"{text} {text_code_digest()}", {})

    def keep(self, text: str, placements: Mapping[str, Placement]) -> None:
        """Add what was `found` in `text` when it is much; the oldest texts go, a disk that refuses costs only time."""
        if len(placements) < WORTH_KEEPING:
            return
        texts = self._file.load()
        name = f"{text} {text_code_digest()}"
        texts[name] = texts.pop(name, {}) | dict(placements)
        newest = dict(list(texts.items())[-KEPT_TEXTS:])
        self._file.keep(newest, len(placements))

    @property
    def _file(self) -> SealedCache[dict[str, dict[str, Placement]]]:
        kind = Kept[dict[str, dict[str, Placement]]]
        return SealedCache(self.path, kind, {}, MAX_BYTES, WORTH_KEEPING)


@lru_cache(maxsize=1)
def text_code_digest() -> str:
    """Return a digest of the source files of `text`, by their names, sizes and times, as Python does."""
    folder = Path(next(iter(reviewtui.text.__path__)))
    stats = ((path.name, path.stat()) for path in sorted(folder.rglob("*.py")))
    rows = (f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in stats)
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]
