"""All content checks: a new one is one module and one line here."""

from collections.abc import Callable, Iterable

from reviewtui.checks import placeholder
from reviewtui.domain.document import Policy
from reviewtui.domain.finding import Finding

CHECKS: dict[str, Callable[[Policy], Iterable[Finding]]] = {
    placeholder.NAME: placeholder.find,
}


def run_checks(policy: Policy) -> tuple[Finding, ...]:
    """Return what every check finds in `policy`."""
    return tuple(finding for check in CHECKS.values() for finding in check(policy))
