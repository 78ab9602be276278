"""Two people and a shared repository: what one submits arrives at the other, and nobody loses anything."""

import pytest

from reviewtui.store.git.process.environment import STARTED
from reviewtui.store.remote import transport
from tests.acting import ask, hunks, refused, remark, suggestion, thread_of, unchanged
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.sharing import bare_of, bodies, clone_of, synced

Pair = tuple[Clone, Clone]


@pytest.fixture
def pair(review: Clone) -> Pair:
    """The officer's clone and a reviewer's, both following one bare repository."""
    bare = bare_of(review)
    return review, clone_of(bare, "reviewer")


def test_remarks_and_decisions_travel(pair: Pair, run: Run) -> None:
    """A reviewer's suggestion reaches the officer, and the decision with its words reaches the reviewer."""
    officer, reviewer = pair
    thread = suggestion(run, reviewer, "must think", "think twice")
    sent = synced(run, reviewer, who=NORTHVALE)
    assert (sent["sent"], sent["received"]["events"], sent["merged"]) == (1, 0, False)
    got = synced(run, officer)
    assert got["received"]["types"] == {"suggestion": 1}
    assert got["received"]["organisations"] == {"northvale": 1}
    ask(run, officer, "accept", thread)
    synced(run, officer)
    back = synced(run, reviewer, who=NORTHVALE)
    assert back["received"]["texts"] == ["policy/principles.md"]
    assert "think twice" in reviewer.read("policy/principles.md")
    assert reviewer.git("status", "--porcelain") == ""
    assert thread_of(run, reviewer, thread)["state"] == "accepted"
    assert reviewer.git("rev-parse", "HEAD") == officer.git("rev-parse", "HEAD")


def test_work_on_both_sides_is_merged(pair: Pair, run: Run) -> None:
    """Text here, remarks there, at the same time: one merge commit, and both hold all of it."""
    officer, reviewer = pair
    officer.commit_edit("policy/records.md", "two years", "six years", "Keep longer")
    remark(run, reviewer, "comment", "principles", "-m", "Who is meant?")
    synced(run, officer)
    told = synced(run, reviewer, who=NORTHVALE)
    assert (told["merged"], told["sent"]) == (True, 1)
    synced(run, officer)
    assert bodies(run, officer) == bodies(run, reviewer) == {"Who is meant?"}
    assert "six years" in reviewer.read("policy/records.md")
    assert ask(run, officer, "verify")["ok"]


def test_a_second_sync_changes_nothing(pair: Pair, run: Run) -> None:
    """With nothing new on either side, HEAD, references, index and files stay as they are."""
    _, reviewer = pair
    remark(run, reviewer, "comment", "-m", "First.")
    synced(run, reviewer, who=NORTHVALE)
    with unchanged(reviewer):
        code, out, err = run(reviewer, "sync", who=NORTHVALE)
        assert (code, err) == (0, "")
        assert "nothing new" in out


def test_pending_remarks_stay_here_and_are_counted(pair: Pair, run: Run) -> None:
    """Only what was submitted is shared; --submit does both."""
    officer, reviewer = pair
    ask(run, reviewer, "comment", "-m", "Not yet.", who=NORTHVALE)
    assert synced(run, reviewer, who=NORTHVALE)["pending"] == 1
    synced(run, officer)
    assert bodies(run, officer) == set()
    assert "1 event of yours pending" in run(reviewer, "sync", who=NORTHVALE)[1]
    told = synced(run, reviewer, "--submit", who=NORTHVALE)
    assert (told["pending"], told["sent"]) == (0, 1)
    synced(run, officer)
    assert bodies(run, officer) == {"Not yet."}


def unresolved(pair: Pair, run: Run) -> None:
    """Change the same sentence, and others, in both clones; the officer's is shared already."""
    officer, reviewer = pair
    text = officer.read("policy/principles.md")
    officer.commit_file(
        "policy/principles.md",
        text.replace("must think", "shall think").replace("kind.", "friendly."),
        "Officer's words",
    )
    synced(run, officer)
    reviewer.commit_file(
        "policy/principles.md",
        text.replace("must think", "should think").replace("two working", "five"),
        "Reviewer's words",
    )


def test_the_same_sentence_on_both_sides_is_for_a_person(pair: Pair, run: Run) -> None:
    """Exit 3 names the section with its three readings; nothing but what was fetched has changed."""
    _, reviewer = pair
    unresolved(pair, run)
    with unchanged(reviewer, but="refs"):
        (found,) = synced(run, reviewer, who=NORTHVALE, code=3)["conflicts"]
        assert found["section"] == "principles.md"
        assert ("must think" in found["base"], "should think" in found["ours"], "shall think" in found["theirs"]) == (
            True,
        ) * 3
        err = refused(run, reviewer, "sync", who=NORTHVALE, code=3)
        assert "--resolve principles.md=ours" in err
    ask(run, reviewer, "comment", "-m", "Still works.", who=NORTHVALE)
    assert ask(run, reviewer, "submit", who=NORTHVALE)["submitted"] == 1


