"""Whether what changed around a passage is what its writer knew of: words of suggestions that were accepted since."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewtui.domain.record.thread import Thread
from reviewtui.text.diff.sequences.alignment import common_prefix, common_suffix
from reviewtui.text.meaning.language.default_language import BRITISH_ENGLISH
from reviewtui.text.placement.place_values import ContextChange


@dataclass(frozen=True, slots=True)
class KnownChanges:
    """Accepted suggestions that a writer knew of and that may explain a change around the passage.

    `older` is the text that all of them were made on.

    Those with ids in `together` are decided in one go with it; the policy is in `language`.
    """

    older: str
    threads: tuple[Thread, ...]
    together: frozenset[str] = frozenset()
    language: str = BRITISH_ENGLISH


NOTHING_KNOWN = KnownChanges("", ())


def known_to(thread: Thread, others: Iterable[Thread], together: frozenset[str] = frozenset()) -> tuple[Thread, ...]:
    """Return the accepted suggestions for the same text that the writer of `thread` had made, or that came before.

    Those with ids in `together` are decided in one go with it, so that the author has read both.
    """
    return tuple(
        other
        for other in others
        if other.id != thread.id
        and other.is_suggestion
        and other.edit is not None
        and other.anchors[0].blob == thread.anchors[0].blob
        and (other.by.key == thread.by.key or other.id < thread.id or other.id in together)
    )


def unknown_change(thread: Thread, known: KnownChanges, text: str, now: tuple[int, int]) -> ContextChange | None:
    """Return what changed around a passage beside what the `known` suggestions put there."""
    from reviewtui.text.placement.surroundings import changed_surroundings

    older = known.older
    start, end = thread.anchors[0].start or 0, thread.anchors[0].end or 0
    beside = 0
    for first, last, words in sorted(_changes(known.threads, older), reverse=True):
        grown = len(words) - (last - first)
        if last <= start and first < start:
            start, end = start + grown, end + grown
        elif first == last == start == end:
            beside += grown
        elif start <= first and last <= end:
            end += grown
        elif first < end:
            continue
        older = f"{older[:first]}{words}{older[last:]}"
    # Of words that were put into the very same gap the new ones may stand before or behind.
    places = [(start + by, end + by) for by in sorted({0, beside})]
    changes = [changed_surroundings(older, place, text, now, known.language) for place in places]
    return None if None in changes else changes[0]


def _changes(known: Iterable[Thread], older: str) -> Iterator[tuple[int, int, str]]:
    """Yield what each suggestion put where in the text that it was made on, where its words stand there once."""
    # A draft holds such changes; only one with something changed around a passage needs to fit words.
    from reviewtui.text.merge.edits import Edit
    from reviewtui.text.merge.fitting import fitted_alone

    for other in known:
        anchor, decision = other.anchors[0], other.decision
        low, high = anchor.start or 0, anchor.end or 0
        if decision is None or decision.edit is None or older[low:high] != anchor.exact:
            continue
        edit, words = decision.edit, other.replacement
        if decision.verdict != "accepted" or words is None:
            if anchor.exact.count(edit.before) != 1:
                continue
            words = anchor.exact.replace(edit.before, edit.after)
        shorter = min(len(anchor.exact), len(words))
        head = common_prefix(anchor.exact, words, 0, 0, shorter)
        tail = common_suffix(anchor.exact, words, len(anchor.exact), len(words), shorter - head)
        change = fitted_alone(older, low + head, high - tail, words[head : len(words) - tail])
        if isinstance(change, Edit):
            yield change.start, change.end, change.words
