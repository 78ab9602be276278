"""A letter says to each organisation what it said, what was done about it and why."""

from pathlib import Path

from tests.acting import ask, refused, remark, submitted
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run


def test_each_organisation_that_remarked_gets_what_became_of_it(review: Clone, run: Run, tmp_path: Path) -> None:
    """Accepted with the text as it reads now, declined with the reason, open as open; nothing of the others."""
    first = remark(
        run, review, "suggest", "principles", "--quote", "two working days", "--replace", "three working days"
    )
    second = remark(run, review, "comment", "records", "-m", "Say it shorter <b>please</b>.")
    remark(run, review, "comment", "--whole", "-m", "Still to come.")
    remark(run, review, "comment", "--whole", "-m", "A word of Southmere.", who=SOUTHMERE)
    ask(run, review, "accept", first, "-m", "Two is too short.")
    ask(run, review, "decline", second, "-m", "The law says it like that.")
    assert run(review, "export", "letters", str(tmp_path / "letters"))[0] == 0
    assert {path.name for path in (tmp_path / "letters").iterdir()} == {
        f"{name}.{end}" for name in ("northvale", "southmere") for end in ("html", "md")
    }
    letter = (tmp_path / "letters" / "northvale.md").read_text("utf-8")
    for words in ("three working days", "Two is too short", "The law says it like that", "Still to come", "we did not"):
        assert words in letter
    assert "A word of Southmere" not in letter
    assert "<b>" not in (tmp_path / "letters" / "northvale.html").read_text("utf-8")


def test_answers_to_others_and_what_a_duplicate_came_to_stand_in_the_letter(
    review: Clone, run: Run, tmp_path: Path
) -> None:
    """Who answered a remark of others is told what became of it, and who said the same what the other one came to."""
    first = remark(run, review, "suggest", "records", "--quote", "two years", "--replace", "one year")
    again = remark(run, review, "comment", "records", "-m", "One year is enough.", who=SOUTHMERE)
    ask(run, review, "reply", first, "-m", "We should like one year too.", who=SOUTHMERE)
    ask(run, review, "submit", who=SOUTHMERE)
    ask(run, review, "accept", first)
    ask(run, review, "duplicate", again, first)
    assert run(review, "export", "letters", str(tmp_path / "letters"))[0] == 0
    letter = (tmp_path / "letters" / "southmere.md").read_text("utf-8")
    assert "What became of that: Accepted" in letter
    assert "You said (S. Reader): One year is enough." in letter
    answers = letter[letter.index("What you answered to others") :]
    assert "“We should like one year too.”" in answers
    assert "one year" in answers[answers.index("We: ") :]


def test_what_another_accepted_remark_put_into_the_passage_is_told(review: Clone, run: Run, tmp_path: Path) -> None:
    """Whether that settles the comment nobody has said yet; where nothing changed, its words are not in the text."""
    comment = remark(run, review, "comment", "principles", "--quote", "within two working days", "-m", "Soon.")
    other = remark(run, review, "comment", "records", "-m", "Shorter.")
    wish = remark(run, review, "suggest", "principles", "--quote", "two working", "--replace", "three working")
    for thread in (comment, other, wish):
        ask(run, review, "accept", thread, "-m", "Yes.")
    assert run(review, "export", "letters", str(tmp_path / "letters"))[0] == 0
    lines = (tmp_path / "letters" / "northvale.md").read_text("utf-8").splitlines()
    about = {
        thread: next(line for line in lines if f"[{thread[-4:]}" in line.replace("\\", ""))
        for thread in (comment, other)
    }
    assert f"was changed for another remark ({wish[-4:]})" in about[comment]
    assert "not in the text yet" in about[other]


