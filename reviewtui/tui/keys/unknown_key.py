"""What is said to a letter or sign that does nothing on a screen."""

from collections.abc import Mapping

from reviewtui.text.words.visible import visible_line
from reviewtui.tui.keys.key_table import keys_of, shown_keys


def unknown_key_note(screen: str, key: str, keymap: Mapping[str, str], sign: str = "") -> str:
    """Return that `key`, as Textual names it, does nothing; where its capital or small letter does, what that does.

    `sign` is what the key types, for signs of which the key table has no key.
    """
    keys = keys_of(screen, keymap)
    twin = next((each for each in keys if key.swapcase() in each.keys.split(",") and len(key) == 1), None)
    other = f"; {key.swapcase()} is \u201c{twin.label}\u201d" if twin is not None else ""
    every = next(each.called for each in keys if each.act == "help")
    shown = visible_line(sign) if len(key) > 1 and sign.strip() else shown_keys(key)
    return f"{shown} does nothing here{other}. {every} shows what every key does."
