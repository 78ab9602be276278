"""Documents that go through LibreOffice: whatever that does, there is a document or a sentence, and nothing is left."""

import time
from pathlib import Path

import pytest

from reviewtui.domain.refusal import MachineFailed, Refused
from reviewtui.store.files import document_conversion
from tests.acting import program_at


def _office(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let this script be the LibreOffice of the machine."""
    program_at(folder / "soffice", script)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


def test_without_libreoffice_it_is_said_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The document can be saved in a form that needs no other program."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refused, match=r"not installed; save it as \.docx"):
        document_conversion.converted(b"x", "a.odt", ".docx")


def test_a_hanging_libreoffice_ends_with_all_that_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a script that starts another program, which must not live on, nor be waited for."""
    monkeypatch.setattr(document_conversion, "_PATIENCE", 0.5)
    _office(tmp_path, monkeypatch, f"sleep 61 &\necho $! > {tmp_path}/child\nwait")
    with pytest.raises(MachineFailed, match="does not answer"):
        document_conversion.converted(b"x", "a.odt", ".docx")
    child = Path("/proc") / (tmp_path / "child").read_text().strip()
    deadline = time.monotonic() + 20
    while child.exists() and (child / "stat").read_text().split()[2] != "Z":
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_crash_is_tried_once_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it starts on a busy machine LibreOffice crashes now and then; a second time it is told."""
    tries = tmp_path / "tries"
    _office(tmp_path, monkeypatch, f"echo >> {tries}\nkill -SEGV $$")
    with pytest.raises(MachineFailed, match="crashed"):
        document_conversion.converted(b"x", "a.odt", ".docx")
    assert tries.read_text() == "\n\n"
    made = 'while [ "$1" != "--outdir" ]; do shift; done; mkdir -p "$2"; printf made > "$2/document.docx"'
    _office(tmp_path, monkeypatch, f"[ -e {tmp_path}/once ] || {{ touch {tmp_path}/once; kill -SEGV $$; }}\n{made}")
    assert document_conversion.converted(b"x", "a.odt", ".docx") == b"made"


def test_what_it_cannot_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends as if all was well, and there is no document."""
    _office(tmp_path, monkeypatch, "exit 0")
    with pytest.raises(Refused, match=r"cannot read 'a\.odt'"):
        document_conversion.converted(b"x", "a.odt", ".docx")
