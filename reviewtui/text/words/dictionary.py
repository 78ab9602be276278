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
    """Return the line of a word, found by halving; the lines stay one piece, since most of them are never asked for."""
    entry = f'"{word}":'.encode(errors="replace")
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
    line = lines[low : lines.find(b"\n", low)]
    return line if line.startswith(entry) else b""


@lru_cache(maxsize=1024)
def words_of_length(letter: str, length: int) -> tuple[str, ...]:
    """Return the words of so many letters of English that begin with one of them."""
    lines = _lines()
    start, end = lines.find(f'"{letter}'.encode()), lines.find(f'"{chr(ord(letter) + 1)}'.encode())
    found = re.compile(rb'^"(%b[a-z]{%d})"' % (letter.encode(), length - 1), re.MULTILINE)
    return tuple([word.decode() for word in found.findall(lines, start, end if end >= 0 else len(lines))])


@lru_cache(maxsize=1)
def _lines() -> bytes:
    """Return the lines of the dictionary, in order, each with its end: `"word": how often it was met,`."""
    package = find_spec("spellchecker")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pyspellchecker is missing; install reviewtui again", name="spellchecker")
    packed = gzip.decompress((Path(package.origin).parent / "resources" / "en.json.gz").read_bytes())
    return packed[packed.index(b"\n") + 1 : packed.rindex(b"\n") + 1]
