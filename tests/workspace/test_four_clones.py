"""Four people, a closed branch and a forge that squashes, rebases and renames: in the end all hold the same."""

import itertools
import os
import random
import shutil
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from reviewtui.store.commit.journal import Journal
from reviewtui.store.git.process.safe_git import SafeGit
from tests.acting import ask, program_at
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run
from tests.sharing import bare_of, clone_of

COLLEAGUE = ("N. Colleague", "colleague@northvale.example")
FORGE = ("Forge", "noreply@forge.example")
SECOND = ("Second Officer", "second@council.example")
PEOPLE = (OFFICER, NORTHVALE, SOUTHMERE, COLLEAGUE)
SEEDS = int(os.environ.get("REVIEWTUI_SEEDS", "3"))
STEPS = int(os.environ.get("REVIEWTUI_STEPS", "16"))

pytestmark = pytest.mark.slow


class Killed(BaseException):
    """The process ends here."""


class World:
    """The four clones, the shared repository, and what each step of a seed did."""

    def __init__(self, run: Run, review: Clone, seed: int) -> None:
        """Begin with everybody at the same commit."""
        self.run, self.dice = run, random.Random(seed)  # noqa: S311 - a story, no secret
        self.bare = bare_of(review)
        self.clones = [review, *(clone_of(self.bare, f"partner-{number}") for number in (1, 2, 3))]
        self.branch, self.bodies, self.packs = "main", set[str](), list[tuple[Path, int]]()
        self.log: list[str] = []
        self.seconds = 0
        self._close()

    def _close(self) -> None:
        """Let the shared branch take pushes from the officer and the forge alone, whatever it is called."""
        lines = (
            'case "$1" in refs/heads/proposal/*) exit 0;; esac',
            f'test "$GIT_COMMITTER_EMAIL" = {OFFICER[1]} || {{ echo closed >&2; exit 1; }}',
        )
        program_at(self.bare / "hooks" / "update", "\n".join(lines))

    def step(self) -> None:
        """Let somebody do something."""
        number = self.dice.randrange(4)
        acts = (
            self.remark,
            self.remark,
            self.withdraw,
            self.decide,
            self.sync,
            self.sync,
            self.killed_sync,
            self.pack,
            self.unpack,
            self.merge_there,
            self.rename,
            self.take,
            self.revoke,
            self.decide_as_second,
            self.take_after_squash,
            self.killed_submit,
        )
        act = self.dice.choice(acts)
        self.log.append(f"{act.__name__} {number}")
        act(number)

    def call(self, number: int, *words: str, codes: tuple[int, ...] = (0,)) -> str:
        """Run a command as one of the four, and expect one of these exit codes."""
        code, out, err = self.run(self.clones[number], *words, who=PEOPLE[number])
        assert code in codes, (self.log, words, code, out, err)
        return out

    def threads(self, number: int) -> list[dict[str, object]]:
        """Return the threads that one of them knows."""
        rows: list[dict[str, object]] = ask(self.run, self.clones[number], "threads", who=PEOPLE[number])["threads"]
        return rows

    def remark(self, number: int) -> None:
        """Somebody remarks and submits."""
        body = f"Remark {len(self.bodies)}."
        self.bodies.add(body)
        self.call(number, "comment", "principles", "-m", body, "--blocking")
        self.call(number, "submit")

    def withdraw(self, number: int) -> None:
        """Somebody takes back the first open remark of their own."""
        me = PEOPLE[number][1]
        own = [row for row in self.threads(number) if me in str(row["by"]) and row["state"] == "open"]
        if own:
            self.call(number, "withdraw", str(own[0]["thread"]))
            self.call(number, "submit")

    def decide(self, _number: int) -> None:
        """The officer notes the first open remark."""
        waiting = [row for row in self.threads(0) if row["state"] == "open" and "pending" not in str(row["flags"])]
        if waiting:
            self.call(0, "note", str(waiting[0]["thread"]))

    def sync(self, number: int) -> None:
        """Somebody shares."""
        self.call(number, "sync")

    def killed_sync(self, number: int) -> None:
        """Somebody's machine stops at a call of git, or after HEAD has moved and before the files are written."""
        calls, real = itertools.count(), SafeGit.execute
        last = self.dice.randrange(40)

        def execute(*arguments: Any, **options: Any) -> object:
            if next(calls) >= last:
                raise Killed
            return real(*arguments, **options)

        at_a_call = mock.patch.object(SafeGit, "execute", execute)
        with at_a_call if self.dice.random() < 0.7 else mock.patch.object(Journal, "finish", side_effect=Killed):
            try:
                self.call(number, "sync")
            except Killed:
                return

    def take(self, _number: int) -> None:
        """The officer takes whatever is proposed."""
        for proposal in ask(self.run, self.clones[0], "sync")["proposals"]:
            self.call(0, "sync", "--take", str(proposal["name"]), "--yes", codes=(0, 2))

    def pack(self, number: int) -> None:
        """Somebody packs everything into a file."""
        path = self.bare.parent / f"{len(self.packs)}.bundle"
        self.call(number, "pack", "--all", str(path))
        self.packs.append((path, number))

    def unpack(self, number: int) -> None:
        """Somebody takes over what a file holds, perhaps an old one."""
        if self.packs:
            self.call(number, "unpack", str(self.dice.choice(self.packs)[0]))

    def merge_there(self, _number: int) -> None:
        """A forge puts a proposal into the shared branch, in one of its ways, and perhaps deletes it."""
        listed = Clone(self.bare).git("for-each-ref", "--format=%(refname:short)", "refs/heads/proposal").split()
        if not listed:
            return
        branch, way = self.dice.choice(listed), self.dice.choice(("merge", "squash", "rebase"))
        self.put_there(branch, way, self.dice.choice((OFFICER, FORGE, *PEOPLE[1:])))
        if self.dice.random() < 0.5:
            Clone(self.bare).git("branch", "-q", "-D", branch)

    def put_there(self, branch: str, way: str, who: tuple[str, str]) -> None:
        """Put a proposal into the shared branch as a forge does, in the name of `who`."""
        self.log.append(f"  {way} {branch} as {who[0]}")
        forge = Clone(self.bare.parent / "forge")
        shutil.rmtree(forge.path, ignore_errors=True)
        Clone(self.bare.parent).git("clone", "-q", "-b", self.branch, str(self.bare), str(forge.path))
        if way == "rebase":
            forge.git("rebase", "-q", f"origin/{self.branch}", f"origin/{branch}", who=who, check=False)
            if (forge.path / ".git" / "rebase-merge").exists():
                return
            forge.git("branch", "-q", "-f", self.branch, "HEAD")
        else:
            arguments = ("--squash",) if way == "squash" else ("--no-ff", "-m", "Merge")
            forge.git("merge", "-q", *arguments, f"origin/{branch}", who=who)
            if way == "squash":
                forge.git("commit", "-q", "--allow-empty", "-m", f"Squash {branch}", who=who)
        # What a forge does there runs no hook of the repository's.
        Clone(self.bare).git("fetch", "-q", str(forge.path), f"{self.branch}:{self.branch}")

    def rename(self, _number: int) -> None:
        """The shared branch gets another name on the server; everybody has seen it under the old one."""
        if self.dice.random() < 0.5:
            return
        new = f"trunk-{len(self.log)}"
        Clone(self.bare).git("branch", "-m", self.branch, new)
        self.branch = new

    def revoke(self, _number: int) -> None:
        """The officer makes the colleague an author, or takes that role away, whatever she does meanwhile."""
        path = "reviews/settings.toml"
        self.call(0, "submit")  # what a killed command left is finished first
        lines = self.clones[0].read(path).splitlines(keepends=True)
        named = [f"{OFFICER[0]} <{OFFICER[1]}>", *([f"{SECOND[0]} <{SECOND[1]}>"] if self.seconds % 2 == 0 else [])]
        start = next(number for number, line in enumerate(lines) if line.startswith("authors"))
        end = next(number for number in range(start, len(lines)) if lines[number].rstrip().endswith("]"))
        lines[start : end + 1] = [f"authors = [{', '.join(map(repr, named))}]\n".replace("'", '"')]
        self.clones[0].write(path, "".join(lines))
        self.clones[0].git("commit", "-q", "-m", "Change the authors", "--", path, who=OFFICER)
        self.seconds += 1

    def decide_as_second(self, _number: int) -> None:
        """The second author decides in the officer's partner clone, as far as she knows that she may."""
        rows = [row for row in self.threads(3) if row["state"] == "open"]
        if rows:
            code, _, err = self.run(self.clones[3], "note", str(rows[-1]["thread"]), who=SECOND)
            assert code in {0, 2}, (self.log, err)

    def take_after_squash(self, number: int) -> None:
        """Somebody proposes, a forge squashes that in its own name, and the officer takes the proposal all the same."""
        self.call(number, "sync")
        listed = Clone(self.bare).git("for-each-ref", "--format=%(refname:short)", "refs/heads/proposal").split()
        if not listed:
            return
        self.put_there(self.dice.choice(listed), "squash", FORGE)
        self.take(0)

    def killed_submit(self, number: int) -> None:
        """Somebody's machine stops at a call of git while they submit; what they wrote is there all the same."""
        body = f"Remark {len(self.bodies)}."
        self.bodies.add(body)
        self.call(number, "comment", "records", "-m", body)
        calls, real = itertools.count(), SafeGit.execute
        last = self.dice.randrange(20)

        def execute(*arguments: Any, **options: Any) -> object:
            if next(calls) >= last:
                raise Killed
            return real(*arguments, **options)

        with mock.patch.object(SafeGit, "execute", execute):
            try:
                self.call(number, "submit")
            except Killed:
                return

    def settle(self) -> None:
        """Everybody shares, and the officer takes what is offered, until nothing is left to take.

        What the second author decided beside the loss of her role is confirmed.
        """
        for number in range(4):
            self.call(number, "submit")
        for turn in range(8):
            if turn:
                late = [row["event"] for row in ask(self.run, self.clones[0], "status")["without_effect"]]
                if late:
                    self.log.append(f"  confirm {len(late)}")
                    self.call(0, "confirm", *map(str, late), "-m", "Seen.")
            before = [clone.git("rev-parse", "HEAD") for clone in self.clones]
            for number in (1, 2, 3, 0):
                self.call(number, "sync")
            self.take(0)
            if before == [clone.git("rev-parse", "HEAD") for clone in self.clones]:
                return

    def compare(self) -> None:
        """All hold the same text, remarks and states; nothing that anybody wrote is missing or without effect."""
        states = []
        for number, clone in enumerate(self.clones):
            rows = {
                # Where a squash carries a remark, its writer's own clone still has the commit that proves it.
                str(row["thread"]): (row["state"], row["body"], {*row["flags"]} - {"carried"})  # type: ignore[misc]
                for row in self.threads(number)
            }
            assert {body for _, body, _ in rows.values()} == self.bodies, self.log
            assert not any("refused" in flags for _, _, flags in rows.values()), (self.log, rows)
            assert ask(self.run, clone, "verify", who=PEOPLE[number])["ok"], self.log
            assert clone.git("status", "--porcelain") == "", self.log
            states.append((clone.git("rev-parse", "HEAD^{tree}"), rows))
        assert all(state == states[0] for state in states), (self.log, states)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_four_clones_come_to_the_same(review: Clone, run: Run, seed: int) -> None:
    """Kills, packs, renames, proposals and squashes, in an order that a seed tells (REVIEWTUI_SEEDS: how many)."""
    world = World(run, review, seed)
    for _ in range(STEPS):
        world.step()
    world.settle()
    world.compare()
