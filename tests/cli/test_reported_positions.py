"""What partners without git say reaches the record as reported: positions and readings, with what they rest on."""

import hashlib

import pytest

from reviewtui.domain.review.organisations.participation import participations
from reviewtui.views.readiness.participation_grid import GridRow, grid_rows
from reviewtui.views.styled_text import words_of
from reviewtui.workspace.workspace import Workspace
from tests.acting import ask, gate_of, refused, submitted
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run

NOOR = f"{NORTHVALE[0]} <{NORTHVALE[1]}>"


@pytest.fixture
def mail(review: Clone) -> str:
    """A mail as a file outside the policy."""
    path = review.path.parent / "answer.eml"
    path.write_text("From: partner\n\nWe have no objection.\n", encoding="utf-8")
    return str(path)


def test_a_position_by_mail_counts_and_is_shown_as_reported(review: Clone, run: Run, mail: str) -> None:
    """The record keeps who wrote it, who brought it in, and the digest of the mail; every view says so."""
    made = submitted(run, review, "signoff", "no-objection", "--on-behalf-of", NOOR, "--source", mail)
    content = review.read(made["path"])
    digest = hashlib.sha256((review.path.parent / "answer.eml").read_bytes()).hexdigest()
    assert f'digest = "sha256:{digest}"' in content
    assert ('format = "mail"' in content, f'recorded_by = "{OFFICER[0]}' in content) == (True, True)
    stated = [str(row["text"]) for row in gate_of(run, review, "signoffs")["evidence"]]  # type: ignore[attr-defined]
    assert any(f"reported by {OFFICER[0]}" in text for text in stated)
    row = next(row for row in ask(run, review, "organisation", "list")["organisations"] if row["id"] == "northvale")
    assert (row["position"], row["reported_by"]) == ("no-objection", f"{OFFICER[0]} <{OFFICER[1]}>")
    assert f"reported by {OFFICER[0]}" in run(review, "organisation", "list")[1]
    assert ask(run, review, "verify")["ok"]
    report = run(review, "report")[1]
    assert report.count(f"no objection, reported by {OFFICER[0]}") == 3


def test_what_an_author_states_in_a_partners_name_is_no_position(review: Clone, run: Run, mail: str) -> None:
    """Not from the author's own address, which the settings give to the organisation; reported, it counts as that."""
    ask(run, review, "signoff", "support", who=NORTHVALE)
    ask(run, review, "organisation", "add", "northvale", "--name", "Northvale Council", "--address", OFFICER[1])
    for pending in review.git("ls-files", "--others", "--", "reviews/signoffs").splitlines():
        review.write(pending, review.read(pending).replace(NORTHVALE[1], OFFICER[1]))
    review.commit("Support the text")
    missing = [str(row["text"]) for row in gate_of(run, review, "signoffs")["evidence"]]  # type: ignore[attr-defined]
    assert any("has not signed off" in text and "Northvale" in text for text in missing)
    assert "author" in ask(run, review, "verify", code=1)["findings"][0]["reason"]
    assert "--on-behalf-of" in refused(run, review, "signoff", "support")
    submitted(run, review, "signoff", "support", "--on-behalf-of", NOOR, "--source", mail)
    stated = [str(row["text"]) for row in gate_of(run, review, "signoffs")["evidence"]]  # type: ignore[attr-defined]
    assert any(f"reported by {OFFICER[0]}" in text for text in stated)


def test_the_grid_marks_what_was_reported(review: Clone, run: Run, mail: str) -> None:
    """With a sign in the cell, in words for the marked row, and in the legend only where there is some."""
    space = Workspace.open(review.path)

    def grid() -> tuple[GridRow, ...]:
        draft = space.load()
        return tuple(grid_rows(draft, participations(draft, space.today)))

    assert "reported" not in words_of([grid()[1].line])
    submitted(run, review, "signoff", "support", "--on-behalf-of", NOOR, "--source", mail)
    rows = grid()
    signs, row = rows[1], next(row for row in rows if row.said.startswith("northvale"))
    assert "r reported by somebody else" in words_of([signs.line])
    assert "\u271ar" in words_of([row.line])
    assert f"northvale: supports, reported by {OFFICER[0]}" in row.said


def test_a_reported_position_is_about_the_version_that_was_seen(review: Clone, run: Run, mail: str) -> None:
    """A mail about an older version leaves what changed since unsigned."""
    then = review.git("rev-parse", "HEAD").strip()
    review.commit_file("policy/records.md", "# Records\n\nPosts must be kept for six years.\n", "Other words")
    submitted(run, review, "signoff", "support", "--on-behalf-of", NOOR, "--source", mail, "--at", then)
    texts = [str(row["text"]) for row in gate_of(run, review, "signoffs")["evidence"]]  # type: ignore[attr-defined]
    assert any("older text of policy/records.md" in text for text in texts)


def test_a_reported_reading_counts_for_coverage(review: Clone, run: Run, mail: str) -> None:
    """What somebody has read on paper is read by their organisation."""
    submitted(run, review, "read", "--on-behalf-of", NOOR, "--source", mail)
    texts = [str(row["text"]) for row in gate_of(run, review, "coverage")["evidence"]]  # type: ignore[attr-defined]
    assert all("read by Northvale Council (1 of 2)" in text for text in texts)


@pytest.mark.parametrize(
    "given",
    [
        (OFFICER, (), "--source FILE"),
        (OFFICER, ("--source", "nowhere.eml"), "is no file"),
        (SOUTHMERE, ("--source", "MAIL"), "Only an author or a consolidator"),
        (OFFICER, ("--source", "MAIL", "--sign"), "not yours to sign"),
    ],
)
def test_what_cannot_be_reported_is_refused(
    review: Clone, run: Run, mail: str, given: tuple[tuple[str, str], tuple[str, ...], str]
) -> None:
    """Without a source, by somebody who may not, or with a signature."""
    who, extra, words = given
    options = tuple(mail if each == "MAIL" else each for each in extra)
    line = refused(run, review, "signoff", "support", "--on-behalf-of", NOOR, *options, who=who)
    assert words in line


def test_nobody_reports_for_strangers_or_authors(review: Clone, run: Run, mail: str) -> None:
    """An address in no organisation has no position; an author states their own."""
    stranger = refused(run, review, "signoff", "support", "--on-behalf-of", "X <x@far.example>", "--source", mail)
    assert "speaks for no organisation" in stranger
    ask(run, review, "organisation", "add", "council", "--name", "The Council", "--address", OFFICER[1])
    own = refused(run, review, "signoff", "support", "--on-behalf-of", f"{OFFICER[0]} <{OFFICER[1]}>", "--source", mail)
    assert "for whom nobody reports" in own


def test_a_reported_position_does_not_count_where_signatures_are_required(review: Clone, run: Run, mail: str) -> None:
    """It is refused when it is made, and has no effect when the rule came later."""
    review.commit_edit("reviews/settings.toml", 'target = "1.0"', 'target = "1.0"\nsignatures = "required"')
    assert "ask for signatures" in refused(run, review, "signoff", "support", "--on-behalf-of", NOOR, "--source", mail)
