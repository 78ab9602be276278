"""A letter says to each organisation what it said, what was done about it and why."""

from pathlib import Path

from tests.acting import ask, refused, remark
from tests.conftest import SOUTHMERE, Clone, Run


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
    assert "that is gone" not in letter
    assert letter.count("**Records") == 1, letter
