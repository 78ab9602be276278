"""`accept` puts words into the text and decides in one commit, and touches nothing else."""

import pytest

from tests.acting import accepted, ask, hunks, picture, refused, remark, suggestion, thread_of, unchanged
from tests.cli.conftest import LONG
from tests.conftest import NORTHVALE, OFFICER, Clone, Run

SEVENTH = "officers should do thing number 7 well"
BETTER = "officers must do thing number 7 very well"


def test_text_and_decision_are_one_commit(long: Clone, run: Run) -> None:
    """One commit holds the section with the new words and the decision's event, and nothing else."""
    thread = suggestion(run, long, SEVENTH, BETTER, "long")
    before = long.git("rev-parse", "HEAD")
    answer = ask(run, long, "accept", thread[-5:], "-m", "Agreed.")
    assert answer == {"thread": thread, "commit": long.git("rev-parse", "HEAD")}
    assert long.git("rev-parse", "HEAD^") == before
    changed = long.git("diff-tree", "-r", "--name-status", "--no-commit-id", "HEAD").splitlines()
    assert len(changed) == 2
    assert f"A\treviews/threads/{thread[-2:]}/{thread}/" in changed[1] or "M\tpolicy/long.md" in changed
    assert long.git("show", "HEAD:policy/long.md") + "\n" == LONG.replace(SEVENTH, BETTER)
    assert long.read("policy/long.md") == LONG.replace(SEVENTH, BETTER)
    assert long.git("status", "--porcelain") == ""


def test_commit_credits_the_suggester(long: Clone, run: Run) -> None:
    """The commit is by the author, and its trailers name the suggester and the thread."""
    thread = accepted(run, long, SEVENTH, BETTER, "long")
    assert long.git("log", "-1", "--format=%an <%ae>") == f"{OFFICER[0]} <{OFFICER[1]}>"
    trailers = long.git("log", "-1", "--format=%(trailers:unfold,only)").splitlines()
    assert f"Co-authored-by: {NORTHVALE[0]} <{NORTHVALE[1]}>" in trailers
    assert f"Reviewed-thread: {thread}" in trailers


def test_accepting_a_comment_changes_no_text(long: Clone, run: Run) -> None:
    """A comment has no words to put in: its acceptance is the decision alone, and credits nobody."""
    thread = remark(run, long, "comment", "long", "--quote", SEVENTH, "-m", "Say more.")
    ask(run, long, "accept", thread)
    assert long.git("diff-tree", "-r", "--name-only", "--no-commit-id", "HEAD").count("\n") == 0
    assert long.read("policy/long.md") == LONG
    assert "Co-authored-by" not in long.git("log", "-1", "--format=%B")
    assert thread_of(run, long, thread)["state"] == "accepted"


def test_other_words_make_it_accepted_with_changes(long: Clone, run: Run) -> None:
    """`--as` puts the author's words into the text and the state says so; the suggester is still credited."""
    thread = suggestion(run, long, SEVENTH, BETTER, "long")
    ask(run, long, "accept", thread, "--as", "officers do thing number 7")
    assert long.read("policy/long.md") == LONG.replace(SEVENTH, "officers do thing number 7")
    assert thread_of(run, long, thread)["state"] == "accepted-with-changes"
    assert "Co-authored-by: J. Reviewer" in long.git("log", "-1", "--format=%B")


@pytest.mark.parametrize("replacement", ["officers\nmust\n\nact", "«офіцери» 🙂 “must”"])
def test_any_replacement_lands_as_it_was_written(long: Clone, run: Run, replacement: str) -> None:
    """Several lines and characters beyond ASCII land exactly."""
    accepted(run, long, SEVENTH, replacement, "long")
    assert long.read("policy/long.md") == LONG.replace(SEVENTH, replacement)


def test_an_insertion_lands_behind_its_passage(long: Clone, run: Run) -> None:
    """An insertion replaces nothing."""
    thread = remark(run, long, "suggest", "long", "--after", SEVENTH, "--insert", ", and say so", "-m", "Open.")
    ask(run, long, "accept", thread)
    assert long.read("policy/long.md") == LONG.replace(SEVENTH, f"{SEVENTH}, and say so")


ABOVE = ("number 2 well", "number 2 with care")
BELOW = ("number 11 well", "number 11 with care")
NEAR = ("Paragraph 7:", "Paragraph seven:")


