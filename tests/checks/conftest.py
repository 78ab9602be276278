"""A policy made of a few lines, under the checks."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from reviewtui.checks.check_registry import run_checks
from reviewtui.checks.input.check_input import CheckInput
from reviewtui.domain.policy.policy import Text, build_policy
from reviewtui.domain.settings.settings import Settings

TODAY = date(2026, 11, 22)
Look = Callable[..., list[str]]


def material(texts: dict[str, str], **settings: Any) -> CheckInput:
    """Return `texts`, by name, as a policy under the checks."""
    made = {f"policy/{name}.md": Text(f"policy/{name}.md", text, "0" * 40) for name, text in texts.items()}
    return CheckInput(build_policy("policy", made), TODAY, Settings(policy_id="p", **settings))


@pytest.fixture
def look() -> Look:
    """Run one check on texts, and return the messages of what it finds, each with the words that it is about."""

    def call(check: str, settings: dict[str, Any] | None = None, /, **texts: str) -> list[str]:
        made = material(texts, **(settings or {}))
        found = run_checks(made, check)
        strings = made.policy.strings()
        return [f"{strings.get(one.path, '')[one.start : one.end]} | {one.message}" for one in found]

    return call
