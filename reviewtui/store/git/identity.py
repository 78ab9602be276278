"""Who "I" am, as git would write it into a commit, and how a commit is told who made it."""

import os
from datetime import UTC, datetime

from reviewtui.domain.person import Person, is_address
from reviewtui.domain.refusal import Refused
from reviewtui.store.git.repository import Repository


def author(repository: Repository) -> Person:
    """Return the person that a commit made now would name as its author.

    Raises:
        Refused: git knows no name or no address.
    """
    name, address = os.environ.get("GIT_AUTHOR_NAME", ""), os.environ.get("GIT_AUTHOR_EMAIL", "")
    if not name or not address:
        configured = repository.configuration.values()
        name, address = name or configured.get("user.name", ""), address or configured.get("user.email", "")
    if not name or not address:
        raise Refused(
            "git does not know who you are; tell it once: "
            'git config --global user.name "Your Name" && git config --global user.email you@council.example'
        )
    return Person(one_line(name), one_line(address))


def introduce(repository: Repository, person: Person, *, everywhere: bool) -> None:
    """Tell git who commits: in this clone, or wherever nothing else is said.

    Raises:
        Refused: it is no name, or no address.
    """
    name, address = one_line(person.name), person.address.strip()
    if not name:
        raise Refused("A name is needed: it stands beside every remark.")
    if not is_address(address):
        raise Refused(f"'{address}' is no address, such as reviewer@northvale.example.")
    for key, value in (("user.name", name), ("user.email", address)):
        # A second value of the same key would win over what is told here, and git refuses to choose between them.
        where = "--global" if everywhere else "--local"
        repository.configuration.change("config", where, "--replace-all", "--", key, value)


def committer(author_person: Person) -> Person:
    """Return who commits: the committer of the environment, else the author."""
    name = os.environ.get("GIT_COMMITTER_NAME") or author_person.name
    address = os.environ.get("GIT_COMMITTER_EMAIL") or author_person.address
    return Person(one_line(name), one_line(address))


def one_line(text: str) -> str:
    """Git drops these characters from names; so that what is claimed and what is committed stay equal, so do we."""
    return text.replace("\n", " ").replace("<", "").replace(">", "").strip()


def signature(author: Person, committer: Person, moment: datetime | None) -> dict[str, str]:
    """Return the variables that name both people, and `moment` (None: now) as both dates."""
    date = f"@{int((moment or datetime.now(UTC)).timestamp())} +0000"
    return {
        "GIT_AUTHOR_NAME": author.name,
        "GIT_AUTHOR_EMAIL": author.address,
        "GIT_AUTHOR_DATE": date,
        "GIT_COMMITTER_NAME": committer.name,
        "GIT_COMMITTER_EMAIL": committer.address,
        "GIT_COMMITTER_DATE": date,
    }
