"""What a returned table says is taken in or told; nothing is read that nobody wrote, and nothing removed comes back."""

import csv
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import python_calamine
import xlsxwriter

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.table import xlsx_table
from reviewtui.exchange.table.commenting_form import COLUMNS, FormRow, ReadRow, ReadTable, read_form
from reviewtui.exchange.table.returned_rows import read_rows
from reviewtui.exchange.table.row_matching import KnownRow
from tests.acting import ask, refused, remark
from tests.conftest import Clone, Run
from tests.exchange.sending import draft_with, here, sent

DRAFT = draft_with("# Title\n\nOne two three four five six.\n", [], [(13, 16, "Which two?")])
SENT = xlsx_table.write(sent(DRAFT))
CELL = re.compile(rb'(<c r="F2"[^>]*t=")s("[^>]*><v>)\d+')


def _edited(name: str, change: Callable[[bytes], bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SENT)) as archive, zipfile.ZipFile(target, "w") as written:
        for each in archive.namelist():
            content = archive.read(each)
            written.writestr(each, change(content) if each == name else content)
    return target.getvalue()


@pytest.mark.parametrize("index", [b"9999", b"-1", b"abc", b"", b"1.5", b"0x1", b"\xc2\xb2"])
def test_a_cell_that_points_to_no_words_is_refused(index: bytes) -> None:
    """It would be read as the first words of the workbook, which stand in another cell."""
    content = _edited("xl/worksheets/sheet1.xml", lambda part: CELL.sub(rb"\g<1>s\g<2>" + index, part))
    with pytest.raises(Refused, match="points to words that it does not hold"):
        xlsx_table.read(content, here(DRAFT))


def test_a_workbook_without_its_words_is_refused() -> None:
    """All its cells would be empty, or the file unreadable."""
    with pytest.raises(Refused):
        xlsx_table.read(_edited("xl/sharedStrings.xml", lambda _: b"<sst/>"), here(DRAFT))


def test_a_sheet_in_a_wide_encoding_is_refused() -> None:
    """What guards the reader looks at bytes, so a sheet in UTF-16 would pass it unseen."""
    for wide in ("utf-16", "utf-16-le", "utf-16-be"):
        content = _edited("xl/worksheets/sheet1.xml", lambda part, wide=wide: part.decode().encode(wide))  # type: ignore[misc]
        with pytest.raises(Refused):
            xlsx_table.read(content, here(DRAFT))


def test_cells_with_an_error_and_single_things_are_told_in_right_words() -> None:
    """One row is a row, one cell has."""
    incoming = xlsx_table.read(
        _edited("xl/worksheets/sheet1.xml", lambda part: CELL.sub(rb"\1e\2#REF!", part)), here(DRAFT)
    )
    assert "1 cell has an error in place of words, which was read as empty." in incoming.left_out
    assert incoming.read == ("Sheet 'Comments': 1 row.",)


def _table(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))


def _save(path: Path, lines: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)


def test_what_is_written_into_the_last_column_of_a_row_of_ours_is_told(review: Clone, run: Run, tmp_path: Path) -> None:
    """It is the author's to write, so it is no remark; that somebody wrote there is said."""
    remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "How kind?")
    run(review, "export", "csv", str(tmp_path / "form.csv"))
    lines = _table(tmp_path / "form.csv")
    lines[1][7] = "We disagree."
    _save(tmp_path / "back.csv", lines)
    told = ask(run, review, "import", str(tmp_path / "back.csv"))
    assert (told["count"], any("“We disagree.”" in line for line in told["left_out"])) == (0, True)


def test_words_that_were_removed_meanwhile_do_not_come_back(review: Clone, run: Run, tmp_path: Path) -> None:
    """A table that was sent out before still holds them; they are neither a new remark nor an answer."""
    passage = remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "Ask Ms Example.")
    whole = remark(run, review, "comment", "--whole", "-m", "Ms Example, 1 High Street, said so.")
    run(review, "submit")
    for name in ("form.csv", "form.xlsx"):
        run(review, "export", name[5:], str(tmp_path / name))
    for thread in (passage, whole):
        assert run(review, "redact", thread, "-m", "personal data")[0] == 0
    run(review, "submit")
    for name in ("form.csv", "form.xlsx"):
        told = ask(run, review, "import", str(tmp_path / name))
        assert (told["count"], {act["fate"] for act in told["acts"]}) == (0, {"known"})


