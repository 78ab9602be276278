"""Events to bytes and back, strict, bounded and exact in both directions, with the signature behind them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import msgspec
import tomli
import tomli_w

from reviewtui.domain.policy.anchor import Anchor
from reviewtui.domain.record.events import TYPE_NAMES, AnyEvent, Cover, RecordedEdit
from reviewtui.domain.refusal import Refused
from reviewtui.store.files.file_names import path_fault
from reviewtui.store.record.toml_bounds import MAX_BYTES, TooComplex, check_bounds

_TABLE = b"\n[signature]\n"
SIGNATURE_FORMAT = "ssh"
_FORM = '[signature]\nformat = "ssh"\nvalue = """\n{armour}"""\n'


MOST_ANCHORS = 100
"""More passages than any remark is about; each of them is searched in every version."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_DRIVE = re.compile(r"[A-Za-z]:")
_DEVICE = re.compile(
    "(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?:\\.|\\Z)", re.IGNORECASE
)
_TEXT = re.compile(r"\.(?:md|markdown)\Z", re.IGNORECASE)


FORMAT = 1
_LONGER = 4
"""TOML takes less than this many times the bytes of JSON."""
_NEWER = ("Invalid value", "Invalid enum value")


class UnreadableEvent(ValueError):
    """Bytes that are no event; the message says why."""


class NewerEvent(UnreadableEvent):
    """An event that a newer version of the tool wrote; kept, counted and ignored."""


def parse_toml(content: bytes, max_bytes: int = MAX_BYTES) -> dict[str, Any]:
    """Return the TOML document in `content`.

    Raises:
        UnreadableEvent: it is no TOML, not UTF-8, or goes over a bound.
    """
    try:
        check_bounds(content, max_bytes)
        return tomli.loads(content.decode("utf-8"))
    except TooComplex as error:
        raise UnreadableEvent(str(error)) from error
    except UnicodeDecodeError as error:
        raise UnreadableEvent("it is not UTF-8") from error
    except (ValueError, RecursionError, OverflowError, MemoryError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UnreadableEvent(f"it is not valid TOML: {reason}") from error


def decode_event(content: bytes) -> AnyEvent:
    """Return the event in `content`.

    Raises:
        NewerEvent: its format, type or one of its words is of a newer version.
        UnreadableEvent: anything else that is not exactly an event.
    """
    table = parse_toml(content)
    version = table.get("format")
    if isinstance(version, int) and not isinstance(version, bool) and version > FORMAT:
        raise NewerEvent(f"it has format {version}; this version reads {FORMAT}")
    name = table.get("type")
    if isinstance(name, str) and name not in set(TYPE_NAMES.values()):
        raise NewerEvent(f"its type '{name}' is not known to this version")
    if not _is_signature(table.get("signature", {})):
        table["signature"] = {}  # a form that is not known here proves nothing, and spoils nothing
    try:
        event: AnyEvent = msgspec.convert(table, AnyEvent)
        event = msgspec.structs.replace(event, at=event.at.astimezone(UTC))
    except msgspec.ValidationError as error:
        raise _explained(table, str(error)) from error
    except (OverflowError, ValueError) as error:
        raise UnreadableEvent(f"its time cannot be understood: {error}") from error
    why = place_fault(event)
    if why:
        raise UnreadableEvent(why)
    return event


def _is_signature(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(key, ""), str) for key in ("format", "value"))


def _explained(table: dict[str, Any], message: str) -> UnreadableEvent:
    for key in ("kind", "verdict", "position", "relation"):
        if message.startswith(_NEWER) and f"$.{key}" in message and isinstance(table.get(key), str):
            return NewerEvent(f"its {key} '{table[key]}' is not known to this version")
    return UnreadableEvent(message)


def encode_event(event: AnyEvent) -> bytes:
    """Return the canonical bytes of `event`: keys in the order of its fields, tables last.

    Raises:
        Refused: it is too large, holds characters that no file can, or names a place that no policy has.
    """
    why = place_fault(event)
    if why:
        raise Refused(f"This cannot be recorded: {why}.")
    table = _table(event)
    # The multi-line form is kinder to people who read the files, but it would turn CR LF into LF.
    text = tomli_w.dumps(table, multiline_strings=not _holds_return(table))
    text = text.replace(f"at = {table['at']}", f"at = {table['at'].isoformat().replace('+00:00', 'Z')}", 1)
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Refused("The text holds characters that are not valid Unicode; type them anew.") from error
    if len(content) > MAX_BYTES:
        raise Refused(f"The remark is too long ({len(content)} bytes of at most {MAX_BYTES}); split it into several.")
    return content


