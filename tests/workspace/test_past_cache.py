"""What HEAD says of the review is kept between two runs, and what is kept is never believed where it might be false."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewtui.domain.review.draft import Draft
from reviewtui.store.cache import seal
from reviewtui.store.record import committed_state_cache as past_cache
from reviewtui.workspace.loading import committed_state as past
from reviewtui.workspace.workspace import Workspace
from tests.acting import remark
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run

BROKEN = "reviews/threads/aa/01kb2m6y3t9v8w5x4z7q1r0paa/01kb2m6y3t9v8w5x4z7q1r0paa.toml"


@pytest.fixture(autouse=True)
def _keep_small_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(past_cache, "WORTH_KEEPING", 1)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commits whose history was read anew."""
    asked: list[str] = []
    real: Callable[..., object] = past.read_history

    def counted(repository: object, head: str) -> object:
        asked.append(head)
        return real(repository, head)

    monkeypatch.setattr(past, "read_history", counted)
    return asked


def _remarks(review: Clone, run: Run) -> Path:
    """Two submitted remarks, one of them under another's name and so refused; returns where the past is kept."""
    remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why two?")
    assert run(review, "submit", who=NORTHVALE)[0] == 0
    assert run(review, "comment", "principles", "-m", "How?", who=SOUTHMERE)[0] == 0
    review.commit("Take it over", who=NORTHVALE)
    return review.path / ".git" / "reviewtui" / "past.msgpack"


def _load(review: Clone) -> Draft:
    return Workspace.open(review.path).load()


def test_a_second_run_reads_no_history_and_sees_the_same(review: Clone, run: Run, reads: list[str]) -> None:
    """From what was kept comes the very same draft, what has no effect and why included."""
    kept = _remarks(review, run)
    reads.clear()
    kept.unlink()
    first = _load(review)
    assert len(reads) == 1
    assert _load(review) == first
    assert len(reads) == 1
    assert first.review.refused()


def test_what_head_holds_now_counts(review: Clone, run: Run, reads: list[str]) -> None:
    """A commit, and a step back, are read anew; a file that no commit holds any more is pending again."""
    _remarks(review, run)
    _load(review)
    review.git("reset", "-q", "--soft", "HEAD^")
    review.git("reset", "-q")
    reads.clear()
    draft = _load(review)
    assert len(reads) == 1
    assert [thread.is_pending for thread in draft.review.threads.values()] == [False, True]


@pytest.mark.parametrize("fault", ["cut", "changed", "not ours", "no key"])
def test_what_was_tampered_with_is_not_believed(review: Clone, run: Run, reads: list[str], fault: str) -> None:
    """A damaged file, other words in it, another person's program: the history is read, and the answer is the same."""
    kept = _remarks(review, run)
    first = _load(review)
    content = kept.read_bytes()
    if fault == "cut":
        kept.write_bytes(content[:-9])
    elif fault == "changed":
        assert b"Why two?" in content
        kept.write_bytes(content.replace(b"Why two?", b"Why ten?"))
    elif fault == "not ours":
        seal._key_path().write_bytes(b"k" * 32)
    else:
        seal._key_path().unlink()
    reads.clear()
    assert _load(review) == first
    assert len(reads) == 1


def test_what_may_become_readable_is_not_kept(review: Clone, run: Run) -> None:
    """With an unreadable file in the record, or a history that is cut off or has gaps, nothing is kept."""
    kept = _remarks(review, run)
    kept.unlink(missing_ok=True)
    marker = review.path / ".git" / "objects" / "pack" / "pack-1.promisor"
    marker.touch()
    assert len(_load(review).review.threads) == 2
    marker.unlink()
    review.commit_file(BROKEN, "no event", "Add what is none")
    assert len(_load(review).problems) == 1
    assert not kept.exists()


def test_names_that_are_not_utf_8_do_no_harm(review: Clone, run: Run) -> None:
    """A person's name in other bytes cannot be kept, which costs only time."""
    kept = _remarks(review, run)
    commit = review.git("cat-file", "commit", "HEAD").replace("author J. Reviewer", "author J. R\xe9viewer")
    review.write("raw", f"{commit}\n".encode("latin-1"))
    review.git("update-ref", "HEAD", review.git("hash-object", "-t", "commit", "-w", "--literally", "raw"))
    kept.unlink(missing_ok=True)
    authors = [event.provenance.author for event in _load(review).review.everything()]
    assert "J. R\udce9viewer" in {author.name for author in authors if author}
    assert not kept.exists()
