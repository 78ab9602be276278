"""Remarks as marked passages of a section, and the order in which a reader comes by them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reviewtui.domain.policy.policy import Section
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.decided_place import shown_place, shown_places
from reviewtui.domain.review.draft import Draft
from reviewtui.text.markdown.front_matter import front_matter_end
from reviewtui.text.placement.place_values import Placement
from reviewtui.views.threads.thread_filter import ThreadFilter

DECISION_SIGNS = {
    "accepted": "\u2713",
    "accepted-with-changes": "\u2713",
    "noted": "\u00b7",
    "deferred": "\u00bb",
    "declined": "\u2717",
    "duplicate": "=",
}
STATE_SIGNS = {"contested": "\u2694", **DECISION_SIGNS, "withdrawn": "\u2212"}
"""What stands beside a remark in the margin for its state; an open one needs none."""


_OPENING = re.compile(r"(?:\s|>|(?:#{1,6}|[-*+])[ \t])*")
"""Marks before the first words of a section, where no caret stands."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One passage of a remark, in code points of the file; equal ends are a place between characters."""

    thread: str
    start: int
    end: int
    kind: str
    state: str
    label: str


@dataclass(frozen=True, slots=True, order=True)
class RemarkStop:
    """A remark on the way through the policy: number of its section, offset in the file, thread."""

    section: int
    offset: int
    thread: str


Marks = Mapping[Section, tuple[Mark, ...]]


def marks_by_section(draft: Draft, wanted: ThreadFilter) -> Marks:
    """Return the marked passages of each section that has some; one on a section as a whole stands at its beginning."""
    marked: defaultdict[Section, list[Mark]] = defaultdict(list)
    for thread in draft.review.threads.values():
        if not _is_shown(thread) or not wanted.takes(draft, thread):
            continue
        for placement, whole in _places(draft, thread):
            section = draft.policy.section_at(placement.path, placement.start) if placement.path is not None else None
            if section is None:
                continue
            start, end = (_first(draft, section),) * 2 if whole else (placement.start, placement.end)
            marked[section].append(Mark(thread.id, start, end, thread.kind, thread.state, _label(draft, thread)))
    return {section: tuple(marks) for section, marks in marked.items()}


def stops(draft: Draft, wanted: ThreadFilter) -> tuple[RemarkStop, ...]:
    """Return the remarks that have a place, in reading order."""
    numbers = {section: number for number, section in enumerate(draft.policy.sections)}
    chosen = (thread for thread in draft.review.threads.values() if wanted.takes(draft, thread) and _is_shown(thread))
    return tuple(sorted(stop for thread in chosen if (stop := _stop(draft, thread, numbers)) is not None))


def stop_of(draft: Draft, thread: str) -> RemarkStop | None:
    """Return where a thread stands; None where it has no place."""
    known = draft.review.threads.get(thread)
    numbers = {section: number for number, section in enumerate(draft.policy.sections)}
    return _stop(draft, known, numbers) if known is not None else None


def _stop(draft: Draft, thread: Thread, numbers: Mapping[Section, int]) -> RemarkStop | None:
    placement = shown_place(draft, thread)
    if placement is None or placement.path is None or not placement.is_placed:
        return None
    section = draft.policy.section_at(placement.path, placement.start)
    if section is None:
        return None
    whole = next((whole for _, whole in _places(draft, thread)), False)
    return RemarkStop(numbers[section], _first(draft, section) if whole else placement.start, thread.id)


def _first(draft: Draft, section: Section) -> int:
    """Where the words of a section begin, behind what only programs read and the marks of its first block."""
    text = draft.policy.texts[section.path].text
    marks = _OPENING.match(text, max(section.start, front_matter_end(text)), section.end)
    return marks.end() if marks else section.start


def _is_shown(thread: Thread) -> bool:
    return thread.counts and thread.state != "withdrawn"


def _places(draft: Draft, thread: Thread) -> Iterator[tuple[Placement, bool]]:
    """The places of a thread, each with whether it is a section as a whole."""
    for anchor, placement in shown_places(draft, thread):
        if placement is not None and placement.is_placed and not anchor.topic:
            yield placement, anchor.is_section


def _label(draft: Draft, thread: Thread) -> str:
    return f"{draft.review.name_of(thread.id)} {draft.settings.organisation_name(thread.root.organisation)}"
