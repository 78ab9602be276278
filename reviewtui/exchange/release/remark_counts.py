"""How many remarks there are, counted once for all documents: of each decision, and how they came into a document."""

from collections import Counter
from collections.abc import Iterable, Iterator

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.readiness.release_inputs import ReleaseInputs, Standing
from reviewtui.domain.record.thread import Thread, in_words

DECISIONS = ("accepted", "accepted-with-changes", "noted", "declined", "deferred", "duplicate", "withdrawn", "open")
"""What remarks are counted by; what is contested is open."""


def tally(threads: Iterable[Thread]) -> Counter[str]:
    """Return how many remarks there are of each decision: the one count of all documents."""
    return Counter("open" if thread.state == "contested" else thread.state for thread in threads)


def tally_told(threads: Iterable[Thread]) -> str:
    """Return the count in words, without what there is none of."""
    counts = tally(threads)
    return ", ".join(f"{counts[state]} {in_words(state)}" for state in DECISIONS if counts[state])


def all_counted(threads: Iterable[Thread]) -> str:
    """Return how many of the remarks on record are decided, for a paper that is about all of them."""
    shared = [thread for thread in threads if thread.is_submitted]
    left = sum(thread.is_open for thread in shared)
    return f"{counted(len(shared), 'remark', 'is')} on record: {len(shared) - left} decided or withdrawn, {left} open."


def release_counted(inputs: ReleaseInputs, organisation: str = "") -> str:
    """Return how many of all remarks (of one organisation) the documents of a release are about, why, and their fate.

    Before the first release they are about all of them, and only their number is said.
    """
    held = inputs.threads(organisation)
    every = inputs.submitted_threads(organisation)
    fate = f"What became of {'it' if len(held) == 1 else f'these {len(held)}'}: {tally_told(held)}."
    if not inputs.base_version:
        return f"{counted(len(held), 'remark')} in this release's documents. {fate}"
    ways = Counter(inputs.reason_to_tell(thread) for thread in held)
    why = ", ".join(f"{ways[way]} {told}" for way, told in _ways(inputs.base_version) if ways[way])
    settled = len(every) - len(held)
    rest = f"; {counted(settled, 'other', 'was')} settled before {inputs.base_version}" if settled else ""
    return f"{len(held)} of {counted(len(every), 'remark')} in this release's documents ({why}){rest}. {fate}"


def _ways(version: str) -> Iterator[tuple[Standing, str]]:
    yield "new", f"made since {version}"
    yield "open", f"made before and not decided at {version}"
    yield "decided", f"decided before {version} with something new or still to do"
