"""Classifying a change: an author says of what class it is."""

from collections.abc import Iterable, Sequence

from reviewtui.domain.actions.actor import Actor, next_clock
from reviewtui.domain.actions.commands import Classify
from reviewtui.domain.record.events import Classified
from reviewtui.domain.refusal import Refused
from reviewtui.text.words.visible import is_blank


def classify(
    actor: Actor, command: Classify, pairs: Sequence[tuple[str, str]], earlier: Iterable[Classified]
) -> tuple[Classified, ...]:
    """Return one event for each of `pairs`, the old and the new blob; `command.section` is the section's path.

    Raises:
        Refused: I am no author, say no reason, or nothing changed.
    """
    actor.require_author("says of what class a change is")
    if is_blank(command.body):
        raise Refused("Classing a change needs a reason: say it with -m TEXT.")
    changed = [pair for pair in dict.fromkeys(pairs) if pair[0] != pair[1]]
    if not changed:
        raise Refused(f"'{command.section}' has not changed between the two; name others with --from V and --to V.")
    clock = next_clock(earlier)
    return tuple(
        Classified(
            **actor.common() | {"clock": clock},
            path=command.section,
            old=old,
            new=new,
            change_class=command.change_class,
            body=command.body.strip(),
        )
        for old, new in changed
    )
