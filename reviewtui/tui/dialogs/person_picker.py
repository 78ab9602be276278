"""Who a name in a returned file is: somebody whom the review knows, or an address that is typed."""

from textual.widgets import Input

from reviewtui.domain.review.draft import Draft
from reviewtui.domain.review.incoming import Voice
from reviewtui.tui.dialogs.choices import Picker
from reviewtui.views.exchange.voice_people import organisation_entries, people_entries, person_line, typed_person


class PersonPicker(Picker):
    """Closes with "Name <address>", or with None where somebody leaves it open."""

    HINT = "type to filter, or an address, or Name <address>"
    WAYS = "enter choose \u00b7 esc leave out what they say"

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

    def take(self, key: str | None) -> None:
        """Close with a person; of an organisation, the address has to be typed first."""
        if key is not None and key.startswith("@"):
            field = self.query_one(Input)
            field.value = key
            field.cursor_position = 0
        elif key is not None:
            self.dismiss(key)
