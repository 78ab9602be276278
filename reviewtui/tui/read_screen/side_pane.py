"""What stands beside the text that is read: the thread or the finding at the caret, else the section's card."""

from dataclasses import dataclass
from datetime import UTC, datetime

from reviewtui.domain.policy.policy import Section
from reviewtui.domain.record.thread import Thread
from reviewtui.domain.review.findings.finding import Finding
from reviewtui.tui.appearance.page_geometry import ROOMY, WIDE
from reviewtui.tui.keys.key_sentences import lines_in_keys
from reviewtui.tui.read_screen.section_marks import SectionMarks
from reviewtui.tui.reader.reader import Reader
from reviewtui.tui.screens.base_screen import BaseScreen
from reviewtui.tui.state.screen_state import ScreenState, loading_line
from reviewtui.tui.widgets.thread_pane import ThreadPane
from reviewtui.views.findings.finding_card import finding_lines, finding_title
from reviewtui.views.overview.section_card import section_lines
from reviewtui.views.styled_text import StyledLine
from reviewtui.views.threads.card.thread_card import Shown, card_lines, card_title
from reviewtui.views.threads.remark_marks import RemarkStop, stops


class RemarkSequence:
    """The way through the remarks of the filter in one state."""

    def __init__(self, state: ScreenState) -> None:
        self.state = state
        threads, placed = state.draft.review.threads, stops(state.draft, state.remark_filter)
        self.open = tuple(stop for stop in placed if threads[stop.thread].is_open)
        self.decided = tuple(stop for stop in placed if not threads[stop.thread].is_open)

    @property
    def all(self) -> tuple[RemarkStop, ...]:
        """Every stop, in the order in which one comes by it."""
        return (*self.open, *self.decided)

    def position(self, thread: str) -> str:
        """Return where a thread stands on the way, as in "3 of 17 open in the text"; empty when it is no stop."""
        for stops_of, what in ((self.open, "open"), (self.decided, "decided")):
            numbers = [number for number, stop in enumerate(stops_of, 1) if stop.thread == thread]
            if numbers:
                return f"{numbers[0]} of {len(stops_of)} {what} in the text"
        return ""


@dataclass(frozen=True, slots=True)
class AtHand:
    """What somebody reads just now: a section with its marks, and the thread or the finding `active` in it."""

    state: ScreenState
    section: Section
    marks: SectionMarks
    active: str
    is_picked: bool

    @property
    def thread(self) -> Thread | None:
        """The thread that is looked at."""
        return self.state.draft.review.threads.get(self.active)

    @property
    def finding(self) -> Finding | None:
        """The finding that is looked at."""
        return self.state.inspection.get(self.active)


class SidePane:
    """Shows what is at hand, and takes no room from the text where that is nothing."""

    def __init__(self, screen: BaseScreen) -> None:
        self._screen = screen
        self._way: RemarkSequence | None = None
        self._section_card: tuple[ScreenState | None, Section | None, tuple[StyledLine, ...]] = (None, None, ())

    def fold(self, at_hand: AtHand | None) -> None:
        """Leave the text the room of a thread where there is none; a wide screen has room for both, and stays still."""
        width = self._screen.size.width
        self._screen.set_class(ROOMY <= width < WIDE, "-roomy")
        self._screen.set_class(not _is_asked_for(at_hand) and width < WIDE, "-alone")

    def show(self, at_hand: AtHand) -> None:
        """Show what is at hand beside the text."""
        self.fold(at_hand)
        pane, draft = self._screen.query_one(ThreadPane), at_hand.state.draft
        if at_hand.thread is not None:
            folded = self._screen.size.width < WIDE
            shown: tuple[Shown, ...] = ("passage",) if folded else ()
            lines = card_lines(draft, at_hand.thread, datetime.now(UTC), folded=folded, shown=shown)
            told = lines_in_keys(lines, self._screen.names, "alarm")
            pane.show_card(card_title(draft, at_hand.thread), told, self._thread_hint(at_hand))
        elif at_hand.finding is not None:
            lines = finding_lines(draft, at_hand.state.inspection, at_hand.finding)
            pane.show_card(finding_title(at_hand.finding), lines, self._overlap_hint())
        else:
            pane.show_card("Section", self._card_of(at_hand))
        self._screen.refresh_keys()

    def sequence_in(self, state: ScreenState) -> RemarkSequence:
        """Return the way through the remarks, made once while the state is the same."""
        if self._way is None or self._way.state is not state:
            self._way = RemarkSequence(state)
        return self._way

    def _thread_hint(self, at_hand: AtHand) -> str:
        """Say where the thread stands among the others, and whether more are here."""
        position = self.sequence_in(at_hand.state).position(at_hand.active)
        return " \u00b7 ".join(each for each in (position, self._overlap_hint()) if each)

    def _overlap_hint(self) -> str:
        reader = self._screen.query_one(Reader)
        here = {each.key: each.is_finding for each in reader.passages.at(reader.caret)}
        if len(here) < 2:
            return ""
        what = " remarks" if not any(here.values()) else " findings" if all(here.values()) else ""
        return f"{len(here)}{what} at the caret ({self._screen.names['open_remark_here']})"

    def _card_of(self, at_hand: AtHand) -> tuple[StyledLine, ...]:
        """What stands beside a section, made once while it and the state are the same: it counts words."""
        state, section, names = at_hand.state, at_hand.section, self._screen.names
        if self._section_card[0] is not state or self._section_card[1] is not section:
            counts = at_hand.marks.counted_in(section)
            card = section_lines(state.overview, section, counts, names, loading_line(state, names))
            self._section_card = (state, section, tuple(lines_in_keys(card, names, "alarm")))
        return self._section_card[2]


def _is_asked_for(at_hand: AtHand | None) -> bool:
    if at_hand is None:
        return False
    # That loading was stopped, or that there is no review yet, is told wherever one reads.
    says_more = at_hand.state.loading_stopped or not at_hand.state.draft.founded
    return says_more or at_hand.thread is not None or (at_hand.finding is not None and at_hand.is_picked)
