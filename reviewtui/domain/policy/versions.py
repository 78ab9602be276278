"""Versions of a policy: any commit; those with a version number are releases."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

_NUMBER = re.compile(
    r"v?(?P<major>0|[1-9]\d{0,8})\.(?P<minor>0|[1-9]\d{0,8})(?:\.(?P<patch>0|[1-9]\d{0,8}))?"
    r"(?:-(?P<pre>[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?\Z"
)

DRAFT = "draft"
"""The name of the text in the work tree."""
Key = tuple[int, int, int, bool, tuple[tuple[bool, int, str], ...]]


@dataclass(frozen=True, slots=True)
class Version:
    """A commit under the name by which people know it; `release` says that the name is a version number.

    `date` is None for the draft in the work tree and where a commit's date means nothing.
    """

    name: str
    commit: str
    date: datetime | None = None
    release: bool = False
    prerelease: bool = False
    tree: str = ""

    @property
    def wanted(self) -> str:
        """The name by which the version is asked for: none for the draft."""
        return wanted_version(self.name)

    @property
    def called(self) -> str:
        """What people call it: its release, else when its commit was made and the beginning of its id."""
        if self.release or self.date is None or not self.commit.startswith(self.name):
            return self.name
        return f"{self.date:%d %b %Y} ({self.name[:8]})"


def wanted_version(name: str) -> str:
    """Return the name by which the version of this name is asked for: none for the draft."""
    return "" if name == DRAFT else name


def version_key(name: str) -> Key | None:
    """Return a key by which version numbers sort (Semantic Versioning 2.0.0, item 11); None for no version number.

    A leading `v` and a missing patch number are allowed.
    """
    match = _NUMBER.match(name)
    if match is None:
        return None
    pre = match["pre"] or ""
    parts = (
        tuple((not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in pre.split(".")) if pre else ()
    )
    return (int(match["major"]), int(match["minor"]), int(match["patch"] or 0), not pre, parts)


def is_prerelease(name: str) -> bool:
    """Say whether `name` is a version number with a pre-release part."""
    match = _NUMBER.match(name)
    return match is not None and match["pre"] is not None


def newest_release(versions: tuple[Version, ...]) -> Version | None:
    """Return the highest full release among `versions`."""
    full = [(key, v) for v in versions if v.release and not v.prerelease and (key := version_key(v.name)) is not None]
    return max(full, key=lambda pair: pair[0])[1] if full else None


def upcoming(target: str, released: Collection[str]) -> str:
    """Return the version that is worked on: the `target`, or once that is released the next number after it."""
    match = _NUMBER.match(target)
    while match is not None and target in released:
        parts = [match["major"], match["minor"], *([match["patch"]] if match["patch"] else [])]
        if not match["pre"]:
            parts[-1] = str(int(parts[-1]) + 1)
        target = "v" * target.startswith("v") + ".".join(parts)
        match = _NUMBER.match(target)
    return target


def by_date(version: Version) -> tuple[float, bool, Key]:
    """Sort key for versions, oldest first; a version without a date comes last."""
    key = version_key(version.name) or (0, 0, 0, False, ())
    if version.date is None:
        return (float("inf"), True, key)
    return (version.date.timestamp(), False, key)
