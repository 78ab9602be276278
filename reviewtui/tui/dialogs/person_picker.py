"""Who a name in a returned file is: somebody whom the review knows, or an address that is typed."""

from textual.widgets import Input, OptionList

from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.import_content import Voice
from reviewtui.tui.appearance.safe_text import tell
from reviewtui.tui.dialogs.pickers import Picker
from reviewtui.views.exchange.person_candidates import organisation_entries, people_entries, person_line, typed_person


class PersonPicker(Picker):
    """Closes with "Name <address>", or with None where somebody leaves it open."""

    HINT = "type to filter, or an address, or Name <address>"
    WAYS = "enter choose \u00b7 esc to the list, w there names them"

    def __init__(self, draft: Draft, voice: Voice) -> None:
        self._voice = voice
        self._draft = draft
        self._known = (*people_entries(draft, voice), *organisation_entries(draft))
        super().__init__(f"Who is \u201c{voice.name or '(no name)'}\u201d in this file?", self._known)

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
