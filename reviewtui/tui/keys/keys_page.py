"""The keys as a page of the documentation."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from reviewtui.tui.keys.key_table import KEYS, SCREENS, WRITING, ActKey, shown_keys
from reviewtui.tui.keys.reader_keys import ACTIONS


def keys_page() -> str:
    """Return docs/keys.md."""
    lines = [
        "# Keys",
        "",
        "These are the keys as they come; [the app's settings](app-settings.md) can change them.",
        "",
        "This page is made from the program's own table of keys: `make docs`.",
    ]
    for screen, title in SCREENS.items():
        lines += ["", f"## {title}", "", *_table(key for key in KEYS if screen in key.where)]
    lines += ["", "## Everywhere", "", *_table(key for key in KEYS if not key.where)]
    lines += ["", "## While writing", "", *_table(WRITING, "write.")]
    lines += ["", "## In the text", "", "| key | name | does |", "|---|---|---|"]
    lines += [f"| {_code(shown_keys(action.keys))} | `text.{action.name}` | {action.label} |" for action in ACTIONS]
    return "\n".join(lines) + "\n"


def reader_rows(keymap: Mapping[str, str] = MappingProxyType({})) -> Iterator[tuple[str, str]]:
    """Yield the reader's own keys, those of `keymap` where somebody has changed them, and what they do."""
    for action in ACTIONS:
        yield shown_keys(keymap.get(f"text.{action.name}", action.keys)), action.label


def _table(keys: Iterable[ActKey], before: str = "") -> list[str]:
    rows = [f"| {_code(key.shown) or 'palette'} | {key.label} | `{before}{key.act}` | {key.help} |" for key in keys]
    return ["| key | is called | name | does |", "|---|---|---|---|", *rows]


def _code(keys: str) -> str:
    return " ".join(f"`{key}`" for key in keys.split())
