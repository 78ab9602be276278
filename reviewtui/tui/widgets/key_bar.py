"""The footer: the keys that matter here, only those that do something now; each can be clicked."""

from textual import events

from reviewtui.tui.appearance.safe_text import Words
from reviewtui.tui.keys.key_table import ActKey, footer_keys
from reviewtui.tui.state.requests import KeyClicked
from reviewtui.tui.state.screen_state import Focus
from reviewtui.views.styled_text import Styled


class KeyBar(Words):
    """One line of keys."""

    DEFAULT_CSS = """
    KeyBar { height: 1; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._acts: list[tuple[int, str]] = []
        self._shown: tuple[Styled, ...] = ()

    def show_focus(self, focus: Focus) -> None:
        """Show what can be done at `focus`; help stays in sight however narrow the screen is."""
        pieces: list[Styled] = []
        acts: list[tuple[int, str]] = []
        room = max(20, self.size.width or 80) - 2
        at = 0
        for key in footer_keys("write" if focus.writing else focus.screen, focus.keymap):
            if key.unavailable(focus) or not _is_wanted(key, focus):
                continue
            label = focus.form.save_label if focus.form is not None and key.act == "save" else key.label
            label = (focus.subject.opens or label) if key.act == "open_place" else label
            width = len(key.first) + len(label) + 3
            if at + width > room - (9 if key.act != "help" else 0):
                continue
            at += width
            acts.append((at, key.act))
            pieces += [Styled(key.first, "key"), Styled(f" {label}  ")]
        self._acts = acts
        if tuple(pieces) != self._shown:
            self._shown = tuple(pieces)
            self.show_lines([self._shown], resize=False)

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does."""
        x = event.get_content_offset_capture(self).x
        act = next((act for end, act in self._acts if x < end), "")
        if act:
            self.post_message(KeyClicked(act))


def _is_wanted(key: ActKey, focus: Focus) -> bool:
    """Say whether a key that does something is worth a place: sharing is where something waits for it."""
    overview = focus.state.overview if focus.state is not None else None
    return key.act != "sync" or (overview is not None and bool(overview.unshared or overview.incoming))
