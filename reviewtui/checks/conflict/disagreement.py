"""That two sentences disagree: why, and how likely that is one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Why two sentences cannot both be followed; `score` 0 to 1 ranks it among others."""

    why: str
    score: float
