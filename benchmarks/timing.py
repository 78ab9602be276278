"""CPU time, children included, in interleaved rounds."""

import resource
import time
from collections.abc import Callable
from statistics import median


def rounds(works: list[Callable[[], object]], count: int) -> list[tuple[float, float]]:
    """Return the median and the least CPU seconds of each work over `count` rounds, in which all take turns.

    In each round a work runs once before it is timed, so that what came between is not counted.
    """
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(count):
        for work, times in zip(works, taken, strict=True):
            work()
            times.append(cpu(work))
    return [(median(times), min(times)) for times in taken]


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds that `work` takes, children included."""
    before = time.process_time() + children()
    work()
    return time.process_time() + children() - before


def children() -> float:
    """Return the CPU seconds of all children so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
