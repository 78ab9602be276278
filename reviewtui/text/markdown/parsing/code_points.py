"""From the bytes that the parser counts to the code points that everything else counts."""

from bisect import bisect_right
from itertools import accumulate

_CHUNK = 1024
"""Code points between two places of the table: a table of every character costs more than the parsing itself."""


class CodePoints:
    """The code points of a text by their place in its UTF-8 bytes; `base` is added to each."""

    def __init__(self, text: str, base: int = 0) -> None:
        self._text = text
        self._base = base
        self.plain = text.isascii()
        """Whether every byte is one code point."""
        self._firsts: list[int] = [] if self.plain else _byte_starts(text)
        self._low = self._high = self._first = 0
        self._bytes = b""
        self._ascii = True

    def at(self, byte: int) -> int:
        """Return the code point that begins at `byte`."""
        if self.plain:
            return byte + self._base
        if not self._low <= byte < self._high:
            self._turn_to(byte)
        within = byte - self._low
        if self._ascii:
            return self._first + within
        return self._first + len(self._bytes[:within].decode("utf-8", "ignore"))

    def _turn_to(self, byte: int) -> None:
        """Take up the stretch of text that holds `byte`."""
        index = min(bisect_right(self._firsts, byte), len(self._firsts) - 1) - 1
        self._low, self._high = self._firsts[index], self._firsts[index + 1]
        self._bytes = self._text[index * _CHUNK : (index + 1) * _CHUNK].encode()
        self._ascii = self._bytes.isascii()
        self._first = self._base + index * _CHUNK


def _byte_starts(text: str) -> list[int]:
    sizes = (len(text[at : at + _CHUNK].encode()) for at in range(0, len(text), _CHUNK))
    return list(accumulate(sizes, initial=0))
