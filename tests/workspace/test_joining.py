"""A place to read from and a place to give to; what has arrived is not proposed again; branches that change names."""

from pathlib import Path

import pytest

from tests.acting import ask, program_at, refused, remark, submitted, thread_of, unchanged
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.sharing import bare_of, bodies, clone_of, synced


@pytest.fixture
def bare(review: Clone) -> Path:
    """The officer's repository."""
    return bare_of(review)


@pytest.fixture
def partner(bare: Path) -> Clone:
    """A partner's clone of it."""
    return clone_of(bare, "partner")


def fork_of(bare: Path) -> Path:
    """Return a bare fork of a repository beside it."""
    Clone(bare.parent).git("clone", "-q", "--bare", str(bare), str(bare.parent / "fork.git"))
    return bare.parent / "fork.git"


def closed(bare: Path, pattern: str = "*") -> None:
    """Let the repository take pushes of branches of this pattern from the officer alone."""
    refusing = f'case "$1" in {pattern}) echo closed >&2; exit 1;; esac'
    program_at(bare / "hooks" / "update", f'test "$GIT_COMMITTER_EMAIL" = {OFFICER[1]} && exit 0\n{refusing}')


def test_a_partner_reads_here_and_gives_there(review: Clone, partner: Clone, bare: Path, run: Run) -> None:
    """After join, sync takes over what the upstream has and gives to the fork; git pull and push do the same."""
    closed(bare)
    fork = fork_of(bare)
    told = ask(run, partner, "join", "origin", "--fork", str(fork), who=NORTHVALE)
    assert (told["upstream"], told["branch"], told["gives_to"]) == ("origin", "main", "fork")
    remark(run, review, "comment", "-m", "From the officer.")
    synced(run, review)
    remark(run, partner, "comment", "-m", "From the partner.")
    shared = synced(run, partner, who=NORTHVALE)
    assert (shared["received"]["events"], shared["place"], shared["proposed"]) == (1, "fork", "main")
    head = partner.git("rev-parse", "HEAD")
    assert partner.git("ls-remote", str(fork), "main").startswith(head)
    assert partner.git("ls-remote", str(bare)).count(head) == 0
    with unchanged(partner):
        assert run(partner, "sync", who=NORTHVALE)[0] == 0
    partner.git("push", "-q", "--dry-run")
    run(review, "organisation", "add", "northvale", "--name", "Northvale Council", "--remote", f"file://{fork}")
    synced(run, review, "--take", "northvale")
    back = synced(run, partner, who=NORTHVALE)
    assert (back["merged"], back["proposed"], back["given"]["events"]) == (False, None, 0)
    assert bodies(run, partner) == bodies(run, review)


def test_join_without_a_fork_gives_to_where_it_reads(partner: Clone, bare: Path, run: Run) -> None:
    """A second join takes the fork back; an address becomes the remote 'upstream'."""
    fork = fork_of(bare)
    ask(run, partner, "join", "origin", "--fork", str(fork))
    other = bare.parent / "other.git"
    bare.rename(other)
    told = ask(run, partner, "join", str(other))
    assert (told["upstream"], told["gives_to"]) == ("upstream", "upstream")
    assert partner.git("config", "--get-all", "branch.main.remote") == "upstream"
    assert partner.git("config", "--get-all", "branch.main.pushRemote", check=False) == ""


def test_an_empty_place_is_joined_and_the_first_share_fills_it(review: Clone, tmp_path: Path, run: Run) -> None:
    """Join says that nothing is there yet; sync makes the branch, and another clone of it shares from then on."""
    place = tmp_path / "new.git"
    review.git("init", "-q", "--bare", str(place))
    assert "reviewtui join ADDRESS" in refused(run, review, "sync")
    assert "It is empty as yet" in run(review, "join", str(place))[1]
    synced(run, review)
    assert review.git("ls-remote", str(place), "refs/heads/main").startswith(review.git("rev-parse", "HEAD"))
    assert review.git("rev-parse", "HEAD") == review.git("rev-parse", "main@{upstream}")
    other = Clone(tmp_path / "other")
    review.git("clone", "-q", "-b", "main", str(place), str(other.path))
    remark(run, other, "comment", "-m", "From the other.", who=NORTHVALE)
    synced(run, other, who=NORTHVALE)
    synced(run, review)
    assert bodies(run, review) == {"From the other."}


