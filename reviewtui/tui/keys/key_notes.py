"""What is said of the keys in the help, and to one that does nothing."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from reviewtui.text.words.visible import visible_line
from reviewtui.tui.keys.key_table import SCREENS, keys_of, shown_keys
from reviewtui.tui.keys.reader_keys import ACTIONS


def reader_rows(keymap: Mapping[str, str] = MappingProxyType({})) -> Iterator[tuple[str, str]]:
    """Yield the reader's own keys, those of `keymap` where somebody has changed them, and what they do."""
    for action in ACTIONS:
        yield shown_keys(keymap.get(f"text.{action.name}", action.keys)), action.label


def dialog_key_note(key: str, ways: str) -> str:
    """Return that `key`, as Textual names it, does nothing in a dialog, and what its keys do."""
    return f"{shown_keys(key)} does nothing here: {ways}."


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
