"""Turns other office documents into Word files through LibreOffice, where that is installed."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from reviewtui.domain.refusal import MachineFailed, Refused

_PATIENCE = 120
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT")


def as_docx(content: bytes, name: str) -> bytes:
    """Return a document as a Word file; it is opened without macros, in a profile of its own that goes again.

    Raises:
        Refused: LibreOffice is not installed, or cannot read the document.
        MachineFailed: it does not answer.

    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Refused(f"'{name}' needs LibreOffice to be read, which is not installed; save it as .docx instead.")
    with tempfile.TemporaryDirectory(prefix="reviewtui-") as folder:
        source = Path(folder) / f"document{Path(name).suffix.lower()}"
        source.write_bytes(content)
        profile = (Path(folder) / "profile").as_uri()
        target = Path(folder) / "out"
        arguments = [
            f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "docx:MS Word 2007 XML",
            "--outdir", str(target), str(source),
        ]  # fmt: skip
        environment = {key: os.environ[key] for key in _PASSED_ON if key in os.environ} | {"HOME": folder}
        try:
            subprocess.run(
                [program, *arguments], env=environment, capture_output=True, check=False, timeout=_PATIENCE, cwd=folder
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise MachineFailed(f"LibreOffice does not answer; save '{name}' as .docx and try again.") from error
        made = target / "document.docx"
        if not made.is_file():
            raise Refused(f"LibreOffice cannot read '{name}'; save it as .docx instead.")
        return made.read_bytes()
