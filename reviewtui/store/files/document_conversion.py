"""Turns other office files into Word documents and workbooks through LibreOffice, where that is installed."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from reviewtui.domain.refusal import MachineFailed, Refused

_PATIENCE = 120
_STARTS = 2
"""How often it is started: on a busy machine LibreOffice crashes now and then while it starts."""
_PASSED_ON = ("PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT")
_MOST_TAKEN = 50 * 1024 * 1024
"""Bytes of a file that is taken from LibreOffice."""
_FILTERS = {".docx": "docx:MS Word 2007 XML", ".xlsx": "xlsx:Calc MS Excel 2007 XML"}


def converted(content: bytes, name: str, ending: str) -> bytes:
    """Return a file in the form `ending`, ".docx" or ".xlsx".

    It is opened without macros, in a profile of its own that goes again.

    Raises:
        Refused: LibreOffice is not installed, or cannot read the document.
        MachineFailed: it does not answer, or crashes.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Refused(f"'{name}' needs LibreOffice to be read, which is not installed; save it as {ending} instead.")
    for _ in range(_STARTS):
        with tempfile.TemporaryDirectory(prefix="reviewtui-", ignore_cleanup_errors=True) as folder:
            source = Path(folder) / f"document{Path(name).suffix.lower()}"
            source.write_bytes(content)
            crashed = _convert(program, source, name, ending)
            made = Path(folder) / "out" / f"document{ending}"
            if made.is_file() and made.stat().st_size <= _MOST_TAKEN:
                return made.read_bytes()
        if not crashed:
            raise Refused(f"LibreOffice cannot read '{name}'; save it as {ending} instead.")
    raise MachineFailed(f"LibreOffice crashed on '{name}'; save it as {ending} and try again.")


def _convert(program: str, source: Path, name: str, ending: str) -> bool:
    """Let LibreOffice convert a file, and say whether it crashed; it and all that it started end with this."""
    folder = source.parent
    arguments = [
        f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--convert-to",
        _FILTERS[ending], "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip
    environment = {key: os.environ[key] for key in _PASSED_ON if key in os.environ} | {"HOME": str(folder)}
    nothing = subprocess.DEVNULL
    try:
        # The program is a script that starts another; a pipe would stay open, and be waited for, as long as that lives.
        process = subprocess.Popen(
            [program, *arguments], env=environment, cwd=folder, stdin=nothing, stdout=nothing, stderr=nothing,
            start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise MachineFailed(f"LibreOffice cannot be started; save '{name}' as {ending} and try again.") from error
    try:
        # A script tells that its child was killed by a code above 128.
        return not 0 <= process.wait(_PATIENCE) <= 128
    except subprocess.TimeoutExpired as error:
        raise MachineFailed(f"LibreOffice does not answer; save '{name}' as {ending} and try again.") from error
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
