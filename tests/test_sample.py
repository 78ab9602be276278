"""The sample policy and its record, as this checkout holds them."""

import subprocess
from pathlib import Path

import pytest
import tomli

from reviewtui.workspace.workspace import Workspace

ROOT = Path(__file__).parents[1]
PLANTED = tomli.loads((ROOT / "tests" / "data" / "planted.toml").read_text("utf-8"))
PLACES = [
    (entry["id"], place["path"], place["quote"])
    for entry in [*PLANTED["fault"], *PLANTED["decoy"]]
    for place in entry["places"]
]


@pytest.mark.parametrize(("name", "path", "quote"), PLACES, ids=lambda value: value[:24])
def test_each_planted_fault_stands_where_the_list_says(name, path, quote):
    """A fault that was put in on purpose is there once, so that a check can be measured by it."""
    assert (ROOT / "policy" / path).read_text("utf-8").count(quote) == 1, name


def test_the_policy_is_as_long_as_a_real_one():
    """At least 14 sections and 6,000 words, and nothing about the topic that partners ask for."""
    texts = [path.read_text("utf-8") for path in (ROOT / "policy").glob("*.md")]
    assert len(texts) >= 14
    assert sum(len(text.split()) for text in texts) >= 6_000
    assert not any(word in text.lower() for text in texts for word in ("pre-election", "purdah"))


@pytest.fixture
def own_checkout() -> Path:
    """This checkout; skips where it came without its git history (an archive, a shallow clone)."""
    ask = ["git", "-C", str(ROOT), "rev-parse", "--is-shallow-repository"]
    answer = subprocess.run(ask, capture_output=True, check=False)
    if answer.stdout.strip() != b"false":
        pytest.skip("this checkout has no complete git history")
    return ROOT


def test_the_projects_own_record_opens_and_can_be_believed(own_checkout):
    """Three councils' remarks on the sample policy load, none is refused, and some wait for a decision."""
    draft = Workspace.open(own_checkout).load()
    threads = draft.review.threads.values()
    assert {thread.root.organisation for thread in threads} >= {"northvale", "southmere", "eastwick"}
    assert [problem.reason for problem in draft.problems if problem.what != "text"] == []
    assert draft.review.refused() == ()
    assert any(thread.is_open for thread in threads)
    assert {thread.state for thread in threads} >= {
        "accepted",
        "accepted-with-changes",
        "noted",
        "duplicate",
        "deferred",
    }
