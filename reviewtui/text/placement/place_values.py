"""The stages of a place, as values alone: a quote, where it may stand, what is answered, what is only offered.

The rules that lead from one to the next load many tables; whoever only tells of a place needs none of them.
"""

from dataclasses import dataclass
from typing import Literal, NamedTuple

State = Literal["exact", "moved", "edited", "ambiguous", "orphaned", "reattached"]


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of the old version: `old[path][start:end]`, in code points; `start == end` is an insertion point."""

    path: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A passage may stand at `start` to `end` of the new file `path`; `sure` is 0 to 1.

    `same` means word for word, `whole` that it is whole sentences.
    """

    path: str
    start: int
    end: int
    sure: float
    same: bool = False
    whole: bool = False


class OfferedPlace(NamedTuple):
    """A place that a lost passage may have gone to, too unlike it to be told: `sure` is 0 to 0.5."""

    path: str
    start: int
    end: int
    sure: float

    def shares(self, place: tuple[str, int, int]) -> bool:
        """Say whether it has words of another place."""
        return self.path == place[0] and self.start < place[2] and place[1] < self.end


@dataclass(frozen=True, slots=True)
class ContextChange:
    """Why what a passage is said within says something else now; `before` and `after` are its words then and now.

    `in_doubt` where no alarm tells it: other words of its sentence or row changed, and not by spelling alone.
    """

    reason: str
    before: str
    after: str
    in_doubt: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """What is answered of a passage: where it is now, how sure that is (0 to 1), and whether its duty changed.

    `candidates` are the places that an ambiguous passage may have; for an orphan, what stands where it stood. `likely`
    are the places that are most like an orphan, the best first, for a person to choose from. The state "reattached"
    means that a person said where it is. `context_change` says that the sentence, the list or the heading in which the
    passage is said says something else now.
    """

    state: State
    path: str | None
    start: int
    end: int
    confidence: float
    meaning_changed: bool = False
    reason: str = ""
    candidates: tuple[tuple[str, int, int], ...] = ()
    likely: tuple[OfferedPlace, ...] = ()
    context_change: ContextChange | None = None

    @classmethod
    def lost(cls, reason: str, successor: tuple[tuple[str, int, int], ...] = ()) -> "Placement":
        """Return that a passage is gone, with what stands where it stood."""
        return cls("orphaned", None, 0, 0, 0.0, reason=reason, candidates=successor)

    @classmethod
    def unsure(cls, candidates: tuple[PlaceCandidate, ...]) -> "Placement":
        """Return that a passage may be at several places, and which."""
        places = tuple((each.path, each.start, each.end) for each in candidates)
        return cls("ambiguous", None, 0, 0, 0.5, reason="it may be in several places", candidates=places)

    @property
    def sure_context_change(self) -> ContextChange | None:
        """What the sentence, list or heading around it says otherwise for sure; a mere doubt is none."""
        return self.context_change if self.context_change is not None and not self.context_change.in_doubt else None

    @property
    def is_placed(self) -> bool:
        """Whether it is at one known place."""
        return self.path is not None and self.state not in {"ambiguous", "orphaned"}
