"""The sections as an outline with badges: what waits there, what changed."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from reviewtui.domain.person import parse_person
from reviewtui.domain.policy.policy import Section
from reviewtui.domain.record.events import WasRead
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.decided_place import shown_place
from reviewtui.domain.review.draft import Draft
from reviewtui.text.words.visible import has_hidden
from reviewtui.views.findings.finding_marks import Flaws
from reviewtui.views.overview.news import News
from reviewtui.views.threads.deciding.queue import BLOCKING


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One section: its number in the policy, and counts of the remarks that stand in it.

    `hidden` says that it holds characters nobody sees, `read` that I have marked it as read as it stands, `new` that
    something in it is new since I last looked, `bars` that the checks found something there that bars a release.
    """

    number: int
    title: str
    depth: int
    remarks: int = 0
    open: int = 0
    blocking: bool = False
    pending: bool = False
    dirty: bool = False
    hidden: bool = False
    read: bool = False
    new: bool = False
    bars: bool = False

    @property
    def sign(self) -> str:
        """One sign for the most urgent thing about the section."""
        if self.blocking:
            return BLOCKING
        if self.open:
            return "\u25cf"
        return " "


@dataclass(frozen=True, slots=True)
class Tray:
    """Remarks that stand in no section: open ones about the whole policy or a topic, orphaned, or in several places.

    `decided` are all those that wait for nobody: that such a one lost its place is no work.
    """

    general: tuple[Thread, ...] = ()
    orphaned: tuple[Thread, ...] = ()
    ambiguous: tuple[Thread, ...] = ()
    decided: tuple[Thread, ...] = ()

    @property
    def threads(self) -> tuple[Thread, ...]:
        """All of them, those that need a person first."""
        return (*self.orphaned, *self.ambiguous, *self.general, *self.decided)


def outline_rows(draft: Draft, news: News, flaws: Flaws | None = None) -> tuple[OutlineRow, ...]:
    """Return one row a section; `news` is what was not looked at yet, `flaws` are what is marked beside the text."""
    counts: dict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    mine = {recorded.thread for recorded in draft.my_pending}
    for thread in draft.review.threads.values():
        section = draft.section_of(thread.id)
        if section is not None and thread.counts and thread.state != "withdrawn":
            seen = counts[section.path, section.start]
            seen["remarks"] += 1
            seen["open"] += thread.is_open
            seen["new"] += thread.id in news.threads
            seen["blocking"] += thread.is_undecided and thread.blocking
            seen["pending"] += thread.id in mine
    read = _sections_read(draft)
    rows = []
    for number, section in enumerate(draft.policy.sections):
        seen = counts[section.path, section.start]
        rows.append(
            OutlineRow(
                number=number,
                title=section.title,
                depth=section.name.partition("#")[0].count("/"),
                remarks=seen["remarks"],
                open=seen["open"],
                blocking=bool(seen["blocking"]),
                pending=bool(seen["pending"]),
                dirty=draft.policy.texts[section.path].dirty,
                hidden=has_hidden(draft.policy.body(section)),
                read=section in read,
                new=bool(seen["new"]) or section.path in news.paths,
                bars=any(flaw.bars for flaw in (flaws or {}).get(section, ())),
            )
        )
    return tuple(rows)


def tray_of(draft: Draft) -> Tray:
    """Return the remarks without a section, withdrawn ones and those without effect left out."""
    lying: dict[str, list[Thread]] = defaultdict(list)
    for thread in draft.review.threads.values():
        if not thread.counts or thread.state == "withdrawn":
            continue
        placement = shown_place(draft, thread)
        if placement is not None and placement.is_placed:
            continue
        where = "general" if placement is None else "ambiguous" if placement.state == "ambiguous" else "orphaned"
        lying[where if thread.is_open else "decided"].append(thread)
    return Tray(**{name: tuple(threads) for name, threads in lying.items()})


def _sections_read(draft: Draft) -> frozenset[Section]:
    """Return the sections whose exact text I have marked as read; a text that changed since is not read."""
    if draft.me is None:
        return frozenset()
    mine = {
        (event.path, event.blob)
        for event in draft.review.counting(WasRead)
        if parse_person(event.by).key == draft.me.key
    }
    texts = draft.policy.texts
    return frozenset(section for section in draft.policy.sections if (section.path, texts[section.path].blob) in mine)
