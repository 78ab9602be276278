"""Where remarks stood in the last few texts, so that asking again about the same text costs nothing.

The file lies in the clone's own state folder and can be deleted at any time. A text is named by its paths and blobs, a
remark's place by the very bytes of its anchor, so an answer stays true. Nothing in it comes from a remote.
"""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from reviewtui import __version__
from reviewtui.domain.draft import Standing
from reviewtui.domain.refusal import MachineFailed
from reviewtui.store import durable

MAX_BYTES = 256 * 1024 * 1024
KEPT_TEXTS = 3
# Fewer new answers than these are found again faster than a file is written and synced.
WORTH_KEEPING = 20


class _Kept(msgspec.Struct):
    version: str
    texts: dict[str, dict[str, Standing]]


@dataclass(frozen=True, slots=True)
class StandingCache:
    """The standings that this clone has found before: by text, and there by anchor (both names are digests)."""

    path: Path

    def load(self, text: str) -> dict[str, Standing]:
        """Return what is known of `text`; a file that is absent, damaged or of another version counts as empty."""
        return self._read().get(text, {})

    def keep(self, text: str, found: Mapping[str, Standing]) -> None:
        """Add what was `found` in `text` when it is much; the oldest texts go, a disk that refuses costs only time."""
        if len(found) < WORTH_KEEPING:
            return
        texts = self._read()
        texts[text] = texts.pop(text, {}) | dict(found)
        newest = dict(list(texts.items())[-KEPT_TEXTS:])
        with contextlib.suppress(MachineFailed):
            durable.replace(self.path, msgspec.msgpack.encode(_Kept(__version__, newest)), mode=0o600)

    def _read(self) -> dict[str, dict[str, Standing]]:
        content = durable.read_regular(self.path, MAX_BYTES)
        if content is None:
            return {}
        try:
            kept = msgspec.msgpack.decode(content, type=_Kept)
        except msgspec.MsgspecError:
            return {}
        return kept.texts if kept.version == __version__ else {}