def encoding_fault(event: AnyEvent) -> str:
    """Return why no file can hold an event, as `encode_event` says it; an empty string for one that can be held."""
    try:
        # What is short for JSON is short for TOML, and is written a hundred times as fast.
        if not place_fault(event) and len(msgspec.json.encode(event)) * _LONGER < MAX_BYTES:
            return ""
    except UnicodeEncodeError:
        pass
    try:
        encode_event(event)
    except Refused as refusal:
        return str(refusal)
    return ""


def _table(event: AnyEvent) -> dict[str, Any]:
    raw: dict[str, Any] = msgspec.to_builtins(event, builtin_types=(datetime,))
    raw.pop("signature", None)  # it covers the bytes that are made here, and follows them
    head = {"format": event.format, "policy_id": event.policy_id, "type": TYPE_NAMES[type(event)]}
    head |= {"id": event.id, "clock": event.clock, "after": list(event.after)}
    head["at"] = event.at.astimezone(UTC).replace(microsecond=0)
    rest = {key: value for key, value in raw.items() if key not in head}
    ordered = head | {key: value for key, value in rest.items() if not is_table(value)}
    whole: dict[str, Any] = as_toml(ordered | {key: value for key, value in rest.items() if is_table(value)})
    return whole


def is_table(value: object) -> bool:
    """Say whether TOML writes a value as a table or as several, so behind what it writes in a line."""
    return isinstance(value, dict) or (isinstance(value, list | tuple) and any(isinstance(v, dict) for v in value))


def as_toml(value: Any) -> Any:
    """Return a value as TOML can hold it: lists for tuples, and no key without a value."""
    if isinstance(value, dict):
        return {key: as_toml(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list | tuple):
        return [as_toml(inner) for inner in value]
    return value


def _holds_return(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_holds_return(inner) for inner in value.values())
    if isinstance(value, list):
        return any(_holds_return(inner) for inner in value)
    return isinstance(value, str) and "\r" in value


def place_fault(event: AnyEvent) -> str:
    """Return why a place that `event` names can be no place of a policy, or an empty string."""
    anchors = getattr(event, "anchors", ())
    if len(anchors) > MOST_ANCHORS:
        return f"it names {len(anchors)} places, more than the {MOST_ANCHORS} that are read"
    if any(_is_backwards(anchor) for anchor in anchors):
        return "it names a passage that ends before it begins"
    for path in _paths(event):
        why = text_path_fault(path)
        if why:
            return f"its path '{path[:200]}' can be no text of a policy: {why}"
    return ""


def _is_backwards(anchor: Anchor) -> bool:
    if anchor.start is None or anchor.end is None:
        return anchor.start is not anchor.end
    return anchor.end < anchor.start


def _paths(event: AnyEvent) -> Iterator[str]:
    """Every path of an event, its inner tables included; an anchor without one is about no single text."""
    for name in event.__struct_fields__:
        value = getattr(event, name)
        if name == "path":
            yield value
        for inner in value if isinstance(value, tuple) else (value,):
            if isinstance(inner, Cover | RecordedEdit) or (isinstance(inner, Anchor) and inner.path):
                yield inner.path


@lru_cache(maxsize=1024)
def text_path_fault(path: str) -> str:
    """Return why no text of a policy can be recorded at `path`, or an empty string."""
    if _CONTROL.search(path):
        return "it has a control character"
    if _DRIVE.match(path):
        return "it names a drive"
    # A section may have such a name where the computer allows it ("advice" tells of it); nothing else may.
    if any(_DEVICE.match(name) and not _TEXT.search(name) for name in re.split(r"[/\\]", path)):
        return "it names a device"
    return path_fault(path)


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
    if whole != part or not isinstance(signature, dict) or signature.get("format") != SIGNATURE_FORMAT:
        return None
    value = signature.get("value")
    return (covered, value) if isinstance(value, str) else None
