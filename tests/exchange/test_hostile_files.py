"""Files from outside that are made to break a program: each is read or refused with a sentence, and none takes long."""

from contextlib import suppress

import pytest

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.formats.format_registry import importer
from tests.exchange.sending import draft_with, elsewhere

KNOWN = elsewhere(draft_with("# Title\n\nOne.\n", []))
FORM = '"MB","Clause","Comments","Proposed change"\r\n'
BEGIN, END = b"-----BEGIN REVIEWTUI ANSWER-----\n", b"-----END REVIEWTUI ANSWER-----\n"
HOSTILE = {
    "deep.json": b"[" * 5_000_000,
    "answers.txt": BEGIN * 200_000,
    "empty.txt": (BEGIN + END) * 10_000,
    "rows.csv": (FORM + '"a","b","c","Delete “One.”"\r\n' * 25_000).encode(),
    "columns.csv": b"a," * 5_000_000,
    "quotes.csv": (FORM + '"a","","c","Replace “' + "” with “" * 5_000 + '”"').encode(),
    "marks.md": b"# Title\n\n" + b"{~~a~>b" * 600_000,
    "stars.md": b"# Title\n\n" + b"*" * 100_000,
    "lines.eml": b"From: a\n\n" + b"> x\ny\n" * 40_000,
    "answers.eml": b"From: a\n\n" + b"> One.\nyes\n" * 9_000,
    "boxes.eml": b"From: a\n" + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n' * 20_000,
    "html.eml": b"From: a\nContent-Type: text/html\n\n" + b"<blockquote>" * 300_000,
    "people.eml": b"From: " + b"a," * 100_000 + b"\n\nx",
    "wrote.eml": b"From: a\n\nOn " + b"wrote " * 100_000 + b"\n> x\n",
    "regards.eml": b"From: a\n\n" + b"kind regards\n" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_file_from_outside_breaks_or_hangs(name: str) -> None:
    """What grows with the square of its size would not end within the time that a test has."""
    with suppress(Refused):
        importer(name).read(HOSTILE[name], KNOWN)
