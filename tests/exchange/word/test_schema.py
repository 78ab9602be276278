"""What goes out is valid by the schemas of ECMA-376 (ISO/IEC 29500 part 4), where they are at hand."""

from pathlib import Path

import pytest
from hypothesis import given

from reviewtui.exchange.word import word_format
from tests.conftest import Clone, Run
from tests.exchange.sending import draft_with, suggested
from tests.exchange.sending import sent as outgoing_of
from tests.exchange.word.editing import WordFile, w
from tests.exchange.word.schema_check import FOLDER, schema_faults, schema_folder
from tests.exchange.word.sending import PATH, commented, draft, placed, relocated, sent
from tests.exchange.word.sending import suggested as suggestion
from tests.exchange.word.test_sent_moves import CASES, TEXT
from tests.exchange.word.test_structure import RICH
from tests.making import draft_of

HERE = schema_folder()
PARTS = {"word/document.xml", "word/comments.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml"}
pytestmark = pytest.mark.skipif(
    HERE is None, reason=f"no schemas of ECMA-376: name a folder that holds wml.xsd in {FOLDER}"
)


def _faults(content: bytes) -> list[str]:
    assert HERE is not None
    faults, parts = schema_faults(content, HERE)
    assert parts >= PARTS
    return faults


def test_a_rich_document_is_valid() -> None:
    """With every kind of block, comments, answers and a suggestion."""
    at = RICH.index("# ") + 2
    own = draft(RICH, commented(RICH, at, at + 3, "Why?\n\nTwice."), suggestion(RICH, at, at + 2, "Ne", 2))
    assert _faults(sent(own)) == []


@pytest.mark.parametrize(("words", "behind"), CASES)
def test_moves_are_valid(words: str, behind: str) -> None:
    """Of paragraphs, items and words in a line."""
    start, at = TEXT.index(words), TEXT.index(behind) + len(behind)
    event = relocated(TEXT, (start, start + len(words)), at)
    assert _faults(sent(placed(draft_of({PATH: TEXT}, event)))) == []


@given(suggested())
def test_any_text_with_any_suggestions_is_valid(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    """Whatever stands in the text, and whatever is suggested for it."""
    written = word_format.write(outgoing_of(draft_with(*case, remarks=[(9, 9, "here"), (9, 10, "\x1b\u202e&<")])))
    assert isinstance(written, bytes)
    assert _faults(written) == []


def test_the_commenting_form_is_valid(review: Clone, run: Run, tmp_path: Path) -> None:
    """The form of ISO and IEC as a Word document."""
    assert run(review, "export", "form", str(tmp_path / "form.docx"))[0] == 0
    assert HERE is not None
    assert schema_faults((tmp_path / "form.docx").read_bytes(), HERE)[0] == []


def test_what_is_not_valid_is_found() -> None:
    """The schemas are in fact asked."""
    file = WordFile.of(sent(draft(RICH)))
    table = next(file.document.iter(w("tblPr")))
    table.append(table[0])
    assert _faults(file.saved())
