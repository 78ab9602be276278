"""What is said to a letter or sign that does nothing on a screen."""

from collections.abc import Mapping

from reviewtui.tui.keys.key_table import keys_of, shown_keys


def unknown_key_note(screen: str, key: str, keymap: Mapping[str, str]) -> str:
    """Return that `key`, as Textual names it, does nothing; where its capital or small letter does, what that does."""
    keys = keys_of(screen, keymap)
    twin = next((each for each in keys if key.swapcase() in each.keys.split(",") and len(key) == 1), None)
    other = f"; {key.swapcase()} is \u201c{twin.label}\u201d" if twin is not None else ""
    every = next(each.called for each in keys if each.act == "help")
    return f"{shown_keys(key)} does nothing here{other}. {every} shows what every key does."
