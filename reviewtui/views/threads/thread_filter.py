"""Which remarks are to be shown: conditions that combine, each empty where it asks for nothing."""

from dataclasses import dataclass, fields
from datetime import date

from reviewtui.domain.policy.policy import within
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft


@dataclass(frozen=True, slots=True)
class ThreadFilter:
    """Which threads to show; an empty field asks for nothing."""

    open_only: bool = False
    state: str = ""
    section: str = ""
    organisation: str = ""
    kind: str = ""
    flag: str = ""
    decided_only: bool = False
    """Whether a decision has to be in force."""
    mine: bool = False
    """Whether I have to have made the remark."""
    blocking: bool = False
    since: str = ""
    """The day, as 2026-11-28, on which or after which something has to have been said or decided."""

    @property
    def asks_for_decided(self) -> bool:
        """Whether it asks for remarks that are decided: they are shown where else only those that wait are."""
        return self.decided_only or self.state not in {"", "open", "contested"}

    @property
    def is_empty(self) -> bool:
        """Whether it takes every remark."""
        return not any(getattr(self, field.name) for field in fields(self))

    def takes(self, draft: Draft, thread: Thread) -> bool:
        """Say whether `thread` is to be shown."""
        return self._takes_state(thread) and self._takes_root(draft, thread) and self._takes_place(draft, thread)

    def _takes_state(self, thread: Thread) -> bool:
        return (
            (not self.open_only or thread.is_open)
            and (not self.decided_only or thread.decision is not None)
            and self.state in {"", "" if thread.same_as else thread.state}
            and (not self.since or _last_day(thread) >= date.fromisoformat(self.since))
        )

    def _takes_root(self, draft: Draft, thread: Thread) -> bool:
        return (
            self.organisation in {"", thread.root.organisation}
            and self.kind in {"", thread.kind}
            and (not self.blocking or thread.blocking)
            and (not self.mine or (draft.me is not None and thread.by.key == draft.me.key))
        )

    def _takes_place(self, draft: Draft, thread: Thread) -> bool:
        if self.flag and self.flag not in draft.all_flags(thread):
            return False
        return not self.section or self.section == section_name(draft, thread)


def section_name(draft: Draft, thread: Thread) -> str:
    """Return the name of the section that a thread stands in, or stood in last."""
    section = draft.section_of(thread.id)
    if section is not None:
        return section.name
    return within(draft.policy.folder, thread.anchors[0].path) if thread.anchors else ""


def _last_day(thread: Thread) -> date:
    return max(entry.event.at for entry in thread.entries).date()