@pytest.mark.parametrize(
    ("staged", "unstaged"),
    [
        ((ABOVE,), ()),
        ((), (BELOW,)),
        ((ABOVE,), (BELOW,)),
        ((BELOW,), (ABOVE,)),
        ((ABOVE, BELOW), (NEAR,)),
        ((NEAR,), (ABOVE,)),
        ((NEAR,), ()),
    ],
)
def test_foreign_edits_stay_exactly_as_they_are(
    long: Clone, run: Run, staged: tuple[tuple[str, str], ...], unstaged: tuple[tuple[str, str], ...]
) -> None:
    """Staged and unstaged hunks of the same section, before and behind the passage, are the same afterwards."""
    thread = suggestion(run, long, SEVENTH, BETTER, "long")
    _edit(long, staged)
    long.git("add", "policy/long.md")
    _edit(long, unstaged)
    before = hunks(long), hunks(long, "--cached")
    index, file = long.git("show", ":policy/long.md"), long.read("policy/long.md")
    ask(run, long, "accept", thread)
    assert _only_foreign(hunks(long)) == _only_foreign(before[0])
    assert _only_foreign(hunks(long, "--cached")) == _only_foreign(before[1])
    assert long.git("show", ":policy/long.md") == index.replace(SEVENTH, BETTER)
    assert long.read("policy/long.md") == file.replace(SEVENTH, BETTER)
    assert long.git("show", "HEAD:policy/long.md") + "\n" == LONG.replace(SEVENTH, BETTER)


def _edit(clone: Clone, edits: tuple[tuple[str, str], ...]) -> None:
    text = clone.read("policy/long.md")
    for old, new in edits:
        text = text.replace(old, new)
    clone.write("policy/long.md", text)


def _only_foreign(lines: list[str]) -> list[str]:
    """The hunks as they would read without the accepted words, which stand beside NEAR's in one line."""
    return [line.replace(BETTER, SEVENTH) for line in lines]


def test_other_files_and_the_index_are_left_alone(long: Clone, run: Run) -> None:
    """Edits of other sections, new files, deletions and staged renames are as before."""
    thread = suggestion(run, long, SEVENTH, BETTER, "long")
    long.write("policy/records.md", "# Records\n\nRewritten.\n")
    long.write("policy/new.md", "# New\n")
    long.git("add", "policy/new.md")
    long.write("policy/new.md", "# Newer\n")
    long.git("rm", "-q", "--cached", "policy/index.md")
    long.write("notes.txt", "mine\n")
    before = picture(long)
    ask(run, long, "accept", thread)
    after = picture(long)
    assert after["status"] == before["status"]
    assert long.git("show", ":policy/new.md") == "# New"
    kept = {path: content for path, content in dict(before["files"]).items() if path != "policy/long.md"}  # type: ignore[call-overload]
    assert kept.items() <= dict(after["files"]).items()  # type: ignore[call-overload]


@pytest.mark.parametrize("where", ["committed", "staged", "unstaged"])
def test_the_same_words_changed_is_a_conflict_with_nothing_changed(long: Clone, run: Run, where: str) -> None:
    """Exit 3 shows base, theirs and ours, and HEAD, index, status and every byte stay."""
    thread = suggestion(run, long, SEVENTH, BETTER, "long")
    mine = "officers may do thing number 7 poorly"
    long.write("policy/long.md", LONG.replace(SEVENTH, mine))
    if where == "committed":
        long.commit("Say it otherwise")
    elif where == "staged":
        long.git("add", "policy/long.md")
    with unchanged(long):
        error = refused(run, long, "accept", thread, code=3)
        lines = error.splitlines()
        assert "Nothing was changed" in lines[0]
        assert [line.split()[0] for line in lines[1:]] == ["base", "theirs", "ours"]
        assert lines[1].endswith(SEVENTH)
        assert lines[2].endswith(BETTER)
        assert mine in lines[3]
    assert thread_of(run, long, thread)["state"] == "open"


def test_a_passage_that_is_gone_is_a_conflict(long: Clone, run: Run) -> None:
    """When the section lost the passage, a person has to say where it is."""
    thread = suggestion(run, long, SEVENTH, BETTER, "long")
    long.commit_file("policy/long.md", "# Long\n\nNothing of it is left here at all.\n", "Cut it down")
    with unchanged(long):
        assert "reattach" in refused(run, long, "accept", thread, code=3)


