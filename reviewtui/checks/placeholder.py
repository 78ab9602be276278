"""Placeholders that a finished text does not have."""

import hashlib
import re
from collections.abc import Iterator

from reviewtui.domain.document import Policy, Text
from reviewtui.domain.finding import Finding

NAME = "placeholder"
_PLACEHOLDER = re.compile(
    r"\b(?:TBC|TBA|TBD|TODO|FIXME)\b"
    r"|\bto be (?:confirmed|added|written|completed)\b"
    r"|\blorem ipsum\b"
    r"|\[(?:insert|add|link|name|date|tbc|todo|placeholder)\b[^\]\n]{0,80}\](?!\()"
    r"|\?{3,}|\bX{3,}\b",
)
_IGNORING_CASE = re.compile(r"\blorem ipsum\b|\[insert[^\]\n]{0,80}\](?!\()|\bto be confirmed\b", re.IGNORECASE)
_CODE = re.compile(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|`[^`\n]+`", re.DOTALL)


def find(policy: Policy) -> Iterator[Finding]:
    """Yield every placeholder of the policy, code left out, in reading order."""
    for path in dict.fromkeys(section.path for section in policy.sections):
        yield from _in_text(policy.texts[path])


def _in_text(text: Text) -> Iterator[Finding]:
    code = [match.span() for match in _CODE.finditer(text.text)]
    spans = {match.span() for pattern in (_PLACEHOLDER, _IGNORING_CASE) for match in pattern.finditer(text.text)}
    for start, end in sorted(spans):
        if any(first <= start < last for first, last in code):
            continue
        words = text.text[start:end]
        around = " ".join(text.text[max(0, start - 30) : end + 30].split())
        digest = hashlib.sha256(f"{NAME}\0{text.path}\0{around}".encode("utf-8", "replace")).hexdigest()[:12]
        yield Finding(f"{NAME}-{digest}", NAME, text.path, start, end, f"“{words}” stands for something still to come")
