"""What is read of near commits is what git says of them, in histories of any shape."""

import random

import pytest

from reviewtui.store.git.ancestry import commits_between, common_base, is_ancestor, people_between
from reviewtui.store.git.near_commits import divergence
from reviewtui.store.git.process.environment import STARTED
from reviewtui.store.git.repository import Repository, open_repository
from tests.conftest import Clone


def _made(policy: Clone, seed: int, *, spread: int, size: int = 14) -> list[str]:
    """Make commits with up to three parents among the newest; dates go up by at most `spread` (negative: anyhow)."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    tree, first = policy.git("rev-parse", "HEAD^{tree}"), policy.git("rev-parse", "HEAD")
    date = int(policy.git("log", "-1", "--format=%ct"))
    commits = [first]
    for number in range(size):
        date += chance.randint(0, spread) if spread >= 0 else chance.randint(spread, -spread)
        parents = chance.sample(commits[-5:], k=min(chance.choice((1, 1, 1, 2, 3)), len(commits[-5:])))
        above = "".join(f"parent {parent}\n" for parent in parents)
        who = f"P{chance.randint(1, 3)} <p@council.example> {date} +0000"
        content = f"tree {tree}\n{above}author {who}\ncommitter {who}\n\nCommit {number}\n"
        raw = policy.path / ".git" / "raw"
        raw.write_text(content)
        commits.append(policy.git("hash-object", "-t", "commit", "-w", str(raw)))
    return commits


def _asked(repository: Repository, one: str, other: str) -> None:
    git = repository.git
    bases = git.text("merge-base", "--all", one, other).split()
    near = divergence(repository, one, other)
    if near is not None:
        assert sorted(near.bases) == sorted(bases)
        assert set(near.only_second) == set(git.text("rev-list", f"{one}..{other}").split())
    assert is_ancestor(repository, one, other) == (bases == [one])
    assert common_base(repository, one, other) in bases
    names = git.text("log", "--no-merges", "--format=%an", f"{one}..{other}").split()
    people, number = people_between(repository, one, other)
    assert (number, {person.name for person in people}) == (len(names), set(names))
    assert commits_between(repository, one, other) == set(git.text("rev-list", f"{one}..{other}").split())


@pytest.mark.parametrize("spread", [0, 2, -30])
@pytest.mark.parametrize("seed", range(3))
def test_near_commits_are_related_as_git_says(policy: Clone, seed: int, spread: int) -> None:
    """With many made in one second, and with clocks that run backwards."""
    commits = _made(policy, seed, spread=spread)
    repository = open_repository(policy.path)
    for one in commits[::2]:
        for other in commits[1::3]:
            _asked(repository, one, other)


def test_a_straight_history_starts_no_child(policy: Clone) -> None:
    """Who is some commits behind is told without one, both ways."""
    old = policy.git("rev-parse", "HEAD")
    for number in range(10):
        policy.commit_file("policy/more.md", f"# More\n\n{number}\n", f"More {number}")
    repository = open_repository(policy.path)
    head = repository.fresh_head()
    before = STARTED.total()
    assert is_ancestor(repository, old, head)
    assert not is_ancestor(repository, head, old)
    assert common_base(repository, head, old) == old
    assert people_between(repository, old, head)[1] == 10
    assert STARTED.total() == before


def test_what_is_far_or_absent_is_left_to_git(policy: Clone) -> None:
    """Also a commit that names an encoding, whose author is told as git reads it."""
    commits = _made(policy, 1, spread=5, size=130)
    repository = open_repository(policy.path)
    assert divergence(repository, commits[0], commits[-1]) is None
    assert is_ancestor(repository, commits[0], commits[-1])
    assert not is_ancestor(repository, "0" * 40, commits[-1])
    policy.git("config", "i18n.commitEncoding", "ISO-8859-1")
    head = policy.commit_file("policy/more.md", "# More\n", "More")
    assert divergence(repository, policy.git("rev-parse", "HEAD^"), head) is None
    assert people_between(repository, policy.git("rev-parse", "HEAD^"), head)[1] == 1
