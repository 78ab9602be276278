"""The story itself, as it is written."""

import msgspec
import pytest

from reviewtui.demo.storybook import CommandStep, DraftStep, draft_texts, read_step, read_story
from reviewtui.domain.actions.commands import AddOrganisation, Comment, Submit, Suggest


def test_days_go_forward() -> None:
    """No step lies before the one above it, the first is five months ago, and the last two days."""
    days = [step.days_ago for step in read_story().steps if step.days_ago is not None]
    assert days == sorted(days, reverse=True)
    assert days[0] >= 150
    assert days[-1] == 2


def test_keys_are_unique_and_known() -> None:
    """Each key names one thread, and a later step speaks only of threads that were begun before it."""
    known: set[str] = set()
    for step in read_story().steps:
        if not isinstance(step, CommandStep):
            continue
        spoken = {getattr(step.command, name, "") for name in ("thread", "of", "other")} - {""}
        assert spoken <= known
        assert bool(step.key) == isinstance(step.command, Comment | Suggest)
        if step.key:
            assert step.key not in known
            known.add(step.key)


def test_people_speak_for_an_organisation_that_is_named() -> None:
    """Everyone's address is one of the addresses of their organisation."""
    story = read_story()
    made = [step.command for step in story.steps if isinstance(step, CommandStep)]
    named = {command.identifier: command for command in made if isinstance(command, AddOrganisation)}
    for role in story.people.values():
        assert role.email in named[role.organisation].addresses
        assert role.email.endswith(".example")


def test_drafts_have_files() -> None:
    """Each draft writes at least one section."""
    for step in read_story().steps:
        if isinstance(step, DraftStep):
            assert draft_texts(step.files)


def test_a_misspelt_key_is_named() -> None:
    """A step with a key that no step has is an error, and not left out silently."""
    for do in ("submit", "draft", "sumbit"):
        with pytest.raises(msgspec.ValidationError, match=r"sectoin|sumbit|files"):
            read_step({"do": do, "by": "a", "sectoin": "x"})


def test_a_step_may_say_no_more_than_who() -> None:
    """The shortest step is one of a kind, by somebody."""
    assert read_step({"do": "submit", "by": "a"}) == CommandStep("a", Submit())
