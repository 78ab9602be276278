"""What a content check is: a name, what finds, and how much its findings count unless the settings say otherwise."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reviewtui.checks.material.material import Material
from reviewtui.domain.review.findings.finding import Finding


@dataclass(frozen=True, slots=True)
class Check:
    """A content check; `blocks` says that its findings stand in the way of a release."""

    name: str
    find: Callable[[Material], Iterable[Finding]]
    blocks: bool = True
