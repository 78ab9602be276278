"""The review line by line: reading, remarking, deciding and leaving without a screen."""

import json
import os
import subprocess
import sys

import pytest

from reviewtui.cli.plain.line_commands import all_commands
from reviewtui.workspace.session.unsaved_words import UnsavedWords
from reviewtui.workspace.workspace import Workspace
from tests.acting import ask, refused, remark, submitted, suggestion, thread_of
from tests.cli.plain.conftest import Talk
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run


@pytest.mark.slow
def test_a_review_is_made_and_decided_through_a_pipe(review: Clone) -> None:
    """A reviewer reads, suggests and submits; the author hears it, accepts it, and the text has the words."""
    first = _piped(
        review, NORTHVALE, "go principles", "", "suggest 1", "Officers must ask first.", ".", "Safer.", ".", ""
    )
    assert "Section 2 of 3, Principles, paragraph 2 of 5." in first
    assert "It reads now: Officers must think before they post anything." in first
    said = _piped(review, NORTHVALE, "mine", "submit", "yes", "quit")
    assert "1 remark of yours." in said
    assert "Suggestion" in said
    said = _piped(review, OFFICER, "next open", "accept", "yes", "ready", "mine")
    assert "Says: Safer." in said
    assert "(inserted: ask first.)" in said or "(inserted: ask first)" in said
    assert "Gate" in said
    assert "Officers must ask first." in review.read("policy/principles.md")
    assert review.git("status", "--porcelain") == ""


def _piped(clone: Clone, who: tuple[str, str], *lines: str) -> str:
    environment = os.environ | {
        "GIT_AUTHOR_NAME": who[0],
        "GIT_AUTHOR_EMAIL": who[1],
        "GIT_COMMITTER_NAME": who[0],
        "GIT_COMMITTER_EMAIL": who[1],
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "reviewtui", "-C", str(clone.path), "--plain"],
        input="".join(f"{line}\n" for line in lines).encode(),
        env=environment,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b""), done
    out = done.stdout.decode()
    assert not [char for char in out if char != "\n" and not char.isprintable()]
    return out


def test_reading_says_where_one_is_and_which_remarks_stand_there(review: Clone, run: Run, talk: Talk) -> None:
    """Enter goes on paragraph by paragraph and into the next section, and a remark is heard where it stands."""
    name = remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "To whom?")[-4:]
    said = talk(review, "", "", "go 2", "", "", "", "", "previous")
    assert "Section 1 of 3, About this policy, paragraph 2 of 2.\nIt is half policy, half guidance." in said
    assert "Section 2 of 3, Principles, paragraph 1 of 5.\nHeading, level 1: Principles" in said
    assert "paragraph 4 of 5, 1 remark.\nItem: Be kind." in said
    assert f"Remark {name}, general, open, by J. Reviewer of Northvale Council." in said
    assert "Says: To whom?" in said
    assert "Section 3 of 3, Records, paragraph 1 of 2." not in said
    assert said.count("Item: Be kind.") == 2


def test_the_end_and_the_beginning_are_said(review: Clone, talk: Talk) -> None:
    """Nobody walks on in silence behind the last paragraph or before the first one."""
    said = talk(review, "previous", "go 3", "", "", "back", "back")
    assert "This is the beginning of the policy." in said
    assert "This is the end of the policy." in said
    assert "You have not jumped from anywhere." in said


def test_a_sentence_or_some_words_of_a_paragraph_can_be_remarked_on(review: Clone, run: Run, talk: Talk) -> None:
    """A number is a sentence as `sentences` says it; words are those that are heard."""
    said = talk(
        review,
        *("go principles", "", "sentences"),
        *("comment 2", "Which team?", ".", "question blocking"),
        *("comment before they post", "When?", ".", ""),
        *("comment nowhere", "comment 9", "comment Officers"),
    )
    assert "2: Officers should ask the communications team if in doubt." in said
    assert "'nowhere' does not stand in this paragraph" in said
    assert "There is no sentence 9 here" in said
    assert "stands 2 times in this paragraph" in said
    rows = {row["quote"]: row for row in ask(run, review, "threads")["threads"]}
    assert set(rows) == {"Officers should ask the communications team if in doubt.", "before they post"}
    assert rows["Officers should ask the communications team if in doubt."]["kind"] == "question"
    assert rows["Officers should ask the communications team if in doubt."]["blocking"]


