"""How a policy got where it is: each version with what was open then, how much had changed, and how ready it was."""

from dataclasses import dataclass

from reviewtui.domain.policy.versions import Version

COUNTED = 60
"""So many of the newest releases are gone into; of older ones there may be thousands, and nobody reads them all."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """One version as it stood then: `words` were changed since the version before; `share` of the work done (0 to 1).

    `words` is None for the first version, `share` where nobody asked for it or it was no question yet.
    """

    version: Version
    open: int
    blocking: int
    words: int | None = None
    share: float | None = None
