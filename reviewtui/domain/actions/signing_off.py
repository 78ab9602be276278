"""Signing off: an organisation's position on the text as it stands."""

from collections.abc import Iterable
from typing import Any

from reviewtui.domain.actions.actor import Actor, next_clock
from reviewtui.domain.actions.commands import SignOff
from reviewtui.domain.policy.passage import find_section
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.record.events import Cover, SignedOff
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings.settings import UNAFFILIATED


def sign_off(actor: Actor, command: SignOff, policy: Policy, earlier: Iterable[SignedOff]) -> SignedOff:
    """Return the event of an organisation's position on the sections of `policy` named, or on all.

    Raises:
        Refused: I speak for no organisation and report for none, an objection does not say what would clear it, or a
            text has edits that are not committed.
    """
    fields = _own(actor) if not command.on_behalf_of else _reported(actor, command)
    if command.position == "objection" and not (command.clears_when.strip() or command.body.strip()):
        raise Refused("An objection needs words: say with -m TEXT what would clear it.")
    paths = {find_section(policy, name).path for name in command.sections} or set(policy.texts)
    policy.require_committed("a sign-off covers committed text only", paths if command.sections else None)
    before = [event for event in earlier if event.organisation == fields["organisation"]]
    return SignedOff(
        **fields | {"clock": next_clock(before)},
        position=command.position,
        whole=not command.sections,
        body=command.body.strip(),
        clears_when=command.clears_when.strip() or (command.body.strip() if command.position == "objection" else ""),
        covers=tuple(Cover(path, policy.texts[path].blob) for path in sorted(paths)),
    )


def _own(actor: Actor) -> dict[str, Any]:
    if actor.settings.is_author(actor.person):
        raise Refused(
            "You are an author of this policy, and an author's own word is no position of an organisation; report what "
            "somebody else there stated: --on-behalf-of 'Name <address>' --source FILE."
        )
    if actor.settings.organisation_of(actor.person) == UNAFFILIATED:
        raise Refused(f"{actor.person} speaks for no organisation in settings.toml; an author adds it there.")
    return actor.common()


def _reported(actor: Actor, command: SignOff) -> dict[str, Any]:
    if actor.settings.requires_signature:
        raise Refused("The settings ask for signatures, so a position that is only reported would not count.")
    if command.sign:
        raise Refused("A position that you report is not yours to sign; leave out --sign.")
    return actor.reporting(command.on_behalf_of, command.source)
