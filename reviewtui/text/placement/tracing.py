"""A passage through many versions: born, unchanged, moved, reworded, gone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from reviewtui.text.meaning.language.default_language import BRITISH_ENGLISH
from reviewtui.text.meaning.meaning import may_mean_otherwise
from reviewtui.text.placement.place_values import Placement, Quote, State
from reviewtui.text.placement.placement import Placer

Happening = Literal["first", "born", "unchanged", "moved", "reworded", "gone", "unsure"]
"""What happened to a passage in a version, seen from the version before.

`first`: it stands in the first version that was looked at. `born`: the version before does not have it. `unsure`: it
may be in several places.
"""


@dataclass(frozen=True, slots=True)
class TraceStep:
    """A passage in one version: the version's index, what happened there, and where the passage stands.

    `words` are its words there; `alarm` says what changed in its duty since the version before, and is empty if nothing
    did.
    """

    version: int
    happening: Happening
    placement: Placement
    words: str = ""
    alarm: str = ""


def trace_quote(
    versions: Sequence[Mapping[str, str]], quote: Quote, at: int = 0, *, language: str = BRITISH_ENGLISH
) -> tuple[TraceStep, ...]:
    """Follow `quote`, a passage of the version `at`, to its birth and to its end; `versions` are in order of time.

    The steps are in order of time as well, from the first version that has the passage to the last, or to the one in
    which it is gone.
    """
    earlier, before = _followed(versions, quote, range(at, -1, -1), language)
    later, after = _followed(versions, quote, range(at, len(versions)), language)
    # Placed from the one behind it or from the one before it: either way the state belongs to the step between the two.
    states = {index + 1: placement.state for index, placement in earlier.items() if index < at}
    states |= {index: placement.state for index, placement in later.items() if index > at}
    steps: list[TraceStep] = []
    for index, placement in sorted((earlier | later).items()):
        words = _words(versions[index], placement)
        if steps:
            steps.append(_step(steps[-1], index, placement, words, (states[index], language)))
        else:
            steps += _beginning(index, placement, words, before)
    if after is not None:
        steps.append(TraceStep(after[0], "unsure" if after[1].state == "ambiguous" else "gone", after[1]))
    return tuple(steps)


def _beginning(index: int, placement: Placement, words: str, before: "_Last") -> list[TraceStep]:
    if before is not None and before[1].state == "ambiguous":
        return [TraceStep(before[0], "unsure", before[1]), TraceStep(index, "unsure", placement, words)]
    return [TraceStep(index, "first" if before is None else "born", placement, words)]


_Last = tuple[int, Placement] | None


def _followed(
    versions: Sequence[Mapping[str, str]], quote: Quote, line: range, language: str
) -> tuple[dict[int, Placement], _Last]:
    """Return where the passage stands in the versions along `line`, and where the line ended without it."""
    here = Placement("exact", quote.path, quote.start, quote.end, 1.0, meaning_changed=False, reason="")
    placements = {line[0]: here}
    for before, after in pairwise(line):
        placement = Placer(versions[before], versions[after], language=language).place(quote)
        if placement.path is None:
            return placements, (after, placement)
        placements[after] = placement
        quote = Quote(placement.path, placement.start, placement.end, _words(versions[after], placement))
    return placements, None


def _step(last: TraceStep, index: int, placement: Placement, words: str, how: tuple[State, str]) -> TraceStep:
    """Return what happened between the last step and the passage in the version `index`."""
    state, language = how
    if state == "edited":
        changes = may_mean_otherwise(last.words, words, language)
        return TraceStep(index, "reworded", placement, words, changes[0].words if changes else "")
    moved = state == "moved" or placement.path != last.placement.path
    return TraceStep(index, "moved" if moved else "unchanged", placement, words)


def _words(texts: Mapping[str, str], placement: Placement) -> str:
    return texts[placement.path][placement.start : placement.end] if placement.path else ""
