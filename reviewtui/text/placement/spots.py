"""A spot: one place that a passage was found at, with how it was told and how surely."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A passage stands at `start` to `end` of the new file `path`; `sure` is 0 to 1, `same` means word for word."""

    path: str
    start: int
    end: int
    sure: float
    same: bool = False
