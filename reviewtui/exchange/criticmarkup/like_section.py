"""The section whose words a text without a title has, if it is like one and like no other."""

import re
from collections import Counter
from itertools import pairwise

from reviewtui.domain.policy.policy import Policy, Section

_ALIKE = 0.6
_OTHER = 0.3
"""A text is a section that shares so much with it, where no other one shares as much as this."""
_WORD = re.compile(r"\w{2,}")
_FEWEST = 8
"""So many words at least tell a section."""


def like_section(text: str, policy: Policy) -> Section | None:
    """Return the one section that a text is like; None where there is none, or where that is in doubt."""
    words = _pairs(text)
    if words.total() < _FEWEST:
        return None
    shares = sorted(
        ((_share(words, _pairs(policy.body(each))), n) for n, each in enumerate(policy.sections)), reverse=True
    )
    if not shares or shares[0][0] < _ALIKE or (len(shares) > 1 and shares[1][0] > _OTHER):
        return None
    return policy.sections[shares[0][1]]


def _pairs(text: str) -> Counter[tuple[str, str]]:
    """The pairs of words that stand side by side: two texts on one matter share words, but few pairs."""
    words = _WORD.findall(text.casefold())
    return Counter(pairwise(words))


def _share(here: Counter[tuple[str, str]], there: Counter[tuple[str, str]]) -> float:
    return (here & there).total() / max(here.total(), there.total(), 1)
