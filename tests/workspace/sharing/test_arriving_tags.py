"""Version tags of the other side: those of this branch's history arrive, few or very many, and no others."""

from reviewtui.store.git.process.environment import STARTED
from tests.conftest import Clone, Run
from tests.sharing import bare_of, clone_of, synced


def _tagged(clone: Clone, number: int) -> list[str]:
    names = [f"1.{n}" for n in range(number)]
    for name in names:
        clone.git("tag", name)
    clone.git("push", "-q", "origin", *(f"refs/tags/{name}" for name in names))
    return names


def test_very_many_arrive_at_once(review: Clone, run: Run) -> None:
    """More than a few cost no more children than one, and leave nothing in this clone but themselves."""
    other = clone_of(bare_of(review), "other")
    synced(run, review)
    names = _tagged(other, 60)
    before = STARTED.copy()
    told = synced(run, review)
    started = STARTED - before
    assert sorted(told["tags_received"]) == sorted(names)
    assert sorted(review.git("tag").split()) == sorted(names)
    assert (started["fetch"], started["update-ref"]) == (0, 2)
    assert "tags" not in review.git("for-each-ref", "refs/reviewtui", "--format=%(refname)")
    assert synced(run, review)["tags_received"] == []


def test_only_those_of_this_history_arrive(review: Clone, run: Run) -> None:
    """An annotated one comes with its words; one of another branch stays away, until its commit is merged."""
    other = clone_of(bare_of(review), "other")
    synced(run, review)
    other.git("tag", "-a", "2.0", "-m", "The second")
    other.git("switch", "-q", "-c", "aside")
    other.commit_file("aside.txt", "x\n", "Aside")
    other.git("tag", "3.0")
    other.git("tag", "-a", "3.1", "-m", "Aside")
    other.git("push", "-q", "origin", "aside", "refs/tags/2.0", "refs/tags/3.0", "refs/tags/3.1")
    assert synced(run, review)["tags_received"] == ["2.0"]
    assert review.git("cat-file", "tag", "2.0") == other.git("cat-file", "tag", "2.0")
    other.git("push", "-q", "origin", "aside:main")
    assert sorted(synced(run, review)["tags_received"]) == ["3.0", "3.1"]
    assert review.git("rev-parse", "3.1") == other.git("rev-parse", "3.1")
