"""Where remarks, suggestions, replies and reasons are written, with what a suggestion changes shown live."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import TextArea

from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.record.events import KINDS
from reviewtui.text.words.visible import hidden_characters
from reviewtui.tui.appearance.safe_text import Words, set_titles
from reviewtui.tui.keys.key_table import writing_bindings
from reviewtui.tui.state.requests import ComposerClosed, SaveForm, WordsThrownAway, WordsTyped
from reviewtui.tui.widgets.text_input import TextInput
from reviewtui.views.comparison.inline_change import change_counts, word_change
from reviewtui.views.compose.compose_form import ComposeForm, FormContent
from reviewtui.views.compose.written_change import WrittenChange, as_typed
from reviewtui.views.styled_text import Styled, StyledLine, line

_ASKED = {"release": "Version", "move": "Behind these words of the text"}
"""What the first field asks for, by act; else the words as they should be."""
_NO_CHANGE = frozenset(_ASKED)
"""Acts of which the first field holds no words for the text."""
_BESIDE = 9
"""Lines of the screen that stay beside what is written: of its frame, and of the text that it is about."""


class Composer(Vertical):
    """Hidden until something is to be written; `open_for` shows it."""

    BINDINGS: ClassVar[list[BindingType]] = [*writing_bindings()]
    DEFAULT_CSS = """
    Composer { height: auto; max-height: 70%; display: none; background: $surface;
        border: round $primary; padding: 0 1; overflow-y: auto; border-title-color: $foreground; }
    Composer.-open { display: block; }
    Composer #refused { height: auto; max-height: 4; padding: 0 1; display: none; }
    Composer #notes { height: auto; max-height: 8; padding: 0 1; }
    Composer #difference { height: auto; max-height: 20vh; padding: 0 1; }
    Composer #remark-state { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self) -> None:
        super().__init__(id="composer")
        self.trap_focus()
        self._form: ComposeForm | None = None
        self._keys: Mapping[str, str] = {}
        self._kind = ""
        self._blocking = False
        self._is_saving = False
        self.spelling: Callable[[str], tuple[str, ...]] = lambda _typed: ()
        """Finds words that may be misspelt; what is written is shown with them."""
        self.change: Callable[[ComposeForm, FormContent], WrittenChange] = as_typed
        """Says what the words change in the text."""

    def compose(self) -> ComposeResult:
        """Lay out the words of the passage, what changes in it, the words about it, and kind and weight."""
        yield Words(id="refused")
        yield Words(id="notes")
        yield Words(id="difference")
        yield TextInput(id="passage")
        yield TextInput(id="remark")
        yield Words(id="remark-state")

    @property
    def form(self) -> ComposeForm | None:
        """What is written; None while the composer is closed."""
        return self._form

    @property
    def content(self) -> FormContent:
        """The words as they are now."""
        return FormContent(
            self.query_one("#remark", TextInput).text,
            self.query_one("#passage", TextInput).text,
            self._kind,
            self._blocking,
        )

    def open_for(self, form: ComposeForm, keys: Mapping[str, str]) -> None:
        """Begin to write, with the words that the form starts with; `keys` are those in force, by act."""
        self._keys = keys
        self.go_on()
        self.refuse("")
        self._form = form
        self._kind, self._blocking = form.start.kind, form.start.blocking
        passage, body = self.query_one("#passage", TextInput), self.query_one("#remark", TextInput)
        edits = form.passage is not None
        passage.display = edits
        passage.is_one_line = form.act == "release"
        passage.set_class(passage.is_one_line, "-one-line")
        body.display = form.act not in {"settle", "edit"}
        self.query_one("#notes").display = bool(form.notes)
        self.query_one("#notes", Words).show_lines(form.notes)
        self.query_one("#difference").display = edits and form.act not in _NO_CHANGE
        body.load_text(form.start.body)
        passage.load_text(form.start.replacement)
        self._show_hint()
        set_titles(self, form.title)
        self.add_class("-open")
        self.screen.add_class("-writing")
        self._show_state()
        first = passage if edits else body
        first.move_cursor(first.document.end)
        if form.act == "release":
            # Whoever types another version means it instead of the one that is offered.
            first.select_all()
        first.focus()
        self.call_after_refresh(self._give_room)

    def _show_hint(self) -> None:
        """Ask for the words once: a low screen has no room for a border with titles."""
        if self._form is not None:
            body = self.query_one("#remark", TextInput)
            body.placeholder = self._form.hint if self.screen.has_class("-low") else ""
            set_titles(body, self._form.hint)

    def on_resize(self) -> None:
        """Ask for the words where there is room now, and let the fields have it."""
        self._show_hint()
        self.call_after_refresh(self._give_room)

    def _give_room(self) -> None:
        """Let the fields grow with their words into the lines that are left beside the others; the first goes first."""
        fields = [field for field in self.query(TextInput) if field.display and not field.is_one_line]
        most = self.styles.max_height
        if self._form is None or most is None:
            return
        whole = self.screen.size.height
        lines = min(int(most.value) * whole // 100, whole - _BESIDE) - self.gutter.height
        if self.styles.height is not None and self.styles.height.is_fraction:
            lines = self.size.height
        lines -= sum(each.outer_size.height for each in self.query(Words) if each.display)
        for at, field in enumerate(fields):
            least = [int(each.styles.min_height.value) for each in fields[at:] if each.styles.min_height is not None]
            most_lines = max(least[0], lines - sum(least[1:]))
            field.styles.max_height = most_lines
            lines -= max(least[0], min(most_lines, field.virtual_size.height + field.gutter.height))

    def shut(self) -> None:
        """Close; the words stay on the disk as unsaved."""
        self.go_on()
        self._form = None
        self.remove_class("-open")
        self.screen.remove_class("-writing")

    def begin_act(self, act: str) -> None:
        """Do what is asked for from outside, in the composer's own turn: what its screen sends goes no further up."""
        self.call_later(self.action_act, act)

    @property
    def acts(self) -> Mapping[str, Callable[[], None]]:
        """What its own keys do."""
        return {
            "save": self._save,
            "close": self._close,
            "kind": self._next_kind,
            "blocking": self._toggle_blocking,
            "discard": self._discard,
        }

    def action_act(self, act: str) -> None:
        """Do what a key asks for."""
        self.acts[act]()

    def on_descendant_blur(self) -> None:
        """Take the focus back from where a click put it: what is typed is words as long as something is written."""
        fields = [field for field in self.query(TextInput) if field.display]
        focused = self.screen.focused
        if self._form is not None and focused is not None and self not in focused.ancestors and fields:
            fields[-1].focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Pass on what is typed, and show what changes in the passage."""
        event.stop()
        if self._form is not None:
            self._show_state()
            self.post_message(WordsTyped(self._form, self.content))
            self.call_after_refresh(self._give_room)

    def go_on(self) -> None:
        """Take words again, since saving them ended."""
        self._set_saving(is_saving=False)

    def refuse(self, sentence: str) -> None:
        """Say over the words why they are not carried out; it stays until that is tried again, or they are left."""
        refused = self.query_one("#refused", Words)
        refused.display = bool(sentence)
        refused.show_lines([line(Styled(f"\u2717 {sentence}", "alarm"))] if sentence else [])
        self.scroll_home(animate=False)

    def say(self, words: str) -> None:
        """Say in the frame what goes on with the form."""
        if self._form is not None:
            set_titles(self, self._form.title, words)

    def _set_saving(self, *, is_saving: bool) -> None:
        self._is_saving = is_saving
        if self._form is not None:
            self.say(self._form.saving_words if is_saving else "")
        for field in self.query(TextInput):
            field.read_only = is_saving

    def _save(self) -> None:
        if self._form is not None and not self._is_saving:
            self.refuse("")
            self._set_saving(is_saving=True)
            self.post_message(SaveForm(self._form, self.content))

    def _close(self) -> None:
        is_kept = self._form is not None and self._form.is_begun(self.content)
        if self._form is not None:
            self.post_message(WordsTyped(self._form, self.content))
        self._leave(is_kept=is_kept)

    def _leave(self, *, is_kept: bool = False) -> None:
        self.shut()
        self.post_message(ComposerClosed(is_kept=is_kept))

    def _discard(self) -> None:
        if self._form is not None:
            self.post_message(WordsThrownAway(self._form, self.content))
        self._leave()

    def _next_kind(self) -> None:
        if self._form is not None and self._form.has_kind:
            known = [str(kind) for kind in KINDS]
            index = known.index(self._kind) + 1 if self._kind in known else 0
            self._kind = known[index % len(known)]
            self._note_choice()

    def _toggle_blocking(self) -> None:
        if self._form is not None and self._form.has_kind:
            self._blocking = not self._blocking
            self._note_choice()

    def _note_choice(self) -> None:
        self._show_state()
        if self._form is not None:
            self.post_message(WordsTyped(self._form, self.content))

    def _show_state(self) -> None:
        form = self._form
        if form is None:
            return
        state: StyledLine = ()
        if form.has_kind:
            weight = Styled("blocking", "bad") if self._blocking else Styled("not blocking", "muted")
            state = line(
                Styled("kind "), Styled(self._kind, "strong"), Styled(f" ({self._keys['kind']}) \u00b7 ", "muted")
            )
            state = (*state, weight, Styled(f" ({self._keys['blocking']})", "muted"))
        if form.passage is not None and form.act not in _NO_CHANGE:
            change = self.change(form, self.content)
            before, behind = (Styled(words, "muted") for words in change.around)
            misfit = [line(Styled(change.misfit, "alarm"))] if change.misfit else []
            shown = (before, *word_change(change.now, change.then), behind)
            self.query_one("#difference", Words).show_lines([shown, *misfit])
            gap = (Styled(" \u00b7 "),) if state else ()
            state = (*state, *gap, Styled(change_counts(change.now, change.then), "muted"))
        count = len(self.content.body.split()) if self.query_one("#remark").display else 0
        if count:
            gap = (Styled(" \u00b7 "),) if state else ()
            state = (*state, *gap, Styled(counted(count, "word"), "muted"))
        body, replacement = self.content.body, self.content.replacement
        doubtful = () if form.act in _NO_CHANGE else (*self.spelling(body), *self.spelling(replacement))
        if doubtful:
            gap = (Styled(" \u00b7 "),) if state else ()
            state = (*state, *gap, Styled(f"spelling? {', '.join(doubtful)}", "muted"))
        hidden = hidden_characters(f"{body} {replacement}")
        if hidden:
            state = (Styled(f"\u26a0 cannot be seen: {', '.join(hidden)}  ", "alarm"), *state)
        set_titles(self.query_one("#passage"), _ASKED.get(form.act, "The words as they should be"))
        self.query_one("#remark-state", Words).show_lines([state])
