"""Who has read which text: reads are bound to the exact bytes, so a changed text counts as not read."""

from collections.abc import Iterable, Sequence
from typing import Any

from reviewtui.domain.actions.actor import Actor, next_clock
from reviewtui.domain.actions.commands import Read
from reviewtui.domain.person import parse_person
from reviewtui.domain.policy.passage import find_section, require_settled
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.events import Cover, WasRead


def mark_read(actor: Actor, command: Read, policy: Policy, earlier: Iterable[WasRead]) -> tuple[WasRead, ...]:
    """Return one event for each text that the command names and its reader had not marked as read.

    Without texts or sections named it is all of `policy`.

    Raises:
        Refused: a section does not exist or holds both sides of a merge, or it is not mine to report what somebody
            else has read.
    """
    reported = actor.reporting(command.on_behalf_of, command.source) if command.on_behalf_of else {}
    reader = parse_person(command.on_behalf_of) if reported else actor.person
    own = [event for event in earlier if parse_person(event.by).key == reader.key]
    known = {(event.path, event.blob) for event in own}
    clock = next_clock(own)
    fresh = [text for text in _named(command, policy) if (text.path, text.blob) not in known]
    return tuple(
        WasRead(**actor.common() | _without_id(reported) | {"clock": clock}, path=text.path, blob=text.blob)
        for text in fresh
    )


def _named(command: Read, policy: Policy) -> Sequence[Cover]:
    paths = dict.fromkeys(find_section(policy, name).path for name in command.sections) or policy.texts
    named = command.texts or [Cover(path, policy.texts[path].blob) for path in paths]
    for cover in named:
        text = policy.texts.get(cover.path)
        if text is not None and text.blob == cover.blob:
            require_settled(text)
    return named


def _without_id(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that several events have in common, each of which has an id of its own."""
    return {name: value for name, value in fields.items() if name != "id"}
