"""Each shape that a repository can have works, or has one clear line."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.acting import accepted, ask, gate_of, program_at, refused, remark, suggestion, thread_of, unchanged
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.sharing import bare_of

WRITING = (
    ("comment", "-m", "Why?"),
    ("suggest", "principles", "--quote", "must think", "--replace", "think"),
    ("reply", "aaaa", "-m", "x"),
    ("accept", "aaaa"),
    ("submit",),
    ("organisation", "add", "x", "--name", "X"),
    ("signoff", "support"),
    ("release", "1.0"),
)
READING = (("status",), ("threads",), ("versions",), ("ready",), ("verify",), ("organisation", "list"))


def test_no_folder(tmp_path: Path, run: Run) -> None:
    """A folder that is not there is the user's mistake."""
    code, out, err = run(tmp_path / "nowhere", "status")
    assert (code, out) == (2, "")
    assert "no folder" in err


def test_no_git_repository(tmp_path: Path, run: Run) -> None:
    """Outside of git every command ends with 2 and one line that says what to do."""
    for arguments in (*READING, *WRITING, ("init",), ("diff",)):
        code, out, err = run(tmp_path, *arguments)
        assert (code, out, err.count("\n")) == (2, "", 1), arguments
        assert "git init" in err


def test_no_commit(clone: Clone, run: Run) -> None:
    """An unborn branch asks for a first commit."""
    for arguments in (*READING, *WRITING, ("init",)):
        assert "no commit yet" in refused(run, clone, *arguments), arguments


def test_no_policy(clone: Clone, run: Run) -> None:
    """Without any Markdown there is nothing to review."""
    clone.commit_file("a.txt", "x")
    for arguments in (*READING, *WRITING, ("init",)):
        assert "no policy" in refused(run, clone, *arguments).lower(), arguments


def test_no_settings(policy: Clone, run: Run) -> None:
    """Reading works with defaults; writing ends with 2, names `init`, and changes nothing."""
    with unchanged(policy):
        assert [s["name"] for s in ask(run, policy, "status")["sections"]] == [
            "index.md",
            "principles.md",
            "records.md",
        ]
        for arguments in READING:
            assert run(policy, *arguments)[0] in {0, 1}, arguments
        for arguments in WRITING:
            assert "init" in refused(run, policy, *arguments), arguments


def test_no_settings_and_no_usual_folder(clone: Clone, run: Run) -> None:
    """Without a folder called policy, the one with most Markdown files is read."""
    clone.write("README.md", "# Read me\n")
    clone.write("criteria/a.md", "# A\n")
    clone.commit_file("criteria/b.md", "# B\n")
    assert ask(run, clone, "status")["folder"] == "criteria"


def test_a_head_at_no_branch(review: Clone, run: Run) -> None:
    """It is told, with the way back; what is committed there says that no branch holds it."""
    review.git("switch", "-q", "--detach")
    told = run(review, "status")[1]
    assert "at no branch" in told
    assert "git switch main goes to the review" in told
    assert run(review, "comment", "-m", "Why?")[0] == 0
    assert "no branch" not in run(review, "threads")[1]
    assert "none holds this commit" in run(review, "submit")[2]


def test_commands_to_paste_quote_the_names_of_others(review: Clone, run: Run) -> None:
    """What somebody else called a branch or a file is one word of a command that is told, and nothing of its own."""
    path, branch = "policy/a';touch pwned;'.md", "x;touch${IFS}pwned"
    review.commit_file(path, "# A\n")
    (review.path / path).unlink()
    told = run(review, "check")[1] + run(review, "status")[1]
    assert f"git restore {shlex.quote(path)} brings it back" in told
    assert shlex.quote(path) in refused(run, review, "release", "1.0")
    review.git("restore", ".")
    review.git("branch", "-m", branch)
    review.git("switch", "-q", "--detach")
    assert f"git switch {shlex.quote(branch)} goes to the review" in run(review, "status")[1]
    review.git("switch", "-q", "--detach", review.git("rev-list", "--max-parents=0", "HEAD").strip())
    assert refused(run, review, "comment", "-m", "Why?").rstrip().endswith(f"git switch {shlex.quote(branch)}")
    assert f"Next: go to the branch that has the review: git switch {shlex.quote(branch)}" in run(review, "status")[1]


