"""Words of scripts without spaces, by the rules of Unicode."""

from hypothesis import given
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_cluster_boundaries

from reviewtui.text.words.sentences import sentence_spans
from reviewtui.text.words.terms import terms_of
from reviewtui.text.words.unspaced import has_unspaced, piece_spans, whole_letters, word_pieces
from reviewtui.text.words.words import word_spans
from reviewtui.views.page.blocks.prose_layout import wrapped

LETTERS = st.text(st.sampled_from("ab 1必须。ต้อกำ\u0e48のカナ\u3099한글\u0915\u093f\U0001f468\u200d"), max_size=30)


def test_chinese_is_cut_into_letters_and_latin_is_not():
    """A mark of punctuation is a piece of its own."""
    assert word_pieces("员工必须ask先。") == ("员", "工", "必", "须", "ask", "先", "。")
    assert word_pieces("don't-cut") == ("don't-cut",)
    assert not has_unspaced("müssen देना 한국어")


@given(LETTERS)
def test_the_pieces_are_the_run(token):
    """Nothing is lost, and no piece cuts a letter from its marks."""
    pieces = word_pieces(token)
    assert "".join(pieces) == token
    bounds = set(grapheme_cluster_boundaries(token)) | {0, len(token)}
    for start, end in piece_spans(token):
        assert not has_unspaced(token[start:end]) or {start, end} <= bounds


@given(LETTERS, st.data())
def test_spans_are_widened_to_whole_letters(text, data):
    """And never past one another."""
    cut = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda pair: tuple(sorted(pair)))
    span = data.draw(cut)
    [(start, end)] = whole_letters(text, (span,))
    assert start <= span[0] <= span[1] <= end


def test_sentences_end_at_the_marks_of_their_scripts():
    """With a space behind them, or without."""
    for text, count in (
        ("必须询问。不必询问\uff01是吗\uff1f「好。」然后。", 5),
        ("यह नियम है। वह नहीं।", 2),
        ("هل تسأل؟ نعم.", 2),
        ("Ask first. Then post.", 2),
    ):
        spans = sentence_spans(text)
        assert len(spans) == count
        assert "".join(text[slice(*span)] for span in spans).replace(" ", "") == text.replace(" ", "")


def test_a_line_never_begins_inside_of_a_letter():
    """Whatever its width: Thai vowels, flags, families of emoji and stacked marks stay whole."""
    for text in (
        "เจ้าหน้าที่ทำงานตามคำสั่งทำคำนำ" * 3,
        "\U0001f1ec\U0001f1e7" * 15,
        "\U0001f468\u200d\U0001f469" * 9,
        "कर्मचारियों" * 6,
    ):
        bounds = set(grapheme_cluster_boundaries(text)) | {0, len(text)}
        for width in (3, 7, 10):
            lines = list(wrapped(text, width, width))
            assert {edge for line in lines for edge in line} <= bounds
            assert "".join(text[slice(*line)] for line in lines) == text


def test_words_keep_their_marks_and_chinese_is_searched_by_letters():
    """So the reader's keys go from word to word, and an edited Chinese sentence is found again."""
    assert _words("हिन्दी में पूछें") == ["हिन्दी", "में", "पूछें"]
    assert _words("员工必须ask。") == ["员", "工", "必", "须", "ask"]
    assert [term.key for term in terms_of("员工 ask")] == ["员", "工", "ask"]


def _words(text: str) -> list[str]:
    return [text[slice(*span)] for span in word_spans(text)]
