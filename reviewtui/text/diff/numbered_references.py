"""References to a numbered item ("skip step 2") that mean another item than before, while their own words stayed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from reviewtui.text.diff.kept_words import KeptWordsChange, kept_places
from reviewtui.text.markdown.document import document_of
from reviewtui.text.words.sentences import Span

_POINTS = re.compile(
    r"\b(?:steps?|points?|items?|rules?|stages?|numbers?|nos?\.|paragraphs?|bullets?|lines?|clauses?|conditions?"
    r"|sections?|parts?|chapters?|articles?)"
    r"\s+\(?(?P<first>\d{1,3})\b(?:\s*(?:-|\u2013|,|and|or|to)\s*(?P<last>\d{1,3})\b)?"
    r"|\b(?P<order>first|second|third|fourth|fifth|last)\s+(?:steps?|points?|items?|rules?|stages?|bullets?)\b",
    re.IGNORECASE,
)
_MAY_BE_NUMBERED = re.compile(r"\n[ \t>*+-]*(?:\d{1,3}[.)]|#+[ \t]+(?:[A-Za-z]+[ \t]+)?\d)")
"""Behind the end of a line: without one of these no item and no heading has a number."""
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
_NUMBER = re.compile(r"(\d{1,3})[.)]")
_NUMBERED = re.compile(r"(?:(?:section|part|chapter|article)\s+)?(\d{1,3})[.):]?\s+", re.IGNORECASE)
"""How a heading begins that has a number."""
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
