"""One condition of readiness, with its evidence and what would make it pass."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for or against a gate; thread, finding, path and characters lead to its place."""

    text: str
    thread: str = ""
    path: str = ""
    start: int | None = None
    end: int | None = None
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition as it stands; `flips` says what would make it pass (empty when it does)."""

    name: str
    title: str
    passed: bool
    evidence: tuple[Evidence, ...]
    flips: str = ""
    weight: float = 1
