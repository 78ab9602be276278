"""The app's stylesheet, which Textual would parse anew at the first visit to each screen."""

from textual.css.stylesheet import Stylesheet


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
