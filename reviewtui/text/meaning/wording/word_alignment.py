"""Two rows of words cut into what is equal and what differs."""

from collections.abc import Iterator

from rapidfuzz.distance import Indel


def stretches(old: list[str], new: list[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Yield equal and changed stretches in turn: whether equal, then first and stop on both sides."""
    first = start = 0
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            if (first, start) != (op.src_start, op.dest_start):
                yield False, first, op.src_start, start, op.dest_start
            yield True, op.src_start, op.src_end, op.dest_start, op.dest_end
            first, start = op.src_end, op.dest_end
    if (first, start) != (len(old), len(new)):
        yield False, first, len(old), start, len(new)
