"""What somebody saved and did not submit: it can still be taken back as if it had never been."""

from reviewtui.domain.person import Person, parse_person
from reviewtui.domain.thread import Entry, Thread


def last_pending(thread: Thread, person: Person) -> Entry | None:
    """Return the newest event of `thread` that `person` saved and nobody committed or built on; None: there is none."""
    built_on = {earlier for entry in thread.entries for earlier in entry.event.after}
    mine = [
        entry
        for entry in thread.entries
        if entry.recorded.provenance.pending
        and entry.event.id not in built_on
        and parse_person(entry.event.recorded_by or entry.event.by).key == person.key
    ]
    return max(mine, key=lambda entry: (entry.event.clock, entry.event.id), default=None)
