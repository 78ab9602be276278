"""Any order of remarks, edits, decisions, submits, syncs, packs and kills ends in the same state on every clone."""

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from reviewtui.domain.actions.commands import BeginReview, Comment, Decide, Pack, Submit, Sync, Unpack
from reviewtui.domain.person import Person
from reviewtui.domain.refusal import Conflict
from reviewtui.domain.review.sync_state import MergeConflicts, Shared
from reviewtui.store.commit.journal import Journal
from reviewtui.store.commit.manual_commits import ManualCommit, commit_manually
from reviewtui.store.git.creation import create_repository
from reviewtui.workspace.real_environment import Environment, real_environment
from reviewtui.workspace.workspace import Workspace
from tests.conftest import OFFICER, Clone

pytestmark = [pytest.mark.slow, pytest.mark.long]

COUNT = 3
ME = Person(*OFFICER)
SENTENCES = ("Think before you post.", "Be kind.", "Ask if in doubt.")
PATH = "policy/principles.md"
CLONES = st.integers(0, COUNT - 1)


class Killed(BaseException):
    """The process is gone at this moment."""


def _fast(environment: Environment) -> Environment:
    """Let nothing wait for the disk, since all of it can be made anew."""
    repository = environment.repository
    return replace(
        environment, repository=replace(repository, git=replace(repository.git, durable=False)), me=lambda: ME
    )


def _template(folder: Path) -> None:
    """Make a founded review, a bare repository of it, and clones that follow that."""
    founder = folder / "founder"
    founder.mkdir(parents=True)
    repository = create_repository(founder, ME)
    text = "# Principles\n\n" + " ".join(SENTENCES) + "\n"
    moment = real_environment(founder).now()
    commit_manually(repository, ManualCommit({PATH: text.encode()}, "Draft", ME, moment))
    Workspace(_fast(real_environment(founder))).carry_out(BeginReview("policy", "Policy"))
    shell = Clone(folder)
    shell.git("clone", "-q", "--bare", "founder", "shared.git")
    for number in range(COUNT):
        shell.git("clone", "-q", "shared.git", f"clone-{number}")
        shell.git("-C", f"clone-{number}", "remote", "set-url", "origin", "../shared.git")


