"""What the new version says that the word map leaves over: the only room that a lost passage can have gone to.

Asking here first is cheap: where the words of a passage are neither kept nor anywhere in what is left over, no closer
look will find it.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from math import log

from reviewtui.text.placement.similarity import stem_of_word
from reviewtui.text.placement.tuning import CHUNK, HOPE, SENTENCE_WORDS
from reviewtui.text.placement.version_map.version_pair import VersionPair
from reviewtui.text.placement.version_map.word_map import WordMap

Place = tuple[str, int, int]
"""A stretch of a new file: its path and two offsets."""


class Unmatched:
    """The leftover text of the new version, in chunks, found by the stems of their words."""

    def __init__(self, versions: VersionPair, words: WordMap) -> None:
        self._versions = versions
        self._words = words
        self._weights: dict[str, float] = {}
        self._places: list[Place | None] = []

    def hopeless(self, path: str, first: int, stop: int) -> bool:
        """Say whether too few of the old words `first` to `stop` are kept or left over anywhere to stand for them."""
        words = self._versions.old_table(path).words
        kept: set[int] = set()
        for piece in self._words.pieces(path, first, stop):
            kept.update(range(piece.old, piece.old + piece.size))
        held = 0.0
        lost: list[str] = []
        for index in range(first, stop):
            key = stem_of_word(words[index])
            if index not in kept:
                lost.append(key)
            elif key:
                held += self.weight(key)
        votes = self._votes(lost)
        best = max(votes.values(), default=0.0)
        total = held + sum(map(self.weight, filter(None, lost)))
        return held + best < HOPE * total

    def weight(self, key: str) -> float:
        """Return how much a term tells: a rare one much, one that stands everywhere nearly nothing (0 to 1)."""
        weight = self._weights.get(key)
        if weight is None:
            weight = log(1 + self._size / (self._counts.get(key, 0) + 0.5)) / self._rarest
            self._weights[key] = weight
        return weight

    def _votes(self, keys: Iterable[str]) -> dict[int, float]:
        single: dict[int, float] = defaultdict(float)
        for key in dict.fromkeys(keys):
            chunks = self._chunks.get(key)
            if chunks:
                weight = self.weight(key)
                for chunk in chunks:
                    single[chunk] += weight
        return {chunk: vote + single.get(chunk + 1, 0.0) for chunk, vote in single.items()}

    @cached_property
    def _chunks(self) -> dict[str, list[int]]:
        chunks: dict[str, list[int]] = defaultdict(list)
        for path, first, stop in self._words.unmatched_runs():
            table = self._versions.new_table(path)
            for low in range(first, stop, CHUNK):
                high = min(low + CHUNK, stop)
                for key in set(map(stem_of_word, table.words[low:high])):
                    chunks[key].append(len(self._places))
                self._places.append((path, *table.span(low, high)))
            self._places.append(None)
        chunks.pop("", None)
        return dict(chunks)

    @cached_property
    def _counts(self) -> dict[str, int]:
        """How often each term stands in the files that changed."""
        words: dict[str, int] = defaultdict(int)
        for path in self._versions.open_files.texts:
            for word in self._versions.new_table(path).words:
                words[word] += 1
        counts: dict[str, int] = defaultdict(int)
        for word, count in words.items():
            counts[stem_of_word(word)] += count
        return dict(counts)

    @cached_property
    def _size(self) -> float:
        return 1 + sum(self._counts.values()) / SENTENCE_WORDS

    @cached_property
    def _rarest(self) -> float:
        return log(1 + 2 * self._size)