def test_a_place_with_other_branches_alone_is_refused(review: Clone, tmp_path: Path, run: Run) -> None:
    """Where something else lies and no branch is the main one, nobody knows what is meant."""
    place = tmp_path / "new.git"
    review.git("init", "-q", "--bare", str(place))
    review.git("push", "-q", str(place), "HEAD:refs/heads/else")
    assert "no main one" in refused(run, review, "join", str(place))


@pytest.mark.parametrize(
    "arguments", [("nowhere",), ("origin", "--fork", "ext::sh -c x"), ("origin", "--fork", "gone")]
)
def test_what_cannot_be_joined_changes_nothing(partner: Clone, run: Run, arguments: tuple[str, ...]) -> None:
    """Neither configuration nor anything else is touched."""
    before = partner.git("config", "--local", "--list")
    refused(run, partner, "join", *arguments)
    assert partner.git("config", "--local", "--list") == before


@pytest.mark.quick(1)
@pytest.mark.parametrize("way", ["squash", "rebase", "am"])
def test_what_has_arrived_is_not_proposed_again(review: Clone, partner: Clone, bare: Path, run: Run, way: str) -> None:
    """A forge that squashed or rebased, and an author who took mails, hold everything: nothing is left to offer."""
    closed(bare, "refs/heads/main")
    remark(run, partner, "comment", "-m", "First.")
    remark(run, partner, "comment", "-m", "Second.")
    assert synced(run, partner, who=NORTHVALE)["proposed"] == "proposal/reviewer"
    review.commit_edit("policy/records.md", "two years", "six years", "Meanwhile")
    review.git("fetch", "-q")
    if way == "squash":
        review.git("merge", "-q", "--squash", "origin/proposal/reviewer")
        review.git("commit", "-q", "-m", "Squashed", who=NORTHVALE)
    elif way == "rebase":
        review.git("cherry-pick", "HEAD..origin/proposal/reviewer")
    else:
        partner.git("format-patch", "-q", "origin/main", "-o", str(bare.parent / "mail"))
        review.git("am", "-q", *(str(path) for path in sorted((bare.parent / "mail").iterdir())))
    review.git("push", "-q")
    told = synced(run, partner, who=NORTHVALE)
    assert (told["arrived"], told["proposed"], told["kept"]) == (True, None, None)
    assert "All of yours has arrived" in run(partner, "sync", who=NORTHVALE)[1]
    tip = partner.git("ls-remote", "origin", "proposal/reviewer")
    for _ in range(2):
        synced(run, partner, who=NORTHVALE)
    assert partner.git("ls-remote", "origin", "proposal/reviewer") == tip
    assert synced(run, review)["proposals"] == []
    remark(run, partner, "comment", "-m", "Third.")
    assert synced(run, partner, who=NORTHVALE)["proposed"] == "proposal/reviewer"


def test_what_the_author_squashed_is_told_as_carried_on_both_sides(
    review: Clone, partner: Clone, bare: Path, run: Run
) -> None:
    """The partner's commits still prove it here alone: sync says so, until the author takes them; then it is proved."""
    closed(bare, "refs/heads/main")
    thread = remark(run, partner, "comment", "-m", "First.")
    synced(run, partner, who=NORTHVALE)
    status = ask(run, partner, "status", who=NORTHVALE)
    assert (status["unshared"], status["offered"]) == (1, 1)
    assert "0 submitted and not shared, 1 offered and not taken yet" in run(partner, "status", who=NORTHVALE)[1]
    review.git("fetch", "-q")
    review.git("merge", "-q", "--squash", "origin/proposal/reviewer")
    review.git("commit", "-q", "-m", "Squashed")
    review.git("push", "-q", "origin", "main")
    assert thread_of(run, review, thread)["flags"] == ["carried"]
    told = synced(run, partner, who=NORTHVALE)
    assert told["arrived"]
    assert any("1 event is told as carried at origin" in note for note in told["notes"])
    assert ask(run, partner, "status", who=NORTHVALE)["offered"] == 0
    synced(run, review, "--take", "reviewer")
    assert thread_of(run, review, thread)["flags"] == []
    assert not any("carried" in note for note in synced(run, partner, who=NORTHVALE)["notes"])


