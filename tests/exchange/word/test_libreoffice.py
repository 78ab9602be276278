"""A file goes through a real client and comes back: exactly what was done in it, by whom, at its place."""

import os
import secrets
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.exchange.word.acts.test_returned_document import TEXT
from tests.exchange.word.editing import WordFile
from tests.exchange.word.sending import commented, draft, new_acts, read, relocated, sent, suggested, wordings

pytestmark = pytest.mark.slow
_OFFICE = shutil.which("soffice")
_BRIDGES = ("/usr/bin/python3", "python3")
_STARTS = 3
"""How often LibreOffice is started at most: it crashes now and then on a machine that is busy."""
_AUTHOR = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.UserProfile/Data"><prop oor:name="givenname" oor:op="fuse"><value>{}</value></prop>
<prop oor:name="sn" oor:op="fuse"><value>{}</value></prop></item></oor:items>
"""


def _bridge() -> str:
    """A Python that can talk to LibreOffice."""
    for program in _BRIDGES:
        if (
            shutil.which(program)
            and not subprocess.run([program, "-c", "import uno"], capture_output=True, check=False).returncode
        ):
            return program
    pytest.skip("no Python with LibreOffice's bridge (Debian: python3-uno)")


def _profile(folder: Path, author: str) -> str:
    given, _, family = author.partition(" ")
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(_AUTHOR.format(given, family))
    return f"-env:UserInstallation={folder.as_uri()}"


def _saved_by_office(content: bytes, folder: Path) -> bytes:
    """A file as LibreOffice saves it."""
    if _OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    (folder / "in").mkdir()
    (folder / "in" / "file.docx").write_bytes(content)
    for start in range(_STARTS):
        done = subprocess.run(
            [_OFFICE, _profile(folder / f"profile{start}", "Any Body"), "--headless", "--convert-to",
             "docx:MS Word 2007 XML", "--outdir", str(folder), str(folder / "in" / "file.docx")],
            capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        if done.returncode >= 0:
            assert not done.returncode, done.stderr
            return (folder / "file.docx").read_bytes()
    pytest.skip(f"LibreOffice crashed {_STARTS} times: {done.stderr}")


def _edited_in_office(content: bytes, folder: Path, author: str, *edits: str) -> bytes:
    """A file as somebody edits and saves it in LibreOffice."""
    if _OFFICE is None:
        pytest.skip("LibreOffice is not installed")
    bridge = _bridge()
    for _ in range(_STARTS):
        own = folder / secrets.token_hex(4)
        own.mkdir()
        (own / "in.docx").write_bytes(content)
        done = _one_edit(bridge, own, author, *edits)
        if done.returncode >= 0:
            assert not done.returncode, done.stderr
            return (own / "out.docx").read_bytes()
    pytest.skip(f"LibreOffice crashed {_STARTS} times: {done.stderr}")


def _one_edit(bridge: str, own: Path, author: str, *edits: str) -> subprocess.CompletedProcess[str]:
    """Run LibreOffice and what edits `in.docx` in it to `out.docx`; a return code below 0 is a crash."""
    pipe = f"reviewtui{secrets.token_hex(4)}"
    office = subprocess.Popen(
        [str(_OFFICE), _profile(own / "profile", author), "--headless", "--norestore", "--nologo",
         f"--accept=pipe,name={pipe};urp;"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        driver = Path(__file__).with_name("libreoffice_driver.py")
        return subprocess.run(
            [bridge, str(driver), pipe, str(own / "in.docx"), str(own / "out.docx"), author, *edits],
            capture_output=True, text=True, check=False, timeout=120, env=os.environ | {"PYTHONNOUSERSITE": "1"},
        )  # fmt: skip
    finally:
        office.terminate()
        try:
            office.wait(30)
        except subprocess.TimeoutExpired:
            office.kill()
            office.wait(30)


def test_what_is_only_opened_and_saved_brings_nothing(tmp_path: Path) -> None:
    """LibreOffice writes every part anew, renumbers comments and drops their threads: all of ours are known again."""
    start = TEXT.index("two working days")
    remark = commented(TEXT, start, start + 16, "Is that enough?")
    change = suggested(TEXT, TEXT.index("must"), TEXT.index("must") + 4, "shall", 2)
    drafted = draft(TEXT, remark, change)
    incoming = read(_saved_by_office(sent(drafted), tmp_path), drafted)
    assert [bool(act.thread) for act in incoming.acts] == [True, True]


@pytest.mark.parametrize(
    ("words", "behind"), [("Second words.", "Under it."), ("One.", "Three."), ("Here are others.", "Second words.")]
)
def test_a_move_that_is_only_opened_and_saved_brings_nothing(tmp_path: Path, words: str, behind: str) -> None:
    """Both of its ends come back, and are known for the move that they are."""
    text = (
        "# T\n\nFirst words. Here are others. More.\n\nSecond words.\n\n* One.\n* Two.\n* Three.\n\nUnder it.\n\nEnd\n"
    )
    start, end = text.index(words), text.index(words) + len(words)
    drafted = draft(text, relocated(text, (start, end), text.index(behind) + len(behind)))
    saved = _saved_by_office(sent(drafted), tmp_path)
    assert [act for act in read(saved, drafted).acts if not act.thread] == []
    [act] = new_acts(saved, draft(text))
    assert act.place is not None
    assert act.target is not None
    assert (act.act, text[act.place.start : act.place.end].strip()) == ("move", words)
    assert text[: act.target.end].endswith(behind)


def test_changes_by_two_people_survive_a_save(tmp_path: Path) -> None:
    """Replaced words, a new item, a deletion, a comment and its answer come back each under its name."""
    file = WordFile.of(sent(draft(TEXT)))
    file.replace("must", "may", "Pat Adviser")
    file.add_paragraph("Be kind.", "Be fair.", "Kim Other")
    file.delete("within a week", "Kim Other")
    file.comment("two working days", "Who answers in the holidays?", "Pat Adviser")
    acts = new_acts(_saved_by_office(file.saved(), tmp_path), draft(TEXT))
    assert sorted((act.voice.name, act.act, act.replacement) for act in acts if act.act == "suggestion") == [
        ("Kim Other", "suggestion", ""),
        ("Kim Other", "suggestion", "\n* Be fair."),
        ("Pat Adviser", "suggestion", "may"),
    ]
    assert wordings([act for act in acts if act.act == "comment"], TEXT) == [("two working days", None)]


def test_two_people_edit_in_libreoffice_itself(tmp_path: Path) -> None:
    """Tracking is on and stays on; each change and comment is under the name of whoever made it there."""
    first = _edited_in_office(
        sent(draft(TEXT)), tmp_path, "Pat Adviser", "must=>have to", "Be kind.=>#Kind to whom?", "The end of it.=>"
    )
    second = _edited_in_office(first, tmp_path, "Kim Other", "two working=>five", "Quoted words=>Words of others")
    acts = new_acts(second, draft(TEXT))
    assert sorted((act.voice.name, act.quote, act.replacement) for act in acts) == [
        ("Kim Other", "Quoted words", "Words of others"),
        ("Kim Other", "two working", "five"),
        ("Pat Adviser", "Be kind.", None),
        ("Pat Adviser", "The end of it.", ""),
        ("Pat Adviser", "must", "have to"),
    ]
    assert all(act.place is not None and act.place.start is not None for act in acts)
