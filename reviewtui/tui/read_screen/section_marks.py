"""What is marked in a section: remarks, findings and changes, looked up once for each state."""

from collections.abc import Iterator

from reviewtui.domain.policy.policy import Section
from reviewtui.tui.reader.highlight import FINDING, ChangedPassage, Highlight
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.findings.finding_marks import FindingMark, Flaws, findings_by_section
from reviewtui.views.overview.section_card import SectionCounts
from reviewtui.views.threads.remark_marks import Mark, Marks, marks_by_section


class SectionMarks:
    """The marks of all sections in one state."""

    def __init__(self, state: ScreenState) -> None:
        self.state = state
        self._remarks: Marks = marks_by_section(state.draft, state.remark_filter)
        self.findings: Flaws = findings_by_section(state.draft, state.inspection)

    def remarks_in(self, section: Section) -> tuple[Mark, ...]:
        """Return the remarks that stand in a section."""
        return self._remarks.get(section, ())

    def findings_in(self, section: Section) -> tuple[FindingMark, ...]:
        """Return what the content checks find in a section."""
        return self.findings.get(section, ())

    def counted_in(self, section: Section) -> SectionCounts:
        """Return what is marked in a section, for the card that counts it."""
        changes = len(self.state.since.spans.get(section.path, ()))
        findings = {each.finding for each in self.findings_in(section)}
        barring = {each.finding for each in self.findings_in(section) if each.bars}
        return SectionCounts(self.remarks_in(section), changes, len(findings), len(barring))

    def highlights_in(self, section: Section, active: str) -> Iterator[Highlight]:
        """Yield the passages to highlight in a section; those of `active` stand out."""
        base = section.start
        for remark in self.remarks_in(section):
            start, end, key = remark.start - base, remark.end - base, remark.thread
            yield Highlight(start, end, remark.kind, remark.state, key, remark.label, key == active)
        for flaw in self.findings_in(section):
            start, end, key = flaw.start - base, flaw.end - base, flaw.finding
            yield Highlight(start, end, FINDING, "bars" if flaw.bars else "open", key, flaw.label, key == active)

    def changes_in(self, section: Section) -> Iterator[ChangedPassage]:
        """Yield what changed in a section since the last release, then what is new since somebody last looked."""
        for spans, new in ((self.state.since.spans, False), (self.state.news.spans, True)):
            for start, end in spans.get(section.path, ()):
                if start <= section.end and end >= section.start:
                    yield ChangedPassage(start - section.start, end - section.start, new=new)
