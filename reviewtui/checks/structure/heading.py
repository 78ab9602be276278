"""Headings that skip a level, stand twice at the top, or have nothing below them."""

import re
from collections.abc import Iterator

from reviewtui.checks.input.check_input import CheckInput
from reviewtui.domain.review.findings.finding import Finding, finding_id
from reviewtui.text.markdown.headings import Heading

NAME = "heading"
_MARKS = re.compile(r"[*_`]+|!?\[([^\[\]]*)\]\([^()]*\)")


def find(material: CheckInput) -> Iterator[Finding]:
    """Yield each heading out of order; a file's second heading of the first level only where files are sections."""
    for path in material.paths:
        for heading, message in _faults(material, path):
            words = material.policy.texts[path].text[heading.start : heading.end]
            before = _former_title(words)
            former = (finding_id(NAME, path, before, message.replace(heading.title, before)),)
            name = finding_id(NAME, path, heading.title, message)
            yield Finding(name, NAME, path, heading.start, heading.end, message, former=former)


def _former_title(words: str) -> str:
    """The title as it was read before there was one grammar; findings were named by it."""
    lines = [line.strip() for line in words.removeprefix("\ufeff").splitlines()]
    title = lines[0].lstrip("#").strip() if words.lstrip("\ufeff ").startswith("#") else " ".join(lines[:-1])
    return _MARKS.sub(lambda match: match[1] or "", title.removesuffix("#").rstrip("#").strip()).strip()


def _faults(material: CheckInput, path: str) -> Iterator[tuple[Heading, str]]:
    headings = material.prose(path).headings
    text = material.policy.texts[path].text
    by_heading = sum(section.path == path for section in material.policy.sections) > 1
    for number, heading in enumerate(headings):
        before = headings[number - 1] if number else None
        after = headings[number + 1] if number + 1 < len(headings) else None
        if before and heading.level > before.level + 1:
            yield heading, f"a heading of level {heading.level} stands right below one of level {before.level}"
        if before and heading.level == 1 and not by_heading:
            yield heading, "a second title in one section"
        if heading.title == "(untitled)":
            yield heading, "a heading without words"
        stop = after.start if after else len(text)
        if not text[heading.end : stop].strip() and not (after and after.level > heading.level):
            yield heading, f"nothing stands under “{heading.title}”"
