"""Signs events with the SSH key of whoever makes them."""

from reviewtui.domain.record.events import AnyEvent
from reviewtui.domain.record.validity.permission import SIGNED_IF_REQUIRED
from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.store.files import durable
from reviewtui.store.record.event_codec import encode_event
from reviewtui.store.record.signed_bytes import to_be_signed, with_signature
from reviewtui.store.record.toml_bounds import MAX_BYTES
from reviewtui.store.signing import ssh_signature
from reviewtui.workspace.command.command_context import CommandContext

_TOLD = "unsigned-told"
_ROOM = 4000
"""More bytes than a signature takes."""
_UNSIGNED = (
    "Your key is in the settings, but it cannot sign here without asking, so this is not signed: name it with "
    "git config user.signingkey FILE, or put it into your agent (ssh-add). This is told once."
)


def signed_bytes(context: CommandContext, event: AnyEvent, *, sign: bool = False) -> bytes:
    """Return the bytes of `event`, signed where that is asked for, here or by the settings, or can be done unasked.

    Raises:
        Refused: there is no key, or the settings ask for a signature and do not give me this key.

    """
    content = encode_event(event)
    required = context.settings.requires_signature and isinstance(event, SIGNED_IF_REQUIRED)
    if not sign and not required:
        return _signed_unasked(context, content)
    armour = ssh_signature.sign(context.repository, to_be_signed(content))
    keys = context.settings.keys_of(context.me)
    if required and not ssh_signature.is_signed_by(to_be_signed(content), armour, keys):
        raise Refused(
            f"The settings ask for signatures, and your key is not among the [[signers]] of {context.me.address}; "
            f"an author adds its public half to {context.repository.home.settings}."
        )
    return with_signature(content, armour)


def _signed_unasked(context: CommandContext, content: bytes) -> bytes:
    """The bytes with a signature where one of my keys of the settings signs at once; that it does not is told once."""
    keys = context.settings.keys_of(context.me)
    if not keys or len(content) > MAX_BYTES - _ROOM or context.mute_keys.issuperset(keys):
        return content
    armour = ssh_signature.sign_unasked(context.repository, to_be_signed(content), keys)
    if armour:
        return with_signature(content, armour)
    context.mute_keys.update(keys)
    marker = context.repository.review_state_dir / _TOLD
    if durable.read_regular(marker, 1) is None:
        context.told.append(_UNSIGNED)
        try:
            durable.replace(marker, b"", mode=0o600)
        except MachineFailed:
            return content
    return content
