"""What a gate judges: the draft with what was found in its text and what is wrong with its record."""

from dataclasses import dataclass

from reviewtui.domain.draft import Draft
from reviewtui.domain.finding import Finding
from reviewtui.domain.gate import Evidence
from reviewtui.domain.thread import Thread


@dataclass(frozen=True, slots=True)
class Case:
    """A draft under judgement; `findings` come from the content checks."""

    draft: Draft
    findings: tuple[Finding, ...] = ()

    def about(self, thread: Thread, what: str = "") -> Evidence:
        """Return the evidence that a thread is, with the way to its place."""
        standing = self.draft.standing(thread.id)
        section = self.draft.section_of(thread.id)
        where = f" in {section.title}" if section else ""
        words = " ".join(thread.body.split()) or (thread.replacement or "")
        said = words if len(words) <= 72 else f"{words[:71]}…"
        name = self.draft.review.name_of(thread.id)
        text = f"{name} {thread.kind}{where}, {self._organisation(thread)}: {what or said}"
        if standing is None or standing.path is None:
            return Evidence(text, thread.id)
        return Evidence(text, thread.id, standing.path, standing.start, standing.end)

    def _organisation(self, thread: Thread) -> str:
        return self.draft.rules.organisation_name(thread.root.organisation)
