"""The author's day of work on the example, with commands and an editor: not ready in the morning, released at night."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tomli

from tests.conftest import Clone, Run

OFFICER = ("Policy Officer", "policy.officer@ashmere.example")
PARTNERS = (
    ("J. Reviewer", "j.reviewer@northvale.example"),
    ("S. Adviser", "s.adviser@southmere.example"),
    ("L. Counsel", "l.counsel@eastwick.example"),
)
ELECTION = """---
order: 195
---
# Pre-election period

In the weeks before polling day, which many call *purdah*, the council must not publish anything that could help or
harm a candidate or a party. Scheduled posts must be looked through by the owner of each account. Councillors' accounts
that the council provides are covered as well. Ask the monitoring officer when in doubt.
"""
EDITS = tomli.loads((Path(__file__).parents[1] / "data" / "day.toml").read_text("utf-8"))["edit"]
Ask = Callable[..., Any]


def day(example: Clone, ask: Ask) -> None:
    """Do a day of work: take in what is pending, decide, write, look at the companion, and be signed off."""
    ask("submit", "--yes", who=PARTNERS[0])  # a copy is not the folder in which they were saved
    threads = ask("threads", "--open")["threads"]
    wishes = {"within two working days.", "are obscene or in bad taste"}
    agreed = [thread["thread"] for thread in threads if thread["replacement"] is None]
    for thread in threads:
        words = thread["replacement"] or ""
        if any(words.endswith(wish) for wish in wishes) or "deputy's number" in words or "vault" in words:
            ask("accept", thread["thread"])
        elif thread["replacement"] is not None:
            ask("decline", thread["thread"], "-m", "Another suggestion for the same words was accepted.")
        else:
            ask("accept", thread["thread"], "-m", "It is in the next draft.")
    for edit in EDITS:
        text = example.read(f"policy/{edit['path']}")
        assert text.count(edit["old"]) == 1, edit
        example.write(f"policy/{edit['path']}", text.replace(edit["old"], edit["new"]))
    example.commit_file("policy/pre-election.md", ELECTION, "Write what was agreed", who=OFFICER)
    written = example.git("rev-parse", "HEAD")
    for thread in agreed:
        ask("done", thread, "--commit", written)
    ask("companion", "overview")
    for finding in ask("check", "--only", "conflict", code=1)["findings"]:
        assert "vault" in finding["quote"] + finding["other"]["quote"]
        ask("dismiss", finding["id"], "-m", "Both say the same: in the vault, and nowhere else.")
    for partner in PARTNERS:
        ask("signoff", "support", who=partner)
        ask("submit", who=partner)


@pytest.mark.slow
def test_a_day_of_work_makes_the_example_ready(example: Clone, run: Run) -> None:
    """In the morning it is not ready for a reader's reasons, at night every gate passes and 1.0 has its documents."""

    def ask(*arguments: str, who: tuple[str, str] = OFFICER, code: int = 0) -> Any:
        ended, out, err = run(example.path, *arguments, "--json", who=who)
        assert ended == code, (arguments, out[-3000:], err)
        return json.loads(out)

    morning = {gate["name"] for gate in ask("ready", code=1)["gates"] if gate["passed"] is False}
    assert morning == {
        "blocking",
        "undecided",
        "orphaned",
        "placeholders",
        "findings",
        "topics",
        "companions",
        "coverage",
        "signoffs",
        "stability",
    }
    day(example, ask)
    assert [gate for gate in ask("ready")["gates"] if gate["passed"] is False] == []
    ask("release", "1.0")
    papers = {path.name for path in (example.path / "reviews" / "releases" / "1.0").rglob("*.md")}
    assert papers >= {"CHANGELOG.md", "disposition.md", "you-said-we-did.md", "northvale.md"}
    assert ask("verify")["ok"]
