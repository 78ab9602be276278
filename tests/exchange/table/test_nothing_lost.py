"""What a returned table says is taken in or told; nothing is read that nobody wrote, and nothing removed comes back."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.table import xlsx_table
from tests.acting import ask, remark
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
    assert "1 cell has an error in place of words and was read as empty." in incoming.left_out
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
