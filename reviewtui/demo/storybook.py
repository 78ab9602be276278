"""The story as values: its people and its steps, read strictly, so that a misspelt key is named."""

import tomllib
from collections.abc import Mapping

import msgspec

from reviewtui.demo.author_steps import (
    AcceptStep,
    DeclineStep,
    DeferStep,
    DoneStep,
    DuplicateStep,
    InitStep,
    NoteStep,
    OrganisationStep,
    ReleaseStep,
)
from reviewtui.demo.manual_steps import DraftStep, TopicStep
from reviewtui.demo.reviewer_steps import (
    AnswerStep,
    CommentStep,
    LinkStep,
    ReopenStep,
    ReplyStep,
    ReviseStep,
    SignOffStep,
    SubmitStep,
    SuggestStep,
    WithdrawStep,
)
from reviewtui.demo.story_texts import story_text
from reviewtui.domain.person import Person

# A new kind of step is one class and one name here.
AnyStep = (
    DraftStep
    | TopicStep
    | InitStep
    | OrganisationStep
    | CommentStep
    | SuggestStep
    | ReplyStep
    | ReviseStep
    | WithdrawStep
    | ReopenStep
    | LinkStep
    | AnswerStep
    | SignOffStep
    | SubmitStep
    | AcceptStep
    | DeclineStep
    | DeferStep
    | NoteStep
    | DuplicateStep
    | DoneStep
    | ReleaseStep
)


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person of the story; `organisation` is the id of the one for which they speak."""

    name: str
    email: str
    organisation: str


class Storybook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole story; `reader` is the key of the person in whose clone it ends."""

    reader: str
    people: dict[str, Role]
    steps: tuple[AnyStep, ...] = msgspec.field(name="step")

    def cast(self) -> Mapping[str, Person]:
        """Return the people by their keys."""
        return {key: Person(role.name, role.email) for key, role in self.people.items()}


def read_story() -> Storybook:
    """Return the story that comes with the package."""
    return msgspec.convert(tomllib.loads(story_text()), Storybook)
