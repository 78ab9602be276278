"""The app's colours as Textual wants them; the terminal's own come with Textual."""

from dataclasses import asdict

from textual.theme import Theme

from reviewtui.tui.appearance.colours import OWN

THEMES = tuple(Theme(**asdict(colours)) for colours in OWN.values())
