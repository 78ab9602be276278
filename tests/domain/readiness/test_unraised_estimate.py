"""The estimate of what is unseen, held against simulated reviewers whose truth is known."""

import math
import random
from collections.abc import Callable

import pytest

from reviewtui.domain.readiness.unraised_estimate import estimate

Seen = Callable[[random.Random], float]


def reading(seed: int, points: int, organisations: int, seen: Seen) -> tuple[list[set[str]], int]:
    """Let organisations read a text with `points` faults, each seen with a chance of its own; return who saw each."""
    dice = random.Random(seed)  # noqa: S311 - a simulation
    found = []
    for _ in range(points):
        chance = seen(dice)
        found.append({f"o{number}" for number in range(organisations) if dice.random() < chance})
    return found, sum(not who for who in found)


@pytest.mark.parametrize(
    ("organisations", "seen", "error", "held"),
    [
        (5, lambda _: 0.3, 2, 0.9),
        (5, lambda _: 0.15, 6, 0.9),
        (5, lambda dice: dice.uniform(0.05, 0.5), 6, 0.85),
        (8, lambda dice: dice.uniform(0.05, 0.5), 4, 0.85),
    ],
)
def test_it_is_near_the_truth(organisations: int, seen: Seen, error: float, held: float) -> None:
    """Over many readings the mean error is small and the interval holds the truth about as often as it says."""
    errors, inside = [], 0
    for seed in range(300):
        found, unseen = reading(seed, 40, organisations, seen)
        told = estimate(found)
        if told is None or not told.telling:
            continue
        errors.append(told.unseen - unseen)
        inside += told.low <= unseen <= told.high
    assert len(errors) > 200
    assert abs(sum(errors) / len(errors)) <= error
    assert inside / len(errors) >= held


def test_points_that_are_hard_to_see_are_underestimated() -> None:
    """Where half of the points are hardly visible the estimate is a lower bound, as it says."""
    errors = []
    for seed in range(200):
        found, unseen = reading(seed, 40, 5, lambda dice: 0.05 if dice.random() < 0.5 else 0.4)
        told = estimate(found)
        errors += [told.unseen - unseen] if told else []
    assert sum(errors) / len(errors) < 0


@pytest.mark.parametrize(
    "found",
    [
        [],
        [{"a"}, {"b"}, {"a", "b"}] * 5,
        [{"a", "b", "c"}] * 7,
        [{name} for name in "abcdefghij"],
    ],
)
def test_data_that_cannot_carry_it_give_none(found: list[set[str]]) -> None:
    """Two organisations, few points, or no overlap are not enough."""
    assert estimate(found) is None


def test_everything_seen_by_all_leaves_nothing() -> None:
    """Where nobody found anything alone, nothing is left to expect."""
    told = estimate([{"a", "b", "c"}] * 10)
    assert told is not None
    assert (told.unseen, told.low, told.high) == (0, 0, 0)


def test_the_interval_is_that_of_the_form_that_is_shown() -> None:
    """The bias-corrected form with its own variance: figures worked out by hand from the formulas of EstimateS."""
    raised = [{"a"}] * 10 + [{"a", "b"}] * 5 + [{"a", "b", "c"}] * 5
    told = estimate(raised)
    assert told is not None
    # 2/3 * 10 * 9 / 12; variance 2/3 * 7.5 + 4/9 * 10 * 19**2 / 144 + 4/9 * 100 * 5 * 81 / (4 * 6**4)
    assert told.unseen == pytest.approx(5.0)
    variance = 5.0 + 11.14198 + 3.47222
    spread = math.exp(1.96 * math.sqrt(math.log(1 + variance / 25)))
    assert (told.low, told.high) == (pytest.approx(5 / spread, rel=1e-3), pytest.approx(5 * spread, rel=1e-3))


@pytest.mark.parametrize(("organisations", "chance"), [(3, 0.3), (5, 0.15), (3, 0.15)])
def test_what_it_says_there_is_at_least_is_there(organisations: int, chance: float) -> None:
    """Also where few points were raised twice, so that the interval says nothing and is not shown."""
    over = shown = 0
    for seed in range(600):
        found, unseen = reading(seed, 40, organisations, lambda _: chance)
        told = estimate(found)
        if told is not None and not told.telling:
            shown, over = shown + 1, over + (math.floor(told.least) > unseen)
    assert shown > 30
    assert over / shown <= 0.06
