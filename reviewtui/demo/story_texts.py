"""The story's files as the package carries them, in a source checkout and in a wheel alike."""

import importlib.resources
from importlib.resources.abc import Traversable

_PACKAGE = "reviewtui.demo"
_FOLDER = "story"


def story_text() -> str:
    """Return the story itself, as TOML."""
    return _root().joinpath("story.toml").read_text(encoding="utf-8")


def draft_texts(name: str) -> dict[str, bytes]:
    """Return the bytes of the sections that draft `name` writes, by file name."""
    files = sorted(_root().joinpath(name).iterdir(), key=lambda file: file.name)
    return {file.name: file.read_bytes() for file in files if file.name.endswith(".md")}


def _root() -> Traversable:
    return importlib.resources.files(_PACKAGE).joinpath(_FOLDER)
