"""A moved passage stands whole where it went, and every other block is what it was."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.markdown.document import document_of
from reviewtui.text.merge.fitted_change import Misfit
from reviewtui.text.merge.moving import moved

TEXT = """# Rules

First rule. Second rule. Third rule.

A paragraph.

- apple
- pear
  - green pear
- plum

## Numbers

1. one
2. two
3. three

| A | B |
|---|---|
| c | d |
| e | f |

> Quoted words.

## End

Last words.
"""


def _moved(text: str, quote: str, after: str, target: str | None = None) -> tuple[str, str] | str:
    """Return both texts after a move, the second empty within one; a misfit's reason."""
    start = text.index(quote)
    there = text if target is None else target
    outcome = moved(text, (start, start + len(quote)), target, there.index(after) + len(after))
    if isinstance(outcome, Misfit):
        return outcome.reason
    left = outcome.taken.applied(text)
    return (outcome.put.applied(left), "") if target is None else (left, outcome.put.applied(target))


WITHIN = [
    ("Second rule.", "A paragraph.", "A paragraph. Second rule."),
    ("First rule.", "Third rule.", "Second rule. Third rule. First rule."),
    ("A paragraph.", "Last words.", "Last words.\n\nA paragraph.\n"),
    ("A paragraph.", "plum", "- plum\n\nA paragraph.\n"),
    ("apple", "plum", "- plum\n- apple\n"),
    ("pear\n  - green pear", "plum", "- apple\n- plum\n- pear\n  - green pear\n"),
    ("pear", "plum", "- apple\n- plum\n- pear\n  - green pear\n"),
    ("plum", "A paragraph.", "A paragraph.\n\n- plum\n- apple\n"),
    ("plum", "1. one", "1. one\n2. plum\n3. two\n4. three\n"),
    ("two", "apple", "- apple\n- two\n- pear\n"),
    ("three", "1. one", "1. one\n2. three\n3. two\n"),
    ("| c | d |", "| e | f |", "| e | f |\n| c | d |\n"),
    ("| e | f |", "| A | B |", "|---|---|\n| e | f |\n| c | d |\n"),
    ("> Quoted words.", "A paragraph.", "A paragraph.\n\n> Quoted words.\n\n- apple"),
    ("## Numbers", "Last words.", "## End\n\nLast words.\n\n## Numbers\n\n1. one\n2. two\n3. three\n"),
]
MISFITS = [
    ("A paragraph.", "apple", "cut the list"),
    ("rule. Third", "A paragraph.", ""),
    ("rule.\n\nA para", "plum", "middle of a paragraph"),
    ("| c | d |", "A paragraph.", "behind a row"),
    ("| A | B |", "| e | f |", "at its head"),
    ("Second rule.", "# Rules", "behind a sentence"),
    ("apple\n- pear", "plum", "one by one"),
]

ELSEWHERE = [
    ("- a\n\n- b\n\n- c\n", "a", "c", "- b\n\n- c\n\n- a\n"),
    ("- [ ] a\n- [x] b\n", "a", "b", "- [x] b\n- [ ] a\n"),
    ("- a\n\n      code\n\n- b\n", "a", "b", "- b\n- a\n\n      code\n"),
    ("-\ta\n\t-\tk\n-\tb\n", "a", "b", "-\tb\n- a\n  -\tk\n"),
    ("- a\n\n> Text.\n\n- b\n- c\n", "a", "c", "> Text.\n\n- b\n- c\n- a\n"),
    ("> 1. a\n>    more\n> 2. b\n\n- c\n", "a\n>    more", "c", "> 1. b\n\n- c\n- a\n  more\n"),
    ("> One. Two\n> goes on. Three.\n\nEnd.\n", "Two\n> goes on.", "End.", "> One. Three.\n\nEnd. Two goes on.\n"),
    ("Two. One.[^1] More.\n\n[^1]: N.\n", "Two.", "One.", "One.[^1] Two. More.\n\n[^1]: N.\n"),
    ("A.[^1]\n\n[^1]: N.\n\nB.\n", "[^1]: N.", "B.", "A.[^1]\n\nB.\n\n[^1]: N.\n"),
    (
        "\u4e00\u53e5\u3002\u4e8c\u53e5\u3002\n",
        "\u4e00\u53e5\u3002",
        "\u4e8c\u53e5\u3002",
        "\u4e8c\u53e5\u3002\u4e00\u53e5\u3002\n",
    ),
    ("One `code`. Then. Two.\n\nEnd here.\n", "Two.", "code", "One `code`. Two. Then.\n\nEnd here.\n"),
    ("Stay. Go away. Last.\n\nEnd.\n", "Go away", "End.", "Stay. Last.\n\nEnd. Go away.\n"),
    ('Say "more" now.\n\nEnd.\n', "more", "End.", 'Say now.\n\nEnd. "more"\n'),
    ("- a\n- b\n\nText.\n", "- a\n- b", "Text.", "Text.\n\n- a\n- b\n"),
    ("| A |\n|---|\n| c |\n\nT.\n", "| A |\n|---|\n| c |", "T.", "T.\n\n| A |\n|---|\n| c |\n"),
]