@pytest.mark.parametrize(("choice", "words"), [("ours", "should think"), ("theirs", "shall think")])
def test_a_choice_settles_the_disputed_words_only(pair: Pair, run: Run, choice: str, words: str) -> None:
    """The other sentences of both sides stay, in one merge commit that reaches everybody."""
    officer, reviewer = pair
    unresolved(pair, run)
    synced(run, reviewer, "--resolve", f"principles={choice}", who=NORTHVALE)
    text = reviewer.read("policy/principles.md")
    assert words in text
    assert "friendly." in text
    assert "within five days" in text
    assert len(reviewer.git("show", "-s", "--format=%P", "HEAD").split()) == 2
    synced(run, officer)
    assert officer.read("policy/principles.md") == text


def test_a_file_settles_a_section(pair: Pair, run: Run) -> None:
    """The words of the file become the section's; marks of a merge in it are refused."""
    _, reviewer = pair
    unresolved(pair, run)
    words = reviewer.path.parent / "words.md"
    words.write_text("<<<<<<< ours\nx\n=======\ny\n>>>>>>> theirs\n", "utf-8")
    assert "marks" in refused(run, reviewer, "sync", "--resolve", f"principles={words}", who=NORTHVALE)
    words.write_text("# Principles\n\nThink, all of you.\n", "utf-8")
    synced(run, reviewer, "--resolve", f"Principles={words}", who=NORTHVALE)
    assert reviewer.read("policy/principles.md") == "# Principles\n\nThink, all of you.\n"


@pytest.mark.parametrize("given", ["principles", "principles=", "=ours", "principles=nothing-there.md"])
def test_a_choice_that_cannot_be_meant_is_refused(pair: Pair, run: Run, given: str) -> None:
    """One line says what --resolve takes."""
    refused(run, pair[1], "sync", "--resolve", given, who=NORTHVALE)


def test_a_choice_for_another_section_is_refused(pair: Pair, run: Run) -> None:
    """A slip does not pass for a settlement; the line names what both sides changed."""
    unresolved(pair, run)
    assert "principles.md" in refused(run, pair[1], "sync", "--resolve", "records=ours", who=NORTHVALE)


def test_a_section_removed_there_and_changed_here_is_for_a_person(pair: Pair, run: Run) -> None:
    """It goes or stays as chosen, never by itself."""
    officer, reviewer = pair
    officer.git("rm", "-q", "policy/records.md")
    officer.git("commit", "-q", "-m", "Drop records")
    synced(run, officer)
    reviewer.commit_file("policy/records.md", "# Records\n\nKept for nine years.\n", "Nine")
    (found,) = synced(run, reviewer, who=NORTHVALE, code=3)["conflicts"]
    assert (found["section"], found["theirs"]) == ("records.md", "")
    synced(run, reviewer, "--resolve", "records=theirs", who=NORTHVALE)
    assert not (reviewer.path / "policy/records.md").exists()
    assert reviewer.git("status", "--porcelain") == ""


def test_uncommitted_edits_stay_as_they_are(pair: Pair, run: Run) -> None:
    """Edits of the same file, staged and not, keep their lines while the others' sentence comes in."""
    officer, reviewer = pair
    officer.commit_edit("policy/principles.md", "Be kind.", "Be friendly.", "Friendly")
    synced(run, officer)
    text = reviewer.read("policy/principles.md").replace("two working", "three working")
    reviewer.write("policy/principles.md", text)
    reviewer.git("add", "policy/principles.md")
    reviewer.write("policy/principles.md", text.replace("ask the", "always ask the"))
    reviewer.write("notes.txt", "mine")
    staged, unstaged = hunks(reviewer, "--cached"), hunks(reviewer)
    synced(run, reviewer, who=NORTHVALE)
    assert (hunks(reviewer, "--cached"), hunks(reviewer)) == (staged, unstaged)
    assert "friendly" in reviewer.read("policy/principles.md")
    assert "friendly" in reviewer.git("show", "HEAD:policy/principles.md")
    assert reviewer.read("notes.txt") == "mine"


