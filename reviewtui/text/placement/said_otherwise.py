"""That what a passage is said within says something else now. It is told from its rules, which load many tables."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SaidOtherwise:
    """Why what a passage is said within says something else now; `before` and `after` are its words then and now."""

    reason: str
    before: str
    after: str