def test_a_commit_without_the_review(review: Clone, run: Run) -> None:
    """An older commit, or another branch, has none; that the branch which has it is named, not a beginning anew."""
    first = review.git("rev-list", "--max-parents=0", "HEAD").strip()
    review.git("switch", "-q", "--detach", first)
    assert "the branch main has one: git switch main" in refused(run, review, "comment", "-m", "Why?")
    assert "Next: go to the branch that has the review: git switch main" in run(review, "status")[1]
    review.git("switch", "-q", "-c", "pages")
    assert "git switch main" in refused(run, review, "decline", "abcd", "-m", "No.")


@pytest.mark.parametrize("main", ["main", "trunk"])
def test_the_main_branch_is_looked_into_before_any_other(review: Clone, run: Run, main: str) -> None:
    """However many branches there are, the review is found on `main`, or on what a remote calls its main branch."""
    first = review.git("rev-list", "--max-parents=0", "HEAD").strip()
    if main != "main":
        review.git("branch", "-m", main)
        review.git("symbolic-ref", "refs/remotes/origin/HEAD", f"refs/remotes/origin/{main}")
        review.git("update-ref", f"refs/remotes/origin/{main}", main)
    review.git("switch", "-q", "--detach", first)
    packed = "".join(f"create refs/heads/a/{number:03} {first}\n" for number in range(150))
    subprocess.run(["git", "update-ref", "--stdin"], cwd=review.path, input=packed, text=True, check=True)
    assert f"the branch {main} has one: git switch {main}" in refused(run, review, "comment", "-m", "Why?")


@pytest.mark.parametrize("end", ["\u2028", "\u0085"])
def test_a_branch_whose_name_ends_a_line_is_one_branch(review: Clone, run: Run, end: str) -> None:
    """Some characters of names end a line in Unicode, and none of git's."""
    review.git("switch", "-q", "--detach", review.git("rev-list", "--max-parents=0", "HEAD").strip())
    review.git("branch", f"a{end}b")
    assert "the branch main has one: git switch main" in refused(run, review, "comment", "-m", "Why?")


