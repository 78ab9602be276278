"""Placeholders that a finished text does not have, and sentences and labels that break off."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from reviewtui.checks.input.check_input import CheckInput
from reviewtui.checks.input.code_spans import code_spans, is_within
from reviewtui.checks.wording.cut_off_sentences import broken_off, empty_labels
from reviewtui.checks.wording.placeholder_forms import (
    BARE_LATER_FORM,
    DATE_FORM,
    FOLLOW_FORM,
    FORMATTED,
    INSERT_FORM,
    LATER_FORM,
    PLAIN_FORMS,
    RULED,
    RULED_AFTER,
    SLOT_FORM,
    SURE_FORM,
    TEMPLATE,
)
from reviewtui.domain.policy.policy import Text
from reviewtui.domain.review.findings.finding import Finding, finding_id
from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.headings import headings

NAME = "placeholder"
_AROUND = 30
_BEFORE = 120
"""Characters before a placeholder in which it is said what it is about."""
_OPENING, _CLOSING = frozenset("\"'\u201c\u2018"), frozenset("\"'\u201d\u2019")
_NEAR = 3
"""Blocks before a placeholder of which one may say that a template follows."""


def find(material: CheckInput) -> Iterator[Finding]:
    """Yield every placeholder and everything unfinished, code and comments left out, file by file."""
    for path in material.paths:
        text = material.policy.texts[path]
        yield from _gaps(text)
        for start, end, message in (*broken_off(text.text), *empty_labels(text.text)):
            name = finding_id(NAME, text.text[start:end], message)
            yield Finding(name, NAME, path, start, end, message, advises=True)


def _gaps(text: Text) -> Iterator[Finding]:
    code = code_spans(text.text)
    last = 0
    for start, end in sorted(set(_spans(text.text)), key=lambda span: (span[0], -span[1])):
        if start < last or is_within(start, code) or _mentioned(text.text, start, end):
            continue
        last = end
        words = text.text[start:end]
        around = text.text[max(0, start - _AROUND) : end + _AROUND]
        message = f"“{words}” stands for something still to come"
        advises = not SURE_FORM.search(words)
        yield Finding(finding_id(NAME, around), NAME, text.path, start, end, message, advises=advises)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for pattern in PLAIN_FORMS:
        for match in pattern.finditer(text):
            words = match[0]
            start = match.start() + len(words) - len(words.lstrip())
            yield start, start + len(words.strip())
    for match in chain(SLOT_FORM.finditer(text), INSERT_FORM.finditer(text)):
        if not _in_template(text, match.start(), said_before=match.re is SLOT_FORM):
            yield match.span()
    for match in DATE_FORM.finditer(text):
        if not FORMATTED.search(_before(text, match.start())):
            yield match.span()
    for match in LATER_FORM.finditer(text):
        if not RULED.search(_before(text, match.start())) and not RULED_AFTER.match(text, match.end()):
            yield match.span()
    yield from (match.span("words") for match in BARE_LATER_FORM.finditer(text))
    yield from (match.span() for match in FOLLOW_FORM.finditer(text))


def _mentioned(text: str, start: int, end: int) -> bool:
    """Whether words stand in quotation marks by themselves: they are spoken about."""
    return text[start - 1 : start] in _OPENING and text[end : end + 1] in _CLOSING and start > 0


def _before(text: str, at: int) -> str:
    """The words of the line before `at`."""
    return text[max(text.rfind("\n", 0, at) + 1, at - _BEFORE) : at]


def _in_template(text: str, at: int, *, said_before: bool) -> bool:
    """Whether `at` lies in a quotation, or a heading over it speaks of a template.

    With `said_before` the words before it, or a block right before it that ends in a colon, may do so too.
    """
    blocks = document_of(text).blocks
    index = bisect_right([block.start for block in blocks], at) - 1
    if index < 0:
        return False
    if blocks[index].quote > 0 or any(map(TEMPLATE.search, _titles_over(text, at))):
        return True
    before = (
        text[max(block.start, block.content_end - _BEFORE) : block.content_end]
        for block in blocks[max(0, index - _NEAR) : index]
    )
    leads = (words for words in before if words.rstrip("*_ ").endswith(":"))
    return said_before and any(map(TEMPLATE.search, (*leads, _before(text, at))))


def _titles_over(text: str, at: int) -> Iterator[str]:
    """The titles of the headings that `at` stands under, the nearest first, without the first of the text."""
    level = 7
    for heading in reversed(headings(text)):
        if heading.start <= at and 1 < heading.level < level:
            level = heading.level
            yield heading.title
