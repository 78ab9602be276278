"""A commit made in memory is, byte by byte, the one that git-commit-tree(1) makes."""

from datetime import UTC, datetime

import pytest

from reviewtui.domain.person import Person
from reviewtui.domain.refusal import Refused
from reviewtui.store.git.identity import signature
from reviewtui.store.git.new_objects import commit_bytes
from reviewtui.store.git.repository import open_repository
from tests.conftest import Clone

_NAMES = ("P. Officer", "  J. Smith, Jr,  ", '"Quoted"', "Ö. Ünicode", "O'Neil", "A <b> c", "\tx\x01y")
_MOMENT = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)


@pytest.mark.parametrize("name", _NAMES)
@pytest.mark.parametrize("parents", [0, 2])
def test_it_is_git_s_own(policy: Clone, name: str, parents: int) -> None:
    """Also with names that git changes, with an empty address and with a message without a last line end."""
    tree, head = policy.git("rev-parse", "HEAD^{tree}"), policy.git("rev-parse", "HEAD")
    policy.write("policy/more.md", "# More\n")
    above = (head, policy.commit())[:parents]
    signed = signature(Person(name, "a@council.example"), Person("Committer", " <>"), _MOMENT)
    for message in ("Say more\n\nWith a body: ö", "", "One line\n"):
        git = open_repository(policy.path).git
        asked = [argument for parent in above for argument in ("-p", parent)]
        made = git.run("commit-tree", tree, *asked, stdin=message.encode(), environment=signed).decode().strip()
        assert commit_bytes(tree, above, message, signed) == git.run("cat-file", "commit", made)


def test_a_name_of_signs_alone_is_refused() -> None:
    """Git records none of them (git: "name consists only of disallowed characters")."""
    with pytest.raises(Refused, match="no name that git records"):
        commit_bytes("1" * 40, (), "x", signature(Person(",;", "a@b.example"), Person("A", "a@b.example"), None))


def test_a_full_stop_at_the_end_of_a_name_stays() -> None:
    """Older programs of git take it away, newer ones do not; what somebody claims and what is committed stay equal."""
    signed = signature(Person("J. Smith, Jr.", "a@b.example"), Person("A", "a@b.example"), None)
    assert b"author J. Smith, Jr. <a@b.example>" in commit_bytes("1" * 40, (), "x", signed)
