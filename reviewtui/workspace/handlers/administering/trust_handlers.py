"""Carries out what authors say of trust: who signs with which key, and events without effect. Each is one commit."""

import re
from collections.abc import Iterable
from dataclasses import replace

import msgspec

from reviewtui.domain.actions import settling_without_effect
from reviewtui.domain.actions.commands import AddSigner, Confirm, RemoveSigner, Settle
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.person import is_address
from reviewtui.domain.record.signing_key import bare, fingerprint, is_key
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings.settings import PUBLIC_KEY, Signer
from reviewtui.text.words.spacing import single_spaced
from reviewtui.workspace.command.changing_settings import changeable_settings, commit_settings
from reviewtui.workspace.command.command_context import CommandContext
from reviewtui.workspace.command.outcome import Outcome
from reviewtui.workspace.command.saving import commit_events


def add_signer(context: CommandContext, command: AddSigner) -> Outcome:
    """Commit the settings with one key more."""
    settings = changeable_settings(context)
    address, key = command.address.strip(), single_spaced(command.key)
    if not is_address(address):
        raise Refused(f"'{command.address}' is no address, such as reviewer@northvale.example.")
    if re.match(PUBLIC_KEY, key) is None or not is_key(key):
        raise Refused("That is no public SSH key; give the line of a .pub file, or name that file.")
    known = [signer for signer in settings.signers if bare(signer.key) == bare(key)]
    if any(signer.address.casefold() == address.casefold() for signer in known):
        return Outcome(f"{address} has this key already.")
    if known:
        raise Refused(f"This key is {known[0].address}'s; a key signs for one person only.")
    changed = msgspec.structs.replace(settings, signers=(*settings.signers, Signer(address, key)))
    commit = commit_settings(context, settings, changed, f"Give {address} a key to sign with\n\n{fingerprint(key)}\n")
    message = f"{address} signs with {fingerprint(key)}: committed as {commit[:10]}. Compare it with them by telephone."
    return Outcome(message, path=context.repository.home.settings, commit=commit)


def remove_signer(context: CommandContext, command: RemoveSigner) -> Outcome:
    """Commit the settings without keys of a person."""
    settings = changeable_settings(context)
    address, named = command.address.strip(), command.key.strip()
    theirs = [signer for signer in settings.signers if signer.address.strip().casefold() == address.casefold()]
    gone = [s for s in theirs if named in {"", fingerprint(s.key), bare(s.key)} or bare(named) == bare(s.key)]
    if not gone:
        known = ", ".join(fingerprint(signer.key) for signer in theirs) or "none"
        raise Refused(f"{address} has no such key; theirs: {known}.")
    changed = msgspec.structs.replace(settings, signers=tuple(s for s in settings.signers if s not in gone))
    prints = "\n".join(fingerprint(signer.key) for signer in gone)
    commit = commit_settings(context, settings, changed, f"Take keys from {address}\n\n{prints}\n")
    what = counted(len(gone), "key")
    message = (
        f"Took {what} from {address}: committed as {commit[:10]}. What they sign on other branches without knowing of "
        "this is late, and counts once an author confirms it."
    )
    return Outcome(message, path=context.repository.home.settings, commit=commit, count=len(gone))


def settle(context: CommandContext, command: Settle) -> Outcome:
    """Commit that events without effect are known, or which content of an id counts."""
    context.repository.require_quiet()
    event = settling_without_effect.settle(context.actor(), command, context.draft.review)
    count = len(frozenset(command.events))
    what = counted(count, "event")
    message = f"Settle {what} without effect\n\n{event.body}\n\n{_lines(event.of)}\n"
    chosen = f"; {event.choice[-6:]} counts" if event.choice else ""
    outcome = commit_events(context, [event], message, f"Settled {what}{chosen}", count=count)
    return replace(outcome, message=f"{outcome.message} 'reviewtui verify' still lists what has no effect.")


def confirm(context: CommandContext, command: Confirm) -> Outcome:
    """Commit that late events count."""
    context.repository.require_quiet()
    event = settling_without_effect.confirm(context.actor(), command, context.draft.review)
    count = len(frozenset(command.events))
    what = counted(count, "late event")
    message = f"Confirm {what}\n\n{event.body}\n\n{_lines(event.of)}\n"
    return commit_events(context, [event], message, f"Confirmed {what}", count=count)


def _lines(names: Iterable[str]) -> str:
    return "\n".join(names)
