"""Somebody at a clone, who uses git and the program as any person does: by their commands alone."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

OFFICER = ("Policy Officer", "officer@council.example")
NORTHVALE = ("J. Reviewer", "reviewer@northvale.example")
SOUTHMERE = ("S. Reader", "reader@southmere.example")
WESTPORT = ("W. Clerk", "clerk@westport.example")

INDEX = "# About this policy\n\nIt is half policy, half guidance.\n\nThe owner of this policy is TBC.\n"
PRINCIPLES = """# Principles

Officers must think before they post anything. Officers should ask the communications team if in doubt.

## Tone

* Be kind.
* Be brief, and answer within two working days.

## Pictures

Ask everyone who can be recognised before you publish a picture.
"""
RECORDS = "# Records\r\n\r\nPosts are records. They are kept for two years.\r\n\r\nNobody deletes a “post” ever.\r\n"


@dataclass(frozen=True)
class Desk:
    """One person at one clone."""

    folder: Path
    """The clone's work tree."""
    who: tuple[str, str]
    """Name and address of the person who sits there."""

    def as_(self, who: tuple[str, str]) -> "Desk":
        """Return the same clone in the hands of another person."""
        return replace(self, who=who)

    def git(self, *arguments: str) -> str:
        """Run git and return what it printed."""
        return self._run("git", *arguments)

    def say(self, *arguments: str) -> str:
        """Run a command of the program that has to succeed and return what it printed."""
        return self._run(sys.executable, "-m", "reviewtui", *arguments)

    def ask(self, *arguments: str) -> Any:
        """Run a command with --json and return its answer, be it yes or no."""
        return json.loads(self._run(sys.executable, "-m", "reviewtui", *arguments, "--json", codes=(0, 1)))

    def remark(self, *arguments: str) -> str:
        """Run a command that makes a remark, submit it, and return its thread."""
        thread = str(self.ask(*arguments)["thread"])
        self.say("submit")
        return thread

    def read(self, path: str) -> str:
        """Return a file of the work tree, its line ends as they are."""
        return (self.folder / path).read_bytes().decode("utf-8")

    def write(self, path: str, text: str) -> None:
        """Write a file of the work tree."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8"))

    def edit(self, path: str, old: str, new: str, message: str = "Edit") -> str:
        """Change words of a file by hand, commit everything, and return the commit."""
        text = self.read(path)
        if old not in text:
            raise ValueError(f"{path} does not hold {old!r}")
        return self.commit_file(path, text.replace(old, new), message)

    def commit(self, message: str) -> str:
        """Commit everything that lies in the work tree and return the commit."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)
        return self.git("rev-parse", "HEAD")

    def rewrite_pending(self, change: Callable[[str], str]) -> None:
        """Change the text of every event file that no commit holds yet."""
        for path in self.git("ls-files", "--others", "--", "reviews").split():
            self.write(path, change(self.read(path)))

    def _run(self, *arguments: str, codes: tuple[int, ...] = (0,)) -> str:
        done = subprocess.run(
            arguments, cwd=self.folder, env=self._environment(), capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode not in codes:
            raise RuntimeError(f"{arguments} ended with {done.returncode}: {done.stderr}")
        return done.stdout.rstrip("\n")

    def _environment(self) -> dict[str, str]:
        handed_on = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        name, address = self.who
        return handed_on | {
            "HOME": str(self.folder.parent),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": name,
            "GIT_AUTHOR_EMAIL": address,
            "GIT_COMMITTER_NAME": name,
            "GIT_COMMITTER_EMAIL": address,
        }


def begun(desk: Desk, more: str = "") -> None:
    """Begin a review of three sections, with two organisations that are asked, one that is not, and `more` settings."""
    desk.git("init", "-q", "-b", "main")
    desk.write("policy/index.md", INDEX)
    desk.write("policy/principles.md", PRINCIPLES)
    desk.commit_file("policy/records.md", RECORDS, "Draft the policy")
    desk.say("init", "--policy", "policy", "--title", "Social media policy")
    for name in ("northvale", "southmere"):
        desk.say("organisation", "add", name, "--name", f"{name.capitalize()} Council", "--asked",
                 "--domain", f"{name}.example")  # fmt: skip
    desk.say("organisation", "add", "westport", "--name", "Westport Council", "--domain", "westport.example",
             "--consolidator", WESTPORT[1])  # fmt: skip
    if more:
        settings = desk.read("reviews/settings.toml")
        desk.commit_file("reviews/settings.toml", settings + more, "Say more in the settings")
