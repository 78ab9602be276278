"""The one door that text by others passes on its way to a screen or to standard output.

Nothing is deleted: every control, bidirectional or invisible character is replaced by a visible sign, so that a
reader sees that something is there and a terminal never acts on it (CWE-150, CVE-2021-42574, UTS #39).
"""

import re
import unicodedata
from functools import lru_cache

_ASCII_SAFE = re.compile(r"[ -~\n]*\Z")
_SUSPECT = re.compile(
    "[^ -~\\n\u00a1-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f"
    "\u2010-\u2015\u2018-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u218b\u2190-\u2426\u2460-\u27bf]"
)
_BLANK_LOOKALIKES = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\u034f")
JOINERS = frozenset("\u200c\u200d")
_VARIATION = frozenset(chr(c) for c in range(0xFE00, 0xFE10))
_EMOJI_VARIATION = "\ufe0f"
# Joiners are letters' business in these scripts only (UAX #31, UTS #39): Arabic, Syriac, N'Ko, Indic, Sinhala,
# Myanmar, Khmer, Mongolian; elsewhere they are only a way to hide a difference.
_JOINING_SCRIPTS = ((0x0600, 0x08FF), (0x0900, 0x0DFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1800, 0x18AF))
_MARKS = frozenset({"Mn", "Me"})
_LAYOUT = frozenset("\t\r\n")
_MAX_MARKS = 4
"""Marks on one letter that are shown as such; with more, they would be drawn over the lines around."""


def visible(text: str, *, keep_newlines: bool = True) -> str:
    """Return `text` with everything that a terminal would act on, or a reader would miss, made visible.

    Newlines stay when `keep_newlines`, else they become the sign for one; tabs become one space, since no screen
    of ours has tab stops. Letters of every script, right-to-left ones included, stay as they are.
    """
    if keep_newlines:
        if _ASCII_SAFE.match(text):
            return text
    else:
        text = text.replace("\r\n", "\u2424").replace("\n", "\u2424")
    if _SUSPECT.search(text) is None:
        return text
    return "".join(_shown(text, index) for index in range(len(text)))


def visible_line(text: str) -> str:
    """Return `text` as one line: `visible`, with line ends shown as a sign."""
    return visible(text, keep_newlines=False)


def has_hidden(text: str) -> bool:
    """Say whether `text` holds characters that a reader would not see or that reorder what is read."""
    shown = visible(text)
    return shown != text and shown != text.replace("\t", " ").replace("\r\n", "\n")


def hidden_characters(text: str) -> tuple[str, ...]:
    """Return the names of the characters of `text` that a reader would not see, each once, as `U+200B`."""
    if has_hidden(text):
        return tuple(dict.fromkeys(f"U+{ord(text[at]):04X}" for at in range(len(text)) if _is_hidden(text, at)))
    return ()


def with_sign_for_hidden(text: str, sign: str) -> str:
    """Return `text` with `sign` for each character that a reader would not see, or that would be drawn elsewhere."""
    if _SUSPECT.search(text) is None:
        return text
    return "".join(sign if _is_hidden(text, at) else text[at] for at in range(len(text)))


def is_blank(text: str) -> bool:
    """Say whether a reader would see nothing of `text`: spaces, and characters that are not seen."""
    return not with_sign_for_hidden(text, "").strip()


def _is_hidden(text: str, index: int) -> bool:
    return text[index] not in _LAYOUT and _shown(text, index) not in {text[index], " "}


def _shown(text: str, index: int) -> str:
    char = text[index]
    if " " <= char <= "~" or char in _LAYOUT:
        return _layout(text, index)
    if char in JOINERS:
        return char if _joins(text, index) else _named(char)
    if char == _EMOJI_VARIATION:
        return char if index and _is_emoji(text[index - 1]) else _named(char)
    if unicodedata.combining(char) or unicodedata.category(char) in _MARKS:
        return _mark(text, index)
    return _always(char)


def _layout(text: str, index: int) -> str:
    char = text[index]
    if char == "\t":
        return " "
    if char == "\r":
        return "" if text[index + 1 : index + 2] == "\n" else "\u240d"
    return char


@lru_cache(maxsize=4096)
def _always(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    category = unicodedata.category(char)
    if category in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} or char in _BLANK_LOOKALIKES:
        return _named(char)
    if category == "Zs":
        return " "
    return char


def _mark(text: str, index: int) -> str:
    char = text[index]
    code = ord(char)
    if char in _VARIATION or char in _BLANK_LOOKALIKES or 0xE0100 <= code <= 0xE01EF or 0x180B <= code <= 0x180F:
        return _named(char)
    run = 0
    while run < _MAX_MARKS and index - run - 1 >= 0 and unicodedata.category(text[index - run - 1]) in _MARKS:
        run += 1
    return _named(char) if run >= _MAX_MARKS else char


def _joins(text: str, index: int) -> bool:
    if not 0 < index < len(text) - 1:
        return False
    before, after = text[index - 1], text[index + 1]
    if _in_joining_script(before) and _in_joining_script(after):
        return True
    return text[index] == "\u200d" and (_is_emoji(before) or before == _EMOJI_VARIATION) and _is_emoji(after)


def _in_joining_script(char: str) -> bool:
    code = ord(char)
    return any(low <= code <= high for low, high in _JOINING_SCRIPTS)


def _is_emoji(char: str) -> bool:
    code = ord(char)
    return 0x1F000 <= code <= 0x1FAFF or 0x2190 <= code <= 0x2BFF or char in "#*0123456789©®‼⁉™"


def _named(char: str) -> str:
    return f"\u2039U+{ord(char):04X}\u203a"
