"""The commenting form as a Word document: its eight columns, filled in in Word and brought in as a table is."""

from pathlib import Path
from typing import Any

from lxml import etree

from reviewtui.exchange.table.commenting_form import COLUMNS
from reviewtui.exchange.word.reading.word_document import read_document
from reviewtui.exchange.word.word_commenting_form import form_of
from tests.acting import ask, remark
from tests.conftest import Clone, Run
from tests.exchange.word.editing import w, zipped
from tests.exchange.word.sending import draft, sent
from tests.exchange.word.word_structure import part_faults, parts_of

PAT = "Pat Adviser <pat@southmere.example>"


def _filled(content: bytes, row: int, cells: dict[int, str]) -> bytes:
    """The form with words in some cells of a row."""
    parts = parts_of(content)
    tree: Any = etree.fromstring(parts["word/document.xml"])
    rows = list(tree.iter(w("tr")))
    for column, words in cells.items():
        run = next(rows[row].findall(w("tc"))[column].iter(w("r")))
        etree.SubElement(run, w("t")).text = words
    parts["word/document.xml"] = etree.tostring(tree)
    return zipped(parts)


def test_the_form_has_its_columns_and_comes_back(review: Clone, run: Run, tmp_path: Path) -> None:
    """Our rows are known again, a row that somebody fills in is their suggestion, and once is enough."""
    remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "How kind?")
    assert run(review, "export", "form", str(tmp_path / "form.docx"))[0] == 0
    content = (tmp_path / "form.docx").read_bytes()
    assert part_faults(content) == []
    document = read_document(content)
    assert [paragraph.current for paragraph in document.paragraphs if paragraph.cell][:8] == list(COLUMNS)
    assert ask(run, review, "import", str(tmp_path / "form.docx"))["count"] == 0
    wish = "Replace “two working days” with “three working days”."
    cells = {0: "Pat Adviser", 2: "Tone", 4: "te", 5: "Too short.", 6: wish}
    (tmp_path / "back.docx").write_bytes(_filled(content, 3, cells))
    told = ask(run, review, "import", str(tmp_path / "back.docx"), "--as", PAT)
    new = [act for act in told["acts"] if act["fate"] == "new"]
    assert [(act["act"], act["quote"], act["replacement"], act["body"]) for act in new] == [
        ("suggestion", "two working days", "three working days", "Too short.")
    ]
    assert ask(run, review, "import", str(tmp_path / "back.docx"), "--as", PAT)["count"] == 0


def test_words_around_the_form_are_told(review: Clone, run: Run, tmp_path: Path) -> None:
    """What a partner writes above or below the table is no remark by itself, and is not lost."""
    assert run(review, "export", "form", str(tmp_path / "form.docx"))[0] == 0
    assert "Beside the rows" not in str(ask(run, review, "import", str(tmp_path / "form.docx"), "--dry-run"))
    parts = parts_of((tmp_path / "form.docx").read_bytes())
    tree: Any = etree.fromstring(parts["word/document.xml"])
    paragraph = tree.makeelement(w("p"))
    etree.SubElement(etree.SubElement(paragraph, w("r")), w("t")).text = "We object to all of it."
    next(tree.iter(w("tbl"))).addprevious(paragraph)
    parts["word/document.xml"] = etree.tostring(tree)
    (tmp_path / "back.docx").write_bytes(zipped(parts))
    told = ask(run, review, "import", str(tmp_path / "back.docx"), "--dry-run")
    assert "Beside the rows it says, which was not read: “We object to all of it.”" in told["left_out"]


def test_a_policy_with_such_a_table_in_it_is_no_form() -> None:
    """A document that was sent out as the policy comes back as that."""
    table = f"| {' | '.join(COLUMNS)} |\n|{'---|' * 8}\n| a | 1 | b | c | ge | d | e | f |\n"
    assert form_of(read_document(sent(draft(f"# Title\n\n{table}")))) is None
