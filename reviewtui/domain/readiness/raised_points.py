"""Points: what is to be said about the text, each once, with the organisations that raised it.

Remarks on overlapping passages are one point, so are remarks that were linked as duplicates, and remarks that miss the
same topic. A remark on a section or the policy as a whole is about no passage, so that nobody can tell whether another
one says the same: it is no point, unless it says what is missing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.settings.settings import UNAFFILIATED
from reviewtui.domain.settings.topic_terms import terms_of_topic
from reviewtui.text.words.terms import terms_of

_LONG = 5
"""Letters of a term that can tell what is missing."""
_SHARED = 2
"""So many such terms make two remarks miss the same thing."""
_EVERYWHERE_WORDS = (
    "about missing nothing something anything section policy council should would could please there where which"
)
_EVERYWHERE = frozenset(term.key for term in terms_of(_EVERYWHERE_WORDS))


def points_of(draft: Draft) -> tuple[frozenset[str], ...]:
    """Return for each point the organisations that raised it; praise, what authors say and what is pending is none."""
    threads = [thread for thread in draft.review.threads.values() if _tells(draft, thread)]
    groups = {thread.id: thread.id for thread in threads}
    missing = [thread for thread in threads if _misses(thread)]
    joined = (*_linked(threads), *_overlapping(draft, threads), *_same_topic(draft, missing), *_same_words(missing))
    for thread_id, other_id in joined:
        _join(groups, thread_id, other_id)
    raisers: dict[str, set[str]] = defaultdict(set)
    for thread in threads:
        raisers[_root(groups, thread.id)].add(thread.root.organisation)
    return tuple(frozenset(names) for names in raisers.values())


def _tells(draft: Draft, thread: Thread) -> bool:
    known = thread.is_submitted and thread.state != "withdrawn" and thread.kind != "praise"
    partner = thread.root.organisation != UNAFFILIATED and not draft.effective_settings.is_author(thread.by)
    return known and partner and (_misses(thread) or any(anchor.is_passage for anchor in thread.anchors))


def _misses(thread: Thread) -> bool:
    """Whether a remark says that something is missing, or is about a topic."""
    return thread.kind == "missing" or any(anchor.topic for anchor in thread.anchors)


def _linked(threads: Iterable[Thread]) -> Iterator[tuple[str, str]]:
    for thread in threads:
        yield from ((thread.id, other) for other, relation in thread.links if relation == "duplicate")
        if thread.decision is not None and thread.state == "duplicate":
            yield thread.id, thread.decision.of


def _overlapping(draft: Draft, threads: Iterable[Thread]) -> Iterator[tuple[str, str]]:
    """Pairs of threads whose passages overlap in the text at hand."""
    spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for thread in threads:
        for anchor, placement in draft.places(thread):
            if anchor.is_passage and placement is not None and placement.is_placed and placement.start < placement.end:
                spans[placement.path or ""].append((placement.start, placement.end, thread.id))
    for held in spans.values():
        reach, last = -1, ""
        for start, end, thread_id in sorted(held):
            if last and start < reach:
                yield last, thread_id
            if end > reach:
                reach, last = end, thread_id


def _same_topic(draft: Draft, missing: Sequence[Thread]) -> Iterator[tuple[str, str]]:
    """Pairs of remarks that miss one topic of the settings: they name it, or their words do."""
    known = [
        (topic.id, terms_of_topic(topic))
        for topic in draft.effective_settings.topics
        if topic.title.strip() or topic.terms
    ]
    first: dict[str, str] = {}
    for thread in missing:
        named = [anchor.topic for anchor in thread.anchors if anchor.topic]
        named = named or [name for name, terms in known if terms.stand_in(thread.body)]
        for name in named[:1]:
            yield first.setdefault(name, thread.id), thread.id


def _same_words(missing: Sequence[Thread]) -> Iterator[tuple[str, str]]:
    """Pairs of remarks that say in at least two telling words that the same is missing."""
    terms = {
        thread.id: {term.key for term in terms_of(thread.body) if len(term.key) >= _LONG} - _EVERYWHERE
        for thread in missing
    }
    for (thread_id, words), (other_id, others) in combinations(terms.items(), 2):
        if len(words & others) >= _SHARED:
            yield thread_id, other_id


def _root(groups: dict[str, str], name: str) -> str:
    while groups[name] != name:
        groups[name] = groups[groups[name]]
        name = groups[name]
    return name


def _join(groups: dict[str, str], thread_id: str, other_id: str) -> None:
    if thread_id in groups and other_id in groups:
        groups[_root(groups, thread_id)] = _root(groups, other_id)
