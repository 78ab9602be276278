"""Make a generation of old repositories: small reviews written by the program as it is now, with their states.

    .venv/bin/python -m tests.old_repositories.make 2027-03

writes the folder `2027-03` beside this script: for each story (`stories_*.py`) a git bundle, and a JSON file with what
the program told about it. It uses the `reviewtui` that a Python started elsewhere imports; PYTHONPATH names another
checkout. Make a generation before a change of what is written, with the program from before that change. What lies
here is never made anew: tests/test_old_repositories.py holds later versions of the program to it.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.old_repositories.desk import OFFICER, Desk
from tests.old_repositories.stories_of_hands import signed, tampered
from tests.old_repositories.stories_of_shapes import elsewhere, headings
from tests.old_repositories.stories_of_talk import conversation, decisions, rounds

HERE = Path(__file__).parent
STORIES: dict[str, Callable[[Desk], None]] = {
    story.__name__: story for story in (conversation, decisions, rounds, headings, elsewhere, tampered, signed)
}
QUESTIONS = {
    "threads": ("threads",),
    "verify": ("verify",),
    "versions": ("versions",),
    "organisations": ("organisation", "list"),
    "rounds": ("round", "list"),
    "status": ("status",),
    "ready": ("ready",),
    "check": ("check",),
}
"""What is asked of each repository, and with which command."""

GATES = ("blocking", "undecided", "record")
"""The gates that depend on the record alone; others ask the day, or how a text is placed, classed or checked."""

STATUS = (
    "title",
    "founded",
    "folder",
    "author",
    "pending",
    "open",
    "unshared",
    "problems",
    "newest_release",
    "sections",
)
"""What `status` tells whoever asks on whatever day."""

JUDGED = ("section", "path", "start", "end", "placement", "confidence", "meaning_changed", "reason", "collides")
"""What is judged of a remark by reading texts, which later versions may do better."""

SURE = ("section", "path", "start", "end", "placement")
"""What of that is certain where the words of a remark stand untouched, or where a person said that it stands."""


def lasting(question: str, told: dict[str, Any]) -> dict[str, Any]:
    """Return the part of an answer that no later day and no better reading of texts may change.

    What the record says lasts for ever. How alike two texts are does not: whether a change is one of substance, and so
    whether somebody's word still covers a text, or where a reworded passage stands.
    """
    return _LASTING[question](told)


def _threads(told: dict[str, Any]) -> dict[str, Any]:
    return told | {"threads": sorted(map(_thread, told["threads"]), key=lambda row: str(row["thread"]))}


def _thread(row: dict[str, Any]) -> dict[str, Any]:
    sure = SURE if row.get("placement") in {"exact", "reattached"} else ()
    kept = _without(row, *(key for key in JUDGED if key not in sure))
    return kept | {"flags": [flag for flag in row["flags"] if flag != "not-in-text"]}


def _status(told: dict[str, Any]) -> dict[str, Any]:
    found = {key: told[key] for key in STATUS}
    return found | {"sections": [_without(row, "threads", "open") for row in told["sections"]]}


def _rows(name: str, *left_out: str) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda told: told | {name: [_without(row, *left_out) for row in told[name]]}


def _without(row: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in keys}


_LASTING: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "threads": _threads,
    "verify": lambda told: told,
    "versions": _rows("versions", "words_changed"),
    "organisations": _rows("organisations", "stale", "not_covered"),
    "rounds": _rows("rounds", "state", "days_left"),
    "status": _status,
    "ready": lambda told: {"gates": {gate["name"]: gate["passed"] for gate in told["gates"] if gate["name"] in GATES}},
    "check": lambda told: {
        "dismissed": [{key: row[key] for key in ("id", "reason", "by")} for row in told["dismissed"]]
    },
}


def unpacked(bundle: Path, pending: dict[str, str], target: Path) -> Path:
    """Clone a bundle into the new folder `target` and lay the pending files into it."""
    subprocess.run(["git", "clone", "-q", "--branch", "main", str(bundle), str(target)], check=True)
    for path, content in pending.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content.encode("utf-8"))
    return target


def make(story: Callable[[Desk], None], target: Path) -> None:
    """Play a story in a new repository and write its bundle and its states into the folder `target`."""
    with tempfile.TemporaryDirectory() as name:
        desk = Desk(Path(name) / "clone", OFFICER)
        desk.folder.mkdir()
        story(desk)
        pending = {path: desk.read(path) for path in desk.git("ls-files", "--others").split()}
        desk.git("gc", "-q", "--prune=now")
        bundle = target / f"{story.__name__}.bundle"
        desk.git("bundle", "create", "-q", str(bundle), "main", "--tags")
        fresh = replace(desk, folder=unpacked(bundle, pending, Path(name) / "fresh"))
        told = {question: lasting(question, fresh.ask(*words)) for question, words in QUESTIONS.items()}
    states = json.dumps({"pending": pending, "told": told}, indent=1) + "\n"
    bundle.with_suffix(".json").write_text(states, "utf-8")


def main() -> None:
    """Make a generation, all of it or none."""
    parser = argparse.ArgumentParser(description="Keep repositories written by the program as it is now.")
    parser.add_argument("generation", help="the new folder's name: the month, as in 2027-03")
    target = HERE / parser.parse_args().generation
    if target.exists():
        sys.exit(f"{target} exists; what was kept is never made anew")
    with tempfile.TemporaryDirectory(dir=HERE) as name:
        made = Path(name) / "made"
        made.mkdir()
        for title, story in STORIES.items():
            sys.stdout.write(f"{title}\n")
            make(story, made)
        made.rename(target)


if __name__ == "__main__":
    main()
