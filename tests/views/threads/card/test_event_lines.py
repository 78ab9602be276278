"""The thread as plain lines and the thread as a card are two ways to set the same rows."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from reviewtui.domain.person import Person
from reviewtui.views.styled_text import words_of
from reviewtui.views.threads.card.conversation_lines import conversation_lines
from reviewtui.views.threads.card.event_lines import event_rows
from reviewtui.views.threads.card.place_rows import place_rows
from reviewtui.views.threads.card.thread_card import card_lines
from reviewtui.views.threads.thread_rows import marks
from reviewtui.workspace.workspace import Workspace
from tests.conftest import NORTHVALE, OFFICER, Clone, Run

_SENTENCE = "Officers must think before they post anything."
_BETTER = "Officers must ask a colleague before they post anything."


def _both(review: Clone, thread: str) -> tuple[str, str]:
    draft = replace(Workspace.open(review.path).load(), me=Person(*OFFICER))
    found = draft.review.threads[thread]
    card = words_of(card_lines(draft, found, datetime.now(UTC)))
    return "\n".join(conversation_lines(draft, found)), card


def _marks(review: Clone) -> str:
    """Return the state of all threads in words, as lists and the first line of a thread tell it."""
    draft = Workspace.open(review.path).load()
    return "\n".join(marks(draft, thread) for thread in draft.review.threads.values())


def test_both_say_each_event_in_the_same_words(review: Clone, run: Run) -> None:
    """Whatever was done in a thread is called by one name on both sides."""
    _, out, _ = run(review, "comment", "principles", "--whole", "-m", "Who is it for?", "--json")
    thread = json.loads(out)["thread"]
    run(review, "submit")
    run(review, "reply", thread, "-m", "For everybody.")
    run(review, "submit")
    run(review, "note", thread, "-m", "Noted.")
    draft = Workspace.open(review.path).load()
    told = [row.does for row in event_rows(draft, draft.review.threads[thread].entries)]
    assert told == ["remarks", "replies", "decides: noted"]
    for side in _both(review, thread):
        assert all(does in side for does in told[1:])


def test_both_show_every_passage(review: Clone, run: Run) -> None:
    """A remark about two passages that contradict each other shows both, not only the first."""
    one, two = "two years", "two working days"
    said = ("comment", "records", "--quote", one, "--also", "principles", "--also-quote", two, "-m", "Which?")
    thread = json.loads(run(review, *said, "--json")[1])["thread"]
    draft = Workspace.open(review.path).load()
    assert [row.words for row in place_rows(draft, draft.review.threads[thread])] == [one, two]
    for side in _both(review, thread):
        assert one in side
        assert two in side


def test_an_agreed_change_without_words_says_how_it_is_done(review: Clone, run: Run) -> None:
    """Who accepted a comment reads how to say that the change was made, until it is said; a reviewer does not."""
    _, out, _ = run(review, "comment", "principles", "--whole", "-m", "Name somebody to ask.", "--json", who=NORTHVALE)
    thread = json.loads(out)["thread"]
    run(review, "submit", who=NORTHVALE)
    assert "reviewtui done" not in "".join(_both(review, thread))
    run(review, "accept", thread, "-m", "Yes.")
    for side in _both(review, thread):
        assert f"reviewtui done {thread[-4:]} --commit C" in side
    assert "reviewtui done" not in run(review, "show", thread, who=NORTHVALE)[1]
    review.write("policy/principles.md", review.read("policy/principles.md") + "\nAsk the editor.\n")
    assert run(review, "done", thread, "--commit", review.commit("Name the editor"))[0] == 0
    assert "reviewtui done" not in "".join(_both(review, thread))


def _accepted(review: Clone, run: Run) -> str:
    said = ("--quote", _SENTENCE, "--replace", _BETTER, "-m", "Thinking is silent.", "--json")
    thread = json.loads(run(review, "suggest", "principles", *said, who=NORTHVALE)[1])["thread"]
    run(review, "submit", who=NORTHVALE)
    assert run(review, "accept", thread, "-m", "Much better.")[0] == 0
    return thread


def test_words_that_a_decision_put_into_the_text_raise_no_alarm(review: Clone, run: Run) -> None:
    """What changed is the accepted suggestion itself: the card says so, and shows the change once."""
    sides = _both(review, _accepted(review, run))
    assert "meaning changed" not in _marks(review)
    for side in sides:
        assert "as decided" in side
        assert "\u26a0" not in side
        assert "something else now" not in side
    card = sides[1]
    assert card.count("before they post anything") == 2  # the passage, and one change of it
    assert "in the text: as suggested" in card


def test_words_that_changed_after_the_decision_still_raise_one(review: Clone, run: Run) -> None:
    """The duty that was accepted became a mere wish afterwards: that is no decision's doing."""
    thread = _accepted(review, run)
    review.commit_edit("policy/principles.md", "must ask a", "may ask a", "Only let them")
    assert "meaning changed" in _marks(review)
    for side in _both(review, thread):
        assert "as decided" not in side
    assert "\u26a0" in _both(review, thread)[1]


