"""The two lines at the top of every screen: what is read, who reads, what waits, and where one can go."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from reviewtui.domain.counted_nouns import counted, plural
from reviewtui.tui.appearance.page_geometry import MEDIUM, ROOMY, WIDE
from reviewtui.tui.appearance.safe_text import Words
from reviewtui.tui.keys.key_table import SCREENS
from reviewtui.tui.state.requests import KeyClicked
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.views.comparison.changes_since_release import ChangesSinceRelease
from reviewtui.views.styled_text import Styled, StyledLine, line

_NUMBER = re.compile(r"[\d,]+")
_BAR = re.compile(" [\u2588\u2591]+(?= )")
"""A bar of progress, of which a narrow terminal shows what it counts."""
_LEAST = 8
"""Cells of the title that are kept in any case."""
_TITLE_BELOW_MEDIUM, _TITLE_SHARE = 24, 0.45
"""Cells of the title on a narrow screen; its share of a broader one. Nothing that goes on changes them."""
_LEAST_NEWS = 24
"""Cells beside the names of the screens from which what goes on is told there."""
_DRAFT = "draft"
_BETWEEN = " \u00b7 "
_BAR_CELLS = 4
"""Cells of the bar between the title and what follows it."""


class Masthead(Vertical):
    """Title, text and counts on the first line; the screens and what goes on just now on the second.

    Each has its place, so that nothing moves when another one says something else. A low terminal has them on one line.
    """

    DEFAULT_CSS = """
    Masthead { height: auto; background: $panel; color: $foreground; }
    Masthead Horizontal { height: 1; }
    Masthead #title { width: 1fr; height: 1; padding: 0 1; }
    Masthead #counts { width: auto; max-width: 70%; height: 1; padding: 0 1; }
    Masthead #news { width: 1fr; height: 1; padding: 0 1; text-align: right; }
    Masthead #counts, Masthead #title, Masthead #news { text-wrap: nowrap; text-overflow: ellipsis; }
    Masthead Tab { width: auto; height: 1; padding: 0 1; }
    Masthead Tab.-short { display: none; }
    Masthead Tab.-bare { padding: 0 1 0 0; }
    Masthead Tab.-here { background: $primary; color: $background; text-style: bold; }
    """

    def __init__(self, here: str) -> None:
        super().__init__()
        self._here = here
        self._place = ""
        self._only = ""
        self._shown: tuple[ScreenState | None, str, bool] = (None, "", False)

    def show_place(self, title: str, only: str = "") -> None:
        """Name the section that is read, where no pane has a border that does, and which remarks alone are shown."""
        if (title, only) != (self._place, self._only):
            self._place, self._only = title, only
            if self._shown[0] is not None:
                state, news, is_behind = self._shown
                self.show_state(state, news, is_behind=is_behind)

    def compose(self) -> ComposeResult:
        """Lay out title, counts and one tab a screen."""
        with Horizontal():
            yield from self._tabs(are_short=True)
            yield Words(id="title")
            yield Counts()
        with Horizontal(id="tabs"):
            yield from self._tabs()
            yield Words(id="news")

    def _tabs(self, *, are_short: bool = False) -> Iterator["Tab"]:
        """Give the ways to the screens; of `are_short` ones only that to this screen says its name."""
        for number, (name, title) in enumerate(SCREENS.items(), 1):
            is_here = name == self._here
            tab = Tab(name, number, title if is_here or not are_short else "", is_here=is_here)
            tab.set_class(are_short, "-short")
            tab.set_class(are_short and not is_here, "-bare")
            yield tab

    def show_state(self, state: ScreenState | None, news: str = "", *, is_behind: bool = False) -> None:
        """Show what is read and what waits; `news` says what is going on just now.

        Where the state `is_behind`, since something was done that it does not hold yet, it is not counted from it.
        """
        if not self.query(Counts):
            # Work in a thread may end while the app leaves, when the header has lost its parts already.
            return
        self._shown = (state, news, is_behind)
        width, is_low = self.size.width, self.screen.has_class("-low")
        tabs = sum(tab.cells for tab in self.query(Tab) if tab.has_class("-short") == is_low)
        told = _BAR.sub("", news) if width < MEDIUM else news
        if not is_low and width - tabs >= _LEAST_NEWS:
            self.query_one("#news", Words).show_lines([line(Styled(told, "alarm"))])
            told = ""
        else:
            self.query_one("#news", Words).show_lines([line("")])
        if state is None:
            self.query_one("#title", Words).show_lines([line(Styled(told or "Opening the policy \u2026", "muted"))])
            return
        waiting = tuple(_waiting(state, width, is_even=not (is_behind or news)))
        if is_behind and news:
            waiting = tuple((act, Styled(_NUMBER.sub("\u2026", part.text), "muted")) for act, part in waiting)
        counts = (*waiting, _reader(state, is_narrow=width < ROOMY))
        if width < MEDIUM and is_low and waiting and state.draft.me is not None:
            # The screens stand here, and one knows who one is.
            counts = waiting
        self.query_one(Counts).show_counts(counts)
        room = width - 3 - (tabs if is_low else 0) - sum(cell_len(part.text) + len(_BETWEEN) for _, part in counts)
        # Remarks that are not shown are not to be taken for remarks that are not there.
        only = (Styled(self._only, "alarm"), Styled("  \u258f ", "muted")) if self._only and not state.version else ()
        room -= sum(cell_len(piece.text) for piece in only)
        most = _TITLE_BELOW_MEDIUM if width < MEDIUM else int(width * _TITLE_SHARE)
        title = _title(state, told, TitleRoom(room, most), self._place if width < MEDIUM else "")
        self.query_one("#title", Words).show_lines([(*only, *title)])


class Counts(Words):
    """What waits; a click begins what it waits for: to submit what is pending, to share, to look at what is wrong."""

    def __init__(self) -> None:
        super().__init__(id="counts")
        self._shown: tuple[tuple[str, Styled], ...] = ()

    def show_counts(self, counts: tuple[tuple[str, Styled], ...]) -> None:
        """Show counts, each with the act that a click on it begins; empty where it begins none."""
        self._shown = counts
        pieces = [piece for _, part in counts for piece in (Styled(_BETWEEN, "muted"), part)]
        self.show_lines([tuple(pieces[1:])])

    def on_click(self, event: events.Click) -> None:
        """Begin what the count under the pointer waits for."""
        x = event.get_content_offset_capture(self).x
        end = 0
        for act, part in self._shown:
            end += cell_len(part.text) + len(_BETWEEN)
            if x < end:
                if act:
                    event.stop()
                    self.post_message(KeyClicked(act))
                return


class Tab(Words):
    """The way to one screen."""

    def __init__(self, name: str, number: int, title: str, *, is_here: bool) -> None:
        super().__init__(classes="-here" if is_here else "")
        self._target = name
        # The colour of keys is hard to read on that of the tab that is shown.
        called = Styled(f" {title}" if title else "")
        self._line: StyledLine = (Styled(str(number), "" if is_here else "key"), called)
        self.cells = cell_len(f"{number}{called.text}") + (2 if title else 1)
        """Cells that it takes."""

    def on_mount(self) -> None:
        """Show the title."""
        self.show_lines([self._line])

    def on_click(self, event: events.Click) -> None:
        """Ask for the screen."""
        event.stop()
        self.post_message(KeyClicked(f"screen_{self._target}"))


class TitleRoom(NamedTuple):
    """Cells for the title with what is said of the text, and the most that the title has of them."""

    whole: int
    title: int = 1000


def _title(state: ScreenState, news: str, room: TitleRoom, place: str = "") -> StyledLine:
    """Return what is read, then what text it is, or what is going on where that has no line of its own.

    The title has the same cells whatever stands beside it. A `place` in the policy is named instead of it.
    """
    draft = state.draft
    policy = draft.settings.title or draft.policy.folder
    title = place or policy
    if state.version:
        # It stands first, so that a narrow terminal never cuts it off and shows an old version like the draft.
        going_on = (Styled(f"  \u258f {news}", "alarm"),) if news else ()
        return (
            Styled(f"as of {draft.version.called} (esc: the draft)", "alarm"),
            Styled(f"  \u258f {title}", "strong"),
            *going_on,
        )
    if state.is_behind:
        return (Styled("cannot be read now: as it was before", "bad"), Styled(f"  \u258f {title}", "strong"))
    if state.overview.halted or state.overview.detached:
        # Nobody is to take both sides of a conflict for the draft, or a commit by itself for it.
        unusual = f"{state.overview.halted} is in progress" if state.overview.halted else "at no branch"
        return (Styled(unusual, "bad"), Styled(f"  \u258f {title}", "strong"))
    least = _BAR_CELLS + cell_len(_DRAFT)
    if room.whole < _LEAST + least:
        return (Styled(news, "muted"),) if news else (Styled(title, "strong"),)
    # A short name of a section leaves what stands behind it where it is; a long one is not cut by a short title.
    wanted = max(cell_len(policy), cell_len(title))
    cells = max(_LEAST, min(wanted, room.title, room.whole - least))
    left = room.whole - cells - _BAR_CELLS
    told = news or next((words for words in _draft_words(state.since, place) if cell_len(words) <= left), _DRAFT)
    shown = title if cell_len(title) <= cells else f"{set_cell_size(title, cells - 1).rstrip()}\u2026"
    return (Styled(set_cell_size(shown, cells), "strong"), Styled(f"  \u258f {told}", "muted"))


def _draft_words(since: ChangesSinceRelease, place: str = "") -> Iterator[str]:
    """Yield what can be said of the draft, the longest first.

    How many words changed is not told beside the name of a `place`, of which it would be read.
    """
    if since.release:
        changed = f"changed since {since.release}"
        short = changed if since.words else f"no word {changed}"
        if since.words and not place:
            yield f"{_DRAFT}, {since.words:,} {plural(since.words, 'word')} {changed}"
        yield from (f"{_DRAFT}, {short}", short)
    yield _DRAFT


def _waiting(state: ScreenState, width: int, *, is_even: bool) -> Iterator[tuple[str, Styled]]:
    """Yield what waits, each with the act that a click on it begins; empty where it begins none.

    That all is shared is told where it `is_even` known that nothing else is going on.
    """
    overview, draft = state.overview, state.draft
    if overview.pending:
        yield "submit", Styled(_pending_words(overview.pending - overview.reads, overview.reads), "pending")
    if edits := sum(text.dirty for text in draft.policy.texts.values()):
        # Sharing takes along what is committed alone: nobody is to believe that this is with the others.
        told = "edited" if width < MEDIUM else f"{plural(edits, 'edit')} not committed"
        yield "commit_edits", Styled(f"{edits} {told}", "pending")
    if state.unsaved:
        yield "unsaved", Styled(f"{state.unsaved} unsaved", "alarm")
    if state.news.count:
        # What others did and this clone has not fetched is told in other words below.
        yield "next_new", Styled(f"{state.news.count} new{'' if width < MEDIUM else ' to you'}", "alarm")
    there = ((overview.apart.to_share_number, "to share"), (overview.apart.offered, "offered"))
    yield from (("sync", Styled(f"{count} {words}", "")) for count, words in there if count)
    if overview.apart.to_get_number:
        yield "sync", Styled(f"{overview.apart.to_get_number} to take over", "alarm")
    # Beside anything else that waits, what waits for others is told in two words, or where there is room for them.
    own = (
        overview.pending,
        edits,
        state.unsaved,
        state.news.count,
        overview.apart.to_get_number,
        *(n for n, _ in there),
    )
    if overview.others:
        if not (width < MEDIUM and any(own)):
            yield "", Styled("others pending" if width < WIDE or any(own) else overview.others, "muted")
    elif (
        is_even and overview.apart.is_even and not (overview.pending or edits or state.unsaved) and draft.review.threads
    ):
        yield "", Styled("all shared", "good")
    if draft.alarms:
        yield "verify", Styled(counted(len(draft.alarms), "problem"), "bad")


def _reader(state: ScreenState, *, is_narrow: bool) -> tuple[str, Styled]:
    """Return who reads, with the empty act of a click; a narrow terminal has no room for whom they speak."""
    draft = state.draft
    if draft.me is None:
        return "", Styled("git does not know who you are", "bad")
    role = "author" if draft.is_author else draft.settings.organisation_name(draft.organisation)
    return "", Styled(draft.me.name if is_narrow else f"{draft.me.name}, {role}", "muted")


def _pending_words(said: int, read: int) -> str:
    """Return what is pending: what one said, and apart from it the sections that one only marked as read."""
    if not said:
        return f"{read} read, pending"
    return f"{said} pending, {read} read" if read else f"{said} pending"
