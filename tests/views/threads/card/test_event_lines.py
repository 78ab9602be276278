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
from reviewtui.workspace.workspace import Workspace
from tests.conftest import NORTHVALE, OFFICER, Clone, Run


def _both(review: Clone, thread: str) -> tuple[str, str]:
    draft = replace(Workspace.open(review.path).load(), me=Person(*OFFICER))
    found = draft.review.threads[thread]
    card = words_of(card_lines(draft, found, datetime.now(UTC)))
    return "\n".join(conversation_lines(draft, found)), card


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
    assert run(review, "done", thread, "--commit", review.git("rev-parse", "HEAD"))[0] == 0
    assert "reviewtui done" not in "".join(_both(review, thread))
