"""Settings that two clones changed, put together key by key; a key that both changed differently is for a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SettingsTable = Mapping[str, Any]
_LISTS = {"topics": "id", "companions": "text", "signers": "key"}
"""Lists of tables whose entries have a name of their own, and the key that holds it."""
_MISSING = object()


@dataclass(frozen=True, slots=True)
class KeyConflict:
    """A key that both sides changed: its name with dots, and its three values as they would stand in the file."""

    key: str
    base: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class MergedSettings:
    """The table made of both, in which our value stands where they clash, or theirs where that was chosen."""

    table: dict[str, Any]
    conflicts: tuple[KeyConflict, ...]


def merge_settings(
    base: SettingsTable, ours: SettingsTable, theirs: SettingsTable, *, prefer_theirs: bool = False
) -> MergedSettings:
    """Merge three tables of the settings file."""
    conflicts: list[KeyConflict] = []
    sides = [_by_name(table) for table in (base, ours, theirs)]
    merged = _merge(sides[0], sides[1], sides[2], "", conflicts, prefer_theirs=prefer_theirs)
    return MergedSettings(_in_lists(merged), tuple(conflicts))


def _merge(
    base: SettingsTable,
    ours: SettingsTable,
    theirs: SettingsTable,
    above: str,
    conflicts: list[KeyConflict],
    *,
    prefer_theirs: bool,
) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for key in dict.fromkeys((*ours, *theirs)):
        old, mine, other = (side.get(key, _MISSING) for side in (base, ours, theirs))
        name = f"{above}{key}"
        if isinstance(mine, Mapping) and isinstance(other, Mapping):
            inner = old if isinstance(old, Mapping) else {}
            merged[key] = _merge(inner, mine, other, f"{name}.", conflicts, prefer_theirs=prefer_theirs)
            continue
        value = mine
        if mine != other:
            if mine == old:
                value = other
            elif other != old:
                conflicts.append(KeyConflict(name, _shown(old), _shown(mine), _shown(other)))
                value = other if prefer_theirs else mine
        if value is not _MISSING:
            merged[key] = value
    return merged


def _by_name(table: SettingsTable) -> dict[str, Any]:
    """Lists of named tables as tables by name, so that two new topics are no clash."""
    named = dict(table)
    for key, name in _LISTS.items():
        entries = named.get(key)
        if isinstance(entries, list) and all(isinstance(entry, Mapping) and name in entry for entry in entries):
            named[key] = {str(entry[name]): entry for entry in entries}
    return named


def _in_lists(table: dict[str, Any]) -> dict[str, Any]:
    return {key: list(value.values()) if key in _LISTS and isinstance(value, dict) else value
            for key, value in table.items()}  # fmt: skip


def _shown(value: object) -> str:
    if value is _MISSING:
        return ""
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return f"[{', '.join(_shown(entry) for entry in value)}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key} = {_shown(entry)}' for key, entry in value.items())}}}"
    return str(value)
