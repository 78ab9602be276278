"""What a passage says to its reader, as words: without marks, link targets and what is struck out or hidden."""

import html
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from reviewtui.text.markdown.front_matter import front_matter_end

_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|~~(?=\S).*?(?<=\S)~~|<(?P<strike>s|del|strike)>.*?(?:</(?P=strike)>|\Z)"
    r"|<(?P<tag>\w+)\b[^<>]*(?:display:\s*none|visibility:\s*hidden|\bhidden\b)[^<>]*>.*?(?:</(?P=tag)>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_LINK = re.compile(r"!?\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*<?([^\s()<>]*(?:\([^()]*\)[^\s()<>]*)*)>?[^()]*\)")
_REFERENCE = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]\[[^\[\]]*\]")
_NOTE = re.compile(r"\[\^[^\]\s]+\](?!:)")
_DEFINITION = re.compile(r"^[ ]{0,3}\[[^\]^\n][^\]\n]*\]:[ \t]*\S+[^\n]*$", re.MULTILINE)
_TASK = re.compile(r"^([ \t]*(?:[-*+]|\d{1,3}[.)]))[ \t]+\[([ xX])\][ \t]+", re.MULTILINE)
_SUFFIX = re.compile(r"\.(?:md|markdown|html?|php|aspx?)\Z")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_AUTOLINK = re.compile(r"<((?:https?|mailto|tel):[^<>\s]+|[\w.+-]+@[\w.-]+)>")
_LINE_MARKS = re.compile(
    r"^[ \t]*(?:>[ \t]?)*"
    r"(?:(?:[-*+•]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivx]{1,5})[.):])(?:[ \t]+|\Z)"
    r"|\d{1,3}(?:\.\d{1,3})+[ \t]+(?=[*_]*[A-Z])"
    r"|\u00a7[ \t]*\d{1,3}[a-z]?[ \t]+|\#{1,6}[ \t]+(?:\d{1,3}(?:\.\d{1,3})*[.):]?[ \t]+)?)+",
    re.MULTILINE,
)
BLOCK_START = "\u2029"
"""Stands in a passage as seen where a paragraph, an item or a heading begins."""
_OWN_NUMBER = re.compile(
    r"^([ \t]*(?:\#{1,6}[ \t]+)?(?:section|part|chapter|table|figure|appendix|annex|schedule|article))[ \t]+"
    r"(?:\d{1,3}(?:\.\d{1,3})*|[A-Z]|[IVX]{1,5})(?=[ \t]*[:.\u2013\u2014-](?:\s|\Z))",
    re.MULTILINE | re.IGNORECASE,
)
"""The number of a heading or a caption itself; where another text names it, it is a reference."""
_BLANK = re.compile(r"\n[ \t>]*(?=\n)")
_EMPHASIS = re.compile(r"[*`|]+|(?<!\w)_+|_+(?!\w)|\\(?=[^\w\s])")
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201b": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "})
_WORD = re.compile(
    r"""(?P<contact>(?:https?://|www\.|mailto:|tel:)[^\s<>"\ue000\ue001]*[^\s<>".,;:!?)\]'\ue000\ue001]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    |(?P<figure>[£$€]?\d(?:[\d,.:/]*\d)?%?[^\W_]*)
    |(?P<word>[^\W_]+(?:[''&-][^\W_]+)*)
    |(?P<stop>[.!?:;…\u2029])
    |(?P<comma>,)
    |(?P<target>\ue000[^\ue001]*\ue001)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it stands: `kind` is word, figure or contact.

    It is the `first` of its sentence or block, stands behind a `comma`, or ends a question (`asks`). `leads` is where
    a link ends on it leads to, without what can move: the folders of a file, the form of an address.
    """

    text: str
    kind: str
    first: bool
    comma: bool = False
    asks: bool = False
    leads: str = ""


@lru_cache(maxsize=8192)
def said_words(passage: str) -> tuple[Word, ...]:
    """Return the words that a reader of a Markdown passage sees, in their order."""
    words: list[Word] = []
    first, comma = True, False
    for match in _WORD.finditer(seen_passage(passage)):
        kind = match.lastgroup or ""
        if kind == "stop":
            first = True
            if match[0] == "?" and words:
                words[-1] = replace(words[-1], asks=True)
        elif kind == "comma":
            comma = True
        elif kind == "target":
            words[-1:] = [replace(word, leads=_end_of(match[0])) for word in words[-1:]]
        else:
            words.append(Word(match[0], kind, first, comma))
            first = comma = False
    return tuple(words)


def seen_passage(passage: str) -> str:
    """Return a passage without its marks; the address of a link to a mailbox or a telephone stays behind its words."""
    text = passage[front_matter_end(passage) :]
    text = _HIDDEN.sub(" ", text)
    text = _AUTOLINK.sub(r"\1", text)
    text = _NOTE.sub("", _DEFINITION.sub("", text))
    text = _LINK.sub(_link, text)
    text = _TASK.sub(
        lambda match: f"{match[1]} {'undone' if match[2] == ' ' else 'done'} ", _REFERENCE.sub(r"\1", text)
    )
    # A paragraph, an item and a heading begin anew, as a sentence does.
    text = _BLANK.sub(BLOCK_START, _LINE_MARKS.sub(_begin, _OWN_NUMBER.sub(r"\1", _TAG.sub(" ", text))))
    text = html.unescape(_EMPHASIS.sub("", text)).translate(_QUOTES)
    return unicodedata.normalize("NFC", text.translate(_INVISIBLE))


def _link(match: "re.Match[str]") -> str:
    target = match[2]
    if target.startswith(("mailto:", "tel:")):
        return f"{match[1]} {target}"
    return f"{match[1]}\ue000{target}\ue001"


def _task(match: "re.Match[str]") -> str:
    return f"{match[1]} {'undone' if match[2] == ' ' else 'done'} "


def _end_of(marked: str) -> str:
    """Return the last part of an address, lower case: a page that moved as a whole still is the same page."""
    path, _, place = marked.strip("\ue000\ue001").lower().partition("#")
    name = path.rstrip("/").rpartition("/")[2]
    return f"{_SUFFIX.sub('', name)}#{place}"


def _begin(match: "re.Match[str]") -> str:
    return BLOCK_START if match[0].strip() else ""
