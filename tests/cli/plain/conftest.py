"""A plain session in this process: lines go in, what was said comes out."""

import io
import sys
from collections.abc import Callable

import pytest

from tests.conftest import NORTHVALE, Clone, Run

Talk = Callable[..., str]


@pytest.fixture
def talk(run: Run, monkeypatch: pytest.MonkeyPatch) -> Talk:
    """Type lines in a plain session as a person, and return all that was said; it must end well."""

    def call(clone: Clone, *lines: str, who: tuple[str, str] = NORTHVALE) -> str:
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
            code, out, err = run(clone, "--plain", who=who)
        assert (code, err) == (0, ""), (code, out, err)
        return out

    return call
