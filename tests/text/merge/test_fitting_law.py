"""What another Markdown parser sees of a changed text: all other blocks as they were, and no mark that nobody wrote."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.fitting import fitted
from reviewtui.text.merge.moving import MovedText, moved

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
_FIRST = (
    "# Only heading\n\nPara one.\n\n```sh\ngit push\nls\n```\n\nTerm\n: Meaning of it[^1]\n\n[^1]: A note here.\n",
    "| Who | What |\n|---|---|\n| Clerk | reads |\n| Editor | posts |\n\nThe end of it. More words.\n",
    "- one item\n- two item\n  - inner item\n\nPara text here.\n\n1. first\n2. second\n\n   more\n3. third",
    "> quoted words\n> go on\n\n**Bold start** of it.\n\n- [ ] task one\n- [x] task two\n\n***\n\n![pic](a.png) end\n",
    "---\ntitle: A name\norder: 2\n---\n\n# Head\n\nText here.\n",
)
"""Files that begin with each kind of block."""
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


def _made(source: str, outcome: Edit | MovedText | Misfit) -> str:
    if isinstance(outcome, Misfit):
        return outcome.reason
    return outcome.applied(source) if isinstance(outcome, Edit) else outcome.put.applied(outcome.taken.applied(source))


@given(st.sampled_from((PAGE, *_FIRST)), st.data())
def test_a_file_is_changed_alike_whatever_its_line_ends_and_its_mark(page: str, data: st.DataObject) -> None:
    """A byte-order mark and CRLF stay, and nothing else is other for them."""
    edges = sorted({0, len(page), *(at for match in re.finditer(r"[A-Za-z]+|\n", page) for at in match.span())})
    first = data.draw(st.integers(0, len(edges) - 1))
    start, end = edges[first], edges[min(len(edges) - 1, first + data.draw(st.integers(0, 9)))]
    words, at = data.draw(st.sampled_from((*_WORDS, "| a | b |", "# H"))), data.draw(st.sampled_from(edges))
    twice = "\ufeff" + page.replace("\n", "\r\n")
    low, high, place = (1 + each + page.count("\n", 0, each) for each in (start, end, at))
    pairs = [(fitted(page, start, end, words), fitted(twice, low, high, words.replace("\n", "\r\n")))]
    if page[start:end].strip():
        pairs.append((moved(page, (start, end), None, at), moved(twice, (low, high), None, place if at else 0)))
    for plain, other in pairs:
        made = _made(twice, other)
        assert isinstance(other, Misfit) or (made.startswith("\ufeff") and made.count("\n") == made.count("\r\n"))
        assert made.removeprefix("\ufeff").replace("\r\n", "\n") == _made(page, plain)


_TABLE = "\ufeff| Who | What |\n|---|---|\n| Clerk | reads |\n\nThe end.\n"


@pytest.mark.parametrize(
    ("text", "gone", "words", "made"),
    [
        (_TABLE, "Clerk", "Editor", _TABLE.replace("Clerk", "Editor")),
        (_TABLE, "| Clerk | reads |", "", _TABLE.replace("| Clerk | reads |\n", "")),
        (_TABLE, _TABLE[1:].split("\n\n", maxsplit=1)[0], "", "\ufeffThe end.\n"),
        ("\ufeff> quoted\n\nEnd.\n", "> quoted", "", "\ufeffEnd.\n"),
        ("**Bold start**\r\n\r\n- one\r\n- two\r\n", "start**\r\n\r\n- one", "", "**Bold**\r\n- two\r\n"),
    ],
)
def test_the_mark_and_the_line_ends_of_a_file_are_no_part_of_its_blocks(text, gone, words, made) -> None:
    """A table at the head of a file with a byte-order mark is a table, and goes as a whole."""
    start = text.index(gone)
    change = fitted(text, start, start + len(gone), words)
    assert isinstance(change, Edit)
    assert change.applied(text) == made
