"""Sync where something is not as it should be: one clear line, the right exit code, and nothing lost."""

import subprocess
import time
from pathlib import Path

import pytest

from tests.acting import picture, program_at, refused, remark, unchanged
from tests.cli.test_sealed_repository import CONFIGURED
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run
from tests.sharing import bare_of, bodies, clone_of, synced


@pytest.fixture
def bare(review: Clone) -> Path:
    """The bare repository that the officer's clone follows."""
    return bare_of(review)


def test_without_a_remote_it_says_what_to_do(review: Clone, run: Run) -> None:
    """A clone that follows nothing names both ways: a place to join, or a file."""
    line = refused(run, review, "sync")
    assert "reviewtui join ADDRESS" in line
    assert "pack" in line


def test_the_first_sync_to_an_empty_repository_sets_everything_up(review: Clone, run: Run) -> None:
    """The branch is made there, followed from then on, and all events are sent."""
    bare = review.path.parent / "empty.git"
    review.git("init", "-q", "--bare", "-b", "main", str(bare))
    remark(run, review, "comment", "-m", "First.")
    review.git("remote", "add", "origin", str(bare))
    assert synced(run, review)["sent"] == 1
    assert review.git("rev-parse", "@{upstream}") == review.git("rev-parse", "HEAD")
    assert bodies(run, clone_of(bare, "other")) == {"First."}


def test_an_empty_repository_is_not_begun_with_a_branch_beside_the_main_one(review: Clone, run: Run) -> None:
    """Who is on a branch of their own is told both ways, and nothing is made there unasked."""
    bare = review.path.parent / "empty.git"
    review.git("init", "-q", "--bare", "-b", "main", str(bare))
    review.git("switch", "-q", "-c", "mine")
    remark(run, review, "comment", "-m", "First.")
    review.git("remote", "add", "origin", str(bare))
    line = refused(run, review, "sync")
    assert "git switch main" in line
    assert "--new-branch" in line
    assert Clone(bare).git("for-each-ref") == ""
    assert synced(run, review, "--new-branch")["branch"] == "mine"


def test_a_repository_that_lost_all_it_had_is_not_filled_unasked(review: Clone, bare: Path, run: Run) -> None:
    """What is empty now and was not is told, since somebody may have meant it."""
    remark(run, review, "comment", "-m", "First.")
    synced(run, review)
    Clone(bare).git("update-ref", "-d", "refs/heads/main")
    assert "holds nothing any more" in refused(run, review, "sync")
    assert Clone(bare).git("for-each-ref", "refs/heads") == ""
    synced(run, review, "--new-branch")
    assert bodies(run, clone_of(bare, "other")) == {"First."}


@pytest.mark.parametrize(
    "name", ["nowhere", "-oProxyCommand=x", "ext::sh -c x", "fd::3", "https://", "ssh://-oX/y", ""]
)
def test_an_address_that_cannot_be_used_is_refused(review: Clone, run: Run, name: str) -> None:
    """No program is started by an address, and none of git's options can be smuggled in."""
    if name.startswith("-"):
        assert run(review, "sync", "--", name)[0] == 2
    else:
        refused(run, review, "sync", name)


def test_a_detached_head_is_refused(review: Clone, bare: Path, run: Run) -> None:
    """Nothing could be shared from there; the line says how to get to a branch."""
    assert bare.exists()
    review.git("switch", "-q", "--detach")
    assert "git switch" in refused(run, review, "sync")


def test_a_policy_that_was_taken_away_is_not_taken_over(review: Clone, bare: Path, run: Run) -> None:
    """Who deletes every section over there leaves this clone as it is; a clone without a text could do nothing."""
    other = clone_of(bare, "other")
    other.git("rm", "-q", "-r", "policy")
    other.commit("Away with it")
    other.git("push", "-q")
    with unchanged(review, but="refs"):
        assert "taken away every section" in refused(run, review, "sync")


