"""Searches words through all sections and remarks: as they are typed, and from one place to the next."""

from reviewtui.tui.read_screen.reading_view import ReadingView
from reviewtui.tui.state.requests import MatchWanted, SearchLeft, SearchText, SearchTyped, ShowPlace
from reviewtui.tui.state.screen_state import ScreenState
from reviewtui.tui.widgets.search_bar import SearchBar
from reviewtui.views.overview.search_hits import SearchHit, SearchHits, search_hits

SearchMessage = SearchText | SearchTyped | SearchLeft | MatchWanted
"""What is asked of a search while somebody types it or goes from place to place."""


class TextSearch:
    """Keeps what is searched for, and where somebody stood before."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view
        self._term = ""
        self._found: tuple[ScreenState | None, str, SearchHits] = (None, "", SearchHits(()))
        self._at = 0
        self._begun_at = (0, 0)
        self._is_shown = False
        """Whether what was typed since the search began is shown already."""

    @property
    def _bar(self) -> SearchBar:
        return self._view.screen.query_one(SearchBar)

    def begin(self) -> None:
        """Begin to search: places are looked for from the caret on."""
        self._begun_at, self._is_shown = self._here(), False
        self._bar.begin()

    def answer(self, message: SearchMessage) -> None:
        """Search for words while they are typed, from place to place, or no more."""
        if isinstance(message, SearchTyped):
            self.look_for(message.term)
        elif isinstance(message, SearchText):
            self.keep(message.term)
        elif isinstance(message, MatchWanted):
            self.step(message.direction)
        else:
            self.leave()

    def look_for(self, term: str) -> None:
        """Show the first place of what was typed so far, and how often it is there; the caret goes along."""
        self._term, self._is_shown = term, True
        hits = self._hits()
        if not term.strip():
            self._bar.show_found("", is_there=True)
        elif hits.hits:
            self._show(hits.at_or_after(*self._begun_at))
        else:
            self._bar.show_found(hits.counts(), is_there=False)

    def keep(self, term: str) -> None:
        """Go back to reading, at the first place; asked for the same words again, at the next one."""
        if term != self._term or not self._stands_at_hit():
            self.look_for(term)
        elif not self._is_shown:
            self.step(1)
        if not term.strip():
            self.close()
        elif self._stands_at_hit():
            self._tell_found(is_typing=False)
        self._view.reader.focus()

    @property
    def is_on(self) -> bool:
        """Whether what was found is gone through: it was typed, and its line still stands there."""
        return self._bar.is_open and not self._bar.is_typed_in and len(self._hits().hits) > 1

    def step(self, by: int) -> None:
        """Go to the next or previous place of the words, round at the ends."""
        hits = self._hits()
        if not hits.hits:
            return
        if self._stands_at_hit():
            self._show((self._at + by) % len(hits.hits))
        else:
            number = hits.at_or_after(*self._here())
            self._show(number if by > 0 else (number - 1) % len(hits.hits))
        if not self._bar.is_typed_in:
            self._view.reader.focus()

    def leave(self) -> None:
        """Leave what was typed, and go back to where the search began."""
        section, place = self._begun_at
        self._view.show_section(section)
        current = self._view.section
        if current is not None:
            self._view.reader.go_to(place - current.start)
        self._view.reader.focus()

    def follow_caret(self) -> None:
        """Close the line as soon as somebody has gone elsewhere: what it counts is not read any more."""
        if self._bar.is_open and self._view.reader.has_focus and not self._stands_at_hit():
            self.close()

    def follow_selection(self) -> None:
        """Close the line once the words that were found are not selected any more: esc ended both."""
        hits, (start, end) = self._hits().hits, self._view.reader.selected
        if (start, end) != self._view.reader.found:
            self._view.reader.found = None
        is_thread = self._at < len(hits) and bool(hits[self._at].thread)
        if self._bar.is_open and self._view.reader.has_focus and start == end and not is_thread:
            self._bar.close()

    def close(self) -> bool:
        """End the search; say whether there was one."""
        was_open = self._bar.is_open
        self._bar.close()
        self._view.screen.refresh_keys()
        return was_open

    def _here(self) -> tuple[int, int]:
        view = self._view
        start = view.section.start if view.section is not None else 0
        return view.number, start + view.reader.selected[0]

    def _hits(self) -> SearchHits:
        """Return every place of the words, looked for once while the state is the same."""
        state = self._view.state
        if state is None:
            return SearchHits(())
        if self._found[0] is not state or self._found[1] != self._term:
            self._found = (state, self._term, search_hits(state.draft, self._term))
        return self._found[2]

    def _stands_at_hit(self) -> bool:
        hits = self._hits().hits
        if not self._at < len(hits):
            return False
        hit = hits[self._at]
        return hit.thread == self._view.active if hit.thread else (hit.section, hit.start) == self._here()

    def _show(self, number: int) -> None:
        self._at = number
        self._tell_found(is_typing=self._bar.is_typed_in)
        self._go_to(self._hits().hits[number])

    def _tell_found(self, *, is_typing: bool) -> None:
        """Say which of the places is shown, and how to go on; while somebody types, the footer says that."""
        hits, state = self._hits(), self._view.state
        hit = hits.hits[self._at]
        said = "remark" if hit.is_name else "said in"
        name = f", {said} {state.draft.review.name_of(hit.thread)}" if hit.thread and state is not None else ""
        is_one = is_typing or len(hits.hits) < 2
        names = self._view.screen.names
        ways = "" if is_one else f" \u00b7 {names['next_remark']} next, {names['back']} ends"
        self._bar.show_found(f"{self._at + 1} of {len(hits.hits)}{ways}{name} ({hits.counts()})", is_there=True)

    def _go_to(self, hit: SearchHit) -> None:
        """Show a place; the focus stays where it is, as somebody may still be typing."""
        view = self._view
        if hit.thread:
            view.show_place(ShowPlace(thread=hit.thread), takes_focus=False)
        elif view.state is not None:
            path = view.state.draft.policy.sections[hit.section].path
            view.show_place(ShowPlace(path, hit.start, hit.end), takes_focus=False)
            view.reader.found = view.reader.selected
