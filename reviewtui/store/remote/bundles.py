"""Packs: git bundles (gitformat-bundle(5)), written and looked into."""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.store.files import durable
from reviewtui.store.files.given_file import require_plain
from reviewtui.store.git.repository import Repository

MAX_BYTES = 2 * 1024 * 1024 * 1024
_MOST_HEADER = 4 * 1024 * 1024
_SIGNATURE = re.compile(rb"# v[23] git bundle\n")
_ROW = re.compile(r"(?P<missing>-?)(?P<id>[0-9a-f]{40}(?:[0-9a-f]{24})?)(?: (?P<rest>.*))?\Z")


@dataclass(frozen=True, slots=True)
class Header:
    """What a pack says of itself: commits that it builds on, and its references by full name."""

    needs: tuple[str, ...]
    references: dict[str, str]

    @property
    def branch(self) -> str | None:
        """The short name of the branch that the pack is about."""
        heads = [name for name in self.references if name.startswith("refs/heads/")]
        main = [name for name in heads if self.references[name] == self.references.get("HEAD")]
        return next((name.removeprefix("refs/heads/") for name in (*main, *heads)), None)

    @property
    def tags(self) -> dict[str, str]:
        """The tags that the pack holds, by short name."""
        names = [name for name in self.references if name.startswith("refs/tags/")]
        return {name.removeprefix("refs/tags/"): self.references[name] for name in names}


def write_bundle(repository: Repository, path: Path, references: Sequence[str], without: Sequence[str]) -> int:
    """Write a new pack of `references` (full names) without what the commits `without` have; return its bytes.

    Raises:
        MachineFailed: the file exists already, or the disk refused.
    """
    repository.state_dir.mkdir(parents=True, exist_ok=True)
    aside = repository.state_dir / f"pack-{secrets.token_hex(6)}"
    try:
        excluded = [f"^{commit}" for commit in without]
        repository.git.run("bundle", "create", "--quiet", str(aside), *references, *excluded)
        content = durable.read_regular(aside, MAX_BYTES)
        if content is None:
            raise MachineFailed(f"git wrote no pack of at most {MAX_BYTES} bytes; nothing was written.")
        durable.write_new(path, content)
        return len(content)
    finally:
        aside.unlink(missing_ok=True)


def is_pack(address: str) -> bool:
    """Say whether an address leads to a pack of this machine."""
    path = Path(address.removeprefix("file://"))
    try:
        return path.is_file() and _SIGNATURE.match(_first_bytes(path)) is not None
    except (Refused, OSError, ValueError):
        return False


def read_header(path: Path) -> Header:
    """Return what the pack at `path` says of itself.

    Raises:
        Refused: there is no such file, or it is no pack.
    """
    head = _first_bytes(path)
    match = _SIGNATURE.match(head)
    end = head.find(b"\n\n")
    if match is None or end < 0:
        raise Refused(f"'{path}' is no pack; a pack is what 'reviewtui pack' or 'git bundle' writes.")
    rows = [_ROW.match(line) for line in head[match.end() : end].decode("utf-8", "replace").split("\n")]
    entries = [row for row in rows if row is not None]
    references = {row["rest"]: row["id"] for row in entries if not row["missing"] and row["rest"]}
    return Header(tuple(row["id"] for row in entries if row["missing"]), references)


def _first_bytes(path: Path) -> bytes:
    require_plain(path)
    try:
        with path.open("rb") as file:
            return file.read(_MOST_HEADER)
    except OSError as error:
        raise Refused(f"'{path}' cannot be read: {error.strerror}.") from error