PAT = "Pat Adviser <pat@southmere.example>"


@pytest.fixture
def table(review: Clone, run: Run, tmp_path: Path) -> list[list[str]]:
    """The table of a review with two remarks on all and two at their words, as southmere was sent it."""
    for words in ("It is short, and that is good.", "Nobody says who decides."):
        remark(run, review, "comment", "--whole", "-m", words)
    remark(run, review, "comment", "principles", "--quote", "Be kind.", "-m", "How kind \u2013 “very”?")
    remark(run, review, "suggest", "principles", "--quote", "two working days", "--replace", "three days")
    run(review, "export", "csv", str(tmp_path / "form.csv"), "--organisation", "southmere")
    return _table(tmp_path / "form.csv")


def _brought(review: Clone, run: Run, file: Path) -> tuple[list[tuple[str, str]], str]:
    """What of a table is new, and all that is told of it."""
    told = ask(run, review, "import", str(file), "--dry-run", "--as", PAT)
    new = [(act["act"], act["body"]) for act in told["acts"] if act["fate"] != "known"]
    return new, " ".join(told["left_out"])


def _workbook(path: Path, lines: list[list[str]], more: Callable[[Any, Any], None] = lambda *_: None) -> Path:
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Copy")
        for number, line in enumerate(lines):
            for column, cell in enumerate(line):
                sheet.write_string(number, column, cell)
        more(workbook, sheet)
    return path


def test_a_row_that_came_in_as_a_remark_with_its_proposed_change_is_known_again(
    review: Clone, run: Run, tmp_path: Path, table: list[list[str]]
) -> None:
    """The words of the change, which stand nowhere in the text, are no answer to the remark that tells them."""
    row = [
        "Southmere (Pat Adviser)",
        "",
        "Principles",
        "",
        "te",
        "Too long.",
        "Replace “no such words” with “less”.",
        "",
    ]
    counts = []
    for rows in ([row, row], [row, row], [row, row, row]):
        _save(tmp_path / "back.csv", [*table, *rows])
        counts.append(ask(run, review, "import", str(tmp_path / "back.csv"), "--yes", "--as", PAT)["count"])
    assert counts == [2, 0, 1]


@pytest.mark.slow
def test_a_table_from_calc_comes_in(review: Clone, run: Run, tmp_path: Path, table: list[list[str]]) -> None:
    """Saved as .ods, old .xls, or CSV with semicolons in the letters of Windows, by LibreOffice."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    row = ["Southmere (Pat Adviser)", "", "Principles", "", "te", "“Kind” café?", "Delete “Be kind.”", ""]
    source = _workbook(tmp_path / "back.xlsx", [*table, row])
    for form in ("csv:Text - txt - csv (StarCalc):59,34,ANSI,1", "ods", "xls"):
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        new, told = _brought(review, run, tmp_path / f"back.{form.partition(':')[0]}")
        assert (new, told) == ([("suggestion", "“Kind” café?")], ""), form


def test_words_put_into_a_row_of_somebody_else_are_not_theirs(
    review: Clone, run: Run, tmp_path: Path, table: list[list[str]]
) -> None:
    """A row of ours that somebody wrote into is an answer to it, by whoever sent the table, wherever it stands."""
    row = next(line for line in table if "who decides" in line[5])
    row[5] = f"{row[5]} I disagree: page two does."
    _save(tmp_path / "back.csv", [table[0], *reversed(table[1:])])
    [act] = [
        act
        for act in ask(run, review, "import", str(tmp_path / "back.csv"), "--dry-run", "--as", PAT)["acts"]
        if act["fate"] != "known"
    ]
    assert (act["act"], act["by"]) == ("reply", PAT)
    assert act["body"].endswith("Nobody says who decides. I disagree: page two does.")


def test_other_quotation_marks_and_dashes_are_told_and_no_answer(
    review: Clone, run: Run, tmp_path: Path, table: list[list[str]]
) -> None:
    """Programs exchange or lose them by themselves, so nobody has said something by that."""
    for before, behind, dash in (('"', '"', "-"), ("", "", ""), ("\x1c", "\x1d", "\x13")):
        signs = str.maketrans({"“": before, "”": behind, "\u2013": dash})
        _save(tmp_path / "back.csv", [[cell.translate(signs) for cell in line] for line in table])
        new, told = _brought(review, run, tmp_path / "back.csv")
        assert new == []
        assert "2 rows of ours (4, 5) with other quotation marks or dashes" in told


def test_an_old_macintosh_file_is_read_in_its_letters(
    review: Clone, run: Run, tmp_path: Path, table: list[list[str]]
) -> None:
    """Excel still writes such tables; read as Windows', each row of ours would be another."""
    _save(tmp_path / "utf.csv", [*table, ["Pat", "", "", "", "te", "Say “café”, don\u2019t say more.", "", ""]])
    (tmp_path / "back.csv").write_bytes((tmp_path / "utf.csv").read_text("utf-8").encode("mac-roman"))
    assert _brought(review, run, tmp_path / "back.csv")[0] == [("comment", "Say “café”, don\u2019t say more.")]


