"""The table of hostile inputs names tests that exist."""

import re
from pathlib import Path

from tests.hostile.table import hostile_rows, table_lines

ROOT = Path(__file__).parents[2]


def test_each_row_is_held_by_tests_that_exist_or_says_why_not() -> None:
    """Every file is there, and every name begins a test in it; numbers stand once and in order."""
    rows = [row for _, group in hostile_rows() for row in group]
    assert [row.number for row in rows] == [*range(1, 66), *range(67, 81)]
    for row in rows:
        assert bool(row.tests) != bool(row.untested), row
        for each in row.tests:
            path, _, beginning = each.partition("::")
            assert (ROOT / path).exists(), each
            assert not beginning or re.search(rf"def {beginning}", (ROOT / path).read_text("utf-8")), each


def test_cases_are_counted_by_row() -> None:
    """A case counts in each row that it holds, and once in all."""
    outcomes = {"tests/cli/test_same_id.py::test_a[x]": True, "tests/cli/test_same_id.py::test_b": False}
    lines = list(table_lines(outcomes))
    assert [line.split()[-2:] for line in lines if "one id, two" in line] == [["2", "1"]]
    assert lines[-1].split()[-2:] == ["2", "1"]
