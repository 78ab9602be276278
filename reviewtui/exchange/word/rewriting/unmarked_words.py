"""Plain words in the place of plain words of one run: these mean in Markdown just what they mean in Word.

Nearly every change in Word is one. Any other is tried out, which takes many times as long.
"""

import re

from reviewtui.exchange.word.layout.sent_paragraph import SentRun
from reviewtui.exchange.word.reading.paragraph import Run
from reviewtui.exchange.word.rewriting.edited_span import EditedSpan

LOOKS = frozenset({"bold", "italic", "strike", "code"})
"""How words of Markdown can look."""
_NEW = re.compile(r"(?: ?[A-Za-z0-9](?:[A-Za-z0-9 ,']*[A-Za-z0-9])? ?)?")
_GONE = re.compile(r"[A-Za-z0-9 ,']*")
_BEFORE = re.compile(r"[A-Za-z0-9 ,]")
_BEHIND = re.compile(r"[A-Za-z0-9 ,]|[.;:!?](?=\s|\Z)")
_STOPPED = re.compile(r"\d*[.)]")
_LAST_WORD = re.compile(r"[A-Za-z0-9]+\Z")
_MAY_REFER = re.compile(r"[\[\]<>&`$|]")
"""In a paragraph with such a sign other words may become a link or a tag."""


def unmarked_words(span: EditedSpan, source: str) -> tuple[int, int, str] | None:
    """Return the characters of the file that an edit changes, and into which words; None where that is to be tried."""
    first, low, high = span.first, span.start.at, span.end.at
    within = span.start.index == span.end.index and 0 < low <= high < len(first.text)
    if not within or span.edit.row or first.kind not in {"paragraph", "item"} or _MAY_REFER.search(first.text):
        return None
    runs, new = first.cut(low - 1, high + 1), span.edit.words
    if len(runs) != 1 or not all(piece.run and _looks_alike(piece.run, runs[0]) for piece in span.edit.pieces):
        return None
    (start, end), around = first.source(low - 1, high + 1), first.text[low - 1 : high + 1]
    if source[start:end] != around or not (_NEW.fullmatch(new) and _GONE.fullmatch(around, 1, len(around) - 1)):
        return None
    # A number that comes to stand before a stop may begin an item.
    counts = (around[0] + new)[-1].isdigit() and _STOPPED.match(first.text, high)
    is_certain = _BEFORE.match(around) and _BEHIND.match(first.text, high) and not counts
    if not is_certain:
        return None
    if low < high or not (new[0].isalnum() and around[0].isalnum()) or first.text[high].isalnum():
        return start + 1, end - 1, new
    # Letters at the end of a word are said with the word: by themselves they would be a word of their own.
    word = _LAST_WORD.search(first.text, 0, low)
    begin = first.source(word.start(), low)[0] if word else 0
    known = word is not None and len(first.cut(word.start(), low)) == 1 and source[begin : start + 1] == word[0]
    return (begin, end - 1, word[0] + new) if word is not None and known else None


def _looks_alike(run: Run, sent: SentRun) -> bool:
    return (run.looks & LOOKS, run.link, run.note) == (sent.looks, sent.link, "") and not run.is_hidden