def test_a_merge_in_progress_is_refused(review: Clone, bare: Path, run: Run) -> None:
    """It is named with its ways out, and index and files stay as they are."""
    other = clone_of(bare, "other")
    remark(run, other, "comment", "-m", "There.")
    synced(run, other)
    (review.path / ".git" / "MERGE_HEAD").write_text(review.git("rev-parse", "HEAD") + "\n", "utf-8")
    before = picture(review)["files"]
    assert "merge --continue" in refused(run, review, "sync")
    assert picture(review)["files"] == before


def test_a_remote_that_cannot_be_reached_is_told_and_costs_nothing(review: Clone, bare: Path, run: Run) -> None:
    """Exit 4, in one line; what was submitted is shared when it is back."""
    thread = remark(run, review, "comment", "-m", "First.")
    bare.rename(bare.with_name("away.git"))
    with unchanged(review):
        line = refused(run, review, "sync", code=4)
        assert "origin cannot be reached" in line
        assert "Nothing was taken over or given; what you wrote is kept here" in line
    bare.with_name("away.git").rename(bare)
    assert synced(run, review)["sent"] == 1
    assert thread


def test_a_server_that_never_answers_is_given_up(review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while of silence it ends with exit 4, and leaves no process behind."""
    program = program_at(review.path.parent / "bin" / "ssh", "echo $$ > $(dirname $0)/pid\nexec sleep 60")
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    monkeypatch.setattr("reviewtui.store.git.process.child_process.SILENCE", 0.5)
    began = time.monotonic()
    assert "said nothing" in refused(run, review, "sync", "ssh://council.example/policy.git", code=4)
    assert time.monotonic() - began < 20
    pid = (program.parent / "pid").read_text("ascii").strip()
    while subprocess.run(["ps", "-p", pid], capture_output=True, check=False).returncode == 0:
        assert time.monotonic() - began < 20
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("key", "value"),
    [("diff.orderFile", "/nowhere"), ("remote.origin.mirror", "true"), ("branch.main.remote", ".")],
)
def test_odd_settings_of_a_clone_stop_nothing(review: Clone, bare: Path, run: Run, key: str, value: str) -> None:
    """What orders files, would take all else away there, or stands twice: the work is shared, and nothing is lost."""
    review.git("push", "-q", "origin", "main:kept")
    review.git("config", "--add", key, value)
    remark(run, review, "comment", "-m", "First.")
    assert synced(run, review)["sent"] == 1
    head = review.git("rev-parse", "HEAD")
    assert Clone(bare).git("rev-parse", "main") == head
    assert Clone(bare).git("rev-parse", "kept") == review.git("rev-parse", "HEAD~1")


def test_a_closed_branch_gets_a_proposal(review: Clone, bare: Path, run: Run) -> None:
    """Where the shared branch takes no push, the work goes to a branch of one's own that is named."""
    other = clone_of(bare, "other")
    script = 'test "$1" != refs/heads/main || { echo "main is protected \033]0;x\007" >&2; exit 1; }'
    program_at(bare / "hooks" / "update", script)
    remark(run, other, "comment", "-m", "First.")
    told = synced(run, other, who=NORTHVALE)
    assert told["proposed"] == "proposal/reviewer"
    assert told["sent"] == 0
    remark(run, other, "comment", "-m", "Second.")
    code, out, err = run(other, "sync", who=NORTHVALE)
    assert (code, err) == (0, "")
    assert "proposal/reviewer" in out
    assert "\033" not in out
    assert review.git("ls-remote", "origin", "refs/heads/proposal/reviewer").startswith(other.git("rev-parse", "HEAD"))


def test_a_repository_that_takes_nothing_keeps_everything_here(review: Clone, bare: Path, run: Run) -> None:
    """Exit 4 with the reason, after what others had was taken over."""
    other = clone_of(bare, "other")
    remark(run, review, "comment", "-m", "First.")
    synced(run, review)
    program_at(bare / "hooks" / "pre-receive", "echo no space left; exit 1")
    remark(run, other, "comment", "-m", "Second.")
    assert "no space left" in refused(run, other, "sync", code=4)
    assert bodies(run, other) == {"First.", "Second."}


def test_a_rewritten_history_is_refused_and_nothing_is_dropped(review: Clone, bare: Path, run: Run) -> None:
    """Who force-pushes takes nothing away from others: exit 3 explains, also the second time."""
    other = clone_of(bare, "other")
    remark(run, review, "comment", "-m", "First.")
    synced(run, review)
    synced(run, other)
    review.git("reset", "-q", "--hard", "HEAD~1")
    review.commit_file("policy/records.md", "# Records\n\nAnew.\n", "Anew")
    review.git("push", "-q", "--force", "origin", "main")
    for _ in range(2):
        head = other.git("rev-parse", "HEAD")
        line = refused(run, other, "sync", code=3)
        assert "rewritten" in line
        assert "force-with-lease" in line
        assert other.git("rev-parse", "HEAD") == head
        assert bodies(run, other) == {"First."}
    other.git("merge", "-q", "--no-edit", "origin/main")
    assert synced(run, other)["sent"] == 1


def test_a_remote_that_lost_commits_gets_them_back(review: Clone, bare: Path, run: Run) -> None:
    """A server restored from an old copy is brought up to date by the next sync."""
    old = review.git("rev-parse", "HEAD")
    remark(run, review, "comment", "-m", "First.")
    synced(run, review)
    review.git(f"--git-dir={bare}", "update-ref", "refs/heads/main", old)
    assert synced(run, review)["sent"] == 1
    assert review.git(f"--git-dir={bare}", "rev-parse", "main") == review.git("rev-parse", "HEAD")


def test_another_review_is_refused(review: Clone, bare: Path, run: Run) -> None:
    """Both ids are named, and neither side gets anything."""
    other = Clone(review.path.parent / "another")
    review.git("clone", "-q", str(bare), str(other.path))
    text = other.read("reviews/settings.toml").replace('policy_id = "', 'policy_id = "01kb')
    other.commit_file("reviews/settings.toml", text, "Another review")
    head = review.git("rev-parse", "HEAD")
    assert "another review" in refused(run, review, "sync", str(other.path))
    assert review.git("rev-parse", "HEAD") == head


def test_a_history_without_common_ground_is_refused(review: Clone, run: Run) -> None:
    """Repositories that were begun apart are not merged by accident."""
    other = Clone(review.path.parent / "apart")
    other.path.mkdir()
    other.git("init", "-q", "-b", "main")
    other.commit_file("policy/index.md", "# Another\n", "Begin")
    assert "nothing in common" in refused(run, review, "sync", str(other.path))


def test_a_fork_in_a_folder_is_taken_over(review: Clone, bare: Path, run: Run) -> None:
    """What a colleague has in a clone of theirs comes in; their checked-out branch is left alone."""
    fork = clone_of(bare, "fork")
    remark(run, fork, "comment", "-m", "From the fork.", who=SOUTHMERE)
    told = synced(run, review, str(fork.path))
    assert told["received"]["events"] == 1
    remark(run, review, "comment", "-m", "Mine.")
    head = fork.git("rev-parse", "HEAD")
    assert "works in" in synced(run, review, str(fork.path))["kept"]
    assert fork.git("rev-parse", "HEAD") == head
    assert fork.git("status", "--porcelain") == ""


def test_nothing_of_the_clones_own_configuration_is_run(review: Clone, bare: Path, run: Run) -> None:
    """Programs that the configuration and attributes name are not started by a sync that merges; they are named."""
    marks = review.path.parent / "marks"
    marks.mkdir()
    program = program_at(review.path.parent / "marker", f'touch "{marks}/x$1"\nexit 1')
    review.write(".gitattributes", "*.md filter=mark diff=mark merge=mark\nreviews/** merge=mark\n")
    review.commit_file("policy/records.md", "# Records\n\nHere.\n", "Choose")
    other = clone_of(bare, "other")
    other.commit_file("policy/records.md", other.read("policy/records.md") + "\nThere.\n", "There")
    synced(run, other)
    for key, value in CONFIGURED.items():
        review.git("config", key, value.format(marker=program))
    for key in ("uploadpack", "receivepack"):
        review.git("config", f"remote.origin.{key}", f"{program} {key}")
    told = synced(run, review)
    assert told["merged"]
    assert list(marks.iterdir()) == []
    assert "core.sshcommand" in " ".join(told["notes"])


def test_a_symbolic_link_that_comes_in_is_neither_made_nor_followed(review: Clone, bare: Path, run: Run) -> None:
    """HEAD has it, the work tree does not, and what it leads to is not touched."""
    secret = review.path.parent / "secret.md"
    secret.write_text("secret", "utf-8")
    other = clone_of(bare, "other")
    (other.path / "policy/link.md").symlink_to(secret)
    (other.path / "policy/records.md").unlink()
    (other.path / "policy/records.md").symlink_to(secret)
    other.commit("Links")
    synced(run, other)
    synced(run, review)
    assert not (review.path / "policy/link.md").is_symlink()
    assert secret.read_text("utf-8") == "secret"


@pytest.mark.parametrize("name", [".git", ".."])
def test_a_path_that_leads_elsewhere_is_refused(review: Clone, bare: Path, run: Run, name: str) -> None:
    """A tree made by hand with files in git's own folder, or above the work tree, brings none of them."""
    blob = review.git("hash-object", "-w", "policy/index.md")
    tree = bytes.fromhex(_raw_tree(review, b"100644 planted\0" + bytes.fromhex(blob)))
    root = b"40000 " + name.encode() + b"\0" + tree
    commit = review.git("commit-tree", _raw_tree(review, root), "-p", "HEAD", "-m", "Planted")
    review.git("push", "-q", str(bare), f"{commit}:refs/heads/main")
    with unchanged(review, but="refs"):
        assert "planted" in refused(run, review, "sync")
    assert not list(review.path.parent.rglob("planted"))


def _raw_tree(clone: Clone, content: bytes) -> str:
    path = clone.path.parent / "tree"
    path.write_bytes(content)
    return clone.git("hash-object", "-t", "tree", "-w", "--literally", str(path))


def test_a_person_without_a_name_is_told(review: Clone, bare: Path, run: Run) -> None:
    """Who merges has to be known; git's own advice is the line."""
    assert bare.exists()
    assert "user.name" in refused(run, review, "sync", who=("", ""))


def test_an_interruption_leaves_everything_as_it_was(
    review: Clone, bare: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C while the network is waited for: 130, and the next sync goes on."""
    other = clone_of(bare, "other")
    remark(run, other, "comment", "-m", "There.")
    synced(run, other)
    with unchanged(review):

        def stop(*_arguments: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr("reviewtui.workspace.sharing.sync._get", stop)
            assert run(review, "sync")[0] == 130
    assert synced(run, review)["received"]["events"] == 1


def test_a_push_signs_nothing_and_enters_no_submodule(review: Clone, run: Run, tmp_path: Path) -> None:
    """What the clone's configuration asks of every push (push.gpgSign, push.recurseSubmodules) runs no program here."""
    bare, marker = bare_of(review), tmp_path / "ran"
    program = program_at(tmp_path / "program", f"touch '{marker}'\nexit 1")
    review.git(f"--git-dir={bare}", "config", "receive.certNonceSeed", "seed")
    for key, value in (("push.gpgSign", "true"), ("gpg.program", str(program)), ("push.recurseSubmodules", "only")):
        review.git("config", key, value)
    remark(run, review, "comment", "principles", "-m", "Who?")
    synced(run, review)
    assert Clone(bare).git("rev-parse", "main") == review.git("rev-parse", "HEAD")
    assert not marker.exists()
