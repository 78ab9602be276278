"""What is said of the keys: as a page of the documentation, in the help, and to one that does nothing."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from reviewtui.text.words.visible import visible_line
from reviewtui.tui.keys.key_table import KEYS, SCREENS, WRITING, ActKey, keys_of, shown_keys
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


def unknown_key_note(screen: str, key: str, keymap: Mapping[str, str], sign: str = "") -> str:
    """Return that `key`, as Textual names it, does nothing here, and what its capital or small letter does.

    Where that does nothing either, it is said what the key does on another screen.

    `sign` is what the key types, for signs of which the key table has no key.
    """
    keys = keys_of(screen, keymap)
    twin = next((each for each in keys if key.swapcase() in each.keys.split(",") and len(key) == 1), None)
    other = f"; {key.swapcase()} is \u201c{twin.label}\u201d" if twin is not None else ""
    every = next(each.called for each in keys if each.act == "help")
    if not other:
        there = ((where, each) for where in SCREENS if where != screen for each in keys_of(where, keymap) if each.where)
        found = next(((where, each) for where, each in there if key in each.keys.split(",")), None)
        other = f"; on {SCREENS[found[0]]} it is \u201c{found[1].label}\u201d" if found is not None else ""
    shown = visible_line(sign) if len(key) > 1 and sign.strip() else shown_keys(key)
    return f"{shown} does nothing here{other}. {every} shows what every key does."
