"""The example repository that the story leaves behind."""

import json
import shlex
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reviewtui.demo.replay import ReplayedStep, replay
from reviewtui.demo.storybook import CommandStep, DraftStep, read_story
from reviewtui.domain.actions.commands import Release
from reviewtui.domain.refusal import Refused
from tests.conftest import Clone, Run
from tests.demo.conftest import Built, short_story

pytestmark = pytest.mark.slow

OFFICER = ("Policy Officer", "policy.officer@ashmere.example")
NORTHVALE = ("J. Reviewer", "j.reviewer@northvale.example")
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

Ask = Callable[..., Any]


def _nobody(_: ReplayedStep) -> None:
    """Listen to no step."""


@pytest.fixture
def ask(built: Built, run: Run) -> Ask:
    """Ask a reading command about the example, as its reader."""

    def call(*arguments: str, code: int = 0) -> Any:
        ended, out, err = run(built.clone.path, *arguments, "--json", who=NORTHVALE)
        assert ended == code, err
        return json.loads(out)

    return call


def test_the_story_replays_to_its_end(built: Built) -> None:
    """The command ends well without a terminal, and says how to open the example as its reader and as its author."""
    assert built.code == 0
    lines = built.message.splitlines()
    assert any(NORTHVALE[1] in line for line in lines)
    shown = [shlex.split(line) for line in lines if "reviewtui -C" in line]
    assert any(f"GIT_AUTHOR_EMAIL={OFFICER[1]}" in words for words in shown)
    assert all(words[-1] == str(built.clone.path) for words in shown)
    assert "\x1b" not in built.message


def test_releases_are_annotated_tags(built: Built) -> None:
    """0.1, 0.5 and 0.9 are tags of their own, on commits dated as the tags are."""
    tags = built.clone.git("for-each-ref", "--format=%(refname:short) %(objecttype)", "refs/tags").splitlines()
    assert tags == ["0.1 tag", "0.5 tag", "0.9 tag"]
    dates = built.clone.git("for-each-ref", "--format=%(taggerdate:unix) %(*committerdate:unix)", "refs/tags")
    assert all(len(set(line.split())) == 1 for line in dates.splitlines())


def test_commits_are_by_the_story_s_people_alone(built: Built) -> None:
    """Every person of the story committed; nobody of the environment did, neither as author nor as committer."""
    people = {f"{person.name} <{person.address}>" for person in read_story().cast().values()}
    assert len(people) >= 5
    for form in ("%an <%ae>", "%cn <%ce>"):
        assert set(built.clone.git("log", f"--format={form}").splitlines()) == people


def test_history_is_some_months_long_and_never_runs_backwards(built: Built) -> None:
    """The first commit is about five months ago, the last some days, and each is later than its parent."""
    seconds = [int(line) for line in built.clone.git("log", "--reverse", "--format=%ct").splitlines()]
    assert seconds == sorted(set(seconds))
    age = [datetime.now(UTC) - datetime.fromtimestamp(moment, UTC) for moment in (seconds[0], seconds[-1])]
    assert timedelta(days=140) < age[0] < timedelta(days=170)
    assert timedelta(days=1) < age[1] < timedelta(days=10)


def test_ids_are_as_old_as_what_they_name(built: Built) -> None:
    """An event's id holds the moment that the event says, so that ids sort as the story goes."""
    events = sorted((built.clone.path / "reviews").rglob("[0-9a-z]" * 26 + ".toml"))
    assert len(events) > 80
    for event in events:
        at = next(line for line in event.read_text("utf-8").splitlines() if line.startswith("at = "))
        assert datetime.fromisoformat(at.removeprefix("at = ")).timestamp() * 1000 == _milliseconds(event.stem)


def _milliseconds(ulid: str) -> int:
    value = 0
    for letter in ulid[:10]:
        value = value * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(letter)
    return value


def test_sections_were_renamed_and_split(built: Built) -> None:
    """Between the first release and the draft there are renamed files, which git finds by their likeness."""
    changes = built.clone.git("log", "-M", "--diff-filter=R", "--name-status", "--format=", "--", "policy").splitlines()
    renamed = {tuple(line.split("\t")[1:]) for line in changes}
    assert ("policy/safety.md", "policy/wellbeing.md") in renamed


def test_the_record_is_whole(ask: Ask) -> None:
    """`verify` finds nothing."""
    assert ask("verify") == {**ask("verify"), "ok": True, "findings": []}


def test_it_is_not_ready_for_the_reasons_of_a_reader(ask: Ask) -> None:
    """Blocking remarks, undecided ones, lost places, placeholders and sign-offs are in the way."""
    answer = ask("ready", code=1)
    closed = {gate["name"]: json.dumps(gate["evidence"]) for gate in answer["gates"] if not gate["passed"]}
    assert set(closed) >= {"blocking", "undecided", "orphaned", "placeholders", "signoffs"}
    assert "purdah" in closed["blocking"]
    assert "Eastwick City Council objects" in closed["signoffs"]


