"""Which open suggestions want to change the same words of the text at hand."""

from collections.abc import Iterable, Mapping, Sequence

from reviewtui.domain.policy.editing import settled_words
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Conflict
from reviewtui.text.merge.edits import Replacement, overlap_groups
from reviewtui.text.placement.place_values import Placement

Placements = Mapping[str, tuple[Placement | None, ...]]


def overlapping(threads: Iterable[Thread], policy: Policy, placements: Placements) -> tuple[tuple[str, ...], ...]:
    """Return the groups of threads that want to change the same words of `policy`, by id, each group in their order.

    Only open suggestions with a known place take part.
    """
    wanted = {
        thread.id: replacement
        for thread in threads
        if thread.is_open and (replacement := _wanted(thread, policy, placements.get(thread.id, ()))) is not None
    }
    ids = tuple(wanted)
    return tuple(tuple(ids[index] for index in group) for group in overlap_groups(policy.strings(), [*wanted.values()]))


def overlapping_with(groups: Sequence[Sequence[str]], thread: str) -> tuple[str, ...]:
    """Return who else of `groups` wants to change the words that `thread` wants to change."""
    return tuple(other for group in groups if thread in group for other in group if other != thread)


def _wanted(thread: Thread, policy: Policy, placements: Sequence[Placement | None]) -> Replacement | None:
    placement = placements[0] if placements else None
    if thread.replacement is None or placement is None or placement.path is None or not placement.is_placed:
        return None
    text = policy.texts[placement.path].text
    try:
        words = settled_words(thread.anchors[0], thread.replacement, text, (placement.start, placement.end))
    except Conflict:
        words = thread.replacement
    return Replacement(placement.path, placement.start, placement.end, words)
