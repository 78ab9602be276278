"""Where a place of a text is when the text has changed: an editor saved it, or somebody's changes arrived."""


def carried(offset: int, old: str, new: str) -> int:
    """Return where `offset` of `old` is in `new`: by what both begin and end with; inside the change, at its start."""
    begin = _common(old, new)
    if offset <= begin:
        return offset
    end = _common_end(old, new, min(len(old), len(new)) - begin)
    if offset >= len(old) - end:
        return offset + len(new) - len(old)
    return begin


def _common(old: str, new: str) -> int:
    """Return how many characters both texts begin with, found by halving."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(old: str, new: str, most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low
