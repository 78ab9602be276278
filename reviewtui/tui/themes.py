"""The app's colours: dark, light, high contrast; the terminal's own come with Textual."""

from textual.theme import Theme

DARK = Theme(
    name="dark",
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
    dark=True,
)
LIGHT = Theme(
    name="light",
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
    dark=False,
)
CONTRAST = Theme(
    name="contrast",
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
    dark=True,
)
OWN = (DARK, LIGHT, CONTRAST)
ORDER = ("dark", "light", "contrast", "ansi-dark", "ansi-light")
"""The themes in the order in which a key goes round."""


def next_theme(name: str) -> str:
    """Return the theme after `name`."""
    return ORDER[(ORDER.index(name) + 1) % len(ORDER)] if name in ORDER else ORDER[0]
