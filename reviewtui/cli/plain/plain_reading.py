"""Where somebody is in the policy, and how they got there."""

from dataclasses import dataclass
from functools import cached_property

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.policy import Section
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Refused
from reviewtui.domain.review.draft import Draft
from reviewtui.views.spoken.paragraphs import SpokenParagraph, paragraph_at, spoken_paragraphs
from reviewtui.views.threads.remark_marks import marks_by_section, stop_of
from reviewtui.views.threads.thread_filter import ThreadFilter


@dataclass(frozen=True)
class ReadingPlace:
    """A paragraph of a section of a draft; both are counted from 0. A section without words has no paragraph."""

    draft: Draft
    number: int = 0
    at: int = 0

    @property
    def section(self) -> Section:
        """The section that is read."""
        return self.draft.policy.sections[self.number]

    @property
    def version(self) -> str:
        """The version that is read; empty for the draft."""
        return self.draft.version.wanted

    @cached_property
    def paragraphs(self) -> tuple[SpokenParagraph, ...]:
        """The paragraphs of the section."""
        return spoken_paragraphs(self.draft, self.section)

    @property
    def paragraph(self) -> SpokenParagraph | None:
        """The paragraph that is read."""
        return self.paragraphs[self.at] if self.at < len(self.paragraphs) else None

    @cached_property
    def remarks(self) -> tuple[Thread, ...]:
        """The remarks that begin in this paragraph."""
        marks = marks_by_section(self.draft, ThreadFilter()).get(self.section, ())
        here = (mark for mark in marks if paragraph_at(self.paragraphs, mark.start) == self.at)
        ids = dict.fromkeys(mark.thread for mark in sorted(here, key=lambda mark: mark.start))
        return tuple(self.draft.review.threads[identifier] for identifier in ids)

    @property
    def sentence(self) -> str:
        """Where that is, in one sentence."""
        sections, paragraphs = len(self.draft.policy.sections), len(self.paragraphs)
        version = f"Version {self.version}. " if self.version else ""
        where = f"Section {self.number + 1} of {sections}, {self.section.title}"
        if not paragraphs:
            return f"{version}{where}: it has no words."
        remarks = f", {counted(len(self.remarks), 'remark')}" if self.remarks else ""
        return f"{version}{where}, paragraph {self.at + 1} of {paragraphs}{remarks}."

    def section_at(self, number: int) -> "ReadingPlace":
        """Return the beginning of another section, counted from 0."""
        return ReadingPlace(self.draft, number)

    def paragraph_at(self, at: int) -> "ReadingPlace":
        """Return another paragraph of the section, counted from 0; the nearest one that there is."""
        return ReadingPlace(self.draft, self.number, max(0, min(at, len(self.paragraphs) - 1)))

    def following(self) -> "ReadingPlace | None":
        """Return the next paragraph, that of the next section included; None at the end."""
        if self.at + 1 < len(self.paragraphs):
            return self.paragraph_at(self.at + 1)
        if self.number + 1 < len(self.draft.policy.sections):
            return self.section_at(self.number + 1)
        return None

    def preceding(self) -> "ReadingPlace | None":
        """Return the paragraph before, that of the section before included; None at the beginning."""
        if self.at:
            return self.paragraph_at(self.at - 1)
        if self.number:
            before = self.section_at(self.number - 1)
            return before.paragraph_at(len(before.paragraphs) - 1)
        return None

    def offset_at(self, number: int, offset: int) -> "ReadingPlace":
        """Return the paragraph that holds a character of a section's file."""
        section = self.section_at(number)
        return section.paragraph_at(paragraph_at(section.paragraphs, offset))

    def of_thread(self, thread: str) -> "ReadingPlace | None":
        """Return where a remark stands; None where it has no place."""
        stop = stop_of(self.draft, thread)
        return self.offset_at(stop.section, stop.offset) if stop is not None else None

    def in_draft(self, draft: Draft) -> "ReadingPlace":
        """Return the same place in another draft: the paragraph with the same words, else the one of that number."""
        if not draft.policy.sections:
            raise Refused("The policy has no section any more; get its text back first.")
        sections = draft.policy.sections
        number = next((n for n, each in enumerate(sections) if each.name == self.section.name), self.number)
        there = ReadingPlace(draft, min(number, len(sections) - 1))
        words = self.paragraph.words if self.paragraph is not None else ""
        same = [n for n, each in enumerate(there.paragraphs) if each.words == words]
        return there.paragraph_at(min(same, key=lambda n: abs(n - self.at)) if same else self.at)