def test_a_table_that_was_cut_off_in_a_cell_is_refused(
    review: Clone, run: Run, tmp_path: Path, table: list[list[str]]
) -> None:
    """Half a remark would come in as a whole one, and the rows behind it would be gone without a word."""
    assert len(table) == 5
    content = (tmp_path / "form.csv").read_bytes()
    (tmp_path / "cut.csv").write_bytes(content[: content.index(b"How kind")])
    assert "cut off" in refused(run, review, "import", str(tmp_path / "cut.csv"), "--dry-run")


def test_a_table_copied_into_another_workbook_brings_nothing_twice(
    review: Clone, run: Run, tmp_path: Path, table: list[list[str]]
) -> None:
    """Without the hidden sheet rows are known by what they say, as in a table of text; a second head is no row."""
    mine = ["Southmere Council (Pat Adviser)", "", "", "", "te", "What about drones?", "", ""]
    run(review, "export", "xlsx", str(tmp_path / "form.xlsx"), "--organisation", "southmere")
    sent_lines = python_calamine.load_workbook(tmp_path / "form.xlsx").get_sheet_by_name("Comments").to_python()
    for lines in (table, sent_lines):
        file = _workbook(tmp_path / "copy.xlsx", [*lines, lines[0], mine])
        assert _brought(review, run, file) == ([("comment", "What about drones?")], "")


def test_a_cell_over_several_rows_says_the_same_of_each(
    review: Clone, run: Run, tmp_path: Path, table: list[list[str]]
) -> None:
    """Name and clause of merged cells hold for all their rows; the words of a comment for one."""

    def merge(_: Any, sheet: Any) -> None:
        sheet.merge_range(5, 0, 6, 0, "Southmere Council (Pat Adviser)")
        sheet.merge_range(5, 2, 6, 2, "Principles")
        sheet.merge_range(5, 5, 6, 5, "Too long.")
        sheet.write_string(6, 6, "Delete “Be kind.”")

    file = _workbook(tmp_path / "merged.xlsx", table, merge)
    acts = ask(run, review, "import", str(file), "--dry-run", "--as", PAT)["acts"]
    assert [(act["act"], act["path"], act["quote"], act["body"]) for act in acts if act["fate"] != "known"] == [
        ("comment", "policy/principles.md", "", "Too long."),
        ("suggestion", "policy/principles.md", "Be kind.", ""),
    ]


def test_words_beside_the_rows_are_told(review: Clone, run: Run, tmp_path: Path, table: list[list[str]]) -> None:
    """Notes on cells, boxes, struck words, and what stands in the first column alone: none goes unseen."""

    def beside(workbook: Any, sheet: Any) -> None:
        sheet.write_comment(2, 5, "Not enough, I say.")
        sheet.insert_textbox(20, 1, "We object to all of it.")
        sheet.write_rich_string(6, 5, "Two ", workbook.add_format({"font_strikeout": True}), "or three", " days")

    file = _workbook(tmp_path / "notes.xlsx", [*table, ["See our letter.", *[""] * 7]], beside)
    new, told = _brought(review, run, file)
    assert new == [("comment", "Two or three days")]
    assert all(words in told for words in ("Not enough, I say.", "We object to all of it.", "struck out", "our letter"))


