"""Headings that skip a level, stand twice at the top, or have nothing below them."""

from collections.abc import Iterator

from reviewtui.checks.material.material import Material
from reviewtui.domain.review.finding import Finding, finding_id
from reviewtui.text.markdown.headings import Heading

NAME = "heading"


def find(material: Material) -> Iterator[Finding]:
    """Yield each heading out of order; a file's second heading of the first level only where files are sections."""
    for path in material.paths:
        for heading, message in _faults(material, path):
            ends = (heading.start, heading.end)
            yield Finding(finding_id(NAME, path, heading.title, message), NAME, path, *ends, message)


def _faults(material: Material, path: str) -> Iterator[tuple[Heading, str]]:
    found = material.prose(path).headings
    text = material.policy.texts[path].text
    by_heading = sum(section.path == path for section in material.policy.sections) > 1
    for number, heading in enumerate(found):
        before = found[number - 1] if number else None
        after = found[number + 1] if number + 1 < len(found) else None
        if before and heading.level > before.level + 1:
            yield heading, f"a heading of level {heading.level} stands right below one of level {before.level}"
        if before and heading.level == 1 and not by_heading:
            yield heading, "a second title in one section"
        if heading.title == "(untitled)":
            yield heading, "a heading without words"
        stop = after.start if after else len(text)
        if not text[heading.end : stop].strip() and not (after and after.level > heading.level):
            yield heading, f"nothing stands under “{heading.title}”"
