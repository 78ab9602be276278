"""Lines that are made for the eye, as they are heard: words instead of signs and colours."""

import re
from collections.abc import Iterable, Iterator

from reviewtui.text.words.spacing import single_spaced
from reviewtui.views.styled_text import Look, StyledLine

_SAID: dict[Look, str] = {"gone": "deleted", "out": "deleted", "come": "inserted", "in": "inserted"}
_SIGNS = re.compile(
    r"^[ \u21c4\u270e\u21b3\u25b8\u25be\u2022\u25c6-\u25cf\u2192\u26a0\u2690\u2691\u2713\u2717]+(?=\S| |\Z)"
)
_LABEL = re.compile("^[~!?\u00a7\u2248\u2260\u2691] ")
_BEFORE_MARK = re.compile(r"\) (?=[.,;:!?)])")
_BETWEEN = re.compile(r" +\u00b7 +")


def spoken(pieces: StyledLine) -> str:
    """Return a line in words: what goes and comes is said, signs that stand before it are left out."""
    heard = []
    for text, look in pieces:
        if look in _SAID and text.strip():
            heard.append(f" ({_SAID[look]}: {text.strip()}) ")
        else:
            heard.append(_in_words(text) if look else text)
    return _BEFORE_MARK.sub(")", single_spaced(_SIGNS.sub("", "".join(heard))))


def _in_words(text: str) -> str:
    """Return words of ours with words for the signs between them."""
    return _BETWEEN.sub(", ", _LABEL.sub("", text)).replace(" \u2192 ", " becomes ")


def spoken_lines(lines: Iterable[StyledLine]) -> Iterator[str]:
    """Yield lines in words, without those that only make room."""
    return (words for words in map(spoken, lines) if words)
