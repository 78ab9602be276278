"""What another Markdown parser sees of a changed text: all other blocks as they were, and no mark that nobody wrote."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.fitting import fitted
from reviewtui.text.merge.moving import moved

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PAGE = """# Rules of the *house*

Staff must **ask the press team** first, and wait (or call). They _should [read the form](a.md) twice_ before posting.
A line\\
or more: use `git push` now.

- one **item** here
  goes on here
- two item here

  second paragraph of it
  - nested *one* thing
  - nested two thing
- three [link][x] here

1. first step
   > quoted in step
2. second step

| Who | What | When |
|---|---|---|
| Clerk | reads **all** | now or later |
| Editor | posts<br>writes | [soon](b.md) |

> A quote says more words
> on two lines.
>
> - quoted item

Setext Head
-----------

The end &amp; more. Really! Yes?

[x]: https://a.example/
"""
_SPANS = [match.span() for match in re.finditer(r"[A-Za-z]+", PAGE)]
_WORDS = ("", "x", "new words,", "a | b", "one\ntwo", "\n- n", "\n\nNew text", " and so", "[y]", "(z)")


def _leaves(text: str) -> list[tuple[tuple[str, ...], str, tuple[int, int], str]]:
    """Return what holds words, as another parser sees it: what it stands in, its source, its lines, what is seen."""
    path: list[str] = []
    leaves = []
    for token in _PARSER.parse(text):
        if token.nesting:
            path = [*path, token.type] if token.nesting > 0 else path[:-1]
        elif token.map is not None:
            seen = _PARSER.renderer.renderInline(token.children or [], _PARSER.options, {})
            first, last = token.map
            leaves.append((tuple(path), token.content, (first, last), re.sub(r"<[^>]+>", "", seen)))
    return leaves


def _marks(text: str) -> dict[str, int]:
    seen = "".join(words for *_, words in _leaves(text))
    return {mark: seen.count(mark) for mark in "*_`[]|~>"}


def _words(text: str) -> list[str]:
    return sorted(re.findall(r"[A-Za-z]+", " ".join(words for *_, words in _leaves(text))))


@given(st.integers(0, len(_SPANS) - 1), st.integers(0, 9), st.sampled_from(_WORDS))
def test_nothing_else_changes_and_no_mark_is_left_alone(first: int, more: int, words: str) -> None:
    """Wherever words are replaced, deleted or put in, or it is refused."""
    start, end = _SPANS[first][0], _SPANS[min(len(_SPANS) - 1, first + more)][1]
    change = fitted(PAGE, end if words.startswith((" ", "\n")) else start, end, words)
    if isinstance(change, Misfit):
        return
    text = change.applied(PAGE)
    low, high = (PAGE.count("\n", 0, at) for at in (min(start, change.start), max(end, change.end)))
    stayed = [leaf[:2] for leaf in _leaves(PAGE) if leaf[2][1] <= low or leaf[2][0] > high]
    after = [leaf[:2] for leaf in _leaves(text)]
    assert all(leaf in after for leaf in stayed)
    before = _marks(PAGE)
    assert all(count <= before[mark] + words.count(mark) for mark, count in _marks(text).items())


@given(st.integers(0, len(_SPANS) - 1), st.integers(0, 9), st.sampled_from(_SPANS))
def test_a_move_loses_no_word_and_no_half_of_a_mark(first: int, more: int, place: tuple[int, int]) -> None:
    """Whatever moves wherever, or it is refused."""
    passage = _SPANS[first][0], _SPANS[min(len(_SPANS) - 1, first + more)][1]
    outcome = moved(PAGE, passage, None, place[1])
    if isinstance(outcome, Misfit):
        return
    text = outcome.put.applied(outcome.taken.applied(PAGE))
    assert _words(text) == _words(PAGE)
    before = _marks(PAGE)
    assert all(count <= before[mark] for mark, count in _marks(text).items())
