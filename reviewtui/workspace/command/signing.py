"""Signs events with the SSH key of whoever makes them."""

from reviewtui.domain.record.events import AnyEvent
from reviewtui.domain.record.permission import SIGNED_IF_REQUIRED
from reviewtui.domain.refusal import Refused
from reviewtui.store.record.event_codec import encode_event
from reviewtui.store.record.signed_bytes import to_be_signed, with_signature
from reviewtui.store.signing import ssh_signature
from reviewtui.workspace.command.command_context import CommandContext


def signed_bytes(context: CommandContext, event: AnyEvent, *, sign: bool = False) -> bytes:
    """Return the bytes of `event`, signed where that is asked for here or by the settings in force.

    Raises:
        Refused: there is no key, or the settings ask for a signature and do not give me this key.

    """
    content = encode_event(event)
    required = context.settings.requires_signature and isinstance(event, SIGNED_IF_REQUIRED)
    if not sign and not required:
        return content
    armour = ssh_signature.sign(context.repository, to_be_signed(content))
    keys = context.settings.keys_of(context.me)
    if required and not ssh_signature.is_signed_by(to_be_signed(content), armour, keys):
        raise Refused(
            f"The settings ask for signatures, and your key is not among the [[signers]] of {context.me.address}; "
            "an author adds its public half to reviews/settings.toml."
        )
    return with_signature(content, armour)
