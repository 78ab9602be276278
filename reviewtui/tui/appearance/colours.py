"""The app's own colours, as plain values: dark, light and high contrast."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours, each as #rrggbb, named as themes name them."""

    name: str
    dark: bool
    primary: str
    secondary: str
    accent: str
    foreground: str
    background: str
    surface: str
    panel: str
    success: str
    warning: str
    error: str


DARK = Colours(
    name="dark",
    dark=True,
    primary="#7aa2c8",
    secondary="#9ab893",
    accent="#d7a65f",
    foreground="#d6d3cb",
    background="#1b1d21",
    surface="#22252a",
    panel="#2b2f36",
    success="#8fbf7f",
    warning="#e0b060",
    error="#e07a6e",
)
LIGHT = Colours(
    name="light",
    dark=False,
    primary="#2f5f8f",
    secondary="#4a6f43",
    accent="#8a5a10",
    foreground="#26282b",
    background="#faf8f3",
    surface="#f2efe7",
    panel="#e6e1d5",
    success="#2f6f2f",
    warning="#8a5a00",
    error="#a8322a",
)
CONTRAST = Colours(
    name="contrast",
    dark=True,
    primary="#00d7ff",
    secondary="#5fff5f",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    success="#5fff5f",
    warning="#ffff00",
    error="#ff8787",
)
OWN = {colours.name: colours for colours in (DARK, LIGHT, CONTRAST)}
"""The sets by name; the terminal's own colours are no set."""
ORDER = ("dark", "light", "contrast", "ansi-dark", "ansi-light")
"""The names of all themes in the order in which a key goes round."""


def next_theme(name: str) -> str:
    """Return the theme after `name`."""
    return ORDER[(ORDER.index(name) + 1) % len(ORDER)] if name in ORDER else ORDER[0]
