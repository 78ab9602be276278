"""Whatever one person does in Word with tracking: taken together, their suggestions read as the file does then."""

from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.exchange.word.layout.edit_preview import laid_out
from reviewtui.exchange.word.reading.word_document import read_document
from reviewtui.text.merge.edits import Edit
from reviewtui.text.merge.fitting import fitted
from tests.exchange.word.acts.accepting import PAT, acts_of, new_paragraph, opened
from tests.exchange.word.editing import WordFile

PLACES = ("One thing first.", "Two of them.", "Three or more.", "Four at last.", "Five by five.", "Six and six.")
TEXT = """# Title

One thing first.

Two of them.

* Three or more.
* Four at last.

| Head | Line |
| --- | --- |
| Five by five. | alone |
| Six and six. | here |

The end.
"""
_EDITS = st.lists(
    st.tuples(st.sampled_from(PLACES), st.integers(0, 6)), min_size=1, max_size=4, unique_by=lambda edit: edit[0]
)
_IN_PARAGRAPHS: tuple[Callable[[WordFile, str], object], ...] = (
    lambda file, words: file.replace(words.split()[0], "Other", PAT),
    lambda file, words: file.insert_behind(words.split()[0], " new words", PAT),
    lambda file, words: file.delete(words.split()[-1], PAT),
)
_OF_PARAGRAPHS: tuple[Callable[[WordFile, str], object], ...] = (
    *_IN_PARAGRAPHS,
    lambda file, words: file.add_paragraph(words, "Brand new.", PAT),
    lambda file, words: file.paragraph(words).addnext(new_paragraph(file, "Put in.", PAT, PAT)),
    lambda file, words: (file.delete(words, PAT), file.mark(file.paragraph(words), "del", PAT)),
    lambda file, words: file.split_before(words.split()[-1], PAT),
)
_OF_ROWS: tuple[Callable[[WordFile, str], object], ...] = (
    *_IN_PARAGRAPHS,
    lambda file, words: file.add_row(words, ["New", "row"], PAT),
    lambda file, words: file.delete_row(words, PAT),
)


@given(_EDITS)
def test_all_suggestions_taken_read_as_the_file(edits: Sequence[tuple[str, int]]) -> None:
    """What cannot be a suggestion is a remark, and then nothing is claimed."""
    file = opened(TEXT)
    for words, number in edits:
        ways = _OF_ROWS if words[:3] in {"Fiv", "Six"} else _OF_PARAGRAPHS
        ways[number % len(ways)](file, words)
    acts = acts_of(file, TEXT)
    if any(act.act != "suggestion" for act in acts):
        return
    text = TEXT
    for act in sorted(acts, key=lambda act: act.place.start or 0 if act.place else 0, reverse=True):
        assert act.place is not None
        change = fitted(text, act.place.start or 0, act.place.end or 0, act.replacement or "")
        assert isinstance(change, Edit)
        text = change.applied(text)
    assert [_plain(paragraph.text) for paragraph in laid_out(text) if paragraph.text.strip()] == _as_word_shows(file)


def _as_word_shows(file: WordFile) -> list[str]:
    """The paragraphs of the text with every change taken."""
    shown, words = list[str](), ""
    for paragraph in read_document(file.saved()).paragraphs:
        if paragraph.part != "body" or (paragraph.row_change is not None and paragraph.row_change.kind == "delete"):
            continue
        words += paragraph.current
        if paragraph.mark_deleted is None:
            shown.append(_plain(words))
            words = ""
    return [each for each in shown if each][2:]


def _plain(words: str) -> str:
    return " ".join(words.split())
