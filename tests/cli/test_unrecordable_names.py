"""A policy file whose name no record can hold stops nothing but what is about that file alone."""

import os

import pytest

from tests.conftest import NORTHVALE, Clone, Run

ODD, SHOWN = b"policy/caf\xe9.md", "policy/caf\u2039U+DCE9\u203a.md"


@pytest.fixture
def odd(review: Clone) -> Clone:
    """A review in which a file of such a name was added."""
    (review.path / os.fsdecode(ODD)).write_bytes(b"# Tea\n\nOfficers must ask.\n")
    review.commit("Add a file")
    return review


def test_a_position_on_all_covers_what_can_be_named_and_says_what_not(odd: Clone, run: Run) -> None:
    """The position counts for three texts; the fourth is named here, and the gate asks for it as before."""
    code, out, err = run(odd, "signoff", "support", who=NORTHVALE)
    assert (code, "3 texts" in out) == (0, True)
    assert f"'{SHOWN}' (its name is not UTF-8)" in err
    run(odd, "submit", who=NORTHVALE)
    assert f"has not signed off {SHOWN}" in run(odd, "ready")[1]


def test_reading_all_reads_the_others(odd: Clone, run: Run) -> None:
    """The same with reads, and what names the file alone is refused with its name."""
    code, out, err = run(odd, "read", who=NORTHVALE)
    assert (code, "3 sections" in out, SHOWN in err) == (0, True, True)
    assert run(odd, "signoff", "support", "--section", "Tea", who=NORTHVALE)[0] == 2


def test_it_can_be_released(odd: Clone, run: Run) -> None:
    """What the gates say of it stands in the release in a form that can be recorded."""
    assert run(odd, "release", "0.9", "--override", "The name is mended later.")[0] == 0
    assert run(odd, "verify")[0] == 0


def test_what_is_said_about_it_comes_in_as_words_about_the_whole(odd: Clone, run: Run) -> None:
    """A suggestion in it cannot be one of the record, but its words are not lost, and the preview says so."""
    assert run(odd, "export", "criticmarkup", str(odd.path.parent / "sent.md"))[0] == 0
    file = odd.path.parent / "back.md"
    text = (odd.path.parent / "sent.md").read_text("utf-8").replace("must ask", "{~~must~>may~~}{>>@J. Reviewer: x<<}")
    file.write_text(text, "utf-8")
    person = "J. Reviewer <reviewer@northvale.example>"
    code, out, _ = run(odd, "import", str(file), "--as", person, "--yes")
    assert (code, "its name is not UTF-8" in out) == (0, True)
    shown = run(odd, "threads")[1]
    assert f"In '{SHOWN}', about “must”" in shown
    assert run(odd, "import", str(file), "--as", person, "--yes")[1].count("Nothing new") == 1
