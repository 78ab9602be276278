"""Bounds on TOML before it is parsed: what would cost seconds, gigabytes or the stack is refused unread.

A dotted key of 64 KiB costs a parser 35 s and 4 GB, a kilobyte of opening brackets its stack; see CPython gh-149231.
"""

import re

MAX_BYTES = 64 * 1024
MAX_DOTS = 8
MAX_OPEN = 16
MAX_TABLES = 2_000
MAX_DIGITS = 400

# Strings and comments first, so that what stands inside them is not taken for structure.
_TOKEN = re.compile(
    rb'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|[\[\]{}.\n]|\d+',
    re.DOTALL,
)


class TooComplex(ValueError):
    """The text goes over a bound; the message names it."""


def check_bounds(content: bytes, max_bytes: int = MAX_BYTES) -> None:
    """Refuse bytes that are too many, too deeply nested or too much dotted to be worth parsing.

    Raises:
        TooComplex: names the bound that it goes over.

    """
    if len(content) > max_bytes:
        raise TooComplex(f"it has {len(content)} bytes, more than the {max_bytes} that are read")
    counts = _Counts()
    for match in _TOKEN.finditer(content):
        counts.take(match[0])


class _Counts:
    """What has been seen so far: open brackets, dots in this line, tables."""

    def __init__(self) -> None:
        self.depth = self.dots = self.tables = 0

    def take(self, token: bytes) -> None:
        """Count one token; refuse it when it goes over a bound."""
        if token in b"[{":
            self.depth += 1
            self.tables += 1
        elif token in b"]}":
            self.depth = max(0, self.depth - 1)
        elif token == b".":
            self.dots += 1
        elif token == b"\n":
            self.dots = 0
        elif token.isdigit() and len(token) > MAX_DIGITS:
            raise TooComplex(f"it holds a number of {len(token)} digits")
        self._check()

    def _check(self) -> None:
        if self.depth > MAX_OPEN:
            raise TooComplex(f"it nests deeper than {MAX_OPEN} brackets")
        if self.dots > MAX_DOTS:
            raise TooComplex(f"a key or number has more than {MAX_DOTS} dots")
        if self.tables > MAX_TABLES:
            raise TooComplex(f"it has more than {MAX_TABLES} tables")