def test_words_around_that_moved_on_are_kept(long: Clone, run: Run) -> None:
    """A suggestion made on an older draft lands in the renamed and edited section of now."""
    thread = suggestion(run, long, SEVENTH, BETTER, "long")
    now = LONG.replace("Paragraph 6", "Passage six").replace("# Long", "# Longer")
    long.git("mv", "policy/long.md", "policy/longer.md")
    long.commit_file("policy/longer.md", now, "Rename the section")
    ask(run, long, "accept", thread)
    assert long.read("policy/longer.md") == now.replace(SEVENTH, BETTER)
    assert long.git("status", "--porcelain") == ""


BYTES = {
    "carriage returns": LONG.replace("\n", "\r\n").encode(),
    "a byte order mark": b"\xef\xbb\xbf" + LONG.encode(),
    "no final line end": LONG.rstrip("\n").encode(),
    "emoji": LONG.replace("Paragraph", "👩‍👩‍👧 Absatz é").encode(),
    "mixed line ends": LONG.replace("\n", "\r\n", 5).encode(),
    "passage at the end": (LONG + "\nLast: " + SEVENTH.replace("7", "99")).encode(),
}


@pytest.mark.parametrize("bit", ["skip-worktree", "assume-unchanged"])
def test_bits_of_the_index_stay(long: Clone, run: Run, bit: str) -> None:
    """A section that git was told to look past is looked past after `accept` and `undo` too."""
    thread = suggestion(run, long, SEVENTH, BETTER, "long")
    long.git("update-index", f"--{bit}", "policy/long.md")
    before = long.git("ls-files", "-v", "policy")
    ask(run, long, "accept", thread)
    assert BETTER in long.git("show", "HEAD:policy/long.md")
    assert long.git("ls-files", "-v", "policy") == before
    ask(run, long, "undo", thread)
    assert long.git("ls-files", "-v", "policy") == before


@pytest.mark.quick(3)
@pytest.mark.parametrize("name", BYTES)
def test_bytes_around_the_words_stay_and_undo_restores_them(long: Clone, run: Run, name: str) -> None:
    """Whatever line ends and marks a file has; `undo` is a commit of its own that opens the thread again."""
    long.commit_file("policy/long.md", BYTES[name], "Save it otherwise")
    thread = accepted(run, long, SEVENTH, BETTER, "long")
    assert (long.path / "policy/long.md").read_bytes() == BYTES[name].replace(SEVENTH.encode(), BETTER.encode())
    assert long.git("status", "--porcelain") == ""
    ask(run, long, "undo", thread)
    assert (long.path / "policy/long.md").read_bytes() == BYTES[name]
    assert thread_of(run, long, thread)["state"] == "open"
    assert long.git("status", "--porcelain") == ""
    ask(run, long, "accept", thread)
    assert BETTER in long.read("policy/long.md")


def test_undo_of_words_that_changed_since_is_a_conflict(long: Clone, run: Run) -> None:
    """What the author rewrote after accepting is not taken out by undo; all three readings are shown."""
    thread = accepted(run, long, SEVENTH, BETTER, "long")
    mine = "officers never do thing number seven"
    long.commit_file("policy/long.md", LONG.replace(SEVENTH, mine), "Rewrite it")
    with unchanged(long):
        lines = refused(run, long, "undo", thread, code=3).splitlines()
        assert lines[1].endswith(BETTER)
        assert lines[2].endswith(SEVENTH)
        assert mine in lines[3]


def test_undo_keeps_edits_that_came_later(long: Clone, run: Run) -> None:
    """Edits elsewhere in the section, committed or not, survive an undo."""
    thread = accepted(run, long, SEVENTH, BETTER, "long")
    long.commit_file("policy/long.md", long.read("policy/long.md").replace(*ABOVE), "Care")
    long.write("policy/long.md", long.read("policy/long.md").replace(*BELOW))
    ask(run, long, "undo", thread)
    assert long.read("policy/long.md") == LONG.replace(*ABOVE).replace(*BELOW)
    assert long.git("show", "HEAD:policy/long.md") + "\n" == LONG.replace(*ABOVE)
