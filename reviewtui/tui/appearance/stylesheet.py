"""What looks alike on all screens: colours and rules, with what Textual parsed kept from screen to screen."""

from dataclasses import asdict

from textual.css.stylesheet import Stylesheet
from textual.theme import Theme

from reviewtui.tui.appearance.colours import OWN

_FRAMES = {"light": {"panel-lighten-2": "#8b8474"}}
"""The colour of frames and scroll bars where a lighter panel is the page itself."""
THEMES = tuple(Theme(**asdict(colours), variables=_FRAMES.get(name, {})) for name, colours in OWN.items())


class ParsedStylesheet(Stylesheet):
    """Textual's stylesheet, with what is parsed kept for as long as no variable (a theme's colour) changes."""

    def set_variables(self, variables: dict[str, str]) -> None:
        """Forget what was parsed only where the variables are other ones."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Put the rules together; what is known of a source is taken as it was parsed.

        Textual does this in a fresh stylesheet, so that an error in an edited file breaks nothing; here none is edited.
        """
        self.parse()


CSS = """
Screen { background: $background; layout: vertical; overflow: hidden; }
* { scrollbar-background: $background; scrollbar-color: $panel-lighten-2; scrollbar-size-vertical: 1;
    scrollbar-background-hover: $background; scrollbar-background-active: $background; }
Dialog { background: $background 0%; }
Dialog:ansi { background: transparent; }
TextArea:nocolor .text-area--cursor, TextArea:nocolor .text-area--selection { text-style: reverse; }
Masthead Tab.-here:nocolor { text-style: bold reverse; }
Toast { max-width: 70%; }
.-low #tabs { display: none; }
.-low Masthead Tab.-short { display: block; }
.-low TourBand { max-height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
.-low.-writing TourBand.-on { display: none; }
.-low Composer { max-height: 80%; }
.-low Composer #difference, .-low Composer #notes { max-height: 3; }
.-low TextInput { min-height: 3; border: none; border-left: vkey $primary; }
.-low TextInput:focus { border-left: tall $primary; }
.-low TextInput.-one-line { min-height: 2; border-top: blank $surface; }
ReadyScreen.-low.-writing #verdict { display: none; }
ReadyScreen.-low.-writing #panes { height: 0; }
ReadyScreen.-low.-writing Composer { height: 1fr; max-height: 100%; }
ReadyScreen.-low.-writing Composer #notes { max-height: 8; }
"""
