"""A move on its way into the text, and words that the app does not put into a sentence that says the reverse now."""

import pytest

from tests.acting import suggestion
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.tui.conftest import Open

pytestmark = pytest.mark.slow


async def test_a_move_is_suggested_and_accepted_by_keys(review: Clone, play: Open) -> None:
    """X asks behind which words; the author sees what will stand there, and takes it with a."""
    review.write("policy/principles.md", "# Principles\n\nThink first. Post then. Say who you are.\n\nThe end of it.\n")
    review.commit("Write it")
    async with play(review, NORTHVALE) as app:
        await app.press("]", "ctrl+down", "X", sees="Behind these words of the text")
        await app.type("The end of it.", "ctrl+s", "S", "enter", tells="Submitted 1 suggested move")
    async with play(review, OFFICER) as app:
        await app.press("n", "a", sees="The end of it. {+Think first.+}")
        assert "2 words move; committed with the decision" in app.seen()
        await app.press("enter", sees="accepted")
    text = "# Principles\n\nPost then. Say who you are.\n\nThe end of it. Think first.\n"
    assert review.read("policy/principles.md") == text


async def test_accepting_into_a_reversed_sentence_asks_for_the_words(review: Clone, run: Run, play: Open) -> None:
    """The app shows what it was part of then and now, names its keys, and takes the words that the author confirms."""
    review.write("policy/principles.md", "# Principles\n\nNever share the plan with anybody by mail.\n")
    review.commit("Write it")
    suggestion(run, review, "by mail", "by letter")
    review.write("policy/principles.md", "# Principles\n\nAlways share the plan with anybody by mail.\n")
    review.commit("Say the reverse")
    async with play(review, OFFICER) as app:
        await app.press("n")
        assert "what it is part of says something else now" in " ".join(app.seen().split())
        await app.press("a")
        shown = " ".join(app.seen().split())
        assert "A person has to settle this" in shown
        assert "--as" not in shown
        await app.press("enter", "ctrl+s", sees="accepted")
    assert review.read("policy/principles.md") == "# Principles\n\nAlways share the plan with anybody by letter.\n"
