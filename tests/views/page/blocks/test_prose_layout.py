"""Lines of shown text cover it, in order, and fit."""

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.views.page.blocks.prose_layout import wrapped
from reviewtui.views.page.cells import text_width

TEXTS = st.lists(
    st.sampled_from(["a", "word", " ", "  ", "\n", "漢字", "e\u0301", "👩\u200d💻", "longer-word", "。"]), max_size=30
)


@given(TEXTS.map("".join), st.integers(2, 20), st.integers(2, 20))
def test_lines_cover_the_text_and_fit(text: str, first: int, rest: int) -> None:
    """Nothing but newlines falls between two lines, and only one space hangs over."""
    spans = list(wrapped(text, first, rest))
    at = 0
    for number, (start, end) in enumerate(spans):
        assert text[at:start] == "" or text[at:start] == "\n"
        line = text[start:end]
        hanging = line.endswith(" ")
        assert text_width(line) - hanging <= (rest if number else first)
        at = end
    assert at == len(text)


def test_lines_break_behind_spaces_and_between_wide_characters() -> None:
    """A word is only cut when it is longer than a line; a closing mark does not begin one."""
    cut = [text[start:end] for text in ["one two three"] for start, end in wrapped(text, 7, 7)]
    assert cut == ["one two ", "three"]
    text = "漢字。文化"
    assert [text[start:end] for start, end in wrapped(text, 6, 6)] == ["漢字。", "文化"]
    text = "abcdefghij"
    assert [text[start:end] for start, end in wrapped(text, 4, 4)] == ["abcd", "efgh", "ij"]
