"""What each character of a text shows as: `visible` taken apart, so that every sign keeps its source character.

`visible` judges some characters by their neighbours (joiners, emoji variation, combining marks). Each of them is
asked about with just the neighbours that count, so that the answer for one character is known by itself.
"""

import unicodedata

from reviewtui.text.words.visible import visible
from reviewtui.views.page.cells import EMOJI_VARIATION

_JOINERS = frozenset("\u200c\u200d")
_MARKS_BEFORE = 8


def shown_forms(text: str) -> list[str]:
    """Return for each character of `text` the text it shows as, never with a raw control or hidden character."""
    return [_form(text, index, char) for index, char in enumerate(text)]


def _form(text: str, index: int, char: str) -> str:
    if " " <= char <= "~" or char == "\n":
        return char
    if char in _JOINERS:
        return char if char in visible(text[max(0, index - 1) : index + 2]) else _alone(char)
    if char == EMOJI_VARIATION:
        return char if char in visible(text[max(0, index - 1) : index + 1]) else _alone(char)
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me"}:
        window = visible(text[max(0, index - _MARKS_BEFORE) : index + 1])
        return char if window.endswith(char) else window[window.rfind("\u2039") :]
    return _alone(char)


def _alone(char: str) -> str:
    return visible(char)
