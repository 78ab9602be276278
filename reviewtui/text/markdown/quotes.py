"""A quote found in a text: by its characters, or as a reader sees it, where marks stand between its words."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from reviewtui.text.markdown.block import HIDDEN
from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.folded_text import NOTE, FoldedText, folded_text
from reviewtui.text.markdown.inline_run import Enclosure
from reviewtui.text.markdown.seen_text import SeenText, seen_text
from reviewtui.text.span import Span

LONGEST = 4_000
"""Characters of the longest quote that is looked for."""
_TOKEN = re.compile(r"\w+|\.{3}|[^\w\s]|\s+")
_SOFT = "\u00ad\u200b"
"""Characters that nobody sees: a soft hyphen, a place where a word may be broken."""
_BETWEEN = rf"(?:\[\^[^\]\s]+\]|[*_`\[\]{_SOFT}])*+"
"""What may stand between two words or signs of a quote and is not typed: marks, a footnote's mark."""
_SIGNS = {
    sign: f"[{alike}]"
    for alike in (
        "'\u2018\u2019\u201b\u2032",
        '"\u201c\u201d\u201e\u201f\u2033',
        "-\u2010\u2011\u2012\u2013\u2014\u2212",
    )
    for sign in alike
}
"""Signs that people type one for another: straight and curly quotes, dashes."""
_ELLIPSIS = r"(?:\.{3}|\u2026)"
_ALIKE = 60.0
"""Words that are alike by so much, of 100, are shown for a quote that is not found."""
_MARKS = frozenset("*_`[]")
_RAISED = "\u00b9\u00b2\u00b3\u2070\u2074-\u2079"
_RAISED_NUMBER = re.compile(rf"\d[{_RAISED}\u00bc-\u00be\u2150-\u215e]")
_INSIDE_WORD = re.compile(r"(?<=[^\W_])[^\W_]|(?<=\S)[\u0300-\u036f]")
_NOTE_SEEN = re.compile(
    rf"((?<=\S)[{_RAISED}]+|\s?\[\^?\w{{1,3}}\]|(?<=[^\W\d_])\(\d{{1,2}}\)|(?<=[^\W\d_]{{2}})\d{{1,2}}(?!\w)"
    r"|(?<=[^\W\d_]{2}[.,;:!?])\d{1,2}(?!\w)"
    r"|(?<=\w)[\u2020\u2021\u00a7]+)"
)
"""How the mark of a footnote looks where a page or a printout shows it, and how people type it."""
_BULLETS = (
    "\u2022\u00b7\u25e6\u25aa\u25ab\u2023\u2043\u25cf\u25cb\u25a0\u25a1\u2219\u2610\u2611\u2612\u2713\u2714\u2013"
)
_LINE_BEGINS = re.compile(
    rf"^[ \t]*(?:(?:[-*+>{_BULLETS}]|\(?\d{{1,3}}[.)]|\[[ xX]\]|[{_RAISED}]+)[ \t\u00a0]+)+", re.MULTILINE
)
_INNER_BULLET = re.compile(rf"(?<=\s)[{_BULLETS[:-1]}]\s+")
_INNER_NUMBER = re.compile(r"(?<=\s)\d{1,3}[.)]\s+")
_LEFT_OUT = re.compile(r"\s*(?:[\[(]\s*(?:\u2026|\.{3})\s*[\])]|\u2026|\.{3})\s*")
_OMITTED = 1_000
"""Characters that three dots in a quote may leave out."""


def quote_spans(text: str, quote: str, start: int, end: int) -> list[Span]:
    """Return where `quote` stands in text[start:end], as spans of `text`.

    Character by character first, then with any white space between its words, then in whichever Unicode normal form,
    and at each other place where a reader sees the same, with Markdown's marks left out; only where it is nowhere like
    that, in other letters. The settings above a text and what a comment hides are meant only where the quote stands
    nowhere else.
    """
    inside = text[start:end]
    for form in (quote, unicodedata.normalize("NFC", quote), unicodedata.normalize("NFD", quote)):
        hits = [(start + first, start + last) for first, last in _apart(occurrences(inside, form))]
        hits = _seen_first(text, hits)
        if hits:
            pattern = _pattern(quote)
            others = _seen_alike(text, pattern, (start, end)) if pattern else []
            return sorted((*hits, *_beside(hits, others)))
    return seen_spans(text, quote, start, end)


