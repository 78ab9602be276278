"""Makes the repositories on which the app is measured: a real policy with remarks, and texts of any length."""

import random
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from ulid import ULID

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import BeginReview, Comment, Submit
from reviewtui.domain.actions.remarks import remarking
from reviewtui.domain.policy.place import Place
from reviewtui.domain.policy.policy import Policy, ReadPolicy
from reviewtui.domain.refusal import Refused
from reviewtui.text.words.sentences import sentence_spans
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.saving import save_pending
from reviewtui.workspace.loading.loader import Loader
from reviewtui.workspace.workspace import Workspace

_VERSIONS = ("0.2.0", "0.2.3", "0.4.1", "0.7.1", "")
_WORDS_OF_PARAGRAPH = 60
WORDS = ("officers", "must", "should", "think", "before", "they", "post", "anything", "of", "public", "debate")


def standard_with_remarks(bundle: Path, folder: Path, remarks: int) -> Path:
    """Clone the Standard and spread `remarks` remarks over its versions; return where."""
    subprocess.run(["git", "clone", "-q", str(bundle), str(folder)], check=True)
    workspace = founded(folder, "criteria")
    chance = random.Random(remarks)  # noqa: S311  # a benchmark, not a secret
    for version in _VERSIONS:
        draft = workspace.load(version, placed=False)
        if draft.me is None or not draft.in_force:
            raise Refused("The review of the benchmark was not founded.")
        context = CommandContext(workspace.environment, Loader(workspace.environment), draft, draft.me)
        actor = Actor(draft.me, draft.effective_settings, datetime.now(UTC), lambda: str(ULID()).lower())
        for _ in range(remarks // len(_VERSIONS)):
            command = Comment(
                (passage(draft.policy, chance),), "Who sees to this, and by when?", "question", at=version
            )
            event = remarking.comment(actor, command, ReadPolicy(draft.policy, draft.version.commit))
            save_pending(context, event, event.id)
    workspace.carry_out(Submit())
    return folder


def passage(policy: Policy, chance: random.Random) -> Place:
    """Return a sentence of the policy."""
    section = chance.choice(policy.sections)
    spans = [span for span in sentence_spans(policy.body(section)) if span[1] - span[0] > 20]
    if not spans:
        return Place(section=section.name)
    start, end = chance.choice(spans)
    return Place(section=section.name, span=(section.start + start, section.start + end))


def long_policy(folder: Path, sections: int, words: int) -> Path:
    """Make a policy of `sections` sections with `words` words each; return where."""
    folder.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    chance = random.Random(words)  # noqa: S311  # a benchmark, not a secret
    (folder / "policy").mkdir()
    for number in range(sections):
        paragraphs = (
            " ".join(chance.choice(WORDS) for _ in range(_WORDS_OF_PARAGRAPH))
            for _ in range(words // _WORDS_OF_PARAGRAPH)
        )
        text = f"# Chapter {number}\n\n" + "".join(f"{part.capitalize()}.\n\n" for part in paragraphs)
        (folder / "policy" / f"chapter-{number:03}.md").write_text(text, encoding="utf-8")
    for command in (["add", "-A"], ["commit", "-q", "-m", "Text"]):
        subprocess.run(["git", "-C", str(folder), *command], check=True)
    founded(folder, "policy")
    return folder


def founded(folder: Path, policy: str) -> Workspace:
    """Begin a review of the policy and return the workspace."""
    workspace = Workspace.open(folder)
    workspace.carry_out(BeginReview(policy, "A policy"))
    return workspace