@pytest.mark.parametrize(("text", "quote", "after", "result"), ELSEWHERE)
def test_what_belongs_to_a_passage_goes_along_and_nothing_else(text: str, quote: str, after: str, result: str) -> None:
    """Blank lines between items, boxes, code, quotes, footnote marks and scripts without spaces stay what they are."""
    assert _moved(text, quote, after) == (result, "")


@pytest.mark.parametrize("passage", ["See [b](#b).", "[^1]: N.", "[x]: https://a.example/"])
def test_what_is_of_its_own_file_stays_there(passage: str) -> None:
    """A link within the file, a footnote and the address of a link do not go to another file."""
    text = "See [b](#b). More.[^1] See [x].\n\n[^1]: N.\n\n[x]: https://a.example/\n"
    assert "its own file" in str(_moved(text, passage, "End.", "End.\n"))


@pytest.mark.parametrize(("quote", "after", "result"), WITHIN)
def test_a_passage_goes_where_it_is_put(quote: str, after: str, result: str) -> None:
    """Sentences, paragraphs, items with what hangs on them, rows, quotes and sections go as a whole."""
    outcome = _moved(TEXT, quote, after)
    assert not isinstance(outcome, str), outcome
    assert result in outcome[0]


@pytest.mark.parametrize(("quote", "after", "reason"), MISFITS)
def test_what_cannot_stand_there_is_refused(quote: str, after: str, reason: str) -> None:
    """The reason says what to name instead; half a sentence may go, since a person chose it."""
    outcome = _moved(TEXT, quote, after)
    assert (isinstance(outcome, str) and reason in outcome) if reason else not isinstance(outcome, str)


def test_a_passage_goes_to_another_file() -> None:
    """The one file loses just it, the other gets just it; what needs its own file stays there."""
    other = "# Other\n\n* x\n* y\n\nEnd.\n"
    assert _moved(TEXT, "pear", "x", other) == (
        TEXT.replace("- pear\n  - green pear\n", ""),
        "# Other\n\n* x\n* pear\n  - green pear\n* y\n\nEnd.\n",
    )
    assert "defined in its own file" in str(
        _moved("A note[^1] here. More.\n\n[^1]: N.\n", "A note[^1] here.", "End.", other)
    )


_WORDS = st.text("abcdefghij", min_size=3, max_size=8)