def test_a_declined_insertion_is_told_with_its_place(review: Clone, run: Run, tmp_path: Path) -> None:
    """Words to be put in quote no passage; what they were to stand behind says where."""
    wish = remark(run, review, "suggest", "records", "--after", "two years", "--insert", " and a day")
    ask(run, review, "decline", wish, "-m", "No.")
    assert run(review, "export", "letters", str(tmp_path / "letters"))[0] == 0
    letter = (tmp_path / "letters" / "northvale.md").read_text("utf-8")
    assert "and a day” after “" in letter
    assert "kept for two years”" in letter


def test_without_remarks_there_are_no_letters(review: Clone, run: Run, tmp_path: Path) -> None:
    """There is nothing to answer, and a sentence says so."""
    assert "nothing to answer" in refused(run, review, "export", "letters", str(tmp_path / "letters"))


def test_a_letter_names_the_section_of_what_was_accepted(review: Clone, run: Run, tmp_path: Path) -> None:
    """Words that were replaced and words that were taken out stood in a section, which is named; none is lost."""
    replaced = remark(run, review, "suggest", "principles", "--quote", "within two working days", "--replace", "soon")
    ask(run, review, "accept", replaced)
    deleted = remark(run, review, "suggest", "records", "--quote", "two years", "--replace", "")
    ask(run, review, "accept", deleted)
    assert run(review, "export", "letters", str(tmp_path / "letters"))[0] == 0
    letter = (tmp_path / "letters" / "northvale.md").read_text("utf-8")
    assert "not found again" not in letter
    assert letter.count("**Records") == 1, letter


def test_a_change_by_hand_is_told_by_what_changed(review: Clone, run: Run, tmp_path: Path) -> None:
    """The words that the commit brought are quoted while they stand, not the section that the remark was about."""
    thread = remark(run, review, "comment", "principles", "-m", "Say who may be asked.")
    gone = remark(run, review, "comment", "records", "-m", "Why two years?")
    ask(run, review, "accept", thread, "-m", "Yes.")
    ask(run, review, "accept", gone, "-m", "Right.")
    text = review.read("policy/principles.md")
    review.write("policy/principles.md", text.replace("if in doubt.", "if in doubt. Its telephone is always staffed."))
    records = review.read("policy/records.md")
    review.write("policy/records.md", records.replace(" They are kept for two years.", ""))
    done_in = review.commit("Say who may be asked")
    ask(run, review, "done", thread, "--commit", done_in)
    ask(run, review, "done", gone, "--commit", done_in)
    assert run(review, "export", "letters", str(tmp_path / "letters"))[0] == 0
    letter = (tmp_path / "letters" / "northvale.md").read_text("utf-8")
    assert "The text now reads: “Its telephone is always staffed.”" in letter
    assert "Officers must think" not in letter
    assert "Taken out: “They are kept for two years.”" in letter
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    table = review.read("reviews/releases/1.0/disposition.md")
    assert "| Its telephone is always staffed. |" in table
    review.commit_file("policy/principles.md", text, "Take it back")
    run(review, "export", "letters", str(tmp_path / "later"))
    assert "changed again since" in (tmp_path / "later" / "northvale.md").read_text("utf-8")


def test_a_commit_that_changed_much_is_told_by_the_sentence_that_the_remark_is_about(review: Clone, run: Run) -> None:
    """A remark on one sentence is answered with what became of it, never with what changed beside it."""
    about = remark(run, review, "comment", "records", "--quote", "kept for two years", "-m", "Too long.")
    ask(run, review, "accept", about, "-m", "One year it is.")
    lines = "\n\n".join(f"Rule number {word} is a new one." for word in ("one", "two", "three", "four", "five"))
    text = review.read("policy/records.md").replace("two years", "one year")
    commit = review.commit_file("policy/records.md", f"{text}\n{lines}\n", "Keep them for less")
    ask(run, review, "done", about, "--commit", commit)
    ask(run, review, "release", "1.0", "--override", "The cabinet meets.")
    letter = review.read("reviews/releases/1.0/letters/northvale.md")
    assert "kept for one year" in letter
    assert "Rule number" not in letter


