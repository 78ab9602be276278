"""A passage through many versions: born, reworded, moved, gone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from reviewtui.text.placement import Placement, Placer, Quote

Happening = Literal["unchanged", "reworded", "moved", "gone"]


@dataclass(frozen=True, slots=True)
class Step:
    """What happened to a passage from one version to the next; `version` is the index of the later one."""

    version: int
    happening: Happening
    placement: Placement


def trace_quote(versions: Sequence[Mapping[str, str]], quote: Quote) -> tuple[Step, ...]:
    """Follow `quote`, a passage of the first version, through all versions until the last or until it is gone."""
    steps: list[Step] = []
    for index, (before, after) in enumerate(pairwise(versions), start=1):
        placement = Placer(before, after).place(quote)
        steps.append(Step(index, _happening(quote, placement), placement))
        if placement.path is None:
            break
        exact = after[placement.path][placement.start : placement.end]
        quote = Quote(placement.path, placement.start, placement.end, exact)
    return tuple(steps)


def place_through(versions: Sequence[Mapping[str, str]], quote: Quote) -> Placement:
    """Place `quote` of the first version in the last one: directly, and by way of the versions between if unsure."""
    direct = Placer(versions[0], versions[-1]).place(quote)
    if direct.confidence >= 0.8 or len(versions) < 3:
        return direct
    steps = trace_quote(versions, quote)
    last = steps[-1].placement
    if last.path is None or len(steps) < len(versions) - 1 or last.confidence < direct.confidence:
        return direct
    return last


def _happening(quote: Quote, placement: Placement) -> Happening:
    if placement.path is None:
        return "gone"
    if placement.state == "edited":
        return "reworded"
    return "moved" if placement.state == "moved" or placement.path != quote.path else "unchanged"
