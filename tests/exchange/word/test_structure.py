"""The file that goes out is built as Word asks: a wrong order of elements is a file that does not open."""

from hypothesis import given

from reviewtui.exchange.word import word_format
from tests.exchange.sending import draft_with, suggested
from tests.exchange.sending import sent as outgoing_of
from tests.exchange.word.acts.test_returned_document import TEXT
from tests.exchange.word.editing import MAIN, WordFile, w
from tests.exchange.word.sending import commented, draft, sent
from tests.exchange.word.sending import suggested as suggestion
from tests.exchange.word.word_structure import faults

RICH = (
    "# Title\n\nA **bold** and *slanted* [link](https://x.example/a), `code`, ~~gone~~ and [inside](#title).[^1]\n\n"
    "1. one\n   * two\n     1. three\n2. four\n\n> quoted\n\n| a | b |\n|---|---|\n| c **d** | |\n\n---\n\n"
    "```\ncode\n  more\n```\n\n<div>html</div>\n\n###### Deep\n\nEnd.[^2]\n\n"
    "[^1]: A note.\n\n    Of two parts.\n[^2]: Another.\n"
)


def test_a_rich_document_is_built_as_word_asks() -> None:
    """With comments, answers and tracked changes in it."""
    for text in (TEXT, RICH):
        at = text.index("# ") + 2
        own = draft(text, commented(text, at, at + 3, "Why?\n\nTwice."), suggestion(text, at, at + 2, "Ne", 2))
        assert faults(sent(own)) == []


@given(suggested())
def test_any_text_with_any_suggestions_is_built_as_word_asks(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    """Whatever stands in the text, and whatever is suggested for it."""
    written = word_format.write(outgoing_of(draft_with(*case, remarks=[(9, 9, "here"), (9, 10, "\x1b\u202e&<")])))
    assert isinstance(written, bytes)
    assert faults(written) == []


def test_what_word_would_not_open_is_found() -> None:
    """The rules see a wrong order, a comment that is not there, and an id twice."""
    file = WordFile.of(sent(draft(RICH)))
    table = next(file.document.iter(w("tblPr")))
    table.append(table[0])
    mark = file.document.makeelement(f"{{{MAIN}}}commentRangeStart")
    mark.set(w("id"), "77")
    file.document[0][0].append(mark)
    assert len(faults(file.saved())) >= 2