def _beside(hits: list[Span], others: Iterable[Span]) -> Iterator[Span]:
    """Yield those of `others` that overlap none of `hits`, which rise and lie apart."""
    for other in others:
        after = bisect_left(hits, other[1], key=lambda hit: hit[0])
        if not after or hits[after - 1][1] <= other[0]:
            yield other


@lru_cache(maxsize=4)
def _seen_between(source: str, start: int, end: int) -> SeenText:
    """Return what is seen of a text; many quotes are looked for in one."""
    return seen_text(document_of(source), start, end)


def _seen_alike(source: str, pattern: str, within: Span, flags: int = 0) -> list[Span]:
    """Return where a reader sees what `pattern` says, whatever marks and white space stand between its words.

    In other letter case it does not begin or end inside of a word.
    """
    seen, document = _seen_between(source, *within), document_of(source)
    places = (match.span() for match in re.finditer(pattern, seen.text, flags))
    kept = (place for place in places if not flags or _is_whole(seen.text, place))
    return [whole_marks(seen.span(*place), document.enclosures) for place in kept]


def _seen_first(text: str, hits: list[Span]) -> list[Span]:
    """Return those of `hits` that a reader sees, else those in comments and in the settings above a text."""
    if len(hits) < 2:
        return hits
    document = document_of(text)
    seen = [hit for hit in hits if (block := document.block_at(hit[0])) is None or block.kind not in HIDDEN]
    return seen or hits


