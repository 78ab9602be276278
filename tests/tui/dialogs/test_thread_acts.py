"""What is shown before an act is what the act does."""

import pytest

from tests.acting import remark, suggestion
from tests.conftest import NORTHVALE, Clone, Run
from tests.tui.conftest import Open

_SENTENCE = "Officers must think before they post anything."


def _flat(text: str) -> str:
    return " ".join("".join(char for char in text if char not in "│▊▎╭╮╰╯─").split())


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("must think", "must ask"),
        (_SENTENCE, "Officers must ask a colleague before they post anything at all."),
        (_SENTENCE, ""),
    ],
)
async def test_the_words_shown_before_accepting_are_those_that_are_committed(
    review: Clone, run: Run, play: Open, quote: str, words: str
) -> None:
    """Each word that the question shows as coming stands in the commit, and no other one changed."""
    name = suggestion(run, review, quote, words)
    before = review.read("policy/principles.md")
    async with play(review, size=(140, 40)) as app:
        await app.press("2", "a")
        assert f"Accept {name[-4:]}" in app.seen()
        shown = _flat(app.seen())
        await app.press("enter")
    committed = review.git("show", "HEAD:policy/principles.md")
    assert committed.split() == before.replace(quote, words).split()
    come = [word for word in words.split() if word not in before]
    assert all(word in shown for word in come)


async def test_an_edit_that_is_not_committed_is_no_part_of_what_is_shown(review: Clone, run: Run, play: Open) -> None:
    """The sentence was edited in the work tree beside the words: the question shows what the commit will hold."""
    remark(run, review, "suggest", "principles", "--quote", "must think", "--replace", "must ask", who=NORTHVALE)
    text = review.read("policy/principles.md")
    review.write("policy/principles.md", text.replace("post anything.", "post anything anywhere."))
    async with play(review, size=(140, 40)) as app:
        await app.press("2", "a")
        shown = _flat(app.seen())
        await app.press("escape")
        await app.burst("a", "enter")
    committed = review.git("show", "HEAD:policy/principles.md")
    assert "must ask before they post anything." in committed
    assert "anything anywhere" not in committed
    assert "anything anywhere" not in shown.partition("Accept")[2]
    assert "post anything anywhere." in review.read("policy/principles.md")
