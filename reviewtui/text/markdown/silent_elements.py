"""Elements of HTML, and marks of templates, that hide or strike what stands in them or set it apart.

They may begin in one block and end in another. Which tags and attributes only show how words look is a positive list;
whatever is not on it may hide words, so what stands in it is set apart: a doubt, where hiding is an alarm.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Literal, NamedTuple

from reviewtui.text.markdown.document import Document
from reviewtui.text.markdown.parsing.closed_marks import TEMPLATES, ClosedMark, marked_spans
from reviewtui.text.markdown.parsing.html import html_parts

ElementLook = Literal["hidden", "strike", "code", "quoted", "apart"]
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>[^<>]*?)(?P<alone>/?)>")
_ATTRIBUTE = re.compile(
    r"(?P<name>[\w:-]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"']+)))?"
)
_LOOKS: dict[str, ElementLook] = {
    **dict.fromkeys(("s", "del", "strike"), "strike"),
    **dict.fromkeys(("pre", "xmp", "listing", "plaintext"), "code"),
    "blockquote": "quoted",
    **dict.fromkeys(
        (
            *"template script style noscript object iframe video audio canvas dialog rp datalist head".split(),
            *"title svg map noembed noframes applet textarea select".split(),
        ),
        "hidden",
    ),
}
"""Elements that silence what stands in them, with attributes or without."""
_PLAIN = frozenset(
    """a abbr acronym address article aside b bdi bdo big body caption center cite colgroup dd dfn div dl dt em
    fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header html i ins kbd label legend li main mark menu
    nav ol p section span strong summary table tbody td tfoot th thead time tr u ul var""".split()
)
"""Elements that only show how words look, or where."""
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements in which nothing stands."""
_HARMLESS = frozenset(
    """id name href align valign lang dir rel target title colspan rowspan scope border cellpadding cellspacing bgcolor
    start type reversed datetime cite markdown role open width height headers tabindex""".split()
)
"""Attributes that hide nothing, whatever they say."""
_HARMLESS_STYLE = re.compile(
    r"\s*(?:text-align|vertical-align|font-weight|font-style|font-family|margin[\w-]*|padding[\w-]*|border[\w-]*"
    r"|background[\w-]*|list-style[\w-]*|line-height|width:\s*[1-9]|max-width:\s*[1-9]|white-space)[^;]*",
    re.IGNORECASE,
)
_NOTHING = r"(?:0+(?:\.0+)?|\.0+)(?:px|r?em|pt|%)?\s*(?:[;!]|\Z)"
_HIDING_STYLE = re.compile(
    r"display:\s*none|visibility:\s*(?:hidden|collapse)|content-visibility:\s*hidden"
    rf"|(?:opacity|font-size|(?<![\w-])(?:max-)?(?:width|height)|zoom):\s*{_NOTHING}"
    r"|(?<![\w-])color:\s*(?:white|transparent|#f{3}(?:f{3})?\b|rgba?\((?:\s*255\s*,){2}\s*255|rgba\([^)]*,\s*0*\.?0*\s*\))"
    r"|(?:text-indent|left|right|top|bottom|margin(?:-\w+)?):\s*-\d{3,}|clip(?:-path)?:|scale\w?\(\s*0",
    re.IGNORECASE,
)
_STRIKING_STYLE = re.compile(r"line-through", re.IGNORECASE)
_HIDING_CLASS = re.compile(
    r"(?:\A|[\s_-])(?:hidden|hide|invisible|sr-only|screen-reader[\w-]*|d-none|display-none|offscreen)(?:\Z|\s)",
    re.IGNORECASE,
)
_WHITE = frozenset({"white", "#fff", "#ffffff", "transparent"})


_MARKS: tuple[tuple[ClosedMark, ElementLook], ...] = (
    *((template, "hidden") for template in TEMPLATES),
    (
        ClosedMark(re.compile(r"\{%-?\s*comment\b[^%]*%\}"), re.compile(r"\{%-?\s*endcomment\s*-?%\}"), to_end=True),
        "hidden",
    ),
    (
        ClosedMark(re.compile(r"\{%-?\s*if\s+false\s*-?%\}"), re.compile(r"\{%-?\s*endif\s*-?%\}"), to_end=True),
        "hidden",
    ),
    (ClosedMark(re.compile(r"\{::comment\}"), re.compile(r"\{:/(?:comment)?\}"), to_end=True), "hidden"),
    (ClosedMark(re.compile(r"\{#[ \n]"), re.compile(r"#\}")), "hidden"),
    (ClosedMark(re.compile(r"\{\{?/\*"), re.compile(r"\*/\}?\}")), "hidden"),
    (ClosedMark(re.compile(r"\{>>"), re.compile(r"<<\}")), "hidden"),
    (ClosedMark(re.compile(r"\{--"), re.compile(r"--\}")), "strike"),
)
"""What generators of pages and editors leave out: comments and conditions of templates, deletions of CriticMarkup."""


