"""How long a sync waits for others, so that all who share at one moment are done soon and nobody is last every time.

Whoever has just begun waits longest, since for them it costs least; whoever has waited long does not wait any more.
"""

import random
import time

from reviewtui.store.git.near_commits import read_commit
from reviewtui.store.git.repository import Repository

_AFTER_TRIES = (2, 1)
"""How many times the length of a try is waited at most, and half of that at least, after the first and the second."""
_LONGEST = 5.0
_JUST_NOW = 2.0
"""Seconds after which it is no longer likely that whoever pushed shares again, or others with them."""
_FIRST, _FIRST_LONGEST = 6, 1.0
"""The same before the first try, as a multiple of what getting theirs took, and in seconds."""


def pause_after(tries: int, spent: float) -> float:
    """Wait after `tries` in vain that took `spent` seconds; return for how long."""
    return _wait(min(spent / tries * (_AFTER_TRIES[tries - 1] if tries <= len(_AFTER_TRIES) else 0), _LONGEST))


def pause_before(repository: Repository, tip: str, spent: float) -> float:
    """Wait where `tip` was made just now, so that others share at this moment; return for how long.

    `spent` are the seconds that it took to get it. Where clocks differ nobody waits, and more tries are in vain.
    """
    commit = read_commit(repository, tip)
    if commit is None or abs(time.time() - commit.date) > _JUST_NOW:
        return 0.0
    return _wait(min(spent * _FIRST, _FIRST_LONGEST))


def _wait(longest: float) -> float:
    pause = random.uniform(longest / 2, longest)  # noqa: S311 - jitter, no secret
    time.sleep(pause)
    return pause
