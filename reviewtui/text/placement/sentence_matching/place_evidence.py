"""What speaks for a place being an old sentence, as numbers; and the log odds that they come to together.

The weights were fitted to sentences followed step by step through the histories of fifteen policies (benchmarks/
README.md), as one choice between all places of a sentence and none.
"""

from operator import mul
from typing import NamedTuple


class PlaceEvidence(NamedTuple):
    """The evidence for one place, independent of other places; from 0 to 1 where nothing else is said."""

    constant: float
    kept: float
    """The share of the substance of the old sentence that stands there, in words by how much they tell."""
    filled: float
    """The share of the substance there that the old sentence had."""
    order: float
    """The words that both have in the same order."""
    replaced: float
    """The share of the old substance that other words took the place of, word for word."""
    shared: float
    """The logarithm of one more than the weight of what both share, about one for each rare word."""
    links: float
    """1 where a link of both has the same target."""
    gap: float
    """1 between the same kept neighbours, in another file under their heading."""
    beside: float
    """How near a neighbour of the sentence stands to the place, on its side of it: 1 right beside it."""
    heading: float
    """1 where one of both is a heading and the other is not."""
    file: float
    """The share of the sentences of its file whose place is known that are in the file of the place."""
    together: float
    """The share of the sentences under its heading whose place is known that are under the heading of the place."""


WEIGHTS = PlaceEvidence(
    constant=-6.65,
    kept=2.53,
    filled=0.16,
    order=2.57,
    replaced=-3.42,
    shared=2.06,
    links=0.7,
    gap=1.28,
    beside=2.65,
    heading=-1.78,
    file=1.36,
    together=0.4,
)


def log_odds(evidence: PlaceEvidence) -> float:
    """Return the logarithm of the odds that a place is the sentence, against its being nowhere."""
    return float(sum(map(mul, WEIGHTS, evidence)))
