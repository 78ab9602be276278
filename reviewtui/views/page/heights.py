"""The heights of a growing row of blocks, with sums and look-ups in logarithmic time (a Fenwick tree)."""

from collections.abc import Iterable
from itertools import accumulate


class Heights:
    """Heights in lines, by index; each may be changed later."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._sums: list[int] = [0]

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    @property
    def total(self) -> int:
        """All heights together."""
        return self.before(len(self._heights))

    def extend(self, heights: Iterable[int]) -> None:
        """Add heights behind the others."""
        first, total = len(self._heights), self.total
        self._heights.extend(heights)
        before = list(accumulate(self._heights[first:], initial=total))
        for place in range(first + 1, len(self._heights) + 1):
            low = place - (place & -place)
            below = before[low - first] if low >= first else self.before(low)
            self._sums.append(before[place - first] - below)

    def change(self, index: int, height: int) -> None:
        """Set the height at `index`."""
        delta = height - self._heights[index]
        self._heights[index] = height
        place = index + 1
        while delta and place < len(self._sums):
            self._sums[place] += delta
            place += place & -place

    def before(self, index: int) -> int:
        """Return the sum of the heights before `index`."""
        total = 0
        while index:
            total += self._sums[index]
            index -= index & -index
        return total

    def find(self, y: int) -> tuple[int, int]:
        """Return the index whose lines hold line `y`, and which of its lines that is.

        Behind the last height the answer is the number of heights and how far behind them `y` lies.
        """
        place, step = 0, 1 << len(self._heights).bit_length()
        while step:
            following = place + step
            if following < len(self._sums) and self._sums[following] <= y:
                place = following
                y -= self._sums[following]
            step >>= 1
        return place, y
