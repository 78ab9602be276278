"""Companion texts: which passages restate which sections, and that the author has looked whether they still do.

The settings name companions (`[[companions]]`). Where they name none, a section that calls itself an overview or a
summary is taken for a companion of the sections that its paragraphs link to.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewtui.domain.policy.passage import find_section
from reviewtui.domain.policy.policy import Policy, Section
from reviewtui.domain.record.events import CompanionChecked
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings.settings import Settings

_OVERVIEW = re.compile(
    r"\b(?:overview|summary|summaries|at a glance|in brief|in short|in a nutshell|short version|quick guide|key points"
    r"|cheat sheet)\b",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_LINK = re.compile(r"\]\(([^()\s#]+)(?:#[^()\s]*)?\)")


@dataclass(frozen=True, slots=True)
class Restatement:
    """A passage of a companion (`start` to `end` of file `path`) and the file that it restates.

    `declared` says that the settings name it, and not only a link.
    """

    path: str
    start: int
    end: int
    source: str
    declared: bool


def restatements(policy: Policy, settings: Settings) -> tuple[Restatement, ...]:
    """Return every passage that restates a section, as the settings or, without any, its links say."""
    if settings.companions:
        return tuple(_declared(policy, settings))
    return tuple(
        passage for section in policy.sections if _is_overview(section) for passage in _linked(policy, section)
    )


def _is_overview(section: Section) -> bool:
    return bool(_OVERVIEW.search(section.title) or _OVERVIEW.search(posixpath.basename(section.name).replace("-", " ")))


def _declared(policy: Policy, settings: Settings) -> Iterator[Restatement]:
    """Yield what the settings name: paragraphs that link to what they restate, else the companion as a whole."""
    for companion in settings.companions:
        section = _section(policy, companion.text)
        wanted = [
            source_section.path for name in companion.of if (source_section := _section(policy, name)) is not None
        ]
        if section is None:
            continue
        linked = [passage for passage in _linked(policy, section) if passage.source in wanted]
        for passage in linked:
            yield Restatement(passage.path, passage.start, passage.end, passage.source, declared=True)
        for source in dict.fromkeys(wanted):
            if source not in {passage.source for passage in linked}:
                yield Restatement(section.path, section.start, section.end, source, declared=True)


def _linked(policy: Policy, section: Section) -> Iterator[Restatement]:
    text = policy.texts[section.path].text
    for match in _PARAGRAPH.finditer(text, section.start, section.end):
        for target in dict.fromkeys(_LINK.findall(match[0])):
            there = posixpath.normpath(posixpath.join(posixpath.dirname(section.path), target))
            source = next((path for path in (there, f"{there}.md") if path in policy.texts), None)
            if source is not None and source != section.path and not _is_front(source):
                yield Restatement(section.path, match.start(), match.end(), source, declared=False)


def _is_front(path: str) -> bool:
    return posixpath.basename(path).lower() in {"index.md", "readme.md"}


def _section(policy: Policy, name: str) -> Section | None:
    try:
        return find_section(policy, name)
    except Refused:
        return None


def companion_checks(restatement: Restatement, events: Iterable[CompanionChecked]) -> tuple[tuple[str, str], ...]:
    """Return for each time the author checked a companion: its blob and that of what it restates, newest first."""
    blobs = [
        (event.blob, cover.blob)
        for event in sorted(events, key=lambda event: event.order, reverse=True)
        if event.path == restatement.path
        for cover in event.of
        if cover.path == restatement.source
    ]
    return tuple(blobs)
