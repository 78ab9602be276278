"""What the checks find in the sample policy, held against the list of what was planted in it."""

from datetime import date
from pathlib import Path

import pytest
import tomli

from reviewtui.checks.check_registry import CHECKS as ALL_CHECKS
from reviewtui.checks.check_registry import run_checks, run_local_checks
from reviewtui.checks.input.check_input import CheckInput
from reviewtui.domain.policy.policy import Text, build_policy
from reviewtui.domain.review.findings.finding import Finding

ROOT = Path(__file__).parents[2]
PLANTED = tomli.loads((ROOT / "tests" / "data" / "planted.toml").read_text("utf-8"))
CHECKS = {
    "duplicate": {"duplicate"},
    "conflict": {"conflict"},
    "placeholder": {"placeholder"},
    "missing-topic": {"topic"},
    "stale-companion": {"companion", "conflict"},
    "undefined-abbreviation": {"abbreviation"},
    "broken-link": {"link"},
    "missing-summary": {"summary"},
    "past-date": {"past-date"},
    "unreadable": {"readability"},
}


@pytest.fixture(scope="module")
def sample() -> tuple[CheckInput, tuple[Finding, ...]]:
    """The sample policy with everything that the checks find in it."""
    texts = {}
    for path in sorted((ROOT / "policy").glob("*.md")):
        name = f"policy/{path.name}"
        texts[name] = Text(name, path.read_text("utf-8"), "0" * 40)
    material = CheckInput(build_policy("policy", texts), date(2026, 11, 22))
    return material, run_checks(material)


def touching(material: CheckInput, findings: tuple[Finding, ...], entry: dict) -> list[Finding]:
    """Return the findings of the entry's kind that touch all of its places."""
    wanted = [_span(material, place["path"], place["quote"]) for place in entry["places"]]
    found = []
    for finding in findings:
        spots = [(finding.path, finding.start, finding.end), *([finding.other] if finding.other else [])]
        met = [any(s[0] == w[0] and s[1] < w[2] and w[1] < s[2] for s in spots) for w in wanted]
        if finding.check in CHECKS[entry["kind"]] and (all(met) if len(wanted) > 1 else any(met) or not wanted):
            found.append(finding)
    return found


def _span(material: CheckInput, path: str, quote: str) -> tuple[str, int, int]:
    start = material.policy.texts[f"policy/{path}"].text.index(quote)
    return f"policy/{path}", start, start + len(quote)


def test_what_a_local_check_finds_one_file_tells_alone(sample):
    """Each file by itself has the findings that it has within the policy: words are judged before they stand."""
    material, findings = sample
    names = {name for name, check in ALL_CHECKS.items() if check.is_local}
    alone = {
        (each.check, each.path, each.start, each.message)
        for path, text in material.policy.texts.items()
        for each in run_local_checks(CheckInput(build_policy("policy", {path: text}), material.today))
    }
    assert alone == {(each.check, each.path, each.start, each.message) for each in findings if each.check in names}
    assert {check for check, *_ in alone} >= {"placeholder", "past-date", "readability"}


@pytest.mark.parametrize("entry", PLANTED["fault"], ids=lambda entry: entry["id"])
def test_every_planted_fault_is_found(sample, entry):
    """Each fault of the list is found, at both its places where it has two."""
    assert touching(*sample, entry)


@pytest.mark.parametrize("entry", PLANTED["decoy"], ids=lambda entry: entry["id"])
def test_no_decoy_is_found(sample, entry):
    """What looks like a fault and is none is not taken for one."""
    assert not touching(*sample, entry)


def test_nearly_all_that_is_shown_was_planted(sample):
    """Of what the checks that block a release show, nothing is there that was not put in on purpose."""
    material, findings = sample
    planted = {one.id for entry in PLANTED["fault"] for one in touching(material, findings, entry)}
    style = {"plain-words"}
    assert [one for one in findings if one.id not in planted and one.check not in style] == []


def test_an_unchanged_policy_is_checked_in_a_moment(sample):
    """The sentences of a text that did not change are not read again."""
    from reviewtui.checks.input.policy_prose import prose_of

    before = prose_of.cache_info().misses
    run_checks(sample[0])
    assert prose_of.cache_info().misses == before
