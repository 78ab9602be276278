"""The documents that a release leaves in reviews/releases."""

import pytest

from reviewtui.exchange.markdown_escaping import address, plain
from tests.acting import ask, refused, remark, suggestion
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run

EVIL = "See <script>x</script> | [here](javascript:x) https://bad.example *now*\u202e"


def released(review: Clone, run: Run) -> Clone:
    """Release 0.9, remark, decide, change a rule, and release 1.0 over its gates."""
    ask(run, review, "release", "0.9", "--override", "For the partners.")
    ask(run, review, "accept", suggestion(run, review, "within two working days", "within five working days"))
    ask(run, review, "decline", remark(run, review, "comment", "records", "-m", EVIL), "-m", "No | need.")
    review.write("policy/log.md", "# Log\n\nOfficers must keep a log.\n")
    settings = review.read("reviews/settings.toml")
    review.write("reviews/settings.toml", settings + '\n[[sources]]\ntitle = "Code"\nurl = "https://code.example/a"\n')
    review.commit("Add a log")
    ask(run, review, "release", "1.0", "--override", "The cabinet meets.")
    return review


def test_each_document_says_what_happened(review: Clone, run: Run) -> None:
    """Change log by class, disposition, you said we did, acknowledgements and a letter to each partner."""
    clone = released(review, run)
    assert ask(run, clone, "verify")["ok"]
    folder = "reviews/releases/1.0"
    changes = clone.read(f"{folder}/CHANGELOG.md")
    assert "“two” became “five”" in changes
    assert "## New sections\n\n- Log" in changes
    assert "The cabinet meets." in changes
    table = clone.read(f"{folder}/disposition.md").splitlines()
    assert sum(line.startswith("| ") for line in table) == 3
    assert any("Declined: No \\| need." in line and "Northvale Council" in line for line in table)
    assert "1 changed the text" in clone.read(f"{folder}/you-said-we-did.md")
    acknowledgements = clone.read(f"{folder}/acknowledgements.md")
    assert "J. Reviewer" in acknowledgements
    assert "<https://code.example/a>" in acknowledgements
    assert "You made 2 remarks" in clone.read(f"{folder}/letters/northvale.md")
    assert "You made no remarks" in clone.read(f"{folder}/letters/southmere.md")
    assert "first release" in clone.read("reviews/releases/0.9/CHANGELOG.md")
    assert clone.git("show", "--format=", "--name-only", "1.0^{commit}").count("reviews/releases/") == 7


def test_words_of_others_stay_words(review: Clone, run: Run) -> None:
    """No tag, link, table cell or invisible character of a remark gets into a document as such."""
    clone = released(review, run)
    for path in (clone.path / "reviews" / "releases" / "1.0").rglob("*.md"):
        text = path.read_text("utf-8")
        assert "<script" not in text
        assert "[here](javascript" not in text
        assert "https://bad" not in text
        assert "\u202e" not in text
    row = next(line for line in clone.read("reviews/releases/1.0/disposition.md").splitlines() if "script" in line)
    assert row.replace("\\|", "").count("|") == 7


def test_what_the_release_before_had_is_left_out(review: Clone, run: Run) -> None:
    """Remarks that were decided before the last release are in that one's documents."""
    ask(run, review, "decline", remark(run, review, "comment", "-m", "Early."), "-m", "No.")
    ask(run, review, "release", "0.9", "--override", "Now.")
    assert "Early." in review.read("reviews/releases/0.9/disposition.md")
    ask(run, review, "release", "1.0", "--override", "Now.")
    assert "Early." not in review.read("reviews/releases/1.0/disposition.md")


def test_hidden_words_stay_hidden(review: Clone, run: Run) -> None:
    """A redacted remark is in no document."""
    thread = remark(run, review, "comment", "-m", "Her name is Ann.", who=SOUTHMERE)
    ask(run, review, "redact", thread, "-m", "It names a person.")
    ask(run, review, "submit")
    ask(run, review, "release", "0.9", "--override", "Now.")
    papers = (review.path / "reviews" / "releases" / "0.9").rglob("*.md")
    assert not any("Ann" in path.read_text("utf-8") for path in papers)


def test_a_release_is_judged_with_its_remarks_in_place(review: Clone, run: Run) -> None:
    """Words that an accepted suggestion lost keep the gate `carried-out` shut for `release` as for `ready`."""
    ask(run, review, "accept", suggestion(run, review, "must think", "think twice"))
    review.write("policy/principles.md", review.read("policy/principles.md").replace("think twice", "must think"))
    review.commit("Put it back", who=NORTHVALE)
    assert "carried-out" in refused(run, review, "release", "1.0")


@pytest.mark.parametrize(
    ("url", "shown"), [("https://a.example/x", "<https://a.example/x>"), ("javascript:x", "javascript:x")]
)
def test_only_web_addresses_become_links(url: str, shown: str) -> None:
    """A source's address that is none stays text."""
    assert address(url) == shown
    assert plain("a|b") == "a\\|b"
