"""What a form shows while words are typed is what is committed when they are accepted, letter by letter."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.policy.policy import Section
from reviewtui.domain.review.draft import Draft
from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.fitting import fitted
from reviewtui.views.compose.compose_form import ComposeForm
from reviewtui.views.compose.new_forms import on_passage, on_thread
from reviewtui.views.compose.overlap_form import overlap_form, usual_outcomes
from reviewtui.views.compose.written_change import written_change
from reviewtui.views.threads.deciding.queue import item_of
from reviewtui.workspace.workspace import Workspace
from tests.acting import ask, remark
from tests.conftest import SOUTHMERE, Clone, Run

_TEXT = """# Rules

Officers keep passwords secret. Beware of links that come unasked. Report what you see.

Every account has two owners.

- A first item about photos
- A second item, which is longer.

1. Ask your manager.
2. Write it down.
"""
_PASSAGES = (
    "Officers keep passwords secret.",
    "Every account has two owners.",
    "second item, which is longer.",
    "manager",
)
_WORDS = ("Passwords stay secret", "Passwords stay secret.", "We tell nobody! ", "two lines\nof words", "and", "Is it?")


@pytest.fixture
def rules(review: Clone) -> Clone:
    """A policy with a text of sentences, single sentences and lists."""
    review.write("policy/rules.md", _TEXT)
    review.commit("Rules")
    return review


def _draft(clone: Clone) -> Draft:
    return Workspace.open(clone.path).load()


def _then(draft: Draft, form: ComposeForm, words: str) -> str:
    """Return the whole text as the preview says that it will be."""
    change = written_change(draft, form, replace(form.start, replacement=words))
    assert not change.misfit
    text = draft.policy.texts["policy/rules.md"].text
    assert text.count(change.now) == 1
    return text.replace(change.now, change.then)


def _cases() -> Iterator[tuple[str, str]]:
    return ((passage, words) for passage in _PASSAGES for words in _WORDS)


@pytest.mark.slow
def test_what_is_shown_is_committed_for_each_way_to_accept(rules: Clone, run: Run) -> None:
    """Suggested words, an author's other words, and the words of a settlement; each is undone for the next one."""
    head = rules.git("rev-parse", "HEAD")
    shown = 0
    for passage, words in _cases():
        draft = _draft(rules)
        section = _section(draft)
        start = _TEXT.index(passage)
        suggesting = on_passage("suggest", draft, section, (start, start + len(passage)))
        if written_change(draft, suggesting, replace(suggesting.start, replacement=words)).misfit:
            code, _, _ = run(rules, "suggest", "rules", "--quote", passage, "--replace", words)
            assert code != 0
            continue
        plain = _then(draft, suggesting, words)
        first = remark(run, rules, "suggest", "rules", "--quote", passage, "--replace", words)
        ask(run, rules, "accept", first)
        assert rules.read("policy/rules.md") == plain
        rules.git("reset", "-q", "--hard", head)
        first = remark(run, rules, "suggest", "rules", "--quote", passage, "--replace", "Other words.")
        second = remark(run, rules, "suggest", "rules", "--quote", passage, "--replace", "Others.", who=SOUTHMERE)
        draft = _draft(rules)
        thread = draft.review.threads[first]
        item = item_of(draft, thread)
        assert item is not None
        with_words = _then(draft, on_thread("accept_with", draft, thread), words)
        settled = _then(draft, overlap_form(draft, item, thread, usual_outcomes(draft, item, thread)), words)
        ask(run, rules, "accept", first, "--as", words)
        assert rules.read("policy/rules.md") == with_words == settled
        assert second
        rules.git("reset", "-q", "--hard", head)
        shown += 1
    assert shown > 2 * len(_PASSAGES)


def test_a_suggestion_shows_what_the_rules_make_of_it(rules: Clone) -> None:
    """For any passage and any words: the same text, or the reason why not."""
    draft = _draft(rules)

    @given(st.integers(0, len(_TEXT)), st.integers(0, len(_TEXT)), st.sampled_from(_WORDS) | st.text("ab .!*-#\n"))
    def shows(one: int, other: int, words: str) -> None:
        start, end = sorted((one, other))
        form = on_passage("suggest", draft, _section(draft), (start, end))
        change = written_change(draft, form, replace(form.start, replacement=words))
        made = fitted(_TEXT, start, end, words)
        if words == _TEXT[start:end] or isinstance(made, Misfit):
            assert (change.now, change.then) == (_TEXT[start:end], words)
            assert bool(change.misfit) == (words != _TEXT[start:end])
        else:
            assert _TEXT[: made.start] + change.then + _TEXT[made.end :] == made.applied(_TEXT)

    shows()


def _section(draft: Draft) -> Section:
    return next(each for each in draft.policy.sections if each.path == "policy/rules.md")