def _apart(hits: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for hit in hits:
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept


def occurrences(text: str, exact: str) -> list[Span]:
    """Return every place of `exact`, first character by character, else with any white space between its words."""
    hits = _equal(text, exact)
    words = exact.split()
    if not hits and words:
        pattern = r"\s+".join(map(re.escape, words))
        hits = [match.span() for match in re.finditer(pattern, text)]
    return hits


def _equal(text: str, words: str) -> list[Span]:
    """Return every place of `words`, character by character, though they share characters."""
    hits: list[Span] = []
    at = text.find(words)
    while at >= 0:
        hits.append((at, at + len(words)))
        at = text.find(words, at + 1)
    return hits


def seen_spans(source: str, quote: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Return the spans of `source` (code points) between `start` and `end` that a reader sees as `quote`.

    White space is any white space; marks of emphasis, code and links in the quote itself do not count, and signs that
    are typed one for another are one. Case counts, unless nothing fits otherwise, and so do the marks of items, of
    footnotes and three dots for what is left out. A span that takes in all words of a link or of emphasis and goes on
    beside them takes the marks along, so that a replacement leaves no half of them.
    """
    pattern = _pattern(quote)
    if not pattern:
        return []
    within = start, len(source) if end is None else end
    for flags in (0, re.IGNORECASE):
        if spans := _seen_alike(source, pattern, within, flags):
            return spans
    enclosures = document_of(source).enclosures
    return [whole_marks(span, enclosures) for span in _loosely_seen(_seen_between(source, *within), quote)]


def _pattern(quote: str) -> str:
    """Return the pattern for a quote that is short enough to be looked for, else nothing."""
    return typed_pattern(quote) if len(quote) <= LONGEST else ""


def typed_pattern(quote: str) -> str:
    """Return the pattern for what a person typed; empty where that is marks alone."""
    typed = quote.strip().translate(dict.fromkeys(map(ord, _SOFT)))
    return _BETWEEN.join(_looked_for(token) for token in _TOKEN.findall(typed) if token not in _MARKS)


def _looked_for(token: str) -> str:
    """Return the pattern for a word, a sign or white space of a quote."""
    if token.isspace():
        return r"\s+"
    if token in {"...", "\u2026"}:
        return _ELLIPSIS
    return _SIGNS.get(token) or f"[{_SOFT}]*+".join(map(re.escape, token))


def _loosely_seen(seen: SeenText, quote: str) -> list[Span]:
    """Return where a quote is seen with all signs in one form and without what lists and pages show beside it."""
    for form in _forms(quote):
        for cased in (True, False):
            folded = folded_text(seen.text, cased=cased)
            spans = _found(folded, form) or _found_with_gaps(folded, [each for each in _LEFT_OUT.split(form) if each])
            places = [folded.span(*span) for span in spans]
            places = places if cased else [each for each in places if _is_whole(seen.text, each)]
            if found := [each for each in places if not _is_other_number(seen.text, each, quote)]:
                return [seen.span(*each) for each in found]
    return []


def _is_whole(seen: str, span: Span) -> bool:
    """Say whether words do not begin or end inside of another word; an underscore divides words."""
    return not any(_INSIDE_WORD.match(seen, at) for at in span)


def _is_other_number(seen: str, span: Span, quote: str) -> bool:
    """Say whether a number is seen with a raised or broken digit (10², 1½) that was not typed: 102 is another one.

    Of a broken one "1 1/2" is.
    """
    typed = folded_text(quote, cased=True).text
    numbers = set(_RAISED_NUMBER.findall(seen, max(0, span[0] - 1), span[1] + 1))
    forms = (folded_text(number, cased=True).text for number in numbers if number not in quote)
    return any(form.isdigit() or form not in typed for form in forms)


def _found(folded: FoldedText, words: str) -> list[Span]:
    """Return where words stand in a folded text."""
    if NOTE not in folded.text and not _NOTE_SEEN.search(words):
        form = folded_text(words, cased=folded.cased).text
        return _apart(_equal(folded.text, form)) if any(map(str.isalnum, form)) else []
    pattern = _folded_pattern(words, cased=folded.cased)
    return [match.span() for match in re.finditer(pattern, folded.text)] if pattern else []


def _found_with_gaps(folded: FoldedText, parts: Sequence[str]) -> list[Span]:
    """Return where a quote stands of which dots leave something out; each part must stand there once, in this order."""
    places = [_found(folded, part) for part in parts]
    if len(parts) == 1:
        return places[0]
    if not parts or any(len(each) != 1 for each in places):
        return []
    spans = [each[0] for each in places]
    in_order = all(here[1] <= there[0] <= here[1] + _OMITTED for here, there in pairwise(spans))
    return [(spans[0][0], spans[-1][1])] if in_order else []


def _forms(quote: str) -> Iterator[str]:
    """Yield a quote as typed, then without the marks of items, each form once."""
    form = quote.strip()
    bare = _LINE_BEGINS.sub("", form)
    plain = _INNER_BULLET.sub("", bare)
    yield from dict.fromkeys(each for each in (form, bare, plain, _INNER_NUMBER.sub("", plain)) if each.strip())


def _folded_pattern(quote: str, *, cased: bool) -> str:
    """Return the pattern for a quote in a folded text; empty where it has no letter.

    What may be the mark of a footnote is one, or stands there as typed.
    """
    pieces: list[str] = []
    for number, piece in enumerate(_NOTE_SEEN.split(quote)):
        tokens = [re.escape(token) for token in _TOKEN.findall(folded_text(piece, cased=cased).text)]
        if number % 2:
            pieces.append(f"(?:{NOTE}+|{''.join(tokens)})")
        else:
            pieces += tokens
    return f"{NOTE}*".join(pieces) if any(map(str.isalnum, quote)) else ""


def nearest_words(source: str, quote: str, start: int, end: int) -> tuple[str, int] | None:
    """Return the seen words most like a quote that stands nowhere, and the first letter of the quote that differs.

    None where nothing is much like it.
    """
    seen = " ".join(seen_text(document_of(source), start, end).text.split())
    typed = " ".join(quote[:LONGEST].split())
    there, wanted = folded_text(seen, cased=False), folded_text(typed, cased=False)
    place = fuzz.partial_ratio_alignment(wanted.text, there.text, score_cutoff=_ALIKE) if wanted.text else None
    if place is None or place.dest_start >= place.dest_end:
        return None
    first, last = there.span(place.dest_start, place.dest_end)
    low, high = seen.rfind(" ", 0, first + 1) + 1, seen.find(" ", max(last - 1, 0))
    words = seen[low : high if high >= 0 else len(seen)]
    found = folded_text(words, cased=False).text
    same = zip(wanted.text, found, strict=False)
    differs = next((at for at, (one, other) in enumerate(same) if one != other), min(len(wanted.text), len(found)))
    return words, wanted.starts[differs] if differs < len(wanted.starts) else len(typed)


def whole_marks(span: Span, enclosures: Iterable[Enclosure]) -> Span:
    """Return `span` with the marks of what it takes in wholly, where it goes beyond them on one side."""
    start, end = span
    for enclosure in enclosures:
        inside = enclosure.start < start and end < enclosure.end
        if (
            start <= enclosure.inner_start
            and enclosure.inner_end <= end
            and not inside
            and enclosure.inner_start < enclosure.inner_end
        ):
            start, end = min(start, enclosure.start), max(end, enclosure.end)
    return start, end
