"""Other keys for what the app does, as somebody's own settings name them; conflicts are named, never guessed about."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from textual.keys import KEY_NAME_REPLACEMENTS

from reviewtui.tui.keys.key_table import NAMES, SCREENS, WRITING, keys_of
from reviewtui.tui.keys.reader_keys import ACTIONS

Keymap = Mapping[str, str]
"""Keys, as Textual names them, by the name of the binding: screen and act with a point between."""
_OWN_NAMES = {shown: name for name, shown in NAMES.items()}
_KEY = re.compile(
    r"(?:(?:ctrl|shift|alt|super)\+)*(?:[a-zA-Z0-9]|[a-z]+(?:_[a-z]+)+|f[1-9][0-9]?|up|down|left|right|home|end|"
    r"pageup|pagedown|insert|delete|backspace|enter|tab|space|escape|plus|minus|slash|at|"
    r"colon|semicolon|tilde|apostrophe|backslash|underscore)\Z"
)
_KEPT = frozenset({"ctrl+q", "ctrl+c"})
"""Keys that always leave, or say how."""


def keymap_of(wanted: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the changed bindings, and a sentence for each wish that cannot be followed."""
    known = _known()
    keymap: dict[str, str] = {}
    refused: list[str] = []
    for name, wish in wanted.items():
        bindings = [each for each in known if each == name or (each.partition(".")[2] == name and not _apart(each))]
        keys = [_key_of(word.strip()) for word in wish.split(",") if word.strip()]
        if not bindings:
            refused.append(f"'{name}' is nothing that the app does; docs/app-settings.md says how acts are called.")
        elif not keys or not all(keys):
            refused.append(f"'{wish}' for '{name}' is no key.")
        else:
            keymap |= dict.fromkeys(bindings, ",".join(keys))
    spared = dict(_spared(known, keymap))
    for first, second, key in _double_keys(known | spared | keymap, frozenset(keymap)):
        refused.append(f"'{first}' and '{second}' both want the key '{NAMES.get(key, key)}'; both keep their own.")
        keymap.pop(first, None)
        keymap.pop(second, None)
    return dict(_spared(known, keymap)) | keymap, tuple(refused)


def _spared(known: Keymap, keymap: Keymap) -> Iterator[tuple[str, str]]:
    """Yield the acts that lose a second key, since somebody gave it to something else; each keeps its first."""
    for binding, keys in known.items():
        first, *others = keys.split(",")
        beside = {"read", "text"} if (screen := binding.partition(".")[0]) in {"read", "text"} else {screen}
        given = {key for name, wish in keymap.items() if name.partition(".")[0] in beside for key in wish.split(",")}
        if binding not in keymap and given & set(others):
            yield binding, ",".join((first, *(key for key in others if key not in given)))


def _known() -> dict[str, str]:
    known = {f"{screen}.{key.act}": key.keys for screen in SCREENS for key in keys_of(screen)}
    known |= {f"write.{key.act}": key.keys for key in WRITING}
    return known | {f"text.{action.name}": action.keys for action in ACTIONS}


def _apart(binding: str) -> bool:
    """Whether a binding is meant by its full name only: those of the composer and of the text."""
    return binding.partition(".")[0] in {"write", "text"}


def _key_of(word: str) -> str:
    """Return a key as Textual names it; empty when it is none, or one that is not given away."""
    if len(word) == 1 and not word.isalnum():
        name = unicodedata.name(word, "").lower().replace(" ", "_").replace("-", "_")
        return _OWN_NAMES.get(word) or KEY_NAME_REPLACEMENTS.get(name, name)
    name = _OWN_NAMES.get(word, word)
    return name if _KEY.match(name) and name not in _KEPT else ""


def _double_keys(bindings: Mapping[str, str], changed: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """Yield pairs of bindings of one screen that share a key, one of them changed."""
    for screen in (*SCREENS, "write"):
        mine = {screen, "text"} if screen == "read" else {screen}
        taken: dict[str, str] = {}
        for binding, keys in bindings.items():
            if binding.partition(".")[0] not in mine:
                continue
            for key in filter(None, keys.split(",")):
                other = taken.setdefault(key, binding)
                if other != binding and changed & {binding, other}:
                    yield other, binding, key
