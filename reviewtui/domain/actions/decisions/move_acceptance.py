"""What accepting a move does to the text: one edit takes the passage, one puts it, in one file or in two."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reviewtui.domain.identifier import short
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.refusal import Conflict
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.moving import moved_between
from reviewtui.text.placement.place_values import Placement

_BY_HAND = "move it by hand and use 'done', or decline it. Nothing was changed."


@dataclass(frozen=True, slots=True)
class PlannedMove:
    """Both changes of a move, each with its file; in one file the second is told in the text after the first."""

    taken: tuple[str, Edit]
    put: tuple[str, Edit]

    @property
    def stays_in_file(self) -> bool:
        """Whether it stays in its file."""
        return self.taken[0] == self.put[0]


def planned_move(thread: Thread, texts: Mapping[str, str], places: tuple[Placement | None, ...]) -> PlannedMove:
    """Return what accepting a move does to `texts`, in which its two anchors stand at `places`.

    Raises:
        Conflict: one of the two places is not certain, says something else now, or cannot hold the passage any more.
    """
    source, target = places[0], places[1]
    if source is None or source.path is None or not source.is_placed:
        raise _unsettled(thread, f"The passage of {short(thread.id)} has no one place in the text any more")
    if target is None or target.path is None or not target.is_placed:
        raise _unsettled(thread, f"The place that {short(thread.id)} is to go to is not in the text any more")
    if target.sure_context_change is not None:
        reason = target.sure_context_change.reason
        raise Conflict(
            f"Where {short(thread.id)} is to go says something else since it was suggested: {reason}; {_BY_HAND}",
            base=target.sure_context_change.before,
            theirs=thread.anchors[0].exact,
            ours=target.sure_context_change.after,
        )
    outcome = moved_between(texts, (source.path, (source.start, source.end)), (target.path, target.start))
    if isinstance(outcome, Misfit):
        raise _unsettled(thread, f"The passage of {short(thread.id)} cannot stand there: {outcome.reason}")
    return PlannedMove((source.path, outcome.taken), (target.path, outcome.put))


def _unsettled(thread: Thread, what: str) -> Conflict:
    moving, target = thread.anchors[0], thread.anchors[1]
    return Conflict(f"{what}; {_BY_HAND}", base=moving.exact, theirs=f"behind: {target.prefix}", ours="")


def moving_along(
    thread: Thread, others: Iterable[Thread], placements: Mapping[str, tuple[Placement | None, ...]]
) -> Iterator[str]:
    """Yield those of `others`, open suggestions and moves, whose words a move takes along, or that take the thread's.

    One of the two has to be a move.
    """
    here = _passage_of(thread.id, placements)
    for other in others:
        there = _passage_of(other.id, placements)
        if other.id != thread.id and (thread.is_move or other.is_move) and here and there and meet(here, there):
            yield other.id


def _passage_of(name: str, placements: Mapping[str, tuple[Placement | None, ...]]) -> Placement | None:
    return next(iter(placements.get(name, ())), None)


def meet(here: Placement, there: Placement) -> bool:
    """Say whether two passages share words, or begin at the same place."""
    return (
        here.path is not None
        and here.path == there.path
        and here.start < max(there.end, there.start + 1)
        and there.start < max(here.end, here.start + 1)
    )
