"""Which format of the settings a key needs: a newer one is written only when one of its keys is used.

Somebody with an older version can then still read and write every review that uses none of them.
"""

from collections.abc import Mapping
from typing import Any

_SECOND = ("organisations.*.remote", "language", "carriers")
"""Keys that came with format 2; `*` stands for any name."""


def key_of_format_2(table: Mapping[str, Any]) -> str | None:
    """Return a key of the settings `table` that needs format 2, or None."""
    for key in _SECOND:
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
