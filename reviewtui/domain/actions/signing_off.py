"""Signing off: an organisation's position on the text as it stands."""

from collections.abc import Iterable

from reviewtui.domain.actions.actor import Actor
from reviewtui.domain.actions.commands import SignOff
from reviewtui.domain.policy.document import Policy
from reviewtui.domain.policy.passage import find_section
from reviewtui.domain.record.events import MAX_CLOCK, Cover, SignedOff
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings.settings import UNAFFILIATED


def sign_off(actor: Actor, command: SignOff, policy: Policy, earlier: Iterable[SignedOff]) -> SignedOff:
    """Return the event of an organisation's position on the sections named, or on all.

    Raises:
        Refused: I speak for no organisation, an objection does not say what would clear it, or a text has
            edits that are not committed.

    """
    organisation = actor.settings.organisation_of(actor.person)
    if organisation == UNAFFILIATED:
        raise Refused(f"{actor.person} speaks for no organisation in reviews/settings.toml; the author adds it there.")
    if command.position == "objection" and not (command.clears_when.strip() or command.body.strip()):
        raise Refused("An objection needs words: say with -m TEXT what would clear it.")
    paths = {find_section(policy, name).path for name in command.sections} or set(policy.texts)
    policy.require_committed("a sign-off covers committed text only", paths if command.sections else None)
    clock = min(MAX_CLOCK, 1 + max((e.clock for e in earlier if e.organisation == organisation), default=0))
    fields = actor.common() | {"clock": clock}
    return SignedOff(
        **fields,
        position=command.position,
        whole=not command.sections,
        body=command.body.strip(),
        clears_when=command.clears_when.strip() or (command.body.strip() if command.position == "objection" else ""),
        covers=tuple(Cover(path, policy.texts[path].blob) for path in sorted(paths)),
    )