def test_words_above_the_columns_are_told(review: Clone, run: Run, tmp_path: Path, table: list[list[str]]) -> None:
    """A letter that somebody put over the table, in a workbook and in a file of text."""
    file = _workbook(tmp_path / "letter.xlsx", [["We object", "to all."], *table])
    assert "Beside the rows it says, which was not read: “We object to all.”" in _brought(review, run, file)[1]
    (tmp_path / "letter.csv").write_text("\n".join(["We object to all.", ",".join(table[0]), ""]), "utf-8")
    assert "“We object to all.”" in _brought(review, run, tmp_path / "letter.csv")[1]


def test_other_columns_than_those_that_are_read_are_told() -> None:
    """A type that the form does not know, a column of their own, and a cell of our row that somebody changed."""
    table = read_form([[*COLUMNS, "Priority"], ["Pat", "", "", "", "urgent", "Too long.", "", "", "High"]])
    assert table is not None
    result = read_rows(table, [], DRAFT.policy, "")
    assert [act.body for act in result.acts] == ["(Type: urgent)\n\nToo long."]
    assert result.left_out == ("The column 'Priority' is none of the form and was not read: “High”.",)
    known = KnownRow("01kb", FormRow("Pat", "3", "Tone", "", "ge", "Too long."), is_kept=True)
    result = read_rows(ReadTable((ReadRow(2, known.row._replace(type="te")),)), [known], DRAFT.policy, "")
    assert result.left_out == ("Row 2 says “te” in place of “ge” in the column 'Type of comment', which was not read.",)


def test_a_row_in_the_name_of_others_than_were_asked_says_so(
    review: Clone, run: Run, tmp_path: Path, table: list[list[str]]
) -> None:
    """A table that southmere was sent is no place where northvale speaks; the preview says so."""
    run(review, "export", "xlsx", str(tmp_path / "form.xlsx"), "--organisation", "southmere")
    book = python_calamine.load_workbook(tmp_path / "form.xlsx")
    hidden = book.get_sheet_by_name("reviewtui").to_python()
    forged = ["Northvale Council (J. Reviewer)", "", "", "", "te", "We withdraw all we said.", "", ""]

    def keep(workbook: Any, _: Any) -> None:
        sheet = workbook.add_worksheet("reviewtui")
        for number, line in enumerate(hidden):
            sheet.write_string(number, 0, str(line[0]))

    file = _workbook(tmp_path / "back.xlsx", [*table, forged], keep)
    acts = ask(run, review, "import", str(file), "--dry-run", "--as", PAT)["acts"]
    [act] = [act for act in acts if act["fate"] != "known"]
    assert "the table was sent to Southmere Council, this row names Northvale Council" in act["note"]


@pytest.mark.parametrize("error", ["Err:508", "#NAME?", "#N/A", "#DIV/0!", "#REF!", "#NV", "#ERROR!"])
def test_the_error_of_a_formula_in_a_text_table_is_nobodys_remark(
    review: Clone, run: Run, tmp_path: Path, table: list[list[str]], error: str
) -> None:
    """LibreOffice and Excel write it into the file in place of the words, of which the workbook tells as well."""
    rows = [
        ["Southmere", "", "Principles", "", "te", error, "", ""],
        ["Southmere", "", "Principles", "", "te", "Ay", error, ""],
    ]
    _save(tmp_path / "back.csv", [*table, *rows])
    new, told = _brought(review, run, tmp_path / "back.csv")
    assert new == [("comment", "Ay")]
    assert "2 cells have an error in place of words, which was read as empty: row " in told
    assert told.count(f"“{error}”") == 2


@pytest.mark.parametrize("words", ["#12?", "#3!", "#YES!", "#WHO?", "Err:none"])
def test_words_that_only_look_like_an_error_are_a_remark(
    review: Clone, run: Run, tmp_path: Path, table: list[list[str]], words: str
) -> None:
    """They were emptied, and only their number was told."""
    _save(tmp_path / "back.csv", [*table, ["Southmere", "", "Principles", "", "te", words, "", ""]])
    new, _ = _brought(review, run, tmp_path / "back.csv")
    assert new == [("comment", words)]
