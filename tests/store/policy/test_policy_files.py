"""Which files of a repository are the policy."""

import pytest

from reviewtui.store.git.repository import open_repository
from reviewtui.store.policy.policy_files import files_of_commit, files_of_draft, is_section
from tests.acting import ask
from tests.conftest import Clone, Run

FILES = {
    "README.md": True,
    "conduct.md": True,
    "part/two.md": True,
    "part/CHANGELOG.md": True,
    "CHANGELOG.md": False,
    "Licence.md": False,
    "CODE_OF_CONDUCT.md": False,
    ".github/pull_request_template.md": False,
    ".drafts/idea.md": False,
    "part/.hidden/x.md": False,
    "node_modules/pkg/readme.md": False,
    "part/node_modules/pkg/readme.md": False,
    "venv/lib/x.md": False,
    "reviews/notes.md": False,
    "notes.txt": False,
}


def test_a_policy_in_the_root_is_not_the_machinery_around_it(clone: Clone, run: Run) -> None:
    """Hidden folders, packages and the repository's own papers are left out, in a commit and in the work tree alike."""
    for path in FILES:
        clone.write(path, f"# {path}\n")
    clone.git("add", "-A", "-f")
    clone.git("commit", "-q", "-m", "All")
    wanted = {path for path, is_text in FILES.items() if is_text}
    repository = open_repository(clone.path)
    assert set(files_of_commit(repository, repository.fresh_head(), ".").texts) == wanted
    draft = files_of_draft(repository, repository.fresh_head(), ".")
    assert (set(draft.texts), draft.gone, draft.problems) == (wanted, (), ())
    ask(run, clone, "init", "--policy", ".")
    assert {row["path"] for row in ask(run, clone, "status")["sections"]} == wanted
    assert ask(run, clone, "verify")["ok"]


@pytest.mark.parametrize(
    ("path", "folder", "is_text"),
    [
        (".docs/a.md", ".docs", True),
        (".docs/.old/a.md", ".docs", False),
        ("policy/CHANGELOG.md", "policy", True),
        ("other/a.md", "policy", False),
        ("policy-old/a.md", "policy", False),
        ("policy/node_modules/a.md", "policy", False),
    ],
)
def test_a_folder_that_was_named_is_taken_at_its_word(path: str, folder: str, *, is_text: bool) -> None:
    """A hidden folder that the settings name is the policy; what is hidden below it is not."""
    assert is_section(path, folder) == is_text


def test_a_policy_that_is_a_link_is_told_beside_other_problems(clone: Clone) -> None:
    """A submodule in the committed folder does not hide that the folder of the work tree is a link."""
    clone.commit_file("policy/a.md", "# A\n")
    commit = clone.git("rev-parse", "HEAD")
    clone.git("update-index", "--add", "--cacheinfo", f"160000,{commit},policy/inner")
    clone.git("commit", "-q", "-m", "Link a module")
    (clone.path / "policy").rename(clone.path / "other")
    (clone.path / "policy").symlink_to("other")
    repository = open_repository(clone.path)
    problems = files_of_draft(repository, repository.fresh_head(), "policy").problems
    assert [(problem.what, problem.path) for problem in problems] == [("advice", "policy/inner"), ("text", "policy")]
