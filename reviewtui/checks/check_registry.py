"""All content checks: a new one is one module and one line here."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from reviewtui.checks.conflict import companion, conflict, duplicate
from reviewtui.checks.input.check_input import CheckInput
from reviewtui.checks.structure import heading, link, summary, topic
from reviewtui.checks.wording import (
    abbreviation,
    impossible_date,
    past_date,
    placeholder,
    plain_words,
    readability,
    term,
)
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.domain.review.work_progress import step_by_step
from reviewtui.domain.settings.settings import Settings


@dataclass(frozen=True, slots=True)
class Check:
    """A content check; `blocks` says that its findings stand in the way of a release.

    `is_local` where one file tells all that it finds there: it can be asked about words before they are put in.
    """

    name: str
    find: Callable[[CheckInput], Iterable[Finding]]
    blocks: bool = True
    is_local: bool = False


CHECKS: dict[str, Check] = {
    check.name: check
    for check in (
        Check(conflict.NAME, conflict.find, blocks=False),
        Check(duplicate.NAME, duplicate.find, blocks=False),
        Check(topic.NAME, topic.find),
        Check(companion.NAME, companion.find),
        Check(placeholder.NAME, placeholder.find, is_local=True),
        Check(link.NAME, link.find),
        Check(past_date.NAME, past_date.find, is_local=True),
        Check(impossible_date.NAME, impossible_date.find, is_local=True),
        Check(abbreviation.NAME, abbreviation.find, blocks=False),
        Check(summary.NAME, summary.find, blocks=False),
        Check(heading.NAME, heading.find, blocks=False),
        Check(readability.NAME, readability.find, blocks=False, is_local=True),
        Check(term.NAME, term.find, blocks=False),
        Check(plain_words.NAME, plain_words.find, blocks=False, is_local=True),
    )
}


def run_checks(material: CheckInput, only: str = "") -> tuple[Finding, ...]:
    """Return what every check that is on finds, or what check `only` finds, on or not.

    Two findings of one check never have the same id: what stands twice, word for word, is told apart by its place.
    """
    chosen = [CHECKS[only]] if only else [check for check in CHECKS.values() if is_on(check, material.settings)]
    return tuple(
        _told_apart(finding for check in step_by_step(chosen, "Checking the text") for finding in check.find(material))
    )


def run_local_checks(material: CheckInput) -> tuple[Finding, ...]:
    """Return what is found by those checks that are on and that each file answers by itself."""
    chosen = (check for check in CHECKS.values() if check.is_local and is_on(check, material.settings))
    return tuple(_told_apart(finding for check in chosen for finding in check.find(material)))


def is_on(check: Check, settings: Settings) -> bool:
    """Say whether a check runs, as it does unless the settings say otherwise."""
    return settings.check(check.name).on is not False


def blocks(name: str, settings: Settings) -> bool:
    """Say whether the findings of a check stand in the way of a release."""
    setting = settings.check(name).blocks
    check = CHECKS.get(name)
    return setting if setting is not None else check is None or check.blocks


def _told_apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.id] += 1
        count = seen[finding.id]
        yield replace(finding, id=f"{finding.id}-{count}") if count > 1 else finding
