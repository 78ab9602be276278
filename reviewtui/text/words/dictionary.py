"""Whether a word stands in an English dictionary: that of pyspellchecker, some 160,000 words in American spelling.

Its file lies in the package, packed, with one word a line in order. It is searched as it lies there: the package's own
door makes a table of all words first, which costs more than most commands have to do. It is read when it is first
asked, and not before.
"""

import gzip
import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from reviewtui.text.words.spelling_variants import american

_KEPT_BEFORE, _KEPT_BEHIND = 3, 4
_ENTRY = re.compile(rb'"([a-z]+)"')


@lru_cache(maxsize=65536)
def is_word(word: str) -> bool:
    """Say whether a word (lower case) is in the dictionary, in British or American spelling."""
    return _is_listed(word) or _is_listed(american(word))


def how_often(word: str) -> int:
    """Return how often a word (lower case) was met by whoever made the dictionary, 0 where it is not in it."""
    line = _line_of(word)
    return int(line.partition(b":")[2].strip(b" ,")) if line else 0


def _is_listed(word: str) -> bool:
    return bool(_line_of(word))


def _line_of(word: str) -> bytes:
    """Return the line of a word; the lines stay one piece, since most of them are never asked for."""
    entry = f'"{word}":'.encode(errors="replace")
    lines, place = _lines(), _place_of(entry)
    line = lines[place : lines.find(b"\n", place)]
    return line if line.startswith(entry) else b""


def _place_of(entry: bytes) -> int:
    """Return where the first line begins that stands not before `entry`, found by halving."""
    lines = _lines()
    low, high = 0, len(lines)
    while low < high:
        middle = (low + high) // 2
        start = lines.rfind(b"\n", low, middle) + 1 or low
        end = lines.find(b"\n", middle)
        if lines[start:end] < entry:
            low = end + 1
        else:
            high = start
    return low


def words_near(word: str) -> list[str]:
    """Return the words of English letters that may be one slip from a word (lower case) and begin with its letter.

    Among them are others. A slip leaves the first three letters as they are, or all behind the fourth.
    """
    lines, size = _lines(), len(word)
    start, end = _between(word[0])
    if size <= _KEPT_BEHIND:
        found = re.findall(
            rb'\n"(%b[a-z]{%d,%d})"' % (word[0].encode(), size - 2, size), lines[max(0, start - 1) : end]
        )
        return [each.decode() for each in found]
    found = _ENTRY.findall(lines, *_between(word[:_KEPT_BEFORE]))
    behind = f'{word[_KEPT_BEHIND:]}"'.encode()
    at = lines.find(behind, start, end)
    while at >= 0:
        found += _ENTRY.findall(lines, lines.rfind(b"\n", 0, at) + 1, at + len(behind))
        at = lines.find(behind, at + 1, end)
    return [each.decode() for each in found if abs(len(each) - size) <= 1]


def _between(letters: str) -> tuple[int, int]:
    """Return from where to where the lines stand of the words that begin with some letters."""
    after = letters[:-1] + chr(ord(letters[-1]) + 1)
    return _place_of(f'"{letters}'.encode()), _place_of(f'"{after}'.encode())


@lru_cache(maxsize=1)
def _lines() -> bytes:
    """Return the lines of the dictionary, in order, each with its end: `"word": how often it was met,`."""
    package = find_spec("spellchecker")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pyspellchecker is missing; install reviewtui again", name="spellchecker")
    packed = gzip.decompress((Path(package.origin).parent / "resources" / "en.json.gz").read_bytes())
    return packed[packed.index(b"\n") + 1 : packed.rindex(b"\n") + 1]
