"""What a reader chooses from lists: a section by its name, a remark from the tray, which remarks are shown."""

from functools import partial

from reviewtui.domain.actions.commands import Reattach
from reviewtui.domain.policy.place import Place
from reviewtui.domain.review.draft import Draft
from reviewtui.tui.appearance.plain import tell
from reviewtui.tui.compose.new_forms import missing_here, on_policy, on_topic
from reviewtui.tui.dialogs.choices import Picker
from reviewtui.tui.screens.reading import Reading
from reviewtui.tui.state.messages import CarryOut, FilterRemarks
from reviewtui.tui.state.remark_filters import changed_filter, filter_entries
from reviewtui.views.excerpt import clipped
from reviewtui.views.overview.outline import tray_of
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.lost_passage import candidates
from reviewtui.views.threads.thread_card import card_title
from reviewtui.views.threads.thread_rows import marks

_HERE, _WHOLE, _NONE = ":here", ":whole", ":none"


class Choosing(Reading):
    """Reading, with lists to choose from."""

    def choose_section(self) -> None:
        """Choose a section by typing some of its name."""
        if self.state is None:
            return
        entries = [
            (str(number), (line(section.title, Styled(f"  {section.name}", "muted")),))
            for number, section in enumerate(self.state.draft.policy.sections)
        ]
        self.app.push_screen(Picker("Go to section", entries), self._section_chosen)

    def choose_from_tray(self) -> None:
        """Choose a remark that has no place in the text."""
        if self.state is None:
            return
        draft = self.state.draft
        entries = [(thread.id, _tray_lines(draft, thread.id)) for thread in tray_of(draft).threads]
        empty = "Every remark has its place in the text."
        self.app.push_screen(Picker("Remarks without a place", entries, empty), self._taken_from_tray)

    def choose_missing(self) -> None:
        """Choose what something is missing in: this place, a topic of the settings, the policy as a whole."""
        if self.state is None or self.section is None:
            return
        topics = self.state.draft.settings.topics
        entries = [
            (_HERE, (line("at the caret", Styled(f"  in {self.section.title}", "muted")),)),
            *((each.id, (line(each.title, Styled("  topic of the settings", "muted")),)) for each in topics),
            (_WHOLE, (line("in the policy as a whole"),)),
        ]
        self.app.push_screen(Picker("What is something missing in?", entries), self._missing_chosen)

    def _missing_chosen(self, key: str | None) -> None:
        """Begin the remark on what was chosen."""
        section = self.section
        if key is None or self.state is None or section is None:
            return
        draft = self.state.draft
        if key == _HERE:
            self.write(missing_here(draft, section, section.start + self.reader.caret))
        else:
            self.write(on_topic(draft, key) or on_policy(draft))

    def choose_filter(self) -> None:
        """Choose which remarks are shown."""
        if self.state is not None:
            entries = filter_entries(self.state.draft, self.state.wanted)
            self.app.push_screen(Picker("Show only", entries), self._filter_chosen)

    def _section_chosen(self, key: str | None) -> None:
        if key is not None:
            self.show_section(int(key))

    def _taken_from_tray(self, thread: str | None) -> None:
        if thread is None or self.state is None:
            return
        self.activate(thread)
        draft = self.state.draft
        places = candidates(draft, draft.review.threads[thread])
        if not places or self.state.version:
            self._say_how_to_place()
            return
        entries: list[tuple[str, tuple[StyledLine, ...]]] = [
            *((str(number), (line(place.section), _quoted(place))) for number, place in enumerate(places)),
            (_NONE, (line(Styled("none of these", "muted")),)),
        ]
        self.app.push_screen(Picker("Where does it stand now?", entries), partial(self._placed, thread, places))

    def _placed(self, thread: str, places: tuple[Place, ...], key: str | None) -> None:
        """Put the remark to the place that was chosen."""
        if key == _NONE:
            self._say_how_to_place()
        elif key is not None:
            self.post_message(CarryOut(Reattach(thread, places[int(key)])))

    def _say_how_to_place(self) -> None:
        tell(self.app, f"Select its place ({self.names['select']}), then {self.names['reattach']} puts it there.")

    def _filter_chosen(self, choice: str | None) -> None:
        if choice is not None and self.state is not None:
            self.post_message(FilterRemarks(changed_filter(self.state.wanted, choice)))


def _quoted(place: Place) -> StyledLine:
    return line(Styled(f"  \u201c{clipped(place.quote, 90)}\u201d", "quote"))


def _tray_lines(draft: Draft, thread_id: str) -> tuple[StyledLine, ...]:
    thread = draft.review.threads[thread_id]
    quote = (
        f"  \u201c{clipped(thread.anchors[0].exact, 60)}\u201d" if thread.anchors and thread.anchors[0].exact else ""
    )
    return (
        line(Styled(card_title(draft, thread), "strong"), Styled(f"  {marks(draft, thread)}", "muted")),
        line(Styled(quote or f"  {clipped(thread.body, 70)}", "quote")),
    )
