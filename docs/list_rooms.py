"""Writes the list of folders in ARCHITECTURE.md anew, from the first lines of each folder's `__init__.py`.

    python docs/list_rooms.py [--check]

With `--check` nothing is written, and it ends with 1 where the list is stale.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "ARCHITECTURE.md"
BEGIN, END = "<!-- folders: written by docs/list_rooms.py -->\n", "<!-- end of folders -->\n"


def folders() -> Iterator[Path]:
    """Yield the folders of the package, each before those inside it."""
    for init in sorted((ROOT / "reviewtui").rglob("__init__.py")):
        yield init.parent


def room_list() -> str:
    """Return the list: each folder with what it says of itself."""
    lines = []
    for folder in folders():
        words = ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
        depth = len(folder.relative_to(ROOT).parts) - 1
        name = folder.relative_to(ROOT).as_posix()
        lines.append(f"{'  ' * depth}- `{name}`: {' '.join(words.split())}")
    return "\n".join(lines) + "\n"


def renewed(page: str) -> str:
    """Return the page with the list as it is now."""
    before, rest = page.split(BEGIN)
    return before + BEGIN + room_list() + END + rest.split(END)[1]


if __name__ == "__main__":
    text = PAGE.read_text("utf-8")
    if "--check" in sys.argv:
        sys.exit(int(renewed(text) != text))
    PAGE.write_text(renewed(text), "utf-8")
