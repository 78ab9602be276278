"""A file of answers that could be worked out again: it may be lost, damaged or old, and then it only costs time."""

import contextlib
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from reviewtui import __version__
from reviewtui.domain.refusal import MachineFailed
from reviewtui.store import durable

Answers = TypeVar("Answers")


class Kept(msgspec.Struct, Generic[Answers]):
    """What such a file holds: the answers, and the version of the program that gave them."""

    version: str
    answers: Answers


def load_kept(path: Path, kind: type[Kept[Answers]], nothing: Answers, max_bytes: int) -> Answers:
    """Return the answers at `path`; `nothing` where the file is absent, too large, damaged or of another version."""
    content = durable.read_regular(path, max_bytes)
    if content is None:
        return nothing
    try:
        kept = msgspec.msgpack.decode(content, type=kind)
    except msgspec.MsgspecError:
        return nothing
    return kept.answers if kept.version == __version__ else nothing


def keep(path: Path, answers: object) -> None:
    """Put `answers` in the place of what was kept at `path`; a disk that refuses costs only time."""
    with contextlib.suppress(MachineFailed):
        durable.replace(path, msgspec.msgpack.encode(Kept(__version__, answers)), mode=0o600)
