"""Findings as marked passages of a section, and the order in which a reader comes by them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from reviewtui.domain.policy.policy import Section
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.review.findings.inspection import Inspection, barring, spots

FLAW, BARRING_FLAW = "\u2020", "\u2021"
"""The sign of a finding, and of one that bars a release: beside the text, in the outline and on cards alike."""


@dataclass(frozen=True, slots=True)
class FindingMark:
    """One passage of a finding, in code points of the file: at least one, so that it can be seen.

    `bars` says whether the finding stands in the way of a release.
    """

    finding: str
    start: int
    end: int
    label: str
    bars: bool = False


Flaws = Mapping[Section, tuple[FindingMark, ...]]


def findings_by_section(draft: Draft, inspection: Inspection) -> Flaws:
    """Return the passages of findings in each section that has some; a finding with two passages stands at both."""
    marked: defaultdict[Section, list[FindingMark]] = defaultdict(list)
    bars = {finding.id for finding in barring(draft, inspection)}
    for finding in inspection.findings:
        for path, start, end in spots(finding):
            section = draft.policy.section_at(path, start)
            if section is not None:
                sign = BARRING_FLAW if finding.id in bars else FLAW
                label, shown_end = f"{sign} {finding.check}", max(end, start + 1)
                marked[section].append(FindingMark(finding.id, start, shown_end, label, finding.id in bars))
    return {section: tuple(flaws) for section, flaws in marked.items()}


def in_reading_order(draft: Draft, inspection: Inspection) -> tuple[Finding, ...]:
    """Return the findings in reading order, by their first passages; those about no passage come last."""
    return tuple(sorted(inspection.findings, key=lambda finding: _order(draft, finding)))


def step(draft: Draft, way: tuple[Finding, ...], active: str, here: tuple[int, int], by: int) -> Finding | None:
    """Return the finding after (`by` 1) or before (-1) the active one, else the place `here`; None at the end.

    `here` is the number of a section with an offset in its file.
    """
    keys = [_order(draft, finding) for finding in way]
    at = next((key for key, finding in zip(keys, way, strict=True) if finding.id == active), (*here, ""))
    beyond = [(key, candidate) for key, candidate in zip(keys, way, strict=True) if (key > at if by > 0 else key < at)]
    if not beyond:
        return None
    return beyond[0 if by > 0 else -1][1]


def _order(draft: Draft, finding: Finding) -> tuple[int, int, str]:
    sections = draft.policy.sections
    section = draft.policy.section_at(finding.path, finding.start) if finding.path else None
    return (sections.index(section) if section is not None else len(sections), finding.start, finding.id)
