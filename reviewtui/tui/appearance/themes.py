"""The app's colours as Textual wants them; the terminal's own come with Textual."""

from dataclasses import asdict

from textual.theme import Theme

from reviewtui.tui.appearance.colours import OWN

_FRAMES = {"light": {"panel-lighten-2": "#8b8474"}}
"""The colour of frames and scroll bars where a lighter panel is the page itself."""
THEMES = tuple(Theme(**asdict(colours), variables=_FRAMES.get(name, {})) for name, colours in OWN.items())