def test_what_lost_its_proof_is_offered_again(review: Clone, partner: Clone, bare: Path, run: Run) -> None:
    """A squash under another name that deleted the branch: the partner's next sync offers it again, and it heals."""
    closed(bare, "refs/heads/main")
    thread = remark(run, partner, "comment", "-m", "First.", "--blocking")
    submitted(run, partner, "withdraw", thread, who=NORTHVALE)
    synced(run, partner, who=NORTHVALE)
    review.git("fetch", "-q")
    review.git("merge", "-q", "--squash", "origin/proposal/reviewer")
    review.git("commit", "-q", "-m", "Squashed")
    review.git("push", "-q", "origin", "main", ":proposal/reviewer")
    told = synced(run, partner, who=NORTHVALE)
    assert (told["arrived"], told["proposed"]) == (False, "proposal/reviewer")
    synced(run, review, "--take", "reviewer")
    assert thread_of(run, review, thread)["state"] == "withdrawn"
    assert synced(run, partner, who=NORTHVALE)["proposed"] is None


def test_where_nothing_takes_it_a_file_is_named(partner: Clone, bare: Path, run: Run) -> None:
    """Neither the shared branch nor one of one's own nor the fork: exit 4 names pack, and nothing is lost."""
    closed(bare)
    remark(run, partner, "comment", "-m", "First.")
    assert "reviewtui pack" in refused(run, partner, "sync", who=NORTHVALE, code=4)
    fork = fork_of(bare)
    closed(fork)
    ask(run, partner, "join", "origin", "--fork", str(fork))
    assert "reviewtui pack" in refused(run, partner, "sync", who=NORTHVALE, code=4)
    assert bodies(run, partner) == {"First."}


@pytest.mark.parametrize("moves_head", [True, False])
def test_a_renamed_branch_is_followed(review: Clone, partner: Clone, bare: Path, run: Run, *, moves_head: bool) -> None:
    """The server calls main trunk now: it is followed, told once, and main is never made again there."""
    review.git(f"--git-dir={bare}", "branch", "-m", "main", "trunk")
    if not moves_head:
        review.git(f"--git-dir={bare}", "symbolic-ref", "HEAD", "refs/heads/main")
    other = clone_of(bare, "other")
    other.git("switch", "-q", "-C", "trunk", "origin/trunk")
    remark(run, other, "comment", "-m", "On trunk.")
    synced(run, other)
    remark(run, partner, "comment", "-m", "On main.")
    told = synced(run, partner, who=NORTHVALE)
    assert told["branch"] == "trunk"
    assert "is called trunk" in " ".join(told["notes"])
    assert synced(run, partner, who=NORTHVALE)["notes"] == []
    assert review.git(f"--git-dir={bare}", "branch", "--format=%(refname:short)") == "trunk"
    assert bodies(run, partner) == {"On trunk.", "On main."}


def test_a_sync_that_is_cut_off_still_knows_which_branch_it_followed(
    review: Clone, partner: Clone, bare: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut off as soon as the new name is followed; when the branch is renamed again, it is followed all the same."""
    review.git(f"--git-dir={bare}", "branch", "-m", "main", "trunk")

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("reviewtui.workspace.sharing.sync.fork_of", cut_off)
        assert run(partner, "sync", who=NORTHVALE)[0] == 130
    review.git(f"--git-dir={bare}", "branch", "-m", "trunk", "stem")
    assert synced(run, partner, who=NORTHVALE)["branch"] == "stem"


def test_a_branch_that_went_is_never_made_again_unasked(partner: Clone, bare: Path, run: Run) -> None:
    """Deleted after its merge, or renamed in a way that cannot be told: the line names both ways."""
    partner.git("push", "-q", "origin", "main:one", "main:two")
    partner.git(f"--git-dir={bare}", "branch", "-q", "-D", "main")
    remark(run, partner, "comment", "-m", "First.")
    line = refused(run, partner, "sync", who=NORTHVALE)
    assert "no branch 'main' any more" in line
    assert "--set-upstream-to=origin/NAME" in line
    assert "main" not in partner.git(f"--git-dir={bare}", "branch", "--format=%(refname:short)").split()
    assert synced(run, partner, "--new-branch", who=NORTHVALE)["sent"] == 1


def test_a_branch_of_my_own_is_not_made_there_unasked(partner: Clone, bare: Path, run: Run) -> None:
    """Remarks on a local branch: sync names the ways, and --new-branch is one of them."""
    partner.git("switch", "-q", "-c", "mine")
    remark(run, partner, "comment", "-m", "First.")
    line = refused(run, partner, "sync", who=NORTHVALE)
    assert "'mine'" in line
    assert "--new-branch" in line
    assert partner.git(f"--git-dir={bare}", "branch", "--format=%(refname:short)") == "main"
    assert synced(run, partner, "--new-branch", who=NORTHVALE)["branch"] == "mine"
