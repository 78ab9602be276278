"""The story as values: its people and its steps, read strictly, so that a misspelt key is named."""

import importlib.resources
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from importlib.resources.abc import Traversable
from typing import Any

import msgspec

from reviewtui.demo.replay_context import ReplayContext, StoryStep
from reviewtui.domain.actions.commands import Command
from reviewtui.domain.person import Person
from reviewtui.domain.settings.review_home import FIRST
from reviewtui.domain.settings.settings import Topic
from reviewtui.store.record import settings_file
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.handlers.handler_registry import HANDLERS

FOLDER = "policy"


class DraftStep(StoryStep, frozen=True, tag="draft"):
    """A new draft: sections are renamed, then removed, then written from the story's folder `files`."""

    files: str
    message: str
    rename: tuple[tuple[str, str], ...] = ()
    remove: tuple[str, ...] = ()

    def play(self, context: ReplayContext) -> Outcome:
        """Commit the draft, and remember its commit under the name of its folder."""
        changes: dict[str, bytes | None] = {}
        for old, new in self.rename:
            changes |= {f"{FOLDER}/{new}": context.read(f"{FOLDER}/{old}"), f"{FOLDER}/{old}": None}
        changes |= {f"{FOLDER}/{name}": None for name in self.remove}
        changes |= {f"{FOLDER}/{name}": content for name, content in draft_texts(self.files).items()}
        outcome = context.commit(self.by, changes, self.message)
        context.drafts[self.files] = outcome.commit
        return outcome


class TopicStep(StoryStep, frozen=True, tag="topic"):
    """A topic that the policy has to cover, written into the settings."""

    id: str
    title: str
    message: str
    terms: tuple[str, ...] = ()
    required: bool = True

    def play(self, context: ReplayContext) -> Outcome:
        """Commit the settings with one topic more."""
        settings = settings_file.decode_settings(context.read(FIRST.settings))
        topic = Topic(self.id, self.title, self.terms, self.required)
        changed = msgspec.structs.replace(settings, topics=(*settings.topics, topic))
        return context.commit(self.by, {FIRST.settings: settings_file.encode_settings(changed)}, self.message)


_COMMANDS: dict[str, type[Command]] = {kind.__name__.lower(): kind for kind in HANDLERS}
_THREADS = ("thread", "other", "of")
"""The fields of commands that name a thread."""


@dataclass(frozen=True, slots=True)
class CommandStep:
    """A command of one person; threads and commits in it have the names that the story gives them.

    The thread that it begins is called `key` from then on.
    """

    by: str
    command: Command
    key: str = ""
    days_ago: int | None = None

    def play(self, context: ReplayContext) -> Outcome:
        """Carry the command out, with the threads and commits that the story means."""
        known = {**dict.fromkeys(_THREADS, context.threads), "commit": context.drafts}
        named = {name: names[said] for name, names in known.items() if (said := getattr(self.command, name, ""))}
        command = replace(self.command, **named)  # each has the fields that it names
        outcome = context.carry_out(self.by, command)
        if self.key:
            context.threads[self.key] = outcome.thread
        return outcome


_PACKAGE = "reviewtui.demo"
_FOLDER = "story"


AnyStep = DraftStep | TopicStep | CommandStep
_BY_HAND = frozenset({"draft", "topic"})


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person of the story; `organisation` is the id of the one for which they speak."""

    name: str
    email: str
    organisation: str


@dataclass(frozen=True, slots=True)
class Storybook:
    """The whole story; `reader` is the key of the person in whose clone it ends."""

    reader: str
    people: dict[str, Role]
    steps: tuple[AnyStep, ...]

    def cast(self) -> Mapping[str, Person]:
        """Return the people by their keys."""
        return {key: Person(role.name, role.email) for key, role in self.people.items()}


def read_story() -> Storybook:
    """Return the story that comes with the package."""
    story = tomllib.loads(story_text())
    people = msgspec.convert(story["people"], dict[str, Role])
    return Storybook(story["reader"], people, tuple(map(read_step, story["step"])))


def read_step(table: Mapping[str, Any]) -> AnyStep:
    """Return a step as the story writes it.

    Raises:
        msgspec.ValidationError: there is no such command, or a key or a value in it is not understood.
    """
    if table.get("do") in _BY_HAND:
        return msgspec.convert(table, DraftStep | TopicStep)
    given = dict(table)
    kind = _COMMANDS.get(name := str(given.pop("do", "")))
    if kind is None:
        raise msgspec.ValidationError(f"There is no command '{name}'")
    by, key, days_ago = given.pop("by", ""), given.pop("key", ""), given.pop("days_ago", None)
    unknown = given.keys() - {field.name for field in fields(kind)}
    if unknown:
        raise msgspec.ValidationError(f"'{name}' has no field '{min(unknown)}'")
    return CommandStep(by, msgspec.convert(given, kind), key, days_ago)


def story_text() -> str:
    """Return the story itself, as TOML."""
    return _root().joinpath("story.toml").read_text(encoding="utf-8")


def draft_texts(name: str) -> dict[str, bytes]:
    """Return the bytes of the sections that draft `name` writes, by file name."""
    files = sorted(_root().joinpath(name).iterdir(), key=lambda file: file.name)
    return {file.name: file.read_bytes() for file in files if file.name.endswith(".md")}


def _root() -> Traversable:
    return importlib.resources.files(_PACKAGE).joinpath(_FOLDER)
