"""What a workspace keeps between two loads."""

import json
from datetime import UTC, datetime

import pytest

from reviewtui.domain.actions.commands import Submit
from reviewtui.domain.person import Person
from reviewtui.store.git.repository import open_repository
from reviewtui.store.record import record_files
from reviewtui.store.record.event_codec import decode_event
from reviewtui.workspace.real_environment import Environment
from reviewtui.workspace.workspace import Workspace
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run

MOMENT = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)


def test_a_commit_by_another_program_is_seen(review: Clone, run: Run) -> None:
    """A workspace that stays open sees what was committed and what was saved since, each at the next load."""
    workspace = Workspace.open(review.path)
    assert len(workspace.load().review.threads) == 0
    assert run(review.path, "comment", "records", "-m", "How long?", who=NORTHVALE)[0] == 0
    (thread,) = workspace.load().review.threads.values()
    assert thread.flags == {"pending"}
    assert run(review.path, "submit", who=NORTHVALE)[0] == 0
    (thread,) = workspace.load().review.threads.values()
    assert thread.flags == frozenset()
    assert run(review.path, "comment", "records", "-m", "Where?", who=SOUTHMERE)[0] == 0
    assert len(workspace.load().review.threads) == 2


def test_a_pending_file_is_decoded_once(review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next load reads it again, and decodes it only if its bytes are others."""
    decoded: list[bytes] = []
    monkeypatch.setattr(record_files, "decode_event", lambda content: decoded.append(content) or decode_event(content))
    thread = run(review.path, "comment", "records", "-m", "How long?", "--json", who=NORTHVALE)[1]
    decoded.clear()
    workspace = Workspace.open(review.path)
    first = workspace.load().review
    assert (workspace.load().review.threads, len(decoded)) == (first.threads, 1)
    file = review.path / json.loads(thread)["path"]
    file.write_text(file.read_text(encoding="utf-8").replace("How long?", "How short?"), encoding="utf-8")
    (changed,) = workspace.load().review.threads.values()
    assert (changed.entries[0].words, len(decoded)) == ("How short?", 2)
    file.unlink()
    assert not workspace.load().review.threads


def test_settings_that_changed_are_seen(review: Clone) -> None:
    """Settings edited in the work tree, and then committed, count at the next load."""
    workspace = Workspace.open(review.path)
    assert workspace.load().settings.target == "1.0"
    path = "reviews/settings.toml"
    review.write(path, review.read(path).replace('target = "1.0"', 'target = "2.0"'))
    assert workspace.load().settings.target == "2.0"
    assert workspace.load().effective_settings.target == "1.0"
    review.commit("Aim higher")
    assert workspace.load().effective_settings.target == "2.0"


def test_commits_carry_the_clock_and_the_committer_of_the_context(review: Clone, run: Run) -> None:
    """Author and committer dates are the context's moment, and the committer is whom the context names."""
    assert run(review.path, "comment", "records", "-m", "How long?", who=NORTHVALE)[0] == 0
    environment = Environment(
        repository=open_repository(review.path),
        now=lambda: MOMENT,
        new_id=lambda: "",
        me=lambda: Person(*NORTHVALE),
        committer=lambda _: Person(*SOUTHMERE),
    )
    Workspace(environment).carry_out(Submit())
    moment = f"{MOMENT.timestamp():.0f}"
    assert review.git("log", "-1", "--format=%an/%cn/%at/%ct") == f"{NORTHVALE[0]}/{SOUTHMERE[0]}/{moment}/{moment}"
