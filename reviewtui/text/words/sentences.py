"""Paragraphs and sentences of a Markdown or HTML-like text, with offsets.

A paragraph here is what a reader takes as one piece: a paragraph, a heading, one list item, one table cell, one
quoted paragraph. Marks before it (bullet, hash, quote sign, tags) do not belong to it. Front matter, fenced code and
comments are no prose.
"""

import re
from bisect import bisect_right

from reviewtui.text.words.words import front_matter_end

Span = tuple[int, int]

_BLOCK_TAGS = (
    "address|article|aside|blockquote|body|br|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer"
    "|form|h[1-6]|head|header|hr|html|li|main|nav|ol|option|p|pre|section|summary|table|tbody|td|tfoot|th|thead|title"
    "|tr|ul"
)
_BREAKS = re.compile(
    rf"""^(?:
        (?P<fence>[ \t]*(?P<mark>```+|~~~+)[^\n]*(?:\n.*?^[ \t]*(?P=mark)[ \t]*$|.*\Z))   # fenced code
        |(?P<empty>[ \t>]*\r?(?=\n|\Z))                                    # an empty line
        |(?P<marker>[ \t]*(?:>[ \t]?)*[ \t]*
            (?:(?:[-*+•]|\d{{1,3}}[.)]|\(?[a-z]{{1,2}}\)|\[\^[^\]\n]+\]:)[ \t]+(?:\[[ xX]\][ \t]+)?)+)
        |[ \t>]*(?P<hash>\#{{1,6}})(?=[ \t])
        |(?P<quote>[ \t]*>[ \t]?)(?=\S)
        |[ ]{{0,3}}(?P<target>\[(?!\^)[^\]\n]+\]:[ \t]*\S+[^\n]*)$                 # a link's target, no prose
        |[ \t]*(?P<rule>[-=*_]{{3,}}|\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?)?)[ \t]*\r?$
    )|(?=[<\n])(?:                                                         # few places to look at inside a line
        (?P<comment><!--.*?(?:-->|\Z))
        |(?P<tag></?(?:{_BLOCK_TAGS})\b[^<>]*>)                            # a block of HTML begins or ends
        |(?P<blank>\n[ \t>]*\r?(?=\n|\Z))
    )""",
    re.VERBOSE | re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_CELL = re.compile(r"(?<!\\)\|")
_TRIM_HEAD = re.compile(r"(?:\s|<[^<>]*>|[*_`#]+(?=\s))+")
_TRIM_TAIL = re.compile(r"(?:\s|<[^<>]*>|\s#+)+\Z")
_STOP = re.compile(
    r"""(?:(?<![.!?…])[.!?…]++|[。\uff01\uff1f])(?:["'”\u2019»)\]*_`]|</\w{1,20}>|\]\([^)\s]{0,2000}\)|\{[^}\s]{0,200}\})*(?=\s+(?P<next>\S+)|[。\uff01\uff1f])""",
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.?g|i\.?e|cf|vs|approx|ca|mr|mrs|ms|dr|prof|st|al|ed|eds|inc|ltd|dept|est|gen|hon|jr|sr)|(?<![^\W\d])[A-Z])\.\Z",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b(?:nos?|arts?|paras?|sect?|ch|pp?|vol|figs?|rev|regs?|sch|ss?)\.\Z", re.IGNORECASE)
_LINK_END = re.compile(r"[^\[\]\n]{0,200}\]\(")
_OPENING = re.compile(r"""["'“\u2018«(\[*_`¿¡]*(?:<[^<>]*>)*["'“\u2018(\[*_`]*(?P<first>.)""", re.DOTALL)


def paragraph_spans(text: str) -> list[Span]:
    """Return where each piece of prose stands: paragraphs, headings, list items, table cells."""
    spans: list[Span] = []
    start = front_matter_end(text)
    line_only = False
    for match in _BREAKS.finditer(text, start):
        kind = match.lastgroup
        if match.start() < start:
            continue
        if kind == "quote" and _continues_quote(text, match.start()):
            continue
        _add(spans, text, start, match.start(), line_only=line_only)
        start, line_only = match.end(), kind == "hash"
    _add(spans, text, start, len(text), line_only=line_only)
    return spans


def sentence_spans(text: str) -> list[Span]:
    """Return where each sentence stands; headings, list items and table cells are sentences of their own."""
    spans: list[Span] = []
    for start, end in paragraph_spans(text):
        spans += sentences_within(text, start, end)
    return spans


def sentences_within(text: str, start: int, end: int) -> list[Span]:
    """Return the sentences of one paragraph that stands at `start` to `end`."""
    spans: list[Span] = []
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match.end() >= end or not _ends_sentence(text, begin, match):
            continue
        spans.append((begin, match.end()))
        begin = match.end()
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        spans.append((begin, end))
    return spans


def span_at(spans: list[Span], offset: int) -> int | None:
    """Return the index of the span that holds `offset`, None between spans."""
    index = bisect_right(spans, (offset, len(spans) and spans[-1][1] + 1)) - 1
    return index if index >= 0 and spans[index][0] <= offset < spans[index][1] else None


def _continues_quote(text: str, at: int) -> bool:
    line = text.rfind("\n", 0, max(at - 1, 0)) + 1
    before = text[line:at].lstrip()
    return before.startswith(">") and before.strip("> \t\r\n") != ""


def _add(spans: list[Span], text: str, start: int, end: int, *, line_only: bool) -> None:
    """Add what stands between two breaks; behind a heading's hashes only the rest of the line is the heading."""
    if line_only:
        newline = text.find("\n", start, end)
        if newline >= 0:
            _add(spans, text, start, newline, line_only=False)
            start = newline
    if "|" in text[start:end] and _is_table(text, start, end):
        for match in _CELL.finditer(text, start, end):
            _add_trimmed(spans, text, start, match.start())
            start = match.end()
    _add_trimmed(spans, text, start, end)


def _is_table(text: str, start: int, end: int) -> bool:
    lines = text[start:end].strip().splitlines()
    return all(line.count("|") >= 1 for line in lines) and (lines[0].lstrip().startswith("|") or len(lines) > 1)


def _add_trimmed(spans: list[Span], text: str, start: int, end: int) -> None:
    head = _TRIM_HEAD.match(text, start, end)
    start = head.end() if head else start
    while start < end and (text[end - 1].isspace() or text[end - 1] == ">"):
        tail = _TRIM_TAIL.search(text, max(start, end - 400), end)
        if tail is None:
            break
        end = tail.start()
    if start < end:
        spans.append((start, end))


def _ends_sentence(text: str, begin: int, stop: "re.Match[str]") -> bool:
    following = stop["next"]
    if following is None:
        return True
    opening = _OPENING.match(following)
    first = opening["first"] if opening else following[0]
    if first.islower() or first in ",;:)":
        return False
    in_link = text.rfind("[", begin, stop.start()) > text.rfind("]", begin, stop.start())
    if in_link and _LINK_END.match(text, stop.end()):
        return False
    return text[stop.start()] != "." or not _abbreviated(text[max(begin, stop.start() - 12) : stop.start() + 1], first)


def _abbreviated(before: str, following: str) -> bool:
    """Say whether the full stop that ends `before` belongs to an abbreviation: "No." does before a number only."""
    if before.endswith("etc."):
        return False
    return bool(_ABBREVIATION.search(before) or (following.isdigit() and _NUMBERED.search(before)))
