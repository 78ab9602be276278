"""What classes of change one clone has worked out in earlier commands: handed to the comparison, and kept anew."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from reviewtui.store.cache.sealed_cache import Kept, SealedCache
from reviewtui.store.cache.text_code_digest import text_code_digest
from reviewtui.store.git.repository import Repository
from reviewtui.text.diff.text_comparison import COMPARISONS, HunkClasses
from reviewtui.text.meaning.class_values import ChangeClass, Classed

_ClassRow = tuple[int, int, int, int, ChangeClass, str, bool]
"""The span in the old text and in the new one, the class, why, and whether it is an alarm."""
_MAX_BYTES = 64 * 1024 * 1024
# Fewer changes than these are classed again faster than a file is written and synced.
_WORTH_KEEPING = 8
_MOST_PAIRS = 400
"""Pairs of texts that are kept, the latest; a review of some sixty files compares each with a few older forms."""


class ClassMemory:
    """The classes of one clone; its file is read when a comparison first asks."""

    def __init__(self, state_dir: Path) -> None:
        """Take the folder in which the clone keeps what can be worked out again."""
        self._cache: SealedCache[dict[str, list[_ClassRow]]] = SealedCache(
            state_dir / "classes.msgpack", Kept[dict[str, list[_ClassRow]]], {}, _MAX_BYTES, _WORTH_KEEPING
        )
        self._rows: dict[str, list[_ClassRow]] | None = None

    def recall(self, old: str, new: str, language: str) -> HunkClasses:
        """Return the known classes of the changes between two texts."""
        rows = self._known().get(pair_name(old, new, language), ())
        return {((a, b), (c, d)): Classed(name, reason, alarm) for a, b, c, d, name, reason, alarm in rows}

    def keep(self, fresh: Mapping[tuple[str, str, str], HunkClasses]) -> None:
        """Add what was worked out, by old text, new text and language; the oldest pairs go."""
        rows = self._known()
        for texts, classes in fresh.items():
            rows.pop(pair_name(*texts), None)
            rows[pair_name(*texts)] = [(*gone, *come, *classed) for (gone, come), classed in classes.items()]
        self._rows = dict(list(rows.items())[-_MOST_PAIRS:])
        self._cache.keep(self._rows, sum(map(len, fresh.values())))

    def _known(self) -> dict[str, list[_ClassRow]]:
        if self._rows is None:
            self._rows = dict(self._cache.load())
        return self._rows


def pair_name(old: str, new: str, language: str) -> str:
    """Return the name of a pair of texts in the cache."""
    sides = (hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for text in (old, new))
    return " ".join((*sides, language, text_code_digest()))


_MEMORIES: dict[Path, ClassMemory] = {}


@contextmanager
def classes_kept(repository: Repository) -> Iterator[None]:
    """Let comparisons know what this clone has classed before, and keep what they class."""
    if COMPARISONS.recall is not None:
        yield  # inside another one
        return
    memory = _MEMORIES.setdefault(repository.review_state_dir, ClassMemory(repository.review_state_dir))
    COMPARISONS.recall = memory.recall
    try:
        yield
    finally:
        COMPARISONS.recall = None
        if fresh := COMPARISONS.take_fresh():
            memory.keep(fresh)