def test_no_identity(review: Clone, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading works without a name; writing ends with 2 and names the command that helps."""
    monkeypatch.setenv("EMAIL", "")
    assert run(review, "status", who=("", ""))[0] == 0
    for arguments in (("comment", "-m", "Why?"), ("submit",)):
        assert "git config" in refused(run, review, *arguments, who=("", ""))


def test_no_git_at_all(review: Clone, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without git on the PATH: exit 4 and one line."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    code, out, err = run(review, "status")
    assert out == ""
    assert code in {2, 4}
    assert "git is not installed" in err


def test_a_bare_repository(review: Clone, run: Run, tmp_path: Path) -> None:
    """A bare repository has no text to read: exit 2."""
    bare = type(review)(tmp_path / "bare.git")
    review.git("clone", "-q", "--bare", str(review.path), str(bare.path))
    assert "bare" in refused(run, bare, "status")
    inside = type(review)(review.path / ".git")
    assert refused(run, inside, "status")


def test_a_folder_with_a_line_end_in_its_name(review: Clone, run: Run, tmp_path: Path) -> None:
    """A repository in such a folder is read and written as any other."""
    odd = type(review)(tmp_path / "two\nlines")
    review.git("clone", "-q", str(review.path), str(odd.path))
    remark(run, odd, "comment", "principles", "-m", "Hm?")
    assert [thread["body"] for thread in ask(run, odd, "threads")["threads"]] == ["Hm?"]


def test_a_shallow_clone_is_unchecked_and_not_ready(review: Clone, run: Run, tmp_path: Path) -> None:
    """Where history is cut off, remarks count and are shown as unchecked, and the record gate says how to mend it."""
    thread = suggestion(run, review, "must think", "think")
    ask(run, review, "decline", thread, "-m", "No.")
    shallow = type(review)(tmp_path / "shallow")
    review.git("clone", "-q", "--depth", "1", review.path.as_uri(), str(shallow.path))
    found = thread_of(run, shallow, thread)
    assert found["state"] == "declined"
    assert "unchecked" in found["flags"]
    assert "refused" not in found["flags"]
    gates = {gate["name"]: gate for gate in ask(run, shallow, "ready", code=1)["gates"]}
    assert not gates["record"]["passed"]
    findings = ask(run, shallow, "verify", code=1)["findings"]
    assert ("shallow", "git fetch --unshallow") in [(row["what"], row["repair"]) for row in findings]
    shallow.git("fetch", "-q", "--unshallow")
    assert thread_of(run, shallow, thread)["flags"] == []


def test_a_repository_with_longer_ids(tmp_path: Path, run: Run, clone: Clone) -> None:
    """SHA-256 repositories work like others."""
    longer = type(clone)(tmp_path / "longer")
    longer.path.mkdir()
    longer.git("init", "-q", "-b", "main", "--object-format=sha256")
    longer.commit_file("policy/principles.md", "# Principles\n\nOfficers must think first.\n")
    assert run(longer, "init")[0] == 0
    assert run(longer, "organisation", "add", "northvale", "--name", "N", "--domain", "northvale.example")[0] == 0
    accepted(run, longer, "must think", "think")
    assert longer.read("policy/principles.md") == "# Principles\n\nOfficers think first.\n"
    assert longer.git("status", "--porcelain") == ""
    assert ask(run, longer, "verify")["ok"]


def test_a_folder_below_the_root(review: Clone, run: Run) -> None:
    """The repository around the folder is meant, and paths count from its root."""
    code, out, _ = run(review.path / "policy", "comment", "principles", "-m", "Why?", "--json", who=NORTHVALE)
    assert code == 0
    assert '"path": "reviews/threads/' in out
    assert ask(run, review, "threads")["threads"][0]["path"] == "policy/principles.md"


def test_a_path_with_odd_characters(review: Clone, run: Run, tmp_path: Path) -> None:
    """Spaces, quotes and letters beyond ASCII in the way to the repository are nothing special."""
    odd = type(review)(tmp_path / 'ö d\'d "x" $(id)')
    review.path.rename(odd.path)
    accepted(run, odd, "must think", "think")
    assert odd.git("status", "--porcelain") == ""


LINKS = {"a file": "/etc/passwd", "a device": "/dev/zero", "a process": "/proc/self/environ", "nothing": "/nowhere"}


@pytest.mark.parametrize("what", LINKS)
@pytest.mark.parametrize("committed", [True, False])
def test_links_in_the_policy_are_never_followed(review: Clone, run: Run, what: str, *, committed: bool) -> None:
    """A symbolic link is named as a problem and not read, in the work tree and in a commit."""
    (review.path / "policy" / "evil.md").symlink_to(LINKS[what])
    if committed:
        review.commit("Link", who=NORTHVALE)
    status = ask(run, review, "status")
    assert "evil.md" not in {row["name"] for row in status["sections"]}
    problems = ask(run, review, "threads")["problems"]
    assert [p["path"] for p in problems] == ["policy/evil.md"]
    assert "root:" not in run(review, "diff", "HEAD~1", "draft")[1]
    assert refused(run, review, "comment", "evil", "-m", "x", who=NORTHVALE)
    assert refused(run, review, "comment", "evil", "-m", "x", "--at", "HEAD", who=NORTHVALE)


@pytest.mark.parametrize("what", LINKS)
def test_links_in_the_record_are_never_followed(review: Clone, run: Run, what: str) -> None:
    """A link in the place of an event is set aside and counted; all others load."""
    thread = remark(run, review, "comment", "-m", "Ours.")
    name = "01kb2m6y3t9v8w5x4z7q1r0pkf"
    folder = review.path / "reviews" / "threads" / name[-2:] / name
    folder.mkdir(parents=True)
    (folder / f"{name}.toml").symlink_to(LINKS[what])
    for committed in (False, True):
        answer = ask(run, review, "threads")
        assert [row["thread"] for row in answer["threads"]] == [thread]
        assert [p["what"] for p in answer["problems"]] == ["unreadable"]
        if not committed:
            review.commit("Link", who=NORTHVALE)


@pytest.mark.parametrize("name", ["policy", "reviews"])
def test_a_linked_folder_is_not_followed(review: Clone, run: Run, tmp_path: Path, name: str) -> None:
    """A whole folder that is a link is not followed for reading, and nothing is written behind it."""
    outside = tmp_path / "outside"
    (review.path / name).rename(outside)
    (review.path / name).symlink_to(outside)
    before = sorted(outside.rglob("*"))
    run(review, "status")
    run(review, "comment", "-m", "Why?", who=NORTHVALE)
    assert sorted(outside.rglob("*")) == before


def test_a_pipe_in_the_policy_does_not_block(review: Clone, run: Run) -> None:
    """A named pipe is no text; reading it would wait for ever."""
    os.mkfifo(review.path / "policy" / "pipe.md")
    assert ask(run, review, "threads")["problems"][0]["path"] == "policy/pipe.md"


def test_a_submodule_in_the_policy_is_ignored(review: Clone, run: Run) -> None:
    """A repository that is linked as a submodule is no section."""
    commit = review.git("rev-parse", "HEAD")
    review.git("update-index", "--add", "--cacheinfo", f"160000,{commit},policy/sub.md")
    review.git("commit", "-q", "-m", "Link a module")
    assert len(ask(run, review, "status")["sections"]) == 3
    assert run(review, "diff", "HEAD~1", "HEAD")[0] == 0


def test_line_ends_that_git_turns_are_no_difference(review: Clone, run: Run, tmp_path: Path) -> None:
    """In a clone with autocrlf nothing is dirty, and a suggestion is accepted all the same."""
    thread = suggestion(run, review, "must think", "think")
    turned = type(review)(tmp_path / "turned")
    review.git("clone", "-q", "-c", "core.autocrlf=true", str(review.path), str(turned.path))
    assert "\r\n" in turned.read("policy/principles.md")
    assert not any(row["dirty"] for row in ask(run, turned, "status")["sections"])
    assert ask(run, turned, "verify")["ok"]
    ask(run, turned, "accept", thread)
    assert turned.git("show", "HEAD:policy/principles.md").count("\r") == 0
    assert "Officers think before" in turned.read("policy/principles.md")
    assert turned.git("status", "--porcelain") == ""


def test_who_i_am_is_what_git_would_commit(review: Clone, run: Run) -> None:
    """The environment's author comes first."""
    assert ask(run, review, "status", who=NORTHVALE)["organisation"] == "northvale"
    assert ask(run, review, "status", who=OFFICER)["author"]
    assert ask(run, review, "status", who=("X", "x@nowhere.example"))["organisation"] == "unaffiliated"


def test_a_sparse_clone_is_named(review: Clone, run: Run) -> None:
    """A work tree that holds only a part is told to be one, since its sections seem to be gone."""
    review.git("sparse-checkout", "set", "--no-cone", "/*", "!policy/records.md")
    assert not (review.path / "policy/records.md").exists()
    (row,) = ask(run, review, "verify", code=1)["findings"]
    assert (row["what"], row["repair"]) == ("sparse", "git sparse-checkout disable")
    assert not gate_of(run, review, "record")["passed"]
    review.git("sparse-checkout", "disable")
    assert ask(run, review, "verify")["ok"]


def test_pretended_parents_are_named(review: Clone, run: Run) -> None:
    """A file of grafts is ignored, and told."""
    (review.path / ".git" / "info").mkdir(exist_ok=True)
    (review.path / ".git" / "info" / "grafts").write_text(review.git("rev-parse", "HEAD") + "\n", "ascii")
    assert [row["what"] for row in ask(run, review, "verify", code=1)["findings"]] == ["replaced"]


def _of_somebody_else(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let git take every repository for another user's, as its own tests do."""
    folder.mkdir()
    program_at(folder / "git", f'export GIT_TEST_ASSUME_DIFFERENT_OWNER=1\nexec {shutil.which("git")} "$@"')
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_another_users_repository(review: Clone, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git's refusal is told with what a person who trusts it can say; nothing is changed, git's settings included."""
    with unchanged(review), monkeypatch.context() as patched:
        _of_somebody_else(tmp_path / "bin", patched)
        for arguments in (*READING, *WRITING, ("init",), ("sync",), ("pack", "x.bundle"), ("recover",)):
            told = refused(run, review, *arguments)
            assert "belongs to another user" in told, arguments
            assert f"git config --global --add safe.directory {review.path}" in told
    assert not (Path.home() / ".gitconfig").exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to somebody else")
def test_a_remote_folder_of_another_user(review: Clone, run: Run) -> None:
    """Sync says whose it is and what to do, and keeps what was said; the same where it is joined."""
    bare = bare_of(review)
    for path in (bare, *bare.rglob("*")):
        os.chown(path, 12345, 12345)
    ask(run, review, "comment", "records", "--whole", "-m", "Why?")
    for arguments in (("sync",), ("join", str(bare))):
        told = refused(run, review, *arguments, code=4)
        assert "belongs to another user, so git does not trust it" in told
        assert f"git config --global --add safe.directory {bare}" in told


def test_settings_too_large_to_be_read(review: Clone, run: Run) -> None:
    """A command that would write them anew says what is wrong with them, and changes nothing."""
    review.commit_file("reviews/settings.toml", review.read("reviews/settings.toml") + "#" * 600_000, "Swell", OFFICER)
    with unchanged(review):
        assert "at most 512 KiB" in refused(run, review, "organisation", "add", "x", "--name", "X")


def test_the_record_as_the_folder_of_the_policy(review: Clone, run: Run) -> None:
    """Settings that say so are named with what to do, and those before them hold."""
    review.commit_edit("reviews/settings.toml", '"policy"', '"reviews/x"', "Move", who=OFFICER)
    code, out, _ = run(review, "status")
    assert code == 0
    assert "folder = 'reviews/x' is where the review lies; name the folder of the texts" in out
    assert "principles.md" in out


@pytest.mark.parametrize("folder", ["../x", "/x", "policy/.GIT", "policy/git~1", ".git /x", "c:x"])
def test_a_review_of_no_folder_of_the_repository(policy: Clone, run: Run, folder: str) -> None:
    """What some file system takes for git's own folder, or leads out, is refused before anything is read there."""
    assert "is no folder of this repository" in refused(run, policy, "init", "--policy", folder)


@pytest.mark.parametrize("folder", ["reviews", "./reviews/", "Reviews", "REVIEWS./x"])
def test_a_review_of_the_record(policy: Clone, run: Run, folder: str) -> None:
    """No policy begins in the folder in which reviews lie."""
    policy.commit_file("reviews/notes.md", "# Notes\n")
    assert "is where the review lies" in refused(run, policy, "init", "--policy", folder)


def _submodule(clone: Clone, path: str) -> None:
    """Put another repository at `path` of the next commit, as `git submodule add` does."""
    clone.git("rm", "-r", "-q", "--cached", "--ignore-unmatch", path)
    clone.git("update-index", "--add", "--cacheinfo", f"160000,{clone.git('rev-parse', 'HEAD')},{path}")
    clone.git("commit", "-q", "-m", "Elsewhere")


def test_submodules_are_named(review: Clone, run: Run) -> None:
    """Texts in a repository of their own are no part of the policy, which is advice; the policy itself must be none."""
    for path in ("policy/inner", "policy/node_modules/theme", "policy/.theme"):
        _submodule(review, path)
    told = [row for row in ask(run, review, "verify")["findings"] if "(a submodule)" in row["reason"]]
    assert [(row["what"], row["path"]) for row in told] == [("advice", "policy/inner")]
    _submodule(review, "policy")
    assert "! policy: it is no folder" in run(review, "status")[1]
    assert any("policy: it is no folder" in e for e in _record_evidence(run, review))


def _record_evidence(run: Run, clone: Clone) -> list[str]:
    gates = ask(run, clone, "ready", code=1)["gates"]
    return [evidence["text"] for gate in gates if gate["name"] == "record" for evidence in gate["evidence"]]


def test_a_record_in_a_submodule_is_not_written_to(review: Clone, run: Run) -> None:
    """It would be committed over the other repository: what writes stops, what reads says why."""
    _submodule(review, "reviews")
    with unchanged(review):
        for arguments in (("comment", "-m", "Why?"), ("submit",), ("init",)):
            assert "reviews: it is no folder but a link, another repository" in refused(run, review, *arguments)
    assert "! reviews: it is no folder" in run(review, "status")[1]
