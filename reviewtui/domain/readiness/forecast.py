"""What accepting suggestions would do to readiness, before anybody accepts them."""

from dataclasses import dataclass

from reviewtui.domain.readiness.gate import Gate
from reviewtui.domain.readiness.readiness import Readiness
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.findings.finding import Finding


@dataclass(frozen=True, slots=True)
class Forecast:
    """Readiness before and after suggestions are accepted.

    `accepted` were taken over, `skipped` could not be put into the text at once; `broken` are open remarks that would
    lose their place or their meaning, `appeared` findings that the text does not have now.
    """

    before: Readiness
    after: Readiness
    accepted: tuple[Thread, ...]
    skipped: tuple[Thread, ...] = ()
    broken: tuple[Thread, ...] = ()
    appeared: tuple[Finding, ...] = ()

    @property
    def opened(self) -> tuple[Gate, ...]:
        """The gates that would pass and do not pass now."""
        return self._flipped(passed=True)

    @property
    def shut(self) -> tuple[Gate, ...]:
        """The gates that pass now and would not."""
        return self._flipped(passed=False)

    def _flipped(self, *, passed: bool) -> tuple[Gate, ...]:
        now = {gate.name: gate.passed for gate in self.before.gates if gate.judged}
        after = (gate for gate in self.after.gates if gate.judged)
        return tuple(gate for gate in after if gate.passed is passed and now.get(gate.name, True) is not passed)
