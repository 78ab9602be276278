"""How much is still unseen: the points that nobody has raised yet, estimated from how far remarks overlap.

A *point* is one thing to be said about the text: remarks on overlapping passages, and remarks that were linked as
duplicates, are one. Points that only one of several independent organisations raised tell that there are more: Chao's
lower bound (Chao 1984, bias-corrected; incidence form, Chao 1987), with the log-normal interval of Chao 1987, as used
for software inspections (Briand et al. 2000). It assumes that organisations read independently of each other and could
each have found each point; where they did not, more is unseen.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from math import exp, log, sqrt

from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.settings.settings import UNAFFILIATED

_FEWEST_ORGANISATIONS = 3
_FEWEST_POINTS = 8
_FEWEST_SHARED = 3
_WIDEST = 10
"""How many times the points raised the interval may reach before it says nothing."""
_Z = 1.96
"""Of a normal distribution, for an interval that holds the truth in 95 of 100 cases."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many points are not raised yet: the best guess, and the interval from `low` to `high`."""

    organisations: int
    points: int
    once: int
    twice: int
    unseen: float
    low: float
    high: float


def estimate(raised: Iterable[Collection[str]]) -> Estimate | None:
    """Return the estimate from the organisations that raised each point; None where the data cannot carry one.

    They carry one with at least three organisations and eight points of which three were raised by several, and if the
    interval does not reach over ten times what was raised.
    """
    names = [set(raisers) for raisers in raised if raisers]
    counts = [len(name) for name in names]
    organisations = len(set().union(*names)) if names else 0
    once, twice = counts.count(1), counts.count(2)
    overlapping = sum(count > 1 for count in counts)
    if organisations < _FEWEST_ORGANISATIONS or len(counts) < _FEWEST_POINTS or overlapping < _FEWEST_SHARED:
        return None
    share = (organisations - 1) / organisations
    unseen = share * once * (once - 1) / (2 * (twice + 1))
    low, high = _interval(unseen, _variance(once, twice, share, unseen, len(counts)))
    if high > _WIDEST * len(counts):
        return None
    return Estimate(organisations, len(counts), once, twice, unseen, low, high)


def _variance(once: int, twice: int, share: float, unseen: float, points: int) -> float:
    """The variance of the number of all points, after Chao 1987; without twos, after her bias-corrected form."""
    if twice:
        ratio = once / twice
        return twice * (share / 2 * ratio**2 + share**2 * ratio**3 + share**2 / 4 * ratio**4)
    full = points + unseen
    first = share * once * (once - 1) / 2 + share**2 * once * (2 * once - 1) ** 2 / 4
    return max(0.0, first - share**2 * once**4 / (4 * full)) if full else 0.0


def _interval(unseen: float, variance: float) -> tuple[float, float]:
    if unseen <= 0 or variance <= 0:
        return 0.0, max(0.0, unseen)
    factor = exp(_Z * sqrt(log(1 + variance / unseen**2)))
    return unseen / factor, unseen * factor


def points_of(draft: Draft) -> tuple[frozenset[str], ...]:
    """Return for each point the organisations that raised it; praise, what authors say and what is pending is none."""
    threads = [thread for thread in draft.review.threads.values() if _tells(draft, thread)]
    groups = {thread.id: thread.id for thread in threads}
    for thread_id, other_id in (*_linked(threads), *_overlapping(draft, threads)):
        _join(groups, thread_id, other_id)
    raisers: dict[str, set[str]] = defaultdict(set)
    for thread in threads:
        raisers[_root(groups, thread.id)].add(thread.root.organisation)
    return tuple(frozenset(names) for names in raisers.values())


def _tells(draft: Draft, thread: Thread) -> bool:
    known = thread.counts and not thread.is_pending and thread.state != "withdrawn" and thread.kind != "praise"
    return known and thread.root.organisation != UNAFFILIATED and not draft.rules.is_author(thread.by)


def _linked(threads: Iterable[Thread]) -> Iterator[tuple[str, str]]:
    for thread in threads:
        yield from ((thread.id, other) for other, relation in thread.links if relation == "duplicate")
        if thread.decision is not None and thread.state == "duplicate":
            yield thread.id, thread.decision.of


def _overlapping(draft: Draft, threads: Iterable[Thread]) -> Iterator[tuple[str, str]]:
    """Pairs of threads whose passages overlap in the text at hand."""
    spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for thread in threads:
        for _, placement in draft.places(thread):
            if placement is not None and placement.is_placed and placement.path and placement.start < placement.end:
                spans[placement.path].append((placement.start, placement.end, thread.id))
    for held in spans.values():
        reach, last = -1, ""
        for start, end, thread_id in sorted(held):
            if last and start < reach:
                yield last, thread_id
            if end > reach:
                reach, last = end, thread_id


def _root(groups: dict[str, str], name: str) -> str:
    while groups[name] != name:
        groups[name] = groups[groups[name]]
        name = groups[name]
    return name


def _join(groups: dict[str, str], thread_id: str, other_id: str) -> None:
    if thread_id in groups and other_id in groups:
        groups[_root(groups, thread_id)] = _root(groups, other_id)
