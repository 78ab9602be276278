"""Everything that can be done, in groups, each act with its key; typing finds it by its name or an everyday one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from reviewtui.domain.record.review_state import Review
from reviewtui.tui.dialogs.help import HelpDialog, HelpRow
from reviewtui.tui.keys.key_table import SCREENS, ActKey, keys_of
from reviewtui.tui.keys.palette_acts import REMARK
from reviewtui.tui.keys.search_synonyms import search_synonyms
from reviewtui.tui.state.screen_state import Focus
from reviewtui.views.comparison.inline_change import gist_line
from reviewtui.views.excerpt import clipped
from reviewtui.views.styled_text import Styled, line, words_of

_LABEL = 22
"""Cells in which an act is named."""
_USUAL = 82
"""Cells of a row while nobody knows how wide the list is."""
_NARROWEST = 12
"""Cells in which an explanation says something."""
_LAST = ("Screens", "Move")
"""The groups of which everybody knows the keys after a minute."""


_LOOK_EVERY = 0.2
"""Seconds between two looks whether something else can be done by now."""
_UNKNOWN = "what was done is being read; this waits for it"
"""What is said of acts that could not be done before that."""


class PaletteDialog(HelpDialog):
    """Closes with the act that was chosen, behind the name of its screen where that is another one; None without.

    A remark that was found by its id is chosen as `REMARK` and the thread.
    """

    HINT = "type what you want to do, or the id of a remark"
    WAYS = "enter or a click does it \u00b7 esc leave"
    CLOSED_BY = None

    def __init__(self, focus: Callable[[], Focus], is_behind: Callable[[], bool]) -> None:
        """Show what can be done at `focus`; `is_behind` says whether more is known soon."""
        super().__init__(focus())
        self._title_text = "What can be done"
        self._known = focus
        self._is_behind = is_behind
        self._was_behind = is_behind()
        self._acts = _known_acts(self._focus, is_behind=self._was_behind)

    def on_mount(self) -> None:
        """Follow what becomes known while the list is open."""
        self.set_interval(_LOOK_EVERY, self._renew)

    def _renew(self) -> None:
        """Say anew what can be done, once that is known."""
        focus, behind = self._known(), self._is_behind()
        if focus.state is self._focus.state and behind == self._was_behind:
            return
        before = [act.why_not for act in self._acts]
        self._focus, self._was_behind = focus, behind
        self._acts = _known_acts(focus, is_behind=behind)
        if before != [act.why_not for act in self._acts]:
            self._fill(self._typed)

    def rows(self, typed: str, width: int) -> Iterable[HelpRow]:
        """Return what can be done here, in groups; with typed words what is called so, the nearest first."""
        width = width or _USUAL
        if not typed.strip():
            return _grouped((act.key for act in self._acts if not (act.why_not or act.screen)), width)
        found = [(act.rank(typed), act.row(width)) for act in self._acts]
        rows = [row for rank, row in sorted(found, key=lambda each: each[0]) if rank[0] < _NO_MATCH]
        remarks = [*_remarks(self._focus.state.draft.review, typed, width)] if self._focus.state is not None else []
        is_whole = len(remarks) == 1 and not any(rank[0] < _SAID for rank, _ in found)
        rows = [*remarks, *rows] if is_whole else [*rows, *remarks]
        return rows or [(None, line(Styled(f"Nothing is called \u201c{typed.strip()}\u201d.", "muted")))]


def _remarks(review: Review, typed: str, width: int) -> Iterator[HelpRow]:
    """Yield the remarks whose names begin with what was typed, decided ones too; one goes there."""
    for thread in map(review.threads.__getitem__, review.called(typed)):
        said = f"{thread.state_in_words} \u00b7 {thread.kind} \u00b7 {words_of([gist_line(thread, width)])}"
        yield f"{REMARK} {thread.id}", _row(f"Remark {review.name_of(thread.id)}", said, "", width)


def _grouped(keys: Iterable[ActKey], width: int) -> Iterator[HelpRow]:
    groups: dict[str, list[ActKey]] = {}
    for key in keys:
        groups.setdefault(key.group, []).append(key)
    for name in sorted(groups, key=lambda each: each in _LAST):
        yield None, line(Styled(name, "heading"))
        yield from ((key.act, _row(key.label, key.help, key.shown, width)) for key in groups[name])


_SAID, _NO_MATCH = 2, 3


@dataclass(frozen=True, slots=True)
class _Act:
    """One act: why it cannot be done now, and the screen that it belongs to where that is another one."""

    key: ActKey
    why_not: str = ""
    screen: str = ""

    def rank(self, typed: str) -> tuple[int, bool, bool]:
        """Say how near it is to typed words: its name begins with them, holds them, or what is said of it does."""
        wanted, label = " ".join(typed.casefold().split()), self.key.label.casefold()
        said = f" {label} {self.key.help} {search_synonyms(self.key.act)}".casefold()
        is_said = all(f" {word}" in said for word in wanted.split())
        near = 0 if label.startswith(wanted) else 1 if f" {wanted}" in label else _SAID if is_said else _NO_MATCH
        return near, bool(self.why_not), bool(self.screen)

    def row(self, width: int) -> HelpRow:
        """Return its row."""
        help_ = self.key.help
        if self.why_not:
            help_ = self.why_not if self.why_not == _UNKNOWN else f"not now: {self.why_not}"
        if not self.screen:
            return self.key.act, _row(self.key.label, help_, self.key.shown, width)
        title = SCREENS[self.screen]
        where = f"{self.key.shown} on {title}" if self.key.shown else title
        return f"{self.screen} {self.key.act}", _row(self.key.label, help_, where, width)


def _known_acts(focus: Focus, *, is_behind: bool) -> tuple[_Act, ...]:
    """Return every act; while more is known soon, nothing is said of why one cannot be done."""
    return tuple(replace(act, why_not=_UNKNOWN) if act.why_not and is_behind else act for act in _acts(focus))


def _acts(focus: Focus) -> Iterator[_Act]:
    """Yield what this screen knows, then what others know, each act once, with the first screen that does."""
    known = {"palette"}
    for screen in (focus.screen, *SCREENS):
        for key in keys_of(screen, focus.keymap):
            if key.act not in known:
                is_here = screen == focus.screen
                yield _Act(key, key.refusal(focus) if is_here else "", "" if is_here else screen)
        known |= {key.act for key in keys_of(screen, focus.keymap)}


def _row(label: str, help_: str, keys: str, width: int) -> tuple[Styled, ...]:
    """Return one row: what it is called, what it does as far as there is room, and its key at the right."""
    room = width - _LABEL - len(keys) - 2
    said = clipped(help_, room) if room >= _NARROWEST else ""
    return line(Styled(f"{label:<{_LABEL}}"), Styled(f"{said:<{max(room, 0)}}  ", "muted"), Styled(keys, "key"))
