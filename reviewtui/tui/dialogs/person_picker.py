"""Who a name in a returned file is: somebody whom the review knows, or an address that is typed."""

from collections.abc import Sequence

from textual.widgets import Input, OptionList

from reviewtui.domain.person import Person
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import BroughtAct, Voice
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.dialogs.pickers import Picker
from reviewtui.views.exchange.person_candidates import (
    organisation_entries,
    people_entries,
    person_line,
    typed_person,
    voice_lines,
)


class PersonPicker(Picker):
    """Closes with "Name <address>", or with None where somebody leaves it open."""

    HINT = "type to filter, or an address, or Name <address>"
    WAYS = "enter choose \u00b7 esc to the list, w there names them"

    def __init__(
        self, draft: Draft, voice: Voice, acts: Sequence[BroughtAct] = (), named: Sequence[Person] = ()
    ) -> None:
        """`acts` are what `voice` says in the file; whoever was `named` for it a moment before is offered first."""
        self._voice = voice
        self._draft = draft
        self._known = (*people_entries(draft, voice, named), *organisation_entries(draft))
        self.about = tuple(voice_lines(voice, acts))
        title = f"Who is \u201c{voice.name}\u201d in this file?" if voice.name else "Who wrote this?"
        super().__init__(title, self._known)

    def show_typed(self, typed: str) -> None:
        """Offer whoever was typed, with whom they would speak for; else whoever is called so."""
        person = typed_person(self._voice, typed)
        own = ((str(person), (person_line(self._draft, person),)),) if person is not None else ()
        self._entries = own or self._known
        self._fill("" if own else typed)

    def _fill(self, typed: str) -> None:
        """Mark nobody until something is typed: who it is must not be guessed."""
        super()._fill(typed)
        if not self.query_one(Input).value.strip():
            self.query_one(OptionList).highlighted = None

    def take(self, key: str | None) -> None:
        """Close with a person; of an organisation, the address has to be typed first."""
        if key is None:
            tell(self.app, "Choose who it is first, or type their address.", "warning")
        elif key.startswith("@"):
            field = self.query_one(Input)
            field.value = key
            field.cursor_position = 0
        else:
            self.dismiss(key)