@st.composite
def _texts(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return a text of paragraphs and lists, each with words that stand nowhere else, and these words."""
    parts: list[str] = ["# Title"]
    names: list[str] = []
    for number in range(draw(st.integers(2, 6))):
        shape = draw(st.sampled_from(["paragraph", "bullets", "numbers"]))
        own = [f"{draw(_WORDS)} number{number}x{at}" for at in range(draw(st.integers(2, 4)))]
        if shape == "paragraph":
            own = [f"{own[0]}."]
            parts.append(own[0])
        elif shape == "bullets":
            parts.append("\n".join(f"- {words}" for words in own))
        else:
            parts.append("\n".join(f"{at}. {words}" for at, words in enumerate(own, 1)))
        names += own
        parts.append(f"Between number{number}y.")
    return "\n\n".join(parts) + "\n", names


@given(made=_texts(), which=st.integers(0, 99), where=st.integers(0, 99))
def test_every_other_block_stays_and_back_is_as_before(made: tuple[str, list[str]], which: int, where: int) -> None:
    """All words stay, the others in their order; moved back behind what was before it, it stands as it did."""
    text, names = made
    moving, after = names[which % len(names)], names[where % len(names)]
    outcome = _moved(text, moving, after)
    if isinstance(outcome, str):
        return
    words = _blocks(text)
    there = _blocks(outcome[0])
    own = next(block for block in words if moving in block)
    assert sorted(there) == sorted(words)
    assert [block for block in there if block != own] == [block for block in words if block != own]
    assert there.index(own) == there.index(next(block for block in there if after in block)) + 1
    before = words[words.index(own) - 1]
    back = _moved(outcome[0], moving, before)
    assert not isinstance(back, str)
    assert _blocks(back[0]) == words
    assert _numbers(back[0]) == _numbers(text) or _kind(text, own) != _kind(outcome[0], own)


def _blocks(text: str) -> list[str]:
    return [text[slice(*block.text)] for block in document_of(text).blocks if block.kind != "blank"]


def _kind(text: str, words: str) -> tuple[str, ...]:
    return next(block.within for block in document_of(text).blocks if text[slice(*block.text)] == words)


def _numbers(text: str) -> list[str]:
    return re.findall(r"^(\d+\.|-) ", text, re.MULTILINE)


NOTED = "# A\n\n- First.\n- Wait for two days.[^w]\n- Last.\n\nOne here.[^w] Two. Three.\n\n[^w]: Working days.\n"


@pytest.mark.parametrize("passage", ["Wait for two days.", "Wait for two days", "One here."])
def test_a_footnote_mark_goes_with_the_words_that_it_is_on(passage: str) -> None:
    """Within its file the mark moves along, to another file the passage is not torn from its note."""
    start = NOTED.index(passage)
    behind = "Last." if "Wait" in passage else "Three."
    at = NOTED.index(behind) + len(behind)
    outcome = moved(NOTED, (start, start + len(passage)), None, at)
    assert not isinstance(outcome, Misfit)
    text = outcome.put.applied(outcome.taken.applied(NOTED))
    assert text.count("[^w]") == NOTED.count("[^w]")
    assert f"{passage.rstrip('.')}.[^w]" in text
    other = "# B\n\n- Item.\n\nWords.\n"
    away = moved(NOTED, (start, start + len(passage)), other, len(other) - 1)
    assert isinstance(away, Misfit)
    assert "defined in its own file" in away.reason


def test_a_place_in_the_space_that_goes_with_a_passage_is_where_it_stands() -> None:
    """Between that space and the passage: it put the words into the middle of another word, further up."""
    text = "# T\n\nofficers **officers** *officers* officers\n\nofficers\n"
    start = text.index("*officers* officers\n")
    for begin, at in ((start - 1, start), (start, start), (start, start - 1)):
        assert moved(text, (begin, start + 19), None, at) == Misfit(
            "it stands right behind that place already, so nothing would change"
        )


MARKED = "Zero. **_One. Two._ Three.** Four.\n\n[Five. Six.](https://a.example) Seven.\n\nLast words.\n"


@pytest.mark.parametrize(
    ("quote", "left", "come"),
    [
        ("Two._ Three.** Four.", "Zero. **_One._**", "Last words. **_Two._ Three.** Four."),
        ("Zero. **_One.", "**_Two._ Three.** Four.", "Last words. Zero. **_One._**"),
        (
            "Six.](https://a.example) Seven.",
            "[Five.](https://a.example)",
            "Last words. [Six.](https://a.example) Seven.",
        ),
    ],
)
def test_a_passage_with_one_mark_of_a_pair_leaves_the_other_and_takes_a_new_one(
    quote: str, left: str, come: str
) -> None:
    """Emphasis or a link that it is in with one end stays whole in both places."""
    outcome = _moved(MARKED, quote, "Last words.")
    assert left in outcome[0]
    assert come in outcome[0]


def test_what_would_show_a_mark_elsewhere_is_no_move() -> None:
    """A passage that begins on the closing mark itself is refused rather than bent."""
    assert "emphasised" in _moved(MARKED, "_ Three.** Four.", "Last words.")


@pytest.mark.parametrize(
    ("text", "passage", "at"),
    [
        ("First.\n\nSecond.\n\nThird.\n", (0, 6), 0),
        ("First.\n\nSecond.\n\nThird.\n", (0, 6), 7),
        ("First.\n\nSecond.\n\nThird.\n", (8, 15), 0),
        ("\n\nFirst.\n\nSecond.\n", (2, 8), 1),
        ("# H\n", (0, 3), 0),
        ("# H\n", (0, 3), 4),
        ("- a\n- b\n", (0, 7), 0),
        ("> q\n", (0, 3), 0),
        ("\ufeff", (0, 1), 0),
    ],
)
def test_before_everything_and_right_behind_itself_are_no_places(text: str, passage: tuple[int, int], at: int) -> None:
    """Nothing stands there to go behind; the passage once went behind the last block instead, or an error came."""
    assert isinstance(moved(text, passage, None, at), Misfit)


def test_a_line_across_the_page_moves_like_any_block():
    """It has no words, and what stands behind it is found all the same."""
    text = "One para.\n\n***\n\nTwo para.\n"
    assert _moved(text, "***", "Two para.")[0] == "One para.\n\nTwo para.\n\n***\n"
