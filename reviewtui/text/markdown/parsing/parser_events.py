"""The one door to the parser: the events of a Markdown text, with offsets in code points.

Which extensions are on is decided here: tables, footnotes, strike-through, task lists, alerts and definition lists.
Front matter is not left to the parser, which takes a pair of rules in the middle of a text for it.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, cast

import pyromark

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_DEFINITION_LIST
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_MOST_BROKEN = 100_000
"""References without a definition that are kept of one text; a bound for texts that are nothing but brackets."""
EventAct = Callable[[Any, int, int], None]
"""What is done about an event: its data, where it starts and where it ends."""
_CHUNK = 256
"""Code points between two places of the table: a table of every character costs more than the parsing itself."""


class CodePoints:
    """The code points of a text by their place in its UTF-8 bytes; `base` is added to each."""

    def __init__(self, text: str, base: int = 0) -> None:
        self._text = text.ljust(-(-len(text) // _CHUNK) * _CHUNK)
        self._base = base
        self.plain = text.isascii()
        """Whether every byte is one code point."""
        self._firsts: list[int] = [] if self.plain else _byte_starts(self._text)

    def at(self, byte: int) -> int:
        """Return the code point that begins at `byte`."""
        if self.plain:
            return byte + self._base
        firsts = self._firsts
        index = bisect_right(firsts, byte) - 1
        within, first = byte - firsts[index], index * _CHUNK
        if within and firsts[index + 1] - firsts[index] > _CHUNK:
            within = len(self._text[first : first + _CHUNK].encode()[:within].decode("utf-8", "ignore"))
        return self._base + first + within


@dataclass(frozen=True, slots=True)
class BrokenReference:
    """A link to a label that the text does not define: `[words][label]`, or `[label]` alone (`short`)."""

    start: int
    end: int
    label: str
    short: bool


@dataclass(frozen=True, slots=True)
class Acts:
    """What is done about each kind of event, by its name; other events are passed over."""

    begin: dict[str, EventAct]
    """An element begins; where it ends is known already."""
    end: dict[str, Callable[[], None]]
    """An element ends."""
    inside: dict[str, EventAct]
    """Text, code, a line end, a rule and the like stands here."""


def readable(text: str) -> str:
    """Return `text` with a sign for each surrogate: the parser takes what can be written as UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


class EventStream:
    """The events of a readable text from `start` on, parsed as they are asked for; never fails, whatever the text."""

    def __init__(self, text: str, start: int) -> None:
        self.broken: list[BrokenReference] = []
        """References without a definition, as far as the text has been read."""
        self._body = text[start:]
        points = CodePoints(self._body, start)
        self._at: Callable[[int], int] = start.__add__ if points.plain else points.at

    def run(self, acts: Acts) -> Iterator[None]:
        """Let `acts` see the events in reading order; each step goes to the next end of an element."""
        at = self._at
        events = pyromark.events_with_range(self._body, options=_OPTIONS, broken_link_callback=self._note_broken)
        begin, end, inside = acts.begin, acts.end, acts.inside
        for event, span in cast("Iterator[tuple[Any, Any]]", events):
            name, data = (event, None) if type(event) is str else event.popitem()
            act = inside.get(name)
            if act is None and data is not None:
                tag, data = (data, None) if type(data) is str else data.popitem()
                if name == "End":
                    if tag in end:
                        end[tag]()
                    yield
                    continue
                act = begin.get(tag)
            if act is not None:
                act(data, at(span["start"]), at(span["end"]))

    def _note_broken(self, link: Any) -> None:
        if len(self.broken) < _MOST_BROKEN:
            start, end = self._at(link["span"]["start"]), self._at(link["span"]["end"])
            self.broken.append(BrokenReference(start, end, link["reference"], "Shortcut" in link["link_type"]))


def _byte_starts(text: str) -> list[int]:
    sizes = (len(text[at : at + _CHUNK].encode()) for at in range(0, len(text), _CHUNK))
    return list(accumulate(sizes, initial=0))
