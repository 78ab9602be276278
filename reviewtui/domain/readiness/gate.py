"""One condition of readiness, with its evidence and what would make it pass."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for or against a gate; thread, finding, path and characters lead to its place.

    What is only `told` does not stand in the way.
    """

    text: str
    thread: str = ""
    path: str = ""
    start: int | None = None
    end: int | None = None
    finding: str = ""
    told: bool = False


@dataclass(frozen=True, slots=True)
class Gate:
    """A condition as it stands; `flips` says what would make it pass (empty when it does).

    A gate that is not `judged` has nothing to judge: it neither passes nor fails, and `flips` says what would make it
    mean something.
    """

    name: str
    title: str
    passed: bool
    evidence: tuple[Evidence, ...]
    flips: str = ""
    judged: bool = True

    @property
    def is_shut(self) -> bool:
        """Whether it stands in the way."""
        return self.judged and not self.passed

    @property
    def counted(self) -> int:
        """How much of the evidence stands in the way; of a gate that is not shut, how much there is."""
        return sum(not each.told for each in self.evidence) if self.is_shut else len(self.evidence)


def nothing_to_judge(name: str, title: str, why: str, flips: str) -> Gate:
    """Return a gate that neither passes nor fails: `why`, and what would make it mean something."""
    return Gate(name, title, passed=False, evidence=(Evidence(why),), flips=flips, judged=False)


def silenced(name: str, title: str, check: str) -> Gate:
    """Return a gate that rests on a check which the settings keep from standing in the way."""
    why = f"the settings keep the check '{check}' from standing in the way"
    return nothing_to_judge(name, title, why, f"let it count in settings.toml: [checks.{check}]")
