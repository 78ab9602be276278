"""Items that came or went from under the words that lead to them, while their own words stayed.

"Staff must not: - post" says of posting what "- post" alone does not; the word diff sees a dash less.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from reviewtui.text.diff.kept_words import KeptWordsChange
from reviewtui.text.markdown.section_context import section_context_of
from reviewtui.text.words.sentences import Span

_ITEM = re.compile(r"^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+")
_BINDING = re.compile(
    r"\b(?:do|don.t|not|never|always|no|must|may|can|cannot|shall|should|allow\w*|forb\w*|prohibit\w*|permit\w*|except\w*"
    r"|requir\w*|only|unless|without|all|any|one)\b",
    re.IGNORECASE,
)
"""Words that lead to a list and bind its items."""


def lead_changes(old: str, new: str, hunks: Sequence[tuple[Span, Span]]) -> Iterator[KeptWordsChange]:
    """Yield the words that begin an item on one side only, and stand under other words that bind; all are doubts."""
    at, to = 0, 0
    for gone, come in (*hunks, ((len(old), len(old)), (len(new), len(new)))):
        if old[at : gone[0]] != new[to : come[0]]:
            here, there = (_beginnings(*part) for part in ((old, at, gone[0]), (new, to, come[0])))
            if here.keys() != there.keys():
                parts = (old, at, gone[0]), (new, to, come[0])
                yield from _led_otherwise(*parts, here.keys() ^ there.keys())
        at, to = gone[1], come[1]


def _beginnings(text: str, start: int, end: int) -> dict[int, int]:
    """Return which words of a stretch begin an item, by their number, and where they stand."""
    starts = [match.end() for match in _ITEM.finditer(text, start, end)]
    if not starts:
        return {}
    words = [match.start() for match in _WORD.finditer(text, start, end)]
    first_words = {bisect_left(words, begin): begin for begin in starts}
    return {
        number: words[number]
        for number, begin in first_words.items()
        if number < len(words) and _first_of(text, words[number]) == begin
    }


def _first_of(text: str, place: int) -> int:
    """Return where what stands before a word without white space begins: marks of emphasis, a bracket."""
    while place > 0 and not text[place - 1].isspace():
        place -= 1
    return place


def _led_otherwise(
    old: tuple[str, int, int], new: tuple[str, int, int], numbers: Iterable[int]
) -> Iterator[KeptWordsChange]:
    here, there = ([match.span() for match in _WORD.finditer(*part)] for part in (old, new))
    for number in sorted(numbers):
        if number >= min(len(here), len(there)):
            break
        was, now = section_context_of(old[0], here[number][0]).lead, section_context_of(new[0], there[number][0]).lead
        if _in_one(old[0], here[number][0], now) or _in_one(new[0], there[number][0], was):
            continue
        if was != now and (_BINDING.search(was) or _BINDING.search(now)):
            reason = f"stands under “{now}” now" if now else f"stands no longer under “{was}”"
            yield KeptWordsChange(here[number], there[number], reason, alarm=False)


def _in_one(text: str, place: int, lead: str) -> bool:
    """Say whether what leads to a list on the other side stands before a word in its own paragraph here."""
    words = " ".join(lead.rstrip(": ").split())
    return words != "" and words in " ".join(text[:place].rpartition("\n\n")[2].split())
