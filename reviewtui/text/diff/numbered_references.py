"""Numbers of items that say something: references that mean another item ("skip step 2"), lists in order."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from reviewtui.text.diff.kept_words import KeptWordsChange, kept_places
from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.section_context import section_context_of
from reviewtui.text.span import Span

RANKS = re.compile(
    r"\b(?:orders?|rank\w*|priorit\w*|precedence|sequence|hierarchy|first|last|highest|lowest|in turn)\b", re.IGNORECASE
)
"""Words over a list by which the order of its items says something."""
_POINTS = re.compile(
    r"\b(?:steps?|points?|items?|rules?|stages?|numbers?|nos?\.|paragraphs?|bullets?|lines?|clauses?|conditions?"
    r"|sections?|parts?|chapters?|articles?)"
    r"\s+\(?(?P<first>\d{1,3})\b(?:\s*(?:-|\u2013|,|and|or|to)\s*(?P<last>\d{1,3})\b)?"
    r"|\b(?:points?|items?|rules?|paragraphs?|clauses?|conditions?|sub-?paragraphs?)\s+\(?(?P<letter>[a-z])(?:\)|\b(?!\w))"
    r"|\b(?:see|under|in|to|by|of|with)\s+\(?(?P<alone>[a-z]|\d{1,3})\)"
    r"|\b(?P<order>first|second|third|fourth|fifth|last)\s+(?:steps?|points?|items?|rules?|stages?|bullets?)\b",
    re.IGNORECASE,
)
_MAY_BE_NUMBERED = re.compile(r"\n[ \t>*+-]*(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|#+[ \t]+(?:[A-Za-z]+[ \t]+)?\d)")
"""Behind the end of a line: without one of these no item and no heading has a number."""
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_NUMBER = re.compile(r"(\d{1,3})[.)]")
_LETTERED = re.compile(r"(?:\(?([a-z])[.)]|\((\d{1,3})\))\s+")
"""How a paragraph or an item begins that has a letter, or a number in brackets."""
_LETTERS = -1000
"""The number of a letter is so much less than that of its character, as no item's is."""
_NUMBERED = re.compile(r"(?:(?:section|part|chapter|article)\s+)?(\d{1,3})[.):]?\s+", re.IGNORECASE)
"""How a heading begins that has a number."""
_NUMBERED_LINE = re.compile(r"\n[ \t>]*\d{1,9}[.)][ \t]")
"""The end of a line behind which a numbered item stands."""
_DIGIT = re.compile(r"\d")
_ALIKE = 60
"""From here on two items are one that was reworded, which is told by its own words."""


def reference_changes(old: str, new: str, hunks: Iterable[tuple[Span, Span]]) -> Iterator[KeptWordsChange]:
    """Yield the references that stand on both sides and mean another item on each; all are doubts."""
    hunks = list(hunks)
    if not hunks or not any(_MAY_BE_NUMBERED.search(f"\n{text}") for text in (old, new)):
        return
    references = list(_POINTS.finditer(old))
    if not references:
        return
    before, after = _items(old), _items(new)
    others = {number for number in {*before, *after} if _differ(before.get(number, []), after.get(number, []))}
    places = kept_places(old, new, hunks, (match.start() for match in references))
    for match in references:
        start = places.get(match.start())
        again = _POINTS.match(new, start) if start is not None else None
        kept = again is not None and again[0].split() == match[0].split()
        if again and kept and not others.isdisjoint(_numbers(match)):
            yield KeptWordsChange(match.span(), again.span(), f"“{match[0]}” is another one than before", alarm=False)


def _numbers(match: "re.Match[str]") -> list[int]:
    if match["alone"] and match["alone"].isdigit():
        return [int(match["alone"])]
    if letter := match["letter"] or match["alone"]:
        return [_LETTERS - ord(letter.lower())]
    if match["order"]:
        return [_ORDER[match["order"].casefold()]]
    first = int(match["first"])
    last = int(match["last"] or first)
    return list(range(first, last + 1)) if last - first < 100 else [first, last]  # no list is longer


def _items(text: str) -> dict[int, list[str]]:
    """Return what numbered items and headings say by their number as a reader sees it; the last item is -1 as well."""
    items: dict[int, list[str]] = defaultdict(list)
    last: dict[int, tuple[int, str]] = {}
    for block in document_of(text).blocks:
        if block.kind == "blank":
            continue
        if block.kind == "heading" and (heading := _NUMBERED.match(text, *block.text)):
            items[int(heading[1])].append(text[heading.end() : block.text[1]])
        if lettered := _LETTERED.match(text, *block.text):
            own = _LETTERS - ord(lettered[1]) if lettered[1] else int(lettered[2])
            items[own].append(" ".join(text[lettered.end() : block.text[1]].split()))
        depth = block.within.count("item")
        for ended in [each for each in last if each > depth]:
            items[-1].append(last.pop(ended)[1])
        number = _NUMBER.fullmatch(text[slice(*block.markers[-1])].strip()) if depth and block.markers else None
        if number:
            words = " ".join(text[slice(*block.text)].split())
            last[depth] = (last[depth][0] + 1 if depth in last else int(number[1]), words)
            items[last[depth][0]].append(words)
    items[-1] += [words for _, words in last.values()]
    return items


def _differ(here: list[str], there: list[str]) -> bool:
    """Say whether an item of a number has none that is like it on the other side."""
    return _lacks_like(here, there) or _lacks_like(there, here)


def _lacks_like(those: list[str], others: list[str]) -> bool:
    return any(all(fuzz.ratio(words, other) < _ALIKE for other in others) for words in {*those} - {*others})


def ranking_changes(old: str, new: str, hunks: Sequence[tuple[Span, Span]]) -> Iterator[KeptWordsChange]:
    """Yield the first item of each list that ranks and has numbers on one side only; all are doubts."""
    if len(_NUMBERED_LINE.findall(f"\n{old}")) == len(_NUMBERED_LINE.findall(f"\n{new}")) or not RANKS.search(old):
        return
    before, after = _first_items(old), _first_items(new)
    places = kept_places(old, new, hunks, before)
    for start, (end, numbered) in before.items():
        again = after.get(places.get(start, -1))
        if again is None or again[1] == numbered:
            continue
        if match := RANKS.search(section_context_of(old, start).lead):
            reason = f"its numbers {'are gone' if numbered else 'are new'}, and its order counts, by “{match[0]}”"
            yield KeptWordsChange((start, end), (places[start], again[0]), reason, alarm=False)


def _first_items(text: str) -> dict[int, tuple[int, bool]]:
    """Return where the words of items begin, where they end, and whether a number stands before them."""
    return {
        block.text[0]: (block.text[1], _DIGIT.search(text, *block.markers[-1]) is not None)
        for block in document_of(text).blocks
        if block.markers and block.within and block.within[-1] == "item"
    }
