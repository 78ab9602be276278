"""The words of a passage with the sign that stands behind each: what a comma or a colon parts is read from it."""

import re
from itertools import pairwise
from typing import NamedTuple

from reviewtui.text.markdown.said_passage import BLOCK_START, TARGET
from reviewtui.text.meaning.wording.visible_words import seen_passage

_WORD = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?\u2026](?=[\s\"'\u201d\u2019)*_]|\Z)")
_OWNED = re.compile(r"['\u2019](?=\s)")
"""Behind an s: something of theirs, not one more of them."""
_BLOCK_END = f"{BLOCK_START}\n"
"""Two sentences that were taken out of one block have no line end between them."""
_CLOSING = re.compile(r"[\"\u201d\u2018]")
_DASH = re.compile(r"(?:\s|\A)[-\u2013\u2014]+(?=\s)|\u2014|\A\u2013\Z")
_HALF_LINK = re.compile(r"\[([^\[\]]*)\](?:(?=\s*\((?:https?:|mailto:|[\w./#-]+\)))|\[\]|\(\s*\))")
"""A link that a space or a line end before its address broke, or one whose target is named by its words."""
_BRACKETS = (("(", re.compile(r"[(\[]")), (")", re.compile(r"[)\]]")))
_MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
_DAYS = "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
RANGED = re.compile(rf"{_MONTHS}|nov(?:ember)?|dec(?:ember)?|{_DAYS}|[a-z]|[ivx]+|\d[\d.:]*(?:st|nd|rd|th|am|pm)?")
"""What a dash between two makes a range of, and a comma does not: days, months, letters, numbers."""
_RANGE_HYPHEN = re.compile(rf"\b({RANGED.pattern})-(?=(?:{RANGED.pattern})\b(?!-))", re.IGNORECASE)


class SignedWord(NamedTuple):
    """A word, lower case, with the sign behind it: ".", ":", ";", ",", "-", "(", "'" or nothing.

    `ends` says that its block ends there, `lower` that the next word begins with no capital letter.
    """

    word: str
    sign: str
    ends: bool
    lower: bool


def signed_words(passage: str) -> list[SignedWord]:
    """Return the words of a passage as it is said, in their order."""
    passage = seen_passage(passage)
    if "[" in passage or not passage.isascii():
        passage = _HALF_LINK.sub(r"\1", TARGET.sub("", passage))
    if "-" in passage:
        passage = _RANGE_HYPHEN.sub("\\1\u2013", passage)
    signs: list[SignedWord] = []
    places = [match.span() for match in _WORD.finditer(passage)]
    for (start, stop), (end, _) in pairwise([*places, (len(passage), 0)]):
        word, between = passage[start:stop].lower().replace("\u2019", "'"), passage[stop:end]
        lower = passage[end : end + 1].islower()
        if between == " ":
            signs.append(SignedWord(word, "", ends=False, lower=lower))
        else:
            sign = _strongest(passage[start:stop], between)
            signs.append(SignedWord(word, sign, _BLOCK_END in between, lower))
    return signs


def _strongest(word: str, between: str) -> str:
    if not between:
        return ""
    if _SENTENCE_END.search(between):
        return "."
    for sign in ":;,":
        if sign in between:
            return sign
    for sign, bracket in _BRACKETS:
        if bracket.search(between):
            return sign
    if _DASH.search(between):
        return "-"
    return "'" if word.endswith("s") and _OWNED.match(between) and not _CLOSING.search(between) else ""
