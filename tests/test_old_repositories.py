"""Repositories that earlier versions wrote load with the states that those versions told (tests/old_repositories)."""

import json
import shutil
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.old_repositories.make import HERE, QUESTIONS, STORIES, lasting, unpacked

SENTENCES = ("refusal", "reason", "repair")
"""Keys whose value is a sentence for people, which may be said better; whether there is one is a state."""

_TWICE = (
    "The remark was added with two contents by one person, on branches that knew nothing of each other: before, the "
    "text of the events chose one; now neither counts until a person says which."
)
_TWICE_IN = (
    "threads/threads/6/flags/0",
    "threads/threads/6/flags/1",
    "threads/threads/6/refusal",
    "threads/threads/7",
    "verify/events",
    "verify/identities/committed",
    "verify/findings/10",
    "verify/findings/11",
    "versions/versions/0/open",
    "status/open",
)
_LOUD = "What has no effect shuts the gate `record` until an author settles it; before, only `verify` named it."
_CLAIMED_IN = (
    "versions/versions/0/release",
    "versions/versions/0/open",
    "versions/versions/0/blocking",
    "verify/findings/0",
)
_CLAIMED = "A tag that no release event names is unclaimed where others are; before, every version tag was a release."
MEANT: dict[str, dict[str, str]] = {
    "elsewhere": dict.fromkeys(_CLAIMED_IN, _CLAIMED),
    "tampered": dict.fromkeys(_TWICE_IN, _TWICE),
    "signed": {"ready/gates/record": _LOUD},
}
"""By story: the places at which what is told differs since the contract changed, with the reason."""

KEPT = sorted(HERE.glob("*/*.bundle"))


def differences(then: object, now: object, where: str = "") -> list[str]:
    """Return what is told otherwise now; keys that came since are no difference."""
    key = where.rpartition("/")[2]
    if isinstance(then, dict) and isinstance(now, dict):
        return [line for name in then for line in differences(then[name], now.get(name), f"{where}/{name}")]
    if isinstance(then, list) and isinstance(now, list):
        pairs = enumerate(zip_longest(then, now))
        return [line for number, (old, new) in pairs for line in differences(old, new, f"{where}/{number}")]
    same = bool(then) == bool(now) if key in SENTENCES else then == now
    return [] if same else [f"{where}: {then!r} is now {now!r}"]


@pytest.mark.quick(3)
@pytest.mark.parametrize("bundle", KEPT, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_old_repository_tells_what_it_told(bundle: Path, tmp_path: Path, run: Run) -> None:
    """Threads, positions, rounds, versions, faults and gates of a clone are what the version that wrote it said."""
    if bundle.stem == "signed" and shutil.which("ssh-keygen") is None:
        pytest.skip("ssh-keygen is not on this machine")
    kept = json.loads(bundle.with_suffix(".json").read_text("utf-8"))
    clone = unpacked(bundle, kept["pending"], tmp_path / "clone")
    seen: set[str] = set()
    for question, words in QUESTIONS.items():
        if question in kept["told"]:
            code, out, err = run(clone, *words, "--json")
            assert code in {0, 1}, err
            found = differences(kept["told"][question], lasting(question, json.loads(out)), question)
            meant = MEANT.get(bundle.stem, {})
            assert [line for line in found if line.partition(": ")[0] not in meant] == []
            seen |= {line.partition(": ")[0] for line in found}
    assert seen == set(MEANT.get(bundle.stem, {}))


def test_each_story_was_kept() -> None:
    """A story that the script can tell lies here at least once, and no bundle is without its states."""
    assert {path.stem for path in KEPT} == set(STORIES)
    assert all(path.with_suffix(".json").is_file() for path in KEPT)


def test_the_comparison_sees_differences() -> None:
    """Another value and what is missing are told; a new key and another sentence are not."""
    then: dict[str, Any] = {"rows": [{"state": "open", "refusal": "Not yours."}]}
    assert differences(then, {"rows": [{"state": "open", "refusal": "Not his.", "new": 1}], "more": 2}) == []
    for now in (
        {"rows": [{"state": "declined", "refusal": "Not yours."}]},
        {"rows": [{"state": "open", "refusal": None}]},
        {"rows": [{"refusal": "Not yours."}]},
        {"rows": []},
        {},
    ):
        assert differences(then, now)
