"""What is given goes elsewhere, or runs programs there, only after the person has agreed to that once."""

import shlex
import shutil
from pathlib import Path

import pytest

from tests.acting import ask, program_at, refused, remark
from tests.conftest import Clone, Run
from tests.sharing import bare_of, bodies, clone_of, redirected, tips

KEYS = ("url.{0}.insteadOf", "url.{0}.pushInsteadOf", "remote.origin.pushurl")


@pytest.fixture
def bare(review: Clone, run: Run) -> Path:
    """The repository that the clone follows; a remark waits to be given to it."""
    bare = bare_of(review)
    remark(run, review, "comment", "-m", "Here.")
    return bare


@pytest.mark.parametrize("key", KEYS)
def test_nothing_goes_elsewhere_unasked(review: Clone, bare: Path, run: Run, key: str) -> None:
    """Without a terminal it is exit 2 and a sentence that names the place and the option; nothing was changed."""
    other = redirected(review, bare, key)
    before = (tips(bare), tips(other), review.git("rev-parse", "HEAD"))
    for words in ("sync",), ("sync", "--json"), ("sync", "--yes"):
        err = refused(run, review, *words, code=2)
        assert str(other) in err
        assert "--trust-place" in err
    assert (tips(bare), tips(other), review.git("rev-parse", "HEAD")) == before


@pytest.mark.parametrize("key", KEYS)
def test_it_is_asked_once(review: Clone, bare: Path, run: Run, key: str) -> None:
    """Who has agreed is not asked again in this clone; the place is still named."""
    other = redirected(review, bare, key)
    told = ask(run, review, "sync", "--trust-place")
    assert any(str(other) in note for note in told["notes"])
    remark(run, review, "comment", "-m", "Again.")
    ask(run, review, "sync")
    assert bodies(run, clone_of(other, "seen")) == {"Here.", "Again."}


def test_an_answer_is_for_one_place(review: Clone, bare: Path, run: Run) -> None:
    """Another place is asked about anew."""
    redirected(review, bare, KEYS[2])
    ask(run, review, "sync", "--trust-place")
    third = bare.with_name("third.git")
    shutil.copytree(bare, third)
    review.git("config", "remote.origin.pushurl", str(third))
    remark(run, review, "comment", "-m", "Again.")
    assert str(third) in refused(run, review, "sync", code=2)


def test_a_planted_answer_counts_for_nothing(review: Clone, bare: Path, run: Run, tmp_path: Path) -> None:
    """Neither one that another person sealed, nor one that was copied from another clone, nor odd bytes answer."""
    other = redirected(review, bare, KEYS[2])
    copied = Clone(tmp_path / "copied")
    shutil.copytree(review.path, copied.path)
    ask(run, copied, "sync", "--trust-place")
    kept = copied.path / ".git" / "reviewtui" / "places"
    mine = review.path / ".git" / "reviewtui" / "places"
    for content in (kept.read_bytes(), b"x" * 32 + kept.read_bytes()[32:], b"", b"{}", kept.read_bytes()[:40]):
        mine.write_bytes(content)
        assert str(other) in refused(run, review, "sync", code=2)


def test_what_takes_nothing_asks_nothing(review: Clone, run: Run) -> None:
    """A sync that has nothing to give goes on as before, and names the place."""
    bare = bare_of(review)
    other = redirected(review, bare, KEYS[2])
    assert any(str(other) in note for note in ask(run, review, "sync")["notes"])


def test_what_such_a_place_has_is_not_merged(review: Clone, bare: Path, run: Run) -> None:
    """With something to give, nothing of what the place holds comes in either before somebody agrees."""
    other = redirected(review, bare, KEYS[0])
    theirs = clone_of(other, "theirs")
    remark(run, theirs, "comment", "-m", "Theirs.")
    theirs.git("push", "-q")
    refused(run, review, "sync", code=2)
    assert bodies(run, review) == {"Here."}
    ask(run, review, "sync", "--trust-place")
    assert bodies(run, review) == {"Here.", "Theirs."}


def test_the_persons_own_configuration_is_theirs(review: Clone, bare: Path, run: Run) -> None:
    """What they set for all repositories (git config --global) is nothing to ask about."""
    other = bare.with_name("other.git")
    review.git("clone", "-q", "--bare", str(bare), str(other))
    review.git("config", "--global", f"url.{other}.insteadOf", str(bare))
    assert ask(run, review, "sync")["sent"] == 1


def test_a_terminal_asks(review: Clone, bare: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """No gives nothing, yes gives it and is remembered; the programs of a folder are asked about as well."""
    program_at(bare / "hooks" / "post-receive")
    questions: list[str] = []
    answers = [False, True]

    def confirm(question: str, **_options: object) -> bool:
        questions.append(question)
        return answers.pop(0)

    monkeypatch.setattr("reviewtui.cli.commands.exchanging.sharing_commands.has_terminal", lambda: True)
    monkeypatch.setattr("click.confirm", confirm)
    before = tips(bare)
    assert run(review, "sync")[0] == 2
    assert tips(bare) == before
    assert run(review, "sync")[0] == 0
    remark(run, review, "comment", "-m", "Again.")
    assert run(review, "sync")[0] == 0
    assert len(questions) == 2
    assert all("post-receive" in question for question in questions)
    assert bodies(run, clone_of(bare, "seen")) == {"Here.", "Again."}


def test_a_second_address_of_a_remote_is_asked_about(review: Clone, bare: Path, run: Run) -> None:
    """Git would give to every address of a remote; the command that is named takes just the other one away."""
    other = bare.with_name("other.git")
    review.git("clone", "-q", "--bare", str(bare), str(other))
    review.git("remote", "set-url", "--add", "origin", str(other))
    before = tips(other)
    err = refused(run, review, "sync", code=2)
    assert str(other) in err
    assert tips(other) == before
    review.git("config", "remote.origin.pushurl", str(other))
    assert str(other) in refused(run, review, "sync", code=2)
    review.git("config", "--unset", "remote.origin.pushurl")
    review.git("remote", "set-url", *shlex.split(err.partition("git remote set-url ")[2].partition(").")[0]))
    assert review.git("remote", "get-url", "--push", "--all", "origin") == str(bare)
    ask(run, review, "sync")
    assert tips(other) == before


def test_a_fork_that_nobody_joined_is_asked_about(review: Clone, bare: Path, run: Run) -> None:
    """What a clone's configuration says of where a branch gives to counts once `join` or the person has said so."""
    fork = bare.with_name("fork.git")
    review.git("clone", "-q", "--bare", str(bare), str(fork))
    before = tips(fork)
    review.git("remote", "add", "fork", str(fork))
    review.git("config", "branch.main.pushRemote", "fork")
    assert str(fork) in refused(run, review, "sync", code=2)
    assert tips(fork) == before
    ask(run, review, "join", "origin", "--fork", "fork")
    ask(run, review, "sync")
    assert bodies(run, clone_of(fork, "seen")) == {"Here."}
    remark(run, review, "comment", "-m", "Again.")
    review.git("config", "branch.main.pushRemote", str(fork.as_uri()))
    assert str(fork) in refused(run, review, "sync", code=2)
    ask(run, review, "sync", "--trust-place")
    assert bodies(run, clone_of(fork, "seen-again")) == {"Here.", "Again."}
