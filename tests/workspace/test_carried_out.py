"""Whether accepted words are still in the text is judged where they were put, in the version at hand."""

from tests.acting import ask, suggestion, thread_of
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, Run

PATH = "policy/principles.md"


def flagged(run: Run, clone: Clone, thread: str) -> bool:
    """Say whether a thread has the flag `not-in-text`."""
    return "not-in-text" in thread_of(run, clone, thread)["flags"]


def replace(clone: Clone, old: str, new: str, path: str = PATH, who: tuple[str, str] = NORTHVALE) -> None:
    """Change words of the text and commit that as somebody."""
    text = clone.read(path)
    assert old in text
    clone.write(path, text.replace(old, new))
    clone.commit("Change", who=who)


def test_a_small_word_is_missed_though_it_stands_elsewhere(review: Clone, run: Run) -> None:
    """An accepted “must” that a reviewer made “may” again is missed, whatever other sentences say."""
    thread = suggestion(run, review, "should", "must")
    ask(run, review, "accept", thread)
    assert not flagged(run, review, thread)
    replace(review, "Officers must ask", "Officers may ask")
    assert "must think" in review.read(PATH)
    assert flagged(run, review, thread)


def test_the_same_words_in_another_file_do_not_count(review: Clone, run: Run) -> None:
    """Accepted words that were taken out are missed though another section says the same of something else."""
    thread = suggestion(run, review, "before they post anything", "before anything is written")
    ask(run, review, "accept", thread)
    replace(review, "before anything is written", "at some time")
    replace(review, "They are kept", "They are kept before anything is written and", "policy/records.md", SOUTHMERE)
    assert flagged(run, review, thread)


def test_words_that_only_moved_are_there(review: Clone, run: Run) -> None:
    """Surroundings that change, and a section that gets another name, take no words out of the text."""
    thread = suggestion(run, review, "should ask", "must ask")
    ask(run, review, "accept", thread)
    replace(review, "# Principles", "# The principles by which we write")
    assert not flagged(run, review, thread)
    review.git("mv", PATH, "policy/values.md")
    review.commit("Rename", who=NORTHVALE)
    assert not flagged(run, review, thread)


def test_a_deletion_that_came_back(review: Clone, run: Run) -> None:
    """Words that were deleted by decision are missed from the gap when they stand there again."""
    thread = suggestion(run, review, " if in doubt", "")
    ask(run, review, "accept", thread)
    assert not flagged(run, review, thread)
    replace(review, "communications team.", "communications team if in doubt.")
    assert flagged(run, review, thread)


def test_an_older_version_is_not_asked_for_later_decisions(review: Clone, run: Run) -> None:
    """A version that was made before a decision cannot hold its words, and nothing is missing from it."""
    review.git("tag", "-a", "-m", "0.1", "0.1")
    thread = suggestion(run, review, "must think", "think twice")
    ask(run, review, "accept", thread)
    from reviewtui.workspace.workspace import Workspace

    assert Workspace.open(review.path).load("0.1").flags == {}
    replace(review, "think twice", "must think")
    assert Workspace.open(review.path).load("0.1").flags == {}
    assert thread in Workspace.open(review.path).load("HEAD").flags
