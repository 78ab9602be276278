"""Who "I" am: what git would write into a commit."""

import os

from reviewtui.domain.person import Person
from reviewtui.domain.refusal import Refused
from reviewtui.store.git.repository import Repository


def author(repository: Repository) -> Person:
    """Return the person that a commit made now would name as its author.

    Raises:
        Refused: git knows no name or no address.

    """
    name = os.environ.get("GIT_AUTHOR_NAME") or _configured(repository, "user.name")
    address = os.environ.get("GIT_AUTHOR_EMAIL") or _configured(repository, "user.email")
    if not name or not address:
        raise Refused(
            "git does not know who you are; tell it once: "
            'git config --global user.name "Your Name" && git config --global user.email you@council.example'
        )
    return Person(_one_line(name), _one_line(address))


def committer(author_person: Person) -> Person:
    """Return who commits: the committer of the environment, else the author."""
    name = os.environ.get("GIT_COMMITTER_NAME") or author_person.name
    address = os.environ.get("GIT_COMMITTER_EMAIL") or author_person.address
    return Person(_one_line(name), _one_line(address))


def _configured(repository: Repository, key: str) -> str:
    return repository.git.text("config", "--get", key, accept=(0, 1))


def _one_line(text: str) -> str:
    """Git drops these characters from names; so that what is claimed and what is committed stay equal, so do we."""
    return text.replace("\n", " ").replace("<", "").replace(">", "").strip()
