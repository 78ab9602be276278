"""Somebody who looks for a file sees the folders and the files that will do, the newest first."""

import os
from pathlib import Path

import pytest

from reviewtui.domain.refusal import Refused
from reviewtui.store.files.folder_listing import list_folder


def test_folders_come_first_then_files_the_newest_first(tmp_path: Path) -> None:
    """What was changed last is most likely what came back; hidden files and other endings are left out."""
    (tmp_path / "zoo").mkdir()
    (tmp_path / "Attic").mkdir()
    for age, name in enumerate(("new.docx", "old.DOCX", "notes.txt", ".secret.docx")):
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (1_000_000 - age, 1_000_000 - age))
    names = [entry.name for entry in list_folder(tmp_path, (".docx",)).entries]
    assert names == ["Attic", "zoo", "new.docx", "old.DOCX"]
    assert len(list_folder(tmp_path).entries) == 5


def test_what_is_no_file_is_left_out_and_a_link_to_nowhere_too(tmp_path: Path) -> None:
    """A pipe would wait for ever, and a dangling link leads nowhere."""
    os.mkfifo(tmp_path / "pipe.docx")
    (tmp_path / "gone.docx").symlink_to(tmp_path / "nowhere")
    assert list_folder(tmp_path).entries == ()


def test_a_folder_that_is_not_there_is_refused_with_a_sentence(tmp_path: Path) -> None:
    """Whoever types a wrong name is told so."""
    with pytest.raises(Refused, match="cannot be read"):
        list_folder(tmp_path / "none")
