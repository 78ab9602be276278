"""Settings that two clones changed, put together key by key; a key that both changed differently is for a person."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
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
    base: SettingsTable,
    ours: SettingsTable,
    theirs: SettingsTable,
    prefers_theirs: Callable[[KeyConflict], bool] = lambda _: False,
) -> MergedSettings:
    """Merge three tables of the settings file; of a key in conflict, ours stands unless theirs is preferred."""
    merge = _KeyMerge(prefers_theirs)
    merged = merge.table("", *(_by_name(table) for table in (base, ours, theirs)))
    return MergedSettings(_in_lists(merged), tuple(merge.conflicts))


@dataclass
class _KeyMerge:
    """Merges tables key by key, and notes each key that is in conflict."""

    prefers_theirs: Callable[[KeyConflict], bool]
    conflicts: list[KeyConflict] = field(default_factory=list)

    def table(self, above: str, base: SettingsTable, ours: SettingsTable, theirs: SettingsTable) -> dict[str, Any]:
        """Return what becomes of a table whose keys are named behind `above`."""
        merged: dict[str, Any] = {}
        for key in dict.fromkeys((*ours, *theirs)):
            old, mine, other = (side.get(key, _MISSING) for side in (base, ours, theirs))
            if isinstance(mine, Mapping) and isinstance(other, Mapping):
                value: object = self.table(f"{above}{key}.", old if isinstance(old, Mapping) else {}, mine, other)
            else:
                value = self._value(f"{above}{key}", old, mine, other)
            if value is not _MISSING:
                merged[key] = value
        return merged

    def _value(self, name: str, old: object, mine: object, other: object) -> object:
        if mine == other or other == old:  # noqa: PLR1714 - values that cannot be hashed
            return mine
        if mine == old:
            return other
        conflict = KeyConflict(name, _shown(old), _shown(mine), _shown(other))
        self.conflicts.append(conflict)
        return other if self.prefers_theirs(conflict) else mine


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
