"""A change of what a passage is part of: the value alone, since the rules in `surroundings` load many tables."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ContextChange:
    """Why what a passage is said within says something else now; `before` and `after` are its words then and now.

    `in_doubt` where no alarm tells it: other words of its sentence or row changed, and not by spelling alone.
    """

    reason: str
    before: str
    after: str
    in_doubt: bool = False
