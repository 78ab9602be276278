"""What a passage says to its reader, as words: without marks, link targets and what is struck out or hidden."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from operator import itemgetter
from typing import NamedTuple

from reviewtui.text.markdown.said_passage import (
    APART,
    APART_END,
    BLOCK_START,
    CODE,
    HEADING,
    LISTING,
    SIGNED,
    TARGET,
    as_said,
    at_line_starts,
    with_signs,
    without_prose_signs,
)
from reviewtui.text.words.memo import Memo

_SUFFIX = re.compile(r"\.(?:md|markdown|html?|php|aspx?)\Z")
_HALF_LINK = re.compile("\ue013([^\ue013\ue014]+)\ue014\ue013([^\\s\ue013\ue014]*[./][^\\s\ue013\ue014]*)\ue014")
"""An address between the brackets in which a link has its label: [the guide][guide.pdf]."""
_OWNING_LINK = re.compile("(\ue000[^\ue001]*\ue001)(['\u2019]s|s['\u2019]?)\\b")
"""A link of which the last word goes on behind it: "[the code](code.md)'s"."""
_SITE = re.compile(r"(?:https?:)?//(?:www\.)?([^/?#]*)")
_INDEX = frozenset({"index", "readme", "default", "home"})
_BRANCH = re.compile(r"/(?:-/)?(?:blob|tree|raw|edit)/(?:master|main|head)(?=/|\Z)")
"""Where the address of a file in a repository names the branch that is the newest text."""
BULLETS = "\u00b7\u2022\u2023\u2043\u25a0\u25a1\u25aa\u25ab\u25cb\u25cf\u25e6\u2013\u2014"
"""What writers put before the items of a list, besides the marks that the grammar knows."""
_LINE_MARKS = re.compile(
    r"^[ \t]*(?:>[ \t]?)*"
    rf"(?:(?:[-*+{BULLETS}]|\(?(?:\d{{1,3}}(?:\.\d{{1,3}})*|[a-zA-Z]|[ivx]{{1,5}})[.):])(?:[ \t]+|\Z)"
    r"|\d{1,3}(?:\.\d{1,3})+[ \t]+(?=[*_]*[A-Z])"
    r"|\u00a7[ \t]*\d{1,3}[a-z]?[ \t]+|" + HEADING + r"(?:\d{1,3}(?:\.\d{1,3})*[.):]?(?:[ \t]+|(?=\u2029)|\Z))?)+",
    re.MULTILINE,
)
_OWN_NUMBER = re.compile(
    rf"^([ \t]*{HEADING}?(?:section|part|chapter|table|figure|appendix|annex|exhibit|schedule|article))[ \t]+"
    r"(?:\d{1,3}(?:\.\d{1,3})*|[A-Z]|[IVX]{1,5})(?=[ \t]*[:.\u2013\u2014-](?:\s|\Z))",
    re.MULTILINE | re.IGNORECASE,
)
"""The number of a heading or a caption itself; where another text names it, it is a reference."""
_AS_TYPED = dict.fromkeys(map(chr, [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF]), "") | {
    "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " "
}  # fmt: skip
"""Quotation marks and spaces as a keyboard has them, and nothing for what nobody sees."""
_TYPED = re.compile(f"[{''.join(_AS_TYPED)}]")
_CONTACT = r"""
    (?P<contact>(?:https?://|www\.|mailto:|tel:)[^\s<>"\ue000\ue001]*[^\s<>".,;:!?)\]'\ue000\ue001]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|
"""
_IN_CONTACTS = ("://", "@", "www.", "mailto:", "tel:")
_OTHER_WORD = r"""
    (?P<word>(?<!\w)[A-Z](?:\+{1,2}|[#*]|[-\u2013\u2212](?=[\s.,;)]|\Z))(?!\w)|[^\W\d_][^\W_]*(?:[''&-][^\W_]+)*)
    |(?P<figure>(?:(?<!\w)[~\u2248\u00b1<>\u2264\u2265+\u2212-])?[£$€]?\d(?:[\d,.:/]*\d)?(?:[ ]?%)?[^\W_]*)
    |(?P<prime>(?<=\d)['"](?!\w))
    |(?P<note>(?<=[\w.,;:!?)])\*+)
    |(?P<symbol>[$%&+/<=>|\u00a2-\u00a9\u00ac\u00ae\u00b0\u00b1\u00b6\u00d7\u00f7\u2020\u2021\u2030-\u2037\u2044\u20a0-\u2bff]|[\u3012\u3020\U0001f000-\U0001faff])
    |(?P<stop>[.!?:;…\u2029])
    |(?P<comma>,|\(|(?<=\s)[-\u2013\u2014](?=\s)|\u2014)
    |(?P<target>\ue000[^\ue001]*\ue001)
"""
_DASH = r"[-\u2013\u2014]"
# What stands between two words is passed over at once, since nothing that is looked for begins with a space.
_WORD = re.compile(rf"[ ]*+(?:{_OTHER_WORD})", re.VERBOSE)
_WORD_OR_CONTACT = re.compile(rf"[ ]*+(?:{_CONTACT}{_OTHER_WORD})", re.VERBOSE)


_KINDS = {"prime": "symbol", "note": "symbol"}
_SET_OFF = {"\ue009": "\u25a3", "\ue00a": "", APART: "\u25b8", APART_END: "\u25c2"}
"""Signs around what is set apart, as words of their own."""
_UNSEEN = re.compile(f"[{BLOCK_START}\ue000-\ue0ff]")
"""Signs that stand in a passage beside what a reader sees."""
_SET_OFF_SIGN = re.compile(f"[{''.join(_SET_OFF)}]")
_SHOWN = {"\u25a3": "a picture of", "\u25b8": "set apart", "\u25c2": "no longer set apart"}


class Word(NamedTuple):
    """One word as it stands: `kind` is word, figure, symbol or contact.

    It is the `first` of its sentence or block, stands behind a `comma`, or ends a question (`asks`). `leads` is where
    a link ends on it leads to, without what can move: the folders of a file, the form of an address.
    """

    text: str
    kind: str
    first: bool
    comma: bool = False
    asks: bool = False
    leads: str = ""

    @property
    def low(self) -> str:
        """The word in lower case, but for the letter A ("category A")."""
        return self.text if self.text == "A" and not self.first else self.text.casefold()


_AS_WORD = partial(tuple.__new__, Word)
"""Makes a word of all its fields without a call of Python's."""
_APART_ONLY = re.compile(rf"\d(?:['\"]| %)|\ue000|\A{_DASH}|{_DASH}\Z")
"""Where one of these stands the words of a passage cannot be read run by run."""


class _Run(NamedTuple):
    """The words between two spaces, and what they make of the next one: `first` of a sentence, behind a `comma`.

    A question may end before the first of them.
    """

    words: tuple[Word, ...]
    first: bool
    comma: bool
    asks_before: bool


@lru_cache(maxsize=8192)
def visible_words(passage: str) -> tuple[Word, ...]:
    """Return the words that a reader of a Markdown passage sees, in their order."""
    seen = seen_passage(passage)
    if any(map(seen.__contains__, _IN_CONTACTS)):
        runs: Iterable[_Run] = [_read(seen, _WORD_OR_CONTACT)]
    elif _APART_ONLY.search(seen):
        runs = [_read(seen, _WORD)]
    else:
        runs = map(_RUNS.__getitem__, seen.split(" "))
    words: list[Word] = []
    first, comma = True, False
    for own, begins, behind_comma, asks_before in runs:
        if asks_before and words:
            words[-1] = words[-1]._replace(asks=True)
        if not own:
            first, comma = first or begins, comma or behind_comma
            continue
        if first or comma:
            text, kind, is_first, has_comma, *more = own[0]
            words.append(_AS_WORD((text, kind, first or is_first, comma or has_comma, *more)))
            words += own[1:]
        else:
            words += own
        first, comma = begins, behind_comma
    return tuple(words)


def _read(seen: str, pattern: "re.Pattern[str]") -> _Run:
    words: list[Word] = []
    first = comma = asks_before = False
    for match in pattern.finditer(seen):
        kind = match.lastgroup or ""
        text = match[kind]
        if kind == "word":
            words.append(_AS_WORD((text, kind, first, comma, False, "")))
            first = comma = False
        elif kind == "stop":
            first = True
            if text == "?":
                asks_before = asks_before or not words
                words[-1:] = [word._replace(asks=True) for word in words[-1:]]
        elif kind == "comma":
            comma = True
        elif kind == "prime" and not _is_measure(match):
            continue
        elif kind == "target":
            words[-1:] = [word._replace(leads=end_of_address(text)) for word in words[-1:]]
        else:
            words.append(_AS_WORD((_SHOWN.get(text, text), _KINDS.get(kind, kind), first, comma, False, "")))
            first = comma = False
    return _Run(tuple(words), first, comma, asks_before)


def _read_run(run: str) -> _Run:
    if run.isalpha():
        return _Run((_AS_WORD((run, "word", False, False, False, "")),), first=False, comma=False, asks_before=False)
    return _read(f" {run} ", _WORD)


_RUNS: Memo[str, _Run] = Memo(_read_run)
"""The words of each run of characters without a space that was met."""


def _is_measure(prime: "re.Match[str]") -> bool:
    """Say whether a mark behind a figure says feet, inches or minutes, and is no quotation mark that closes."""
    before, sign = prime.string[: prime.start("prime")], prime["prime"]
    return len(re.findall(rf"{sign}(?!\w)|(?<!\w){sign}", before)) % 2 == 0


@lru_cache(maxsize=8192)
def seen_passage(passage: str) -> str:
    """Return a passage without its marks; the address of a link to a mailbox or a telephone stays behind its words."""
    text = without_prose_signs(as_said(passage))
    if "\ue014\ue013" in text:
        text = _HALF_LINK.sub("\\1\ue000\\2\ue001", text)
    if SIGNED.search(text):
        text = TARGET.sub(_mailbox, _OWNING_LINK.sub(r"\2\1", text)) if "\ue000" in text else text
        text = CODE.sub(r"\1", text) if "\ue002" in text else text
        text = LISTING.sub(r"\1", text) if "\ue006" in text else text
        text = _SET_OFF_SIGN.sub(lambda sign: _SET_OFF[sign[0]], text)
    # A paragraph, an item and a heading begin anew, as a sentence does.
    text = with_signs(at_line_starts(_LINE_MARKS, _begin, at_line_starts(_OWN_NUMBER, itemgetter(1), text)))
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _TYPED.sub(lambda match: _AS_TYPED[match[0]], text))


def as_it_stands(words: str, passage: str) -> str:
    """Return some words of a passage, given with a blank between any two, with the signs that stand between them."""
    if " " not in words:
        return words
    text = TARGET.sub("", seen_passage(passage))
    first, *others = words.split(" ")
    start = text.find(first)
    while start >= 0:
        end = _end_of(text, start + len(first), others)
        if end and not (first[:1].isalnum() and _is_letter(text[start - 1 : start])):
            return " ".join(_UNSEEN.sub(" ", text[start:end]).split())
        start = text.find(first, start + 1)
    return words


def _end_of(text: str, at: int, words: Sequence[str]) -> int:
    """Return where some words end that stand from `at` on with nothing but signs between them, 0 where they do not."""
    for word in words:
        while not text.startswith(word, at):
            if at == len(text) or _is_letter(text[at]):
                return 0
            at += 1
        at += len(word)
    return 0 if words[-1][-1:].isalnum() and _is_letter(text[at : at + 1]) else at


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _mailbox(match: "re.Match[str]") -> str:
    if not match[1].startswith(("mailto:", "tel:")):
        return match[0]
    # A mailbox that stands in the words already is not said twice.
    address = match[1].partition(":")[2]
    return " " if match.string.endswith(address, 0, match.start()) else f" {match[1]} "


def end_of_address(marked: str) -> str:
    """Return the site and the last part of an address, lower case: a page that moved within a site is the same page.

    "index" and the like are named by the folder that they stand in.
    """
    path, _, place = _BRANCH.sub("", marked.strip("\ue000\ue001").lower()).partition("#")
    site = _SITE.match(path)
    names = [_SUFFIX.sub("", name) for name in path[site.end() if site else 0 :].split("/") if name]
    name = next((name for name in reversed(names) if name not in _INDEX), names[-1] if names else "")
    return f"{site[1] if site else ''}|{name}#{place}"


def _begin(match: "re.Match[str]") -> str:
    return BLOCK_START if match[0].strip() else ""
