"""How one person likes the app, on all their clones: a file of their own, read strictly and never fatal."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec
import platformdirs

from reviewtui.store.files.durable import read_regular
from reviewtui.store.record.event_codec import UnreadableEvent, parse_toml

MAX_BYTES = 64 * 1024


class Preferences(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of the file (docs/app-settings.md); `measure` is in cells, `keys` gives acts other keys."""

    theme: Literal["", "dark", "light", "contrast", "ansi-dark", "ansi-light"] = ""
    measure: Annotated[int, msgspec.Meta(ge=20, le=200)] = 80
    marks: bool = False
    keys: dict[str, str] = {}


def preferences_path() -> Path:
    """Return where the file is, in the folder that the system has for such files."""
    return platformdirs.user_config_path("reviewtui", appauthor=False) / "settings.toml"


def read_preferences(path: Path) -> tuple[Preferences, str]:
    """Return what the file says, and what is wrong with it; then, and without a file, the defaults."""
    if not path.exists():
        return Preferences(), ""
    content = read_regular(path, MAX_BYTES)
    if content is None:
        return Preferences(), f"Your settings {path} are no plain file of at most 64 KiB; the defaults are used."
    try:
        return msgspec.convert(parse_toml(content, MAX_BYTES), Preferences), ""
    except (UnreadableEvent, msgspec.ValidationError) as error:
        problem = str(error).replace("Object contains unknown field", "unknown key")
        return Preferences(), f"Your settings {path} are not understood: {problem}. The defaults are used."
