"""A file of answers that could be worked out again: it may be lost, damaged or old, and then it only costs time.

Each lies in the clone's own state folder and can be deleted at any time. It is sealed (`seal`): what another program
wrote or changed counts as lost. An answer is named by the bytes that it follows from, so it stays true.
"""

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from reviewtui import __version__
from reviewtui.domain.record.events import AnyEvent
from reviewtui.domain.record.record import SignatureState
from reviewtui.domain.refusal import MachineFailed
from reviewtui.store.cache.seal import sealed, unsealed
from reviewtui.store.files import durable

_Content = TypeVar("_Content")
_MEBIBYTE = 1024 * 1024
_MADE_BY = f"{__version__}, rules 9"
"""Raised with every change of what may be read from a file, so that no older answer outlives it."""


class Kept(msgspec.Struct, Generic[_Content]):
    """What such a file holds: the answers, and the version of the program that gave them."""

    version: str
    answers: _Content


@dataclass(frozen=True, slots=True)
class SealedCache(Generic[_Content]):
    """The answers of one `kind` that this clone has worked out before; `nothing` stands for a file that does not count.

    Fewer new answers than are `worth_keeping` are worked out again faster than a file is written.
    """

    path: Path
    kind: type[Kept[_Content]]
    nothing: _Content
    max_bytes: int
    worth_keeping: int = 1

    def load(self) -> _Content:
        """Return the answers; nothing where the file is absent, too large, damaged, sealed by another or older."""
        content = durable.read_regular(self.path, self.max_bytes)
        body = unsealed(content) if content is not None else None
        if body is None:
            return self.nothing
        try:
            kept = msgspec.msgpack.decode(body, type=self.kind)
        except (ValueError, RecursionError):
            return self.nothing
        return kept.answers if kept.version == _MADE_BY else self.nothing

    def keep(self, answers: _Content, new: int) -> None:
        """Put `answers`, of which so many are `new`, in the place of what was kept.

        A disk that refuses costs only time, and so do names that are not UTF-8, which cannot be kept. The disk is not
        waited for: what a power cut leaves half written has no seal.
        """
        if new < self.worth_keeping:
            return
        with contextlib.suppress(MachineFailed, UnicodeEncodeError):
            body = msgspec.msgpack.encode(Kept(_MADE_BY, answers))
            durable.replace(self.path, sealed(body), mode=0o600, sync=False)


def event_cache(state_dir: Path) -> SealedCache[dict[str, AnyEvent]]:
    """Return the events that this clone has read before, by the id of the blob that holds them."""
    return SealedCache(state_dir / "events.msgpack", Kept[dict[str, AnyEvent]], {}, 512 * _MEBIBYTE, 200)


def signature_cache(state_dir: Path) -> SealedCache[dict[str, SignatureState]]:
    """Return the signatures that this clone has checked before, by event and the keys that could have signed it."""
    return SealedCache(state_dir / "signatures.msgpack", Kept[dict[str, SignatureState]], {}, 64 * _MEBIBYTE)


def milestone_cache(state_dir: Path) -> SealedCache[dict[str, tuple[int, ...]]]:
    """Return what this clone has counted of versions before, by the ids of their commits."""
    return SealedCache(state_dir / "milestones.msgpack", Kept[dict[str, tuple[int, ...]]], {}, 8 * _MEBIBYTE, 5)
