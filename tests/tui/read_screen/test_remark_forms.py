"""What is missing, what was read, what is taken back unsubmitted, and text that changes while one writes."""

import json

import pytest

from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.tui.conftest import Open

pytestmark = pytest.mark.slow

TOPIC = """
[[topics]]
id = "pre-election"
title = "Pre-election period"
"""


def threads(review: Clone, run: Run) -> list[dict[str, object]]:
    """Return the threads as scripts see them."""
    found: list[dict[str, object]] = json.loads(run(review, "threads", "--json")[1])["threads"]
    return found


async def test_a_missing_topic_is_chosen_or_put_at_the_caret(review: Clone, run: Run, play: Open) -> None:
    """M offers the topics of the settings, the place of the caret and the whole policy."""
    review.commit_file("reviews/settings.toml", review.read("reviews/settings.toml") + TOPIC, "Name a topic", OFFICER)
    async with play(review, NORTHVALE) as app:
        await app.press("M")
        await app.type("pre-el", "enter", sees="Pre-election period")
        await app.type("Nothing is said about it", "ctrl+s", "]", "ctrl+down", "M", "enter")
        await app.type("Who to ask?", "ctrl+s")
    found = {thread["body"]: thread for thread in threads(review, run)}
    assert found["Nothing is said about it"]["topic"] == "pre-election"
    assert found["Nothing is said about it"]["kind"] == "missing"
    gap = found["Who to ask?"]
    assert (gap["kind"], gap["quote"], gap["section"]) == ("missing", "", "principles.md")
    assert gap["start"] == gap["end"]


async def test_a_section_is_marked_as_read_as_it_stands(review: Clone, play: Open) -> None:
    """M says so in the outline; a text that changes is not read any more."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "m", sees="Principles \u2713 read")
        await app.press("m")
        review.write("policy/principles.md", review.read("policy/principles.md") + "\nAnd be fair.\n")
        await app.press("ctrl+r")
        assert "\u2713 read" not in app.seen()


async def test_marking_as_read_faster_than_it_is_saved(review: Clone, play: Open) -> None:
    """Each press of m waits for the one before: an odd number of them says that it was read, an even one nothing."""
    async with play(review, NORTHVALE) as app:
        await app.press("]")
        await app.burst("m", "m", "m")
        assert "Principles \u2713 read" in app.seen()
        await app.burst("m", "m", "m")
        assert "\u2713 read" not in app.seen()
        assert "There is no thread" not in app.told()
        assert "already" not in app.told()


async def test_what_is_pending_goes_without_a_trace(review: Clone, run: Run, play: Open) -> None:
    """Z removes the last pending word of a thread, then the remark itself; nothing of it was committed."""
    run(review, "comment", "records", "--quote", "two years", "-m", "Why two?", who=NORTHVALE)
    async with play(review, NORTHVALE) as app:
        await app.press("n", "r")
        await app.type("Or three?", "ctrl+s", "z", sees="Or three?")
        await app.press("enter")
        assert app.state is not None
        assert [len(each.entries) for each in app.state.draft.review.threads.values()] == [1]
        await app.press("n", "z", "enter")
    assert not threads(review, run)
    assert not review.git("status", "--porcelain", "reviews/threads")


async def test_words_keep_to_their_passage_when_the_text_changes_meanwhile(review: Clone, play: Open) -> None:
    """Somebody edits the file while a remark is written: it is saved at its words, not at their old offsets."""
    async with play(review, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "plus", "c")
        await app.type("Which ones?")
        review.write("policy/principles.md", "# Principles\n\nNew first words.\n\nOfficers must think.\n")
        await app.press("ctrl+s")
        thread = app.screen.current_focus.subject.thread
        assert thread is not None
        assert thread.anchors[0].exact == "Officers"
        await app.press("ctrl+down", "plus", "c")
        await app.type("And here?")
        review.write("policy/principles.md", "# Principles\n\nNobody must think.\n")
        await app.press("ctrl+s", sees="And here?", tells="mark a passage again")
