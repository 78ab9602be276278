"""An event's bytes with a signature behind them: a last table `[signature]` that covers every byte before it."""

import tomli

from reviewtui.domain.refusal import Refused
from reviewtui.store.record.event_codec import UnreadableEvent, parse_toml
from reviewtui.store.record.toml_bounds import MAX_BYTES

_TABLE = b"\n[signature]\n"
FORMAT = "ssh"
_FORM = '[signature]\nformat = "ssh"\nvalue = """\n{armour}"""\n'


def to_be_signed(content: bytes) -> bytes:
    """Return the bytes that a signature of the event `content` covers."""
    return content + b"\n"


def with_signature(content: bytes, armour: str) -> bytes:
    """Return the event `content` with its signature.

    Raises:
        Refused: together they are larger than what readers accept.

    """
    whole = to_be_signed(content) + _FORM.format(armour=armour).encode("ascii")
    if len(whole) > MAX_BYTES:
        raise Refused(f"The event is too long to be signed ({len(whole)} bytes of at most {MAX_BYTES}); shorten it.")
    return whole


def signed_part(content: bytes) -> tuple[bytes, str] | None:
    """Return the bytes that are covered, and the signature; None where it is not the last thing of the file.

    The words of an event may hold the very line that begins the table, so both readings have to agree.
    """
    head, table, _ = content.rpartition(_TABLE)
    if not table:
        return None
    covered = head + b"\n"
    try:
        whole, part = parse_toml(content), tomli.loads(covered.decode("utf-8"))
    except (UnreadableEvent, ValueError):
        return None
    signature = whole.pop("signature", None)
    if whole != part or not isinstance(signature, dict) or signature.get("format") != FORMAT:
        return None
    value = signature.get("value")
    return (covered, value) if isinstance(value, str) else None
