"""Companion texts: which passages restate which sections, and that the author has looked whether they still do.

The settings name companions (`[[companions]]`). Where they name none, a section that calls itself an overview or a
summary is taken for a companion of the sections that its paragraphs link to.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewtui.domain.act import Act
from reviewtui.domain.commands import CheckCompanion
from reviewtui.domain.document import Policy, Section
from reviewtui.domain.passage import find_section
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review_events import CompanionChecked, Cover
from reviewtui.domain.settings import Settings

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
    return tuple(one for section in policy.sections if _is_overview(section) for one in _linked(policy, section))


def _is_overview(section: Section) -> bool:
    return bool(_OVERVIEW.search(section.title) or _OVERVIEW.search(posixpath.basename(section.name).replace("-", " ")))


def _declared(policy: Policy, settings: Settings) -> Iterator[Restatement]:
    """Yield what the settings name: paragraphs that link to what they restate, else the companion as a whole."""
    for companion in settings.companions:
        section = _section(policy, companion.text)
        wanted = [found.path for name in companion.of if (found := _section(policy, name)) is not None]
        if section is None:
            continue
        linked = [one for one in _linked(policy, section) if one.source in wanted]
        for one in linked:
            yield Restatement(one.path, one.start, one.end, one.source, declared=True)
        for source in dict.fromkeys(wanted):
            if source not in {one.source for one in linked}:
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


def companion_checked(act: Act, command: CheckCompanion, policy: Policy) -> CompanionChecked:
    """Return the event by which the author says that a companion is in step with what it restates.

    Raises:
        Refused: I am not an author, the section is no companion, or a text has edits that are not committed.

    """
    if not act.settings.is_author(act.person):
        raise Refused(f"Only an author says that a companion is in step; {act.person} is not one of the authors.")
    section = find_section(policy, command.section)
    sources = sorted({one.source for one in restatements(policy, act.settings) if one.path == section.path})
    if not sources:
        raise Refused(
            f"'{section.name}' is no companion; name what it restates in reviews/settings.toml under [[companions]]."
        )
    policy.demand_committed("a companion is checked against committed text", {section.path, *sources})
    texts = policy.texts
    covers = tuple(Cover(path, texts[path].blob) for path in sources)
    body = command.body.strip()
    return CompanionChecked(**act.common(), path=section.path, blob=texts[section.path].blob, of=covers, body=body)


def vouched(one: Restatement, events: Iterable[CompanionChecked]) -> tuple[tuple[str, str], ...]:
    """Return for each time the author checked a companion: its blob and that of what it restates, newest first."""
    found = [
        (event.blob, cover.blob)
        for event in sorted(events, key=lambda event: (event.clock, event.at, event.id), reverse=True)
        if event.path == one.path
        for cover in event.of
        if cover.path == one.source
    ]
    return tuple(found)
