"""Of which kind a suggestion comes in whose file names none: what changes a duty is no wording."""

import pytest

from reviewtui.domain.actions.remarks.remarking import suggested_kind
from tests.acting import ask
from tests.conftest import Clone, Run

_TEXT = "# Tone\n\nOther words.\n\nOfficers must answer in two working days.\n\nMore.\n"


@pytest.mark.parametrize(
    ("words", "come", "kind"),
    [
        ("must", "should", "substance"),
        ("two", "three", "substance"),
        ("Officers must answer in two working days.", "", "substance"),
        ("must answer", "have to answer", "wording"),
    ],
)
def test_a_change_is_judged_in_its_block(words: str, come: str, kind: str) -> None:
    """A duty, a number and a sentence that goes are of substance; what the list knows as editorial is wording."""
    start = _TEXT.index(words)
    assert suggested_kind(_TEXT, (start, start + len(words)), come, "en-GB") == kind


_UNSEEN = (
    "---\nstatus: draft\n---\n# Halls\n\nHire of the hall.[^1] See [the tariff].\n\n```\nrm -f notes\n```\n\n"
    "[the tariff]: https://fees.example/2025\n\n[^1]: Not on Sundays.\n"
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("words", "come"),
    [("draft", "final"), ("fees.example/2025", "b.example/2026"), ("-f", "-rf"), ("hall.[^1]", "hall.")],
)
def test_what_stands_in_no_prose_is_no_wording(words: str, come: str, end: str) -> None:
    """The settings of a page, the target of a link, code and the mark of a note say something all the same."""
    text = _UNSEEN.replace("\n", end)
    start = text.index(words)
    assert suggested_kind(text, (start, start + len(words)), come, "en-GB") == "substance"


def test_a_weakened_duty_comes_in_as_substance(review: Clone, run: Run) -> None:
    """It is told before anything is taken, and stands so in the record."""
    file = review.path.parent / "back.md"
    ask(run, review, "export", "criticmarkup", str(file))
    file.write_text(file.read_text("utf-8").replace("must think", "{~~must~>should~~} think"), "utf-8")
    told = run(review, "import", str(file), "--as", "Pat Adviser <pat@southmere.example>", "--dry-run")[1]
    assert "substance" in told
    ask(run, review, "import", str(file), "--as", "Pat Adviser <pat@southmere.example>", "--yes")
    assert [row["kind"] for row in ask(run, review, "threads")["threads"]] == ["substance"]
