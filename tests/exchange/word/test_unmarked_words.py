"""Plain words that are taken without a trial show in Markdown just what the document shows."""

from hypothesis import assume, given
from hypothesis import strategies as st

from reviewtui.exchange.word.layout.edit_preview import laid_out, preview_edit
from reviewtui.exchange.word.matching.sent_places import SentPlace
from reviewtui.exchange.word.matching.tracked_edits import NewPiece, TrackedEdit
from reviewtui.exchange.word.reading.original_document import OriginalPlace
from reviewtui.exchange.word.reading.paragraph import Run
from reviewtui.exchange.word.rewriting.edited_span import EditedSpan
from reviewtui.exchange.word.rewriting.expected_paragraphs import shows_edit
from reviewtui.exchange.word.rewriting.unmarked_words import unmarked_words

_PIECES = [
    "a",
    "word",
    "1",
    "12",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    ".",
    ". ",
    ",",
    "'",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "#",
    "+",
]
_PIECES += [
    "-",
    "- ",
    "* ",
    "> ",
    "1. ",
    ")",
    "(",
    "[a]",
    "](b)",
    "[^1]",
    "<b>",
    "&amp;",
    "|",
    "---",
    "===",
    ":",
    "!",
    "\\",
]
_PIECES += ["www", "http://", "\t", "    ", "$"]
_SOURCES = st.lists(st.sampled_from(_PIECES), min_size=3, max_size=30).map("".join)
_NEW = st.text("ab1 ,'", max_size=6) | st.sampled_from(["www", "1", " 1", "1 ", "a b"])


@given(_SOURCES, _NEW, st.data())
def test_what_is_taken_without_a_trial_would_pass_one(source: str, new: str, data: st.DataObject) -> None:
    """Whatever stands around it: marks, lists that nearly begin, links that nearly are one."""
    paragraphs = laid_out(f"Begin.\n\n{source}\n\n[a]: https://a.example\n")
    source = f"Begin.\n\n{source}\n\n[a]: https://a.example\n"
    usable = [number for number, each in enumerate(paragraphs) if len(each.text) > 2]
    index = data.draw(st.sampled_from(usable))
    low = data.draw(st.integers(1, len(paragraphs[index].text) - 1))
    high = data.draw(st.integers(low, min(low + 6, len(paragraphs[index].text) - 1)))
    assume(new or low < high)
    pieces = (NewPiece(Run(new)),) if new else ()
    edit = TrackedEdit("Pat", None, OriginalPlace(index, low), OriginalPlace(index, high), pieces)
    span = EditedSpan(edit, paragraphs, SentPlace(index, low), SentPlace(index, high))
    made = unmarked_words(span, source)
    if made is not None:
        result = preview_edit(source, made[:2], made[2])
        assert result is not None
        assert shows_edit(span, result, looks=True)
