"""Nothing that a repository's configuration or an inherited environment names is run or read by any command."""

import os
from pathlib import Path

import pytest

from tests.acting import ask, picture, program_at, suggestion
from tests.conftest import NORTHVALE, OFFICER, Clone, Run

CONFIGURED = {
    "core.fsmonitor": "{marker} fsmonitor",
    "core.sshCommand": "{marker} ssh",
    "core.gitProxy": "{marker} proxy",
    "core.askPass": "{marker}",
    "core.pager": "{marker} pager",
    "core.editor": "{marker} editor",
    "sequence.editor": "{marker} sequence",
    "credential.helper": "!{marker} credential",
    "filter.mark.clean": "{marker} clean",
    "filter.mark.smudge": "{marker} smudge",
    "filter.mark.process": "{marker} process",
    "diff.external": "{marker} external",
    "diff.mark.textconv": "{marker} textconv",
    "diff.mark.command": "{marker} command",
    "merge.mark.driver": "{marker} driver",
    "merge.tool": "mark",
    "gpg.program": "{marker}",
    "gpg.ssh.program": "{marker}",
    "commit.gpgSign": "true",
    "tag.gpgSign": "true",
    "user.signingKey": "ABCDEF",
    "log.showSignature": "true",
    "pager.log": "{marker} pagerlog",
    "alias.log": "!{marker} alias",
    "alias.rev-parse": "!{marker} alias",
    "trailer.sign.command": "{marker} trailer",
    "trailer.sign.cmd": "{marker} trailer",
    "uploadpack.packObjectsHook": "{marker} pack",
    "interactive.diffFilter": "{marker} interactive",
    "core.alternateRefsCommand": "{marker} alternates",
    "post-checkout.x": "{marker}",
}
HOOKS = (
    "pre-commit",
    "prepare-commit-msg",
    "commit-msg",
    "post-commit",
    "reference-transaction",
    "post-index-change",
    "post-checkout",
    "post-merge",
    "pre-auto-gc",
    "fsmonitor-watchman",
)


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A program that leaves a file for each way in which it was started."""
    marks = tmp_path / "marks"
    marks.mkdir()
    return program_at(tmp_path / "marker", f'touch "{marks}/x$1-$(basename "$0")"\nexit 0')


def arm(clone: Clone, trap: Path) -> None:
    """Configure the program everywhere where git would run one, and commit attributes that choose it."""
    clone.write(
        ".gitattributes", "*.md filter=mark diff=mark merge=mark\nreviews/** filter=mark diff=mark merge=mark\n"
    )
    clone.commit_file(".gitconfig", f"[core]\n\tfsmonitor = {trap} included\n", "Choose filters")
    for key, value in CONFIGURED.items():
        clone.git("config", key, value.format(marker=trap))
    clone.git("config", "include.path", "../.gitconfig")
    hooks = clone.path / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in HOOKS:
        (hooks / name).write_text(trap.read_text("utf-8"), "utf-8")
        (hooks / name).chmod(0o755)


def marks(trap: Path) -> list[str]:
    """Return what the program was started as."""
    return sorted(path.name for path in (trap.parent / "marks").iterdir())


def test_the_trap_works(review: Clone, trap: Path) -> None:
    """Git itself does start the program, so that its absence below means something."""
    arm(review, trap)
    review.write("policy/records.md", "# Records\n\nEdited.\n")
    review.git("status", check=False)
    review.git("diff", check=False)
    assert marks(trap)


def everything(run: Run, clone: Clone, threads: list[str]) -> None:
    """Run every command that there is, those that write included."""
    accepted, declined, duplicate, comment = threads
    for arguments in (
        ("status",),
        ("threads",),
        ("show", comment),
        ("versions",),
        ("diff", "HEAD~1", "draft"),
        ("diff", "HEAD~1", "HEAD", "--style", "side-by-side"),
        ("organisation", "list"),
    ):
        assert run(clone, *arguments)[::2] == (0, ""), arguments
    # The first commit says once that no key of this configuration signs it.
    code, _, told = run(clone, "organisation", "add", "eastwick", "--name", "Eastwick", "--domain", "eastwick.example")
    assert (code, told.count("\n")) == (0, 1)
    assert told.startswith("Commits are not signed here")
    for arguments in (
        ("reply", comment, "-m", "Yes."),
        ("revise", comment, "-m", "Anew."),
        ("link", comment, duplicate),
        ("reattach", comment, "records", "--quote", "Posts"),
        ("signoff", "support", "--section", "index"),
        ("submit",),
        ("withdraw", comment),
    ):
        assert run(clone, *arguments, who=NORTHVALE)[::2] == (0, ""), arguments
    commit = ask(run, clone, "accept", accepted)["commit"]
    for arguments in (
        ("undo", accepted),
        ("decline", declined, "-m", "No."),
        ("duplicate", duplicate, accepted),
        ("note", accepted),
        ("done", accepted, "--commit", commit),
        ("redact", declined, "-m", "Personal."),
        ("submit",),
    ):
        assert run(clone, *arguments, who=OFFICER)[::2] == (0, ""), arguments
    for arguments in (("answer", declined, "--satisfied"), ("reopen", declined, "-m", "Please."), ("submit",)):
        assert run(clone, *arguments, who=NORTHVALE)[::2] == (0, ""), arguments
    assert run(clone, "defer", declined, "-m", "Later.")[0] == 0
    for arguments in (("ready",), ("verify",)):
        assert run(clone, *arguments)[0] in {0, 1}, arguments
    assert run(clone, "release", "1.0", "--override", "It is a test.")[0] == 0


def threads_for_all(run: Run, clone: Clone) -> list[str]:
    """Return four submitted threads: to accept, to decline, a duplicate, and a comment."""
    made = [suggestion(run, clone, "must think", words) for words in ("think", "should think", "shall think")]
    made.append(ask(run, clone, "comment", "principles", "--quote", "Be kind", "-m", "How?", who=NORTHVALE)["thread"])
    ask(run, clone, "submit", who=NORTHVALE)
    return made


@pytest.mark.slow
def test_no_command_runs_a_program_of_the_configuration(
    review: Clone, run: Run, trap: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a marker program behind every key, hook, filter and driver, every command leaves no mark."""
    threads = threads_for_all(run, review)
    arm(review, trap)
    for path in (trap.parent / "marks").iterdir():
        path.unlink()
    (review.path / "git").write_text(trap.read_text("utf-8"), "utf-8")
    (review.path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f".:{os.environ['PATH']}")
    everything(run, review, threads)
    assert marks(trap) == []