@pytest.mark.parametrize("how", ["edited", "deleted", "untracked"])
def test_what_is_not_committed_is_never_overwritten(pair: Pair, run: Run, how: str) -> None:
    """Where it does not fit, exit 3 names the file, and nothing at all has changed."""
    officer, reviewer = pair
    officer.write("policy/principles.md", officer.read("policy/principles.md").replace("Be kind.", "Be friendly."))
    officer.commit_file("policy/new.md", "# New\n", "Friendly")
    synced(run, officer)
    if how == "edited":
        reviewer.write("policy/principles.md", reviewer.read("policy/principles.md").replace("Be kind.", "Be nice."))
    elif how == "deleted":
        (reviewer.path / "policy/principles.md").unlink()
    else:
        reviewer.write("policy/new.md", "# Mine\n")
    with unchanged(reviewer, but="refs"):
        err = refused(run, reviewer, "sync", who=NORTHVALE, code=3)
        assert ("new.md" if how == "untracked" else "principles.md") in err


def test_settings_merge_key_by_key(pair: Pair, run: Run) -> None:
    """Two authors add different organisations: both are there, and in force."""
    officer, other = pair
    ask(run, officer, "organisation", "add", "eastwick", "--name", "Eastwick")
    ask(run, other, "organisation", "add", "westham", "--name", "Westham")
    synced(run, officer)
    synced(run, other)
    synced(run, officer)
    for clone in pair:
        rows = ask(run, clone, "organisation", "list")["organisations"]
        assert {row["id"] for row in rows} >= {"eastwick", "westham", "northvale"}
        assert ask(run, clone, "verify")["ok"]


def test_one_key_of_the_settings_on_both_sides_is_for_a_person(pair: Pair, run: Run) -> None:
    """Lines that git could merge do not hide that a key was changed twice; the settings before stay in force."""
    officer, other = pair
    for clone, title in ((officer, "One"), (other, "Two")):
        clone.commit_edit("reviews/settings.toml", "Social media policy", title, title)
    synced(run, officer)
    (found,) = synced(run, other, code=3)["conflicts"]
    assert (found["section"], found["what"], found["ours"], found["theirs"]) == ("settings", "title", '"Two"', '"One"')
    assert ask(run, other, "status")["title"] == "Two"
    synced(run, other, "--resolve", "settings=theirs")
    assert ask(run, other, "status")["title"] == "One"
    assert ask(run, other, "verify")["ok"]


def test_release_tags_travel_and_are_never_overwritten(pair: Pair, run: Run) -> None:
    """A release made here is a release there; a tag that leads elsewhere is named and stays."""
    officer, reviewer = pair
    officer.git("tag", "0.5")
    ask(run, officer, "release", "0.9", "--override", "It is needed soon.")
    assert synced(run, officer)["tags_sent"] == ["0.5", "0.9"]
    mine = reviewer.git("rev-parse", "HEAD~1")
    reviewer.git("tag", "0.5", mine)
    told = synced(run, reviewer, who=NORTHVALE)
    assert (told["tags_received"], told["tags_clashing"]) == (["0.9"], ["0.5"])
    assert reviewer.git("rev-parse", "0.9") == officer.git("rev-parse", "0.9")
    assert reviewer.git("rev-parse", "0.5") == mine
    assert ask(run, reviewer, "status", who=OFFICER)["newest_release"] == "0.9"


def test_as_many_tags_as_anybody_pushes_arrive(pair: Pair, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than a command line can hold are got one part after the other."""
    officer, reviewer = pair
    names = [f"1.{number}.0" for number in range(5)]
    for name in names:
        officer.git("tag", "-m", name, name)
    officer.git("push", "-q", "origin", *names)
    monkeypatch.setattr(transport, "_MOST_NAMED", 2)
    before = STARTED["fetch"]
    assert synced(run, reviewer, who=NORTHVALE)["tags_received"] == names
    assert STARTED["fetch"] - before == 3


def test_very_many_tags_that_cannot_be_made_are_not_told_as_made(pair: Pair, run: Run) -> None:
    """They are made after HEAD has moved: what goes wrong then is an error, and the text is here."""
    officer, reviewer = pair
    names = [f"1.{number}.0" for number in range(45)]
    for name in names:
        officer.git("tag", name)
    remark(run, officer, "comment", "-m", "Here.")
    synced(run, officer)
    (reviewer.path / ".git" / "refs" / "tags" / "1.7.0.lock").write_text("")
    assert "45 new names are not here yet" in refused(run, reviewer, "sync", who=NORTHVALE, code=4)
    assert reviewer.git("tag", "--list", "1.*") == ""
    assert reviewer.git("rev-parse", "HEAD") == officer.git("rev-parse", "HEAD")
    (reviewer.path / ".git" / "refs" / "tags" / "1.7.0.lock").unlink()
    assert set(synced(run, reviewer, who=NORTHVALE)["tags_received"]) == set(names)
