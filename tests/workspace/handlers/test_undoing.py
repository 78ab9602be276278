"""`undo` takes out exactly the words that a decision put in, wherever they are by now, or says why not."""

from pathlib import Path

from tests.acting import accepted, ask, picture, refused, suggestion, thread_of, unchanged
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run

PATH = "policy/principles.md"


def test_a_renamed_section_is_followed(review: Clone, run: Run) -> None:
    """The words are taken out of the file that holds them now."""
    before = review.read(PATH)
    thread = accepted(run, review, "must think", "think twice")
    review.git("mv", PATH, "policy/values.md")
    review.commit("Rename")
    ask(run, review, "undo", thread)
    assert review.read("policy/values.md") == before
    assert review.git("status", "--porcelain") == ""
    assert thread_of(run, review, thread)["state"] == "open"


def test_words_that_changed_under_a_new_name_conflict(review: Clone, run: Run) -> None:
    """What the decision put in and somebody changed since is nobody's to take out unseen."""
    thread = accepted(run, review, "must think", "think twice")
    review.git("mv", PATH, "policy/values.md")
    review.commit_edit("policy/values.md", "think twice", "think again", "Rename and reword")
    with unchanged(review):
        assert "changed since" in refused(run, review, "undo", thread, code=3)


def test_a_place_that_holds_other_words_is_refused(review: Clone, run: Run) -> None:
    """A decision whose own commit does not hold its words where it says takes nothing out of the text."""
    thread = accepted(run, review, "must think", "think twice")
    path = review.git("diff", "--name-only", "HEAD~1", "HEAD", "--", "reviews")
    review.write(path, review.read(path).replace("think twice", "never think"))
    review.git("commit", "-q", "-a", "--amend", "--no-edit")
    with unchanged(review):
        assert "by hand" in refused(run, review, "undo", thread)


def test_contested_words_are_taken_out(review: Clone, run: Run) -> None:
    """Accepted here and declined there: undo takes the accepted words out and leaves the thread open."""
    before = review.read(PATH)
    thread = suggestion(run, review, "must think", "think twice")
    review.git("branch", "other")
    ask(run, review, "accept", thread)
    review.git("switch", "-q", "other")
    ask(run, review, "decline", thread, "-m", "No.")
    review.git("switch", "-q", "main")
    review.git("merge", "-q", "--no-edit", "other")
    assert thread_of(run, review, thread)["state"] == "contested"
    assert "think twice" in review.read(PATH)
    ask(run, review, "undo", thread)
    assert review.read(PATH) == before
    assert thread_of(run, review, thread)["state"] == "open"


def test_what_is_pending_outside_of_remarks_is_removed_by_its_id(review: Clone, run: Run) -> None:
    """A mark of reading and a position go without a trace while they are pending; once submitted they stay."""
    before = picture(review)
    for act in (("read", "principles"), ("signoff", "support")):
        saved = ask(run, review, *act, who=NORTHVALE)
        event = Path(saved["path"] if "path" in saved else saved["paths"][0]).stem
        ended, said, _ = run(review, "undo", event[-5:], who=NORTHVALE)
        assert (ended, "Removed what was pending" in said) == (0, True)
        assert picture(review) == before
    ask(run, review, "read", "principles", who=NORTHVALE)
    event = next((review.path / "reviews" / "reads").glob("*.toml")).stem
    assert "There is no thread" in refused(run, review, "undo", event, who=SOUTHMERE)
    ask(run, review, "submit", who=NORTHVALE)
    assert "There is no thread" in refused(run, review, "undo", event, who=NORTHVALE)
