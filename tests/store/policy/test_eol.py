"""What git itself turned on check-out is no edit: the committed text is under review."""

import pytest

from tests.acting import ask, refused, remark, suggestion
from tests.conftest import Clone, Run

WAYS = {
    "another encoding": "policy/records.md working-tree-encoding=UTF-16LE-BOM\n",
    "line ends": "*.md text eol=crlf\n",
    "an id": "*.md ident\n",
}


@pytest.mark.parametrize("name", WAYS)
def test_attributes_change_nothing_that_is_read(review: Clone, run: Run, name: str) -> None:
    """The work tree has other bytes, `git status` is clean, and the text and the anchor are those of the commit."""
    review.commit_file("policy/records.md", "# Records\n\n$Id$ Posts are kept for two years.\n", "Write")
    review.write(".gitattributes", WAYS[name])
    review.git("add", ".gitattributes")
    review.git("commit", "-q", "-m", "Attributes")
    blob = review.git("rev-parse", "HEAD:policy/records.md")
    (review.path / "policy/records.md").unlink()
    review.git("checkout", "-q", "--", "policy/records.md")
    assert (review.path / "policy/records.md").read_bytes() != review.git("cat-file", "blob", blob).encode() + b"\n"
    assert review.git("status", "--porcelain") == ""
    row = next(row for row in ask(run, review, "status")["sections"] if row["name"] == "records.md")
    assert (row["title"], row["dirty"]) == ("Records", False)
    thread = remark(run, review, "comment", "records", "--quote", "two years", "-m", "Why?")
    found = ask(run, review, "show", thread)
    assert (found["quote"], found["placement"]) == ("two years", "exact")


def test_words_go_into_no_file_that_git_writes_in_another_encoding(review: Clone, run: Run) -> None:
    """The advice names what makes it so, since saving it as UTF-8 would not do."""
    review.commit_file(".gitattributes", WAYS["another encoding"], "Attributes")
    (review.path / "policy/records.md").unlink()
    review.git("checkout", "-q", "--", "policy/records.md")
    thread = suggestion(run, review, "two years", "six years", "records")
    assert "working-tree-encoding, take that out" in refused(run, review, "accept", thread)


def test_a_real_edit_is_one(review: Clone, run: Run) -> None:
    """What somebody wrote in a file that git turns is read, and called an edit."""
    review.commit_file(".gitattributes", "*.md text eol=crlf\n", "Attributes")
    review.write("policy/records.md", "# Records\r\n\r\nKept for three years.\r\n")
    row = next(row for row in ask(run, review, "status")["sections"] if row["name"] == "records.md")
    assert row["dirty"]
    remark(run, review, "comment", "records", "--quote", "three years", "-m", "Why?")


def test_no_program_of_the_repository_is_run(review: Clone, run: Run) -> None:
    """A filter that the configuration names is not asked; the file counts as edited."""
    marker = review.path.parent / "marker"
    review.commit_file(".gitattributes", "*.md filter=evil\n", "Attributes")
    review.git("config", "filter.evil.clean", f"touch {marker}; cat")
    review.git("config", "filter.evil.process", f"touch {marker}")
    review.git("config", "filter.evil.required", "true")
    review.write("policy/records.md", "# Records\n\nOther words.\n")
    marker.unlink(missing_ok=True)
    assert any(row["dirty"] for row in ask(run, review, "status")["sections"])
    assert not marker.exists()


def test_odd_files_are_named(review: Clone, run: Run) -> None:
    """Names that some computers cannot tell apart or have at all, and bytes that are not UTF-8, are said as advice."""
    for name in ("CON.md", "a:b.md", "Records.md", "cafe\u0301.md", "caf\u00e9.md"):
        review.write(f"policy/{name}", f"# {name}\n")
    review.commit_file("policy/latin.md", b"# Gr\xf6\xdfe\n", "Odd files")
    rows = ask(run, review, "verify")["findings"]
    assert {row["what"] for row in rows} == {"advice"}
    named = {row["path"].removeprefix("policy/") for row in rows}
    assert {"CON.md", "a:b.md", "latin.md"} < named
    assert named & {"Records.md", "records.md"}
    assert named & {"cafe\u0301.md", "caf\u00e9.md"}
    assert "not valid UTF-8" in refused(run, review, "comment", "latin", "--quote", "e", "-m", "x")


def test_a_page_goes_into_a_folder_that_is_there(review: Clone, run: Run) -> None:
    """A misspelt folder is refused and not made."""
    target = review.path.parent / "nowhere" / "page.html"
    assert "no folder" in refused(run, review, "diff", "HEAD~1", "draft", "--style", "html", "-o", str(target))
    assert not target.parent.exists()
