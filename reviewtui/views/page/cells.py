"""How many terminal cells a character takes: none, one or two.

Widths follow Unicode's East Asian Width with the exceptions of the Unicode tables that terminals use (UAX #11,
UTS #51): marks and the trailing parts of Hangul syllables take no cell, an emoji sequence takes the cells of its
first character, and U+FE0F makes a text symbol two cells wide.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

JOINER = "\u200d"
EMOJI_VARIATION = "\ufe0f"
_NARROW = re.compile(
    "[ -~\\n\u00a1-\u00ac\u00ae-\u02ff\u0384-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u2317\u2500-\u25fc]*"
)
_NO_CELL = ((0x1160, 0x11FF), (0xD7B0, 0xD7FF), (0x1F3FB, 0x1F3FF))
_TWO_CELLS = ((0x2630, 0x2637), (0x268A, 0x268F), (0x4DC0, 0x4DFF), (0x1D300, 0x1D356), (0x1D360, 0x1D376))
# Symbols that are text by default and become an emoji of two cells before U+FE0F (emoji-variation-sequences.txt).
_TEXT_EMOJI = (
    "23 2a 30-39 a9 ae 203c 2049 2122 2139 2194-2199 21a9-21aa 2328 23cf 23ed-23ef 23f1-23f2 23f8-23fa "
    "24c2 25aa-25ab 25b6 25c0 25fb-25fc 2600-2604 260e 2611 2618 261d 2620 2622-2623 2626 262a 262e-262f "
    "2638-263a 2640 2642 265f-2660 2663 2665-2666 2668 267b 267e 2692 2694-2697 2699 269b-269c 26a0 26a7 "
    "26b0-26b1 26c8 26cf 26d1 26d3 26e9 26f0-26f1 26f4 26f7-26f9 2702 2708-2709 270c-270d 270f 2712 2714 "
    "2716 271d 2721 2733-2734 2744 2747 2763-2764 27a1 2934-2935 2b05-2b07 1f170-1f171 1f17e-1f17f 1f321 "
    "1f324-1f32c 1f336 1f37d 1f396-1f397 1f399-1f39b 1f39e-1f39f 1f3cb-1f3ce 1f3d4-1f3df 1f3f3 1f3f5 "
    "1f3f7 1f43f 1f441 1f4fd 1f549-1f54a 1f56f-1f570 1f573-1f579 1f587 1f58a-1f58d 1f590 1f5a5 1f5a8 "
    "1f5b1-1f5b2 1f5bc 1f5c2-1f5c4 1f5d1-1f5d3 1f5dc-1f5de 1f5e1 1f5e3 1f5e8 1f5ef 1f5f3 1f5fa 1f6cb "
    "1f6cd-1f6cf 1f6e0-1f6e5 1f6e9 1f6f0 1f6f3 "
)


def _bounds(ranges: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    pairs = [part.split("-") for part in ranges.split()]
    return tuple(int(pair[0], 16) for pair in pairs), tuple(int(pair[-1], 16) for pair in pairs)


_EMOJI_FIRST, _EMOJI_LAST = _bounds(_TEXT_EMOJI)


def is_narrow(text: str) -> bool:
    """Say whether every character of `text` is known to take exactly one cell (a quick test that may say no)."""
    return _NARROW.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def char_width(char: str) -> int:
    """Return the cells of one character by itself: 0, 1 or 2."""
    code = ord(char)
    if _within(code, _NO_CELL):
        return 0
    category = unicodedata.category(char)
    if category in {"Mn", "Me", "Mc", "Cf", "Cc"}:
        return 0
    if category != "Cn" and unicodedata.east_asian_width(char) in {"W", "F"}:
        return 2
    return 2 if _within(code, _TWO_CELLS) else 1


def char_widths(text: str) -> list[int]:
    """Return the cells of each character of `text` where it stands: what follows a joiner takes none."""
    if is_narrow(text):
        return [1] * len(text)
    widths = [char_width(char) for char in text]
    if JOINER in text or EMOJI_VARIATION in text:
        _join(text, widths)
    return widths


def text_width(text: str) -> int:
    """Return the cells of `text`."""
    return len(text) if is_narrow(text) else sum(char_widths(text))


def _join(text: str, widths: list[int]) -> None:
    base = -1
    index = 0
    while index < len(text):
        char = text[index]
        if char == JOINER:
            widths[index : index + 2] = [0] * len(widths[index : index + 2])
            index += 2
            continue
        if char == EMOJI_VARIATION and base >= 0:
            widths[base] += _becomes_wide(text[base])
            base = -1
        elif widths[index]:
            base = index
        index += 1


def _becomes_wide(char: str) -> bool:
    index = bisect_right(_EMOJI_FIRST, ord(char)) - 1
    return index >= 0 and ord(char) <= _EMOJI_LAST[index]


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(low <= code <= high for low, high in ranges)
