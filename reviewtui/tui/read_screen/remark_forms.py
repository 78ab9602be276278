"""Begins comments and suggestions on the text, and says what needs no words: read, and put here."""

from functools import partial

from reviewtui.domain.actions.commands import Read, Reattach, Undo
from reviewtui.domain.policy.place import Place
from reviewtui.domain.policy.policy import Section
from reviewtui.text.merge.fitted_change import trimmed
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.read_screen.reading_view import ReadingView
from reviewtui.tui.reader.reader import chosen_passage
from reviewtui.tui.reader.text_units import TextUnit, UnitSpan, insertion_place, meant_span, seen_passage
from reviewtui.tui.state.requests import CarryOut, OpenEditor
from reviewtui.views.compose.compose_form import ComposeForm
from reviewtui.views.compose.new_forms import editing, on_passage, on_policy
from reviewtui.views.compose.thread_acts import pending_read

_UNSEEN = "Readers of the page do not see what stands here; go to words that they see, or select what you mean."


class RemarkForms:
    """Opens the composer on a place of the text."""

    def __init__(self, view: ReadingView) -> None:
        self._view = view

    def write_about(self, act: str) -> None:
        """Write about the selection; without one the sentence at the caret is selected, so that one sees what it is."""
        view, section, reader = self._view, self._view.section, self._view.reader
        if view.state is None or section is None:
            return
        meant = self._marked() or self._meant("sentence")
        if meant is None:
            return
        start, end = meant
        if start >= end:
            self.insert()
            return
        reader.select(start, end)
        span = (section.start + start, section.start + end)
        self._write(section, on_passage(act, view.state.draft, section, span))
        view.screen.call_after_refresh(partial(reader.page.make_room, start, comes_back=True))

    def insert(self) -> None:
        """Suggest new words at the caret."""
        view, section = self._view, self._view.section
        if view.state is not None and section is not None:
            place = section.start + insertion_place(view.reader.prose, view.reader.caret)
            self._write(section, on_passage("suggest", view.state.draft, section, (place, place)))

    def _write(self, section: Section, form: ComposeForm) -> None:
        """Open the composer on a section; of one that holds both sides of a merge say that it does."""
        text = self._view.state.draft.policy.texts[section.path] if self._view.state is not None else None
        if text is not None and text.unsettled:
            tell(self._view.screen.app, f"{text.unsettled}.", "warning")
        else:
            self._view.screen.write(form)

    def _marked(self) -> UnitSpan | None:
        """Return the passage at the caret that is marked on the screen, where nothing is selected."""
        reader = self._view.reader
        start, end = chosen_passage(reader)
        passages = [] if start < end else reader.passages.active
        spans = ((each.start, each.end) for each in passages if each.start <= start < each.end)
        return next(spans, None)

    def _meant(self, unit: TextUnit) -> UnitSpan | None:
        """Return the selection, else what is meant at the caret; None, and say why, where nobody sees anything."""
        prose, chosen = self._view.reader.prose, chosen_passage(self._view.reader)
        start, end = seen_passage(prose, *chosen)
        meant = (start, end) if start < end else meant_span(prose, chosen[0], unit)
        if meant is None:
            tell(self._view.screen.app, _UNSEEN, "warning")
            return None
        return trimmed(prose.source, *meant)

    def edit_paragraph(self) -> None:
        """Edit the paragraph at the caret, or the selected words."""
        view, section, reader = self._view, self._view.section, self._view.reader
        if view.state is None or section is None:
            return
        start, end = self._meant("paragraph") or (0, 0)
        if start < end:
            self._write(section, editing(view.state.draft, section, (section.start + start, section.start + end)))
            view.screen.call_after_refresh(partial(reader.page.make_room, start, comes_back=True))

    def open_editor(self) -> None:
        """Open the file of the section in somebody's own editor, at the caret."""
        view, section = self._view, self._view.section
        if view.state is not None and section is not None:
            text = view.state.draft.policy.texts[section.path].text
            line = text.count("\n", 0, section.start + view.reader.caret) + 1
            view.screen.post_message(OpenEditor(section.path, line))

    def comment_on_section(self) -> None:
        """Remark on the section as a whole."""
        view, section = self._view, self._view.section
        if view.state is not None and section is not None:
            self._write(section, on_passage("comment", view.state.draft, section, None))

    def comment_on_policy(self) -> None:
        """Remark on the policy as a whole."""
        if self._view.state is not None:
            self._view.screen.write(on_policy(self._view.state.draft))

    def mark_read(self) -> None:
        """Say that I have read the section as it stands; where I just said so, take that back."""
        section, state = self._view.section, self._view.state
        if section is None or state is None:
            return
        mark = pending_read(state.draft, section.path)
        command = Undo(mark.event.id) if mark is not None else Read((section.name,))
        self._view.screen.post_message(CarryOut(command))

    def reattach(self) -> None:
        """Say that the remark at hand stands at the selected passage now."""
        section, thread, prose = self._view.section, self._view.thread, self._view.reader.prose
        if section is not None and thread is not None:
            start, end = seen_passage(prose, *chosen_passage(self._view.reader))
            span, words = (section.start + start, section.start + end), prose.source[start:end]
            place = Place(section=section.name, span=span, quote=words)
            self._view.screen.post_message(CarryOut(Reattach(thread.id, place)))

    def continue_writing(self, form: ComposeForm) -> None:
        """Go on with words that were typed before, at their place."""
        if self._view.state is not None and form.section:
            names = [section.name for section in self._view.state.draft.policy.sections]
            if form.section in names:
                self._view.show_section(names.index(form.section))
                if form.span is not None and self._view.section is not None:
                    self._view.reader.go_to(form.span[0] - self._view.section.start)
        self._view.screen.write(form)