def test_reading_changes_nothing_at_all(review: Clone, run: Run) -> None:
    """No reading command writes into the repository, its index included."""
    thread = suggestion(run, review, "must think", "think")
    review.write("policy/records.md", "# Records\n\nEdited.\n")
    before = picture(review), sorted(str(path) for path in (review.path / ".git").rglob("*"))
    for arguments in (
        ("status",),
        ("threads",),
        ("show", thread),
        ("versions",),
        ("diff", "HEAD", "draft"),
        ("ready",),
        ("verify",),
        ("organisation", "list"),
    ):
        run(review, *arguments)
    assert (picture(review), sorted(str(path) for path in (review.path / ".git").rglob("*"))) == before


DECOYS = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_COMMON_DIR",
    "GIT_NAMESPACE",
    "GIT_EXTERNAL_DIFF",
    "GIT_SSH_COMMAND",
    "GIT_CONFIG_PARAMETERS",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_REPLACE_REF_BASE",
    "GIT_LITERAL_PATHSPECS",
    "GIT_EXEC_PATH",
    "GIT_TRACE",
)


@pytest.mark.parametrize("name", DECOYS)
def test_inherited_variables_are_ignored(
    review: Clone, run: Run, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each variable that would turn git to another repository or program changes nothing."""
    decoy = type(review)(tmp_path / "decoy")
    decoy.path.mkdir()
    decoy.git("init", "-q")
    expected = run(review, "status", "--json")
    monkeypatch.setenv(name, str(decoy.path / ".git"))
    assert run(review, "status", "--json") == expected
    assert run(review, "comment", "-m", "Here.", who=NORTHVALE)[0] == 0
    assert run(review, "submit", who=NORTHVALE)[0] == 0
    monkeypatch.delenv(name)
    assert "Submit review" in review.git("log", "-1", "--format=%s")
    assert not (decoy.path / ".git" / "index").exists()


def test_a_bare_repository_inside_the_policy_is_not_entered(review: Clone, run: Run, trap: Path) -> None:
    """A folder that is a repository of its own is neither opened nor read for sections."""
    inner = review.path / "policy" / "inner"
    inner.mkdir()
    bare = type(review)(inner)
    bare.git("init", "-q", "--bare")
    bare.git("--git-dir=.", "config", "core.fsmonitor", f"{trap} bare")
    bare.git("--git-dir=.", "config", "core.worktree", ".")
    (inner / "evil.md").write_text("# Evil\n", "utf-8")
    names = {row["name"] for row in ask(run, review, "status")["sections"]}
    assert names == {"index.md", "principles.md", "records.md"}
    code, _, err = run(inner, "status")
    assert code == 2
    assert "bare repository" in err
    assert marks(trap) == []


def test_replaced_objects_are_not_believed(review: Clone, run: Run) -> None:
    """`git replace` shows other text under an approved id; the original is shown, and the replacement is named."""
    old = review.git("rev-parse", "HEAD:policy/records.md")
    review.write("elsewhere.txt", "# Records\n\nReplaced.\n")
    new = review.git("hash-object", "-w", "elsewhere.txt")
    review.git("replace", old, new)
    (review.path / "policy/records.md").unlink()
    thread = ask(run, review, "comment", "records", "--quote", "kept for two", "-m", "Why?", "--at", "HEAD")["thread"]
    assert thread
    findings = ask(run, review, "verify", code=1)["findings"]
    deleted = ("advice", "policy/records.md")
    assert [(row["what"], row["path"]) for row in findings] == [("replaced", old), deleted]
