"""The verdicts on the example at each of its releases and drafts: never ready, and each says how far or why not."""

import json

import pytest

from tests.conftest import Clone, Run


@pytest.mark.slow
def test_the_answer_rises_or_says_why_not(example: Clone, run: Run) -> None:
    """What is left to decide goes down only by what somebody decided; where no share is told, the answer says why."""
    versions = ["0.1", "0.5", "0.9", *example.git("log", "--reverse", "--format=%h", "0.9..HEAD").split()[::4]]
    before: tuple[int, int] | None = None
    for version in versions:
        code, out, _ = run(example, "ready", "--at", version, "--json")
        told = json.loads(out)
        assert (code, told["ready"]) == (1, False)
        assert (told["share"] is None) is bool(told["question"])
        assert told["position"].startswith("not yet a question: no partner" if told["question"] else "closer to ")
        done, left = next((row["done"], row["left"]) for row in told["work"] if row["what"].startswith("remark"))
        if version in {"0.1", "0.5"}:
            assert told["question"]
        if before is not None and told["base"] == "0.9":
            assert done + left >= sum(before)
        before = (done, left) if told["base"] == "0.9" else None