def test_what_was_said_and_decided_comes_before_the_change(review: Clone, run: Run) -> None:
    """On a low screen the reviewer's words and the author's answer are read first; whose is whose is told."""
    card = _both(review, _accepted(review, run))[1]
    assert card.startswith("accepted \u00b7 remark of J. Reviewer \u00b7 Northvale Council")
    assert card.index("Thinking is silent.") < card.index("Much better.") < card.index(_SENTENCE)


def test_revised_words_stand_at_their_date(review: Clone, run: Run) -> None:
    """A reply answers the words of its time: the first ones stand at the head, the revision tells its own."""
    thread = json.loads(run(review, "comment", "principles", "--whole", "-m", "Why?", "--json")[1])["thread"]
    run(review, "submit")
    run(review, "reply", thread, "-m", "Why not?")
    run(review, "revise", thread, "-m", "Why at all?")
    run(review, "submit")
    card = _both(review, thread)[1]
    assert card.count("Why at all?") == 1
    assert card.index("Why?") < card.index("revised since") < card.index("Why not?") < card.index("Why at all?")


def test_revised_suggestions_stand_at_their_date(review: Clone, run: Run) -> None:
    """What was suggested first is told at its date, what is suggested now at that of the revision."""
    said = ("--quote", "must think", "--replace", "must ask", "-m", "Thinking is silent.", "--json")
    thread = json.loads(run(review, "suggest", "principles", *said)[1])["thread"]
    run(review, "submit")
    run(review, "reply", thread, "-m", "Whom?")
    run(review, "revise", thread, "--replace", "must consult", "-m", "Thinking is silent.")
    run(review, "submit")
    card = _both(review, thread)[1]
    places = [card.index(words) for words in ("Thinking", "revised since", "ask", "Whom?", "consult")]
    assert places == sorted(places)
    assert (card.count("ask"), card.count("consult")) == (1, 1)


def test_other_suggested_words_do_not_say_the_remark_again(review: Clone, run: Run) -> None:
    """Only the suggestion was revised: the reason, which stayed, is not told a second time."""
    said = ("--quote", "must think", "--replace", "must ask", "-m", "Thinking is silent.", "--json")
    thread = json.loads(run(review, "suggest", "principles", *said)[1])["thread"]
    run(review, "submit")
    run(review, "revise", thread, "--replace", "must ask first", "-m", "Thinking is silent.")
    run(review, "submit")
    for side in _both(review, thread):
        assert side.count("Thinking is silent.") == 1
        assert "suggests other words, and says the same" in side


def test_a_decision_taken_back_says_nothing_of_the_text_as_it_is(review: Clone, run: Run) -> None:
    """Its words were taken out again: both say so, and the card does not show them as words of the text."""
    thread = _accepted(review, run)
    assert "taken back" not in "".join(_both(review, thread))
    assert run(review, "undo", thread)[0] == 0
    for side in _both(review, thread):
        assert "decides: accepted, taken back since" in side
    assert "in the text" not in _both(review, thread)[1]
    assert "taken back: " in _both(review, thread)[1]
    # What is decided anew is told as ever, and the earlier decision stays one that was taken back.
    assert run(review, "accept", thread, "-m", "After all.")[0] == 0
    card = _both(review, thread)[1]
    assert card.count("taken back since") == 1
    assert "in the text: as suggested" in card


def test_a_decision_opened_again_says_what_it_did_then(review: Clone, run: Run) -> None:
    """Whoever opens a remark again takes no words out: the card says what was put in then, not that it is gone."""
    thread = _accepted(review, run)
    assert run(review, "reopen", thread, "-m", "Not so fast.", who=NORTHVALE)[0] == 0
    assert run(review, "submit", who=NORTHVALE)[0] == 0
    for side in _both(review, thread):
        assert "decides: accepted, opened again since" in side
        assert "taken back" not in side
    assert "put into the text then: " in _both(review, thread)[1]


def test_a_remark_that_others_know_is_not_called_pending(review: Clone, run: Run) -> None:
    """Only its answer is: both sides, and the lists, say that something is pending."""
    thread = json.loads(run(review, "comment", "principles", "--whole", "-m", "Who is it for?", "--json")[1])["thread"]
    for side in (*_both(review, thread), _marks(review)):
        assert "something pending" not in side
        assert "pending" in side
    run(review, "submit")
    run(review, "reply", thread, "-m", "For everybody.")
    for side in (*_both(review, thread), _marks(review)):
        assert "something pending" in side
