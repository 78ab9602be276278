"""Comparisons of texts kept in a file of the clone, so that the next command does not compare and class them again."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reviewtui.store.cache.placement_cache import text_code_digest
from reviewtui.store.cache.sealed_cache import Kept, SealedCache
from reviewtui.store.git.repository import Repository
from reviewtui.text.diff.text_comparison import COMPARISONS, Fresh, PairAnswers

_MAX_BYTES = 64 * 1024 * 1024
# Fewer changes than these are classed again faster than a file is written and synced.
_WORTH_KEEPING = 8
_MOST_PAIRS = 400
"""Pairs of texts that are kept, the latest; a review of some sixty files compares each with a few older forms."""


class ClassMemory:
    """The comparisons of one clone; its file is read when one is first asked for."""

    def __init__(self, state_dir: Path) -> None:
        """Take the folder in which the clone keeps what can be worked out again."""
        self._cache: SealedCache[dict[str, PairAnswers]] = SealedCache(
            state_dir / "classes.msgpack", Kept[dict[str, PairAnswers]], {}, _MAX_BYTES, _WORTH_KEEPING
        )
        self._known: dict[str, PairAnswers] | None = None

    def recall(self, old: str, new: str) -> PairAnswers | None:
        """Return what is known of two texts."""
        return self._loaded().get(pair_name(old, new))

    def keep(self, fresh: Fresh) -> None:
        """Add what was worked out, by old text and new text; the oldest pairs go."""
        known = self._loaded()
        for texts, answers in fresh.items():
            known.pop(pair_name(*texts), None)
            known[pair_name(*texts)] = answers
        self._known = dict(list(known.items())[-_MOST_PAIRS:])
        changes = (classes for answers in fresh.values() for classes in (answers.classes, answers.moved))
        self._cache.keep(self._known, sum(len(each) for classes in changes for each in classes.values()))

    def _loaded(self) -> dict[str, PairAnswers]:
        if self._known is None:
            self._known = dict(self._cache.load())
        return self._known


def pair_name(old: str, new: str) -> str:
    """Return the name of a pair of texts in the cache."""
    sides = (hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for text in (old, new))
    return " ".join((*sides, text_code_digest()))


_MEMORIES: dict[Path, ClassMemory] = {}


@contextmanager
def classes_kept(repository: Repository) -> Iterator[None]:
    """Let comparisons know what this clone has compared before, and keep what they work out."""
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
