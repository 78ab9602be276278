"""The least that Textual can do: an app that shows a few words."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    """Shows a few words."""

    def compose(self) -> ComposeResult:
        """One widget."""
        yield Static("The bare app is here")


if __name__ == "__main__":
    BareApp().run()
