"""Everybody at once: clones that push to one repository, and processes in one clone; nothing is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize(
    ("asked", "name", "count"),
    [
        (("--clones", "8", "--remarks", "6", "--processes", "0"), "clones", 48),
        (("--clones", "0", "--processes", "8", "--each", "10"), "one_clone", 80),
    ],
)
def test_nothing_is_lost_in_a_crowd(asked: tuple[str, ...], name: str, count: int) -> None:
    """Eight clones with 6 remarks each, eight processes with 10 in one clone: every one arrives, and none is left."""
    command = [sys.executable, str(ROOT / "benchmarks" / "sharing.py"), "--json", *asked]
    done = subprocess.run(
        command, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)[name]
    assert (found["sent"], found["arrived"], found.get("left_over", 0)) == (count, count, 0)
