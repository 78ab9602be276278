"""What is chosen from lists while reading: a section, a remark without a place and its place, what is missing."""

from reviewtui.domain.actions.commands import Reattach
from reviewtui.domain.policy.place import Place
from reviewtui.domain.review.draft import Draft
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.dialogs.pickers import choose
from reviewtui.tui.read_screen.reading_view import ReadingView
from reviewtui.tui.reader.text_units import writing_place
from reviewtui.tui.state.requests import CarryOut
from reviewtui.views.compose.new_forms import missing_here, on_policy, on_topic
from reviewtui.views.excerpt import clipped, excerpt
from reviewtui.views.overview.outline import tray_of
from reviewtui.views.styled_text import Styled, StyledLine, line
from reviewtui.views.threads.card.lost_passage import candidates
from reviewtui.views.threads.card.thread_card import card_title
from reviewtui.views.threads.thread_rows import marks

_HERE, _WHOLE, _NONE = ":here", ":whole", ":none"


class SectionPickers:
    """Opens the lists, and does what was chosen."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view

    def choose_section(self) -> None:
        """Choose a section by typing some of its name."""
        if self._view.state is None:
            return
        entries = [
            (str(number), (line(section.title, Styled(f"  {section.name}", "muted")),))
            for number, section in enumerate(self._view.state.draft.policy.sections)
        ]
        choose(self._view.screen.app, "Go to section", entries, lambda key: self._view.show_section(int(key)))

    def choose_from_tray(self) -> None:
        """Choose a remark that has no place in the text."""
        if self._view.state is None:
            return
        draft = self._view.state.draft
        entries = [(thread.id, _tray_lines(draft, thread.id)) for thread in tray_of(draft).threads]
        nothing = "Every remark has its place in the text."
        choose(self._view.screen.app, "Remarks without a place", entries, self._take_from_tray, nothing)

    def choose_missing(self) -> None:
        """Choose what something is missing in: this place, a topic of the settings, the policy as a whole."""
        state, section = self._view.state, self._view.section
        if state is None or section is None:
            return
        entries = [
            (_HERE, (line("at the caret", Styled(f"  in {section.title}", "muted")),)),
            *((each.id, _topic_lines(each.title)) for each in state.draft.settings.topics),
            (_WHOLE, (line("in the policy as a whole"),)),
        ]
        choose(self._view.screen.app, "What is something missing in?", entries, self._write_missing)

    def _write_missing(self, key: str) -> None:
        state, section = self._view.state, self._view.section
        if state is None or section is None:
            return
        if key == _HERE:
            place = section.start + writing_place(self._view.reader.prose, self._view.reader.caret)
            self._view.screen.write(missing_here(state.draft, section, place))
        else:
            self._view.screen.write(on_topic(state.draft, key) or on_policy(state.draft))

    def _take_from_tray(self, thread: str) -> None:
        state = self._view.state
        if state is None:
            return
        self._view.activate(thread)
        places = candidates(state.draft, state.draft.review.threads[thread])
        if not places or state.version:
            self._say_how_to_place()
            return
        entries: list[tuple[str, tuple[StyledLine, ...]]] = [
            *((str(number), (line(place.section), _quoted(place))) for number, place in enumerate(places)),
            (_NONE, (line(Styled("none of these", "muted")),)),
        ]

        def chosen(key: str) -> None:
            if key == _NONE:
                self._say_how_to_place()
            else:
                self._view.screen.post_message(CarryOut(Reattach(thread, places[int(key)])))

        choose(self._view.screen.app, "Where does it stand now?", entries, chosen)

    def _say_how_to_place(self) -> None:
        names = self._view.screen.names
        sentence = f"Select its place ({names['select']}), then {names['reattach']} puts it there."
        tell(self._view.screen.app, sentence)


def _quoted(place: Place) -> StyledLine:
    return line(Styled(f"  \u201c{excerpt(place.quote, 90)}\u201d", "quote"))


def _topic_lines(title: str) -> tuple[StyledLine, ...]:
    return (line(title, Styled("  topic of the settings", "muted")),)


def _tray_lines(draft: Draft, thread_id: str) -> tuple[StyledLine, ...]:
    thread = draft.review.threads[thread_id]
    exact = thread.anchors[0].exact if thread.anchors else ""
    words = f"\u201c{excerpt(exact, 60)}\u201d" if exact else clipped(thread.body, 70)
    return (
        line(Styled(card_title(draft, thread), "strong"), Styled(f"  {marks(draft, thread)}", "muted")),
        line(Styled(f"  {words}", "quote")),
    )
