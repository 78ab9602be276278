"""What every exporter is handed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from reviewtui.domain.policy.policy import Policy, Section, Text
from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.events import Cover
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.views.comparison.comparison import Comparison

Written = bytes | Mapping[str, bytes]
"""What an exporter gives: one file, or the files of a folder by name."""


@dataclass(frozen=True)
class Outgoing:
    """What is sent out: of `draft`, the text with its review, all sections or one, with the open remarks in them.

    `export` is the id of this export, which a returned file names; `organisation` whom it is for, empty for anyone.
    """

    draft: Draft
    export: str
    moment: datetime
    organisation: str = ""
    comparison: Comparison | None = None
    """How the text differs from the newest release; None where there is none."""
    section: Section | None = None
    """The one section that was asked for; None for all."""
    told: ReleaseInputs | None = None
    """What became of the remarks so far, for formats that tell it."""
    attached: tuple[str, ...] = ()
    """The formats that are to go with a mail; none: the usual ones."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections that are asked for."""
        return self.draft.policy.sections if self.section is None else (self.section,)

    @cached_property
    def threads(self) -> tuple[Thread, ...]:
        """The open remarks; for an organisation also what it has said itself and what was decided about that."""
        return tuple(
            thread
            for thread in self.draft.review.threads.values()
            if thread.is_submitted
            if self.section is None or self.draft.section_of(thread.id) == self.section
            if thread.is_open or (self.organisation and thread.root.organisation == self.organisation)
        )

    @property
    def title(self) -> str:
        """The policy's title."""
        return title_sent(self.draft.settings.title, self.sections)

    @property
    def policy_id(self) -> str:
        """The id of the review."""
        return self.draft.settings.policy_id

    @property
    def version(self) -> str:
        """The commit of the text."""
        return self.draft.version.commit

    def text(self, section: Section) -> Text:
        """Return the file that a section is in."""
        return self.draft.policy.texts[section.path]

    def organisation_name(self, thread: Thread) -> str:
        """Return for whom a remark was made."""
        return self.draft.settings.organisation_name(thread.root.organisation)


def title_sent(title: str, sections: Sequence[Section]) -> str:
    """Return the title under which sections of a policy are sent out."""
    return title or (sections[0].title if sections else "Policy")


def whole_texts(policy: Policy, sections: Iterable[Section]) -> tuple[Cover, ...]:
    """Return the texts of which all `sections` were sent; of one section out of several nobody has read the file."""
    sent = {(section.path, section.start) for section in sections}
    whole = dict.fromkeys(section.path for section in policy.sections)
    for section in policy.sections:
        if (section.path, section.start) not in sent:
            whole.pop(section.path, None)
    return tuple(Cover(path, policy.texts[path].blob) for path in whole)
