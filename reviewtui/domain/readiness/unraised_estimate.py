"""How much is still unseen: the points that nobody has raised yet, estimated from how far remarks overlap.

Points that only one of several independent organisations raised tell that there are more: Chao's lower bound in its
bias-corrected incidence form (Chao 1984, 1987), with the variance of that very form (as EstimateS prints it) and the
log-normal interval of Chao 1987; so used for software inspections (Briand et al. 2000). It assumes that organisations
read independently of each other and could each have found each point; where they did not, more is unseen.

Where few points were raised twice that interval is wide and its lower end too high: of 2,000 simulated readings it lay
over the truth in up to a quarter of those. There the same form is taken at the limits (Poisson, 95 %) of both counts,
which lay over the truth in at most 3 % (tests/domain/readiness/test_unseen.py).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import exp, log, sqrt

_FEWEST_ORGANISATIONS = 3
_FEWEST_POINTS = 8
_FEWEST_SHARED = 3
"""With fewer organisations, points, or points that several raised nothing is estimated."""
_WIDEST = 3
"""An interval whose upper end is more than so many times the points that were raised says nothing."""
_Z = 1.96
"""Of a normal distribution, for an interval that holds the truth in 95 of 100 cases."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many points are not raised yet: the best guess, and the interval from `low` to `high`.

    `least` is what there is at least. Where the interval is not `telling`, that is all that can be said.
    """

    organisations: int
    points: int
    once: int
    twice: int
    unseen: float
    low: float
    high: float
    least: float

    @property
    def telling(self) -> bool:
        """Whether the interval says something."""
        return self.high <= _WIDEST * self.points


def estimate(raised: Iterable[Collection[str]]) -> Estimate | None:
    """Return the estimate from the organisations that raised each point; None where the data cannot carry one.

    They carry one with at least three organisations and eight points of which three were raised by several, and if it
    says more than that there may be none.
    """
    names = [set(raisers) for raisers in raised if raisers]
    counts = [len(name) for name in names]
    organisations = len(set().union(*names)) if names else 0
    once, twice = counts.count(1), counts.count(2)
    overlapping = sum(count > 1 for count in counts)
    if organisations < _FEWEST_ORGANISATIONS or len(counts) < _FEWEST_POINTS or overlapping < _FEWEST_SHARED:
        return None
    share = (organisations - 1) / organisations
    unseen = share * once * (once - 1) / (2 * (twice + 1))
    low, high = _interval(unseen, _variance(once, twice, share, len(counts) + unseen))
    least = low if high <= _WIDEST * len(counts) else min(low, _cautious(once, twice, share))
    estimated = Estimate(organisations, len(counts), once, twice, unseen, low, high, least)
    return estimated if estimated.telling or least >= 1 else None


def _variance(once: int, twice: int, share: float, full: float) -> float:
    """The variance of the bias-corrected form, with `full` points in all; without any raised twice it is another."""
    spread = share**2 * once * (2 * once - 1) ** 2 / (4 * (twice + 1) ** 2)
    first = share * once * (once - 1) / (2 * (twice + 1)) + spread
    if twice:
        return first + share**2 * once**2 * twice * (once - 1) ** 2 / (4 * (twice + 1) ** 4)
    return max(0.0, first - share**2 * once**4 / (4 * full)) if full else 0.0


def _cautious(once: int, twice: int, share: float) -> float:
    """What is unseen at least, when both counts may have come out by chance."""
    few = once * (1 - 1 / (9 * once) - _Z / (3 * sqrt(once))) ** 3 if once else 0.0
    many = (twice + 1) * (1 - 1 / (9 * (twice + 1)) + _Z / (3 * sqrt(twice + 1))) ** 3
    return share * few * max(0.0, few - 1) / (2 * many)


def _interval(unseen: float, variance: float) -> tuple[float, float]:
    if unseen <= 0 or variance <= 0:
        return 0.0, max(0.0, unseen)
    factor = exp(_Z * sqrt(log(1 + variance / unseen**2)))
    return unseen / factor, unseen * factor
