"""Objects that are made in memory and written together, by one child of git's.

Until then nothing can read them. They are sent to git-unpack-objects(1) as a pack (gitformat-pack(5)).
"""

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.store.git.identity import one_line
from reviewtui.store.git.objects import id_of, object_infos
from reviewtui.store.git.repository import Repository

_KINDS = {"commit": 1, "tree": 2, "blob": 3}
_CRUD = "".join(map(chr, range(33))) + ",:;<>\"\\'"
"""Characters with which git lets no name and no address begin or end; before 2.55 at the latest also no full stop."""


@dataclass
class NewObjects:
    """What is to be written into a repository, by id."""

    repository: Repository
    waiting: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    def add(self, kind: str, content: bytes) -> str:
        """Take an object (`blob`, `tree` or `commit`) and return its id."""
        made = id_of(kind, content, self.repository.object_format)
        self.waiting[made] = (kind, content)
        return made

    def write(self) -> None:
        """Write what waits; it is on the disk afterwards.

        Raises:
            MachineFailed: git or the disk failed; nothing leads to what was written.
        """
        if not self.waiting:
            return
        git = self.repository.git
        git.run("unpack-objects", "-q", stdin=self._pack())
        ids = list(self.waiting)
        if [info.object_id if info is not None else "" for info in object_infos(git, ids)] != ids:
            raise MachineFailed("git did not write what it was given; nothing was changed.")
        self.waiting.clear()

    def _pack(self) -> bytes:
        parts = [b"PACK" + (2).to_bytes(4, "big") + len(self.waiting).to_bytes(4, "big")]
        for kind, content in self.waiting.values():
            parts += [_head(_KINDS[kind], len(content)), zlib.compress(content, 1)]
        body = b"".join(parts)
        return body + hashlib.new(self.repository.object_format, body, usedforsecurity=False).digest()


def _head(kind: int, size: int) -> bytes:
    """The kind and the size before an object of a pack: seven bits a byte, of the first one four, lowest first."""
    head = [kind << 4 | size & 15]
    size >>= 4
    while size:
        head[-1] |= 128
        head.append(size & 127)
        size >>= 7
    return bytes(head)


def commit_bytes(tree: str, parents: Iterable[str], message: str, signed: Mapping[str, str]) -> bytes:
    """Return a commit as git-commit-tree(1) makes it of the variables of a `signature`.

    Raises:
        Refused: a name holds nothing that git records.
    """
    lines = [f"tree {tree}", *(f"parent {parent}" for parent in parents)]
    for who in ("AUTHOR", "COMMITTER"):
        name, address, date = (signed[f"GIT_{who}_{part}"] for part in ("NAME", "EMAIL", "DATE"))
        if not _recorded(name):
            raise Refused(f"'{name}' is no name that git records; tell it another: git config --global user.name NAME")
        lines.append(f"{who.lower()} {_recorded(name)} <{_recorded(address)}> {date.removeprefix('@')}")
    return "".join(f"{line}\n" for line in (*lines, "")).encode("utf-8", "replace") + message.encode("utf-8", "replace")


def _recorded(text: str) -> str:
    """A name or an address as git writes it into a commit (git: strbuf_addstr_without_crud in ident.c)."""
    return one_line(text.strip(_CRUD))
