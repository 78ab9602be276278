"""A file is chosen by going through folders, or by typing its path."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from reviewtui.domain.folder import FolderEntry, FolderListing
from reviewtui.domain.refusal import ReviewError
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.dialogs.dialog import entitle
from reviewtui.tui.dialogs.pickers import Entries, Picker
from reviewtui.views.styled_text import Styled, StyledLine, line

FolderReader = Callable[[Path], FolderListing]
"""Reads a folder; it may take a while, and refuse."""
_UP = ".."
_EMPTY = "no such file or folder here"


class FilePicker(Picker):
    """Shows a folder; typing filters it, enter goes into a folder or chooses a file, a typed path is taken as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+u", "go_up", "Up", show=False, priority=True)]

    HINT = "type to filter, or a whole path"
    WAYS = "enter choose \u00b7 ctrl+u up \u00b7 esc leave"

    def __init__(self, title: str, look: FolderReader, start: Path) -> None:
        super().__init__(title, (), _EMPTY)
        self._look = look
        self._folder = start
        self._folders: frozenset[str] = frozenset()

    def on_screen_resume(self) -> None:
        """Show the first folder."""
        self._go_to(self._folder)

    def why_nothing(self, typed: str) -> str:
        """Say what a typed path leads to."""
        path = self._path(typed)
        return _EMPTY if path is None else _leads_to(path)

    def submit(self, typed: str) -> None:
        """Take a typed path, else the marked entry."""
        path = self._path(typed)
        if path is not None:
            self._take_path(path)
        else:
            super().submit(typed)

    def _path(self, typed: str) -> Path | None:
        """Return the path that was typed; None for words that filter the list."""
        if not ("/" in typed or "\\" in typed or typed.strip().startswith("~")):
            return None
        return (self._folder / Path(typed.strip()).expanduser()).absolute()

    def take(self, key: str | None) -> None:
        """Go into a folder, or close with a file."""
        if key is None:
            super().take(key)
        elif key == _UP:
            self.action_go_up()
        elif key in self._folders:
            self._go_to(self._folder / key)
        else:
            self.dismiss(str(self._folder / key))

    def action_go_up(self) -> None:
        """Go to the folder that this one lies in."""
        self._go_to(self._folder.parent)

    def _take_path(self, path: Path) -> None:
        if path.is_dir():
            self._go_to(path)
        elif path.exists():
            self.dismiss(str(path))
        else:
            tell(self.app, _leads_to(path), "warning")

    def _go_to(self, folder: Path) -> None:
        self.run_worker(self._list(folder, self.query_one(Input).value), exclusive=True)

    async def _list(self, folder: Path, typed: str) -> None:
        """List a folder; what was `typed` to get there goes, what is typed meanwhile stays."""
        try:
            listing = await asyncio.to_thread(self._look, folder)
        except ReviewError as refused:
            tell(self.app, str(refused), "warning")
            return
        self._folder = folder
        self._folders = frozenset(entry.name for entry in listing.entries if entry.is_folder)
        self._entries = tuple(_entries(listing))
        field = self.query_one(Input)
        field.value = field.value.removeprefix(typed)
        self._fill(field.value)
        if len(self._entries) > 1 and not field.value:
            # What is looked for lies here more often than above.
            self.action_move(1)
        entitle(self, f"{self._title_text} \u00b7 {folder}", self.WAYS)


def _leads_to(path: Path) -> str:
    """Return in words what a typed path leads to."""
    if path.is_dir():
        return f"enter goes to {path}"
    return f"enter takes {path}" if path.exists() else f"there is no file {path}"


def _entries(listing: FolderListing) -> Entries:
    if listing.folder != listing.folder.parent:
        yield _UP, (line(Styled("../", "muted")),)
    for entry in listing.entries:
        yield entry.name, (_row(entry),)
    if not any(not entry.is_folder for entry in listing.entries):
        yield _UP, (line(Styled("No file here of a kind that is read; type a path, or go to a folder.", "muted")),)
    if listing.left_out:
        yield from _left_out(listing.left_out)


def _left_out(count: int) -> Iterator[tuple[str, tuple[StyledLine, ...]]]:
    yield _UP, (line(Styled(f"{count} more are not listed; type the path", "alarm")),)


def _row(entry: FolderEntry) -> StyledLine:
    if entry.is_folder:
        return line(Styled(f"{entry.name}/", "key"))
    size = f"{entry.size / 1_000:,.0f} kB" if entry.size >= 1_000 else f"{entry.size} bytes"
    return line(entry.name, Styled(f"  {size} \u00b7 {entry.changed:%d %b %Y %H:%M}", "muted"))
