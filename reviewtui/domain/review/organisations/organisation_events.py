"""Whether an event shows what an organisation has read or thinks: its own people's, or reported of one of them."""

from reviewtui.domain.person import parse_person
from reviewtui.domain.record.events import Event
from reviewtui.domain.settings.settings import UNAFFILIATED, Settings


def counts_for_organisation(event: Event, rules: Settings) -> bool:
    """Say whether `event` counts as something that its organisation has done.

    What an author reads or says is none, and what an author brings in is one only where the settings have the person
    whose words it is speak for that organisation: else an author could have any of them read and answer. What the
    organisation's own consolidator passes on is its word.
    """
    name, voice = event.organisation, parse_person(event.by)
    if name == UNAFFILIATED or rules.is_author(voice):
        return False
    if not event.recorded_by or rules.organisation_of(voice) == name:
        return True
    recorder = parse_person(event.recorded_by)
    return rules.organisation_of(recorder) == name and not rules.is_author(recorder)
