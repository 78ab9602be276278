"""A terminal that cannot show a character gets its number, never a traceback."""

import os
import subprocess
import sys

import pytest

from tests.acting import remark
from tests.conftest import Clone, Run


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "utf-8"])
@pytest.mark.parametrize("arguments", [("threads",), ("ready",), ("show", "zzzz“")])
def test_any_encoding_will_do(review: Clone, run: Run, encoding: str, arguments: tuple[str, ...]) -> None:
    """Signs outside the terminal's encoding are written with a backslash; what claims mere ASCII is given UTF-8."""
    remark(run, review, "comment", "records", "--quote", "two years", "-m", "Warum zwei? Größe ✗ 政策")
    done = subprocess.run(
        [sys.executable, "-m", "reviewtui", *arguments],
        cwd=review.path,
        env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode == {"threads": 0, "ready": 1, "show": 2}[arguments[0]]
    if arguments == ("threads",):
        assert ("政策".encode() if encoding != "latin-1" else b"\\u653f\\u7b56") in done.stdout
