"""What a content check is: a name, what finds, and how much its findings count unless the settings say otherwise."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reviewtui.checks.material.material import Material
from reviewtui.domain.review.findings.finding import Finding


@dataclass(frozen=True, slots=True)
class Check:
    """A content check; `blocks` says that its findings stand in the way of a release.

    `is_local` where one file tells all that it finds there: it can be asked about words before they are put in.
    """

    name: str
    find: Callable[[Material], Iterable[Finding]]
    blocks: bool = True
    is_local: bool = False
