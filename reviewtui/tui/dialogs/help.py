"""What can be done where one is, with why some of it is not possible now; what is chosen of it is done.

The legend says what each sign on a screen means; a test holds that none is missing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import ClassVar

from reviewtui.domain.record.thread import in_words
from reviewtui.tui.appearance.safe_text import option
from reviewtui.tui.dialogs.pickers import EntryList, Picker
from reviewtui.tui.keys.key_notes import reader_rows
from reviewtui.tui.keys.key_table import SCREENS, ActKey, keys_of
from reviewtui.tui.reader.highlight import KIND_LETTERS
from reviewtui.tui.state.screen_state import Focus
from reviewtui.tui.widgets.marked_list import CHOSEN_ROW
from reviewtui.views.findings.finding_marks import BARRING_FLAW, FLAW
from reviewtui.views.readiness.participation_grid import SIGNS as GRID_SIGNS
from reviewtui.views.readiness.readiness_rows import LEADS
from reviewtui.views.styled_text import Look, Styled, StyledLine, line, words_of
from reviewtui.views.threads.deciding.queue import BLOCKING, CHOSEN
from reviewtui.views.threads.remark_marks import STATE_SIGNS

_SCROLLING = ("tab", "Go to the remark; pagedown, j, k scroll it; tab leads back")
_KEYS = 20
"""Cells of a line in which its keys or its sign stand."""
_LEAST = 4
"""Characters of a heading by which it is called."""
HelpRow = tuple[str | None, StyledLine]
"""A line of the help: the act that choosing it does, empty where it is only read, None for a heading or a gap."""


class HelpDialog(Picker):
    """The keys and signs of a screen; typing leaves those that hold the typed words.

    Closes with the act that was chosen, or with None.
    """

    HINT = "type a key, a sign, or words; \u201csigns\u201d shows what each sign here means"
    WAYS = "enter or a click does it \u00b7 esc leave"
    CLOSED_BY: ClassVar[str | None] = "?"
    """What closes it when it is typed: the key that opened it."""
    DEFAULT_CSS = """
    HelpDialog > .box { width: 92; height: 90%; }
    HelpDialog OptionList { height: 1fr; max-height: 100%; }
    HelpDialog OptionList > .option-list--option-disabled { color: $foreground; }
    """

    def __init__(self, focus: Focus) -> None:
        super().__init__(f"Help: {SCREENS[focus.screen]}", ())
        self._focus = focus

    def show_typed(self, typed: str) -> None:
        """Show what holds the typed words, from its beginning; the key that opened the help closes it too."""
        if typed == self.CLOSED_BY:
            self.dismiss(None)
        else:
            self._fill(typed)

    def take(self, key: str | None) -> None:
        """Close with an act; what is only read stays."""
        if key:
            self.dismiss(key)

    def rows(self, typed: str, width: int) -> Iterable[HelpRow]:
        """Return the rows that hold the typed words, for a list of so many cells."""
        del width
        return rows_with(self._all_rows, typed)

    @cached_property
    def _all_rows(self) -> tuple[HelpRow, ...]:
        return tuple(help_rows(self._focus))

    def _fill(self, typed: str) -> None:
        self._typed = typed
        entries = self.query_one(EntryList)
        width = max(0, entries.room - 2)
        rows = tuple(self.rows(typed, width))
        self._keys = [act or "" for act, _ in rows]
        entries.set_options(option([words], disabled=act is None, width=width) for act, words in rows)
        entries.highlighted = next((number for number, (act, _) in enumerate(rows) if act is not None), None)
        entries.scroll_home(animate=False)


def rows_with(rows: Iterable[HelpRow], typed: str) -> Iterator[HelpRow]:
    """Yield the rows that hold every typed word, below their headings; one character means the key of that name.

    With the beginning of a heading all that stands below it is meant: "signs".
    """
    wanted, group, found, is_group_wanted = typed.split(), typed.strip().casefold(), False, False
    above: dict[Look, HelpRow] = {}
    if not wanted:
        yield from rows
        return
    for act, words in rows:
        look, title = words[0].look if words else "", words_of([words]).casefold()
        if look in {"heading", "alarm"}:
            is_group_wanted = look == "heading" and len(group) >= _LEAST and title.startswith(group)
            above = {look: (act, words)} if look == "heading" else {**above, look: (act, words)}
        elif words and (is_group_wanted or _is_meant(words, wanted)):
            yield from above.values()
            yield act, words
            above, found = {}, True
    if not found:
        yield None, line(Styled("Nothing here is called that; the palette finds what other screens can do.", "muted"))


def _is_meant(row: StyledLine, wanted: Sequence[str]) -> bool:
    text = words_of([row])
    if len(wanted) == 1 and len(wanted[0]) == 1:
        return wanted[0] in text[:_KEYS].split()
    return all(word.casefold() in text.casefold() for word in wanted)


def help_rows(focus: Focus) -> Iterator[HelpRow]:
    """Yield the keys of a screen in groups; those that do nothing now come last, together with why; then the signs."""
    refused: dict[str, list[ActKey]] = {}
    groups: dict[str, list[ActKey]] = {}
    for key in keys_of(focus.screen, focus.keymap):
        reason = key.refusal(focus)
        (refused.setdefault(reason, []) if reason else groups.setdefault(key.group, [])).append(key)
    for name, keys in groups.items():
        yield from _heading(name)
        yield from ((key.act, _key_line(key)) for key in keys)
    yield from _not_now(refused)
    for title, legend in LEGENDS[focus.screen]:
        yield from _heading(title)
        yield from (("", line(Styled(f"{sign:>18}  ", "key"), Styled(" "), meaning)) for sign, meaning in legend)
    yield from _heading("While writing")
    yield from (("", _key_line(key)) for key in keys_of("write", focus.keymap))
    if focus.screen == "read":
        yield from _heading("In the text")
        yield from (
            ("", line(Styled(f"{keys:>20}  ", "key"), Styled("     "), label))
            for keys, label in (*reader_rows(focus.keymap), _SCROLLING)
        )


def _heading(title: str) -> Iterator[HelpRow]:
    yield from ((None, line(Styled(" "))), (None, line(Styled(title, "heading"))))


def _key_line(key: ActKey) -> StyledLine:
    return line(Styled(f"{key.shown:>9}  ", "key"), Styled(f"{key.label:<18}"), key.help)


def _not_now(refused: Mapping[str, Sequence[ActKey]]) -> Iterator[HelpRow]:
    """Yield the keys that do nothing now, together with why."""
    if refused:
        yield from _heading("Not now")
    for reason, keys in refused.items():
        yield None, line(Styled(f"  {reason}", "alarm"))
        for key in keys:
            yield key.act, line(Styled(f"{key.shown:>9}  ", "muted"), Styled(f"{key.label:<18}{key.help}", "muted"))


Legend = tuple[tuple[str, str], ...]
_CHOSEN = (CHOSEN_ROW, "the row that keys act on")
_WORDS: Legend = (("[-words-]", "words that go"), ("{+words+}", "words that come"))
_OUTLINE: Legend = (
    (BLOCKING, "section with a blocking remark that is not decided"),
    ("\u25cf 3", "section with open remarks, and how many"),
    ("\u2726 new", "something new since you last looked"),
    ("\u2713 read", "you have marked it as read as it stands"),
    (BARRING_FLAW, "a finding that bars a release stands in it"),
    ("\u270e", "something of yours there is pending: not submitted yet"),
    ("edited", "its text is changed and not committed"),
    ("hidden characters", "it holds characters that nobody sees"),
)
_MARGIN: Legend = (
    *((letter, f"a remark of the kind {kind} begins here") for kind, letter in KIND_LETTERS.items()),
    ("2 to 9, #", "so many remarks begin in this line; # are more"),
    *((sign, f"it is {in_words(state)}") for state, sign in STATE_SIGNS.items()),
    (CHOSEN_ROW, "the remark that the pane shows; the section that is read"),
    ("\u2502 \u2503", "a remark goes on; the one that the pane shows"),
    ("\u25c7", "a remark about a place between words"),
    ("\u2595", "changed since the last release"),
    ("\u2590", "new since you last looked"),
    ("\u25b4", "words went here"),
    (FLAW, "a finding of the checks begins here"),
    (BARRING_FLAW, "one that bars a release begins here"),
    ("\u2590words\u258c", "what the pane is about"),
)
_DECIDE: Legend = (
    (CHOSEN, "chosen, to be accepted with others"),
    (CHOSEN_ROW, "the remark that keys act on"),
)
_COMPARE: Legend = (
    _CHOSEN,
    ("\u2026", "so many lines are unchanged"),
    ("\u21b3", "a remark that stood there, and what became of it"),
)
_READY: Legend = (
    ("\u2713 \u2717 \u2013", "it is met, it is not met, there is nothing to judge yet"),
    _CHOSEN,
    (LEADS, "leads to a place: enter goes there"),
    *((sign, meaning) for sign, meaning, _ in GRID_SIGNS.values()),
)
_HISTORY: Legend = (
    ("\u25cf", "a release"),
    ("\u25cb", "a pre-release, or the draft"),
    _CHOSEN,
)
LEGENDS: dict[str, tuple[tuple[str, Legend], ...]] = {
    "read": (
        ("Signs beside sections", _OUTLINE),
        ("Signs in the margin of the text", _MARGIN),
        ("Signs around words", _WORDS),
    ),
    "decide": (("Signs", (*_DECIDE, *_WORDS)),),
    "compare": (("Signs", (*_COMPARE, *_WORDS)),),
    "ready": (("Signs", _READY),),
    "history": (("Signs", _HISTORY),),
}
"""By screen: the signs in groups, each with what it means."""