def test_a_withdrawal_and_an_authors_answer_go_out_as_whose_they_are(review: Clone, run: Run, tmp_path: Path) -> None:
    """In letters, tables and pages: what somebody took back is no decision of the authors, and her reason is told."""
    gone = remark(run, review, "comment", "records", "-m", "Also at weekends?", who=SOUTHMERE)
    ask(run, review, "withdraw", gone, "-m", "Found it.", who=SOUTHMERE)
    ask(run, review, "submit", who=SOUTHMERE)
    asked = remark(run, review, "comment", "records", "-m", "Give an example.", who=SOUTHMERE)
    ask(run, review, "reply", asked, "-m", "Which one would help?")
    ask(run, review, "submit")
    name = SOUTHMERE[0]
    ask(run, review, "export", "letters", str(tmp_path / "letters"), "--organisation", "southmere")
    letter = (tmp_path / "letters" / "southmere.md").read_text("utf-8")
    assert f"Also at weekends? Withdrawn by {name}: Found it." in letter
    assert "We: Withdrawn" not in letter
    assert "Policy Officer" in letter
    assert "answered: “Which one would help?”" in letter
    ask(run, review, "export", "csv", str(tmp_path / "t.csv"), "--organisation", "southmere")
    table = (tmp_path / "t.csv").read_text("utf-8-sig")
    assert f"{name}: Withdrawn: Found it." in table
    assert "Policy Officer: Which one would help?" in table
    assert ask(run, review, "import", str(tmp_path / "t.csv"), "--as", f"{name} <{SOUTHMERE[1]}>")["left_out"] == []
    ask(run, review, "export", "html", str(tmp_path / "p.html"), "--organisation", "southmere")
    page = (tmp_path / "p.html").read_text("utf-8")
    assert f"<strong>{name}:</strong> Withdrawn: Found it." in page


def test_a_suggestion_of_a_break_alone_is_told_in_words(review: Clone, run: Run, tmp_path: Path) -> None:
    """A paragraph that is split, or two that are joined, shows no empty quote."""
    text = review.read("policy/principles.md")
    first = next(line for line in text.split("\n\n") if ". " in line)
    word = first[: first.index(". ") + 1].split()[-1]
    remark(run, review, "suggest", "principles", "--after", word, "--insert", "\n\n", who=SOUTHMERE)
    ask(run, review, "export", "letters", str(tmp_path / "letters"), "--organisation", "southmere")
    letter = (tmp_path / "letters" / "southmere.md").read_text("utf-8")
    assert "Proposed: Begin a new paragraph after “" in letter


def test_a_letter_between_releases_has_numbers_position_and_what_needs_no_change(
    review: Clone, run: Run, tmp_path: Path
) -> None:
    """Only numbers that a committed disposition gave; a section that is gone by its title; thanks are no refusal."""
    review.commit_file("policy/forum.md", "# Forums\n\nOfficers must not edit an article.\n", "Add")
    remark(run, review, "comment", "forum", "--quote", "an article", "-m", "And a picture?")
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    thanks = remark(run, review, "comment", "records", "-m", "On our wall.")
    ask(run, review, "note", thanks, "-m", "Thank you.")
    submitted(run, review, "signoff", "objection", "-m", "Name an owner.", who=NORTHVALE)
    review.git("rm", "-q", "policy/forum.md")
    review.git("commit", "-qm", "Take the forums out")
    assert run(review, "export", "letters", str(tmp_path / "letters"))[0] == 0
    letter = (tmp_path / "letters" / "northvale.md").read_text("utf-8")
    assert "**1, “Forums” (no section of the text any more)**" in letter
    assert "**Records**" in letter
    assert "What would clear your objection: “Name an owner.”" in letter
    assert "It stands on record until you take it back." in letter
    noted = letter[letter.index("## Answered, noted or taken back") : letter.index("## What we have still to decide")]
    assert "On our wall." in noted
    assert "## What you said, and we did not" not in letter
