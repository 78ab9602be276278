"""Placeholders that a finished text does not have."""

import re
from collections.abc import Iterator

from reviewtui.checks.material.code_spans import code_spans, is_within
from reviewtui.checks.material.material import Material
from reviewtui.domain.policy.document import Text
from reviewtui.domain.review.finding import Finding, finding_id

NAME = "placeholder"
_PLACEHOLDER = re.compile(
    r"\b(?:TBC|TBA|TBD|TODO|FIXME|XXX+|NNN+)\b"
    r"|\b[Tt]o be (?:confirmed|added|written|completed)\b"
    r"|\blorem ipsum\b"
    r"|\[(?:insert|add|link|name|date|tbc|todo|placeholder)\b[^\]\n]{0,80}\](?!\()"
    r"|\[(?:\.{3,}|…|_{2,}|X{1,3}|\?+)\](?!\()|\?{3,}|(?<!\w)_{4,}(?!\w)(?=[ .,;])",
)
_IGNORING_CASE = re.compile(
    r"\blorem ipsum\b|\[insert[^\]\n]{0,80}\](?!\()|<insert[^>\n]{0,80}>|\bto be (?:confirmed|decided|advised|agreed)\b"
    r"|\[(?:tbc|tba|to be [^\]\n]{2,40}|your [^\]\n]{2,40})\](?!\()|\bcoming soon\b",
    re.IGNORECASE,
)
_AROUND = 30


def find(material: Material) -> Iterator[Finding]:
    """Yield every placeholder of the policy, code and comments left out, in reading order."""
    for path in material.paths:
        yield from _in_text(material.policy.texts[path])


def _in_text(text: Text) -> Iterator[Finding]:
    code = code_spans(text.text)
    spans = {match.span() for pattern in (_PLACEHOLDER, _IGNORING_CASE) for match in pattern.finditer(text.text)}
    last = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < last or is_within(start, code):
            continue
        last = end
        words = text.text[start:end]
        around = text.text[max(0, start - _AROUND) : end + _AROUND]
        yield Finding(
            finding_id(NAME, around), NAME, text.path, start, end, f"“{words}” stands for something still to come"
        )
