"""Texts made to stop a check: each took the square of their length, or longer, before."""

from datetime import date

import pytest

from reviewtui.checks.check_registry import CHECKS
from reviewtui.checks.input.check_input import CheckInput
from reviewtui.checks.input.policy_prose import prose_of
from reviewtui.domain.policy.policy import Text, build_policy
from reviewtui.domain.settings.settings import Settings

SIZE = 100_000


@pytest.mark.parametrize(
    "piece",
    [
        "![",
        "[a](",
        "[tbc ",
        ".",
        ". ",
        '"',
        "Aa Bb (ABC) ",
        "1 January 2026 ",
        "see [a](#a) ",
        ".](",
        ".{",
        "`x` TODO ",
    ],
)
@pytest.mark.slow
@pytest.mark.parametrize("before", ["", "# "])
def test_no_check_stops_at_a_text_of_one_sign(piece: str, before: str) -> None:
    """Every check ends, also in a heading of a hundred thousand characters."""
    text = before + piece * (SIZE // len(piece))
    policy = build_policy("policy", {"policy/x.md": Text("policy/x.md", text, "")})
    material = CheckInput(policy, date(2026, 11, 22), Settings(policy_id="x"))
    for check in CHECKS.values():
        for finding in check.find(material):
            assert 0 <= finding.start <= finding.end <= len(text)


def test_what_is_too_long_for_a_sentence_is_read_in_pieces() -> None:
    """The pieces hold the whole text, and are cut at white space where there is some."""
    text = "officers read the post and " * 1000
    pieces = prose_of(text).running()
    assert max(one.end - one.start for one in pieces) <= 3000
    assert "".join(text[one.start : one.end] for one in pieces) == text.rstrip()
