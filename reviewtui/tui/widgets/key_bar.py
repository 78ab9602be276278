"""The footer: the keys that matter here, only those that do something now; each can be clicked."""

from collections.abc import Iterator

from textual import events

from reviewtui.tui.appearance.safe_text import Words
from reviewtui.tui.keys.key_table import ActKey, footer_keys
from reviewtui.tui.state.requests import KeyClicked
from reviewtui.tui.state.screen_state import Focus
from reviewtui.views.styled_text import Styled
from reviewtui.views.threads.possible_actions import NOBODY

_STAYS = frozenset({"unsaved", "submit", "sync", "help"})
"""Acts that are never pushed out: help, and those of what waits for somebody."""

_ASK_WHO = frozenset({"comment", "suggest"})
"""Acts that ask for name and address first, where git knows neither."""

_ON_FINDING = {"dismiss_finding": "Dismiss", "edit_paragraph": "Edit", "raise_finding": "Raise"}
"""What is done about a finding at hand, and what that is called beside its words."""


class KeyBar(Words):
    """The footer: one line of keys that do something now."""

    DEFAULT_CSS = """
    KeyBar { height: 1; background: $panel; text-wrap: nowrap; text-overflow: ellipsis; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._acts: list[tuple[int, str]] = []
        self._shown: tuple[Styled, ...] = ()
        self._focus: Focus | None = None

    def on_mount(self) -> None:
        """Take the keys away while a dialog stands over the screen, and bring them back behind it."""
        self.app.screen_change_signal.subscribe(self, lambda _: self.show_focus(self._focus))

    def show_focus(self, focus: Focus | None) -> None:
        """Show what can be done at `focus`; help, and what waits, stay in sight however narrow the screen is."""
        self._focus = focus
        is_covered = self.screen.is_current and not self.screen.is_active
        pieces: list[Styled] = []
        acts: list[tuple[int, str]] = []
        shown = list(_labelled(focus)) if focus is not None and not is_covered else []
        # What stays has its room before all others take theirs.
        room = max(20, self.size.width or 80) - 1 - sum(_width(*each) for each in shown if each[0].act in _STAYS)
        at = 0
        for key, label in shown:
            width = _width(key, label)
            if key.act not in _STAYS:
                if width > room:
                    continue
                room -= width
            at += width
            acts.append((at, key.act))
            pieces += [Styled(key.first, "key"), Styled(f" {label}  ")]
        if focus is not None and focus.subject.mode and not focus.writing and not is_covered:
            pieces, acts = [Styled(focus.subject.mode, "key")], []
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


def _labelled(focus: Focus) -> Iterator[tuple[ActKey, str]]:
    """Yield the keys that do something at `focus`, each with what it is called there."""
    for key in footer_keys("write" if focus.writing else focus.screen, focus.keymap):
        why_not = key.unavailable(focus)
        is_begun = focus.state is not None and focus.state.draft.founded
        asks_who = why_not == NOBODY and key.act in (_ASK_WHO if is_begun else {"begin"})
        if asks_who or (not why_not and _is_wanted(key, focus)):
            yield key, _label(key, focus)


def _label(key: ActKey, focus: Focus) -> str:
    """Return what a key is called here."""
    if focus.form is not None and key.act == "save":
        return focus.form.save_label
    if focus.subject.is_searching and key.act == "next_remark":
        return "Next match"
    if focus.subject.finding is not None and key.act in _ON_FINDING:
        return _ON_FINDING[key.act]
    return (focus.subject.opens or key.label) if key.act == "open_place" else key.label


def _width(key: ActKey, label: str) -> int:
    """Return how many cells a key takes, with those that part it from the next one."""
    return len(key.first) + len(label) + 3


def _is_wanted(key: ActKey, focus: Focus) -> bool:
    """Say whether a key that does something is worth a place: what shares, or goes on, is where something waits."""
    overview = focus.state.overview if focus.state is not None else None
    if focus.is_behind and key.act in {"submit", "sync"}:
        return False
    if key.act in _ON_FINDING:
        return focus.subject.finding is not None
    if key.act == "unsaved":
        return focus.state is not None and bool(focus.state.unsaved)
    return key.act != "sync" or (overview is not None and not overview.apart.is_even)
