"""Whether accepted words are still in the text is judged where they were put, in the version at hand."""

from tests.acting import accepted, thread_of
from tests.conftest import NORTHVALE, OFFICER, SOUTHMERE, Clone, Run

PATH = "policy/principles.md"


def flagged(run: Run, clone: Clone, thread: str) -> bool:
    """Say whether a thread has the flag `not-in-text`."""
    return "not-in-text" in thread_of(run, clone, thread)["flags"]


def test_a_small_word_is_missed_though_it_stands_elsewhere(review: Clone, run: Run) -> None:
    """An accepted “must” that a reviewer made “may” again is missed, whatever other sentences say."""
    thread = accepted(run, review, "should", "must")
    assert not flagged(run, review, thread)
    review.commit_edit(PATH, "Officers must ask", "Officers may ask", who=NORTHVALE)
    assert "must think" in review.read(PATH)
    assert flagged(run, review, thread)


def test_the_same_words_in_another_file_do_not_count(review: Clone, run: Run) -> None:
    """Accepted words that were taken out are missed though another section says the same of something else."""
    thread = accepted(run, review, "before they post anything", "before anything is written")
    review.commit_edit(PATH, "before anything is written", "at some time", who=NORTHVALE)
    review.commit_edit(
        "policy/records.md", "They are kept", "They are kept before anything is written and", who=SOUTHMERE
    )
    assert flagged(run, review, thread)


def test_words_that_only_moved_are_there(review: Clone, run: Run) -> None:
    """Surroundings that change, and a section that gets another name, take no words out of the text."""
    thread = accepted(run, review, "should ask", "must ask")
    review.commit_edit(PATH, "# Principles", "# The principles by which we write", who=NORTHVALE)
    assert not flagged(run, review, thread)
    review.git("mv", PATH, "policy/values.md")
    review.commit("Rename", who=NORTHVALE)
    assert not flagged(run, review, thread)


def test_a_deletion_that_came_back(review: Clone, run: Run) -> None:
    """Words that were deleted by decision are missed from the gap when they stand there again."""
    thread = accepted(run, review, " if in doubt", "")
    assert not flagged(run, review, thread)
    review.commit_edit(PATH, "communications team.", "communications team if in doubt.", who=NORTHVALE)
    assert flagged(run, review, thread)


def test_an_older_version_is_not_asked_for_later_decisions(review: Clone, run: Run) -> None:
    """A version that was made before a decision cannot hold its words, and nothing is missing from it."""
    review.git("tag", "-a", "-m", "0.1", "0.1")
    thread = accepted(run, review, "must think", "think twice")
    from reviewtui.workspace.workspace import Workspace

    assert Workspace.open(review.path).load("0.1").flags == {}
    review.commit_edit(PATH, "think twice", "must think", who=NORTHVALE)
    assert Workspace.open(review.path).load("0.1").flags == {}
    assert thread in Workspace.open(review.path).load("HEAD").flags


def test_an_author_who_works_elsewhere_clears_nothing(review: Clone, run: Run) -> None:
    """Words that a reviewer took out stay missed while authors edit other passages, and no longer once they edit these.

    A merge that takes one side as it is edits nothing.
    """
    thread = accepted(run, review, "must think", "think twice")
    review.commit_edit(PATH, "think twice", "must think", who=NORTHVALE)
    review.commit_edit(PATH, "Be kind.", "Be kind to all.", who=OFFICER)
    assert flagged(run, review, thread)
    review.git("checkout", "-q", "-b", "side", "HEAD~1")
    review.commit_edit("policy/records.md", "Posts are", "All posts are", who=NORTHVALE)
    review.git("checkout", "-q", "main")
    review.git("merge", "-q", "--no-edit", "side", who=OFFICER)
    assert flagged(run, review, thread)
    review.commit_edit(PATH, "must think before", "must pause before", who=OFFICER)
    assert not flagged(run, review, thread)


def test_a_section_that_an_author_takes_away_or_renames(review: Clone, run: Run) -> None:
    """Deleting the section is the author's to do; in a renamed one the words are still looked for."""
    thread = accepted(run, review, "should ask", "must ask")
    review.git("mv", PATH, "policy/values.md")
    review.commit("Rename", who=OFFICER)
    assert not flagged(run, review, thread)
    review.commit_edit("policy/values.md", "must ask", "should ask", who=NORTHVALE)
    review.commit_edit("policy/values.md", "Be kind.", "Be kind to all.", who=OFFICER)
    assert flagged(run, review, thread)
    review.commit_edit("policy/values.md", "should ask", "may ask", who=OFFICER)
    assert not flagged(run, review, thread)
    review.git("rm", "-q", "policy/values.md")
    review.commit("Drop it", who=OFFICER)
    assert not flagged(run, review, thread)


def test_an_edit_that_never_was(review: Clone, run: Run) -> None:
    """A decision that claims words which its commit does not hold is missed, whoever edits the file later."""
    thread = accepted(run, review, "must think", "think twice")
    review.git("reset", "-q", "--soft", "HEAD~1")
    review.git("checkout", "-q", "HEAD", "--", PATH)
    review.commit("Accept it")
    assert flagged(run, review, thread)
    review.commit_edit(PATH, "Be kind.", "Be kind to all.", who=OFFICER)
    assert flagged(run, review, thread)


def test_words_beside_which_others_changed_are_there(review: Clone, run: Run) -> None:
    """Sentences that were put in stand there where an edit moved them, also when others like them took their place."""
    new = " if in doubt. Threats must be reported to the police. A copy must be kept for six months."
    like = " if in doubt. Threats must be reported to the police on the same day. A copy must be kept for one year."
    thread = accepted(run, review, " if in doubt.", new)
    text = review.read(PATH).replace(new, like)
    review.write(PATH, f"{text}\n# Threats\n\nElsewhere{new}\n")
    review.commit(who=NORTHVALE)
    assert not flagged(run, review, thread)