def test_remarks_of_every_sort_are_there(ask: Ask) -> None:
    """A reader meets an orphan, a changed meaning, three wishes for one sentence, and pending remarks."""
    threads = ask("threads")["threads"]
    waiting = [thread for thread in threads if thread["state"] == "open"]
    assert [t["quote"] for t in waiting if t["placement"] == "orphaned"] == [
        "Volunteers will usually correct it within a few days."
    ]
    assert any(t["meaning_changed"] and "must" in t["quote"] for t in waiting)
    assert sum("pending" in t["flags"] for t in threads) == 3
    wishes = [t for t in waiting if t["path"] == "policy/short-messages.md" and t["replacement"] is not None]
    spans = {(t["start"], t["end"]) for t in wishes}
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    assert len(wishes) == 3
    assert all(start < other_end for start, _ in spans for _, other_end in spans)
    assert last - first < 200
    assert {t["state"] for t in threads} >= {
        "open",
        "accepted",
        "accepted-with-changes",
        "noted",
        "deferred",
        "declined",
        "duplicate",
        "withdrawn",
    }


def test_the_clone_is_the_reader_s(built: Built, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who opens the example without being anybody in particular is J. Reviewer, whose remarks are pending there."""
    assert built.clone.git("config", "--local", "user.email") == NORTHVALE[1]
    for name in ("NAME", "EMAIL"):
        monkeypatch.delenv(f"GIT_AUTHOR_{name}", raising=False)
    code, out, _ = run(built.clone.path, "status", "--json", who=("", ""))
    assert (code, json.loads(out)["me"], json.loads(out)["pending"]) == (0, f"{NORTHVALE[0]} <{NORTHVALE[1]}>", 3)


def test_only_the_pending_remarks_are_not_committed(built: Built) -> None:
    """The work tree holds the committed text and three event files more; no hook came along."""
    status = built.clone.git("status", "--porcelain", "-uall").splitlines()
    assert len(status) == 3
    assert all(line.startswith("?? reviews/threads/") for line in status)
    assert not (built.clone.path / ".git" / "hooks").exists()
    assert built.clone.git("fsck", "--strict") == ""


def test_the_work_can_go_on(example: Clone, run: Run) -> None:
    """The reader submits, and the author then accepts one of the three wishes for a sentence into the text."""
    # The copy is not the folder in which they were saved.
    assert run(example.path, "submit", "--yes", who=NORTHVALE)[0] == 0
    threads = json.loads(run(example.path, "threads", "--open", "--json")[1])["threads"]
    wish = next(t for t in threads if (t["replacement"] or "").endswith("within two working days."))
    code, _, err = run(example.path, "accept", wish["thread"], who=OFFICER)
    assert (code, err) == (0, "")
    assert wish["replacement"] in example.read("policy/short-messages.md")
    assert f"Co-authored-by: {NORTHVALE[0]} <{NORTHVALE[1]}>" in example.git("log", "-1", "--format=%B")


def test_steps_are_told_as_they_happen(tmp_path: Path) -> None:
    """Each step is told once, in order, with its number, its person and its moment."""
    beats: list[ReplayedStep] = []
    example = replay(short_story(), tmp_path / "demo", NOW, beats.append)
    assert [beat.number for beat in beats] == [1, 2, 3]
    assert [beat.milestone for beat in beats] == [True, False, True]
    assert {beat.person.address for beat in beats} == {"officer@council.example"}
    assert example.commits == 3


def test_the_example_has_a_place_to_share_with(tmp_path: Path, run: Run) -> None:
    """All that is submitted lies in a bare repository beside it; what is submitted later arrives there, too."""
    example = replay(short_story(), tmp_path / "demo", NOW, _nobody)
    place, clone = Clone(tmp_path / "demo-shared.git"), Clone(tmp_path / "demo")
    assert example.place == place.path
    assert place.git("rev-parse", "main") == clone.git("rev-parse", "HEAD")
    assert place.git("tag") == clone.git("tag")
    assert json.loads(run(clone.path, "status", "--json")[1])["unshared"] == 0
    who = ("Policy Officer", "officer@council.example")
    assert run(clone.path, "comment", "--whole", "-m", "Well done", who=who)[0] == 0
    assert run(clone.path, "submit", who=who)[0] == 0
    assert run(clone.path, "sync", who=who)[0] == 0
    assert place.git("rev-parse", "main") == clone.git("rev-parse", "HEAD")


def test_a_story_that_fails_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    """A folder that was new is gone again, and one that was empty is empty again."""
    again = CommandStep("author", Release("0.1", "Once more."))
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty"):
        with pytest.raises(Refused, match="released already"):
            replay(short_story(again), tmp_path / name, NOW, _nobody)
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_draft_renames_then_removes_then_writes(tmp_path: Path) -> None:
    """A renamed section keeps its words when the draft does not write it, a removed one is gone from the commit."""
    move = DraftStep(by="author", files="0.2", message="Next", rename=(("why.md", "reasons.md"),), remove=("index.md",))
    replay(short_story(move), tmp_path / "demo", NOW, _nobody)
    clone = Clone(tmp_path / "demo")
    assert clone.read("policy/reasons.md") == clone.git("show", "HEAD~3:policy/why.md") + "\n"
    assert "policy/why.md" not in clone.git("ls-tree", "-r", "--name-only", "HEAD")
    assert clone.git("status", "--porcelain") == ""
