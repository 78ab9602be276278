"""Whether accepted words are still in the text is judged where they were put, in the version at hand."""

from tests.acting import ask, suggestion, thread_of
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run

PATH = "policy/principles.md"


def flagged(run: Run, clone: Clone, thread: str) -> bool:
    """Say whether a thread has the flag `not-in-text`."""
    return "not-in-text" in thread_of(run, clone, thread)["flags"]


def replace(clone: Clone, old: str, new: str, path: str = PATH, who: tuple[str, str] = NORTHVALE) -> None:
    """Change words of the text and commit that as somebody."""
    text = clone.read(path)
    assert old in text
    clone.commit_file(path, text.replace(old, new), "Change", who=who)


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


def test_an_author_who_works_elsewhere_clears_nothing(review: Clone, run: Run) -> None:
    """Words that a reviewer took out stay missed while authors edit other passages, and no longer once they edit these.

    A merge that takes one side as it is edits nothing.
    """
    thread = suggestion(run, review, "must think", "think twice")
    ask(run, review, "accept", thread)
    replace(review, "think twice", "must think")
    replace(review, "Be kind.", "Be kind to all.", who=OFFICER)
    assert flagged(run, review, thread)
    review.git("checkout", "-q", "-b", "side", "HEAD~1")
    replace(review, "Posts are", "All posts are", "policy/records.md", NORTHVALE)
    review.git("checkout", "-q", "main")
    review.git("merge", "-q", "--no-edit", "side", who=OFFICER)
    assert flagged(run, review, thread)
    replace(review, "must think before", "must pause before", who=OFFICER)
    assert not flagged(run, review, thread)


def test_a_section_that_an_author_takes_away_or_renames(review: Clone, run: Run) -> None:
    """Deleting the section is the author's to do; in a renamed one the words are still looked for."""
    thread = suggestion(run, review, "should ask", "must ask")
    ask(run, review, "accept", thread)
    review.git("mv", PATH, "policy/values.md")
    review.commit("Rename", who=OFFICER)
    assert not flagged(run, review, thread)
    replace(review, "must ask", "should ask", "policy/values.md")
    replace(review, "Be kind.", "Be kind to all.", "policy/values.md", OFFICER)
    assert flagged(run, review, thread)
    replace(review, "should ask", "may ask", "policy/values.md", OFFICER)
    assert not flagged(run, review, thread)
    review.git("rm", "-q", "policy/values.md")
    review.commit("Drop it", who=OFFICER)
    assert not flagged(run, review, thread)


def test_an_edit_that_never_was(review: Clone, run: Run) -> None:
    """A decision that claims words which its commit does not hold is missed, whoever edits the file later."""
    thread = suggestion(run, review, "must think", "think twice")
    ask(run, review, "accept", thread)
    review.git("reset", "-q", "--soft", "HEAD~1")
    review.git("checkout", "-q", "HEAD", "--", PATH)
    review.commit("Accept it")
    assert flagged(run, review, thread)
    replace(review, "Be kind.", "Be kind to all.", who=OFFICER)
    assert flagged(run, review, thread)


def test_words_beside_which_others_changed_are_there(review: Clone, run: Run) -> None:
    """Sentences that were put in stand there whatever an edit did around them, also where others are like them."""
    new = " Threats must be reported to the police. A copy must be kept for six months."
    thread = suggestion(run, review, " if in doubt.", f" if in doubt.{new}")
    ask(run, review, "accept", thread)
    like = " Threats must be reported to the police on the same day. A copy must be kept for one year."
    replace(review, "# Principles\n", f"# Principles\n\nBe calm.{like} Think.\n")
    assert not flagged(run, review, thread)
