"""Words and their offsets."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.text.meaning.wording.vocabulary.spelling import spelling_form
from reviewtui.text.words.spelling_variants import british
from reviewtui.text.words.words import (
    Numbering,
    WordTable,
    _lines_at,
    front_matter_end,
    is_mark,
    without_any_marks,
    without_marks,
    word_spans,
)

texts = st.text(alphabet="ab* \n\r\t\u00a0\u2003\u2028\x1cé😀", max_size=60)


@given(texts)
def test_words_stand_where_the_table_says(text):
    """Offsets are those of every run without white space, by whatever way they are asked for."""
    expected = [match.span() for match in re.finditer(r"\S+", text)]
    table = WordTable(text)
    assert [(table.start(k), table.end(k)) for k in range(len(table.words))] == expected
    assert table.starts == [start for start, _ in expected]


@given(texts, st.data())
def test_a_range_holds_exactly_the_words_that_it_touches(text, data):
    """A word is in the range when it shares a character with it."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    table = WordTable(text)
    first, stop = table.range(start, end)
    touched = [k for k in range(len(table.words)) if table.start(k) < end and start < table.end(k)]
    if end > start:
        assert list(range(first, stop)) == touched


def test_marks_of_emphasis_are_no_part_of_a_word():
    """Words in marks share the number of the plain word; bullets and hashes share one of their own."""
    numbers = Numbering().string(["must", "**must**", "_must_", "`must`", "[must", "must,", "-", "##", "*"])
    assert len(set(numbers[:5])) == 1
    assert numbers[5] != numbers[0]
    assert len(set(numbers[6:])) == 1


def test_many_new_marked_words_are_numbered_as_a_few_are():
    """However many there are at once, each has the number of its plain word."""
    plain = [f"word{n}" for n in range(300)]
    numbering = Numbering()
    assert numbering.string([f"**{word}**" for word in plain]) == numbering.string(plain)
    assert numbering.string(["*[word7", "\\word7"]) == numbering.string(["word7", "word7"])


@given(st.lists(st.text(alphabet="a*_`[-#\\.", min_size=1, max_size=5), max_size=12))
def test_words_share_a_number_exactly_when_they_are_the_same_without_marks(tokens):
    """Whatever order they come in, and in an exact numbering only the same word does."""
    numbers, exact = Numbering().string(tokens), Numbering(exact=True).string(tokens)
    for one, first, strict in zip(tokens, numbers, exact, strict=True):
        for two, second, other in zip(tokens, numbers, exact, strict=True):
            assert (first == second) == (without_any_marks(one) == without_any_marks(two))
            assert (strict == other) == (one == two)


@given(st.text(alphabet="aeilorsuz*_`[-#.", min_size=1, max_size=8))
def test_a_word_in_one_form_is_in_that_form(token):
    """What is taken off a word is off: marks, and other spellings."""
    bare = without_any_marks(token)
    assert without_any_marks(bare) == bare
    word = token.strip("*_`[-#.")
    assert british(british(word)) == british(word)
    assert spelling_form(spelling_form(word)) == spelling_form(word)


def test_underscores_inside_a_name_stay():
    """Only marks at a word's edge are marks."""
    assert without_marks("user_name") == "user_name"
    assert is_mark("|---|")
    assert not is_mark("-1")


def test_front_matter_is_no_prose():
    """Neither YAML nor TOML front matter holds words."""
    for fence in ("---", "+++"):
        text = f"{fence}\norder: 1\n{fence}\nTwo words\n"
        assert text[front_matter_end(text) :] == "Two words\n"
        assert [text[a:b] for a, b in word_spans(text)] == ["Two", "words"]


def test_words_keep_their_apostrophes_and_addresses():
    """Punctuation inside a word belongs to it, around it does not."""
    text = "(don\u2019t) ask@council.example, e.g. 3.5 “now”"
    assert [text[a:b] for a, b in word_spans(text)] == ["don\u2019t", "ask@council.example", "e.g", "3.5", "now"]


def test_a_word_of_many_marks_is_read_once():
    """However often it carries a mark, its line is looked up once; words beside it are told apart as ever."""
    listed = f"{'~a~~' * 3}\nplain\n**b**\n"
    places = [at for at, sign in enumerate(listed) if sign in "~*"]
    assert list(_lines_at(listed, reversed(places))) == ["~a~~" * 3, "**b**"]
    assert Numbering().string(["**b**", "b", "~a~~" * 20_000]).startswith("\2\2")