class SilentElement(NamedTuple):
    """Where an element stands that is not plainly said, its tags included, and how it looks."""

    start: int
    end: int
    look: ElementLook


@lru_cache(maxsize=64)
def silent_elements(document: Document) -> tuple[SilentElement, ...]:
    """Return the elements that silence what stands in them or set it apart; what never ends hides the rest."""
    source = document.source
    elements = list(_elements(document)) if "<" in source else []
    if "{" in source:
        elements += _marked(source)
    return tuple(elements)


def looks_at(document: Document, place: int) -> frozenset[ElementLook]:
    """Return how the elements make words look that stand at a place of a text; elements lie in one another."""
    starts, reaches = _reaches(document)
    at = bisect_right(starts, place)
    return frozenset(look for look, ends in reaches.items() if place < ends[at])


@lru_cache(maxsize=64)
def _reaches(document: Document) -> tuple[list[int], dict[ElementLook, list[int]]]:
    """Return where elements begin, in order, and for each look how far the first none, one, two … of them reach."""
    elements = sorted(silent_elements(document))
    looks = dict.fromkeys(element.look for element in elements)
    ends = {look: [element.end if element.look == look else 0 for element in elements] for look in looks}
    return [element.start for element in elements], {look: [0, *accumulate(ends[look], max)] for look in looks}


def _marked(source: str) -> Iterator[SilentElement]:
    for mark, look in _MARKS:
        yield from (SilentElement(*span, look) for span in marked_spans(source, mark))


def _elements(document: Document) -> Iterator[SilentElement]:
    begun: list[tuple[str, int, ElementLook | None]] = []
    names: Counter[str] = Counter()
    for start, end in sorted(_tags(document)):
        match = _TAG.match(document.source, start, end)
        if match is None or match["alone"] or match["name"].lower() in _VOID:
            continue
        name = match["name"].lower()
        if not match["end"]:
            begun.append((name, start, _look(name, match["rest"])))
            names[name] += 1
            continue
        if names[name]:
            at = next(at for at in range(len(begun) - 1, -1, -1) if begun[at][0] == name)
            yield from _element(*begun[at][1:], end)
            names.subtract(each for each, *_ in begun[at:])
            del begun[at:]
    for _, start, look in begun:
        if look != "apart":
            yield from _element(start, look, len(document.source))


def _element(start: int, look: ElementLook | None, end: int) -> Iterator[SilentElement]:
    if look:
        yield SilentElement(start, end, look)


def _look(name: str, rest: str) -> ElementLook | None:
    """Return how a tag makes words look that stand behind it, None where it hides nothing."""
    if name in _LOOKS:
        return _LOOKS[name]
    matches = _ATTRIBUTE.finditer(rest)
    attributes = {match["name"].lower(): match["double"] or match["single"] or match["bare"] or "" for match in matches}
    style = attributes.pop("style", "")
    white = name == "font" and attributes.pop("color", "").strip().lower() in _WHITE
    if white or _is_hidden(attributes) or _HIDING_STYLE.search(style):
        return "hidden"
    if _STRIKING_STYLE.search(style):
        return "strike"
    unknown = [each for each in attributes if each not in _HARMLESS and not each.startswith(("aria-", "data-"))]
    if name not in _PLAIN or unknown or not all(map(_HARMLESS_STYLE.fullmatch, filter(str.strip, style.split(";")))):
        return "apart"
    return None


def _is_hidden(attributes: dict[str, str]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return True
    sized = attributes.get("width", "1"), attributes.get("height", "1"), attributes.get("size", "1")
    return "0" in sized or _HIDING_CLASS.search(attributes.get("class", "")) is not None


def _tags(document: Document) -> Iterator[tuple[int, int]]:
    for block in document.blocks:
        if block.kind == "html":
            parts = html_parts(document.source[block.start : block.content_end])
            yield from (
                (block.start + low, block.start + high) for kind, low, high in parts if kind in {"tag", "break"}
            )
    yield from document.spans_of("html")
