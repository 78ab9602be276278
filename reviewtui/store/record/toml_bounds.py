"""Bounds on TOML before it is parsed: what would cost seconds, gigabytes or the stack is refused unread.

A dotted key of 64 KiB costs a parser 35 s and 4 GB, a kilobyte of opening brackets its stack; see CPython gh-149231.
"""

import re

MAX_BYTES = 64 * 1024
MAX_DOTS = 8
MAX_OPEN = 16
MAX_TABLES = 2_000
MAX_DIGITS = 400
"""Each far above what an event needs, and below where a parser begins to take seconds."""

# Strings and comments are taken out first, so that what stands inside them is not taken for structure. A string that
# never ends is taken out to where a parser gives up on it: searching on from each of its quotes would be quadratic.
_TEXT = re.compile(
    rb'"""(?:[^\\]|\\.)*?(?:"""|\Z)|\'\'\'.*?(?:\'\'\'|\Z)|"(?:[^"\\\n]|\\.)*+"?|\'[^\'\n]*+\'?|#[^\n]*', re.DOTALL
)
_LONG_NUMBER = re.compile(rb"[0-9_]{%d}" % (MAX_DIGITS + 1))


class TooComplex(ValueError):
    """The text goes over a bound; the message names it."""


def check_bounds(content: bytes, max_bytes: int = MAX_BYTES) -> None:
    """Refuse bytes that are too many, too deeply nested or too much dotted to be worth parsing.

    Raises:
        TooComplex: names the bound that it goes over.
    """
    if len(content) > max_bytes:
        raise TooComplex(f"it has {len(content)} bytes, more than the {max_bytes} that are read")
    structure = _TEXT.sub(b"", content)
    if max(line.count(b".") for line in structure.split(b"\n")) > MAX_DOTS:
        raise TooComplex(f"a key or number has more than {MAX_DOTS} dots")
    if _LONG_NUMBER.search(structure):
        raise TooComplex(f"it holds a number of more than {MAX_DIGITS} digits")
    tables = structure.count(b"[") + structure.count(b"{")
    if tables > MAX_TABLES:
        raise TooComplex(f"it has more than {MAX_TABLES} tables")
    if tables > MAX_OPEN and _deepest(structure) > MAX_OPEN:
        raise TooComplex(f"it nests deeper than {MAX_OPEN} brackets")


def _deepest(structure: bytes) -> int:
    depth = deepest = 0
    for char in structure:
        if char in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in b"]}":
            depth = max(0, depth - 1)
    return deepest
