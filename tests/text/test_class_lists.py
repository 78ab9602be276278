"""Changes that readers judged without knowing the engine (tests/data/classes): hardly one of substance is missed."""

import json
from pathlib import Path

import pytest

from reviewtui.text.diff.policy_diff import diff_policies

LISTS = Path(__file__).parents[1] / "data" / "classes"
MINIMAL = [json.loads(line) for line in (LISTS / "minimal.jsonl").read_text("utf-8").splitlines()]
"""Pairs by whoever built the engine: each kind of rewording beside what looks like it and is none."""


def in_substance(pair: dict[str, str]) -> bool:
    """Say whether the comparison of a pair finds more than editorial changes."""
    diff = diff_policies({"a.md": f"{pair['before']}\n"}, {"a.md": f"{pair['after']}\n"})
    return any(change.change_class != "editorial" for file in diff.files for change in file.changes)


def share_in_substance(name: str) -> float:
    """Return the share of a list that counts as changed in substance."""
    pairs = [json.loads(line) for line in (LISTS / name).read_text("utf-8").splitlines()]
    return sum(map(in_substance, pairs)) / len(pairs)


@pytest.mark.quick(2)
@pytest.mark.parametrize("reader", [1, 2, 3, 4])
def test_a_change_of_substance_is_not_called_editorial(reader: int) -> None:
    """Two in a hundred at the most."""
    assert share_in_substance(f"substance_{reader}.jsonl") >= 0.98


@pytest.mark.quick(2)
@pytest.mark.parametrize(("reader", "most"), [(1, 0.10), (2, 0.16), (3, 0.12), (4, 0.50)])
def test_most_editorial_changes_are_known_as_that(reader: int, most: float) -> None:
    """The rest is in doubt, which an author can settle; the fourth reader rewrote most freely."""
    assert share_in_substance(f"editorial_{reader}.jsonl") <= most


def test_a_rewording_of_each_kind_is_told_from_its_smallest_change_of_substance() -> None:
    """In both directions."""
    for pair in MINIMAL:
        turned = {"before": pair["after"], "after": pair["before"]}
        assert in_substance(pair) is in_substance(turned) is (pair["label"] == "substance"), pair
