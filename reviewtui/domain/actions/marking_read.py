"""Who has read which text: reads are bound to the exact bytes, so a changed text counts as not read."""

from collections.abc import Iterable

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import Read
from reviewtui.domain.person import parse_person
from reviewtui.domain.policy.document import Policy
from reviewtui.domain.policy.passage import find_section
from reviewtui.domain.record.events import MAX_CLOCK, WasRead


def mark_read(actor: Actor, command: Read, policy: Policy, earlier: Iterable[WasRead]) -> tuple[WasRead, ...]:
    """Return one event for each text of the sections named (none: all) that I had not marked as read as it stands.

    Raises:
        Refused: a section does not exist.

    """
    mine = [event for event in earlier if parse_person(event.by).key == actor.person.key]
    known = {(event.path, event.blob) for event in mine}
    clock = min(MAX_CLOCK, 1 + max((event.clock for event in mine), default=0))
    paths = dict.fromkeys(find_section(policy, name).path for name in command.sections) or policy.texts
    fresh = [policy.texts[path] for path in paths if (path, policy.texts[path].blob) not in known]
    return tuple(WasRead(**actor.common() | {"clock": clock}, path=text.path, blob=text.blob) for text in fresh)
