"""What is new since somebody last looked: remarks with something new in them, and changed text."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from reviewtui.domain.counted_nouns import first_few
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.record.thread import in_words
from reviewtui.domain.review.draft import Draft
from reviewtui.views.comparison.changes_since_release import ChangedSpans
from reviewtui.views.threads.remark_marks import RemarkStop, stops
from reviewtui.views.threads.thread_filter import ThreadFilter

_FEW = 3
"""Remarks that are named in a sentence."""


@dataclass(frozen=True, slots=True)
class News:
    """`threads` and `paths` wait to be looked at; `spans` are the new characters by path, looked at or not."""

    threads: frozenset[str] = frozenset()
    paths: frozenset[str] = frozenset()
    spans: Mapping[str, ChangedSpans] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many things wait to be looked at."""
        return len(self.threads) + len(self.paths)

    def without(self, *, thread: str = "", path: str = "") -> "News":
        """Return what is still new after a thread or a text was looked at."""
        return News(self.threads - {thread}, self.paths - {path}, self.spans)

    def concerns(self, thread: str, path: str) -> bool:
        """Say whether one of them waits to be looked at."""
        return thread in self.threads or path in self.paths


def new_places(draft: Draft, news: News) -> tuple[RemarkStop, ...]:
    """Return where something is new, in reading order: remarks with a place, and the first new words of each text."""
    numbers = {section: number for number, section in enumerate(draft.policy.sections)}
    places = [stop for stop in stops(draft, ThreadFilter()) if stop.thread in news.threads]
    for path in news.paths:
        begin = next(iter(news.spans.get(path, ())), (0, 0))[0]
        section = draft.policy.section_at(path, begin)
        if section is not None:
            places.append(RemarkStop(numbers[section], max(section.start, begin), ""))
    return tuple(sorted(places))


def new_threads(draft: Draft, commits: AbstractSet[str], unread: AbstractSet[str]) -> frozenset[str]:
    """Return the threads into which somebody else wrote in one of `commits`, and those `unread` before."""
    me = draft.me.key if draft.me else ""
    unseen = {
        thread.id
        for thread in draft.review.threads.values()
        if any(entry.recorded.provenance.commit in commits and entry.by.key != me for entry in thread.entries)
    }
    return frozenset(unseen | (unread & draft.review.threads.keys()))


def arrival_words(before: Review, draft: Draft, threads: Iterable[str]) -> str:
    """Return what became of remarks since `before`: which were decided and how, which are new, where more was said."""
    decided, new, answered = [], [], []
    for thread in sorted(threads):
        name, was, now = draft.review.name_of(thread), before.threads.get(thread), draft.review.threads[thread]
        section = draft.section_of(thread)
        if now.decision is not None and (was is None or was.decision != now.decision):
            decided.append(f"{name} {in_words(now.state)}")
        elif was is None:
            new.append(f"{name} in \u201c{section.title}\u201d" if section is not None else name)
        else:
            answered.append(name)
    parts = ((decided, "decided"), (new, "new"), (answered, "answered"))
    return "; ".join(f"{len(names)} {word}: {first_few(names, _FEW)}" for names, word in parts if names)