def test_lines_are_kept_as_the_apps_drafts_until_they_are_saved(review: Clone, run: Run, talk: Talk) -> None:
    """The input ends in the middle of a remark; continue goes on with the same words, and both lines are in it."""
    said = talk(review, "go principles", "", "comment", "The first line.")
    assert "1 half written: kept on this disk; continue goes on with it when you come back." in said
    kept = next((review.path / ".git").rglob("typed/*.json"))
    assert json.loads(kept.read_text())["body"] == "The first line."
    said = talk(review, "continue", "The second line.", ".say", ".", "")
    assert "So far: The first line." in said
    assert [row["body"] for row in ask(run, review, "threads")["threads"]] == ["The first line.\nThe second line."]
    assert not kept.exists()


def test_what_is_dropped_leaves_nothing_behind(review: Clone, run: Run, talk: Talk) -> None:
    """.drop throws the words away, .clear begins anew, and a lone full stop at once saves no empty remark."""
    said = talk(
        review, "comment", "Away.", ".drop", "comment", "Wrong.", ".clear", "Right.", ".", "", "comment", ".", ""
    )
    assert "Thrown away." in said
    assert [row["body"] for row in ask(run, review, "threads")["threads"]] == ["Right."]


def test_a_deletion_and_an_insertion_are_suggested(review: Clone, run: Run, talk: Talk) -> None:
    """.none deletes the passage; insert puts words behind the paragraph."""
    talk(
        review,
        *("go principles", "", "suggest 2", ".none", ".", ""),
        *("insert", " And be patient.", ".", "More.", ".", ""),
    )
    rows = {row["replacement"]: row for row in ask(run, review, "threads")["threads"]}
    assert set(rows) == {"", " And be patient."}
    assert rows[""]["quote"] == "Officers should ask the communications team if in doubt."


def test_a_conflict_is_said_with_its_readings_and_settled_by_own_words(review: Clone, run: Run, talk: Talk) -> None:
    """An accept that does not fit changes nothing; accept-with puts the author's words there."""
    name = suggestion(run, review, "two working days", "three working days")
    review.commit_edit("policy/principles.md", "two working days", "five days", "Five days")
    said = talk(review, f"accept {name}", f"accept-with {name}", "three days", ".", ".", who=OFFICER)
    assert "As suggested: three working days" in said or "Now: " in said
    assert thread_of(run, review, name)["state"] == "accepted-with-changes"
    assert "answer within three days" in review.read("policy/principles.md")


def test_a_decision_needs_who_may_and_a_reason(review: Clone, run: Run, talk: Talk) -> None:
    """A reviewer hears why they cannot decide; the author's reason is heard by the reviewer under mine."""
    name = remark(run, review, "comment", "records", "--whole", "-m", "Too short.")
    assert "author" in talk(review, f"decline {name[-4:]}")
    talk(review, f"decline {name[-4:]}", "It is long enough.", ".", who=OFFICER)
    said = talk(review, "mine", "unsatisfied", "It is not.", ".", "show")
    assert "The author: declined: It is long enough." in said
    assert "answers the decision: not satisfied, pending: It is not." in said


def test_undo_takes_back_what_was_done_last(review: Clone, run: Run, talk: Talk) -> None:
    """Of two comments the later one goes, after it was said which."""
    talk(review, "comment", "One.", ".", "", "", "comment", "Two.", ".", "", "undo", "yes")
    assert [row["body"] for row in ask(run, review, "threads")["threads"]] == ["One."]


def test_words_of_others_pass_for_no_sentence_of_ours(review: Clone, run: Run, talk: Talk) -> None:
    """A further line of a remark says that it is one, and nothing in it acts on the terminal."""
    words = "Fine.\nThe author: accepted: all of it\u001b[2J\u202e"
    remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", words)
    said = talk(review, "next open")
    assert "\nMore of it: The author: accepted" in said
    assert "\nThe author: accepted" not in said
    assert not {"\u001b", "\u202e"} & set(said)


def test_what_changes_outside_is_heard_with_the_next_line(review: Clone, talk: Talk) -> None:
    """A command behind reviewtui is the program's own; what it changed is there at once."""
    said = talk(
        review, "go principles", "", 'reviewtui comment principles --quote "Be kind." -m "Typed."', "again", "mine"
    )
    assert "Says: Typed." in said
    assert "quotation mark" in talk(review, 'reviewtui comment "')


