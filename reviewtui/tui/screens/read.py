"""The first screen: what one can do while reading."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from reviewtui.domain.actions.commands import Read, Reattach
from reviewtui.domain.policy.passage import trimmed
from reviewtui.domain.policy.place import Place
from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.compose.new_forms import on_passage, on_policy
from reviewtui.tui.reader.messages import MatchesEnded
from reviewtui.tui.reader.search import next_match
from reviewtui.tui.reader.text_units import span_at
from reviewtui.tui.screens.inspecting import Inspecting
from reviewtui.tui.state.messages import (
    CarryOut,
    ContinueDraft,
    OpenSection,
    OpenTray,
    ReadVersion,
    SearchText,
    ShowPlace,
)
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.tui.widgets.search_bar import SearchBar
from reviewtui.views.threads.remark_marks import RemarkStop, stop_of, stops
from reviewtui.views.threads.thread_rows import ThreadFilter


class ReadScreen(Inspecting):
    """Reading, with remarks made and found on the way."""

    def __init__(self) -> None:
        super().__init__()
        self._way: tuple[ScreenState, tuple[RemarkStop, ...]] | None = None

    @property
    def acts(self) -> dict[str, Callable[[], None]]:
        """What this screen does itself."""
        return {
            **super().acts,
            "comment": lambda: self._write_about("comment"),
            "suggest": lambda: self._write_about("suggest"),
            "insert": self._insert,
            "comment_section": self._comment_section,
            "comment_policy": self._comment_policy,
            "missing": self.choose_missing,
            "mark_read": self._mark_read,
            "reattach": self._reattach,
            "unsent": lambda: self._post(ContinueDraft()),
            "next_remark": lambda: self._step_remark(1),
            "previous_remark": lambda: self._step_remark(-1),
            "next_section": lambda: self._step_section(1),
            "previous_section": lambda: self._step_section(-1),
            "next_new": self._next_new,
            "go_to": self.choose_section,
            "tray": self.choose_from_tray,
            "search": lambda: self.query_one(SearchBar).begin(),
            "filter": self.choose_filter,
            "outline": self._toggle_outline,
            "back": self._back,
        }

    def show_place(self, place: ShowPlace) -> None:
        """Show a thread, a finding, or characters of a file, with the caret there."""
        if self.state is None:
            return
        draft = self.state.draft
        path, start, end = place.path, place.start, place.end
        stop = stop_of(draft, place.thread)
        if stop is not None:
            path, start, end = draft.policy.sections[stop.section].path, stop.offset, stop.offset
        section = draft.policy.section_at(path, start) if path else None
        if section is not None:
            self.show_section(draft.policy.sections.index(section))
            self.reader.go_to(start - section.start)
            if start < end:
                self.reader.select(start - section.start, end - section.start)
        if place.thread:
            self.activate(place.thread)
        if place.finding:
            self.show_finding(place.finding)
        self.reader.focus()

    def show_thread(self, thread: str) -> None:
        """Go to a thread, unless the caret stands in it already."""
        if thread in {each.key for each in self.reader.passages.at(self.reader.caret)}:
            self.activate(thread)
        else:
            self.show_place(ShowPlace(thread=thread))

    def on_open_section(self, message: OpenSection) -> None:
        """Show the section that was chosen in the outline."""
        message.stop()
        self.remove_class("-drawer")
        self.show_section(message.number)
        self.reader.focus()

    def on_open_tray(self, message: OpenTray) -> None:
        """Show the remarks without a place."""
        message.stop()
        self.choose_from_tray()

    def on_search_text(self, message: SearchText) -> None:
        """Search for the words that were typed; none: leave."""
        message.stop()
        self.reader.focus()
        if message.term:
            self._search(message.term)

    def on_matches_ended(self, message: MatchesEnded) -> None:
        """Go on into the other sections."""
        message.stop()
        self._search(message.term)

    def _search(self, term: str) -> None:
        """Select the next place of `term`: behind the caret, else in a later section, else from the first one on."""
        if self.state is None:
            return
        policy, number, caret = self.state.draft.policy, self._number, self.reader.selected[1]
        here = next_match(self.reader.prose.source, term, caret)
        if here is None or here[0] < caret:
            order = [*range(number + 1, len(policy.sections)), *range(number)]
            body = (n for n in order if next_match(policy.body(policy.sections[n]), term, 0))
            elsewhere = next(body, None)
            if elsewhere is not None:
                self.show_section(elsewhere)
        if not self.reader.search(term):
            tell(self.app, f"\u201c{term}\u201d does not stand in the policy.", "warning")

    def _post(self, message: ContinueDraft | ShowPlace) -> None:
        self.post_message(message)

    def _write_about(self, act: str) -> None:
        """Write about the selection; without one the sentence at the caret is selected, so that one sees what it is."""
        section = self.section
        if self.state is None or section is None:
            return
        start, end = self.reader.selected
        if start == end:
            start, end = span_at(self.reader.prose, self.reader.caret, "sentence")
        start, end = trimmed(self.reader.prose.source, (start, end))
        if start >= end:
            self._insert()
            return
        self.reader.select(start, end)
        span = (section.start + start, section.start + end)
        self.write(on_passage(act, self.state.draft, section, span))
        self.call_after_refresh(self.reader.reveal, start)

    def _insert(self) -> None:
        section = self.section
        if self.state is not None and section is not None:
            place = section.start + self.reader.caret
            self.write(on_passage("suggest", self.state.draft, section, (place, place)))

    def _comment_section(self) -> None:
        if self.state is not None and self.section is not None:
            self.write(on_passage("comment", self.state.draft, self.section, None))

    def _comment_policy(self) -> None:
        if self.state is not None:
            self.write(on_policy(self.state.draft))

    def _mark_read(self) -> None:
        """Say that I have read the section as it stands."""
        if self.section is not None:
            self.post_message(CarryOut(Read((self.section.name,))))

    def _reattach(self) -> None:
        section, thread = self.section, self.thread
        if section is not None and thread is not None:
            start, end = self.reader.selected
            span, words = (section.start + start, section.start + end), self.reader.prose.source[start:end]
            self.post_message(CarryOut(Reattach(thread.id, Place(section=section.name, span=span, quote=words))))

    def _step_remark(self, by: int) -> None:
        """Go to the next or previous remark of the filter; at the end, round to the beginning."""
        section = self.section
        if self.state is None or section is None:
            return
        found = self._stops_of(self.state)
        if not found:
            tell(
                self.app,
                f"No placed remark takes the filter ({self.names['filter']}); see the tray ({self.names['tray']}).",
                "warning",
            )
            return
        caret = RemarkStop(self._number, section.start + self.reader.caret, "")
        here = next((stop for stop in found if stop.thread == self._active), caret)
        index = bisect_right(found, here) if by > 0 else bisect_left(found, here) - 1
        if not 0 <= index < len(found):
            index %= len(found)
            tell(self.app, "Round again, from the first remark." if by > 0 else "Round again, from the last remark.")
        self.show_place(ShowPlace(thread=found[index].thread))

    def _next_new(self) -> None:
        """Go to the next thing that is new: a thread with a place, else a text, else a thread without a place."""
        if self.state is None:
            return
        news, draft = self.state.news, self.state.draft
        stop = next((stop for stop in stops(draft, ThreadFilter()) if stop.thread in news.threads), None)
        section = next((one for one in draft.policy.sections if one.path in news.paths), None)
        if stop is not None:
            self.show_place(ShowPlace(thread=stop.thread))
        elif section is not None:
            start = next(iter(news.spans.get(section.path, ())), (section.start, section.start))[0]
            self.show_place(ShowPlace(section.path, start, start))
        else:
            self.activate(min(news.threads, default=""))

    def _stops_of(self, state: ScreenState) -> tuple[RemarkStop, ...]:
        """The way through the remarks, looked up once for each state."""
        if self._way is None or self._way[0] is not state:
            self._way = (state, stops(state.draft, state.wanted))
        return self._way[1]

    def _step_section(self, by: int) -> None:
        self.show_section(self._number + by)
        self.reader.focus()

    def _toggle_outline(self) -> None:
        self.toggle_class("-drawer" if self.has_class("-narrow") else "-closed")

    def _back(self) -> None:
        self.remove_class("-drawer")
        if self.state is not None and self.state.version and self.reader.has_focus:
            self.post_message(ReadVersion(""))
        self.reader.focus()
