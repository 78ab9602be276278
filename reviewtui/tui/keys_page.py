"""The keys as a page of the documentation."""

from collections.abc import Iterable, Iterator

from reviewtui.tui.key import Key, shown_keys
from reviewtui.tui.keys import KEYS, SCREENS, WRITING
from reviewtui.tui.reader.actions import ACTIONS


def keys_page() -> str:
    """Return docs/keys.md."""
    lines = ["# Keys", "", "This page is made from the program's own table of keys: `make docs`."]
    for screen, title in SCREENS.items():
        lines += ["", f"## {title}", "", *_table(key for key in KEYS if screen in key.where)]
    lines += ["", "## Everywhere", "", *_table(key for key in KEYS if not key.where)]
    lines += ["", "## While writing", "", *_table(WRITING)]
    lines += ["", "## In the text", "", "| key | does |", "|---|---|"]
    lines += [f"| {_code(keys)} | {label} |" for keys, label in reader_rows()]
    return "\n".join(lines) + "\n"


def reader_rows() -> Iterator[tuple[str, str]]:
    """Yield the reader's own keys and what they do."""
    for action in ACTIONS:
        yield shown_keys(action.keys), action.label


def _table(keys: Iterable[Key]) -> list[str]:
    rows = [f"| {_code(key.shown)} | {key.label} | {key.help} |" for key in keys]
    return ["| key | is called | does |", "|---|---|---|", *rows]


def _code(keys: str) -> str:
    return " ".join(f"`{key}`" for key in keys.split())