class Clones(RuleBasedStateMachine):
    """Three clones of one bare repository, in the hands of people who do as they like."""

    template: Path | None = None

    @initialize()
    def begin(self) -> None:
        """Begin with clones that are alike."""
        self.folder = Path(tempfile.mkdtemp(prefix="clones-"))
        if Clones.template is None or not Clones.template.exists():
            Clones.template = Path(tempfile.mkdtemp(prefix="clones-template-")) / "made"
            _template(Clones.template)
        shutil.copytree(Clones.template, self.folder / "at")
        self.spaces = [Workspace(_fast(real_environment(self.folder / "at" / f"clone-{n}"))) for n in range(COUNT)]
        self.bodies: set[str] = set()
        self.commits: set[str] = set()
        self.packs: list[Path] = []
        self.count = 0

    def teardown(self) -> None:
        """Let everybody submit and share, and compare; then clear away."""
        if not hasattr(self, "spaces"):
            return
        try:
            for number in (*range(COUNT), *range(COUNT), *range(COUNT)):
                self._commit(number)
                self.spaces[number].carry_out(Submit())
                self._share(number)
            self._compare()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    @rule(clone=CLONES)
    def remark(self, clone: int) -> None:
        """Somebody remarks; it is pending."""
        self.count += 1
        body = f"Remark {self.count}."
        self.spaces[clone].carry_out(Comment((), body))
        self.bodies.add(body)

    @rule(clone=CLONES)
    def submit(self, clone: int) -> None:
        """What is pending is committed."""
        self.spaces[clone].carry_out(Submit())

    @rule(clone=CLONES, sentence=st.integers(0, 2), commits=st.booleans())
    def edit(self, clone: int, sentence: int, *, commits: bool) -> None:
        """A sentence of the text is changed, and committed or not."""
        self.count += 1
        path = self.folder / "at" / f"clone-{clone}" / PATH
        head, _, rest = path.read_text("utf-8").partition("\n\n")
        sentences = rest.strip().split(". ")
        sentences[sentence] = f"{sentences[sentence].partition(' again')[0].rstrip('.')} again {self.count}"
        path.write_text(f"{head}\n\n{'. '.join(sentences).rstrip('.')}.\n", "utf-8")
        if commits:
            self._commit(clone)

    @rule(clone=CLONES)
    def decide(self, clone: int) -> None:
        """The first open remark that is submitted is decided, differently on each clone."""
        draft = self.spaces[clone].load(placed=False)
        waiting = [thread for thread in draft.review.open_threads() if "pending" not in thread.flags]
        if waiting:
            verdict = ("noted", "declined", "deferred")[clone]
            self.spaces[clone].carry_out(Decide(waiting[0].id, verdict, "Because."))  # type: ignore[arg-type]
            self._note_commit(clone)

    @rule(clone=CLONES)
    def sync(self, clone: int) -> None:
        """Somebody shares."""
        self._share(clone)

    @rule(clone=CLONES)
    def killed_sync(self, clone: int) -> None:
        """Somebody's machine stops after HEAD has moved and before the files are written."""
        with mock.patch.object(Journal, "finish", side_effect=Killed):
            try:
                self.spaces[clone].sharing.sync(Sync())
            except (Killed, Conflict):
                return

    @rule(clone=CLONES)
    def pack(self, clone: int) -> None:
        """Somebody packs everything."""
        self.count += 1
        path = self.folder / f"{self.count}.bundle"
        self.spaces[clone].sharing.pack(Pack(str(path), whole=True))
        self.packs.append(path)

    @rule(clone=CLONES, which=st.integers(0, 5))
    def unpack(self, clone: int, which: int) -> None:
        """Somebody takes over what a pack holds, perhaps an old one."""
        if self.packs:
            path = str(self.packs[which % len(self.packs)])
            self._settled(clone, lambda resolve: self.spaces[clone].sharing.unpack(Unpack(path, resolve))[1])

    def _share(self, clone: int) -> None:
        self._settled(clone, lambda resolve: self.spaces[clone].sharing.sync(Sync("", resolve)))

    def _settled(self, clone: int, actor: Callable[[tuple[tuple[str, str], ...]], Shared]) -> None:
        """Do it; commit one's own edits where they are in the way, and take one's own words in a dispute."""
        resolve: tuple[tuple[str, str], ...] = ()
        for _ in range(4):
            try:
                shared = actor(resolve)
            except MergeConflicts as unresolved:
                resolve = tuple((section, "ours") for section in {each.section for each in unresolved.conflicts})
            except Conflict:
                self._commit(clone)
            else:
                self._note_commit(clone)
                assert shared.commit
                return
        raise AssertionError("it could not be settled")

    def _commit(self, clone: int) -> None:
        repository = self.spaces[clone].environment.repository
        self.spaces[clone].load(placed=False)
        content = (repository.work_tree / PATH).read_bytes()
        if content != repository.git.run("show", f"HEAD:{PATH}"):
            commit_manually(repository, ManualCommit({PATH: content}, "Edit", ME, self.spaces[clone].environment.now()))
            self._note_commit(clone)

    def _note_commit(self, clone: int) -> None:
        self.commits.add(self.spaces[clone].environment.repository.fresh_head())

    def _compare(self) -> None:
        """Every clone holds the same text, remarks and states, every commit ever made, and a record that is whole."""
        states = []
        for space in self.spaces:
            draft = space.load(placed=False)
            repository = space.environment.repository
            assert {thread.body for thread in draft.review.threads.values()} == self.bodies
            assert draft.problems == ()
            assert repository.git.text("status", "--porcelain") == ""
            reachable = set(repository.git.text("rev-list", "HEAD").split())
            assert self.commits <= reachable
            threads = {key: (thread.state, thread.flags) for key, thread in draft.review.threads.items()}
            states.append((draft.version.commit, draft.policy.strings(), threads))
        assert all(state == states[0] for state in states)


Clones.TestCase.settings = settings(
    max_examples=120 if os.environ.get("FUZZ") else 40,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestClones = Clones.TestCase
