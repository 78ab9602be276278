"""The commenting form goes out as a table of text and comes back as remarks, each once."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
import python_calamine
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.table import csv_table, xlsx_table
from reviewtui.exchange.table.commenting_form import COLUMNS
from reviewtui.exchange.table.csv_table import guarded, unguarded
from tests.acting import ask, refused, remark
from tests.conftest import NORTHVALE, OFFICER, Clone, Run
from tests.exchange.sending import draft_with, elsewhere, here, sent, suggested
from tests.exchange.word.editing import zipped

PAT = "Pat Adviser <pat@southmere.example>"
NAMES = [
    "MB/NC",
    "Line number",
    "Clause/Subclause",
    "Paragraph/Figure/Table",
    "Type of comment",
    "Comments",
    "Proposed change",
    "Observations of the secretariat",
]


def _lines(content: bytes) -> list[list[str]]:
    workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return workbook.get_sheet_by_index(0).to_python(skip_empty_area=False)


def _csv(lines: list[list[str]], **options: str) -> bytes:
    target = io.StringIO()
    csv.writer(target, **options).writerows(lines)  # type: ignore[arg-type]
    return target.getvalue().encode("utf-8")


def _xlsx(lines: list[list[str]], hidden: list[list[str]] = []) -> bytes:  # noqa: B006
    target = io.BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True})
    for name, rows in (("Comments", lines), ("reviewtui", hidden)):
        sheet = workbook.add_worksheet(name)
        for number, line in enumerate(rows):
            for column, cell in enumerate(line):
                sheet.write_string(number, column, cell)
    workbook.close()
    return target.getvalue()


def _hidden(content: bytes) -> list[list[str]]:
    workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return workbook.get_sheet_by_name("reviewtui").to_python(skip_empty_area=False)


def _row(clause: str = "", comments: str = "", change: str = "", line: str = "", kind: str = "te") -> list[str]:
    return ["Pat Adviser", line, clause, "", kind, comments, change, ""]


def test_the_form_has_its_eight_columns_and_nothing_else(review: Clone, run: Run, tmp_path: Path) -> None:
    """Both tables have the names of the form; the ids lie in a hidden sheet, and every cell is text."""
    remark(
        run, review, "comment", "principles", "--quote", "two working days", "-m", "=HYPERLINK(1)", "--kind", "question"
    )
    for name in ("form.xlsx", "form.csv"):
        assert run(review, "export", name[-4:].strip("."), str(tmp_path / name))[0] == 0
    lines = _lines((tmp_path / "form.xlsx").read_bytes())
    assert lines[0] == NAMES == list(COLUMNS)
    assert lines[1][2:6] == ["Principles / Tone", "Paragraph 2", "ge", "On “two working days”: =HYPERLINK(1)"]
    with zipfile.ZipFile(tmp_path / "form.xlsx") as archive:
        assert b"<f" not in archive.read("xl/worksheets/sheet1.xml").replace(b"<fo", b"")
        assert b'name="reviewtui" sheetId="2" state="hidden"' in archive.read("xl/workbook.xml")
    table = (tmp_path / "form.csv").read_text("utf-8-sig")
    assert next(csv.reader([table.splitlines()[0]])) == NAMES


@given(suggested())
def test_what_is_sent_is_known_again_where_nobody_knows_it(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    """Any text with any suggestions: a clone without them reads just these from the workbook, words and places."""
    text, wishes = case
    draft = draft_with(text, wishes)
    incoming = xlsx_table.read(xlsx_table.write(sent(draft)), elsewhere(draft))
    acts = [(act.place.start, act.place.end, act.replacement) for act in incoming.acts if act.place]
    assert sorted(acts) == sorted(wishes)
    assert {act.act for act in incoming.acts} <= {"suggestion"}


@given(suggested())
def test_what_is_sent_comes_back_as_known(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    """The clone that sent a table knows every row of it again, in both forms, and brings in nothing."""
    draft = draft_with(*case, remarks=[(9, 9, "=1+1"), (9, 10, "-x")])
    for format_ in (xlsx_table, csv_table):
        incoming = format_.read(format_.write(sent(draft)), here(draft))
        assert len(incoming.acts) == len(case[1]) + 2
        assert all(act.thread for act in incoming.acts)


@given(st.text())
def test_a_guard_can_be_taken_off_again(cell: str) -> None:
    """A cell that begins like a formula gets an apostrophe, and reads as before once it is back."""
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_rows_of_a_partner_become_remarks_and_suggestions(review: Clone, run: Run, tmp_path: Path) -> None:
    """A proposed change that can mean one thing is a suggestion; all else keeps its words at its clause."""
    rows = [
        _row("Principles", "Say three.", "Replace “two working days” with “three working days”."),
        _row("Tone", "", 'Delete "Be kind."', kind="ed"),
        _row("records.md", "Count the years anew.", "Please reword the second sentence"),
        _row("9.9 Nowhere", "What about drones?"),
        ["Pat Adviser", "", "", "", "", "", "", ""],
    ]
    for name, content in (("a.csv", _csv([NAMES, *rows], delimiter=";")), ("a.xlsx", _xlsx([NAMES, *rows]))):
        (tmp_path / name).write_bytes(content)
        told = ask(run, review, "import", str(tmp_path / name), "--dry-run", "--as", PAT)
        acts = [(act["act"], act["quote"], act["replacement"], act["path"]) for act in told["acts"]]
        assert acts == [
            ("suggestion", "two working days", "three working days", "policy/principles.md"),
            ("suggestion", "Be kind.", "", "policy/principles.md"),
            ("comment", "", None, "policy/records.md"),
            ("comment", "", None, None),
        ]
        assert "Please reword the second sentence" in told["acts"][2]["body"]
        assert "9.9 Nowhere" in told["acts"][3]["body"]


def test_words_that_stand_twice_are_suggested_only_where_the_line_tells_which(
    review: Clone, run: Run, tmp_path: Path
) -> None:
    """Of two equal passages none is guessed; the number of a line says which."""
    change = "Replace “Officers” with “Staff”."
    (tmp_path / "a.csv").write_bytes(
        _csv([NAMES, _row("Principles", "", change), _row("Principles", "", "Delete “e”.", "3")])
    )
    told = ask(run, review, "import", str(tmp_path / "a.csv"), "--dry-run", "--as", PAT)
    assert [act["act"] for act in told["acts"]] == ["comment", "comment"]
    review.commit_file("policy/principles.md", "# Principles\n\nBe kind.\n\nBe kind.\n")
    (tmp_path / "b.csv").write_bytes(_csv([NAMES, _row("Principles", "", "Replace “kind” with “good”.", "5")]))
    [act] = ask(run, review, "import", str(tmp_path / "b.csv"), "--dry-run", "--as", PAT)["acts"]
    assert (act["act"], act["start"]) == ("suggestion", 27)


def test_a_sorted_table_without_some_rows_brings_nothing_twice(review: Clone, run: Run, tmp_path: Path) -> None:
    """Rows in another order are known, one that is gone is named and stays, one that was reworded is an answer."""
    for quote in ("Be kind.", "two working days", "Officers must think"):
        remark(run, review, "comment", "principles", "--quote", quote, "-m", f"On {quote}")
    assert run(review, "export", "xlsx", str(tmp_path / "form.xlsx"), "--organisation", "southmere")[0] == 0
    content = (tmp_path / "form.xlsx").read_bytes()
    first, _, third = _lines(content)[1:]
    third = [*third[:5], "Nonsense!", *third[6:]]
    (tmp_path / "back.xlsx").write_bytes(_xlsx([NAMES, third, first], _hidden(content)))
    told = ask(run, review, "import", str(tmp_path / "back.xlsx"), "--as", PAT)
    assert sorted((act["act"], act["fate"]) for act in told["acts"]) == [
        ("comment", "known"),
        ("comment", "known"),
        ("reply", "new"),
    ]
    assert "Nonsense!" in told["acts"][-1]["body"]
    assert any("not in the table any more" in line for line in told["left_out"])


def test_the_same_table_twice_and_on_two_clones_brings_nothing_twice(review: Clone, run: Run, tmp_path: Path) -> None:
    """A second import brings nothing; two clones that import one table and join have each remark once."""
    other = Clone(tmp_path / "other")
    review.git("clone", "-q", ".", str(other.path))
    (tmp_path / "a.csv").write_bytes(_csv([NAMES, _row("Principles", "Why?"), _row("Tone", "", "Delete “Be kind.”")]))
    for clone in (review, other):
        assert ask(run, clone, "import", str(tmp_path / "a.csv"), "--as", PAT)["count"] == 2
        assert ask(run, clone, "import", str(tmp_path / "a.csv"), "--as", PAT)["count"] == 0
        assert run(clone, "submit")[0] == 0
    review.git("fetch", "-q", str(other.path), "main", who=OFFICER)
    review.git("merge", "-q", "--no-edit", "FETCH_HEAD", who=OFFICER)
    threads = ask(run, review, "threads")["threads"]
    assert len([thread for thread in threads if thread["same_as"] is None]) == 2


def test_copies_that_two_clones_decided_differently_are_contested(review: Clone, run: Run, tmp_path: Path) -> None:
    """Declined here and accepted there: nobody reads “declined” beside the words, and taking it back frees the text."""
    row = _row("Principles", "Say it twice.", "Replace “must think” with “think twice”")
    (tmp_path / "a.csv").write_bytes(_csv([NAMES, row]))
    other = Clone(tmp_path / "other")
    review.git("clone", "-q", ".", str(other.path))
    names = []
    for clone, act in ((review, ("decline", "-m", "No.")), (other, ("accept",))):
        ask(run, clone, "import", str(tmp_path / "a.csv"), "--as", PAT)
        assert run(clone, "submit")[0] == 0
        names.append(ask(run, clone, "threads")["threads"][0]["thread"])
        ask(run, clone, act[0], names[-1], *act[1:])
    review.git("fetch", "-q", str(other.path), "main", who=OFFICER)
    review.git("merge", "-q", "--no-edit", "FETCH_HEAD", who=OFFICER)
    (standing,) = (each for each in ask(run, review, "threads")["threads"] if each["same_as"] is None)
    assert standing["state"] == "contested"
    assert "think twice" in review.read("policy/principles.md")
    ask(run, review, "undo", standing["thread"])
    (after,) = (each for each in ask(run, review, "threads")["threads"] if each["same_as"] is None)
    assert (after["thread"], after["state"]) == (standing["thread"], "open")
    assert "must think" in review.read("policy/principles.md")
    ask(run, review, "decline", standing["thread"], "-m", "No, after all.")
    assert {each["state"] for each in ask(run, review, "threads")["threads"] if not each["same_as"]} == {"declined"}


def test_removed_words_stand_in_no_table(review: Clone, run: Run, tmp_path: Path) -> None:
    """What the author had to remove is not sent to anybody."""
    thread = remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "Ring Jo on 0123")
    assert run(review, "submit", who=NORTHVALE)[0] == 0
    assert run(review, "redact", thread, "-m", "a telephone number")[0] == 0
    assert run(review, "submit")[0] == 0
    for format_ in ("csv", "xlsx"):
        assert run(review, "export", format_, str(tmp_path / f"x.{format_}"))[0] == 0
    assert "0123" not in (tmp_path / "x.csv").read_text("utf-8-sig")
    assert "0123" not in str([_lines((tmp_path / "x.xlsx").read_bytes()), _hidden((tmp_path / "x.xlsx").read_bytes())])


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"hello", "no workbook"),
        (b"\xd0\xcf\x11\xe0rest", "password"),
        (zipped({"xl/workbook.xml": b" " * 60_000_000}), "MB|hundred times"),
        (zipped({"xl/workbook.xml": b"<a/>", "xl/vbaProject.bin": b"x"}), "macros"),
        (zipped({"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a/>'}), "document type"),
        (zipped({"xl/workbook.xml": b"<a/>", "xl/embeddings/a.zip": zipped({"a": b"b"})}), "inside"),
        (zipped({"xl/workbook.xml": b"<a/>", "../../x.xml": b"<a/>"}), "leads out"),
        (
            zipped(
                {"xl/workbook.xml": b"<a/>", "xl/_rels/workbook.xml.rels": b'<Relationship TargetMode="External"/>'}
            ),
            "another place",
        ),
    ],
)
def test_an_unsafe_workbook_is_refused_with_a_sentence(content: bytes, sentence: str) -> None:
    """Bombs, entities, macros, archives inside, names that lead out and remote parts: nothing of it is read."""
    with pytest.raises(Refused, match=sentence):
        xlsx_table.read(content, elsewhere(draft_with("# A\n", [])))


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="99999999999"><c><v>1</v></c></row>',
        "<row r='1'><c s='>' r = 'A99999999999'><v>1</v></c></row>",
        '<row><c r="XFDXFD1"><v>1</v></c></row>',
        "<row/>" * 20_001,
        "<row>" + "<c/>" * 1_001 + "</row>",
        '<row r="20000"><c r="ALL20000"/></row>',
    ],
)
@pytest.mark.parametrize("name", ["xl/worksheets/sheet1.xml", "xl/other.xml"])
def test_a_sheet_with_a_cell_far_out_is_refused_before_room_is_made_for_it(rows: str, name: str) -> None:
    """A few bytes that name the last cell of a sheet take no memory, wherever the sheet lies."""
    content = _xlsx([["a"]])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    del parts["xl/worksheets/sheet1.xml"]
    parts[name] = f"<worksheet><sheetData><row r='1'><c r='A1'/></row>{rows}</sheetData></worksheet>".encode()
    with pytest.raises(Refused, match="too large"):
        xlsx_table.read(zipped(parts), elsewhere(draft_with("# A\n", [])))


def test_an_empty_row_at_the_end_of_a_sheet_is_read() -> None:
    """Programs leave the last row of all where somebody deleted one; it holds nothing and takes no room."""
    with zipfile.ZipFile(io.BytesIO(_xlsx([["a"]]))) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"</sheetData>", b'<row r="1048576"/></sheetData>')
    with pytest.raises(Refused) as refusal:
        xlsx_table.read(zipped(parts), elsewhere(draft_with("# A\n", [])))
    assert "too large" not in str(refusal.value)


def test_a_table_without_the_columns_is_refused(review: Clone, run: Run, tmp_path: Path) -> None:
    """What is no form is told so, and so is what is no text."""
    for name, content in (("a.csv", b"a,b\n1,2\n"), ("b.csv", b"\x00\x01"), ("c.xlsx", _xlsx([["a", "b"]]))):
        (tmp_path / name).write_bytes(content)
        assert refused(run, review, "import", str(tmp_path / name), "--dry-run")


def test_a_proposed_change_that_cannot_be_used_is_told() -> None:
    """Its words stand in the remark, and the preview says why they are no suggestion."""
    draft = draft_with("# Principles\n\nBe kind. Be kind.\n", [])
    rows = [
        NAMES,
        _row("Principles", "Why?", "Replace “Be kind” with “Be good”."),
        _row("Principles", "Why?", "Say it better."),
        _row("Principles", "Why?"),
    ]
    acts = csv_table.read(_csv(rows), here(draft)).acts
    assert [act.act for act in acts] == ["comment"] * 3
    assert ["is no suggestion" in act.note for act in acts] == [True, True, False]
    assert "Replace “Be kind” with “Be good”." in acts[0].body
