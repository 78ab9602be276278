"""The settings of a review (`reviews/settings.toml`): read strictly, written in one canonical form."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import msgspec
import tomli_w

from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings.review_home import FIRST, RECORDS
from reviewtui.domain.settings.settings import FORMAT, Settings
from reviewtui.store.files.file_names import folded_name, path_fault
from reviewtui.store.record.event_codec import UnreadableEvent, as_toml, is_table, parse_toml

MAX_BYTES = 512 * 1024
_KEYS_OF_FORMAT_2 = ("organisations.*.remote", "language", "carriers")
"""Keys that came with format 2, which is written only when one of them is used; `*` stands for any name."""


class MisunderstoodSettings(Refused):
    """They are TOML, with a key or a value that is not understood."""


class NewerSettings(Refused):
    """The settings have a newer format: reading works with defaults, writing does not."""


def decode_settings(content: bytes, path: str = FIRST.settings) -> Settings:
    """Return the settings in `content`, the bytes of the file at `path`.

    Raises:
        NewerSettings: their format is newer than this version's.
        MisunderstoodSettings: a key or a value in them is not understood; the sentence names it.
        Refused: they are no TOML at all.
    """
    if b"\n<<<<<<< " in b"\n" + content:
        raise Refused(f"{path} holds the marks of an unsettled merge (<<<<<<<); settle it and commit.")
    if not content.strip():
        raise Refused(f"{path} is empty.")
    try:
        table = parse_toml(content, MAX_BYTES)
    except UnreadableEvent as error:
        raise Refused(f"{path} cannot be read: {error}.") from error
    version = table.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise NewerSettings(f"{path} has format {version}, which needs a newer reviewtui; this one can only read.")
    newer = _key_of_format_2(table)
    if newer is not None and version != FORMAT:
        raise MisunderstoodSettings(f"{path} is not understood: {newer} needs format = 2.")
    try:
        settings = msgspec.convert(table, Settings)
    except msgspec.ValidationError as error:
        raise MisunderstoodSettings(f"{path} is not understood: {_friendly(str(error))}.") from error
    fault = folder_fault(settings.folder)
    if fault:
        raise MisunderstoodSettings(f"{path} is not understood: folder = '{settings.folder}' {fault}.")
    return settings


def folder_fault(folder: str) -> str:
    """Return why no policy can lie in `folder`, from the repository's root; an empty string where one can."""
    parts = [part for part in folder.replace("\\", "/").split("/") if part not in {"", "."}]
    if folder.startswith("/") or ":" in folder or (parts and path_fault("/".join(parts))):
        return "is no folder of this repository; name it from the repository's root, as in 'policy'"
    is_record = bool(parts) and folded_name(parts[0]) == RECORDS
    return "is where the review lies; name the folder of the texts" if is_record else ""


def settings_or_none(content: bytes | None) -> Settings | None:
    """Read a settings file that may be missing, or not be understood: None then."""
    try:
        return decode_settings(content) if content is not None else None
    except Refused:
        return None


def _friendly(message: str) -> str:
    return message.replace("Object contains unknown field", "unknown key").replace(
        "Object missing required field", "missing key"
    )


def encode_settings(settings: Settings) -> bytes:
    """Return the canonical bytes of `settings`."""
    raw: dict[str, Any] = msgspec.to_builtins(settings, builtin_types=(date, datetime))
    head = {
        "format": FORMAT if _key_of_format_2(raw) is not None else settings.format,
        "policy_id": settings.policy_id,
        "title": settings.title,
        "folder": settings.folder,
    }
    head |= {"sections": settings.sections, "target": settings.target, "authors": list(settings.authors)}
    plain = {key: value for key, value in raw.items() if key not in head}
    simple = {key: value for key, value in plain.items() if not is_table(value)}
    tables = {key: value for key, value in plain.items() if is_table(value)}
    return tomli_w.dumps(as_toml(head | simple | tables)).encode("utf-8")


def encode_table(table: Mapping[str, Any]) -> bytes:
    """Return the canonical bytes of settings given as a table.

    Raises:
        Refused: they are not understood.
    """
    needed = {"format": FORMAT} if _key_of_format_2(table) is not None else {}
    return encode_settings(decode_settings(tomli_w.dumps(as_toml({**table, **needed})).encode("utf-8")))


def _key_of_format_2(table: Mapping[str, Any]) -> str | None:
    """Return a key of the settings `table` that needs format 2, or None."""
    for key in _KEYS_OF_FORMAT_2:
        used = _used(table, key.split("."))
        if used is not None:
            return ".".join(used)
    return None


def _used(value: object, names: list[str]) -> list[str] | None:
    """The path of the first value at `names` that is set, empty ones left out."""
    if not names:
        return [] if value not in ("", None, [], {}) else None
    if not isinstance(value, Mapping):
        return None
    for name in value if names[0] == "*" else [names[0]]:
        rest = _used(value.get(name), names[1:])
        if rest is not None:
            return [str(name), *rest]
    return None
