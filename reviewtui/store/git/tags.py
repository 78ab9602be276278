"""Release tags: names that read as version numbers."""

from datetime import UTC, datetime

from reviewtui.domain.policy.versions import Version, is_prerelease, version_key
from reviewtui.store.git.repository import Repository

_FIELDS = (
    "refname",
    "objecttype",
    "objectname",
    "*objectname",
    "committerdate:unix",
    "*committerdate:unix",
    "*objecttype",
)
_FORMAT = "%00".join(f"%({field})" for field in _FIELDS)


def release_tags(repository: Repository, *, merged_into: str = "") -> tuple[Version, ...]:
    """Return the tags that read as version numbers; with `merged_into` only those that this commit can reach."""
    arguments = ["for-each-ref", f"--format={_FORMAT}"]
    if merged_into:
        arguments.append(f"--merged={merged_into}")
    output = repository.git.run(*arguments, "refs/tags")
    # Names of tags may hold other characters that end a line in Unicode.
    rows = (line.split("\0") for line in output.decode("utf-8", "surrogateescape").split("\n"))
    versions = (_version(row) for row in rows if len(row) == 7)
    return tuple(version for version in versions if version is not None)


def _version(row: list[str]) -> Version | None:
    refname, kind, object_id, peeled, date, peeled_date, peeled_kind = row
    name = refname.removeprefix("refs/tags/")
    if version_key(name) is None or "commit" not in {kind, peeled_kind}:
        return None
    commit = peeled if kind == "tag" else object_id
    return Version(
        name,
        commit,
        moment(peeled_date if kind == "tag" else date),
        release=True,
        prerelease=is_prerelease(name),
    )


def moment(seconds: str) -> datetime | None:
    """Return the moment of a commit's date in seconds since 1970; None for a date that no calendar holds."""
    try:
        return datetime.fromtimestamp(int(seconds), tz=UTC)
    except (ValueError, OverflowError, OSError):
        return None