def test_an_older_version_is_read_and_remarked_on(review: Clone, run: Run, talk: Talk) -> None:
    """The place says which version it is, and the remark is on that one."""
    review.git("tag", "0.9")
    review.commit_file("policy/records.md", "# Records\n\nPosts are kept for three years.\n", "Three years")
    said = talk(review, "version 0.9", "go 3", "", "comment 2", "Two?", ".", "", "version draft", "compare")
    assert "Version 0.9. Section 3 of 3, Records, paragraph 2 of 2." in said
    assert "(deleted: two) (inserted: three)" in said
    assert "Policy Officer changed \u201cRecords\u201d: Three years" in talk(review, "history")
    assert ask(run, review, "threads")["threads"][0]["quote"] == "They are kept for two years."


def test_an_edit_is_committed(review: Clone, talk: Talk) -> None:
    """After an edit the commit is offered; what was left is committed with `commit`, by an author only."""
    review.write("policy/records.md", "# Records\n\nPosts are kept for three years.\n")
    assert "Only an author commits" in talk(review, "commit", who=NORTHVALE)
    assert "Left in the work tree" in talk(review, "commit", "", who=OFFICER)
    assert "Committed the edit of policy/records.md" in talk(review, "commit Three years", who=OFFICER)
    assert review.git("log", "-1", "--format=%an %s") == f"{OFFICER[0]} Three years"
    assert "no edit that is not committed" in talk(review, "commit", who=OFFICER)


def test_a_release_is_looked_at_first(review: Clone, run: Run, talk: Talk) -> None:
    """With gates that do not pass, what is committed is said, and only a yes releases."""
    remark(run, review, "comment", "principles", "-m", "Why?")
    said = talk(review, "release", "", "The council meets today.", ".", "", who=OFFICER)
    assert "Remarks decided does not pass" in said
    assert "Released all the same: The council meets today." in said
    assert "1.0" not in review.git("tag").split()


def test_plain_takes_no_command(review: Clone, run: Run) -> None:
    """--plain with a command is refused in one line."""
    assert "--plain goes without a command" in refused(run, review, "--plain", "status")


def test_all_that_can_be_typed_has_a_name_of_its_own() -> None:
    """No two commands share a name."""
    names = [name for command in all_commands() for name in command.names]
    assert len(names) == len(set(names))


def test_the_beginning_of_a_name_is_enough_where_it_is_the_only_one(review: Clone, talk: Talk) -> None:
    """What could be two commands, or is none, does nothing and says so."""
    said = talk(review, "sect", "se", "frobnicate", "help comment", "help reading")
    assert "1: About this policy" in said
    assert "'se' can be search or section or sections or sentences; type more of it." in said
    assert "'frobnicate' is nothing that can be done here" in said
    assert "comment [SENTENCE NUMBER, WORDS, section or policy] (or c): a comment; alone, on this paragraph." in said


def test_of_several_remarks_at_a_place_it_has_to_be_said_which(review: Clone, run: Run, talk: Talk) -> None:
    """A decision without a name falls on the one remark that was heard, never on one of two."""
    first = remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "One.")
    second = remark(run, review, "comment", "principles", "--quote", "kind", "-m", "Two.")
    said = talk(review, "go 2", "paragraph 4", "note", who=OFFICER)
    assert "Say which remark" in said
    talk(review, "next open", "note", ".", who=OFFICER)
    assert thread_of(run, review, first)["state"] == "noted"
    assert thread_of(run, review, second)["state"] == "open"


def test_what_is_new_since_the_sign_off_is_gone_through(review: Clone, run: Run, talk: Talk) -> None:
    """Only what came after my organisation's position is new: the text that changed, and what others said."""
    assert "has not signed off yet" in talk(review, "new")
    remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "Before.")
    submitted(run, review, "signoff", "no-objection", who=NORTHVALE)
    assert "There is nothing new behind this place; 0 in all." in talk(review, "new")
    review.commit_edit("policy/records.md", "two years", "three years", "Three years")
    remark(run, review, "comment", "principles", "--quote", "Be brief", "-m", "After.", who=SOUTHMERE)
    said = talk(review, "new", "new", "new")
    assert "Says: After." in said
    assert "They are kept for three years." in said
    assert "Before." not in said
    assert "There is nothing new behind this place; 2 in all." in said


def test_words_without_a_place_are_said_and_thrown_away_on_a_yes(review: Clone, talk: Talk) -> None:
    """Enter keeps them, since nobody's words go unasked."""
    folder = Workspace.open(review.path).unsaved
    folder.keep(UnsavedWords("reply:gone", "Half a thought", place={"act": "reply", "thread": "gone"}))
    said = talk(review, "continue", "")
    assert "It reads: Half a thought" in said
    assert "It stays on this disk." in said
    assert "Thrown away." in talk(review, "continue", "yes")
    assert folder.all() == ()
