"""Where a run of old words landed, told from the pieces of the word map around it."""

from dataclasses import dataclass

from reviewtui.text.placement.similarity import core
from reviewtui.text.placement.tuning import ROUGH_REACH, SPAN_DENSE, SPAN_HELD, SPAN_KEPT, SPAN_SUPPORT
from reviewtui.text.placement.word_map import Piece


@dataclass(frozen=True, slots=True)
class Landing:
    """The new words `first` to `stop` of `path` stand for the passage; how many of its words were kept there.

    Where the first or last word of the passage changed, `head` and `tail` say how far the change reaches: the new
    word behind what stays before, and the first one of what stays after.
    """

    path: str
    first: int
    stop: int
    kept: int
    support: int
    sure: bool
    head: int | None = None
    tail: int | None = None
    shares: tuple[int, int] = (0, 0)


def landing_of(around: list[Piece], first: int, stop: int) -> Landing | None:
    """Judge the pieces of the words `first` to `stop` and of a few words around them; None without any inside."""
    if len(around) == 1 and around[0].old <= first and around[0].old + around[0].size >= stop:
        i, j, n, path = around[0]
        low = j + first - i
        return Landing(path, low, low + stop - first, stop - first, n, sure=True)
    group = _densest(around, first, stop)
    if not group:
        return None
    inside = [piece for piece in group if piece.old < stop and piece.old + piece.size > first]
    head, tail = inside[0], inside[-1]
    low = head.new + max(0, first - head.old)
    high = tail.new + min(tail.size, stop - tail.old)
    kept = sum(min(piece.old + piece.size, stop) - max(piece.old, first) for piece in inside)
    support = sum(piece.size for piece in group)
    size = stop - first
    sure = kept >= SPAN_KEPT * size and kept >= SPAN_DENSE * (high - low) and support >= SPAN_SUPPORT
    before = next((piece for piece in reversed(group) if piece.old + piece.size <= first), None)
    after = next((piece for piece in group if piece.old >= stop), None)
    far_low = far_high = None
    last = tail.old + tail.size
    missing = (max(0, head.old - first), max(0, stop - last))
    if missing[0]:
        far_low = max(0, low - 2 * missing[0] - 6) if before is None else far_of(before)
    if missing[1]:
        far_high = high + 2 * missing[1] + 6 if after is None else after.new
    shares = (
        0
        if before is None or not missing[0]
        else _share(missing[0], head.old - before.old - before.size, low - far_of(before)),
        0 if after is None or not missing[1] else _share(missing[1], after.old - last, after.new - high),
    )
    if not sure and before is not None and after is not None:
        sure = (
            kept >= SPAN_HELD * size and support - kept >= SPAN_SUPPORT and after.new - far_of(before) <= 2 * size + 4
        )
    return Landing(head.path, low, high, kept, support, sure, far_low, far_high, shares)


def far_of(piece: Piece) -> int:
    """Return the new word behind `piece`."""
    return piece.new + piece.size


def rough_landing(pieces: list[Piece]) -> tuple[str, int, int, int] | None:
    """Return where most of the pieces lie together: file, first and stop word, and how many words they hold."""
    best: tuple[str, int, int, int] | None = None
    path, first, stop, kept = "", 0, -1, 0
    for _, new, size, there in pieces:
        if there == path and stop <= new <= stop + ROUGH_REACH:
            stop, kept = new + size, kept + size
        else:
            path, first, stop, kept = there, new, new + size, size
        if best is None or kept > best[3]:
            best = (path, first, stop, kept)
    return best


def stretched(landing: Landing, old: list[str], new: list[str]) -> tuple[int, int]:
    """Return the landing with changed words at its edges: the same word in other dress, else its share of the gap."""
    low, high = landing.first, landing.stop
    if landing.head is not None and low and landing.shares[0]:
        low -= 1 if core(old[0]) == core(new[low - 1]) else landing.shares[0]
    if landing.tail is not None and high < len(new):
        high += 1 if core(old[-1]) == core(new[high]) else landing.shares[1]
    return low, high


def _share(missing: int, old_gap: int, new_gap: int) -> int:
    """Return how many words of a changed gap stand for the `missing` ones at the edge of a passage."""
    return min(round(new_gap * missing / old_gap), 2 * missing + 2)


def _densest(around: list[Piece], first: int, stop: int) -> list[Piece]:
    """Return the pieces that lie together on the new side and hold most of the passage."""
    groups: list[list[Piece]] = []
    reach = stop - first + 12
    for piece in around:
        for group in groups:
            last = group[-1]
            if last.path == piece.path and last.new + last.size <= piece.new <= last.new + last.size + reach:
                group.append(piece)
                break
        else:
            groups.append([piece])
    held = [
        (sum(max(0, min(p.old + p.size, stop) - max(p.old, first)) for p in group), -index)
        for index, group in enumerate(groups)
    ]
    if not held or max(held)[0] == 0:
        return []
    return groups[-max(held)[1]]
