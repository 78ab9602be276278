"""The story as values: its people and its steps, read strictly, so that a misspelt key is named."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from reviewtui.demo.command_step import CommandStep, read_command_step
from reviewtui.demo.manual_steps import DraftStep, TopicStep
from reviewtui.demo.story_texts import story_text
from reviewtui.domain.person import Person

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
        msgspec.ValidationError: a key or a value in it is not understood.

    """
    if table.get("do") in _BY_HAND:
        return msgspec.convert(table, DraftStep | TopicStep)
    return read_command_step(table)
